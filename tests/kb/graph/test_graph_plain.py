"""Whatever the graph holds, each format bears what comes out of the sanitiser."""

import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.graph.model import Edge, Node
from kb.graph.plain import Again, Plain, plain
from kb.graph.write import write

TEXT = st.text(st.characters(codec=None), max_size=12)
NAMES = st.sampled_from(["id", "id_", "value", "kind", "name", "type", "year", "label", "rank", "rank_", "得分"])
VALUES = st.one_of(st.integers(), st.floats(), st.booleans(), TEXT, st.lists(TEXT, max_size=3), st.none())
ATTRS = st.dictionaries(NAMES, VALUES, max_size=5)
KEYS = st.sampled_from([f"place:{n}" for n in range(5)] + ["policy:甲\x00", 'policy:"乙'])
NODES = st.lists(st.builds(Node, KEYS, st.just("place"), TEXT, ATTRS), max_size=6, unique_by=lambda n: n.id)
YEARS = st.one_of(st.none(), st.integers(1990, 2030))
EDGES = st.lists(
    st.builds(Edge, KEYS, KEYS, st.just("cites"), st.one_of(st.none(), TEXT), YEARS, st.tuples(TEXT), ATTRS), max_size=6
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
PYTHON = {"boolean": bool, "integer": int, "double": float, "string": str}
TRIES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(graph: Plain, ending: str) -> str:
    out = io.StringIO()
    write(graph, Path("-"), out, ending)
    return out.getvalue()


@TRIES
@given(NODES, EDGES)
def test_each_attribute_has_one_type_and_nothing_is_lost(nodes: list[Node], edges: list[Edge]) -> None:
    graph = plain(nodes, edges)
    kept = list(graph.nodes)
    assert (len(kept), len(list(graph.edges))) == (graph.node_count, graph.edge_count)
    for before, after in zip(nodes, kept, strict=True):
        assert len(after.attrs) == sum(v is not None for v in before.attrs.values())
        for name, value in after.attrs.items():
            assert type(value) is PYTHON[graph.node_types[name]]
            assert not (isinstance(value, str) and CONTROL.search(value))
        assert not CONTROL.search(after.id + after.label)
    ids = {n.id for n in kept}
    assert all({e.source, e.target} <= ids for e in graph.edges)


@TRIES
@given(NODES, EDGES)
def test_every_format_reads_back_as_many_nodes_and_edges(nodes: list[Node], edges: list[Edge]) -> None:
    graph = plain(nodes, edges)
    counts = (graph.node_count, graph.edge_count)
    gexf = ET.fromstring(written(graph, ".gexf"))
    assert (len(gexf.findall(".//{*}node")), len(gexf.findall(".//{*}edge"))) == counts
    graphml = ET.fromstring(written(graph, ".graphml"))
    assert (len(graphml.findall(".//{*}node")), len(graphml.findall(".//{*}edge"))) == counts
    linked = nx.node_link_graph(json.loads(written(graph, ".json")), edges="links")
    assert (linked.number_of_nodes(), linked.number_of_edges()) == counts
    turtle = rdflib.Graph().parse(data=written(graph, ".ttl"), format="turtle")
    linked_data = rdflib.Graph().parse(data=written(graph, ".jsonld"), format="json-ld")
    assert len(set(turtle.subjects(rdflib.URIRef("https://schema.org/name")))) == counts[0]
    assert {tuple(map(str, t)) for t in turtle} == {tuple(map(str, t)) for t in linked_data}


def test_what_is_read_anew_is_not_held() -> None:
    read: list[str] = []

    def nodes() -> "list[Node]":
        read.append("nodes")
        return [Node("place:1", "place", "济南市")]

    graph = plain(Again(lambda: iter(nodes())), [])
    assert read == ["nodes"]
    assert [n.label for n in graph.nodes] == [n.label for n in graph.nodes] == ["济南市"]
    assert read == ["nodes"] * 3


@pytest.mark.parametrize("ending", [".gexf", ".csv", ".ttl"])
def test_an_empty_graph_is_a_file(ending: str) -> None:
    assert written(plain([], []), ending)
