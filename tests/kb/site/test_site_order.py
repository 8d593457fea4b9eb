"""No row is lost between the pages of a sorted table, nor in a CSV made of them."""

import csv
import io
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kb.site.order import with_key

SQL = [
    ("select id, rank from ranking_entries order by rank limit 51", "order by rank, [id] limit 51"),
    ("select id, rank from ranking_entries where rank > 1 order by rank desc limit 51", "order by rank desc, [id] limit 51"),
    ("select id from ranking_entries order by id limit 51", "order by id limit 51"),
    ("select id, rank from ranking_entries order by rank, id limit 51", "order by rank, id limit 51"),
    ("select distinct rank from ranking_entries order by rank limit 51", "order by rank limit 51"),
    ("select rank, count(*) from ranking_entries group by rank order by rank limit 5", "order by rank limit 5"),
    ("select rank from ranking_entries union select id from places order by rank limit 5", "order by rank limit 5"),
    ("select id from elsewhere order by name limit 5", "order by name limit 5"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "ends"), SQL)
def test_only_a_tables_page_gets_its_key(sql: str, ends: str) -> None:
    assert with_key(sql).endswith(ends)
    assert with_key(sql).startswith(sql.partition("order by")[0])


def keys(db: Path, table: str) -> list[str]:
    with sqlite3.connect(db) as base:
        return sorted(key for (key,) in base.execute(f"select id from {table}"))


@pytest.mark.parametrize("order", ["", "_sort=document", "_sort_desc=document", "_sort_desc=kind", "_sort=page_from"])
def test_all_rows_stand_on_the_pages(get: Any, folder: Path, order: str) -> None:
    found, path = [], f"/whitepapers/passages.json?_size=2&_shape=objects&{order}"
    while path:
        page = get(path).json()
        found += [row["id"] for row in page["rows"]]
        path = (page["next_url"] or "").replace("http://localhost", "")
    assert sorted(found) == keys(folder / "whitepapers.db", "passages")


@pytest.mark.parametrize("order", ["", "_sort=document", "_sort_desc=document"])
def test_a_streamed_csv_has_all_rows(get: Any, folder: Path, order: str) -> None:
    text = get(f"/whitepapers/evidence.csv?_stream=on&{order}").content.decode("utf-8-sig")
    found = [row["id"] for row in csv.DictReader(io.StringIO(text))]
    assert sorted(found) == keys(folder / "whitepapers.db", "evidence")
