"""One Markdown note a city and policy, for Obsidian: frontmatter, and what they are tied to as [[wikilinks]].

Notes are written a part at a time: what stays in memory are the names of nodes, not their ties.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kb.graph.model import Edge, Node
from kb.graph.plain import Plain
from kb.graph.write.words import chinese, kind_name, type_name

__all__ = ["write_notes"]

UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]`$\x00-\x1f\x7f\u0085\u2028\u2029]|%%|==|~~')
UNSHOWN = re.compile(r"[\\<>|\[\]`$]|%%|==|~~")
"""What ends a link or makes its words something else: unlike in text, no backslash helps there."""

DUMPER: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LINES_HELD = 20_000
LONGEST_NAME = 60
"""In characters; of three bytes each they still leave room for a key in the 255 bytes of a file name."""


@dataclass
class _Notes:
    """Notes that are open: by node, the name of its file, the section it is in, its last line, and lines not yet written."""

    folder: Path
    names: dict[str, str]
    sections: dict[str, str] = field(default_factory=dict)
    lasts: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    held: int = 0

    def add(self, node: str, section: str, line: str) -> None:
        """A line, under a heading where the note's last line stood under another one; the same line once."""
        if self.sections.get(node) != section:
            self.sections[node] = section
            self.waiting[node].append(f"\n## {section}\n")
        elif self.lasts[node] == line:
            return
        self.lasts[node] = line
        self.waiting[node].append(line)
        self.held += 1
        if self.held >= LINES_HELD:
            self.write()

    def write(self) -> None:
        """Append to the files what waits."""
        for node, lines in self.waiting.items():
            with (self.folder / f"{self.names[node]}.md").open("a", encoding="utf-8") as out:
                out.writelines(f"{line}\n" for line in lines)
        self.waiting.clear()
        self.held = 0


def write_notes(graph: Plain, folder: Path) -> None:
    """A note a place and policy; the other nodes are told by name in the notes of those they are tied to."""
    names = dict(_file_names(n for n in graph.nodes if n.kind in ("place", "policy")))
    labels = {node.id: (_line(node.label), chinese(kind_name(node.kind))) for node in graph.nodes}
    for node in graph.nodes:
        if node.id in names:
            front = {"id": node.id, "kind": node.kind, "aliases": [node.label], **node.attrs}
            head = yaml.dump(front, Dumper=DUMPER, allow_unicode=True, sort_keys=False)
            title = _escaped(_line(node.label))
            (folder / f"{names[node.id]}.md").write_text(f"---\n{head}---\n\n# {title}\n", encoding="utf-8")
    notes = _Notes(folder, names)
    for edge in graph.edges:
        for end, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if end in names:
                label, kind = labels[other]
                name = _link(names[other], label) if other in names else _escaped(label)
                notes.add(end, type_name(edge.type), f"- {name}（{'，'.join(_told(edge, kind))}）")
    notes.write()


def _file_names(notes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Names that any file system takes; two that fall together get their key behind."""
    taken: set[str] = set()
    for node in notes:
        name = UNSAFE.sub(" ", node.label).strip(" .")[:LONGEST_NAME].strip(" .") or "无名"
        if name.casefold() in taken:
            name = f"{name[:40]} {UNSAFE.sub('-', node.id)[-30:]}"
        while name.casefold() in taken:
            name += "~"
        taken.add(name.casefold())
        yield node.id, name


def _link(name: str, label: str) -> str:
    shown = _line(UNSHOWN.sub(" ", label))
    return f"[[{name}]]" if shown in ("", name) else f"[[{name}|{shown}]]"


def _told(edge: Edge, kind: str) -> Iterator[str]:
    """What a line tells of a tie behind the name it leads to."""
    yield kind
    if "rank" in edge.attrs:
        yield f"第{edge.attrs['rank']}名"
    if "score" in edge.attrs:
        yield f"得分 {edge.attrs['score']}"
    if edge.year:
        yield str(edge.year)
    if edge.document:
        yield _escaped(edge.document)
    if "why" in edge.attrs:
        yield _escaped(_line(str(edge.attrs["why"])))


def _escaped(value: str) -> str:
    # What a paper prints is text: it makes no link, tag, formula, comment (%%), mark (==) or HTML in a note.
    return re.sub(r"([\\\[\]<>#`*_&$~]|%(?=%)|=(?==))", r"\\\1", value)


def _line(value: str) -> str:
    return " ".join(value.split())
