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
