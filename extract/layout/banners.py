"""Banners: a few light words on a dark bar, pill or arrow of their own, that head the text under it."""

from collections.abc import Sequence

from extract.layout.glyphs import is_han
from extract.layout.patterns import match
from extract.model import Box, Line, Page, Shape

__all__ = ["is_banner", "mark_banners"]

LIGHT, DARK = 200, 190
"""What the words' red, green and blue are each at least, and what the bar's are at most in the mean."""
HEIGHT = (1.1, 4.5)
"""Ems that a banner is high."""
LONGEST = 20
"""Characters on it at most."""
SHORTEST = 6
"""Characters of the line under it, or beside it, at least."""
BESIDE = 3.0
"""Ems from it to the text beside it at most."""
UNDER = 3.5
"""Ems from its edge to the text under it at most."""
FAR_LARGER = 1.25
LARGER = 1.12
"""Times its size from which on what stands under it is the title that it is but the rubric of."""


def mark_banners(lines: Sequence[Line], page: Page) -> None:
    """Sets `banner` on each line that stands alone on such a shape and has text under it."""
    shapes = [s for s in page.shapes if is_dark(s)]
    for line in lines:
        box = _box_of(line, shapes, lines) if _may_head(line) and not _is_beside_title(line, lines) else None
        if box:
            under = min((x for x in lines if _is_under(x, box, line.size)), key=lambda x: x.box[1], default=None)
            line.banner = (
                under is not None and _is_text(under) and (under.size < LARGER * line.size or _goes_on(under, lines))
            )


def is_banner(shape: Shape, lines: Sequence[Line]) -> bool:
    """Whether a shape is what a marked line stands on."""
    return any(x.banner and _holds(shape.box, x.box) and shape.bottom - shape.top < HEIGHT[1] * x.size for x in lines)


def is_dark(s: Shape) -> bool:
    """Whether a shape is filled so dark that light words can be read on it."""
    return s.kind in ("rect", "curve") and s.fill is not None and sum(s.fill[:3]) < 3 * DARK


def _is_light(line: Line) -> bool:
    return all(c.color is not None and min(c.color[:3]) >= LIGHT for c in line.chars if c)


def _is_text(line: Line) -> bool:
    """Whether a line can be what a banner heads: no label on the next box of a diagram, no caption or source."""
    apart = any(match(name, line.text) for name in ("label", "source", "note"))
    return len(line.text) >= SHORTEST and not _is_light(line) and not apart


def _goes_on(first: Line, lines: Sequence[Line]) -> bool:
    """Whether a line begins running text: lines set alike go on under it, of sentences or three at least. No title does."""
    found = [first]
    for line in sorted(lines, key=lambda x: x.box[1]):
        last, em = found[-1], first.size
        step, inset = line.box[1] - last.box[1], line.box[0] - first.box[0]
        if 0.8 * em < step < 2.2 * em and abs(line.size - em) < 0.3 and -2.5 * em < inset < em:
            found.append(line)
    told = any(set(x.text) & set("。；，") for x in found)
    return len(found) > (1 if told else 2)


def _may_head(line: Line) -> bool:
    text = line.text
    worded = sum(map(is_han, text)) >= 2 and not set(text) & set("。；，") and not match("amount", text)
    return _is_light(line) and worded and len(text) <= LONGEST


def _box_of(line: Line, shapes: Sequence[Shape], lines: Sequence[Line]) -> Box | None:
    """The smallest shape that a line stands on, where it is no higher than a bar is and nothing else stands on it."""
    around = [s.box for s in shapes if _holds(s.box, line.box)]
    box = min(around, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]), default=None)
    if box is None or not HEIGHT[0] * line.size <= box[3] - box[1] <= HEIGHT[1] * line.size:
        return None
    others = [x for x in lines if x is not line]
    return None if any(_touches(box, x.box) or _is_told(box, x) for x in others) else box


def _holds(box: Box, line: Box) -> bool:
    inside = box[0] - 1 <= line[0] and line[2] <= box[2] + 1
    return inside and box[1] - 1 <= (line[1] + line[3]) / 2 <= box[3] + 1


def _is_beside_title(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands in the row of a far larger one: the name of the part beside a slide's title."""
    middle = (line.box[1] + line.box[3]) / 2
    return any(x.box[1] < middle < x.box[3] and x.size > FAR_LARGER * line.size for x in lines)


def _touches(box: Box, line: Box) -> bool:
    return line[0] < box[2] and box[0] < line[2] and box[1] < (line[1] + line[3]) / 2 < box[3]


def _is_told(box: Box, line: Line) -> bool:
    """Whether a line of text stands right beside a box: this is a label at its left."""
    level = box[1] < (line.box[1] + line.box[3]) / 2 < box[3]
    return level and len(line.text) >= SHORTEST and 0 <= line.box[0] - box[2] < BESIDE * line.size


def _is_under(line: Line, box: Box, em: float) -> bool:
    """Whether a line is the next one under a banner."""
    return line.box[0] < box[2] and box[0] < line.box[2] and -2 <= line.box[1] - box[3] < UNDER * em
