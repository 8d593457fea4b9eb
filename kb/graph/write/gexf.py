"""GEXF 1.2 for Gephi. Edges with a year exist in that year: Gephi's timeline shows the graph edition by edition."""

from collections.abc import Iterable, Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

from kb.graph.model import EDGE_TYPES, NODE_KINDS, Value
from kb.graph.plain import Plain, Type, text

__all__ = ["write"]

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'


def write(graph: Plain, out: TextIO) -> None:
    """Streamed: an element a node and an edge."""
    dynamic = any(e.year for e in graph.edges)
    mode = 'mode="dynamic" timeformat="integer"' if dynamic else 'mode="static"'
    direction = "directed" if graph.directed else "undirected"
    out.write(f'{HEAD}<graph defaultedgetype="{direction}" {mode}>\n')
    node_types: dict[str, Type] = {"kind": "string", "kind_name": "string", **graph.node_types}
    edge_types: dict[str, Type] = {
        "type": "string", "type_name": "string", "document": "string", "year": "integer", "evidence": "string",
        **graph.edge_types,
    }  # fmt: skip
    _declare("node", node_types, out)
    _declare("edge", edge_types, out)
    out.write("<nodes>\n")
    for node in graph.nodes:
        own = {"kind": node.kind, "kind_name": NODE_KINDS.get(node.kind, node.kind), **node.attrs}
        out.write(f"<node id={quoteattr(node.id)} label={_attr(node.label)}>")
        out.write(f"{_values(own, list(node_types))}</node>\n")
    out.write("</nodes>\n<edges>\n")
    for i, edge in enumerate(graph.edges):
        own = {"type": edge.type, "type_name": EDGE_TYPES.get(edge.type, edge.type), **edge.attrs}
        if edge.document:
            own["document"] = edge.document
        if edge.evidence:
            own["evidence"] = text(edge.evidence)
        when = ""
        if edge.year:
            own["year"] = edge.year
            when = f' start="{edge.year}" end="{edge.year}"'
        weight = edge.attrs.get("weight")
        weighed = f' weight="{float(weight):g}"' if isinstance(weight, int | float) else ""
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        out.write(f'<edge id="{i}" {ends} label={_attr(edge.type)}{weighed}{when}>')
        out.write(f"{_values(own, list(edge_types))}</edge>\n")
    out.write("</edges>\n</graph>\n</gexf>\n")


def _attr(value: str) -> str:
    # Line breaks in an attribute would be read back as spaces.
    return quoteattr(value, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _declare(owner: str, types: Mapping[str, Type], out: TextIO) -> None:
    out.write(f'<attributes class="{owner}" mode="static">\n')
    for i, (name, kind) in enumerate(types.items()):
        out.write(f'<attribute id="{i}" title={_attr(name)} type="{"long" if kind == "integer" else kind}"/>\n')
    out.write("</attributes>\n")


def _values(attrs: Mapping[str, Value], order: Iterable[str]) -> str:
    names = {name: i for i, name in enumerate(order)}
    each = (f'<attvalue for="{names[name]}" value={_attr(text(value))}/>' for name, value in attrs.items())
    inner = "".join(each)
    return f"<attvalues>{inner}</attvalues>" if inner else ""
