"""The reading order of what stands on a page: columns side by side, full-width parts between them.

Recursive cuts: first along a gutter that nothing crosses, else between rows, so that each zone of columns is a part.
"""

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.counts import counted_rows
from extract.layout.items import Column, Item
from extract.layout.patterns import match
from extract.layout.rows import baseline, is_downward
from extract.layout.sentences import is_open
from extract.layout.sideheads import carded_rows, labelled_rows
from extract.layout.strips import parted, titled
from extract.model import Line, union

__all__ = ["columns_of"]

GUTTER = 0.9
"""Ems of blank between two columns, at least."""
NARROW = 0.45
"""The same where at least six lines stand on either side."""
DISPLAY = 1.4
"""Times the usual size from which on a line may head a new part of the page."""
TITLE = 1.12
"""Times the size of the text under it that a title is set in at least."""
TALL = 36.0
"""Points of height from which on one picture or table counts as a column's content."""


def columns_of(items: Sequence[Item], area: tuple[float, float] | None = None) -> list[Column]:
    """The columns in reading order; items in each from top to bottom. `area`: where full-width text starts and ends."""
    if not items:
        return []
    box = union([i.box for i in items])
    left, right = area or (box[0], box[2])
    left, right = min(left, box[0]), max(right, box[2])
    aside = [i for i in items if _is_aside(i, items)]
    head, rest = titled([i for i in items if i not in aside])
    return [Column([i], left, right) for i in aside + head] + (_cut(rest, left, right) if rest else [])


def _is_aside(item: Item, items: Sequence[Item]) -> bool:
    """Whether an item is words set downwards beside all else: the name of the part on a slide's edge."""
    if item.line is None or not is_downward(item.line):
        return False
    return not any(i is not item and i.box[0] < item.box[2] and item.box[0] < i.box[2] for i in items)


def _cut(items: list[Item], left: float, right: float) -> list[Column]:
    cards = _rows_of_cards(items)
    if cards:
        return [column for row in cards for column in _cut(row, left, right)]
    carded = carded_rows(items)
    if carded:
        return [column for part in carded for column in _cut(part, min(i.box[0] for i in part), right)]
    apart = counted_rows(items) or labelled_rows(items)
    if apart:
        return [c for part in apart for c in ([part] if isinstance(part, Column) else _cut(part, left, right))]
    zones = _zones(items) if _has_display(items) else []
    gutter = _gutter(items)
    if gutter is not None and len(zones) < 2:
        parts = parted(items, gutter, _gutter)
        if parts:
            return [column for part in parts for column in _cut(part, left, right)]
        a = [i for i in items if i.box[2] <= gutter + 0.5]
        b = [i for i in items if i.box[2] > gutter + 0.5]
        end = max(i.box[2] for i in b) if _is_centred(b) else right
        return _cut(a, left, max(i.box[2] for i in a)) + _cut(b, min(i.box[0] for i in b), end)
    zones = zones or _zones(items)
    if len(zones) == 1:
        return [Column(_down(items), left, right)]
    found: list[Column] = []
    for zone in zones:
        if _gutter(zone) is None and found and _is_plain(found[-1], left, right):
            found[-1].items += _down(zone)
        else:
            found += _cut(zone, left, right) if _gutter(zone) is not None else [Column(_down(zone), left, right)]
    return found


def _is_centred(items: Sequence[Item]) -> bool:
    """Whether at least three lines stand under each other about one middle, and start at different places."""
    lines = [i.line for i in items if i.line]
    if len(lines) < 3 or len(lines) < len(items):
        return False
    em = min(x.size for x in lines)
    middles = [(x.box[0] + x.box[2]) / 2 for x in lines]
    lefts = [x.box[0] for x in lines]
    return max(middles) - min(middles) < em and max(lefts) - min(lefts) > 2 * em


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
    """Where it stands: a line on its baseline, others, and a title set downwards, where they start."""
    return baseline(item.line) if item.line and not is_downward(item.line) else item.box[1]


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
    told = all(any(len(x.text) >= 20 for x in side) for side in lines)
    tabular = min(lengths) < 8 and max(lengths) < 20 and shared > 0.8 and not told
    return tabular and not all(map(_is_titled, lines)) and not any(map(_is_wrapped, lines))


