"""Text that stands on its side: names along an axis, a table set across the page."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layout.lines import lines_of
from extract.model import Char, Line, union

__all__ = ["turned_lines", "without_recurring"]

Key = tuple[str, int, int]


def turned_lines(chars: Sequence[Char]) -> list[Line]:
    """The lines of characters turned a quarter left or right, their boxes as on the page."""
    sides: dict[float, list[Char]] = defaultdict(list)
    for c in chars:
        if c.angle in (90.0, 270.0):
            sides[c.angle].append(c)
    return [line for angle, found in sorted(sides.items()) for line in _lines(found, angle)]


def _lines(chars: Sequence[Char], angle: float) -> Iterator[Line]:
    held = [_upright(c, angle) for c in chars]
    known = {id(turned): c for turned, c in zip(held, chars, strict=True)}
    for line in lines_of(held):
        line.chars = [known[id(c)] if c else None for c in line.chars]
        line.box, line.baseline = union([c.box for c in line.chars if c]), None
        yield line


def _upright(c: Char, angle: float) -> Char:
    """The character as it stands when the page is turned so that it is upright."""
    if angle == 90.0:
        return replace(c, x0=-c.bottom, x1=-c.top, top=c.x0, bottom=c.x1, baseline=c.x1, angle=0.0)
    return replace(c, x0=c.top, x1=c.bottom, top=-c.x1, bottom=-c.x0, baseline=-c.x0, angle=0.0)


def without_recurring(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The turned lines of each page without those that stand at one place on page after page."""
    known = Counter(key for lines in pages for key in {_key(line) for line in lines})
    return [[x for x in lines if known[_key(x)] < 3] for lines in pages]


def _key(line: Line) -> Key:
    text = "".join(c for c in line.text if not c.isdigit())
    return text, round(line.box[0] / 3), round((line.box[1] + line.box[3]) / 6)
