"""The policy-to-city graph: which policy is tied to which city, why, how directly, in which papers, how often.

A paper ties a policy to a city where the city issued it or where the city's case cites it. A province's policy reaches
the cities of the province that the paper cites policies or tells cases of only as an indirect tie.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.resources import files

from kb.graph.model import Edge, Node, Selection, Value

__all__ = ["Tie", "as_graph", "project", "ties"]

WHY = {
    "issued": "本市发布 issued by the city",
    "province": "本省发布，其案例引用 issued by its province, cited in its case",
    "national": "国家政策，其案例引用 national policy cited in its case",
    "cited": "其案例引用 cited in its case",
    "reached": "本省发布，未直接提及 issued by its province, the city not named",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A policy and a city, over all selected papers. `count` is how often the papers cite it there."""

    policy: str
    policy_name: str
    city: str
    city_name: str
    why: str
    direct: bool
    count: int
    documents: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    evidence: tuple[str, ...] = field(default=())


def ties(db: sqlite3.Connection, selection: Selection | None = None, *, indirect: bool = False) -> Iterator[Tie]:
    """Every tie, by city code and policy; the indirect ones only where asked for."""
    selection = selection or Selection()
    sql = (files("kb.graph") / "sql" / "policy_city.sql").read_text(encoding="utf-8")
    asked = {
        "year": selection.year,
        "document": selection.document,
        "city": selection.city,
        "rank": selection.min_rank,
        "indirect": int(indirect),
    }
    for policy, policy_name, city, city_name, why, count, documents, years, evidence in db.execute(sql, asked):
        yield Tie(
            policy, policy_name, city, city_name, why, why != "reached", count,
            tuple(json.loads(documents)), tuple(y for y in json.loads(years) if y is not None),
            tuple(json.loads(evidence)),
        )  # fmt: skip


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
            "documents": list(tie.documents), "years": [str(y) for y in tie.years],
        }  # fmt: skip
        year = max(tie.years, default=None)
        edges.append(Edge(policy, city, "policy_city", tie.documents[-1], year, tie.evidence, attrs))
    return list(nodes.values()), edges


def project(nodes: list[Node], edges: list[Edge], onto: str) -> tuple[list[Node], list[Edge]]:
    """`onto` cities: cities joined by the policies they share; `onto` policies: policies joined by shared cities.

    An edge's `weight` is how many they share, `shared` their names.
    """
    kind = {"cities": "place", "policies": "policy"}[onto]
    names = {n.id: n.label for n in nodes}
    reach: dict[str, list[Edge]] = {}
    for edge in edges:
        middle = edge.source if kind == "place" else edge.target
        reach.setdefault(middle, []).append(edge)
    shared: dict[tuple[str, str], Edge] = {}
    for middle, group in sorted(reach.items()):
        ends = sorted({(e.target if kind == "place" else e.source) for e in group})
        told = tuple(sorted({v for e in group for v in e.evidence}))
        for i, a in enumerate(ends):
            for b in ends[i + 1 :]:
                shared[a, b] = _joined(shared.get((a, b)), a, b, names[middle], told, group)
    return [n for n in nodes if n.kind == kind], list(shared.values())


def _joined(known: Edge | None, a: str, b: str, middle: str, told: tuple[str, ...], group: list[Edge]) -> Edge:
    if known is None:
        year = max((e.year for e in group if e.year), default=None)
        return Edge(a, b, "shares", group[0].document, year, told, {"weight": 1, "shared": [middle]})
    names = [*_list(known.attrs["shared"]), middle]
    return replace(known, evidence=(*known.evidence, *told), attrs={"weight": len(names), "shared": names})


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []
