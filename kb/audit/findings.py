"""Findings out of the base, with the places where both sides stand."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.base.file import for_reading
from kb.errors import KbError

__all__ = ["Found", "PaperAudit", "Where", "audits"]

UNKNOWN = "{id}：库里没有这份文献；运行 kb status 看编号 (not in the base; kb status lists the ids)"
KINDS = ("contradiction", "incomplete", "confirmed")
SEVERITIES = ("major", "minor", "info")


@dataclass(frozen=True, slots=True)
class Where:
    """One page that a finding rests on, and the words there, joined."""

    document: str
    page: int
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding. `expected` is by the statement, `actual` by the tables."""

    key: str
    kind: str
    severity: str
    rule: str | None
    about: str
    statement: str
    expected: Any
    actual: Any
    look_at: str | None
    where: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class PaperAudit:
    """One paper and its findings: contradictions first, then what is incomplete, then what is confirmed."""

    document: str
    name: str
    year: int | None
    findings: tuple[Found, ...]

    def count(self, kind: str) -> int:
        """How many findings of a kind."""
        return Counter(f.kind for f in self.findings)[kind]


def audits(base: Path, ids: Sequence[str] = ()) -> list[PaperAudit]:
    """The findings of these papers, or of all, newest edition first. Raises KbError where one is not in the base."""
    with for_reading(base) as db:
        papers = db.execute("SELECT id, name, year FROM documents ORDER BY year DESC, id").fetchall()
        known = {paper[0] for paper in papers}
        for id in ids:
            if id not in known:
                raise KbError(UNKNOWN.format(id=id))
        return [PaperAudit(id, name, year, _findings(db, id)) for id, name, year in papers if not ids or id in ids]


def _findings(db: sqlite3.Connection, document: str) -> tuple[Found, ...]:
    rows = db.execute(
        "SELECT id, kind, severity, rule, about, statement, expected, actual, look_at FROM findings "
        "WHERE document = ? ORDER BY position",
        (document,),
    ).fetchall()
    rows.sort(key=lambda r: (KINDS.index(r[1]), SEVERITIES.index(r[2])))
    return tuple(
        Found(key, kind, severity, rule, about, statement, _value(expected), _value(actual), look, _where(db, key))
        for key, kind, severity, rule, about, statement, expected, actual, look in rows
    )


def _value(stored: str | None) -> Any:
    """A value as it was before it was stored as text."""
    try:
        return json.loads(stored) if stored is not None else None
    except ValueError:
        return stored


def _where(db: sqlite3.Connection, key: str) -> tuple[Where, ...]:
    pages: dict[tuple[str, int], list[str]] = {}
    for document, page, text in db.execute(
        "SELECT document, page, text FROM evidence WHERE fact_table = 'findings' AND fact = ? ORDER BY box", (key,)
    ):
        pages.setdefault((document, page), []).append(text)
    return tuple(Where(document, page, " ".join(texts)) for (document, page), texts in pages.items())
