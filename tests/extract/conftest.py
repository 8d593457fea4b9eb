"""Small papers made of passages, for tests of the finders."""

from collections.abc import Callable, Sequence

import pytest

from extract.model import Char, Passage, Section
from extract.reading import Reading
from schema.document import Document
from schema.source import Source

KINDS = {"#": "heading", "*": "list_item", "@": "caption", ".": "contents", "!": "note", "|": "paragraph"}


def passage(text: str, kind: str, top: float, **more: object) -> Passage:
    chars = [
        Char(c, 50 + 10 * i, top, 60 + 10 * i, top + 10, 1, 10, "Song", False, 0, top + 9) for i, c in enumerate(text)
    ]
    return Passage(text, list(chars), kind=kind, **more)  # type: ignore[arg-type]


def reading_of(lines: Sequence[str], title: str | None = None) -> Reading:
    """A reading from lines: `#`, `##`, ... open headings of level 1, 2, ...; `*` a list item; `@` a caption; `.` contents;
    `[` a passage in one frame with the frame passages next to it; anything else is a paragraph.
    """
    passages: list[Passage] = []
    sections: list[Section] = []
    stack: list[Section] = []
    box = 0
    for i, line in enumerate(lines):
        boxed = line.startswith("[")
        box += boxed and not (i and lines[i - 1].startswith("["))
        line = line.removeprefix("[")
        mark = line[: len(line) - len(line.lstrip("#*@.!|"))]
        kind = KINDS[mark[0]] if mark else "paragraph"
        p = passage(line[len(mark) :].strip(), kind, 20.0 * i, id=f"p{i}", box_id=box if boxed else None)
        if kind == "heading":
            p.level = len(mark)
            stack = [s for s in stack if s.level < len(mark)]
            parent = stack[-1].id if stack else None
            section = Section(f"s{len(sections)}", parent, len(mark), p.text, p, i, i, 1)
            sections.append(section)
            stack.append(section)
        p.section = stack[-1].id if stack else None
        for s in stack:
            s.last = i
        passages.append(p)
    document = Document(id="x", title=title, page_count=1, sha256="0" * 64, text_layer="sound")
    return Reading(document, Source(), pages=[], passages=passages, sections=sections, grids=[], texts=passages)


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    return reading_of
