"""`kb diff`."""

from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["diff"]


@click.command(short_help="两年相比：升降、新上榜、落榜。Two years of a ranking compared.")
@click.argument("first", type=int, metavar="YEAR1")
@click.argument("second", type=int, metavar="YEAR2")
@base_option
@click.option("--series", metavar="S", help="只看系列名含 S 的。Only series with S in their name.")
@click.option(
    "--ranking", metavar="R", help="只看榜名含 R 的，或表号。Only lists with R in their name, or of this label."
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="表格、CSV 或 JSON。A table, CSV or JSON.")  # fmt: skip
@click.option("--most", type=click.IntRange(min=1), default=10, show_default=True, metavar="N",
              help="列出升降最大的几个。How many of the largest moves.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="列出每个地方。Every place, not the largest moves only.")
def diff(
    first: int, second: int, base: Path, series: str | None, ranking: str | None, form: str, most: int, everything: bool
) -> None:
    """比较同一榜单的两年：名次升降、新上榜、落榜、升降最大的；做法变了（维度、数量不同）则标明不可比。

    Ranks of the same list in two years: moves, who entered, who left, the largest moves. Where the list was made
    otherwise (other dimensions, other size), it says so first. Ranks that no page prints are marked as derived.

    \b
    kb diff 2022 2023
    kb diff 2022 2023 --series 数字化发展 --format csv > 升降.csv
    """
    from kb.editions.diff import diffs
    from kb.editions.report import as_csv, as_json, show

    if first == second:
        raise click.UsageError(f"两年相同：{first}；请给出两个年份 (both years are the same; give two)")
    if first > second:
        first, second = second, first
    found = diffs(base, first, second, series, ranking)
    if form == "json":
        click.echo(as_json(found, most))
    elif form == "csv":
        click.echo(as_csv(found), nl=False)
    else:
        show(found, most, everything=everything)
