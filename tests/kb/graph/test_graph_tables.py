"""The tables: what Neo4j's importer asks of headers and cells, and a table that a spreadsheet opens."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from odd_graph import MANY, ONE_LINE, POLICY, many, odd

from kb.graph.plain import Plain
from kb.graph.write import TIES, write

# name:type; of a property both, of the fields that the importer knows the name may be left out.
PROPERTY = re.compile(r"[^:]+:(?:boolean|long|double|string)(?:\[\])?|[^:]+")
KNOWN = {"ID", "LABEL", "START_ID", "END_ID", "TYPE"}
READS: dict[str, Callable[[str], object]] = {
    "boolean": {"true": True, "false": False}.__getitem__, "long": int, "double": float, "string": str,
    "string[]": lambda cell: cell.split(";"),
}  # fmt: skip
Table = tuple[list[str], list[dict[str, object]]]


def folder_of(graph: Plain, tmp_path: Path) -> Path:
    write(graph, tmp_path / "g.csv")
    return tmp_path / "g.csv"


def imported(path: Path) -> Table:
    """Header and rows as Neo4j's importer types them; an empty cell is no property."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True))
    header = rows[0]
    assert len(set(header)) == len(header)
    for field in header:
        assert field.rpartition(":")[2] in KNOWN or PROPERTY.fullmatch(field), field
    kinds = [READS.get(field.rpartition(":")[2], str) for field in header]
    found = []
    for row in rows[1:]:
        assert len(row) == len(header)
        assert not any("\n" in cell or "\r" in cell for cell in row), "multi-line cells need an option"
        found.append({f: read(cell) for f, read, cell in zip(header, kinds, row, strict=True) if cell})
    return header, found


def both(folder: Path) -> tuple[Table, Table]:
    """Nodes and edges, with what the importer would stop at."""
    nodes, edges = imported(folder / "nodes.csv"), imported(folder / "edges.csv")
    for known in ("ID", "LABEL"):
        assert sum(field.rpartition(":")[2] == known for field in nodes[0]) == 1
    for known in ("START_ID", "END_ID", "TYPE"):
        assert sum(field.rpartition(":")[2] == known for field in edges[0]) == 1
    ids = [n["id:ID"] for n in nodes[1]]
    assert len(set(ids)) == len(ids)
    assert all({e[":START_ID"], e[":END_ID"]} <= set(ids) and e[":TYPE"] for e in edges[1])
    return nodes, edges


def test_neo4j_imports_what_the_graph_holds(tmp_path: Path) -> None:
    (_, nodes), (_, edges) = both(folder_of(odd(), tmp_path))
    assert [(n["id:ID"], n[":LABEL"], n["name"]) for n in nodes] == [
        ("place:370100", "Place", "济南市"), (POLICY, "Policy", ONE_LINE), ("policy:乙", "Policy", "'=cmd()"),
    ]  # fmt: skip
    assert nodes[0]["longitude:double"] == 117.1 and nodes[1]["cited:boolean"] is True
    assert nodes[2]["papers:double"] == 3.0 and nodes[1]["year:long"] == 2021
    assert [(e[":START_ID"], e[":TYPE"], e.get("year:long")) for e in edges] == [
        (POLICY, "CITES", 2021), (POLICY, "CITES", 2022), ("policy:乙", "APPLIES_TO", None),
    ]  # fmt: skip
    # A semicolon inside an id would part it in two.
    assert edges[0]["evidence:string[]"] == ["e:1", "e:2；3"]
    assert edges[2]["why:string"] == ONE_LINE


def test_ten_thousand_nodes(tmp_path: Path) -> None:
    folder = folder_of(many(), tmp_path)
    (_, nodes), (_, edges) = both(folder)
    assert (len(nodes), len(edges)) == (MANY, MANY - 1)
    with (folder / TIES).open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.DictReader(file, strict=True)) == MANY - 1


def test_the_table_of_ties_is_for_excel(tmp_path: Path) -> None:
    data = (folder_of(odd(), tmp_path) / TIES).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert [r["联系 Tie"] for r in rows] == ["引用", "引用", "适用"]
    assert {r["终点 To"] for r in rows} == {"济南市"} and rows[0]["年份 Year"] == "2021"
    assert [r["起点 From"] for r in rows] == [ONE_LINE, ONE_LINE, "'=cmd()"]


@pytest.mark.parametrize("name", ["nodes.csv", "edges.csv", TIES])
def test_no_cell_is_run_as_a_formula(tmp_path: Path, name: str) -> None:
    with (folder_of(odd(), tmp_path) / name).open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert cells and not [c for c in cells if c[:1] in tuple("=+@\t")]
