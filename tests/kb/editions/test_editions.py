"""Two editions of an invented ranking and a real paper in one base, without more said of them: what a careful reader has."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.paper import extract_paper
from kb.base.file import for_writing
from kb.cli import main
from kb.ingest.notes import notes
from kb.store import store
from kb.store.rows import rows_of
from schema import Paper, Source

SHARED = Path(__file__).parents[4] / "shared" / "corpus"
FILES = ("sample-2022.pdf", "sample-2023.pdf", "ccid-2021.pdf")
pytestmark = pytest.mark.skipif(not (SHARED / "sample-2023.pdf").exists(), reason="the two editions are not at hand")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / "sample.gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    return {f: extract_paper((SHARED / f).read_bytes(), Source(id=Path(f).stem)) for f in FILES}


def fill(base: Path, papers: dict[str, Paper], order: tuple[str, ...]) -> Path:
    with for_writing(base) as db:
        for file in order:
            paper = papers[file]
            rows = rows_of(paper, file=file, stored_as="test")
            with db.atomic():
                store(db, paper.document.id, rows)
    return base


@pytest.fixture(scope="module")
def base(tmp_path_factory, papers) -> Path:
    return fill(tmp_path_factory.mktemp("editions") / "x.db", papers, FILES)


def rows(base: Path, sql: str) -> list[dict[str, Any]]:
    with sqlite3.connect(base) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


@pytest.fixture(scope="module")
def history(base) -> list[dict[str, Any]]:
    return rows(base, "SELECT * FROM rank_history WHERE document LIKE 'sample-%'")


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


def test_exactly_the_wrong_changes_are_found_and_no_other_contradiction(base, gold):
    found = rows(
        base, "SELECT f.*, p.name AS city FROM findings f JOIN ranking_entries e ON e.document = f.document "
        "AND e.as_printed = f.about JOIN places p ON p.code = e.city WHERE f.document LIKE 'sample-%' AND kind = 'contradiction'"
    )  # fmt: skip
    assert sorted(f["city"] for f in found) == sorted(gold["printed_change_wrong"])
    assert {f["rule"] for f in found} == {"edition_change"}
    assert rows(base, "SELECT count(*) AS n FROM findings WHERE document LIKE 'sample-%' AND kind <> 'confirmed'") == [
        {"n": 2}
    ]
    for finding in found:
        sides = rows(base, f"SELECT DISTINCT document FROM evidence WHERE fact = '{finding['id']}' ORDER BY box")
        assert [s["document"] for s in sides] == ["sample-2023", "sample-2022"]


def test_who_entered_and_who_left(base, history, gold):
    years: dict[int, set[str]] = {}
    for h in history:
        years.setdefault(h["year"], set()).add(h["city"])
    assert {h["city"] for h in history if h["entered_computed"]} == set(gold["entered"])
    assert years[2022] - years[2023] == set(gold["left"])
    result = CliRunner().invoke(main, ["diff", "2022", "2023", "--format", "json", "--db", str(base)])
    (told,) = json.loads(result.stdout)
    assert (sorted(told["entered"]), sorted(told["left"])) == (sorted(gold["entered"]), sorted(gold["left"]))
    assert told["comparable"]


def test_who_reads_in_the_next_edition_is_told_how_it_stands_to_the_last(base, gold):
    (audit, compared) = notes(base, ["sample-2023"])
    assert audit.startswith("sample-2023：核对出矛盾 2 处；运行 kb audit sample-2023")
    assert f"与 sample-2022 相比，新上榜 {len(gold['entered'])}、落榜 {len(gold['left'])}、" in compared
    assert "运行 kb diff 2022 2023" in compared


def test_moves_told_in_words(base, gold):
    found = rows(
        base, "SELECT p.name AS city, c.change, c.rank FROM rank_changes c JOIN places p ON p.code = c.city "
        "WHERE document LIKE 'sample-%'"
    )  # fmt: skip
    assert found == gold["rank_changes"]


def test_the_rank_of_the_year_before_follows_from_a_move_and_is_never_called_printed(base):
    found = rows(
        base, "SELECT city, year, rank, change_printed, entry FROM rank_history WHERE derived = 1 ORDER BY rank"
    )
    assert found == [
        {"city": "深圳市", "year": 2020, "rank": 1, "change_printed": None, "entry": None},
        {"city": "北京市", "year": 2020, "rank": 3, "change_printed": None, "entry": None},
    ]  # fmt: skip
    assert rows(
        base, "SELECT count(*) AS n FROM ranking_entries e JOIN rankings r ON r.id = e.ranking WHERE r.edition = 2020"
    ) == [{"n": 0}]


def test_the_real_paper_disagrees_with_itself_where_a_reader_finds_it(base):
    found = {
        (f["kind"], f["about"]) for f in rows(base, "SELECT kind, about FROM findings WHERE document = 'ccid-2021'")
    }
    wanted = {
        *((("contradiction", about)) for about in ("广东省", "青岛市", "华东")), ("incomplete", "表3"),
        *((("confirmed", about)) for about in ("江苏省", "山东省", "广东省", "第一梯队")),
    }  # fmt: skip
    assert wanted <= found


def test_the_order_of_reading_and_reading_again_change_nothing(base, papers, tmp_path):
    other = fill(tmp_path / "y.db", papers, FILES[::-1])
    from kb.base.tables import TABLES

    for table in TABLES:
        names = ", ".join(f'"{n}"' for n in table.names)
        query = f"SELECT {names} FROM {table.name} ORDER BY {', '.join(table.key)}"
        assert rows(base, query) == rows(other, query), table.name
    before = rows(other, "SELECT rowid, * FROM evidence")
    fill(other, papers, FILES)
    assert rows(other, "SELECT rowid, * FROM evidence") == before
