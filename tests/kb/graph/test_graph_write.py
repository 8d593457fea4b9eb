"""Each format is read back by a library other than the one that wrote it, with text that breaks careless writers.

Cypher, tables, notes and DOT have files of their own beside this one.
"""

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pyoxigraph
import pytest
import rdflib
from odd_graph import CLEAN, EDGES, MANY, NODES, POLICY, many, odd

from kb.errors import KbError
from kb.graph.model import Edge
from kb.graph.plain import Plain, plain
from kb.graph.write import write

NAME = "https://schema.org/name"
FORMS = {".ttl": pyoxigraph.RdfFormat.TURTLE, ".jsonld": pyoxigraph.RdfFormat.JSON_LD}


@pytest.fixture(name="odd")
def _odd() -> Plain:
    return odd()


def written(graph: Plain, ending: str, folder: Path) -> Path:
    path = folder / f"图 谱{ending}"
    write(graph, path)
    return path


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def elements(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Data of the nodes and edges of a Cytoscape file, its shape checked: cytoscape.js stops at what is otherwise."""
    told = loaded(path)["elements"]
    assert set(told) == {"nodes", "edges"}
    assert all(set(element) == {"data"} for group in told.values() for element in group)
    nodes, edges = ([element["data"] for element in told[group]] for group in ("nodes", "edges"))
    ids = [data["id"] for data in (*nodes, *edges)]
    assert all(isinstance(i, str) and i for i in ids) and len(set(ids)) == len(ids)
    known = {data["id"] for data in nodes}
    assert all({data["source"], data["target"]} <= known for data in edges)
    # These would make a node part of another, or an edge of what has no ends.
    assert not any({"parent", "source", "target"} & set(data) for data in nodes)
    return nodes, edges


def triples(path: Path) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(path=str(path), format=FORMS[path.suffix]))


def test_one_attribute_has_one_type_and_no_reserved_name(odd: Plain) -> None:
    assert odd.node_types["papers"] == "double" and odd.node_types["issuers"] == "string"
    assert {"value", "pid", "parent"}.isdisjoint(odd.node_types) and "start" not in odd.edge_types
    assert [n.label for n in odd.nodes][1] == CLEAN


def test_gexf_is_read_by_networkx_which_did_not_write_it(odd: Plain, tmp_path: Path) -> None:
    graph = nx.read_gexf(written(odd, ".gexf", tmp_path))
    assert graph.number_of_nodes() == 3 and graph.number_of_edges() == 3
    assert graph.nodes[POLICY]["label"] == CLEAN
    assert graph.nodes["policy:乙"]["papers"] == 3.0
    starts = {d.get("start") for _, _, d in graph.edges(data=True)}
    assert starts == {2021, 2022, None}


def test_graphml_is_read_by_igraph(odd: Plain, tmp_path: Path) -> None:
    graph = igraph.Graph.Read_GraphML(str(written(odd, ".graphml", tmp_path)))
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (3, 3, True)
    assert graph.vs.find(id=POLICY)["label"] == CLEAN
    assert sorted(y for y in graph.es["year"] if y == y) == [2021, 2022]


def test_node_link_json_is_read_by_networkx(odd: Plain, tmp_path: Path) -> None:
    data = json.loads(written(odd, ".json", tmp_path).read_text(encoding="utf-8"))
    graph = nx.node_link_graph(data, edges="links")
    assert graph.number_of_edges(POLICY, "place:370100") == 2


def test_cytoscape_json_is_of_the_shape_that_cytoscape_reads(odd: Plain, tmp_path: Path) -> None:
    path = written(odd, ".cyjs", tmp_path)
    nodes, edges = elements(path)
    assert {n["id"]: n["name"] for n in nodes} == {"place:370100": "济南市", POLICY: CLEAN, "policy:乙": "=cmd()"}
    assert [(e["source"], e["interaction"], e["evidence"]) for e in edges] == [
        (POLICY, "cites", ["e:1", "e:2;3"]), (POLICY, "cites", ["e:3"]), ("policy:乙", "applies_to", []),
    ]  # fmt: skip
    graph = nx.cytoscape_graph(loaded(path))
    assert graph.number_of_nodes() == 3 and graph.number_of_edges() == 3


@pytest.mark.parametrize(("ending", "form"), [(".ttl", "turtle"), (".jsonld", "json-ld")])
def test_rdf_says_where_each_tie_is_told(odd: Plain, tmp_path: Path, ending: str, form: str) -> None:
    graph = rdflib.Graph().parse(written(odd, ending, tmp_path), format=form)
    names = {str(o) for o in graph.objects(None, rdflib.URIRef("https://schema.org/name"))}
    assert CLEAN in names
    assert len(list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))) == 3
    assert len(list(graph.objects(None, rdflib.PROV.wasDerivedFrom))) == sum(len(e.evidence) for e in EDGES)


@pytest.mark.parametrize("ending", FORMS)
def test_rdf_is_read_by_a_parser_that_had_no_part_in_it(odd: Plain, tmp_path: Path, ending: str) -> None:
    read = triples(written(odd, ending, tmp_path))
    assert {q.object.value for q in read if q.predicate.value == NAME} == {"济南市", CLEAN, "=cmd()"}


COUNTS: dict[str, Callable[[Path], tuple[int, ...]]] = {
    ".gexf": lambda p: tuple(len(ET.parse(p).findall(f".//{{*}}{tag}")) for tag in ("node", "edge")),
    ".graphml": lambda p: (lambda g: (g.vcount(), g.ecount()))(igraph.Graph.Read_GraphML(str(p))),
    ".json": lambda p: (lambda g: (len(g), g.number_of_edges()))(nx.node_link_graph(loaded(p), edges="links")),
    ".cyjs": lambda p: tuple(map(len, elements(p))),
    ".ttl": lambda p: rdf_counts(triples(p)),
    ".jsonld": lambda p: rdf_counts(triples(p)),
}


def rdf_counts(read: list[pyoxigraph.Quad]) -> tuple[int, int]:
    names = sum(q.predicate.value == NAME for q in read)
    return names, sum(q.object == pyoxigraph.NamedNode(str(rdflib.RDF.Statement)) for q in read)


@pytest.mark.parametrize("ending", COUNTS)
def test_ten_thousand_nodes(ending: str, tmp_path: Path) -> None:
    assert COUNTS[ending](written(many(), ending, tmp_path)) == (MANY, MANY - 1)


def test_an_unknown_ending_says_which_are_known(odd: Plain, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"\.gexf"):
        write(odd, tmp_path / "a.xlsx")


def test_a_pipe_takes_the_table_and_no_notes(odd: Plain) -> None:
    out = io.StringIO()
    write(odd, Path("-"), out, ".csv")
    assert out.getvalue().startswith("起点 From")
    with pytest.raises(KbError, match="文件夹"):
        write(odd, Path("-"), out, ".md")


def test_a_place_that_cannot_be_written_to_is_a_sentence(odd: Plain, tmp_path: Path) -> None:
    with pytest.raises(KbError, match="写不了"):
        write(odd, tmp_path / "none" / "a.json")


def test_gexf_keeps_types_apart_and_lists_all_years(tmp_path: Path) -> None:
    edge = Edge("policy:乙", "place:370100", "policy_city", "b", 2022, (), {"weight": 2}, (2020, 2022))
    root = ET.parse(written(plain(NODES, [edge]), ".gexf", tmp_path)).getroot()
    assert root.tag == "{http://gexf.net/1.3}gexf" and root.get("version") == "1.3"
    (found,) = root.findall(".//{*}edge")
    assert found.get("kind") == "policy_city" and found.get("start") is None
    assert [(s.get("start"), s.get("end")) for s in found.findall(".//{*}spell")] == [
        ("2020", "2020"),
        ("2022", "2022"),
    ]
