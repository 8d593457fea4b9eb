"""What the graph page draws: policies and cities, the neighbourhood of a node, or the whole graph, each with positions."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kb.graph import EDGE_TYPES, NODE_KINDS, Edge, Node, Selection, selected
from kb.graph.policy_city import as_graph, ties
from kb.graph.queries import attributes, prepare, text

__all__ = ["MOST_NODES", "Asked", "Graph", "as_json", "graph_of"]

MOST_NODES = 5000
MOST_NEIGHBOURS = 400
NONE = "select null as type, null as source, null as target, null as document, null as year where 0"
TOLD = "select city from ranking_entries union select city from case_studies union select city from policy_cities"
"""Places that a paper tells of: a province has many more cities and counties."""
ENDS = {
    "located_in": "place", "ranked_in": "place ranking", "issued_by": "policy issuer", "applies_to": "policy place",
    "cites": "document place policy", "adopts": "place framework", "has_part": "framework component document ranking tier",
    "runs": "place platform", "serves": "platform framework dimension", "excels_in": "place dimension",
    "member_of": "place tier", "previous_edition_of": "document", "carries": "policy",
}  # fmt: skip
"""The kinds of node that a type of edge can touch: only those edges are looked for. A test holds it against the graph."""
SLOW = {"serves"}
"""Told from sentences, in seconds on a large base: looked for around a node that has such edges, not among neighbours."""
Graph = tuple[list[Node], list[Edge]]
Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to draw: around `node`; else `everything`; else policies and cities, with `indirect` ties or without."""

    node: str | None = None
    everything: bool = False
    indirect: bool = False
    year: int | None = None
    kinds: frozenset[str] = frozenset()


def graph_of(db: sqlite3.Connection, asked: Asked) -> Graph:
    """Nodes and edges, whole: of all kinds, or of those asked for."""
    if asked.node:
        graph = around(db, asked.node, asked.year)
    elif asked.everything:
        part = selected(db, Selection(year=asked.year, kinds=asked.kinds & NODE_KINDS.keys()))
        graph = list(part.nodes()), list(part.edges())
    else:
        graph = as_graph(ties(db, Selection(year=asked.year), indirect=asked.indirect))
    return of_kinds(graph, asked.kinds, asked.node) if asked.kinds else graph


def of_kinds(graph: Graph, kinds: frozenset[str], node: str | None) -> Graph:
    """The nodes of some kinds, and the one looked at whatever its kind, with the edges among them."""
    kept = {n.id: n for n in graph[0] if n.kind in kinds or n.id == node}
    return list(kept.values()), [e for e in graph[1] if e.source in kept and e.target in kept]


def around(db: sqlite3.Connection, node: str, year: int | None) -> Graph:
    """A node's edges and those between its neighbours. Of a node with very many, the first by name of tie and end."""
    prepare(db)
    own = node.partition(":")[0]
    columns = columns_of(kind for kind, ends in ENDS.items() if own in ends.split())
    among = columns_of(kind for kind in EDGE_TYPES if kind not in SLOW)
    when = "(:year is null or year is null or year is :year)"
    told_of = f"(type <> 'located_in' or source = :node or substr(source, 7) in ({TOLD}))"
    touching = (
        f"{columns} where :node in (source, target) and {when} and {told_of} "
        f"order by type, source, target limit {MOST_NEIGHBOURS}"
    )
    first = list(edges_of(db.execute(touching, {"node": node, "year": year})))
    near = sorted({end for edge in first for end in (edge.source, edge.target)} - {node})
    marks = ", ".join("?" * len(near)) or "null"
    between = db.execute(f"{among} where source in ({marks}) and target in ({marks})", (*near, *near))
    found = db.execute(f"select * from ({text('nodes')}) where id in ({marks}, ?)", (*near, node))
    nodes = [Node(key, kind, name or key, attributes(attrs)) for key, kind, name, attrs in found]
    return nodes, [*first, *edges_of(between)]


def columns_of(kinds: Iterable[str]) -> str:
    """A query of all edges of some types; of none where there is no such type."""
    every = " union all ".join(f"select * from ({text(f'edges/{kind}')})" for kind in kinds)
    return f"select type, source, target, document, year from ({every or NONE})"


def edges_of(rows: Iterable[tuple[str, str, str, str | None, int | None]]) -> Iterator[Edge]:
    """Edges from rows of type, source, target, document, year."""
    for kind, source, target, document, year in rows:
        yield Edge(source, target, kind, document, year)


def as_json(graph: Graph, coordinates: dict[str, Position], links: Any) -> dict[str, Any]:
    """The graph as the page takes it: at most MOST_NODES nodes, those with most ties first. `links` gives addresses."""
    nodes, edges = graph
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    shown = sorted(nodes, key=lambda n: (-degree[n.id], n.id))[:MOST_NODES]
    kept = {n.id for n in shown}
    ties = [e for e in edges if e.source in kept and e.target in kept]
    places = positions(shown, ties, coordinates)
    return {
        "kinds": {kind: NODE_KINDS[kind] for kind in NODE_KINDS if any(n.kind == kind for n in shown)},
        "nodes": [
            {"id": n.id, "kind": n.kind, "name": n.label, "ties": degree[n.id], "href": links(n), "at": places[n.id]}
            for n in sorted(shown, key=lambda n: n.id)
        ],
        "edges": list(told(ties)),
        "left_out": len(nodes) - len(shown),
    }


def told(edges: Iterable[Edge]) -> Iterator[dict[str, Any]]:
    """Edges, one for all papers that tell the same."""
    together: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in edges:
        together.setdefault((edge.source, edge.target, edge.type), []).append(edge)
    for (source, target, kind), same in together.items():
        words = same[0].attrs.get("why") or EDGE_TYPES.get(kind, kind)
        years = sorted({e.year for e in same if e.year})
        yield {"source": source, "target": target, "words": words, "years": years}


def positions(nodes: list[Node], edges: list[Edge], coordinates: dict[str, Position]) -> dict[str, Position]:
    """Where each node is drawn: places by longitude and latitude, the rest near what they are tied to.

    No forces are computed, so that thousands of nodes stand still at once; the same graph always looks the same.
    """
    placed = {n.id: coordinates[n.id] for n in nodes if n.id in coordinates}
    neighbours: dict[str, list[str]] = {n.id: [] for n in nodes}
    for edge in edges:
        neighbours[edge.source].append(edge.target)
        neighbours[edge.target].append(edge.source)
    for _ in range(4):
        for node in nodes:
            near = [placed[other] for other in neighbours[node.id] if other in placed]
            if node.id not in placed and near:
                placed[node.id] = aside(node.id, near)
    return {n.id: placed.get(n.id) or aside(n.id, [(105.0, -15.0)]) for n in nodes}


def aside(node: str, near: list[Position]) -> Position:
    """The middle of some positions, moved off it a little, always the same way for the same node."""
    digest = hashlib.sha256(node.encode()).digest()
    dx, dy = (byte / 127.5 - 1 for byte in digest[:2])
    spread = 1.2 + 2.4 / len(near) ** 0.5
    x, y = (sum(values) / len(near) for values in zip(*near, strict=True))
    return round(x + dx * spread, 3), round(y + dy * spread, 3)