def _is_titled(lines: Sequence[Line]) -> bool:
    """Whether a title stands over at least two lines of smaller text, as under an icon."""
    sizes = [x.size for x in sorted(lines, key=baseline)]
    text = min(sizes)
    under = next((i for i, size in enumerate(sizes) if size < TITLE * text), 0)
    return 0 < under <= len(sizes) - 2 and all(size < TITLE * text for size in sizes[under:])


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether a title that is quoted goes on from line to line of a column, as it does in no row of short texts."""
    starts = sorted({round(x.box[0]) for x in lines})
    for start in starts:
        own = sorted((x for x in lines if 0 <= x.box[0] - start < x.size), key=baseline)
        if any(is_open(a.text) and 0 < baseline(b) - baseline(a) < 2.0 * a.size for a, b in pairwise(own)):
            return True
    return False


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
            if _crosses(both) or (best > at and _is_display(rows, end)):
                break
            parted = len(rows[end]) > 1 and _gutter(both) is not None
            if best > at and len(rows[end]) > 1 and not parted:
                # Columns again, but others: two under three.
                break
            end += 1
            if parted:
                best = end
        if best > at:
            best = _with_tail(rows, at, best, end)
            zones.append(rows[at:best])
            at = best
        else:
            zones.append([rows[at]])
            at += 1
            while at < len(rows) and _is_rest(rows, at):
                zones[-1].append(rows[at])
                at += 1
    return [[i for row in zone for i in row] for zone in zones]


def _has_display(items: Sequence[Item]) -> bool:
    """Whether a title stands between columns and columns."""
    rows = _rows(items)
    beside = [i for i, row in enumerate(rows) if len(row) > 1]
    return any(beside[0] < at < beside[-1] and _is_display(rows, at) for at in range(len(rows))) if beside else False


def _is_display(rows: Sequence[list[Item]], at: int) -> bool:
    """Whether a row is the title of a new part over all columns, though it is shorter than one: large, on the left, alone.

    Where all that stands under it stands in the first column, it is a title in that.
    """
    line = rows[at][0].line
    sizes = sorted(i.line.size for row in rows for i in row if i.line)
    if line is None or len(rows[at]) > 1 or at + 1 == len(rows) or line.size < DISPLAY * sizes[len(sizes) // 2]:
        return False
    left = min(i.box[0] for row in rows for i in row)
    room = min(i.box[1] for i in rows[at + 1]) - max(i.box[3] for row in rows[:at] for i in row)
    return line.box[0] < left + line.size and room > 2 * line.size and not _is_in_first(rows, at)


def _is_in_first(rows: Sequence[list[Item]], at: int) -> bool:
    """Whether columns stand right over a row, and all that is under it goes on in the first of them."""
    over = (_gutter([i for row in rows[start:at] for i in row]) for start in range(at))
    gutter = next((x for x in over if x is not None), None)
    return gutter is not None and all(i.box[2] <= gutter + 0.5 for row in rows[at:] for i in row)


def _is_rest(rows: Sequence[list[Item]], at: int) -> bool:
    """Whether a row is the short last line of the full-width paragraph above it, and no first line of a column."""
    above, line = rows[at - 1][0].line, rows[at][0].line
    if len(rows[at - 1]) > 1 or len(rows[at]) > 1 or above is None or line is None or at + 1 == len(rows):
        return False
    step = baseline(line) - baseline(above)
    room = min(i.box[1] for i in rows[at + 1]) - line.box[3]
    under = line.box[0] < above.box[0] + 0.5 * line.size and step < 2.2 * line.size
    return under and abs(line.size - above.size) < 0.3 and room > 1.3 * (line.box[1] - above.box[3])


def _with_tail(rows: Sequence[list[Item]], at: int, best: int, end: int) -> int:
    """Where a zone of columns ends: one column may go on below the other, down to `end`, where something crosses.

    The last short line or two above what crosses may be its heading.
    """
    if end == len(rows):
        return end
    tail = end
    over = [i for row in rows[at:end] for i in row]
    while tail > best and end - tail < 2 and _may_head(rows[tail - 1], over, any(i.rule for i in rows[end])):
        tail -= 1
    return tail


def _may_head(row: Sequence[Item], zone: Sequence[Item], ruled: bool) -> bool:
    """Whether a row looks like the heading of what follows: one line, larger or bolder than, or apart from, the line above.

    What stands apart over a rule goes on with the column.
    """
    line = row[0].line
    if len(row) > 1 or line is None or match("label", line.text):
        return False
    above = [i for i in zone if i.box[3] <= line.box[1] + 2 and i.box[0] < line.box[2] and line.box[0] < i.box[2]]
    last = max(above, key=lambda i: i.box[3], default=None)
    if last is None or last.line is None:
        return not ruled
    apart = line.box[1] - last.box[3] > 1.2 * line.size and not ruled
    return line.size > 1.05 * last.line.size or (line.bold and not last.line.bold) or apart


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
