"""Tables: nodes.csv and edges.csv for Neo4j's importer, and one of all ties for people."""

import csv
import re
from pathlib import Path
from typing import TextIO

from kb.graph.plain import Plain, Type, text
from kb.graph.write.words import attribute_name, chinese, kind_name, type_name, value_words

__all__ = ["TIES", "write_csv", "write_ties"]

TIES = "联系表.csv"
TYPES: dict[Type, str] = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}
FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
ENDS = ("起点 From", "起点类别 Kind of it", "联系 Tie", "终点 To", "终点类别 Kind of it")
TOLD = ("文献 Paper", "年份 Year")
LAST = "证据 Evidence"


def write_csv(graph: Plain, folder: Path) -> None:
    """`neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv`, and a table that Excel opens."""
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as out:
        _nodes(graph, out)
    with (folder / "edges.csv").open("w", encoding="utf-8", newline="") as out:
        _edges(graph, out)
    # Without the mark at its head Excel takes the file for GBK.
    with (folder / TIES).open("w", encoding="utf-8-sig", newline="") as out:
        write_ties(graph, out)


def write_ties(graph: Plain, out: TextIO) -> None:
    """One row a tie, with names and words: what a person reads."""
    rows = csv.writer(out)
    # Gephi's weight is how often, which stands there already.
    names = [n for n in graph.edge_types if n != "weight" or "count" not in graph.edge_types]
    rows.writerow([*ENDS, *TOLD, *(attribute_name(n) for n in names), LAST])
    known = {node.id: (node.label, chinese(kind_name(node.kind))) for node in graph.nodes}
    for edge in graph.edges:
        ends = (*known[edge.source], chinese(type_name(edge.type)), *known[edge.target])
        own = (value_words(n, edge.attrs.get(n)) for n in names)
        rows.writerow(_cells(*ends, edge.document, edge.year, *own, edge.evidence))


def _nodes(graph: Plain, out: TextIO) -> None:
    rows = csv.writer(out)
    names = list(graph.node_types)
    rows.writerow(["id:ID", "name", ":LABEL", *(f"{n}:{TYPES[graph.node_types[n]]}" for n in names)])
    for node in graph.nodes:
        rows.writerow(_cells(node.id, node.label, node.kind.capitalize(), *(node.attrs.get(n) for n in names)))


def _edges(graph: Plain, out: TextIO) -> None:
    rows = csv.writer(out)
    names = list(graph.edge_types)
    typed = (f"{n}:{TYPES[graph.edge_types[n]]}" for n in names)
    rows.writerow([":START_ID", ":END_ID", ":TYPE", "document", "year:long", "evidence:string[]", *typed])
    for e in graph.edges:
        # Neo4j parts a list at semicolons and knows no way to write one inside an item.
        told = (e.document, e.year, ";".join(key.replace(";", "；") for key in e.evidence))
        rows.writerow(_cells(e.source, e.target, e.type.upper(), *told, *(e.attrs.get(n) for n in names)))


def _cells(*values: object) -> list[str]:
    """Cells as text on one line; one that a spreadsheet would run as a formula gets a leading apostrophe.

    Neo4j's importer takes a line break in a cell for the end of the row, unless told otherwise.
    """
    cells = ["" if v is None else " ".join(text(v).splitlines()) for v in values]
    numbers = [isinstance(v, int | float) for v in values]
    return [f"'{c}" if FORMULA.match(c) and not n else c for c, n in zip(cells, numbers, strict=True)]
