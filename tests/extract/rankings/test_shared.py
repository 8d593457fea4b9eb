"""The papers beside the project, where they are there: every row, score and change as a careful reader took them."""

import json
from functools import lru_cache
from pathlib import Path

import pytest

from extract.paper import extract_paper
from schema.ranking import Ranking

SHARED = Path(__file__).parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")


@lru_cache(maxsize=4)
def _rankings(name: str) -> list[Ranking]:
    paper = extract_paper((SHARED / name).read_bytes())
    return [r for r in paper.rankings if r.told == "table"]


def test_the_three_rankings_of_2021() -> None:
    gold = json.loads((SHARED / "corpus/ccid-2021.gold.json").read_text(encoding="utf-8"))["rankings"]
    found = _rankings("corpus/ccid-2021.pdf")
    assert [(r.label, r.ordered) for r in found] == [(g["label"], g["ordered"]) for g in gold]
    for ranking, want in zip(found, gold, strict=True):
        rows = {(e.rank, e.city, e.province) for e in ranking.entries}
        assert rows == {(e["rank"], e["city"], e["province"]) for e in want["entries"]}
    regions = {e["city"]: e["region"] for e in gold[2]["entries"]}
    assert {e.city: e.region for e in found[2].entries} == regions


@pytest.mark.parametrize("year", [2022, 2023])
def test_ranks_and_changes_of_two_editions(year: int) -> None:
    gold = json.loads((SHARED / "corpus/sample.gold.json").read_text(encoding="utf-8"))
    (ranking,) = _rankings(f"corpus/sample-{year}.pdf")
    assert ranking.year == year and ranking.claimed_size == 100
    rows = {e.city: e for e in ranking.entries}
    ranked = {h["city"]: h[str(year)] for h in gold["rank_history"] if h[str(year)]}
    assert {c: e.rank for c, e in rows.items()} == ranked
    if year == 2023:
        assert {c: e.change for c, e in rows.items()} == {
            h["city"]: h["printed_change"] for h in gold["rank_history"] if h["2023"]
        }
        assert {c for c, e in rows.items() if e.entered} == set(gold["entered"])
        assert rows["秦皇岛市"].score == 92.0


@pytest.mark.parametrize(
    "name", ["caict-computing-power-index-2021", "fisco-bcos-whitepaper-2017", "personalised-ads-compliance-2022"]
)
def test_no_false_ranking_in_a_real_paper(name: str) -> None:
    if not (SHARED / f"real/{name}.pdf").exists():
        pytest.skip("not there")
    assert _rankings(f"real/{name}.pdf") == []
