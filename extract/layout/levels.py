"""How deep each heading is: by its numbering, by its size, by what it stands under."""

import re
from collections.abc import Container, Sequence

from extract.layout.blocks import Block
from extract.layout.patterns import match
from extract.layout.slides import slide_titles

__all__ = ["NUMBERED", "numbering_of", "set_levels"]

RANKS = {
    "chapter": 0,
    "appendix": 0,
    "section": 1,
    "han_number": 2,
    "han_in_brackets": 3,
    "arabic": 5,
    "decimal": 5,
    "arabic_in_brackets": 9,
}
NUMBERED = (
    "chapter",
    "appendix",
    "section",
    "han_number",
    "han_in_brackets",
    "decimal",
    "arabic",
    "arabic_in_brackets",
)
UNNUMBERED = 99
HIGH = 2
"""The lowest rank that numbers a paper's main parts: 一、."""
FAR_LARGER = 1.3
LARGER = 1.12


def numbering_of(text: str) -> str | None:
    """The name of the numbering a heading starts with."""
    return next((name for name in NUMBERED if match(name, text)), None)


def set_levels(headings: Sequence[Block], told: Container[int]) -> None:
    """Sets each heading's level: it stands under the last one that is numbered higher, or larger.

    `told` are the pages of running text: what stands on one ends with it where the next has a slide's title, however
    large it is. A title that a page repeats has no level: it starts no section.
    """
    slides = slide_titles(headings)
    ranks = [_rank(h) for h in headings]
    inner = [r for h, r in zip(headings, ranks, strict=True) if r < UNNUMBERED and not match("appendix", h.text)]
    top = min(inner, default=UNNUMBERED)
    has_parts = len(set(inner)) > 1
    stack: list[tuple[Block, int]] = []
    for h, own in zip(headings, ranks, strict=True):
        outer = bool(match("front_matter", h.text) or match("appendix", h.text))
        rank = min(top, HIGH) if outer else own
        if any(_is_repeated(upper, h) for upper, _ in stack):
            continue
        if id(h) in slides:
            stack = [(u, r) for u, r in stack if r < UNNUMBERED or id(u) in slides or u.page not in told]
        if own == top and has_parts:
            # A preface is over before the first chapter begins, however large its title is set.
            stack = _before_front(stack)
        if rank <= min(top, HIGH):
            # The highest numbers stand under nothing but far larger type, such as a slide's title.
            stack = [(u, r) for u, r in stack if r < rank or (not outer and u.size > FAR_LARGER * h.size)]
        while stack and not (_over(*stack[-1], h, rank) or _is_slide(stack[-1][0], h, rank, slides)):
            stack.pop()
        stack.append((h, rank))
        h.level = len(stack)


def _before_front(stack: list[tuple[Block, int]]) -> list[tuple[Block, int]]:
    """The headings that stand open above the preface (summary, note by the editor) that is open, all where none is."""
    at = next((i for i, (upper, _) in enumerate(stack) if match("front_matter", upper.text)), len(stack))
    return stack[:at]


def _is_slide(upper: Block, heading: Block, rank: int, slides: Container[int]) -> bool:
    """Whether a heading, however large, stands on the slide that the upper one is the title of."""
    return id(upper) in slides and upper.page == heading.page and rank == UNNUMBERED


def _is_repeated(upper: Block, heading: Block) -> bool:
    """Whether a page repeats the title of the section that goes on on it."""
    same = upper.text == heading.text and abs(upper.size - heading.size) < 0.5
    return same and heading.page > upper.page and abs(upper.lines[0].box[1] - heading.lines[0].box[1]) < 3


def _rank(heading: Block) -> int:
    """How high its numbering stands, 0 the highest."""
    parts = [heading.text, *(heading.marker or "").split(" ", 1)]
    if any(match("chapter", part) for part in parts):
        return 0
    name = numbering_of(heading.text)
    if name == "decimal":
        return 5 + (heading.marker or ".").rstrip(".").count(".")
    return RANKS[name] if name else UNNUMBERED


def _form(heading: Block) -> str:
    """The form of its number, whatever the number: 01 / and 1. are two forms of an Arabic one."""
    m = re.match(r"\W*(?P<zero>0?)[\d.]*(?P<mark>[^\w\s]?)", heading.text)
    return f"{m['zero']}9{m['mark']}" if m else ""


def _over(upper: Block, a: int, lower: Block, b: int) -> bool:
    """Whether `lower`, of rank b, stands under `upper`, of rank a."""
    if a != UNNUMBERED and b != UNNUMBERED:
        return a < b or (a == b and _form(upper) != _form(lower) and upper.size > LARGER * lower.size)
    size = upper.size / lower.size
    if upper.banner != lower.banner and upper.page == lower.page and 1 / LARGER < size < LARGER:
        return upper.banner
    if not 0.96 <= size <= 1.04:
        return size > 1
    # Of one size: an unnumbered heading stands under a numbered one, and beside an outer one.
    if a != b:
        return a < b and not (match("front_matter", upper.text) or match("appendix", upper.text))
    return upper.bold and not lower.bold
