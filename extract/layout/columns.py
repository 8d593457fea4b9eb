"""The reading order of what stands on a page: columns side by side, full-width parts between them.

Recursive cuts: first along a gutter that nothing crosses, else between rows, so that each zone of columns is a part.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.layout.rows import baseline
from extract.model import Box, Line, union

__all__ = ["Column", "Item", "columns_of"]

GUTTER = 0.9
"""Ems of blank between two columns, at least."""
NARROW = 0.45
"""The same where at least six lines stand on either side."""
TALL = 36.0
"""Points of height from which on one picture or table counts as a column's content."""


@dataclass(slots=True, eq=False)
class Item:
    """A line, or a figure or table (`line` None, `key` its place in the caller's list), a card, or a rule over the page."""

    box: Box
    line: Line | None = None
    key: int = -1
    card: int = -1
    rule: bool = False


@dataclass(slots=True, eq=False)
class Column:
    """Items that are read one after the other, and the column's left and right edge."""

    items: list[Item] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0


def columns_of(items: Sequence[Item], area: tuple[float, float] | None = None) -> list[Column]:
    """The columns in reading order; items in each from top to bottom. `area`: where full-width text starts and ends."""
    if not items:
        return []
    box = union([i.box for i in items])
    left, right = area or (box[0], box[2])
    return _cut(list(items), min(left, box[0]), max(right, box[2]))


def _cut(items: list[Item], left: float, right: float) -> list[Column]:
    cards = _rows_of_cards(items)
    if cards:
        return [column for row in cards for column in _cut(row, left, right)]
    gutter = _gutter(items)
    if gutter is not None:
        a = [i for i in items if i.box[2] <= gutter + 0.5]
        b = [i for i in items if i.box[2] > gutter + 0.5]
        return _cut(a, left, max(i.box[2] for i in a)) + _cut(b, min(i.box[0] for i in b), right)
    zones = _zones(items)
    if len(zones) == 1:
        return [Column(_down(items), left, right)]
    found: list[Column] = []
    for zone in zones:
        if _gutter(zone) is None and found and _is_plain(found[-1], left, right):
            found[-1].items += _down(zone)
        else:
            found += _cut(zone, left, right) if _gutter(zone) is not None else [Column(_down(zone), left, right)]
    return found


def _rows_of_cards(items: list[Item]) -> list[list[Item]]:
    """Two or more rows of cards that stand beside each other, each row for itself; nothing else but lines between."""
    rows = _rows(items)
    beside = [row for row in rows if len(row) > 1]
    if len(beside) < 2 or not all(i.card >= 0 or i.rule for row in beside for i in row):
        return []
    found: list[list[Item]] = [[]]
    for row in rows:
        if found[-1] and (len(row) > 1 or len(found[-1]) > 1):
            found.append([])
        found[-1] += row
    return found


def _is_plain(column: Column, left: float, right: float) -> bool:
    return (column.left, column.right) == (left, right)


