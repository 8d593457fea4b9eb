"""What a person asks of the graph: its size, what is cited most, which cities are alike, what links two of them."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import networkx as nx

from kb.graph.model import EDGE_TYPES

__all__ = ["Likeness", "Step", "Summary", "likest", "path_between", "summary"]

SHARED = ("adopts", "cites", "runs")


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
    evidence: list[str]
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


def summary(graph: nx.MultiDiGraph, most: int = 10) -> Summary:
    """Counts, connected parts by size, the `most` nodes of highest degree, the `most` policies most cited."""
    names = dict(graph.nodes(data="label"))
    kinds = dict(graph.nodes(data="kind"))
    degrees = sorted(graph.degree(), key=lambda d: (-d[1], d[0]))[:most]
    cited = Counter(v for u, v, kind in graph.edges(data="type") if kind == "cites" and kinds[u] == "document")
    return Summary(
        dict(Counter(kinds.values()).most_common()),
        dict(Counter(kind for _, _, kind in graph.edges(data="type")).most_common()),
        sorted((len(part) for part in nx.weakly_connected_components(graph)), reverse=True),
        [(names[n], kinds[n], d) for n, d in degrees],
        [(names[n], c) for n, c in sorted(cited.items(), key=lambda x: (-x[1], x[0]))[:most]],
    )


def likest(graph: nx.MultiDiGraph, most: int = 10) -> list[Likeness]:
    """The `most` pairs of cities that are most alike by shared policies, and frameworks and platforms of one name."""
    names = dict(graph.nodes(data="label"))
    kinds = dict(graph.nodes(data="kind"))
    traits: dict[str, set[str]] = {}
    for place, thing, kind in graph.edges(data="type"):
        if kind in SHARED and kinds[place] == "place":
            # A framework belongs to one city: two cities share it where both call theirs by the same name.
            traits.setdefault(place, set()).add(f"{EDGE_TYPES[kind].split()[0]}{names[thing]}")
    found = []
    for one, other in combinations(sorted(traits), 2):
        both = traits[one] & traits[other]
        if both:
            score = len(both) / len(traits[one] | traits[other])
            found.append(Likeness(names[one], names[other], round(score, 3), sorted(both)))
    return sorted(found, key=lambda x: (-x.score, x.one, x.other))[:most]


def path_between(graph: nx.MultiDiGraph, one: str, other: str) -> list[Step]:
    """The shortest chain of ties between two nodes, in any direction; empty where nothing links them.

    What a chain over geography or over a paper that names both would say is known without the graph: such ties are
    walked only where there is no other way.
    """
    plain = nx.Graph()
    plain.add_nodes_from(graph)
    for u, v, kind in graph.edges(data="type"):
        cost = _cost(graph, u, kind)
        if not plain.has_edge(u, v) or plain[u][v]["cost"] > cost:
            plain.add_edge(u, v, cost=cost)
    try:
        nodes = nx.shortest_path(plain, one, other, weight="cost")
    except nx.NetworkXNoPath:
        return []
    return [_step(graph, a, b) for a, b in pairwise(nodes)]


def _cost(graph: nx.MultiDiGraph, source: str, kind: str) -> float:
    """How little a tie tells: a path goes where the sum is least."""
    if kind == "cites" and graph.nodes[source]["kind"] == "document":
        return 3.0
    return {"located_in": 6.0, "has_part": 3.0, "ranked_in": 4.0, "previous_edition_of": 4.0}.get(kind, 1.0)


def _step(graph: nx.MultiDiGraph, a: str, b: str) -> Step:
    """The tie that tells most of those between two nodes, of the latest paper."""
    between = [(True, data) for data in graph.get_edge_data(a, b, default={}).values()]
    between += [(False, data) for data in graph.get_edge_data(b, a, default={}).values()]

    def least(tie: tuple[bool, dict[str, Any]]) -> tuple[float, int]:
        forward, data = tie
        return _cost(graph, a if forward else b, data["type"]), -(data["year"] or 0)

    forward, data = min(between, key=least)
    source, target = graph.nodes[a]["label"], graph.nodes[b]["label"]
    told = (data["type"], forward, data["document"], data["year"], data["evidence"])
    return Step(source, target, *told, rank=data.get("rank"), score=data.get("score"))
