"""Drop caps: a paragraph's first character, set over two lines or more beside its text."""

from collections.abc import Sequence

from extract.layout.glyphs import is_han
from extract.layout.rows import one_line
from extract.model import Line

__all__ = ["with_drop_caps"]

LARGER = 1.8
"""Times as large as the text that a drop cap is, at least."""
NEAR = 1.5
"""Ems of the text between a drop cap and the lines beside it, at most."""


def with_drop_caps(lines: Sequence[Line]) -> list[Line]:
    """The lines, each drop cap put before the first line beside it; the lines beside it start where it does."""
    found = list(lines)
    for cap in lines:
        if len(cap.text) == 1 and (is_han(cap.text) or cap.text.isupper()):
            beside = _beside(cap, lines)
            if len(beside) > 1 and any(_is_under(x, cap, beside[-1]) for x in lines):
                for x in beside:
                    x.box = cap.box[0], *x.box[1:]
                first = one_line([cap, beside[0]])
                first.box, first.size, first.baseline = beside[0].box, beside[0].size, beside[0].baseline
                found = [first if x is beside[0] else x for x in found if x is not cap]
    return found


def _beside(cap: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines to its right, from top to bottom: smaller, near, and hardly lower than it is."""
    found = [
        x
        for x in lines
        if x.size * LARGER <= cap.size
        and -0.2 * x.size <= x.box[0] - cap.box[2] < NEAR * x.size
        and cap.box[1] - x.size < x.box[1] < cap.box[3] + 0.5 * x.size
    ]
    return sorted(found, key=lambda x: x.box[1])


def _is_under(line: Line, cap: Line, last: Line) -> bool:
    """Whether a line is the first that goes on under the cap."""
    level = abs(line.box[0] - cap.box[0]) < 0.8 * line.size and abs(line.size - last.size) < 0.3
    return level and 0.5 * last.size < line.box[1] - last.box[1] < 2.5 * last.size
