"""Rows cut where a drawn box ends: what stands on a card is no part of the line beside it."""

from collections.abc import Iterator, Sequence

from extract.model import Box, Char

__all__ = ["cut_at_boxes"]

BOX = 2.2
"""Ems that a box is high at least: a lower one is a word's background."""
BLANK = 0.3
"""Ems of blank around its edge, at least."""


def cut_at_boxes(part: Sequence[Char], boxes: Sequence[Box]) -> Iterator[list[Char]]:
    """A part of a row, cut where one character stands in one of the drawn `boxes` and the next one does not."""
    y, em = part[0].baseline - 0.3 * part[0].size, part[0].size
    here = [b for b in boxes if b[1] < y < b[3] and b[3] - b[1] > BOX * em and b[0] < part[-1].x0 and part[0].x1 < b[2]]
    start = 0
    for i in range(1, len(part)) if here else ():
        a, b = part[i - 1], part[i]
        if b.x0 - a.x1 > BLANK * em and any(_is_between(edge, a, b) for box in here for edge in (box[0], box[2])):
            yield list(part[start:i])
            start = i
    yield list(part[start:])


def _is_between(x: float, a: Char, b: Char) -> bool:
    return a.x1 - 0.1 * a.size <= x <= b.x0 + 0.1 * b.size
