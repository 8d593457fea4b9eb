"""DOT for Graphviz."""

from typing import TextIO

from kb.graph.plain import Plain, text
from kb.graph.write.words import chinese, type_name

__all__ = ["write"]


def write(graph: Plain, out: TextIO) -> None:
    """Nodes labelled by name, edges by type; paper and evidence go along as attributes that Graphviz leaves alone."""
    kind, arrow = ("digraph", "->") if graph.directed else ("graph", "--")
    out.write(f'{kind} whitepapers {{\n  node [shape=box, fontname="Noto Sans CJK SC"];\n')
    for node in graph.nodes:
        out.write(f"  {_quoted(node.id)} [label={_quoted(node.label)}, class={_quoted(node.kind)}];\n")
    for edge in graph.edges:
        told = [f"label={_quoted(chinese(type_name(edge.type)))}"]
        if edge.year:
            told.append(f"year={edge.year}")
        if edge.document:
            told.append(f"document={_quoted(edge.document)}")
        if edge.evidence:
            told.append(f"evidence={_quoted(text(edge.evidence))}")
        out.write(f"  {_quoted(edge.source)} {arrow} {_quoted(edge.target)} [{', '.join(told)}];\n")
    out.write("}\n")


def _quoted(value: str) -> str:
    # In DOT only the quotation mark is escaped, and a backslash begins a layout escape.
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n") + '"'
