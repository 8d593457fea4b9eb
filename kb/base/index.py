"""The search tables, kept in step with the tables they index."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlite_utils

from kb.base.fts import ANY, fts_name, spaced
from kb.base.tables import BY_NAME, TABLES, Table
from kb.base.tables.ddl import quoted

__all__ = ["SEARCHED", "create_index", "index_rows", "mend", "out_of_step", "rebuild", "searched_texts", "unindex"]

SEARCHED = tuple(t for t in TABLES if t.searched)


def create_index(db: sqlite3.Connection) -> None:
    """The search tables, empty."""
    for table in SEARCHED:
        columns = ", ".join(map(quoted, table.searched))
        db.execute(
            f"CREATE VIRTUAL TABLE {quoted(fts_name(table.name))} USING fts5 "
            f"({columns}, every, row_key UNINDEXED, tokenize = 'unicode61 remove_diacritics 0')"
        )


def searched_texts(
    db: sqlite3.Connection, table: Table, keys: Iterable[tuple[str, ...]] | None = None
) -> Iterator[Any]:
    """(rowid, key, text of each searched column, ...) of rows, or of all; a link is searched by the name it shows."""
    joins, texts = "", []
    for n, name in enumerate(table.searched):
        to = table.column(name).references
        if to:
            joins += f" LEFT JOIN {quoted(to)} AS l{n} ON l{n}.{quoted(BY_NAME[to].key[0])} = t.{quoted(name)}"
        texts.append(f"l{n}.{quoted(BY_NAME[to].label)}" if to else f"t.{quoted(name)}")
    key = quoted(table.key[0])
    query = f"SELECT t.rowid, t.{key}, {', '.join(texts)} FROM {quoted(table.name)} AS t{joins}"
    if keys is None:
        yield from db.execute(query)
        return
    for one in keys:
        yield from db.execute(f"{query} WHERE t.{key} = ?", (one[0],))


def index_rows(db: sqlite3.Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Index rows as `searched_texts` gives them."""
    marks = ", ".join("?" * (len(table.searched) + 3))
    names = ", ".join(map(quoted, ("rowid", *table.searched, "every", "row_key")))
    db.executemany(
        f"INSERT INTO {quoted(fts_name(table.name))} ({names}) VALUES ({marks})",
        ((rowid, *map(spaced, texts), ANY, key) for rowid, key, *texts in rows),
    )


def unindex(db: sqlite3.Connection, table: Table, keys: Iterable[tuple[str, ...]]) -> None:
    """Take rows out of the search table; they must still stand in the table."""
    key = quoted(table.key[0])
    db.executemany(
        f"DELETE FROM {quoted(fts_name(table.name))} "
        f"WHERE rowid = (SELECT rowid FROM {quoted(table.name)} WHERE {key} = ?)",
        ((one[0],) for one in keys),
    )


def rebuild(db: sqlite3.Connection, table: Table) -> None:
    """Index a table anew."""
    db.execute(f"DELETE FROM {quoted(fts_name(table.name))}")
    index_rows(db, table, searched_texts(db, table))


def mend(db: sqlite_utils.Database) -> None:
    """Index anew what is out of step, before anything is changed that goes by row numbers."""
    if tables := out_of_step(db.conn):
        with db.atomic():
            for table in tables:
                rebuild(db.conn, table)


def out_of_step(db: sqlite3.Connection) -> list[Table]:
    """Tables whose search table has other rows than they: VACUUM, for one, may give rows other numbers."""
    found = []
    for table in SEARCHED:
        name, key = quoted(table.name), quoted(table.key[0])
        (rows,) = db.execute(f"SELECT count(*) FROM {name}").fetchone()
        (same,) = db.execute(
            f"SELECT count(*) FROM {name} AS t JOIN {quoted(fts_name(table.name) + '_content')} AS f ON f.id = t.rowid "
            f"WHERE f.c{len(table.searched) + 1} = t.{key}"
        ).fetchone()
        (indexed,) = db.execute(f"SELECT count(*) FROM {quoted(fts_name(table.name) + '_content')}").fetchone()
        if not rows == same == indexed:
            found.append(table)
    return found
