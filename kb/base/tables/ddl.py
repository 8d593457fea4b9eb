"""The SQL that makes the base, and its fingerprint."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from kb.base.tables import TABLES, VIEWS
from kb.base.tables.model import Column, Table

__all__ = ["create_statements", "fingerprint", "quoted", "view_statements"]


def quoted(name: str) -> str:
    """A name as SQL takes it whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def _column(column: Column, table: Table, by_name: dict[str, Table]) -> str:
    parts = [quoted(column.name), column.type]
    if table.key == (column.name,):
        parts.append("PRIMARY KEY")
    if column.required:
        parts.append("NOT NULL")
    if column.references:
        parts.append(f"REFERENCES {quoted(column.references)} ({quoted(by_name[column.references].key[0])})")
    return " ".join(parts)


def _create(table: Table, by_name: dict[str, Table]) -> str:
    lines = [_column(c, table, by_name) for c in table.columns]
    if len(table.key) > 1:
        lines.append(f"PRIMARY KEY ({', '.join(map(quoted, table.key))})")
    return f"CREATE TABLE {quoted(table.name)} (\n    " + ",\n    ".join(lines) + "\n)"


def _indexes(table: Table) -> Iterator[str]:
    for column in table.columns:
        if column.references and table.key[0] != column.name:
            name = quoted(f"idx_{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {quoted(table.name)} ({quoted(column.name)})"
    if table.name in ("evidence", "attestations"):
        of = ("fact_table", "fact") if table.name == "evidence" else ("thing_table", "thing")
        yield f"CREATE INDEX idx_{table.name}_of ON {table.name} ({', '.join(of)})"


@lru_cache(maxsize=1)
def create_statements() -> tuple[str, ...]:
    """All tables and their indexes."""
    by_name = {t.name: t for t in TABLES}
    return tuple(s for t in TABLES for s in (_create(t, by_name), *_indexes(t)))


def view_statements() -> tuple[str, ...]:
    """All views."""
    return tuple(f"CREATE VIEW {quoted(v.name)} AS\n{v.sql}" for v in VIEWS)


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes whenever the tables do; views may change freely."""
    return hashlib.sha256("\n".join(create_statements()).encode()).hexdigest()[:12]
