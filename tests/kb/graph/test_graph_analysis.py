"""What is asked of the graph in SQL, held against networkx on the same graph; and what it says in words."""

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

import networkx as nx
import pytest
from papers import full_paper

from kb.base.file import for_reading
from kb.graph import EDGE_TYPES, network, selected
from kb.graph.analysis import likest, path_between, summary
from kb.graph.read import COLUMNS, Selected
from kb.store import Changes
from schema import Paper

Put = Callable[[Path, Paper], Changes]
COSTS = {"located_in": 6, "has_part": 3, "ranked_in": 4, "previous_edition_of": 4}
"""What a tie of a type costs on a way, where it is not 1; a paper that cites a policy costs 3."""


@pytest.fixture
def filled(base: Path, put: Put) -> Path:
    put(base, full_paper())
    put(base, full_paper("paper-2022", 2022, ("青岛市", "济南市")))
    return base


def invented(seed: int) -> Selected:
    """A graph of a few dozen nodes with ties at random, some twice, some of a node to itself, in more parts than one."""
    chosen = random.Random(seed)
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE TABLE graph_edges ({COLUMNS})")
    db.execute("CREATE TABLE graph_nodes (id, kind, name, attrs)")
    db.execute("CREATE TABLE evidence (id, fact_table, fact, document, box)")
    nodes = [f"{kind}:{n}" for kind in ("place", "policy", "document", "framework") for n in range(12)]
    db.executemany("INSERT INTO graph_nodes VALUES (?, ?, ?, '{}')", ((n, n.split(":")[0], f"《{n}》") for n in nodes))
    types = sorted(EDGE_TYPES)
    for n in range(45):
        kind, source, target = chosen.choice(types), chosen.choice(nodes), chosen.choice(nodes)
        for again in range(chosen.choice((1, 1, 2))):
            told = (kind, source, target, f"d{n}", 2000 + again, "t", f"{n}", json.dumps({"rank": n}))
            db.execute(f"INSERT INTO graph_edges VALUES ({', '.join('?' * len(told))})", told)
    return Selected(db)


def undirected(graph: nx.MultiDiGraph) -> nx.Graph:
    """The graph as a path sees it: of several ties of two nodes the one that costs least."""
    found = nx.Graph()
    found.add_nodes_from(graph)
    for u, v, kind in graph.edges(data="type"):
        cost = 3 if kind == "cites" and u.startswith("document:") else COSTS.get(kind, 1)
        found.add_edge(u, v, cost=min(cost, found.get_edge_data(u, v, {"cost": cost})["cost"]))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_counts_are_those_of_networkx(seed: int) -> None:
    part = invented(seed)
    graph, told = network(part), summary(part, most=7)
    kinds = dict(graph.nodes(data="kind"))
    assert told.nodes == Counter(kinds.values())
    assert told.edges == Counter(kind for _, _, kind in graph.edges(data="type"))
    assert told.parts == sorted(map(len, nx.weakly_connected_components(graph)), reverse=True)
    assert [n for _, _, n in told.busiest] == sorted((d for _, d in graph.degree()), reverse=True)[:7]
    assert {name: n for name, _, n in told.busiest} == {name: graph.degree(name[1:-1]) for name, _, _ in told.busiest}
    cited = Counter(v for u, v, kind in graph.edges(data="type") if kind == "cites" and kinds[u] == "document")
    assert {name[1:-1]: n for name, n in told.most_cited} == cited


@pytest.mark.parametrize("seed", range(12))
def test_a_path_costs_what_networkx_finds(seed: int) -> None:
    part = invented(seed)
    graph = network(part)
    plain = undirected(graph)
    for one, other in combinations([n for n in graph if n.startswith("place:")], 2):
        steps = path_between(part, one, other)
        names = [step.source[1:-1] for step in steps] + [step.target[1:-1] for step in steps[-1:]]
        assert bool(names) == nx.has_path(plain, one, other)
        if names:
            assert (names[0], names[-1]) == (one, other)
            cost = sum(plain[a][b]["cost"] for a, b in pairwise(names))
            assert cost == nx.shortest_path_length(plain, one, other, weight="cost")
            for step in steps:
                source, target = (step.source, step.target) if step.forward else (step.target, step.source)
                assert step.type in {d["type"] for d in graph.get_edge_data(source[1:-1], target[1:-1]).values()}


def test_of_ties_that_tell_as_much_the_latest_paper_counts(filled: Path) -> None:
    with for_reading(filled) as db:
        (step,) = path_between(selected(db), "place:370100", "framework:济南市/343")
    assert (step.type, step.year, step.source, step.target) == ("adopts", 2022, "济南市", "“343”")


def test_what_links_two_places_is_told_in_words(filled: Path) -> None:
    with for_reading(filled) as db:
        part = selected(db)
        steps = path_between(part, "place:370100", "place:370200")
        told = summary(part)
        assert sum(told.parts) == network(part).number_of_nodes()
    assert steps[0].source == "济南市" and steps[-1].target == "青岛市"
    assert all(step.words() for step in steps)
    assert told.nodes["place"] >= 3


def test_a_place_is_linked_to_itself_by_nothing(filled: Path) -> None:
    with for_reading(filled) as db:
        assert path_between(selected(db), "place:370100", "place:370100") == []


@pytest.mark.parametrize(
    ("shared", "score"),
    [((0, 0), 0.0), ((1, 1), 0.333), ((2, 2), 1.0)],
)
def test_cities_are_alike_by_what_they_share(shared: tuple[int, int], score: float) -> None:
    """Two cities with two traits each: policies cited, frameworks of one name."""
    part = invented(0)
    part.db.execute("DELETE FROM graph_edges")
    part.db.execute("UPDATE graph_nodes SET name = '343' WHERE id IN ('framework:0', 'framework:1')")
    ties = [
        ("place:0", "adopts", "framework:0"), ("place:0", "cites", "policy:0"),
        ("place:1", "adopts", "framework:1" if shared[0] else "framework:2"),
        ("place:1", "cites", "policy:0" if shared[1] > 1 else "policy:1"),
    ]  # fmt: skip
    part.db.executemany("INSERT INTO graph_edges (source, type, target) VALUES (?, ?, ?)", ties)
    assert [x.score for x in likest(part)] == ([score] if score else [])
