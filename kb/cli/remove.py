"""`kb remove`."""

from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["remove"]


@click.command(short_help="从库中移除文献。Take papers out of the base.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@base_option
def remove(ids: tuple[str, ...], base: Path) -> None:
    """从库中移除文献 ID，连同只有它说到的政策、平台等。

    Takes papers out of the base, with what no other paper tells of. The PDFs stay where they are. `kb status` lists
    the ids.
    """
    from kb.ingest.run import remove_papers
    from kb.version import extractor_version

    for result in remove_papers(ids, base, extractor_version()):
        rows = sum(len(change.lost) for change in result.changes.values())
        click.echo(f"{result.id}：已移除，共 {rows} 行 (removed, {rows} rows)")
