"""Rows of things that papers share, from what each paper says of them.

The latest edition's word counts; what it leaves open is filled from the ones before. Nothing depends on the order in
which papers were read in.
"""

import json
import sqlite3
from typing import Any

from kb.base.places import divisions
from kb.base.standing import Key, Renewal, Row, standing
from kb.base.tables import BY_NAME
from kb.base.tables.ddl import quoted
from kb.resolve.decisions import decisions_of
from kb.resolve.identify import issuer_names

__all__ = ["Thing", "merged_rows", "things_of"]

Thing = tuple[str, str]
"""A table and a key in it."""


def things_of(db: sqlite3.Connection, document: str) -> set[Thing]:
    """The shared things that a paper tells of."""
    return set(db.execute("SELECT thing_table, thing FROM attestations WHERE document = ?", (document,)))


def merged_rows(db: sqlite3.Connection, things: set[Thing]) -> Renewal:
    """For each table, the rows of `things` that stand there now, and those that should."""
    found: Renewal = {
        name: ({}, {}) for name in ("places", "policies", "publications", "frameworks", "platforms", "dimensions")
    }
    issuers: Renewal = {"policy_issuers": ({}, {}), "issuers": ({}, {})}
    aliases = issuer_names(decisions_of(db))
    for table, thing in sorted(things):
        spec = BY_NAME[table]
        old, new = found[table]
        old.update(standing(db, table, f"{quoted(spec.key[0])} = ?", thing))
        told = _told(db, table, thing)
        if told:
            new[thing,] = _row(table, thing, told)
        if table == "policies":
            issuers["policy_issuers"][0].update(standing(db, "policy_issuers", "policy = ?", thing))
            for issuer in _all_issuers(told, aliases):
                issuers["policy_issuers"][1][thing, issuer] = {"policy": thing, "issuer": issuer}
    _count_issuers(db, *issuers["policy_issuers"], *issuers["issuers"])
    return {**found, **issuers}


def _told(db: sqlite3.Connection, table: str, thing: str) -> list[tuple[str, Row]]:
    rows = db.execute(
        "SELECT a.document, a.fields, d.edition_of FROM attestations AS a JOIN documents AS d ON d.id = a.document "
        "WHERE a.thing_table = ? AND a.thing = ? ORDER BY d.year DESC NULLS LAST, d.id, a.told_as",
        (table, thing),
    )
    return [(document, json.loads(fields) | {"series": series}) for document, fields, series in rows]


def _row(table: str, thing: str, told: list[tuple[str, Row]]) -> Row:
    spec = BY_NAME[table]
    row: Row = dict.fromkeys(spec.names)
    for column in spec.names:
        values = [f[column] for _, f in told if f.get(column) is not None]
        row[column] = _said(values)
    row[spec.key[0]] = thing
    if "papers" in row:
        row["papers"], row["document"] = len({document for document, _ in told}), told[0][0]
    if table == "policies":
        row["title"] = _fullest([fields for _, fields in told])
    return row


def _fullest(told: list[Row]) -> str:
    """Papers may call a policy by a short title: the one told with its number counts, else the longest."""
    titles = [(f.get("document_number") is not None, len(f["title"]), f["title"]) for f in told]
    numbered = [t for t in titles if t[0]]
    # Of equally long ones the latest paper's, which stands first.
    return str(max(numbered or titles, key=lambda t: t[1])[2])


def _said(values: list[Any]) -> Any:
    return next((v for v in values if v != 0), values[0] if values else None)


def _all_issuers(told: list[tuple[str, Row]], aliases: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(aliases.get(i, i) for _, fields in told for i in fields.get("issuers") or ()))


def _count_issuers(
    db: sqlite3.Connection,
    old_links: dict[Key, Row],
    new_links: dict[Key, Row],
    old: dict[Key, Row],
    new: dict[Key, Row],
) -> None:
    for issuer in sorted({i for _, i in (*old_links, *new_links)}):
        old.update(standing(db, "issuers", "name = ?", issuer))
        (count,) = db.execute("SELECT count(*) FROM policy_issuers WHERE issuer = ?", (issuer,)).fetchone()
        count += sum(i == issuer for _, i in new_links) - sum(i == issuer for _, i in old_links)
        if count:
            new[issuer,] = {"name": issuer, "place": _place_in(issuer), "policies": count}


def _place_in(issuer: str) -> str | None:
    found = [d for d in divisions().values() if issuer.startswith(d.name)]
    longest = max((len(d.name) for d in found), default=0)
    found = [d for d in found if len(d.name) == longest]
    return found[0].code if len(found) == 1 else None
