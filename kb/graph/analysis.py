"""What a person asks of the graph: its size, what is cited most, which cities are alike, what links two of them.

Asked of the selected edges where they lie, in temporary tables: nothing holds the graph of a thousand papers. Tests hold
the answers against networkx's.
"""

import sqlite3
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations, pairwise

from kb.graph.model import EDGE_TYPES, Edge
from kb.graph.read import Selected
from kb.resolve.clusters import components

__all__ = ["Likeness", "Step", "Summary", "likest", "path_between", "summary"]

SHARED = ("adopts", "cites", "runs")
BUSIEST = """
SELECT coalesce(n.name, n.id), n.kind, count(*) FROM (SELECT source AS id FROM graph_edges UNION ALL SELECT target FROM graph_edges)
JOIN graph_nodes AS n USING (id) GROUP BY n.id ORDER BY count(*) DESC, n.id LIMIT ?"""
MOST_CITED = """
SELECT coalesce(n.name, n.id), count(*) FROM graph_edges AS e JOIN graph_nodes AS n ON n.id = e.target
WHERE e.type = 'cites' AND e.source LIKE 'document:%' GROUP BY n.id ORDER BY count(*) DESC, n.id LIMIT ?"""
TRAITS = f"""
SELECT DISTINCT e.source, p.name, e.type, coalesce(n.name, n.id) FROM graph_edges AS e
JOIN graph_nodes AS p ON p.id = e.source JOIN graph_nodes AS n ON n.id = e.target
WHERE e.type IN {SHARED} AND e.source LIKE 'place:%' ORDER BY e.source"""
WAYS = """
INSERT INTO graph_ways SELECT one, other, min(cost(type, source)) FROM (
    SELECT source AS one, target AS other, type, source FROM graph_edges
    UNION ALL SELECT target, source, type, source FROM graph_edges
) GROUP BY one, other"""


@dataclass(frozen=True)
class Summary:
    """Counts by kind and type, connected parts, and the nodes with most ties."""

    nodes: dict[str, int]
    edges: dict[str, int]
    parts: list[int]
    busiest: list[tuple[str, str, int]]
    most_cited: list[tuple[str, int]]


@dataclass(frozen=True)
class Likeness:
    """Two cities and what they share: policies cited, frameworks or platforms of the same name. `score` is Jaccard's."""

    one: str
    other: str
    score: float
    shared: list[str]


@dataclass(frozen=True)
class Step:
    """One tie on a path, told in the direction walked; `evidence` are ids."""

    source: str
    target: str
    type: str
    forward: bool
    document: str | None
    year: int | None
    evidence: tuple[str, ...]
    rank: int | None = None
    score: float | None = None

    def words(self) -> str:
        """The tie as a sentence."""
        chinese, _, english = EDGE_TYPES[self.type].partition(" ")
        place = f"第{self.rank}名" if self.rank is not None else ""
        arrow = f"—{chinese}{place}→" if self.forward else f"←{chinese}{place}—"
        score = f"得分 score {self.score:g}" if self.score is not None else ""
        told = "，".join(str(t) for t in (score, self.document, self.year) if t)
        return f"{self.source} {arrow} {self.target} ({english}{f'; {told}' if told else ''})"


def summary(part: Selected, most: int = 10) -> Summary:
    """Counts, connected parts by size, the `most` nodes of highest degree, the `most` policies most cited."""
    db = part.db
    nodes = (id for (id,) in db.execute("SELECT id FROM graph_nodes ORDER BY id"))
    parts = components(nodes, db.execute("SELECT DISTINCT source, target FROM graph_edges"))
    return Summary(
        dict(db.execute("SELECT kind, count(*) FROM graph_nodes GROUP BY kind ORDER BY count(*) DESC, kind")),
        dict(db.execute("SELECT type, count(*) FROM graph_edges GROUP BY type ORDER BY count(*) DESC, type")),
        sorted(map(len, parts), reverse=True),
        db.execute(BUSIEST, (most,)).fetchall(),
        db.execute(MOST_CITED, (most,)).fetchall(),
    )


def likest(part: Selected, most: int = 10) -> list[Likeness]:
    """The `most` pairs of cities that are most alike by shared policies, and frameworks and platforms of one name."""
    names: dict[str, str] = {}
    traits: dict[str, set[str]] = {}
    for place, name, kind, thing in part.db.execute(TRAITS):
        # A framework belongs to one city: two cities share it where both call theirs by the same name.
        traits.setdefault(place, set()).add(f"{EDGE_TYPES[kind].split()[0]}{thing}")
        names[place] = name
    found = []
    for one, other in combinations(traits, 2):
        both = traits[one] & traits[other]
        if both:
            score = len(both) / len(traits[one] | traits[other])
            found.append(Likeness(names[one], names[other], round(score, 3), sorted(both)))
    return sorted(found, key=lambda x: (-x.score, x.one, x.other))[:most]


def path_between(part: Selected, one: str, other: str) -> list[Step]:
    """The shortest chain of ties between two nodes, in any direction; empty where nothing links them.

    What a chain over geography or over a paper that names both would say is known without the graph: such ties are
    walked only where there is no other way.
    """
    db = part.db
    db.create_function("cost", 2, _cost, deterministic=True)
    db.execute("DROP TABLE IF EXISTS temp.graph_ways")
    db.execute("CREATE TEMP TABLE graph_ways (one, other, cost, PRIMARY KEY (one, other)) WITHOUT ROWID")
    db.execute(WAYS)
    return [_step(part, a, b) for a, b in pairwise(_cheapest(db, one, other))]


def _cheapest(db: sqlite3.Connection, one: str, other: str) -> list[str]:
    """The nodes on the way of least cost, by Dijkstra's algorithm; of several such ways always the same."""
    came: dict[str, str] = {}
    reached = [(0.0, one, one)]
    while reached and other not in came:
        cost, node, before = heappop(reached)
        if node not in came:
            came[node] = before
            ways = db.execute("SELECT other, cost FROM graph_ways WHERE one = ?", (node,))
            for near, more in ways:
                if near not in came:
                    heappush(reached, (cost + more, near, node))
    if other not in came:
        return []
    path = [other]
    while path[-1] != one:
        path.append(came[path[-1]])
    return path[::-1]


def _cost(kind: str, source: str) -> float:
    """How little a tie tells: a path goes where the sum is least."""
    if kind == "cites" and source.startswith("document:"):
        return 3.0
    return {"located_in": 6.0, "has_part": 3.0, "ranked_in": 4.0, "previous_edition_of": 4.0}.get(kind, 1.0)


def _step(part: Selected, a: str, b: str) -> Step:
    """The tie that tells most of those between two nodes, of the latest paper."""

    def least(tie: Edge) -> tuple[float, int]:
        return _cost(tie.type, tie.source), -(tie.year or 0)

    tie = min((*part.edges(a, b), *part.edges(b, a)), key=least)
    source, target = (node.label if (node := part.node(id)) else id for id in (a, b))
    rank, score = tie.attrs.get("rank"), tie.attrs.get("score")
    return Step(
        source, target, tie.type, tie.source == a, tie.document, tie.year, tie.evidence,
        rank if isinstance(rank, int) else None, score if isinstance(score, int | float) else None,
    )  # fmt: skip
