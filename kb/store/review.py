"""`kb review`: doubtful pairs out of the base, decisions into the file and back into the base."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kb.base.file import for_reading, for_writing
from kb.base.index import mend
from kb.base.lock import locked
from kb.resolve.decisions import Decision, append, decisions_of, read
from kb.store import Changes, resettle

__all__ = ["Answer", "Doubt", "Side", "apply", "catch_up", "doubts", "walk"]

Answer = Literal["same", "different", "later", "stop"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair: its key, what it is called, and what each paper tells of it."""

    key: str
    name: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that may be one thing."""

    kind: str
    one: Side
    other: Side
    reasons: tuple[str, ...]


def doubts(base: Path, kind: str | None = None) -> list[Doubt]:
    """The pairs that nobody has decided on. Raises KbError where there is no base."""
    with for_reading(base) as db:
        found = db.execute(
            "SELECT thing_table, one, one_name, other, other_name, reasons FROM merge_candidates "
            "WHERE ? IS NULL OR thing_table = ? ORDER BY thing_table, id",
            (kind, kind),
        ).fetchall()
        return [
            Doubt(table, Side(one, name, _told(db, table, one)), Side(other, its, _told(db, table, other)), tuple(json.loads(reasons)))
            for table, one, name, other, its, reasons in found
        ]  # fmt: skip


def _told(db: sqlite3.Connection, table: str, key: str) -> tuple[str, ...]:
    """A line a paper: its year and name, and the fields that tell things apart."""
    if table == "issuers":
        rows = db.execute(
            "SELECT p.title FROM policies p JOIN policy_issuers i ON i.policy = p.id WHERE i.issuer = ? ORDER BY p.id",
            (key,),
        )
        return tuple(f"《{title}》" for (title,) in rows)
    rows = db.execute(
        "SELECT d.id, a.fields FROM attestations a JOIN documents d ON d.id = a.document "
        "WHERE a.thing_table = ? AND a.thing = ? ORDER BY d.year, d.id",
        (table, key),
    )
    return tuple(f"{document}：{_shown(json.loads(fields))}" for document, fields in rows)


def _shown(fields: dict[str, object]) -> str:
    names = ("title", "name", "document_number", "issuers", "year", "jurisdiction", "level", "kind")
    values = [fields.get(name) for name in names]
    return "，".join("、".join(map(str, v)) if isinstance(v, list) else str(v) for v in values if v not in (None, []))


def walk(base: Path, file: Path, found: Iterable[Doubt], ask: Callable[[Doubt], Answer]) -> list[Decision]:
    """Ask of each pair, and write each decision into the file at once. Returns the decisions made."""
    made: list[Decision] = []
    for doubt in found:
        answer = ask(doubt)
        if answer == "stop":
            break
        if answer in ("same", "different"):
            if not file.is_file():
                _keep(base, file)
            made.append(_decision(doubt, answer))
            append(file, made[-1])
    return made


def _keep(base: Path, file: Path) -> None:
    """Decisions that the base has from a file that is not at hand must not be lost."""
    with for_reading(base) as db:
        for decision in decisions_of(db):
            append(file, decision)


def _decision(doubt: Doubt, answer: Literal["same", "different"]) -> Decision:
    names = f"{doubt.one.name} / {doubt.other.name}"
    return Decision.model_validate(
        {"kind": doubt.kind, "decision": answer, "one": doubt.one.key, "other": doubt.other.key, "note": names}
    )


def apply(base: Path, file: Path) -> Changes:
    """Make the decisions of the file those of the base. Raises KbError as `read` does, and where the base can't be used."""
    decisions = read(file)
    with locked(base), for_writing(base) as db:
        mend(db)
        with db.atomic():
            return resettle(db, decisions)


def catch_up(base: Path, file: Path) -> None:
    """Take over what was written into the file by hand, so that nobody is asked again; only where nothing is lost by it."""
    if not file.is_file():
        return
    with for_reading(base) as db:
        known = set(decisions_of(db))
    if known < set(read(file)):
        apply(base, file)
