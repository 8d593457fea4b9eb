"""Cypher for Neo4j: idempotent MERGE, so that a file may be run again."""

import json
import re
from collections.abc import Mapping
from typing import TextIO

from kb.graph.model import Value
from kb.graph.plain import Plain

__all__ = ["write"]

NAME = re.compile(r"^[A-Za-z_]\w*$", re.ASCII)


def write(graph: Plain, out: TextIO) -> None:
    """A constraint for each label, then a statement a node and an edge. Run with `cypher-shell -f FILE`."""
    for label in sorted({_label(n.id) for n in graph.nodes}):
        out.write(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n")
    for node in graph.nodes:
        own: dict[str, Value] = {"name": node.label, **node.attrs}
        out.write(f"MERGE (n:{_label(node.id)} {{id: {_literal(node.id)}}}) SET n += {_map(own)};\n")
    for edge in graph.edges:
        own = {**edge.attrs, "evidence": list(edge.evidence)}
        if edge.year:
            own["year"] = edge.year
        # What tells two edges of one type between the same ends apart is the paper, and where it stands there.
        first = edge.evidence[0] if edge.evidence else ""
        key = f"{{document: {_literal(edge.document or '')}, first_evidence: {_literal(first)}}}"
        out.write(
            f"MATCH (a:{_label(edge.source)} {{id: {_literal(edge.source)}}}), "
            f"(b:{_label(edge.target)} {{id: {_literal(edge.target)}}}) "
            f"MERGE (a)-[r:{edge.type.upper()} {key}]->(b) SET r += {_map(own)};\n"
        )


def _label(key: str) -> str:
    """The label of the node so keyed: a key begins with the node's kind."""
    return key.partition(":")[0].capitalize()


def _literal(value: Value) -> str:
    # JSON's escapes are Cypher's too. But Neo4j decodes \uXXXX before it reads strings: in C:\\users it would see one.
    return json.dumps(value, ensure_ascii=False).replace("\\\\u", "\\\\\\u0075")


def _map(attrs: Mapping[str, Value]) -> str:
    each = (f"{_key(name)}: {_literal(value)}" for name, value in attrs.items())
    return "{" + ", ".join(each) + "}"


def _key(name: str) -> str:
    return name if NAME.match(name) else f"`{name.replace('`', '``')}`"
