"""What stands around a table: its title, the heading over it, and the words that say whether order counts."""

import re
from dataclasses import dataclass

from extract.find.rankings.groups import group_of
from extract.find.rankings.titles import says_by_name, says_unordered
from extract.fold import fold
from extract.model import Grid, union
from extract.nlp import pipeline
from extract.places import Place
from extract.reading import Reading
from extract.spans.places import place_of

__all__ = ["Context", "bars_over", "context_of"]

SHORT = 60
"""Characters: a longer line over a table is no title."""
NEAR = 2.5
"""Ems between a table and the bar over it, at most."""
BAR = re.compile(r"\s*[｜|·(（]\s*|\s{2,}")
"""What parts the name of a tier in a bar from its count and bounds."""


@dataclass(frozen=True, slots=True)
class Context:
    """`title` as printed, None where the table has none; `words` are the title, else the heading or line over it.

    `unordered`: something near says that order doesn't count; `by_name`: that the rows stand by name or code.
    """

    title: str | None
    words: str
    unordered: bool
    by_name: bool
    place: Place | None

    def titled(self, title: str | None) -> "Context":
        """The same with the title that stands in the table, where there is none over it."""
        if title is None or self.title is not None:
            return self
        unordered, by_name = self.unordered or says_unordered(title), self.by_name or says_by_name(title)
        return Context(title, title, unordered, by_name, self.place or _place_in(title))


def context_of(reading: Reading, grid: Grid) -> Context:
    """What stands around a grid."""
    over = _over(reading, grid)
    title = grid.title or (grid.caption.text if grid.caption and not grid.label else None)
    words = title or next((t for t in over if len(t) <= SHORT), "")
    near = [words, *over[:1], *(n.text for n in grid.notes), grid.source.text if grid.source else ""]
    header = " ".join(c.text for row in grid.rows[: max(1, grid.header_rows)] for c in row)
    said = [*near, header]
    return Context(title, words, any(map(says_unordered, said)), any(map(says_by_name, said)), _place_in(words))


def bars_over(reading: Reading, grid: Grid) -> list[tuple[float, str]]:
    """The tiers named in lines of their own right over a table, from left to right, each with the x of its middle.

    领航级｜80分及以上｜10城 in a bar over the first of two panels.
    """
    page, box = grid.boxes[0]
    found = []
    for text in reading.texts:
        chars = [c.box for c in text.chars if c]
        if text.page != page or text.grid is not None or not chars or len(text.text) > SHORT:
            continue
        x0, _, x1, bottom = union(chars)
        name = BAR.split(fold(text.text).strip())[0]
        if 0 <= box[1] - bottom <= NEAR * text.size and x1 > box[0] and x0 < box[2] and group_of(name).tier:
            found.append(((x0 + x1) / 2, name))
    return sorted(found)


def _over(reading: Reading, grid: Grid) -> list[str]:
    """The line over a table, then the heading of its section."""
    at = next((i for i, t in enumerate(reading.texts) if t.grid is grid), None)
    if at is None:
        return []
    before = next((t for t in reversed(reading.texts[:at]) if t.kind in ("heading", "caption", "paragraph")), None)
    section = reading.section_of(reading.texts[at])
    return [t for t in (before.text if before else "", section.title if section else "") if t]


def _place_in(words: str) -> Place | None:
    """The one place that a title names."""
    doc = pipeline()(fold(words))
    places = {s.kb_id_: place_of(s) for s in doc.spans["places"]}
    return next(iter(places.values())) if len(places) == 1 else None
