"""The corpus as it is ingested: the papers yield what they must, and search finds what LIKE finds in them."""

import random
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kb.base.fts import escape_fts, normal, terms
from kb.base.index import out_of_step
from kb.base.tables import TABLES
from kb.ingest import workers
from kb.ingest.log import Result
from kb.ingest.run import Options, ingest
from kb.ingest.workers import Limits, Outcome, Task
from schema import Paper

CORPUS = Path(__file__).parents[3] / "corpus"


class Deaf:
    """A listener that does not care."""

    def start(self, files: int) -> None: ...
    def done(self, result: Result) -> None: ...


def read_here(tasks: Iterable[Task], limits: Limits) -> Iterator[Outcome]:
    """Read without a process of its own, which loads everything anew."""
    for task in tasks:
        read, error = workers._read(task)
        yield Outcome(task, Paper.model_validate_json(read) if read else None, error, 0.0)


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Result]]:
    base = tmp_path_factory.mktemp("corpus") / "whitepapers.db"
    return base, ingest([str(CORPUS)], base, Options("test"), Deaf(), read=read_here)


@pytest.fixture
def db(ingested: tuple[Path, list[Result]]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{ingested[0].as_uri()}?immutable=1", uri=True)
    yield connection
    connection.close()


def test_every_paper_of_the_corpus_is_read(ingested):
    assert [(r.id, r.outcome) for r in ingested[1]] == [
        (p.name, "added") for p in sorted(CORPUS.iterdir()) if p.is_dir()
    ]


def test_every_paper_yields_what_its_source_yml_expects(ingested):
    assert [w for r in ingested[1] for w in r.warnings if w.startswith("source.yml")] == []


def test_the_base_is_sound(db):
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert out_of_step(db) == []


def test_ingesting_again_changes_nothing(ingested):
    base, _ = ingested
    before = base.read_bytes()
    with sqlite3.connect(base) as db:
        extractors = {row[0] for row in db.execute("SELECT extractor FROM documents")}
    db.close()
    (extractor,) = extractors
    results = ingest([str(CORPUS)], base, Options(extractor), Deaf(), read=read_here)
    assert {r.outcome for r in results} == {"unchanged"}
    assert base.read_bytes() == before


def test_every_city_that_is_ranked_is_one_of_the_gazetteers(db):
    assert db.execute(
        "SELECT e.id FROM ranking_entries e LEFT JOIN places p ON p.code = coalesce(e.city, e.province) "
        "WHERE p.code IS NULL OR p.level = 'other'"
    ).fetchall() == []  # fmt: skip


def test_every_fact_stands_somewhere(db):
    """Each row of a table that evidence is kept for has a box on a page of its paper."""
    kept = {row[0] for row in db.execute("SELECT DISTINCT fact_table FROM evidence")}
    for table in TABLES:
        if table.name in kept:
            without = db.execute(
                f"SELECT {table.key[0]} FROM {table.name} t WHERE NOT EXISTS "
                f"(SELECT 1 FROM evidence WHERE fact_table = ? AND fact = t.{table.key[0]} AND page_id IS NOT NULL)",
                (table.name,),
            ).fetchall()
            assert without == [], table.name


def test_search_finds_in_every_passage_what_like_finds(db):
    texts = db.execute("SELECT rowid, text FROM passages ORDER BY rowid").fetchall()
    folded = {rowid: normal(text) for rowid, text in texts}
    rng = random.Random(2021)
    queries = ["济南", "脑", "城市大脑", "5G", "济南 城市大脑", "数字化", "“343”", "1+5+N", ""]
    for _ in range(500):
        text = rng.choice(texts)[1]
        start = rng.randrange(len(text))
        queries.append(text[start : start + rng.randint(1, 5)])
    sql = "SELECT rowid FROM passages WHERE rowid IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?)"
    for query in queries:
        found = {row[0] for row in db.execute(sql, (escape_fts(query),))}
        assert found == {rowid for rowid, text in folded.items() if all(t in text for t in terms(query))}, query
