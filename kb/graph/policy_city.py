"""The policy-to-city graph: which policy is tied to which city, why, how directly, in which papers, how often.

A paper ties a policy to a city where the city issued it or where the city's case cites it; a local policy also where a
sentence on the city does. What a sentence says of a national policy is a citation, and no tie. A province's policy reaches
the cities of the province that the paper cites policies or tells cases of only as an indirect tie.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kb.graph.model import Edge, Node, Selection, Value
from kb.graph.queries import text

__all__ = ["KINDS", "SIDES", "Tie", "as_graph", "of_kinds", "project", "ties"]

KINDS = ("place", "policy")
SIDES = {"cities": "place", "policies": "policy"}
"""What a projection leaves."""

WHY = {
    "issued": "本市发布 issued by the city",
    "province": "本省发布，其案例引用 issued by its province, cited in its case",
    "national": "国家政策，其案例引用 national policy cited in its case",
    "cited": "其案例引用 cited in its case",
    "told": "说它的文句里引用 cited in a sentence on it",
    "reached": "本省发布，未直接提及 issued by its province, the city not named",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A policy and a city, over all selected papers, which stand by year. `count` is how often they cite it there.

    `pages` says where, as `ccid-2021 p.24`.
    """

    policy: str
    policy_name: str
    city: str
    city_name: str
    why: str
    direct: bool
    count: int
    documents: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


def ties(db: sqlite3.Connection, selection: Selection | None = None, *, indirect: bool = False) -> Iterator[Tie]:
    """Every tie, by city code and policy; the indirect ones only where asked for."""
    selection = selection or Selection()
    asked = {
        "year": selection.year,
        "document": selection.document,
        "city": selection.city,
        "rank": selection.min_rank,
        "indirect": int(indirect),
    }
    for policy, policy_name, city, city_name, why, count, papers, told in db.execute(text("policy_city"), asked):
        documents = sorted((int(year), document) for year, document in _lines(papers))
        evidence = sorted((document, int(page), key) for page, document, key in _lines(told))
        yield Tie(
            policy, policy_name, city, city_name, why, why != "reached", count,
            tuple(document for _, document in documents),
            tuple(dict.fromkeys(year for year, _ in documents if year)),
            tuple(key for _, _, key in evidence),
            tuple(dict.fromkeys(f"{document} p.{page}" for document, page, _ in evidence)),
        )  # fmt: skip


def _lines(strings: str) -> Iterator[list[str]]:
    return (string.split("\n") for string in json.loads(strings))


def as_graph(found: Iterator[Tie]) -> tuple[list[Node], list[Edge]]:
    """The bipartite graph: policies and cities as nodes, an edge for each tie."""
    nodes: dict[str, Node] = {}
    edges = []
    for tie in found:
        policy, city = f"policy:{tie.policy}", f"place:{tie.city}"
        nodes.setdefault(policy, Node(policy, "policy", tie.policy_name))
        nodes.setdefault(city, Node(city, "place", tie.city_name, {"code": tie.city}))
        attrs: dict[str, Value] = {
            "why": WHY[tie.why], "direct": tie.direct, "count": tie.count, "weight": tie.count,
            "documents": list(tie.documents), "years": [str(y) for y in tie.years], "pages": list(tie.pages),
        }  # fmt: skip
        year = max(tie.years, default=None)
        edges.append(Edge(policy, city, "policy_city", tie.documents[-1], year, tie.evidence, attrs, tie.years))
    return list(nodes.values()), edges


def of_kinds(nodes: list[Node], edges: list[Edge], kinds: frozenset[str]) -> tuple[list[Node], list[Edge]]:
    """The nodes of some kinds, of all where none is asked for, and the edges among them."""
    kept = [n for n in nodes if not kinds or n.kind in kinds]
    ids = {n.id for n in kept}
    return kept, [e for e in edges if {e.source, e.target} <= ids]


def project(nodes: list[Node], edges: list[Edge], onto: str) -> tuple[list[Node], list[Edge]]:
    """`onto` cities: cities joined by the policies they share; `onto` policies: policies joined by shared cities.

    An edge's `weight` is how many they share, `shared` their names; its evidence is that of their ties to these, its paper
    and year are those of the latest.
    """
    kind = SIDES[onto]
    names = {n.id: n.label for n in nodes}
    reach: dict[str, dict[str, Edge]] = defaultdict(dict)
    for edge in edges:
        middle, end = (edge.source, edge.target) if kind == "place" else (edge.target, edge.source)
        reach[middle][end] = edge
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for middle, ends in sorted(reach.items()):
        for pair in combinations(sorted(ends), 2):
            shared[pair].append(middle)
    joined = (
        _joined(a, b, [names[m] for m in between], [reach[m][end] for m in between for end in (a, b)])
        for (a, b), between in shared.items()
    )
    return [n for n in nodes if n.kind == kind], list(joined)


def _joined(a: str, b: str, shared: list[str], told: list[Edge]) -> Edge:
    latest = max(told, key=lambda e: e.year or 0)
    years = sorted({year for e in told for year in e.years})
    evidence = tuple(dict.fromkeys(key for e in told for key in e.evidence))
    attrs: dict[str, Value] = {"weight": len(shared), "shared": shared}
    return Edge(a, b, "shares", latest.document, latest.year, evidence, attrs, tuple(years))
