"""The selected graph as a networkx MultiDiGraph, for notebooks."""

from typing import TYPE_CHECKING

from kb.graph.read import Selected

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["network"]


def network(part: Selected) -> "nx.MultiDiGraph":
    """Nodes carry `kind`, `label` and attributes; edges `type`, `document`, `year`, `evidence` and attributes.

    An edge's key is its type and document, with a number where the paper tells it more than once.
    """
    import networkx as nx  # no command needs it, and it takes long to load

    graph = nx.MultiDiGraph()
    for node in part.nodes():
        graph.add_node(node.id, kind=node.kind, label=node.label, **node.attrs)
    for edge in part.edges():
        told = {"type": edge.type, "document": edge.document, "year": edge.year, "evidence": list(edge.evidence)}
        key = f"{edge.type}/{edge.document or ''}"
        n = sum(k.split("~")[0] == key for k in graph.get_edge_data(edge.source, edge.target, default={}))
        graph.add_edge(edge.source, edge.target, key=f"{key}~{n + 1}" if n else key, **told, **edge.attrs)
    return graph
