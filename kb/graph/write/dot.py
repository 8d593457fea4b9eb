"""DOT for Graphviz."""

from typing import TextIO

from kb.graph.plain import Plain
from kb.graph.write.words import chinese, type_name

__all__ = ["write"]


def write(graph: Plain, out: TextIO) -> None:
    """Nodes labelled by name, edges by type."""
    kind, arrow = ("digraph", "->") if graph.directed else ("graph", "--")
    out.write(f'{kind} whitepapers {{\n  node [shape=box, fontname="Noto Sans CJK SC"];\n')
    for node in graph.nodes:
        out.write(f"  {_quoted(node.id)} [label={_quoted(node.label)}, class={_quoted(node.kind)}];\n")
    for edge in graph.edges:
        label = chinese(type_name(edge.type))
        when = f", year={edge.year}" if edge.year else ""
        out.write(f"  {_quoted(edge.source)} {arrow} {_quoted(edge.target)} [label={_quoted(label)}{when}];\n")
    out.write("}\n")


def _quoted(value: str) -> str:
    # In DOT only the quotation mark is escaped, and a backslash begins a layout escape.
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n") + '"'
