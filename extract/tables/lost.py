"""Lines inside a table's rules that were taken for running heads: the head of a long table recurs on each page."""

from statistics import median

from extract.layout.lines import lines_of
from extract.model import Box, Char, Laid, Line
from extract.tables.header import are_names

__all__ = ["lost_heads", "lost_lines"]

OVER = 30.0
"""Points over a table within which the names of its columns stand."""
PALE = 170
"""Mean of RGB from which on upright text may be a watermark."""


def lost_lines(laid: Laid, box: Box) -> list[Line]:
    """Lines of upright, dark text in the size of the rest in a box, that are on the page but not among its body lines."""
    held = {id(c) for line in laid.lines for c in line.chars if c}
    inside = [c for c in laid.page.chars if c.angle == 0 and not c.text.isspace() and _in(c, box)]
    sizes = [c.size for c in inside if id(c) in held]
    if not sizes or len(sizes) == len(inside):
        return []
    usual = median(sizes)
    lost = [c for c in inside if id(c) not in held and 0.85 * usual <= c.size <= 1.2 * usual and not _is_pale(c)]
    return [line for line in lines_of(lost) if _is_whole(line, box)]


def lost_heads(laid: Laid, box: Box) -> list[Line]:
    """Lines right over a box that name the columns of a table, but were taken for a running head."""
    x0, top, x1, bottom = box
    lost = [x for x in lost_lines(laid, (x0, top - OVER, x1, bottom)) if x.box[3] <= top + 1]
    return lost if len(lost) > 1 and are_names([x.text for x in lost]) else []


def _in(c: Char, box: Box) -> bool:
    x, y = (c.x0 + c.x1) / 2, (c.top + c.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _is_pale(c: Char) -> bool:
    return c.color is not None and sum(c.color[:3]) / 3 > PALE and not _is_white(c)


def _is_white(c: Char) -> bool:
    return c.color is not None and min(c.color[:3]) > 250


def _is_whole(line: Line, box: Box) -> bool:
    return box[0] - 1 <= line.box[0] and line.box[2] <= box[2] + 1
