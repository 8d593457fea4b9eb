"""A drawing as the boxes and lines beside the passage that names a framework, and which of the boxes are alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.find.frameworks.cards import NUMBERED, is_name
from extract.find.frameworks.lists import Item
from extract.find.frameworks.parts import Part
from extract.find.frameworks.tiles import Tile, tiles_of
from extract.find.frameworks.told import Told, told
from extract.model import Box, Passage
from extract.reading import Reading

__all__ = ["Drawing", "alike", "as_high", "drawings", "middle", "named", "sets_of"]

FIGURE = re.compile(r"图\s*\d+(?:[-—.]\d+)*")
BULLET = re.compile(r"[^一-鿿\w“\"「『（(《]\s*")
ALIKE = 0.08
"""The share by which the sides of boxes of one size differ at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """The tiles beside a name, each line of them with where it stands in what is told; the name's passage comes first there."""

    told: Told
    tiles: Sequence[Tile]
    spans: dict[int, Item]

    def at(self, line: Passage) -> Item:
        """Where a line stands in what is told."""
        return self.spans[id(line)]

    def title(self, tile: Tile) -> Item:
        """Where the name of a part stands, without the number or bullet before it."""
        lo, hi = self.at(tile.title)
        mark = NUMBERED.match(self.told.text[lo:hi]) or BULLET.match(self.told.text[lo:hi])
        return lo + (mark.end() if mark else 0), hi

    def body(self, tile: Tile) -> Item | None:
        """Where the lines under the title stand."""
        return (self.at(tile.lines[1])[0], self.at(tile.lines[-1])[1]) if len(tile.lines) > 1 else None


def drawings(reading: Reading, index: int) -> Iterator[Drawing]:
    """What is drawn where the parts of the framework named in `texts[index]` may stand, the nearest first."""
    for beside in _beside(reading, index):
        page = next((p for p in reading.pages if beside and p.page.number == beside[0].page), None)
        if page:
            tiles = tiles_of(page, beside)
            lines = [line for tile in tiles for line in tile.lines]
            around = told([reading.texts[index], *lines])
            yield Drawing(around, tiles, dict(zip(map(id, lines), around.spans()[1:], strict=True)))


def _beside(reading: Reading, index: int) -> Iterator[list[Passage]]:
    """Where the drawing may stand: the figure that a passage refers to or stands under, its section, its page."""
    own = reading.texts[index]
    labels = {re.sub(r"\s", "", m) for m in [*FIGURE.findall(own.text), own.label or ""]} - {""}
    figure = [t for t in reading.texts if t.kind == "chart" and re.sub(r"\s", "", t.label or "") in labels]
    yield [t for t in figure if t.page == figure[0].page]
    here = [t for t in reading.texts if t.page == own.page and t.kind not in ("source", "contents")]
    section = reading.section_of(own)
    heading = section.heading if section else None
    first = here.index(heading) + 1 if heading in here else 0
    level = section.level if section else 0
    ends = (i for i, t in enumerate(here) if i >= first and t.kind == "heading" and (t.level or 9) <= level)
    for span in (here[first : next(ends, len(here))], here):
        yield [t for t in span if t is not own]


def named(drawing: Drawing, tiles: Sequence[Tile], which: int = 0) -> list[Part]:
    """The parts that tiles name by their titles, and what the other lines of each say of it; none where one is no name."""
    parts = [Part(*drawing.title(t), which, drawing.body(t)) for t in tiles]
    return parts if all(is_name(drawing.told.text[p.start : p.end]) for p in parts) else []


def sets_of(drawing: Drawing, which: int = 0) -> list[list[Part]]:
    """The sets of two and more boxes of one size that name a part each."""
    text = drawing.told.text
    found = [named(drawing, own, which) for own in _sets(drawing.tiles) if len(own) > 1]
    return [parts for parts in found if parts and not any("、" in text[p.start : p.end] for p in parts)]


def _sets(tiles: Sequence[Tile]) -> list[list[Tile]]:
    """The boxes by their size; those of a pyramid have one height and one middle."""
    found: list[list[Tile]] = []
    for tile in tiles:
        if tile.drawn:
            own = next((s for s in found if alike(s[0], tile)), None)
            if own is None:
                found.append([tile])
            else:
                own.append(tile)
    return found


def alike(a: Tile, b: Tile) -> bool:
    """Whether two boxes are of one size, or bars of a pyramid."""
    wide = max(t.box[2] - t.box[0] for t in (a, b))
    wider = abs((a.box[2] - a.box[0]) - (b.box[2] - b.box[0])) <= ALIKE * wide
    return as_high(a, b) and (wider or abs(middle(a.box) - middle(b.box)) <= ALIKE * wide)


def as_high(a: Tile, b: Tile) -> bool:
    """Whether two boxes are of one height."""
    high = max(t.box[3] - t.box[1] for t in (a, b))
    return abs((a.box[3] - a.box[1]) - (b.box[3] - b.box[1])) <= ALIKE * high


def middle(box: Box) -> float:
    """The x of the middle of a box."""
    return (box[0] + box[2]) / 2
