"""Edges and nodes out of the base, streamed. What is selected is kept in temporary tables of the connection."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kb.graph.model import EDGE_TYPES, Edge, Node, Selection, Value

__all__ = ["Selected", "selected"]

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
COLUMNS = "type, source, target, document, year, fact_table, fact, attrs"


@dataclass(frozen=True)
class Selected:
    """The selected part of the graph; each call reads it anew, so that writers need not hold it."""

    db: sqlite3.Connection

    def nodes(self) -> Iterator[Node]:
        """Nodes that a selected edge touches, by id."""
        for key, kind, name, attrs in self.db.execute("SELECT id, kind, name, attrs FROM graph_nodes ORDER BY id"):
            yield Node(key, kind, name or key, plain_attributes(attrs))

    def edges(self) -> Iterator[Edge]:
        """Selected edges, by type, ends and document."""
        rows = self.db.execute(
            f"SELECT {COLUMNS}, (SELECT json_group_array(id) FROM (SELECT v.id FROM evidence AS v WHERE "
            "v.fact_table = e.fact_table AND v.fact = e.fact AND v.document = e.document ORDER BY v.box)) "
            "FROM graph_edges AS e ORDER BY type, source, target, document, fact"
        )
        for kind, source, target, document, year, _, _, attrs, evidence in rows:
            yield Edge(source, target, kind, document, year, tuple(json.loads(evidence)), plain_attributes(attrs))

    def counts(self) -> tuple[int, int]:
        """How many nodes and edges."""
        (nodes,) = self.db.execute("SELECT count(*) FROM graph_nodes").fetchone()
        (edges,) = self.db.execute("SELECT count(*) FROM graph_edges").fetchone()
        return nodes, edges


def selected(db: sqlite3.Connection, selection: Selection | None = None) -> Selected:
    """The part of the base's graph that `selection` leaves in. `db` may be read-only."""
    selection = selection or Selection()
    db.create_function("sentence_of", 2, _sentence_of, deterministic=True)
    db.execute("DROP TABLE IF EXISTS temp.graph_edges")
    db.execute("DROP TABLE IF EXISTS temp.graph_nodes")
    db.execute(f"CREATE TEMP TABLE graph_edges ({COLUMNS})")
    for kind in EDGE_TYPES:
        if kind != "located_in":
            db.execute(f"INSERT INTO graph_edges {_sql(f'edges/{kind}')}")
    for condition, value in _conditions(selection):
        db.execute(f"DELETE FROM graph_edges WHERE NOT ({condition})", (value,))
    _keep_kinds(db, selection.kinds)
    if selection.city:
        _keep_around(db, f"place:{selection.city}")
    _add_locations(db, selection.kinds)
    db.execute("CREATE INDEX temp.graph_source ON graph_edges (source)")
    db.execute("CREATE INDEX temp.graph_target ON graph_edges (target)")
    db.execute(
        f"CREATE TEMP TABLE graph_nodes AS SELECT n.* FROM ({_sql('nodes')}) AS n WHERE n.id IN "
        "(SELECT source FROM graph_edges UNION SELECT target FROM graph_edges)"
    )
    return Selected(db)


def _sql(name: str) -> str:
    return (files("kb.graph") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _conditions(selection: Selection) -> Iterator[tuple[str, Any]]:
    if selection.year is not None:
        yield "year IS ?", selection.year
    if selection.document is not None:
        yield "document IS ?", selection.document
    if selection.min_rank is not None:
        yield "type <> 'ranked_in' OR coalesce(json_extract(attrs, '$.rank'), 1e9) <= ?", selection.min_rank


def _keep_kinds(db: sqlite3.Connection, kinds: frozenset[str]) -> None:
    if kinds:
        marks = ", ".join("?" * len(kinds))
        kind_of = "substr({0}, 1, instr({0}, ':') - 1)"
        db.execute(
            f"DELETE FROM graph_edges WHERE NOT ({kind_of.format('source')} IN ({marks}) "
            f"AND {kind_of.format('target')} IN ({marks}))",
            (*sorted(kinds), *sorted(kinds)),
        )


def _keep_around(db: sqlite3.Connection, node: str) -> None:
    """The edges of a node, and those between its neighbours."""
    db.execute(
        "DELETE FROM graph_edges WHERE rowid NOT IN (WITH near(id) AS (SELECT ?1 UNION SELECT target FROM graph_edges "
        "WHERE source = ?1 UNION SELECT source FROM graph_edges WHERE target = ?1) "
        "SELECT rowid FROM graph_edges WHERE source IN near AND target IN near)",
        (node,),
    )


def _add_locations(db: sqlite3.Connection, kinds: frozenset[str]) -> None:
    """Where the places that are left in lie, up to their provinces."""
    if kinds and "place" not in kinds:
        return
    db.execute(
        f"INSERT INTO graph_edges WITH RECURSIVE ties AS ({_sql('edges/located_in')}), seen(id) AS ("
        "SELECT source FROM graph_edges WHERE source LIKE 'place:%' UNION "
        "SELECT target FROM graph_edges WHERE target LIKE 'place:%' UNION "
        "SELECT ties.target FROM ties JOIN seen ON ties.source = seen.id) "
        "SELECT ties.* FROM ties JOIN seen ON ties.source = seen.id"
    )


def _sentence_of(text: str | None, words: str | None) -> str | None:
    """The sentence of `text` that holds `words`, or begins within them."""
    if not text or not words:
        return None
    at = text.find(words)
    return next((m.group() for m in SENTENCE.finditer(text) if m.start() <= at < m.end()), None)


def plain_attributes(attrs: str | None) -> dict[str, Value]:
    """Attributes from their JSON, what is null left out."""
    loaded: dict[str, Value | None] = json.loads(attrs) if attrs else {}
    return {name: value for name, value in loaded.items() if value is not None}
