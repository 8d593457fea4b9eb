"""Search finds in Chinese exactly what LIKE finds, whatever is typed."""

import random
import sqlite3
from pathlib import Path

import pytest
from papers import TEXTS, full_paper

from kb.base.fts import escape_fts, normal, spaced, terms

ODD = [
    '"', '""', "'", "*", "-", "^", "(", ")", "{", "}", ":", "+", "~", ".", ",", "\\", "%", "_", "AND", "OR", "NOT", "NEAR",
    "NEAR(城 市)", "text:城市", "城市*", "^城市", "-城市", "城市 AND 大脑", "“343”", "1+5+N", "R&D", "a_b\\c", "R&D 3.5%", "IT/OT",
    "城市 OR", "NOT 一事", "'; drop table passages; --", '"城市', '大脑"', "\0", "城\0市", "，", "。", "anyrow", "u2bu", "\u200b",
]  # fmt: skip


@pytest.fixture(scope="module")
def searched(tmp_path_factory) -> sqlite3.Connection:
    """The texts, each in as many forms as a paper prints, indexed as the base does."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE passages (text, folded)")
    db.execute("CREATE VIRTUAL TABLE passages_fts USING fts5 (text, every, tokenize = 'unicode61 remove_diacritics 0')")
    pieces = [t[n : n + 25] for t in TEXTS for n in range(0, len(t), 7)]
    for n, text in enumerate([*TEXTS, *pieces], 1):
        db.execute("INSERT INTO passages (rowid, text, folded) VALUES (?, ?, ?)", (n, text, normal(text)))
        db.execute("INSERT INTO passages_fts (rowid, text, every) VALUES (?, ?, 'anyrow')", (n, spaced(text)))
    return db


def found(db: sqlite3.Connection, query: str) -> list[int]:
    """As Datasette asks."""
    sql = "SELECT rowid FROM passages WHERE rowid IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?)"
    return [row[0] for row in db.execute(sql, (escape_fts(query),))]


def like(db: sqlite3.Connection, *words: str) -> list[int]:
    """All words, by LIKE, on text folded as the search folds it."""
    escaped = ["%" + normal(w).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%" for w in words]
    where = " AND ".join(["folded LIKE ? ESCAPE '!'"] * len(words)) or "1"
    return [row[0] for row in db.execute(f"SELECT rowid FROM passages WHERE {where}", escaped)]


@pytest.mark.parametrize(
    "query", ["济南", "脑", "城市大脑", "5G", "5g", "５Ｇ", "G", "2", "18万多家", "方", "𠮷", "㐂", "大脑、 小脑"]
)
def test_a_query_without_blanks_finds_what_like_finds(searched, query):
    expected = like(searched, *query.split())
    assert found(searched, query) == expected != []


def test_words_apart_must_all_occur(searched):
    both = found(searched, "济南 城市大脑")
    assert both == found(searched, "城市大脑\u3000济南") == like(searched, "济南", "城市大脑")
    assert set(both) < set(found(searched, "城市大脑"))


def test_quotes_keep_blanks(searched):
    assert found(searched, '"Smart City"') == like(searched, "smart city") != []
    assert found(searched, '"City Smart"') == []
    assert found(searched, "City Smart") == like(searched, "city", "smart") != []


@pytest.mark.parametrize("query", ["", " ", "\u3000", '""', "\t\n", None])
def test_nothing_typed_finds_everything(searched, query):
    assert found(searched, query) == like(searched)


@pytest.mark.parametrize("query", ODD)
def test_nothing_typed_is_an_operator(searched, query):
    assert found(searched, query) == like(searched, *terms(query))


def test_random_pieces_of_the_texts_find_what_like_finds(searched):
    rng = random.Random(20211021)
    alphabet = sorted(set("".join(TEXTS)))
    for _ in range(2000):
        text = rng.choice(TEXTS)
        start = rng.randrange(len(text))
        query = text[start : start + rng.randint(1, 6)]
        if rng.random() < 0.4:
            query += rng.choice([" ", "", "\u3000"]) + "".join(rng.choices(alphabet, k=rng.randint(1, 2)))
        assert found(searched, query) == like(searched, *terms(query)), repr(query)


def test_very_long_queries_are_no_error(searched):
    assert found(searched, "城市 " * 3000) == found(searched, "城市")
    assert found(searched, " ".join(chr(0x4E00 + n) for n in range(500))) == []
    assert found(searched, "城" * 5000) == []


def test_every_searched_table_of_a_base_finds_its_rows(base: Path, put):
    put(base, full_paper("a"))
    wanted = {
        "documents": "样例", "passages": "大脑", "tables": "百强", "figures": "图1", "places": "济南", "rankings": "综合指数",
        "ranking_entries": "济南市", "tiers": "低碳", "policies": "29号", "issuers": "国务院", "policy_citations": "数字经济",
        "publications": "日报", "publication_citations": "日报", "case_studies": "济南", "frameworks": "济南市",
        "framework_components": "统管", "platforms": "雄安新区", "measurements": "18万", "dimensions": "信息", "findings": "华东",
        "dimension_statements": "卓有成效", "search": "城市大脑",
    }  # fmt: skip
    with sqlite3.connect(base) as db:
        tables = [row[0][:-4] for row in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'")]
        for table in tables:
            sql = (
                f"SELECT count(*) FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
            )
            assert db.execute(sql, (escape_fts(wanted[table]),)).fetchone()[0] > 0, table
    assert set(tables) == set(wanted)
