"""One sanitiser before all writers.

Formats differ in what they bear: networkx writes GEXF it cannot read where a value is int here and float there, fails on
None, and reserves `id`, `pid`, `value` and others; XML bears no control characters. So each attribute gets one type over
the whole graph, lists become text, None and control characters go, reserved names get a trailing underscore.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from kb.graph.model import Edge, Node, Value

__all__ = ["Plain", "Type", "plain", "text"]

Type = Literal["boolean", "integer", "double", "string"]

RESERVED = frozenset({"id", "pid", "value", "for", "start", "end", "key", "source", "target", "label", "viz", "spells"})
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SEPARATOR = "; "


def text(value: object) -> str:
    """A value as text without control characters; lists joined."""
    if isinstance(value, list | tuple):
        return SEPARATOR.join(map(text, value))
    if isinstance(value, bool):
        return str(value).lower()
    return CONTROL.sub("", str(value))


@dataclass(frozen=True)
class Plain:
    """Nodes and edges that any format bears, and the one type of each of their attributes."""

    nodes: list[Node]
    edges: list[Edge]
    node_types: Mapping[str, Type]
    edge_types: Mapping[str, Type]

    @property
    def directed(self) -> bool:
        """Whether the edges have a direction: a projection's have none."""
        return any(e.type != "shares" for e in self.edges) or not self.edges


def plain(nodes: Iterable[Node], edges: Iterable[Edge]) -> Plain:
    """The sanitised graph. Edges whose ends are no nodes are left out: they would be dangling."""
    clean_nodes = [replace(n, id=text(n.id), label=text(n.label)) for n in nodes]
    known = {n.id for n in clean_nodes}
    ends = (replace(e, source=text(e.source), target=text(e.target)) for e in edges)
    clean_edges = [e for e in ends if e.source in known and e.target in known]
    node_types = _types(n.attrs for n in clean_nodes)
    edge_types = _types(e.attrs for e in clean_edges)
    return Plain(
        [replace(n, attrs=dict(_cast(n.attrs, node_types))) for n in clean_nodes],
        [replace(e, attrs=dict(_cast(e.attrs, edge_types))) for e in clean_edges],
        node_types,
        edge_types,
    )


def _name(name: str) -> str:
    return f"{name}_" if name in RESERVED else name


def _types(all_attrs: Iterable[Mapping[str, Value]]) -> dict[str, Type]:
    """The narrowest type that bears every value of an attribute."""
    found: dict[str, Type] = {}
    for attrs in all_attrs:
        for name, value in attrs.items():
            if value is None:
                continue
            one, known = _type(value), found.get(_name(name))
            numbers = {one, known} == {"integer", "double"}
            found[_name(name)] = one if known in (None, one) else "double" if numbers else "string"
    return found


def _type(value: Any) -> Type:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        # 64 bits is what readers of integers take.
        return "integer" if -(2**63) <= value < 2**63 else "string"
    if isinstance(value, float):
        return "double" if value == value and abs(value) != float("inf") else "string"
    return "string"


def _cast(attrs: Mapping[str, Value], types: Mapping[str, Type]) -> Iterator[tuple[str, Value]]:
    for name, value in attrs.items():
        if value is None:
            continue
        kind = types[_name(name)]
        if kind == "string":
            yield _name(name), text(value)
        elif kind == "double":
            yield _name(name), float(value)  # type: ignore[arg-type]
        else:
            yield _name(name), value
