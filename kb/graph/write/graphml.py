"""GraphML, for yEd, igraph, Gephi and Cytoscape."""

from collections.abc import Mapping
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from kb.graph.model import Value
from kb.graph.plain import Plain, Type, text

__all__ = ["write"]

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
NAMES: dict[Type, str] = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}


def write(graph: Plain, out: TextIO) -> None:
    """Streamed: an element a node and an edge."""
    node_types: dict[str, Type] = {"kind": "string", "label": "string", **graph.node_types}
    edge_types: dict[str, Type] = {
        "type": "string", "document": "string", "year": "integer", "evidence": "string", **graph.edge_types
    }  # fmt: skip
    out.write(HEAD)
    for owner, types in (("node", node_types), ("edge", edge_types)):
        for i, (name, kind) in enumerate(types.items()):
            out.write(
                f'<key id="{owner[0]}{i}" for="{owner}" attr.name={quoteattr(name)} attr.type="{NAMES[kind]}"/>\n'
            )
    out.write(f'<graph edgedefault="{"directed" if graph.directed else "undirected"}">\n')
    for node in graph.nodes:
        own: dict[str, Value] = {"kind": node.kind, "label": node.label, **node.attrs}
        out.write(f"<node id={quoteattr(node.id)}>{_data(own, 'n', node_types)}</node>\n")
    for i, edge in enumerate(graph.edges):
        own = {"type": edge.type, **edge.attrs}
        if edge.document:
            own["document"] = edge.document
        if edge.year:
            own["year"] = edge.year
        if edge.evidence:
            own["evidence"] = text(edge.evidence)
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        out.write(f'<edge id="e{i}" {ends}>{_data(own, "e", edge_types)}</edge>\n')
    out.write("</graph>\n</graphml>\n")


def _data(attrs: Mapping[str, Value], prefix: str, types: Mapping[str, Type]) -> str:
    order = {name: i for i, name in enumerate(types)}
    return "".join(
        f'<data key="{prefix}{order[name]}">{escape(text(value), {chr(13): "&#13;"})}</data>'
        for name, value in attrs.items()
    )
