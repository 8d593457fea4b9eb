"""Rows that stand in the base, beside those that should: what a change of the base is worked out from."""

import sqlite3
from typing import Any

from kb.base.tables import BY_NAME
from kb.base.tables.ddl import quoted

__all__ = ["Key", "Renewal", "Row", "standing"]

Key = tuple[str, ...]
Row = dict[str, Any]
Renewal = dict[str, tuple[dict[Key, Row], dict[Key, Row]]]
"""For each table, the rows concerned as they stand, and as they must."""


def standing(db: sqlite3.Connection, table: str, where: str, *values: str) -> dict[Key, Row]:
    """Rows that stand in a table, by key."""
    spec = BY_NAME[table]
    names = ", ".join(map(quoted, spec.names))
    found = db.execute(f"SELECT {names} FROM {quoted(table)} WHERE {where}", values)
    dicts = (dict(zip(spec.names, row, strict=True)) for row in found)
    return {tuple(row[k] for k in spec.key): row for row in dicts}
