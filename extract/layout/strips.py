"""Strips over and under columns: a slide's title with the name of its part beside it, a sentence under a row of columns."""

from collections.abc import Callable, Sequence
from statistics import median

from extract.layout.items import Item
from extract.layout.patterns import match

__all__ = ["parted", "titled"]

TITLE = 1.25
"""Times the usual size that a slide's title is set in at least."""
SHORT = 16
"""Characters of what stands beside it at most."""
SMALL = 1.1
"""Times the usual size that it is set in at most."""
APART = 1.2
"""Ems from it to what stands under it, at least."""
FAR = 4.0
"""Ems from a column to the sources at the foot of the page, at least."""
CLEAR = 2.0
"""Points between a strip and the columns."""

Gutter = Callable[[Sequence[Item]], float | None]


def titled(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The title at the top of a page with the few words beside it, and all the rest.

    The first is empty where nothing stands beside the title: it is then no more than the first line of a column.
    """
    lines = sorted((i for i in items if i.line), key=lambda i: i.box[1])
    sizes = [i.line.size for i in lines if i.line]
    if len(lines) < 4:
        return [], list(items)
    foot = min(i.box[1] + i.line.size for i in lines if i.line)
    row = [i for i in lines if i.box[1] < foot]
    foot = max(i.box[3] for i in row)
    row = [i for i in lines if (i.box[1] + i.box[3]) / 2 < foot]
    title = max(row, key=lambda i: i.line.size if i.line else 0.0)
    others = [i for i in row if i is not title]
    large = title.line is not None and title.line.size >= TITLE * median(sizes)
    rest = [i for i in items if i not in row]
    small = all(_is_small(i, median(sizes), rest) for i in others)
    if not (large and small and others) or any(i.box[1] < foot - CLEAR and i.box[3] > foot for i in rest if not i.rule):
        return [], list(items)
    return sorted(row, key=lambda i: (i is not title, i.box[0])), rest


def _is_small(item: Item, usual: float, rest: Sequence[Item]) -> bool:
    """Whether an item is a few words in small type, right over nothing: no heading of a column."""
    line = item.line
    if line is None or len(line.text) > SHORT or line.size > SMALL * usual:
        return False
    under = [i for i in rest if i.box[0] < item.box[2] and item.box[0] < i.box[2] and i.line]
    return all(i.box[1] - item.box[3] > APART * line.size for i in under if i.box[1] > item.box[1])


def parted(items: Sequence[Item], gutter: float, find: Gutter) -> list[list[Item]]:
    """The items over, in and under the columns that a gutter cuts, where a line over or under them crosses another gutter.

    A sentence under four columns need not reach the fourth: it is no part of the first three.
    """
    left = [i for i in items if i.box[2] <= gutter + 0.5]
    right = [i for i in items if i.box[2] > gutter + 0.5]
    for side, other in ((left, right), (right, left)):
        top, foot = min(i.box[1] for i in other), max(i.box[3] for i in other)
        over = [i for i in side if i.box[3] <= top + CLEAR]
        under = [i for i in side if i.box[1] >= foot - CLEAR]
        between = [i for i in side if i not in over and i not in under]
        inner = find(between)
        over = over if inner is not None and _cross(over, inner) else []
        under = under if (inner is not None and _cross(under, inner)) or _is_foot(under, between) else []
        if over or under:
            return [part for part in (over, [i for i in items if i not in over and i not in under], under) if part]
    return []


def _is_foot(strip: Sequence[Item], above: Sequence[Item]) -> bool:
    """Whether what stands under a column are the sources and notes at the foot of a slide, far under it."""
    told = all(i.line and (match("source", i.line.text) or match("note", i.line.text)) for i in strip)
    if not (strip and above and told):
        return False
    em = max(i.line.size for i in strip if i.line)
    return min(i.box[1] for i in strip) - max(i.box[3] for i in above) > FAR * em


def _cross(strip: Sequence[Item], x: float) -> bool:
    return any(i.box[0] < x and i.box[2] > x + 2 * CLEAR for i in strip)
