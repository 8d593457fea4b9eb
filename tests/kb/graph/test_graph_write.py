"""Each format is read back by a library other than the one that wrote it, with text that breaks careless writers."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import igraph
import networkx as nx
import pytest
import rdflib
import yaml

from kb.errors import KbError
from kb.graph.model import Edge, Node
from kb.graph.plain import Plain, plain
from kb.graph.write import ENDINGS, TIES, write

ODD = "城市\"大脑\" 'A' <b>&\n第二行\\ \x07]]> ${x} `y` [[z]]|—2020—"
CLEAN = ODD.replace("\x07", "")
ONE_LINE = CLEAN.replace("\n", " ")
NODES = [
    Node("place:370100", "place", "济南市", {"code": "370100", "longitude": 117.1, "value": 1, "pid": "p"}),
    Node(
        "policy:国发〔2021〕29号",
        "policy",
        ODD,
        {"year": 2021, "papers": 2.5, "cited": True, "issuers": ["国务院", "甲"]},
    ),
    Node("policy:乙", "policy", "=cmd()", {"year": 2020, "papers": 3, "note": ODD}),
]
EDGES = [
    Edge(
        "policy:国发〔2021〕29号",
        "place:370100",
        "cites",
        "ccid-2021",
        2021,
        ("e:1", "e:2"),
        {"count": 1, "start": "x"},
    ),
    Edge("policy:国发〔2021〕29号", "place:370100", "cites", "ccid-2022", 2022, ("e:3",), {"count": 1.5}),
    Edge("policy:乙", "place:370100", "applies_to", None, None, (), {"why": ODD}),
]


@pytest.fixture
def odd() -> Plain:
    return plain(NODES, EDGES)


def written(graph: Plain, ending: str, folder: Path) -> Path:
    path = folder / f"图 谱{ending}"
    write(graph, path)
    return path


def test_one_attribute_has_one_type_and_no_reserved_name(odd: Plain) -> None:
    assert odd.node_types["papers"] == "double" and odd.node_types["issuers"] == "string"
    assert {"value", "pid"}.isdisjoint(odd.node_types) and "start" not in odd.edge_types
    assert [n.label for n in odd.nodes][1] == CLEAN


def test_gexf_is_read_by_networkx_which_did_not_write_it(odd: Plain, tmp_path: Path) -> None:
    graph = nx.read_gexf(written(odd, ".gexf", tmp_path))
    assert graph.number_of_nodes() == 3 and graph.number_of_edges() == 3
    assert graph.nodes["policy:国发〔2021〕29号"]["label"] == CLEAN
    assert graph.nodes["policy:乙"]["papers"] == 3.0
    starts = {d.get("start") for _, _, d in graph.edges(data=True)}
    assert starts == {2021, 2022, None}


def test_graphml_is_read_by_igraph(odd: Plain, tmp_path: Path) -> None:
    graph = igraph.Graph.Read_GraphML(str(written(odd, ".graphml", tmp_path)))
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (3, 3, True)
    assert graph.vs.find(id="policy:国发〔2021〕29号")["label"] == CLEAN
    assert sorted(y for y in graph.es["year"] if y == y) == [2021, 2022]


def test_node_link_json_is_read_by_networkx(odd: Plain, tmp_path: Path) -> None:
    data = json.loads(written(odd, ".json", tmp_path).read_text(encoding="utf-8"))
    graph = nx.node_link_graph(data, edges="links")
    assert graph.number_of_edges("policy:国发〔2021〕29号", "place:370100") == 2


def test_cytoscape_json_is_read_by_networkx(odd: Plain, tmp_path: Path) -> None:
    data = json.loads(written(odd, ".cyjs", tmp_path).read_text(encoding="utf-8"))
    graph = nx.cytoscape_graph(data)
    assert graph.number_of_nodes() == 3 and graph.number_of_edges() == 3


@pytest.mark.parametrize(("ending", "form"), [(".ttl", "turtle"), (".jsonld", "json-ld")])
def test_rdf_says_where_each_tie_is_told(odd: Plain, tmp_path: Path, ending: str, form: str) -> None:
    graph = rdflib.Graph().parse(written(odd, ending, tmp_path), format=form)
    names = {str(o) for o in graph.objects(None, rdflib.URIRef("https://schema.org/name"))}
    assert CLEAN in names
    assert len(list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))) == 3
    assert len(list(graph.objects(None, rdflib.PROV.wasDerivedFrom))) == 3


CYPHER_STRING = r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
CYPHER_VALUE = (
    rf"(?:{CYPHER_STRING}|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|\[(?:{CYPHER_STRING}(?:, {CYPHER_STRING})*)?\])"
)
CYPHER_MAP = rf"\{{(?:(?:\w+|`[^`]+`): {CYPHER_VALUE}(?:, (?:\w+|`[^`]+`): {CYPHER_VALUE})*)?\}}"
CYPHER_STATEMENT = re.compile(
    rf"CREATE CONSTRAINT IF NOT EXISTS FOR \(n:\w+\) REQUIRE n\.id IS UNIQUE;|"
    rf"MERGE \(n:\w+ {CYPHER_MAP}\) SET n \+= {CYPHER_MAP};|"
    rf"MATCH \(a:\w+ {CYPHER_MAP}\), \(b:\w+ {CYPHER_MAP}\) MERGE \(a\)-\[r:[A-Z_]+ {CYPHER_MAP}\]->\(b\) SET r \+= {CYPHER_MAP};"
)


def test_cypher_is_of_the_grammar_one_statement_a_line(odd: Plain, tmp_path: Path) -> None:
    lines = written(odd, ".cypher", tmp_path).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not CYPHER_STATEMENT.fullmatch(line)] == []
    assert sum(line.startswith("MERGE (n:") for line in lines) == 3
    # Two papers that tell the same tie are two edges; run again, the file adds none.
    merged = re.findall(r"\[r:CITES (\{.*?\})\]", "\n".join(lines))
    assert len(set(merged)) == 2


def test_csv_for_neo4j_runs_no_formula_in_a_spreadsheet(odd: Plain, tmp_path: Path) -> None:
    folder = written(odd, ".csv", tmp_path)
    nodes = list(csv.DictReader(io.StringIO((folder / "nodes.csv").read_text(encoding="utf-8"), newline="")))
    edges = list(csv.DictReader(io.StringIO((folder / "edges.csv").read_text(encoding="utf-8"), newline="")))
    assert [n["name"] for n in nodes] == ["济南市", ONE_LINE, "'=cmd()"]
    assert {(e[":START_ID"], e[":TYPE"]) for e in edges} == {
        ("policy:国发〔2021〕29号", "CITES"), ("policy:乙", "APPLIES_TO"),
    }  # fmt: skip
    assert nodes[0]["longitude:double"] == "117.1"


def test_notes_link_to_each_other_by_names_a_file_system_takes(odd: Plain, tmp_path: Path) -> None:
    folder = written(odd, ".md", tmp_path)
    notes = {p.stem: p.read_text(encoding="utf-8") for p in folder.iterdir()}
    assert len(notes) == 3 and "济南市" in notes
    links = set(re.findall(r"(?<!\\)\[\[([^|\]]+)(?:\||\]\])", notes["济南市"]))
    assert len(links) == 2 and links <= set(notes)
    front = yaml.safe_load(notes["济南市"].split("---")[1])
    assert front["code"] == "370100" and front["aliases"] == ["济南市"]


def test_dot_quotes_what_it_must(odd: Plain, tmp_path: Path) -> None:
    text = written(odd, ".dot", tmp_path).read_text(encoding="utf-8")
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert re.sub(r"[^{}\[\]]", "", bare) == "{" + "[]" * 7 + "}"


@pytest.mark.parametrize("ending", ENDINGS)
def test_ten_thousand_nodes(ending: str, tmp_path: Path) -> None:
    nodes = [Node(f"place:{i}", "place", f"城市{i}", {"code": str(i), "rank": i}) for i in range(10_000)]
    edges = [Edge(f"place:{i}", f"place:{i // 2}", "located_in", "甲", 2021, (f"e:{i}",)) for i in range(1, 10_000)]
    path = written(plain(nodes, edges), ending, tmp_path)
    assert path.exists()
    if ending == ".graphml":
        assert igraph.Graph.Read_GraphML(str(path)).ecount() == 9_999
    if ending == ".gexf":
        assert len(ET.parse(path).findall(".//{*}edge")) == 9_999


def test_an_unknown_ending_says_which_are_known(odd: Plain, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"\.gexf"):
        write(odd, tmp_path / "a.xlsx")


def test_the_table_of_ties_is_for_excel(odd: Plain, tmp_path: Path) -> None:
    data = (written(odd, ".csv", tmp_path) / TIES).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [r["联系 Tie"] for r in rows] == ["引用", "引用", "适用"]
    assert {r["终点 To"] for r in rows} == {"济南市"} and rows[0]["年份 Year"] == "2021"


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
