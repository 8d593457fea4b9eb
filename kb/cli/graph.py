"""`kb graph`: what the graph tells."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kb.cli.options import base_option

__all__ = ["graph"]


@click.group(short_help="分析图谱。Analyse the graph.")
def graph() -> None:
    """分析图谱：规模、被引最多的政策、最相似的城市、两地之间的联系。

    Analyses the graph: its size, the most cited policies, the cities most alike, what links two places.
    """


@graph.command()
@base_option
@click.option("--year", type=int, help="只要这一年。Only this year.")
@click.option("--most", type=int, default=10, show_default=True, metavar="N", help="各列几个。How many of each.")
def stats(base: Path, year: int | None, most: int) -> None:
    """各类节点与边的数量、连通块、联系最多的节点、被引最多的政策、最相似的城市。

    Counts by kind, connected parts, busiest nodes, most cited policies, cities most alike.
    """
    from kb.base.file import for_reading
    from kb.graph import EDGE_TYPES, NODE_KINDS, Selection, selected
    from kb.graph.analysis import likest, summary

    with for_reading(base) as db:
        part = selected(db, Selection(year=year))
        told, alike = summary(part, most), likest(part, most)
    _table("节点 Nodes", [(NODE_KINDS[k], n) for k, n in told.nodes.items()])
    _table("边 Edges", [(EDGE_TYPES[k], n) for k, n in told.edges.items()])
    _table("连通块 Connected parts", [("块数 parts", len(told.parts)), ("最大 largest", max(told.parts, default=0))])
    _table("联系最多 Busiest", [(f"{name}（{NODE_KINDS[kind].split()[0]}）", n) for name, kind, n in told.busiest])
    _table("被引最多的政策 Most cited policies", told.most_cited)
    shared = [(f"{x.one} — {x.other}：{'、'.join(x.shared)}", x.score) for x in alike]
    _table("最相似的城市 Cities most alike", shared)


@graph.command()
@click.argument("one")
@click.argument("other")
@base_option
def path(one: str, other: str, base: Path) -> None:
    """ONE 与 OTHER 之间由什么相连，逐步说明，附出处。

    What links two places, in words, with evidence.
    """
    from kb.base.file import for_reading
    from kb.cli.export import place_code
    from kb.errors import KbError
    from kb.graph import selected
    from kb.graph.analysis import path_between

    ends = [f"place:{place_code(name)}" for name in (one, other)]
    with for_reading(base) as db:
        part = selected(db)
        missing = [name for name, end in zip((one, other), ends, strict=True) if part.node(end) is None]
        if missing:
            raise KbError(f"{missing[0]}：库中没有说到它 (no paper in the base tells of it)")
        steps = path_between(part, *ends)
        for step in steps:
            click.echo(step.words())
            for page, words in _evidence(db, step.evidence):
                click.echo(f"    第{page}页 p.{page}：{words}")
    if not steps:
        click.echo(f"{one}与{other}之间没有联系 (nothing links them)")


def _evidence(db: Any, ids: Sequence[str]) -> list[tuple[int, str]]:
    """The words of a fact by page, as they stand: a row of a table is several boxes."""
    marks = ", ".join("?" * len(ids))
    rows = db.execute(f"SELECT page, text FROM evidence WHERE id IN ({marks}) ORDER BY page, box", ids)
    pages: dict[int, list[str]] = {}
    for page, words in rows:
        pages.setdefault(page, []).append(words)
    return [(page, " ".join(dict.fromkeys(words))) for page, words in pages.items()]


def _table(title: str, rows: list[tuple[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    if not rows:
        return
    table = Table(title=title, show_header=False, title_justify="left")
    table.add_column(overflow="fold")
    table.add_column(justify="right")
    for name, value in rows:
        table.add_row(name, str(value))
    Console().print(table)
