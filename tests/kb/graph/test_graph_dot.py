"""DOT is parsed by pydot, which tells attributes, and in bulk by rustworkx, which is quick."""

import io
from pathlib import Path

import pydot
import pytest
import rustworkx
from odd_graph import CLEAN, MANY, NODES, POLICY, many, odd

from kb.graph.model import Edge
from kb.graph.plain import Plain, plain
from kb.graph.write import write

QUIET = pytest.mark.filterwarnings("ignore::DeprecationWarning:pydot")


def dot(graph: Plain) -> str:
    out = io.StringIO()
    write(graph, Path("-"), out, ".dot")
    return out.getvalue()


def plain_text(quoted: str) -> str:
    """What a quoted string says, its layout escapes undone."""
    escapes = {"n": "\n", "\\": "\\", '"': '"'}
    inner = iter(quoted[1:-1])
    return "".join(escapes[next(inner)] if sign == "\\" else sign for sign in inner)


@QUIET
def test_pydot_reads_names_and_labels_as_they_were() -> None:
    (graph,) = pydot.graph_from_dot_data(dot(odd()))
    nodes = {plain_text(n.get_name()): n for n in graph.get_nodes() if n.get_name() != "node"}
    assert {key: plain_text(n.get("label")) for key, n in nodes.items()} == {
        "place:370100": "济南市", POLICY: CLEAN, "policy:乙": "=cmd()",
    }  # fmt: skip
    edges = [
        (plain_text(e.get_source()), plain_text(e.get_destination()), plain_text(e.get("label")), e.get("year"))
        for e in graph.get_edges()
    ]
    assert edges == [
        (POLICY, "place:370100", "引用", "2021"),
        (POLICY, "place:370100", "引用", "2022"),
        ("policy:乙", "place:370100", "适用", None),
    ]
    assert [e.get("document") for e in graph.get_edges()] == ['"ccid-2021"', '"ccid-2022"', None]
    assert [e.get("evidence") for e in graph.get_edges()] == ['"e:1; e:2;3"', '"e:3"', None]
    assert graph.get_type() == "digraph"


@QUIET
def test_a_projection_is_no_directed_graph() -> None:
    (graph,) = pydot.graph_from_dot_data(dot(plain(NODES, [Edge("policy:乙", POLICY, "shares")])))
    assert graph.get_type() == "graph" and len(graph.get_edges()) == 1


def test_ten_thousand_nodes() -> None:
    graph = rustworkx.from_dot(dot(many()))
    names = [name for name in graph.nodes() if name != "node"]
    assert len(names) == len(set(names)) == MANY
    assert graph.num_edges() == MANY - 1
