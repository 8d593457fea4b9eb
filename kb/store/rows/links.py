"""Which rows of a paper point to which of the things that papers share."""

import json
from collections.abc import Iterator
from functools import lru_cache

from kb.base.tables import BY_NAME, TABLES
from kb.store.rows.builder import Rows

__all__ = ["add_links", "link_column"]


@lru_cache(maxsize=1)
def _columns() -> tuple[tuple[str, str, str], ...]:
    """(table, column, table of the thing) of every link of a paper's own rows to a shared thing that may be merged."""
    merged = {"policies", "publications", "frameworks", "platforms", "dimensions"}
    return tuple(
        (t.name, c.name, c.references)
        for t in TABLES
        if t.owner == "document"
        for c in t.columns
        if c.references in merged
    )


def link_column(table: str, thing_table: str) -> str:
    """The column of a table that points to such a thing."""
    if table == "evidence":
        return "fact"
    return next(column for name, column, to in _columns() if (name, to) == (table, thing_table))


def add_links(rows: Rows) -> None:
    """Say at each attestation which rows hang on it."""
    linked: dict[tuple[str, str], dict[str, list[str]]] = {}
    for table, thing_table, thing, key in _links(rows):
        linked.setdefault((thing_table, thing), {}).setdefault(table, []).append(key)
    for row in rows.get("attestations", {}).values():
        found = linked.get((row["thing_table"], row["told_as"]))
        row["linked"] = json.dumps(found, ensure_ascii=False, sort_keys=True) if found else None


def _links(rows: Rows) -> Iterator[tuple[str, str, str, str]]:
    for table, column, thing_table in _columns():
        for key, row in rows.get(table, {}).items():
            if row[column]:
                yield table, thing_table, row[column], key[0]
    for key, row in rows.get("evidence", {}).items():
        if row["fact_table"] in BY_NAME and BY_NAME[row["fact_table"]].owner == "shared":
            yield "evidence", row["fact_table"], row["fact"], key[0]
