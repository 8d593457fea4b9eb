"""`kb schema`."""

import json

import click

__all__ = ["schema"]


@click.command(short_help="打印各类记录的字段。Print the records and their fields.")
@click.option("--json", "as_json", is_flag=True, help="打印 JSON Schema。Print the JSON Schema.")
def schema(as_json: bool) -> None:
    """打印各类记录的字段：名称、类型、说明。

    Prints what each kind of record holds; --json prints the JSON Schema that `kb extract` keeps to.
    """
    from kb.report.describe import described
    from schema import Paper

    if as_json:
        click.echo(json.dumps(Paper.model_json_schema(), ensure_ascii=False, indent=1))
    else:
        click.echo(described(Paper))
