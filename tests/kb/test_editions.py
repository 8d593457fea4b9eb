"""Two editions of one invented ranking, without source.yml: ranks over the years as a careful reader has them."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from extract.paper import extract_paper
from kb.base import for_writing
from kb.rows import rows_of
from kb.store import known_policies, store
from schema import Source

SHARED = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not (SHARED / "sample-2023.pdf").exists(), reason="the two editions are not at hand")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / "sample.gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def history(tmp_path_factory, gold) -> list[dict[str, Any]]:
    base = tmp_path_factory.mktemp("editions") / "x.db"
    with for_writing(base) as db:
        for edition in gold["editions"]:
            path = SHARED / edition["file"]
            paper = extract_paper(path.read_bytes(), Source(id=path.stem))
            rows = rows_of(paper, known_policies(db, path.stem), file=path.name, stored_as="test")
            with db.atomic():
                store(db, path.stem, rows)
    with sqlite3.connect(base) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM rank_history")]


def test_ranks_of_both_years_are_told(history, gold):
    found = {(h["city"], str(h["year"])): h["rank"] for h in history}
    wanted = {(g["city"], year): g[year] for g in gold["rank_history"] for year in ("2022", "2023") if g[year]}
    assert found == wanted


def test_it_is_one_series_and_one_list(history):
    assert len({(h["series"], h["list"]) for h in history}) == 1


def test_changes_are_told_as_printed_and_as_computed(history, gold):
    later = {h["city"]: h for h in history if h["year"] == 2023}
    printed = {g["city"]: g["printed_change"] for g in gold["rank_history"] if g["2023"]}
    assert {city: h["change_printed"] for city, h in later.items()} == printed
    computed = {g["city"]: g["2022"] - g["2023"] for g in gold["rank_history"] if g["2022"] and g["2023"]}
    assert {c: h["change_computed"] for c, h in later.items() if h["change_computed"] is not None} == computed
    wrong = {c for c, h in later.items() if None not in (h["change_printed"], h["change_computed"])
             and h["change_printed"] != h["change_computed"]}  # fmt: skip
    assert wrong == set(gold["printed_change_wrong"])


def test_who_entered_and_who_left(history, gold):
    years: dict[int, set[str]] = {}
    for h in history:
        years.setdefault(h["year"], set()).add(h["city"])
    assert {h["city"] for h in history if h["entered_computed"]} == set(gold["entered"])
    assert years[2022] - years[2023] == set(gold["left"])
