"""The graph's queries, as files, and what they need of a connection: other readers of the graph share them."""

import json
import sqlite3
from importlib.resources import files

from kb.graph.model import Value
from kb.graph.naming import names, told_together
from kb.resolve.decisions import decisions_of
from kb.resolve.identify import issuer_names
from kb.resolve.titles import is_bare, policy_title

__all__ = ["attributes", "prepare", "text"]


def text(name: str) -> str:
    """The query of `sql/NAME.sql`, without a closing semicolon, so that it can stand in another: `edges/cites`."""
    return (files("kb.graph") / "sql" / f"{name}.sql").read_text(encoding="utf-8").strip().rstrip(";")


def prepare(db: sqlite3.Connection) -> None:
    """Give the connection the functions that the queries call: they go by what people have decided so far."""
    stays = issuer_names(decisions_of(db))
    db.create_function("issuer_name", 1, lambda name: stays.get(name, name), deterministic=True)
    db.create_function("names", 2, names, deterministic=True)
    db.create_function("told_together", 3, told_together, deterministic=True)
    db.create_function("one_title", 1, _one_title, deterministic=True)


def attributes(told: str | None) -> dict[str, Value]:
    """Attributes from their JSON, what is null left out."""
    loaded: dict[str, Value | None] = json.loads(told) if told else {}
    return {name: value for name, value in loaded.items() if value is not None}


def _one_title(title: str | None) -> str | None:
    """A policy's title as it is compared; None for one that many policies bear, as 实施意见."""
    return policy_title(title) if title and not is_bare(title) else None
