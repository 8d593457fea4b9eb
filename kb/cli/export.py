"""`kb export`: the graph to a file."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from kb.cli.options import base_option

__all__ = ["export", "place_code"]

FORMATS = """格式随文件名的结尾 (the format follows the ending)：
.gexf Gephi · .graphml yEd, igraph · .json networkx, d3 · .cyjs Cytoscape · .csv 文件夹 folder: Excel, Neo4j ·
.cypher Neo4j · .ttl .jsonld RDF · .md 文件夹 folder: Obsidian · .dot Graphviz。- 为标准输出 (standard output), 用 --format
(默认 default json; csv 为一张表 one table)。"""


def _narrowing(command: Any) -> Any:
    """The options that narrow a graph, and those on where it goes."""
    options = (
        click.argument("file", metavar="FILE"),
        click.option("--year", type=int, help="只要这一年。Only this year."),
        click.option("--document", metavar="ID", help="只要这份文献。Only this paper."),
        click.option("--city", metavar="NAME", help="只要这个城市周围。Only around this city."),
        click.option(
            "--kind",
            "kinds",
            multiple=True,
            metavar="KIND",
            help="只要这类节点，可多次。Only nodes of this kind; repeat.",
        ),
        click.option("--min-rank", type=int, metavar="N", help="只要前 N 名。Only ranks up to N."),
        click.option("--format", "ending", metavar="ENDING", help="格式，如 gexf。The format where FILE tells none."),
        base_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(short_help="导出图谱。Export the graph.")
def export() -> None:
    """导出图谱或“政策—城市”图。

    Exports the graph, or the policy-to-city graph.
    """


@export.command(epilog=FORMATS, short_help="整个图谱。The whole graph.")
@_narrowing
def graph(file: str, kinds: tuple[str, ...], base: Path, ending: str | None, **narrowed: Any) -> None:
    """导出图谱：地方、政策、机关、平台、维度、框架、榜单、梯队与它们的联系，各带年份、文献与出处。

    Exports places, policies, issuers, platforms, dimensions, frameworks, rankings, tiers and what ties them, each tie
    with year, paper and evidence.
    """
    from kb.base.file import for_reading
    from kb.graph import NODE_KINDS, selected
    from kb.graph.plain import Again

    _check_kinds(kinds, NODE_KINDS)
    with for_reading(base) as db:
        part = selected(db, _selection(db, kinds=frozenset(kinds), **narrowed))
        if not part.counts()[0]:
            _check_narrowed(db, kinds=kinds, **narrowed)
        _write(Again(part.nodes), Again(part.edges), file, ending)


@export.command("policy-city", epilog=FORMATS, short_help="政策—城市图。The policy-to-city graph.")
@_narrowing
@click.option("--indirect", is_flag=True, help="连同省政策所及的城市。Also cities a province's policy reaches.")
@click.option(
    "--project",
    type=click.Choice(["cities", "policies"]),
    help="投影：共享政策的城市，或共享城市的政策。One side only.",
)
def policy_city(
    file: str,
    indirect: bool,
    project: str | None,
    kinds: tuple[str, ...],
    base: Path,
    ending: str | None,
    **narrowed: Any,
) -> None:
    """导出“政策—城市”图：哪份政策与哪个城市相连，为何，是否直接，在哪些文献、哪些年，几次，出处何在。

    Exports an edge for each policy and city that a paper ties together, with why, how directly, in which papers and
    years, how often, and the evidence.
    """
    from kb.base.file import for_reading
    from kb.graph.policy_city import KINDS, SIDES, as_graph, of_kinds, ties
    from kb.graph.policy_city import project as projected

    _check_kinds(kinds, (SIDES[project],) if project else KINDS)
    with for_reading(base) as db:
        nodes, edges = as_graph(ties(db, _selection(db, **narrowed), indirect=indirect))
        if not nodes:
            _check_narrowed(db, kinds=kinds, **narrowed)
    if project:
        nodes, edges = projected(nodes, edges, project)
    _write(*of_kinds(nodes, edges, frozenset(kinds)), file, ending)


def _check_kinds(kinds: Iterable[str], known: Iterable[str]) -> None:
    unknown = [k for k in kinds if k not in known]
    if unknown:
        raise click.BadParameter(
            f"这张图里没有 {unknown[0]}；可用 (not in this graph; use)：{' '.join(known)}", param_hint="--kind"
        )


def _check_narrowed(db: Any, *, kinds: Iterable[str], **narrowed: Any) -> None:
    """Raises KbError where options have left nothing of the graph: an empty file would say that there is nothing."""
    from kb.errors import KbError

    told = [(name, value) for name, value in narrowed.items() if value is not None] + [("kind", k) for k in kinds]
    if told:
        asked = " ".join(f"--{name.replace('_', '-')} {value}" for name, value in told)
        years = "、".join(
            str(y) for (y,) in db.execute("SELECT DISTINCT year FROM documents WHERE year IS NOT NULL ORDER BY 1")
        )
        raise KbError(
            f"{asked}：图里没有符合的，没有写文件；库中的年份 years in the base：{years or '无 none'} (nothing matches; no file is written)"
        )


def _selection(db: Any, *, city: str | None, document: str | None, **asked: Any) -> Any:
    from kb.errors import KbError
    from kb.graph import Selection

    if document and not db.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone():
        held = "、".join(key for (key,) in db.execute("SELECT id FROM documents ORDER BY year DESC, id LIMIT 10"))
        raise KbError(
            f"{document}：库中没有这份文献；有 {held} (no such paper; the latest that the base has are listed)"
        )
    return Selection(city=place_code(city) if city else None, document=document, **asked)


def place_code(name: str) -> str:
    """The code of the city printed as `name`, else of the one place so called. Raises KbError."""
    from extract.places import gazetteer
    from kb.errors import KbError

    place = gazetteer().resolve(name, scope="city") or gazetteer().resolve(name)
    if place is None:
        raise KbError(f"{name}：区划表里没有，或不止一个；请给全称 (no such place, or several; give the full name)")
    return place.code


def _write(nodes: Any, edges: Any, file: str, ending: str | None) -> None:
    from kb.graph.plain import plain
    from kb.graph.write import TIES, write

    clean = plain(nodes, edges)
    ending = f".{ending.lstrip('.')}" if ending else None
    if file == "-":
        # A pipe has no encoding of its own, and the formats say that they are UTF-8.
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        write(clean, Path(file), sys.stdout, ending or ".json")
        return
    write(clean, Path(file), None, ending)
    click.echo(f"{file}：{clean.node_count} 个节点 nodes，{clean.edge_count} 条边 edges", err=True)
    if (Path(file) / TIES).exists():
        click.echo(f"用 Excel 打开 {Path(file) / TIES} (open this one in Excel)", err=True)
