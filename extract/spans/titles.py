"""Titles in book brackets: `doc.spans["titles"]`, one span for each outermost 《…》, brackets included.

Parsed by depth: 《关于印发〈…〉的通知》 and 《关于印发《…》的通知》 are one title, 《A》《B》《C》 are three. A bracket that is never
closed or never opened spoils nothing around it; the finder may join it with what the next passage begins with.
"""

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["NAME", "Brackets", "brackets", "inner"]

NAME = "titles"
OPEN, CLOSE = "《≪", "》≫"
LONGEST = 150
"""No title is longer; a pair of brackets further apart has lost the brackets between."""


@dataclass(frozen=True, slots=True)
class Brackets:
    """`titles` are (start, end) of the outermost titles; `unclosed` and `unopened` where a lone bracket stands."""

    titles: tuple[tuple[int, int], ...]
    unclosed: int | None
    unopened: int | None


def brackets(text: str) -> Brackets:
    """The book brackets of a text, read by depth."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    unopened = None
    for i, char in enumerate(text):
        if char in OPEN:
            stack.append(i)
        elif char in CLOSE and stack:
            pairs.append((stack.pop(), i + 1))
        elif char in CLOSE and unopened is None and not pairs:
            unopened = i
    pairs = [(lo, hi) for lo, hi in pairs if 2 < hi - lo <= LONGEST]
    outer = [p for p in pairs if not any(q[0] < p[0] and p[1] < q[1] for q in pairs)]
    lone = stack[-1] if stack and (not outer or stack[-1] > max(outer)[0]) else None
    return Brackets(tuple(sorted(outer)), lone, unopened)


def inner(title: str) -> str:
    """What stands in the first brackets inside a title: 关于印发〈方案〉的通知 -> 方案. Empty where there are none."""
    starts = [i for i, c in enumerate(title) if c in OPEN + "〈"]
    ends = [i for i, c in enumerate(title) if c in CLOSE + "〉"]
    return title[starts[0] + 1 : ends[-1]] if starts and ends and starts[0] < ends[-1] else ""


@Language.component(NAME)
def titles(doc: Doc) -> Doc:
    """The component."""
    spans = [doc.char_span(lo, hi, label="TITLE") for lo, hi in brackets(doc.text).titles]
    doc.spans[NAME] = [s for s in spans if s is not None]
    return doc
