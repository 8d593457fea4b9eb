"""The keys of the base given to what papers tell: to a paper that comes in, and anew to others where it changes them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.base.places import divisions
from kb.base.standing import Key, Renewal, Row, standing
from kb.resolve.candidates import Candidate, Thing, candidates
from kb.resolve.decisions import Decision, decisions_of
from kb.resolve.identify import decided, identified, issuer_names
from kb.resolve.model import Paper, Told
from kb.resolve.series import series_of
from kb.store.rows import Rows
from kb.store.rows.links import link_column

__all__ = ["Settled", "candidate_rows", "settle"]

MERGED = ("dimensions", "frameworks", "platforms", "policies", "publications")
REVIEWED = ("dimensions", "frameworks", "issuers", "platforms", "policies")


@dataclass
class Settled:
    """`rows` are the paper's own, with the keys of the base; `others` are rows of other papers, as they stand and as they must.

    `things` and `series` are those that other papers' rows had or now have.
    """

    rows: Rows
    others: Renewal = field(default_factory=dict)
    things: set[tuple[str, str]] = field(default_factory=set)
    series: set[str] = field(default_factory=set)

    def change(self, table: str, key: Key, old: Row, **columns: Any) -> None:
        """Another paper's row must have these columns."""
        before, after = self.others.setdefault(table, ({}, {}))
        before.setdefault(key, old)
        after[key] = {**after.get(key, old), **columns}


def settle(db: sqlite3.Connection, document: str | None, rows: Rows) -> Settled:
    """The keys that follow when `rows` stand in the place of all rows of `document`."""
    stored = {id: row for id, row in _papers(db) if id != document}
    fresh = rows.get("documents", {})
    papers = {id: _paper(row) for id, row in stored.items()} | {key[0]: _paper(row) for key, row in fresh.items()}
    attested = [row for row in _attestations(db) if row["document"] != document]
    own = [row for row in rows.get("attestations", {}).values() if row["thing_table"] in MERGED]
    told = [
        Told(papers[r["document"]], r["thing_table"], r["told_as"], json.loads(r["fields"])) for r in (*attested, *own)
    ]
    series = series_of(list(papers.values()))
    keys = identified(told, series, decisions_of(db))
    settled = Settled(rows)
    for (id,), row in fresh.items():
        row["edition_of"] = series[id]
    for row in own:
        _give(rows, row, keys[row["document"], row["thing_table"], row["told_as"]])
    for id, row in stored.items():
        if row["edition_of"] != series[id]:
            settled.series |= {row["edition_of"], series[id]}
            settled.change("documents", (id,), row, edition_of=series[id])
            settled.things |= {(r["thing_table"], r["thing"]) for r in attested if r["document"] == id}
    for row in attested:
        key = keys[row["document"], row["thing_table"], row["told_as"]]
        if key != row["thing"]:
            _give_again(db, settled, row, key)
    return settled


def _paper(row: Row) -> Paper:
    return Paper(row["id"], row["series"], row["title"], row["publisher"], row["year"], row["previous"])


def _papers(db: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    for row in standing(db, "documents", "1").values():
        yield row["id"], row


def _attestations(db: sqlite3.Connection) -> list[Row]:
    return list(standing(db, "attestations", f"thing_table IN ({', '.join('?' * len(MERGED))})", *MERGED).values())


def _give(rows: Rows, attested: Row, key: str) -> None:
    """Put the base's key in the place of the paper's own."""
    attested["thing"] = key
    for table, ids in json.loads(attested["linked"] or "{}").items():
        column = link_column(table, attested["thing_table"])
        for id in ids:
            rows[table][id,][column] = key


def _give_again(db: sqlite3.Connection, settled: Settled, attested: Row, key: str) -> None:
    settled.things |= {(attested["thing_table"], attested["thing"]), (attested["thing_table"], key)}
    settled.change("attestations", (attested["id"],), attested, thing=key)
    for table, ids in json.loads(attested["linked"] or "{}").items():
        column = link_column(table, attested["thing_table"])
        for id in ids:
            for found, row in standing(db, table, "id = ?", id).items():
                settled.change(table, found, row, **{column: key})


def candidate_rows(db: sqlite3.Connection, touched: set[tuple[str, str]] | None) -> Renewal:
    """The doubtful pairs with one of the things `touched`, or all: those that stand there, and those that should."""
    old: dict[Key, Row] = {}
    new: dict[Key, Row] = {}
    decisions = decisions_of(db)
    for table in REVIEWED:
        keys = None if touched is None else {key for name, key in touched if name == table}
        if keys is not None and not keys:
            continue
        for found, row in standing(db, "merge_candidates", "thing_table = ?", table).items():
            if keys is None or keys & {row["one"], row["other"]}:
                old[found] = row
        for one in candidates(list(_things(db, table, decisions)), decided(decisions, table), keys):
            new[one.key,] = _candidate_row(one)
    return {"merge_candidates": (old, new)}


def _candidate_row(one: Candidate) -> Row:
    return {
        "id": one.key, "thing_table": one.one.table, "one": one.one.key, "other": one.other.key,
        "one_name": one.one.name, "other_name": one.other.name, "reasons": json.dumps(one.reasons, ensure_ascii=False),
    }  # fmt: skip


def _things(db: sqlite3.Connection, table: str, decisions: Sequence[Decision]) -> Iterable[Thing]:
    papers = {id: _paper(row) for id, row in _papers(db)}
    told: dict[str, list[Told]] = {}
    aliases = issuer_names(decisions)
    of = "policies" if table == "issuers" else table
    for row in standing(db, "attestations", "thing_table = ?", of).values():
        one = Told(papers[row["document"]], of, row["told_as"], json.loads(row["fields"]))
        for key in _issuers(one, aliases) if table == "issuers" else [row["thing"]]:
            told.setdefault(key, []).append(one)
    series = dict(db.execute("SELECT id, edition_of FROM documents"))
    for key, those in sorted(told.items()):
        ordered = tuple(sorted(those, key=lambda t: (t.paper.age, t.key)))
        group = _group(table, ordered[0], series)
        if group is not None:
            name = key if table == "issuers" else str(ordered[0].fields["title" if table == "policies" else "name"])
            yield Thing(table, key, name, ordered if table != "issuers" else _as_issuers(key, ordered), group)


def _issuers(told: Told, aliases: dict[str, str]) -> list[str]:
    return sorted({aliases.get(name, name) for name in told.fields.get("issuers") or ()})


def _as_issuers(name: str, told: Sequence[Told]) -> tuple[Told, ...]:
    """Who tells of an issuer: the papers, not the policies by which they do."""
    return tuple(Told(t.paper, "issuers", name, {}) for t in told)


def _group(table: str, told: Told, series: dict[str, str]) -> str | None:
    """What both of a pair must share: nothing, a place, a series. None where no pair can be made."""
    if table == "dimensions":
        return series[told.paper.id]
    if table in ("platforms", "frameworks"):
        place = told.fields.get("city") or told.fields.get("place")
        return place if place in divisions() else None
    return ""
