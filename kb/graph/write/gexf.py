"""GEXF 1.3 for Gephi. Edges with a year exist in that year: Gephi's timeline shows the graph edition by edition.

An edge's `kind` is its type: Gephi keeps parallel edges of different kinds apart, and would add up others.
"""

from collections.abc import Iterable, Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

from kb.graph.model import Edge, Value
from kb.graph.plain import Plain, Type, text
from kb.graph.write.words import kind_name, type_name

__all__ = ["write"]

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>whitepapers</creator></meta>
"""


def write(graph: Plain, out: TextIO) -> None:
    """Streamed: an element a node and an edge."""
    mode = 'mode="dynamic" timeformat="integer"' if graph.dynamic else 'mode="static"'
    direction = "directed" if graph.directed else "undirected"
    out.write(f'{HEAD}<graph defaultedgetype="{direction}" {mode}>\n')
    node_types: dict[str, Type] = {"kind": "string", "kind_name": "string", **graph.node_types}
    edge_types: dict[str, Type] = {
        "type": "string", "document": "string", "year": "integer", "evidence": "string", **graph.edge_types
    }  # fmt: skip
    _declare("node", node_types, out)
    _declare("edge", edge_types, out)
    out.write("<nodes>\n")
    for node in graph.nodes:
        own = {"kind": node.kind, "kind_name": kind_name(node.kind), **node.attrs}
        out.write(f"<node id={quoteattr(node.id)} label={quoteattr(node.label)}>")
        out.write(f"{_values(own, list(node_types))}</node>\n")
    out.write("</nodes>\n<edges>\n")
    for i, edge in enumerate(graph.edges):
        out.write(_edge(edge, i, list(edge_types)))
    out.write("</edges>\n</graph>\n</gexf>\n")


def _edge(edge: Edge, number: int, names: list[str]) -> str:
    own: dict[str, Value] = {"type": edge.type, **edge.attrs}
    if edge.document:
        own["document"] = edge.document
    if edge.evidence:
        own["evidence"] = text(edge.evidence)
    when = spells = ""
    if edge.year:
        own["year"] = edge.year
        when = f' start="{edge.year}" end="{edge.year}"'
    if len(edge.years) > 1:
        when, spells = "", "".join(f'<spell start="{year}" end="{year}"/>' for year in sorted(edge.years))
        spells = f"<spells>{spells}</spells>"
    weight = edge.attrs.get("weight")
    weighed = f' weight="{float(weight):g}"' if isinstance(weight, int | float) else ""
    ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
    named = f"kind={quoteattr(edge.type)} label={quoteattr(type_name(edge.type))}"
    return f'<edge id="{number}" {ends} {named}{weighed}{when}>{_values(own, names)}{spells}</edge>\n'


def _declare(owner: str, types: Mapping[str, Type], out: TextIO) -> None:
    out.write(f'<attributes class="{owner}">\n')
    for i, (name, kind) in enumerate(types.items()):
        out.write(f'<attribute id="{i}" title={quoteattr(name)} type="{"long" if kind == "integer" else kind}"/>\n')
    out.write("</attributes>\n")


def _values(attrs: Mapping[str, Value], order: Iterable[str]) -> str:
    names = {name: i for i, name in enumerate(order)}
    each = (f'<attvalue for="{names[name]}" value={quoteattr(text(value))}/>' for name, value in attrs.items())
    inner = "".join(each)
    return f"<attvalues>{inner}</attvalues>" if inner else ""
