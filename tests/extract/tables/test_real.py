"""The tables of real papers, held against a careful reader's grids. Skips where those papers are not at hand."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.layout import lay_out
from extract.model import Grid
from extract.read import opened
from extract.tables import find_grids

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "real" / "tables.gold.json"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="needs the shared papers")


def grids(path: Path) -> list[Grid]:
    with opened(path.read_bytes()) as file:
        return find_grids(lay_out(file.pages()))


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_tables", SHARED / "evaluate" / "score_tables.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def score() -> Any:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    stems = sorted({t["pdf"] for t in [*gold["tables"], *gold["negatives"]]})
    found = [
        {"pdf": stem, "pages": [p for p, _ in g.boxes], "grid": [[c.text for c in row] for row in g.rows]}
        for stem in stems
        for g in grids(SHARED / "real" / f"{stem}.pdf")
    ]
    return scorer().score(found, gold)["total"]


def test_cells_and_rows(score: Any) -> None:
    assert score["f1"] >= 0.97
    assert score["rows_all"] >= 0.95
    assert score["rows"] >= 0.95


def test_charts_and_boxes_are_no_tables(score: Any) -> None:
    assert score["neg22"] == 0
    assert score["extra"] == 0


CORPUS = SHARED / "corpus"


def rows_of(grid: Grid) -> list[list[str]]:
    """The body rows, panels taken apart."""
    return [[c.text for c in row[a:b]] for row in grid.rows[grid.header_rows :] for a, b in grid.bands]


@pytest.mark.parametrize("paper", ["ccid-2021", "ccid-2021-slides"])
def test_each_row_of_the_lists(paper: str) -> None:
    gold = json.loads((CORPUS / "ccid-2021.gold.json").read_text(encoding="utf-8"))
    listed = {r["label"]: r["entries"] for r in gold["rankings"] if r.get("label")}
    found = {g.label: g for g in grids(CORPUS / f"{paper}.pdf")}
    assert set(found) == {"表1", "表2", "表3"}
    assert sorted(map(tuple, rows_of(found["表1"]))) == sorted(
        (str(e["rank"]), e["city"], e["province"]) for e in listed["表1"]
    )
    pairs = {(province, city) for province, cities in rows_of(found["表2"]) for city in cities.split("、")}
    assert pairs == {(e["province"], e["city"]) for e in listed["表2"]}
    triples = {(region[:2], province, city) for region, province, city in rows_of(found["表3"]) if city}
    assert triples == {(e["region"], e["province"], e["city"]) for e in listed["表3"]}


@pytest.mark.parametrize(("year", "columns"), [("2022", 3), ("2023", 5)])
def test_each_row_of_the_samples(year: str, columns: int) -> None:
    (found,) = grids(CORPUS / f"sample-{year}.pdf")
    rows = rows_of(found)
    assert {len(r) for r in rows} == {columns}
    assert sorted(int(r[0]) for r in rows) == list(range(1, 101))
    assert all(all(r) for r in rows)


# How many rows, header included, and columns a reader sees in the tables of two reports, and on which pages.
SIZES = {
    "genai-filing-guide-2026": {
        "表1": (6, 5, [14]), "表2": (6, 5, [16, 17]), "表3": (11, 5, [19, 20]), "表4": (3, 5, [21]),
        "表5": (12, 5, [23, 24, 25]), "表6": (6, 5, [26]), "表7": (4, 5, [27]), "表8": (2, 5, [28]), "表9": (3, 5, [28]),
        "表10": (4, 5, [29]), "表11": (2, 5, [30]), "表12": (2, 5, [30]), "表13": (2, 5, [31]), "表14": (2, 5, [31]),
        "表15": (2, 5, [32]), "表16": (2, 7, [42]), "表17": (4, 4, [49]), "表18": (6, 3, [50, 51]),
        "表19": (13, 4, [52, 53]), "表20": (12, 4, [53, 54]), "表21": (9, 4, [54, 55]), "表22": (10, 4, [55, 56]),
    },
    "caict-computing-power-index-2021": {"表1": (9, 4, [34])},
}  # fmt: skip


@pytest.mark.parametrize("paper", SIZES)
def test_sizes(paper: str) -> None:
    found = {
        g.label: (len(g.rows), len(g.rows[0]), [p for p, _ in g.boxes]) for g in grids(SHARED / "real" / f"{paper}.pdf")
    }
    assert found == SIZES[paper]


@pytest.mark.parametrize(
    ("paper", "tables"),
    [
        ("iresearch-knowledge-graph-2020", []),
        ("fisco-bcos-whitepaper-2017", []),
        ("garbled-layer-journal-survey", []),
        ("scan-zh-book-8p", []),
        ("privacy-computing-market-2021", [(9, 3), (4, 3), (10, 5)]),
        ("personalised-ads-compliance-2022", [(8, 5), (10, 3)]),
    ],
)
def test_nothing_but_the_tables(paper: str, tables: list[tuple[int, int]]) -> None:
    found = grids(SHARED / "real" / f"{paper}.pdf")
    assert [(len(g.rows), len(g.rows[0])) for g in found] == tables
