"""Rows that follow from several editions: worked out anew whenever one of a series comes, changes or goes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from kb.base.keys import bare, path
from kb.base.standing import Renewal, standing
from kb.base.tables.model import stored
from kb.editions.audit import Check, Move, checks
from kb.editions.compare import Comparison, compared
from kb.editions.model import Row, editions_in

__all__ = ["RULE", "refreshed", "series_of"]

RULE = "edition_change"
"""The check whose findings rest on two papers. They are of the later one, and come and go with either."""


def series_of(db: sqlite3.Connection, document: str) -> set[str]:
    """The series that a paper is of, if it is in the base."""
    return {row[0] for row in db.execute("SELECT edition_of FROM documents WHERE id = ?", (document,))}


def refreshed(db: sqlite3.Connection, series: Iterable[str]) -> Renewal:
    """For `editions`, `findings` and `evidence`, the rows of these series that stand there now, and those that should."""
    series = sorted(_linked(db, set(series)))
    found: Renewal = {"editions": ({}, {}), "findings": ({}, {}), "evidence": ({}, {})}
    for name in series:
        found["editions"][0].update(standing(db, "editions", "series = ?", name))
    comparisons = list(compared(editions_in(db, series)))
    documents = {c.edition.document for c in comparisons} | {r["document"] for r in found["editions"][0].values()}
    for document in sorted(documents):
        ours = standing(db, "findings", "document = ? AND rule = ?", document, RULE)
        found["findings"][0].update(ours)
        for (key,) in ours:
            found["evidence"][0].update(standing(db, "evidence", "fact_table = 'findings' AND fact = ?", key))
    for comparison in comparisons:
        row = _edition_row(comparison)
        found["editions"][1][row["id"],] = row
    _add_findings(db, comparisons, found)
    return found


def _linked(db: sqlite3.Connection, series: set[str]) -> set[str]:
    """These series, and those that source.yml of one of their papers ties to them."""
    links = db.execute(
        "SELECT d.edition_of, p.edition_of FROM documents d JOIN documents p ON p.id = d.previous "
        "WHERE d.edition_of <> p.edition_of"
    ).fetchall()
    while more := {s for pair in links if series & set(pair) for s in pair} - series:
        series |= more
    return series


def _edition_row(comparison: Comparison) -> dict[str, Any]:
    e, p = comparison.edition, comparison.previous
    now, before = e.by_place, p.by_place if p else {}
    told = {
        "entered": len(now.keys() - before.keys()),
        "left_out": len(before.keys() - now.keys()),
        "moved": sum(before[x].rank != now[x].rank for x in now.keys() & before.keys()),
    }
    return {
        "id": e.ranking, "document": e.document, "ranking": e.ranking, "series": e.series, "list": e.name, "year": e.year,
        "size": e.size, "previous": p.ranking if p else None, "previous_year": p.year if p else None,
        "comparable": stored(comparison.comparable, "INTEGER"),
        "reasons": json.dumps(comparison.reasons, ensure_ascii=False) if comparison.reasons else None,
        **(told if p else dict.fromkeys(told)),
    }  # fmt: skip


def _add_findings(db: sqlite3.Connection, comparisons: list[Comparison], found: Renewal) -> None:
    positions: dict[str, int] = {}
    for comparison in comparisons:
        document, ranking = comparison.edition.document, comparison.edition.ranking
        (label,) = db.execute("SELECT coalesce(label, list) FROM rankings WHERE id = ?", (ranking,)).fetchone()
        for check in checks(comparison, label, list(_moves(db, comparison))):
            if document not in positions:
                (positions[document],) = db.execute(
                    "SELECT count(*) FROM findings WHERE document = ? AND rule <> ?", (document, RULE)
                ).fetchone()
            positions[document] += 1
            _add(db, found, document, ranking, check, positions[document])


def _moves(db: sqlite3.Connection, comparison: Comparison) -> Iterator[Move]:
    """Moves told in words that the paper's own row of derived ranks ties to this list."""
    rows = {row.entry: row for row in comparison.edition.rows}
    for entry, change, year, place in db.execute(
        "SELECT entry, change, year, city FROM derived_ranks WHERE ranking = ? AND told = 'prose' ORDER BY position",
        (comparison.edition.ranking,),
    ):
        fact = db.execute(
            "SELECT id FROM rank_changes WHERE document = ? AND city = ? AND change = ?",
            (comparison.edition.document, place, change),
        ).fetchone()
        row: Row | None = rows.get(entry)
        if row and fact:
            yield Move(fact[0], row, change, year)


def _add(db: sqlite3.Connection, found: Renewal, document: str, ranking: str, check: Check, position: int) -> None:
    own = found["findings"][1]
    wanted = path(document, RULE, ranking.removeprefix(f"{document}/"), bare(check.about), check.kind[:4])
    key, n = wanted, 1
    while (key,) in own:
        n += 1
        key = f"{wanted}~{n}"
    own[key,] = {
        "id": key, "document": document, "position": position, "kind": check.kind, "about": check.about,
        "statement": check.statement, "expected": stored(check.expected), "actual": stored(check.actual), "rule": RULE,
        "severity": check.severity, "look_at": check.look_at,
    }  # fmt: skip
    box = 0
    for table, fact in check.facts:
        boxes = standing(db, "evidence", "fact_table = ? AND fact = ?", table, fact).values()
        for row in sorted(boxes, key=lambda r: int(r["box"])):
            box += 1
            id = f"findings:{key}:{box}"
            found["evidence"][1][id,] = row | {
                "id": id, "fact_table": "findings", "fact": key, "box": box, "how": RULE,
            }  # fmt: skip
