"""Node-link JSON (networkx, d3) and Cytoscape's JSON."""

import json
from typing import Any, TextIO

from kb.graph.model import Edge
from kb.graph.plain import Plain

__all__ = ["write_cytoscape", "write_node_link"]


def _told(edge: Edge) -> dict[str, Any]:
    own: dict[str, Any] = {"type": edge.type, "evidence": list(edge.evidence), **edge.attrs}
    if edge.document:
        own["document"] = edge.document
    if edge.year:
        own["year"] = edge.year
    return own


def write_node_link(graph: Plain, out: TextIO) -> None:
    """What `networkx.node_link_graph(data, edges="links")` reads."""
    out.write(f'{{"directed": {json.dumps(graph.directed)}, "multigraph": true, "graph": {{}}, "nodes": [\n')
    _items(out, ({**n.attrs, "id": n.id, "kind": n.kind, "label": n.label} for n in graph.nodes))
    out.write('],\n"links": [\n')
    _items(out, ({**_told(e), "source": e.source, "target": e.target, "key": i} for i, e in enumerate(graph.edges)))
    out.write("]}\n")


def write_cytoscape(graph: Plain, out: TextIO) -> None:
    """What Cytoscape and cytoscape.js read."""
    out.write(
        f'{{"data": {{}}, "directed": {json.dumps(graph.directed)}, "multigraph": true, "elements": {{"nodes": [\n'
    )
    nodes = ({**n.attrs, "id": n.id, "name": n.label, "value": n.id, "kind": n.kind} for n in graph.nodes)
    _items(out, ({"data": data} for data in nodes))
    out.write('],\n"edges": [\n')
    edges = (
        {**_told(e), "id": f"e{i}", "source": e.source, "target": e.target, "key": i, "interaction": e.type}
        for i, e in enumerate(graph.edges)
    )
    _items(out, ({"data": data} for data in edges))
    out.write("]}}\n")


def _items(out: TextIO, items: Any) -> None:
    for i, item in enumerate(items):
        out.write(",\n" if i else "")
        json.dump(item, out, ensure_ascii=False)
    out.write("\n")
