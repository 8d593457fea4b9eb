"""One sanitiser before all writers.

Formats differ in what they bear: networkx writes GEXF it cannot read where a value is int here and float there, fails on
None, and reserves `id`, `pid`, `value` and others; XML bears no control characters. So each attribute gets one type over
the whole graph, lists become text, None and control characters go, reserved names get a trailing underscore.

The graph is read twice, once for its types and once to be written, and held neither time: what stays in memory are the
ids of its nodes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Literal, TypeVar

from kb.graph.model import Edge, Node, Value

__all__ = ["Again", "Plain", "Type", "plain", "text"]

T = TypeVar("T")
Type = Literal["boolean", "integer", "double", "string"]

RESERVED = frozenset(
    {"id", "pid", "value", "for", "start", "end", "key", "source", "target", "label", "parent", "viz", "spells"}
)
NODE_RESERVED = RESERVED | {"kind", "kind_name", "name"}
EDGE_RESERVED = RESERVED | {"type", "type_name", "kind", "document", "year", "evidence", "interaction"}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SEPARATOR = "; "


@dataclass(frozen=True)
class Again(Generic[T]):
    """What can be iterated over any number of times without being held: each time it is read anew."""

    read: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.read()


@dataclass
class _Seen:
    """What the first reading tells of the graph."""

    ids: set[str] = field(default_factory=set)
    edges: int = 0
    directed: bool = False
    dynamic: bool = False


@dataclass(frozen=True)
class Plain:
    """Nodes and edges that any format bears, and the one type of each of their attributes.

    `directed`: whether edges have a direction (a projection's have none); `dynamic`: whether any has a year.
    """

    nodes: Iterable[Node]
    edges: Iterable[Edge]
    node_types: Mapping[str, Type]
    edge_types: Mapping[str, Type]
    node_count: int
    edge_count: int
    directed: bool
    dynamic: bool


def plain(nodes: Iterable[Node], edges: Iterable[Edge]) -> Plain:
    """The sanitised graph. Edges whose ends are no nodes are left out: they would be dangling.

    `nodes` and `edges` are read more than once; an iterator, which can't be, is held.
    """
    nodes, edges = _again(nodes), _again(edges)
    seen = _Seen()
    node_types = _types((n.attrs for n in _noting_nodes(nodes, seen)), NODE_RESERVED)
    edge_types = _types((e.attrs for e in _noting_edges(edges, seen)), EDGE_RESERVED)

    def clean_nodes() -> Iterator[Node]:
        for n in nodes:
            attrs = dict(_cast(n.attrs, node_types, NODE_RESERVED))
            yield replace(n, id=text(n.id), label=text(n.label), attrs=attrs)

    def clean_edges() -> Iterator[Edge]:
        for e in _ends_known(edges, seen.ids):
            yield replace(
                e, document=None if e.document is None else text(e.document), evidence=tuple(map(text, e.evidence)),
                attrs=dict(_cast(e.attrs, edge_types, EDGE_RESERVED)),
            )  # fmt: skip

    directed = seen.directed or not seen.edges
    return Plain(
        Again(clean_nodes),
        Again(clean_edges),
        node_types,
        edge_types,
        len(seen.ids),
        seen.edges,
        directed,
        seen.dynamic,
    )


def text(value: object) -> str:
    """A value as text without control characters; lists joined."""
    if isinstance(value, list | tuple):
        return SEPARATOR.join(map(text, value))
    if isinstance(value, bool):
        return str(value).lower()
    return CONTROL.sub("", str(value))


def _again(items: Iterable[T]) -> Iterable[T]:
    return list(items) if isinstance(items, Iterator) else items


def _noting_nodes(nodes: Iterable[Node], seen: _Seen) -> Iterator[Node]:
    for node in nodes:
        seen.ids.add(text(node.id))
        yield node


def _noting_edges(edges: Iterable[Edge], seen: _Seen) -> Iterator[Edge]:
    for edge in _ends_known(edges, seen.ids):
        seen.edges += 1
        seen.directed = seen.directed or edge.type != "shares"
        seen.dynamic = seen.dynamic or bool(edge.year)
        yield edge


def _ends_known(edges: Iterable[Edge], known: set[str]) -> Iterator[Edge]:
    for edge in edges:
        source, target = text(edge.source), text(edge.target)
        if source in known and target in known:
            yield replace(edge, source=source, target=target)


def _name(name: str, reserved: frozenset[str]) -> str:
    """A name no format takes for its own. A name that ends so already gets one more: two names never become one."""
    return f"{name}_" if name.rstrip("_") in reserved else name


def _types(all_attrs: Iterable[Mapping[str, Value]], reserved: frozenset[str]) -> dict[str, Type]:
    """The narrowest type that bears every value of an attribute."""
    found: dict[str, Type] = {}
    for attrs in all_attrs:
        for name, value in attrs.items():
            if value is None:
                continue
            own = _name(name, reserved)
            one, known = _type(value), found.get(own)
            numbers = {one, known} == {"integer", "double"}
            found[own] = one if known in (None, one) else "double" if numbers else "string"
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


def _cast(
    attrs: Mapping[str, Value], types: Mapping[str, Type], reserved: frozenset[str]
) -> Iterator[tuple[str, Value]]:
    for name, value in attrs.items():
        if value is None:
            continue
        own = _name(name, reserved)
        kind = types[own]
        if kind == "string":
            yield own, text(value)
        elif kind == "double":
            yield own, float(value)  # type: ignore[arg-type]
        else:
            yield own, value
