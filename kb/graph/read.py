"""Edges and nodes out of the base, streamed. What is selected is kept in temporary tables of the connection."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.graph.model import EDGE_TYPES, Edge, Node, Selection
from kb.graph.queries import attributes, prepare, text

__all__ = ["Selected", "selected"]

COLUMNS = "type, source, target, document, year, fact_table, fact, attrs"
KIND_OF = "substr({0}, 1, instr({0}, ':') - 1)"
BELONGINGS = ("framework", "platform", "policy")
"""What around a city brings its own with it: parts, dimensions served, issuers."""


@dataclass(frozen=True)
class Selected:
    """The selected part of the graph; each call reads it anew, so that writers need not hold it."""

    db: sqlite3.Connection

    def nodes(self) -> Iterator[Node]:
        """Nodes that a selected edge touches, and all of the kinds asked for, by id."""
        for key, kind, name, attrs in self.db.execute("SELECT id, kind, name, attrs FROM graph_nodes ORDER BY id"):
            yield _node(key, kind, name, attrs)

    def edges(self, source: str | None = None, target: str | None = None) -> Iterator[Edge]:
        """Selected edges, by type, ends and document; only those between two nodes where they are given."""
        rows = self.db.execute(
            f"SELECT {COLUMNS}, (SELECT json_group_array(id) FROM (SELECT v.id FROM evidence AS v WHERE "
            "v.fact_table = e.fact_table AND v.fact = e.fact AND +v.document = e.document ORDER BY v.box)) "
            "FROM graph_edges AS e WHERE source = coalesce(?1, source) AND target = coalesce(?2, target) "
            "ORDER BY type, source, target, document, fact",
            (source, target),
        )
        for kind, source, target, document, year, _, _, attrs, evidence in rows:
            yield Edge(source, target, kind, document, year, tuple(json.loads(evidence)), attributes(attrs))

    def node(self, key: str) -> Node | None:
        """The selected node of this id."""
        found = self.db.execute("SELECT id, kind, name, attrs FROM graph_nodes WHERE id = ?", (key,)).fetchone()
        return _node(*found) if found else None

    def counts(self) -> tuple[int, int]:
        """How many nodes and edges."""
        (nodes,) = self.db.execute("SELECT count(*) FROM graph_nodes").fetchone()
        (edges,) = self.db.execute("SELECT count(*) FROM graph_edges").fetchone()
        return nodes, edges


def _node(key: str, kind: str, name: str | None, attrs: str | None) -> Node:
    return Node(key, kind, name or key, attributes(attrs))


def selected(db: sqlite3.Connection, selection: Selection | None = None) -> Selected:
    """The part of the base's graph that `selection` leaves in. `db` may be read-only."""
    selection = selection or Selection()
    prepare(db)
    for table in ("graph_edges", "graph_nodes", "graph_ends"):
        db.execute(f"DROP TABLE IF EXISTS temp.{table}")
    db.execute(f"CREATE TEMP TABLE graph_edges ({COLUMNS})")
    for kind in EDGE_TYPES:
        if kind != "located_in":
            db.execute(f"INSERT INTO graph_edges {text(f'edges/{kind}')}")
    for condition, value in _conditions(selection):
        db.execute(f"DELETE FROM graph_edges WHERE NOT ({condition})", (value,))
    if selection.city:
        _keep_around(db, f"place:{selection.city}")
    _add_locations(db)
    # Nodes of a kind asked for stay though nothing else asked for is tied to them: `policy` alone is the policies.
    db.execute(
        "CREATE TEMP TABLE graph_ends AS SELECT source AS id FROM graph_edges UNION SELECT target FROM graph_edges"
    )
    _keep_kinds(db, selection.kinds)
    db.execute(
        f"CREATE TEMP TABLE graph_nodes AS SELECT n.* FROM ({text('nodes')}) AS n WHERE n.id IN (SELECT id FROM graph_ends)"
    )
    return Selected(db)


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
        asked = sorted(kinds)
        db.execute(f"DELETE FROM graph_ends WHERE {KIND_OF.format('id')} NOT IN ({marks})", asked)
        db.execute(
            f"DELETE FROM graph_edges WHERE NOT ({KIND_OF.format('source')} IN ({marks}) "
            f"AND {KIND_OF.format('target')} IN ({marks}))",
            (*asked, *asked),
        )


def _keep_around(db: sqlite3.Connection, node: str) -> None:
    """The edges of a node, those between its neighbours, and what its frameworks, platforms and policies lead to."""
    marks = ", ".join("?" * len(BELONGINGS))
    db.execute(
        "DELETE FROM graph_edges WHERE rowid NOT IN (WITH near(id) AS (SELECT ?1 UNION SELECT target FROM graph_edges "
        "WHERE source = ?1 UNION SELECT source FROM graph_edges WHERE target = ?1) "
        "SELECT rowid FROM graph_edges WHERE source IN near "
        f"AND (target IN near OR {KIND_OF.format('source')} IN ({marks}) AND target NOT LIKE 'place:%'))",
        (node, *BELONGINGS),
    )


def _add_locations(db: sqlite3.Connection) -> None:
    """Where the places that are left in lie, up to their provinces."""
    db.execute(
        f"INSERT INTO graph_edges WITH RECURSIVE ties AS ({text('edges/located_in')}), seen(id) AS ("
        "SELECT source FROM graph_edges WHERE source LIKE 'place:%' UNION "
        "SELECT target FROM graph_edges WHERE target LIKE 'place:%' UNION "
        "SELECT ties.target FROM ties JOIN seen ON ties.source = seen.id) "
        "SELECT ties.* FROM ties JOIN seen ON ties.source = seen.id"
    )
