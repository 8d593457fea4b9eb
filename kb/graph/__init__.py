"""The base as a graph: typed nodes, typed edges, each edge with year, document and evidence ids."""

from kb.graph.model import EDGE_TYPES, NODE_KINDS, Edge, Node, Selection
from kb.graph.network import network
from kb.graph.read import selected

__all__ = ["EDGE_TYPES", "NODE_KINDS", "Edge", "Node", "Selection", "network", "selected"]
