"""Notes for Obsidian: frontmatter read by a YAML parser, text by a Markdown parser, links followed to files."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from odd_graph import CLEAN, MANY, ONE_LINE, POLICY, many, odd

from kb.graph.model import Edge, Node
from kb.graph.plain import Plain, plain
from kb.graph.write import write

FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
LINK = re.compile(r"(?<!\\)\[\[([^\[\]|#^]+)(?:\|([^\[\]|]+))?\]\]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Note = tuple[dict[str, Any], str]


def notes_of(graph: Plain, tmp_path: Path) -> dict[str, Note]:
    """Frontmatter and text of each note by the name of its file."""
    folder = tmp_path / "notes.md"
    write(graph, folder)
    found = {}
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        front = FRONT.match(text)
        assert front and path.suffix == ".md", path
        found[path.stem] = (yaml.load(front[1], LOADER), text[front.end() :])
    return found


def parsed(text: str) -> list[Token]:
    """All tokens of a note, those inside paragraphs too."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def words(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def test_frontmatter_holds_each_attribute_as_it_was(tmp_path: Path) -> None:
    graph = odd()
    fronts = {front["id"]: front for front, _ in notes_of(graph, tmp_path).values()}
    assert fronts == {n.id: {"id": n.id, "kind": n.kind, "aliases": [n.label], **n.attrs} for n in graph.nodes}
    assert fronts[POLICY]["aliases"] == [CLEAN]


def test_links_lead_to_notes_and_show_names(tmp_path: Path) -> None:
    notes = notes_of(odd(), tmp_path)
    ids = {name: front["id"] for name, (front, _) in notes.items()}
    linked = {(front["id"], ids[name]) for front, text in notes.values() for name, _ in LINK.findall(text)}
    assert linked == {
        ("place:370100", POLICY), ("place:370100", "policy:乙"), (POLICY, "place:370100"), ("policy:乙", "place:370100"),
    }  # fmt: skip


def test_what_a_paper_prints_is_text_and_nothing_else(tmp_path: Path) -> None:
    notes = notes_of(odd(), tmp_path)
    for front, text in notes.values():
        tokens = parsed(text)
        assert {t.type for t in tokens} <= {
            "heading_open", "heading_close", "inline", "text", "text_special", "softbreak", "paragraph_open", "paragraph_close",
            "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        }  # fmt: skip
        heading = tokens[1]
        assert words(heading) == " ".join(front["aliases"][0].split())
    (text,) = (text for front, text in notes.values() if front["id"] == POLICY)
    # Comments, marks and formulas are Obsidian's own.
    assert not re.search(r"(?<!\\)\$|(?<!\\)%%|(?<!\\)==|(?<!\\)~~", text)


@pytest.mark.parametrize(
    "label",
    ["", ".", "CON/aux", "a/b\\c:d*e?f\"g<h>i|j#k^l[m]n", "长" * 300, "%%藏%% ==亮== ~~删~~ $x$ &lt;b&gt; <!-- x -->", "---", ONE_LINE],
)  # fmt: skip
def test_names_that_file_systems_or_links_do_not_bear(tmp_path: Path, label: str) -> None:
    nodes = [Node("policy:甲", "policy", label), Node("policy:乙", "policy", label), Node("place:1", "place", "济南市")]
    edges = [Edge(n.id, "place:1", "applies_to", "p", 2021, ("e",)) for n in nodes[:2]]
    notes = notes_of(plain(nodes, edges), tmp_path)
    assert len(notes) == 3
    assert all(len(f"{name}.md".encode()) <= 255 and not re.search(r'[\\/:*?"<>|#^\[\]]', name) for name in notes)
    _, text = notes["济南市"]
    assert {notes[name][0]["id"] for name, _ in LINK.findall(text)} == {"policy:甲", "policy:乙"}
    assert not {t.type for t in parsed(text)} & {"html_inline", "html_block", "link_open", "code_inline"}


def test_ten_thousand_nodes(tmp_path: Path) -> None:
    notes = notes_of(many(), tmp_path)
    assert len(notes) == MANY
    links = [name for _, text in notes.values() for name, _ in LINK.findall(text)]
    # Each tie stands in the notes of both its ends.
    assert len(links) == 2 * (MANY - 1) and set(links) <= set(notes)
