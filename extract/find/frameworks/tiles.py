"""What is printed in each box of a drawing: its title and the paragraphs under it; a line that stands in no box is a tile of its own.

The layout keeps the words of a drawing as they come; what they stand in is only seen on the page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Box, Char, Laid, Passage, Shape, union

__all__ = ["Tile", "tiles_of"]

SMALLEST = 12.0
"""Points that a box with words in it is wide and high at least."""
LARGEST = 0.5
"""The share of its page that a box takes at most; what is larger is a background."""
LEVEL = 0.5
"""Ems by which the baselines of one line differ at most."""
APART = 1.2
"""Ems from where on what stands on one level is no one line."""
LONGEST = 16
"""Characters of a title over several lines."""
FULL, FULL_TITLE = 0.75, 0.55
"""The share of its box's width that a line of text and one of a title fill, if they go on in the next."""

_Set = tuple[str, Char]
"""A character as the passage has it, and where it stands."""


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A box and the paragraphs in it from top to bottom; `drawn` says that it is a box and not only a line of text."""

    box: Box
    lines: tuple[Passage, ...]
    drawn: bool

    @property
    def title(self) -> Passage:
        """What stands first in it."""
        return self.lines[0]


def tiles_of(page: Laid, passages: Iterable[Passage]) -> list[Tile]:
    """The tiles of a page, from what `passages` print on it, from top to bottom and left to right."""
    boxes = _boxes(page)
    inside: dict[Box | int, list[_Set]] = defaultdict(list)
    for nth, passage in enumerate(passages):
        for text, char in zip(passage.text, passage.chars, strict=True):
            if char and not text.isspace() and char.page == page.page.number:
                inside[_around(boxes, char) or nth].append((text, char))
    found = [tile for where, own in inside.items() for tile in _tiles(where, own)]
    return sorted(found, key=lambda t: (t.box[1], t.box[0]))


def _boxes(page: Laid) -> list[Box]:
    """The boxes that may hold words, the smallest first."""
    area = page.page.width * page.page.height
    held = {s.box for s in page.page.shapes if _may_hold(s) and _area(s.box) < LARGEST * area}
    return sorted(held, key=lambda box: (_area(box), box))


def _may_hold(shape: Shape) -> bool:
    wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
    return shape.kind in ("rect", "curve") and min(wide, high) >= SMALLEST


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(boxes: Sequence[Box], char: Char) -> Box | None:
    """The smallest box that a character stands in."""
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return next((b for b in boxes if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)


def _tiles(where: Box | int, own: list[_Set]) -> Iterator[Tile]:
    """One tile for a box; one for each line where there is none, or where a wide one holds several side by side."""
    lines = list(_lines(own))
    if isinstance(where, int) or _side_by_side(lines):
        yield from (Tile(union([c.box for _, c in line]), (_passage(line),), False) for line in lines)
    else:
        yield Tile(where, tuple(_passage(line) for line in _paragraphs(where, lines)), True)


def _lines(own: list[_Set]) -> Iterator[list[_Set]]:
    """The printed lines; characters that stand alone one under the other are one line set downwards."""
    levels: list[list[_Set]] = []
    for one in sorted(own, key=lambda s: (s[1].baseline, s[1].x0)):
        level = levels[-1] if levels else None
        if level and one[1].baseline - level[-1][1].baseline < LEVEL * one[1].size:
            level.append(one)
        else:
            levels.append([one])
    if len(levels) > 1 and all(len(level) == 1 for level in levels):
        yield [level[0] for level in levels]
        return
    for level in levels:
        level.sort(key=lambda s: s[1].x0)
        start = 0
        for at in range(1, len(level)):
            if level[at][1].x0 - level[at - 1][1].x1 > APART * level[at][1].size:
                yield level[start:at]
                start = at
        yield level[start:]


def _side_by_side(lines: Sequence[Sequence[_Set]]) -> bool:
    """Whether two lines of a box stand on one level."""
    tops = sorted((line[0][1].baseline, line[0][1].size) for line in lines)
    return any(b[0] - a[0] < LEVEL * b[1] for a, b in pairwise(tops))


def _paragraphs(box: Box, lines: Sequence[list[_Set]]) -> list[list[_Set]]:
    """The lines of a box, each with those that it goes on in: set like it, where it fills the box; a title sooner than text."""
    found: list[list[_Set]] = []
    last: list[_Set] = []
    for line in lines:
        wide = union([c.box for _, c in last]) if last else box
        full = (wide[2] - wide[0]) / (box[2] - box[0])
        title = len(found) == 1 and len(found[0]) + len(line) <= LONGEST
        if last and full > (FULL_TITLE if title else FULL) and _set_alike(last[0][1], line[0][1]):
            found[-1] += line
        else:
            found.append(list(line))
        last = line
    return found


def _set_alike(a: Char, b: Char) -> bool:
    return abs(a.size - b.size) < 0.3 and a.bold == b.bold and a.color == b.color


def _passage(line: Sequence[_Set]) -> Passage:
    first = line[0][1]
    where = f"tile-{first.page}-{first.x0:.0f}-{first.top:.0f}"
    text, chars = "".join(text for text, _ in line), [char for _, char in line]
    return Passage(text, [*chars], kind="chart", id=where, size=first.size, bold=first.bold)
