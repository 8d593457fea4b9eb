"""Bullets that are drawn: a dot, a square or a small picture before a line."""

from collections.abc import Sequence

from extract.model import Line, Page, Shape

__all__ = ["DRAWN", "mark_bullets"]

DRAWN = "•"
"""The marker of a list item whose bullet is no character."""


def mark_bullets(lines: Sequence[Line], page: Page) -> None:
    """Sets `bulleted` on each line that a small shape stands before, at the height of its first character."""
    small = [s for s in page.shapes if 1.0 < s.x1 - s.x0 < 16 and 1.0 < s.bottom - s.top < 16 and s.kind != "line"]
    if not small:
        return
    for line in lines:
        line.bulleted = any(_is_bullet(s, line) for s in small)


def _is_bullet(shape: Shape, line: Line) -> bool:
    em = line.size
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    if max(width, height) > 1.0 * em or not 0.5 < width / height < 2:
        return False
    gap = line.box[0] - shape.x1
    middle = (shape.top + shape.bottom) / 2
    return 0.15 * em < gap < 1.8 * em and line.box[1] < middle < line.box[3]
