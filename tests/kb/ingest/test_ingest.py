"""Papers into the base: what is done, what is left alone, what is said."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from papers import full_paper

import kb.ingest.run
from kb.errors import KbError
from kb.ingest.log import Result
from kb.ingest.run import Options, ingest, remove_papers
from schema import Paper


class Ear:
    """A listener that remembers."""

    def __init__(self) -> None:
        self.files = 0
        self.heard: list[Result] = []

    def start(self, files: int) -> None:
        self.files = files

    def done(self, result: Result) -> None:
        self.heard.append(result)


def paper(id: str, content: bytes, **more: Any) -> Paper:
    """A paper as read from a file with this content."""
    import hashlib

    found = full_paper(id, **more)
    found.document.sha256 = hashlib.sha256(content).hexdigest()
    found.extractor = "1"
    return found


@pytest.fixture
def run(tmp_path: Path, base: Path, reader) -> Callable[..., list[Result]]:
    """Ingest what stands in a folder `in`; `papers` are read from files by stem."""
    (tmp_path / "in").mkdir()

    def run(papers: dict[str, Paper], extractor: str = "1", **options: Any) -> list[Result]:
        ear = Ear()
        found = ingest([str(tmp_path / "in")], base, Options(extractor, **options), ear, read=reader(papers))
        assert ear.files == len(ear.heard) == len(found)
        return found

    return run


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., None]:
    def write(**contents: bytes) -> None:
        for name, content in contents.items():
            (tmp_path / "in" / f"{name}.pdf").write_bytes(content)

    return write


def rows(base: Path, sql: str) -> list[Any]:
    with sqlite3.connect(base) as db:
        return db.execute(sql).fetchall()


def dump(base: Path) -> list[str]:
    with sqlite3.connect(base) as db:
        return list(db.iterdump())


def outcomes(results: list[Result]) -> dict[str, str]:
    return {r.id: r.outcome for r in results}


def test_papers_are_added_then_left_alone(run, files, base):
    files(a=b"A", b=b"B")
    papers = {"a": paper("a", b"A"), "b": paper("b", b"B")}
    assert outcomes(run(papers)) == {"a": "added", "b": "added"}
    before = dump(base)
    again = run(papers)
    assert outcomes(again) == {"a": "unchanged", "b": "unchanged"}
    assert again[0].counts["ranking_entries"] == 7
    assert again[0].counts["policies"] == 3
    assert again[0].restricted
    assert dump(base) == before


@pytest.mark.parametrize("change", ["bytes", "extractor", "source", "force"])
def test_what_was_read_otherwise_is_read_again(change, run, files, base, tmp_path):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    content, options = b"A", {}
    if change == "bytes":
        content = b"A2"
        files(a=content)
    if change == "extractor":
        options["extractor"] = "2"
    if change == "source":
        (tmp_path / "in" / "source.yml").write_text("id: a\nyear: 2022\n")
    if change == "force":
        options["force"] = True
    assert outcomes(run({"a": paper("a", content)}, **options)) == {"a": "replaced"}
    assert rows(base, "SELECT outcome FROM ingests ORDER BY id") == [("added",), ("replaced",)]


def test_force_on_the_same_changes_only_the_log(run, files, base):
    files(a=b"A", b=b"B")
    papers = {"a": paper("a", b"A"), "b": paper("b", b"B")}
    run(papers)
    before = [line for line in dump(base) if 'INTO "ingests"' not in line]
    results = run(papers, force=True)
    assert [r.changes for r in results] == [{}, {}]
    assert [line for line in dump(base) if 'INTO "ingests"' not in line] == before


def test_a_better_extractor_shows_its_gains_and_losses(run, files, base):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    better = paper("a", b"A")
    better.extractor = "2"
    better.rank_changes = []
    better.tiers[0].members.append("上海市")
    better.case_studies[0].title = "城市大脑"
    better.case_studies[0].page_to = 4
    (result,) = run({"a": better}, extractor="2")
    told = {t: (len(c.gained), len(c.lost), len(c.changed)) for t, c in result.changes.items()}
    assert {t: n for t, n in told.items() if t not in ("evidence", "documents")} == {
        "rank_changes": (0, 1, 0), "tier_members": (1, 0, 0), "case_studies": (0, 0, 1),
    }  # fmt: skip
    ((changes,),) = rows(base, "SELECT changes FROM ingests WHERE outcome = 'replaced'")
    assert json.loads(changes)["rank_changes"]["lost"] == {"count": 1, "keys": ["a/北京市/+2"]}


def test_one_that_fails_stops_no_other_and_is_logged(run, files, base):
    files(a=b"A", bad=b"?", c=b"C")
    results = run({"a": paper("a", b"A"), "c": paper("c", b"C")})
    assert outcomes(results) == {"a": "added", "bad": "failed", "c": "added"}
    assert results[1].error.endswith("in/bad.pdf：读不了 (can't be read)")
    assert rows(base, "SELECT paper, document, error IS NULL FROM ingests ORDER BY id") == [
        ("a", "a", 1), ("bad", None, 0), ("c", "c", 1),
    ]  # fmt: skip


def test_a_failure_leaves_what_the_base_had_of_that_paper(run, files, base):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    files(a=b"broken")
    assert outcomes(run({})) == {"a": "failed"}
    assert rows(base, "SELECT count(*) FROM ranking_entries WHERE document = 'a'") == [(7,)]
    assert rows(base, "SELECT document FROM ingests WHERE outcome = 'failed'") == [("a",)]


def test_what_can_not_be_stored_is_rolled_back(run, files, base, monkeypatch):
    files(a=b"A", b=b"B", c=b"C")
    real = kb.ingest.run.store

    def breaks(db: Any, document: str, found: Any) -> Any:
        changes = real(db, document, found)
        if document == "b":
            raise sqlite3.IntegrityError("UNIQUE constraint failed")
        return changes

    monkeypatch.setattr(kb.ingest.run, "store", breaks)
    results = run({k: paper(k, k.upper().encode()) for k in "abc"})
    assert outcomes(results) == {"a": "added", "b": "failed", "c": "added"}
    assert "存不进库" in results[1].error
    assert rows(base, "SELECT id FROM documents") == [("a",), ("c",)]
    assert rows(base, "SELECT count(*) FROM evidence WHERE document = 'b'") == [(0,)]


def test_a_full_disk_is_said_and_the_base_is_as_it_was(run, files, base, monkeypatch):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    before = dump(base)

    real = kb.ingest.run.store

    def full(db: Any, document: str, found: Any) -> Any:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
        return real(db, document, found)

    monkeypatch.setattr(kb.ingest.run, "store", full)
    files(b=b"B")
    big = paper("b", b"B")
    big.passages *= 300
    results = run({"b": big})
    assert outcomes(results) == {"a": "unchanged", "b": "failed"}
    assert "磁盘已满" in results[1].error
    assert [line for line in dump(base) if "ingests" not in line] == [line for line in before if "ingests" not in line]


def test_two_files_with_one_key_are_told(run, files, base, tmp_path):
    files(a=b"A")
    (tmp_path / "in" / "more").mkdir()
    (tmp_path / "in" / "more" / "a.pdf").write_bytes(b"B")
    first, second = run({"a": paper("a", b"A")})
    assert (first.outcome, second.outcome) == ("added", "failed")
    assert "文献编号 a 与" in second.error
    assert "more/a.pdf" in second.error


def test_one_file_under_two_names_is_told(run, files, base):
    files(a=b"A", b=b"A")
    first, second = run({"a": paper("a", b"A"), "b": paper("b", b"A")})
    assert (first.outcome, second.outcome) == ("added", "failed")
    assert "同一份文件" in second.error
    files(a=b"other")
    assert outcomes(run({"a": paper("a", b"other")}))["b"] == "failed"


def test_the_next_years_paper_under_the_same_name_does_not_push_out_the_last(run, files, base):
    files(a=b"A")
    run({"a": paper("a", b"A", year=2021)})
    before = rows(base, "SELECT * FROM documents")
    files(a=b"B")
    (result,) = run({"a": paper("a", b"B", year=2022)})
    assert result.outcome == "failed"
    assert "编号 a 在库里是 2021 年的《2021样例城市报告》，这份是 2022 年的，没有替换" in result.error
    assert rows(base, "SELECT * FROM documents") == before
    (result,) = run({"a": paper("a", b"B", year=2022)}, force=True)
    assert result.outcome == "replaced"
    assert any("替换了另一份文件《2021样例城市报告》" in w for w in result.warnings)


def test_another_file_of_the_same_year_under_the_same_key_is_mentioned(run, files, base):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    files(a=b"B")
    found = paper("a", b"B")
    found.document.title = "2021样例城市报告（修订版）"
    (result,) = run({"a": found})
    assert result.outcome == "replaced"
    assert any("替换了另一份文件《2021样例城市报告》" in w for w in result.warnings)


def test_expectations_that_fail_are_warnings_and_findings(run, files, base, tmp_path):
    files(a=b"A")
    (tmp_path / "in" / "source.yml").write_text(
        "id: a\nexpect:\n  rankings: [{label: 表1, rows: 100}]\n  minimum: {policies: 3}\n"
    )
    (result,) = run({"a": paper("a", b"A")})
    assert [w for w in result.warnings if "source.yml" in w] == [
        "source.yml：表1 应有 100 行，实为 3 (not as expected)"
    ]
    found = rows(base, "SELECT kind, about, expected, actual, severity FROM findings WHERE rule = 'expectation'")
    assert found == [("incomplete", "表1", "100", "3", "major")]
    ((warnings,),) = rows(base, "SELECT warnings FROM ingests")
    assert json.loads(warnings) == result.warnings


def test_every_attempt_is_logged_with_the_files_hash(run, files, base, tmp_path):
    files(a=b"A", b=b"A", bad=b"?")
    (tmp_path / "in" / "more").mkdir()
    (tmp_path / "in" / "more" / "a.pdf").write_bytes(b"other")
    (tmp_path / "in" / "wrong").mkdir()
    (tmp_path / "in" / "wrong" / "c.pdf").write_bytes(b"C")
    (tmp_path / "in" / "wrong" / "source.yml").write_text("year: many")
    results = run({"a": paper("a", b"A")})
    assert [(r.id, r.outcome) for r in results] == [
        ("a", "added"), ("b", "failed"), ("bad", "failed"), ("a", "failed"), ("c", "failed"),
    ]  # fmt: skip
    found = rows(base, "SELECT file, outcome, sha256 IS NOT NULL, error FROM ingests ORDER BY file, outcome")
    assert [row[:3] for row in found] == [
        ("a.pdf", "added", 1), ("a.pdf", "failed", 0), ("b.pdf", "failed", 1), ("bad.pdf", "failed", 1), ("c.pdf", "failed", 0),
    ]  # fmt: skip
    assert [row[3] for row in found] == [None, *(r.error for r in (results[3], results[1], results[2], results[4]))]


def test_lookups_that_do_nothing_and_lists_without_a_year_are_said(run, files, tmp_path):
    files(a=b"A")
    (tmp_path / "in" / "source.yml").write_text("id: a\nlookups: {济南: 济南市, 苏洲: 苏州市, 某地: 无此市}\n")
    found = paper("a", b"A")
    found.document.year = found.rankings[0].year = None
    found.rankings[0].entries[2].city, found.rankings[0].entries[2].as_printed = None, "某地"
    (result,) = run({"a": found})
    told = [w.split("(")[0] for w in result.warnings[1:]]
    assert told == [
        "source.yml：lookups 里的 苏洲 没有用上；须与文中所印一字不差 ",
        "source.yml：lookups 里 某地 所指的 无此市 不是已知的地名；请写正式全称 ",
        "没读出版次年份，榜单进不了历年比较；请在 source.yml 写明 year ",
    ]


def test_no_base_is_left_where_nothing_could_be_read(tmp_path, reader):
    (tmp_path / "x.pdf").write_bytes(b"x")
    base = tmp_path / "new.db"
    results = ingest([str(tmp_path / "x.pdf")], base, Options("1"), Ear(), read=reader({}))
    assert outcomes(results) == {"x": "failed"}
    assert [p.name for p in tmp_path.iterdir()] == ["x.pdf"]


def test_an_interrupt_keeps_what_is_done(run, files, base, tmp_path, reader):
    class Interrupting(Ear):
        def done(self, result: Result) -> None:
            raise KeyboardInterrupt

    files(a=b"A", b=b"B")
    papers = {"a": paper("a", b"A"), "b": paper("b", b"B")}
    with pytest.raises(KeyboardInterrupt):
        ingest([str(tmp_path / "in")], base, Options("1"), Interrupting(), read=reader(papers))
    assert rows(base, "SELECT id FROM documents") == [("a",)]
    assert outcomes(run(papers)) == {"a": "unchanged", "b": "added"}
    assert not base.with_name(f"{base.name}.lock").exists()


def test_papers_are_removed_and_the_log_stays(run, files, base):
    files(a=b"A", b=b"B")
    run({"a": paper("a", b"A"), "b": paper("b", b"B")})
    (result,) = remove_papers(["a"], base, "1")
    assert (result.id, result.outcome) == ("a", "removed")
    assert rows(base, "SELECT id FROM documents") == [("b",)]
    assert rows(base, "SELECT paper, document, outcome FROM ingests ORDER BY id") == [
        ("a", None, "added"), ("b", "b", "added"), ("a", None, "removed"),
    ]  # fmt: skip


def test_an_unknown_paper_can_not_be_removed(run, files, base):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    with pytest.raises(KbError, match=r"^nope：库里没有这份文献"):
        remove_papers(["a", "nope"], base, "1")
    assert rows(base, "SELECT id FROM documents") == [("a",)]


@pytest.mark.parametrize("options", [{}, {"extractor": "2"}, {"force": True}])
def test_the_same_file_without_its_source_yml_loses_nothing_that_was_said_of_it(
    options, run, files, base, reader, tmp_path
):
    files(a=b"A")
    (tmp_path / "in" / "source.yml").write_text("id: a\nseries: 样例系列\n", encoding="utf-8")
    told = paper("a", b"A")
    told.document.series = "样例系列"
    run({"a": told})
    (tmp_path / "in" / "source.yml").unlink()
    bare = paper("a", b"A")
    bare.document.series = None
    (result,) = run({"a": bare}, **options)
    assert result.outcome == "unchanged"
    assert "source.yml" in result.warnings[0]
    assert rows(base, "SELECT series FROM documents") == [("样例系列",)]


def test_a_file_that_nothing_was_ever_said_of_is_read_again_where_that_is_asked_for(run, files):
    files(a=b"A")
    run({"a": paper("a", b"A")})
    assert outcomes(run({"a": paper("a", b"A")}, force=True)) == {"a": "replaced"}
