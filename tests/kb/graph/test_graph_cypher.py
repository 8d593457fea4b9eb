"""Cypher is run through an embedded engine that did not write it, and run again."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import kglite
import pytest
from odd_graph import CLEAN, EDGES, MANY, NODES, POLICY, many, odd

from kb.graph.plain import Plain, plain
from kb.graph.write import write

ENGINE_OWN = {"title", "type"}
"""Names under which the engine tells each node's name and label once more."""


def statements(graph: Plain) -> list[str]:
    out = io.StringIO()
    write(graph, Path("-"), out, ".cypher")
    return out.getvalue().split("\n")[:-1]


def run(engine: kglite.KnowledgeGraph, graph: Plain) -> None:
    for statement in statements(graph):
        assert statement.endswith(";")
        engine.cypher(statement)


def held(engine: kglite.KnowledgeGraph) -> tuple[list[Any], list[Any]]:
    """Nodes with labels and properties, edges with ends, type and properties, in one order."""
    nodes = engine.cypher("MATCH (n) RETURN labels(n) AS labels, properties(n) AS told").to_list()
    edges = engine.cypher("MATCH (a)-[r]->(b) RETURN a.id, type(r) AS type, b.id, properties(r) AS told").to_list()
    for node in nodes:
        node["told"] = {name: value for name, value in node["told"].items() if name not in ENGINE_OWN}
    return sorted(nodes, key=json.dumps), sorted(edges, key=json.dumps)


def test_the_engine_holds_what_the_graph_holds() -> None:
    engine, graph = kglite.KnowledgeGraph(), odd()
    run(engine, graph)
    nodes, edges = held(engine)
    assert {n["told"]["id"]: n for n in nodes} == {
        n.id: {"labels": [n.kind.capitalize()], "told": {"id": n.id, "name": n.label, **n.attrs}} for n in graph.nodes
    }
    assert {n["told"]["name"] for n in nodes} == {"济南市", CLEAN, "=cmd()"}
    assert [(e["a.id"], e["type"], e["b.id"]) for e in edges].count((POLICY, "CITES", "place:370100")) == 2
    told = {e["told"]["document"]: e["told"] for e in edges}
    assert told["ccid-2021"] | {"year": 2021, "evidence": ["e:1", "e:2;3"], "count": 1.0} == told["ccid-2021"]
    assert told[""]["why"] == CLEAN and "year" not in told[""]


def test_run_again_it_adds_nothing() -> None:
    engine = kglite.KnowledgeGraph()
    run(engine, odd())
    once = held(engine)
    run(engine, odd())
    assert held(engine) == once


def test_a_later_export_changes_what_changed_and_adds_what_is_new() -> None:
    engine = kglite.KnowledgeGraph()
    run(engine, odd())
    renamed = [NODES[0], replace(NODES[1], label="新名"), NODES[2]]
    run(engine, plain(renamed, [*EDGES, replace(EDGES[1], document="ccid-2023", year=2023)]))
    nodes, edges = held(engine)
    assert (len(nodes), len(edges)) == (3, 4)
    assert {n["told"]["name"] for n in nodes} == {"济南市", "新名", "=cmd()"}


def test_the_constraints_forbid_a_second_node_of_one_id() -> None:
    engine = kglite.KnowledgeGraph()
    run(engine, odd())
    with pytest.raises(kglite.KgError):
        engine.cypher('CREATE (n:Place {id: "place:370100"})')


def test_escapes_are_those_of_neo4j() -> None:
    # Neo4j decodes \uXXXX before it reads a string, so that a backslash before a u must not look like one.
    text = "\n".join(statements(odd()))
    escapes = re.findall(r"\\(?:u[0-9a-fA-F]{4}|.)", text)
    assert set(escapes) == {r"\"", r"\\", r"\n", r"\t", r"\u0075"}
    assert not re.search(r"\\u(?!0075)", text)


def test_ten_thousand_nodes_run_twice() -> None:
    engine = kglite.KnowledgeGraph()
    for _ in range(2):
        run(engine, many())
        assert engine.cypher("MATCH (n) RETURN count(n) AS n").to_list() == [{"n": MANY}]
        assert engine.cypher("MATCH ()-[r]->() RETURN count(r) AS n").to_list() == [{"n": MANY - 1}]
