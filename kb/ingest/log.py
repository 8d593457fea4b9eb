"""What came of each file, and the log of it in the base."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import sqlite_utils

from kb.store import Changes

__all__ = ["Result", "log"]

MOST_KEYS = 20
"""So many keys of each kind of change are named in the log."""


@dataclass
class Result:
    """What came of one file. `counts` are rows by table; `changes` are against what the base had of this paper.

    `position` is where its file stands among those given.
    """

    id: str
    file: str
    outcome: Literal["added", "replaced", "unchanged", "failed", "removed"]
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    error: str | None = None
    restricted: bool = False
    text_layer: str = "sound"
    sha256: str | None = None
    position: int = 0


def log(db: sqlite_utils.Database, result: Result, extractor: str) -> None:
    """Write a result down. Call it inside a transaction."""
    started = datetime.now(UTC) - timedelta(seconds=result.seconds)
    stands = result.outcome in ("added", "replaced")
    db.table("ingests").insert(
        {
            "paper": result.id,
            "document": result.id if stands or _known(db, result.id) else None,
            "file": result.file,
            "sha256": result.sha256,
            "extractor": extractor,
            "outcome": result.outcome,
            "started": started.isoformat(timespec="seconds"),
            "seconds": round(result.seconds, 2),
            "counts": _json(result.counts),
            "changes": _json(_told(result.changes)) if result.outcome != "added" else None,
            "warnings": _json(result.warnings),
            "error": result.error,
        }
    )


def _known(db: sqlite_utils.Database, id: str) -> bool:
    return db.execute("SELECT 1 FROM documents WHERE id = ?", (id,)).fetchone() is not None


def _json(value: Any) -> str | None:
    return json.dumps(value, ensure_ascii=False) if value else None


def _told(changes: Changes) -> dict[str, dict[str, Any]]:
    """Facts gained, lost and changed by table: how many, and the first keys."""
    found: dict[str, dict[str, Any]] = {}
    for table, change in changes.items():
        kinds = {"gained": change.gained, "lost": change.lost, "changed": change.changed}
        told = {
            k: {"count": len(keys), "keys": [k2[0] for k2 in keys[:MOST_KEYS]]} for k, keys in kinds.items() if keys
        }
        if told:
            found[table] = told
    return found