def _down(items: Sequence[Item]) -> list[Item]:
    """From top to bottom; what stands on one row from left to right."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=_height):
        if rows and item.line and rows[-1][0].line and _height(item) - _height(rows[-1][0]) < 0.3 * item.line.size:
            rows[-1].append(item)
        else:
            rows.append([item])
    return [i for row in rows for i in sorted(row, key=lambda i: i.box[0])]


def _height(item: Item) -> float:
    return baseline(item.line) if item.line else item.box[1]


def _gutter(items: Sequence[Item]) -> float | None:
    """The right edge of the left part, where a blank strip cuts the items into two parts that stand side by side."""
    if len(items) < 3:
        return None
    spans = sorted((i.box[0], i.box[2]) for i in items)
    em = (
        sorted(i.line.size for i in items if i.line)[len([i for i in items if i.line]) // 2]
        if any(i.line for i in items)
        else 10.0
    )
    best: tuple[float, float] | None = None
    reach = spans[0][1]
    for i, (x0, x1) in enumerate(spans[1:], 1):
        # Between many lines a narrower strip will do: a figure may stand out of its column.
        least = NARROW if min(i, len(spans) - i) > 5 else GUTTER
        if x0 - reach >= least * em and _divides(items, reach) and (best is None or x0 - reach > best[0]):
            best = (x0 - reach, reach)
        reach = max(reach, x1)
    return best[1] if best else None


def _divides(items: Sequence[Item], x: float) -> bool:
    a = [i for i in items if i.box[2] <= x + 0.5]
    b = [i for i in items if i.box[2] > x + 0.5]
    if not (_is_column(a) and _is_column(b)):
        return False
    over = min(max(i.box[3] for i in s) for s in (a, b)) - max(min(i.box[1] for i in s) for s in (a, b))
    least = min(max(i.box[3] for i in s) - min(i.box[1] for i in s) for s in (a, b))
    return over > 0.3 * least and not _is_tabular(a, b)


def _is_column(items: Sequence[Item]) -> bool:
    return len(items) > 1 or any(i.line is None and i.box[3] - i.box[1] > TALL for i in items)


def _is_tabular(a: Sequence[Item], b: Sequence[Item]) -> bool:
    """Short texts on common rows, which are read across."""
    lines = [[i.line for i in side if i.line] for side in (a, b)]
    if not all(lines):
        return False
    lengths = [sorted(len(x.text) for x in side)[len(side) // 2] for side in lines]
    heights = [{round(baseline(x)) for x in side} for side in lines]
    shared = len(heights[0] & heights[1]) / min(len(h) for h in heights)
    return min(lengths) < 8 and max(lengths) < 20 and shared > 0.8


def _zones(items: Sequence[Item]) -> list[list[Item]]:
    """Parts from top to bottom: runs of rows that share a gutter, and what stands between them."""
    rows = _rows(items)
    zones: list[list[list[Item]]] = []
    at = 0
    while at < len(rows):
        end = at + 1
        best = at
        while end < len(rows):
            both = [i for row in rows[at : end + 1] for i in row]
            if _crosses(both):
                break
            end += 1
            if _gutter(both) is not None and len(rows[end - 1]) > 1:
                best = end
        if best > at:
            best = _with_tail(rows, at, best, end)
            zones.append(rows[at:best])
            at = best
        elif _gutter(rows[at]) is not None:
            zones.append([rows[at]])
            at += 1
        else:
            zones.append([rows[at]])
            at += 1
    return [[i for row in zone for i in row] for zone in zones]


def _with_tail(rows: Sequence[list[Item]], at: int, best: int, end: int) -> int:
    """Where a zone of columns ends: one column may go on below the other, down to `end`, where something crosses.

    The last short line or two above what crosses may be its heading.
    """
    if end == len(rows):
        return end
    tail = end
    while tail > best and end - tail < 2 and _may_head(rows[tail - 1], rows[tail - 2]):
        tail -= 1
    return tail


def _may_head(row: Sequence[Item], above: Sequence[Item]) -> bool:
    """Whether a row looks like the heading of what follows: one line, larger or bolder than, or apart from, the row above."""
    line, last = row[0].line, above[0].line
    if len(row) > 1 or line is None or last is None:
        return len(row) == 1 and line is not None
    apart = line.box[1] - last.box[3] > 1.2 * line.size
    return line.size > 1.05 * last.size or (line.bold and not last.bold) or apart


def _rows(items: Sequence[Item]) -> list[list[Item]]:
    """Groups of items whose heights overlap, from top to bottom."""
    rows: list[list[Item]] = []
    foot = 0.0
    for item in sorted(items, key=lambda i: i.box[1]):
        if rows and item.box[1] < foot - 2.0:
            rows[-1].append(item)
            foot = max(foot, item.box[3])
        else:
            rows.append([item])
            foot = item.box[3]
    return rows


def _crosses(items: Sequence[Item]) -> bool:
    """Whether no blank strip at all goes through."""
    spans = sorted((i.box[0], i.box[2]) for i in items)
    em = min((i.line.size for i in items if i.line), default=10.0)
    reach = spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - reach >= GUTTER * em:
            return False
        reach = max(reach, x1)
    return True
