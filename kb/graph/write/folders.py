"""Folders of files: nodes.csv and edges.csv for Neo4j's importer; one note a city and policy for Obsidian."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from kb.graph.model import EDGE_TYPES, NODE_KINDS, Edge, Node
from kb.graph.plain import Plain, Type, text

__all__ = ["write_csv", "write_notes"]

TYPES: dict[Type, str] = {"boolean": "boolean", "integer": "long", "double": "double", "string": "string"}
UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]\n\r\t]')
FORMULA = re.compile(r"^\s*[=+\-@\t\r]")


def write_csv(graph: Plain, folder: Path) -> None:
    """`neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv --id-type=string`."""
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        names = list(graph.node_types)
        rows.writerow(["id:ID", "name", ":LABEL", *(f"{n}:{TYPES[graph.node_types[n]]}" for n in names)])
        for node in graph.nodes:
            rows.writerow(_cells(node.id, node.label, node.kind.capitalize(), *(node.attrs.get(n) for n in names)))
    with (folder / "edges.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        names = list(graph.edge_types)
        typed = (f"{n}:{TYPES[graph.edge_types[n]]}" for n in names)
        rows.writerow([":START_ID", ":END_ID", ":TYPE", "document", "year:long", "evidence:string[]", *typed])
        for e in graph.edges:
            own = (e.attrs.get(n) for n in names)
            told = (e.document, e.year, ";".join(e.evidence))
            rows.writerow(_cells(e.source, e.target, e.type.upper(), *told, *own))


def _cells(*values: object) -> list[str]:
    """Cells as text; one that a spreadsheet would run as a formula gets a leading apostrophe."""
    cells = ["" if v is None else text(v) for v in values]
    numbers = [isinstance(v, int | float) for v in values]
    return [f"'{c}" if FORMULA.match(c) and not n else c for c, n in zip(cells, numbers, strict=True)]


def write_notes(graph: Plain, folder: Path) -> None:
    """One Markdown note a city and policy with frontmatter; what they are tied to as [[wikilinks]]."""
    notes = [n for n in graph.nodes if n.kind in ("place", "policy")]
    names = dict(_file_names(notes))
    labels = {n.id: n for n in graph.nodes}
    ties: dict[str, list[tuple[Edge, str]]] = defaultdict(list)
    for edge in graph.edges:
        ties[edge.source].append((edge, edge.target))
        ties[edge.target].append((edge, edge.source))
    for node in notes:
        front = {"id": node.id, "kind": node.kind, "aliases": [node.label], **node.attrs}
        lines = [f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\n", f"# {_line(node.label)}\n"]
        lines += _sections(node, ties[node.id], names, labels)
        (folder / f"{names[node.id]}.md").write_text("\n".join(lines), encoding="utf-8")


def _file_names(notes: list[Node]) -> Iterator[tuple[str, str]]:
    """Names that any file system takes; two that fall together get their key behind."""
    taken: set[str] = set()
    for node in notes:
        name = UNSAFE.sub(" ", node.label).strip(" .")[:80] or "无名"
        if name.lower() in taken:
            name = f"{name} {UNSAFE.sub('-', node.id)[-40:]}"
        while name.lower() in taken:
            name += "~"
        taken.add(name.lower())
        yield node.id, name


def _sections(
    node: Node, ties: list[tuple[Edge, str]], names: dict[str, str], labels: dict[str, Node]
) -> Iterator[str]:
    by_type: dict[str, list[str]] = defaultdict(list)
    for edge, other in ties:
        label = _line(labels[other].label)
        link = f"[[{names[other]}|{label.replace('|', ' ')}]]" if other in names else label
        kind = NODE_KINDS.get(labels[other].kind, "").split()[0]
        told = "，".join(t for t in (kind, str(edge.year or ""), edge.document or "") if t)
        why = edge.attrs.get("why")
        by_type[edge.type].append(f"- {link}（{told}{f'：{why}' if why else ''}）")
    for kind, lines in by_type.items():
        title = EDGE_TYPES.get(kind, kind)
        yield f"\n## {title}\n"
        yield "\n".join(dict.fromkeys(lines))
    yield ""


def _line(value: str) -> str:
    return " ".join(value.split())
