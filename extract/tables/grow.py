"""Tables that lack an outer rule: rows of text below (or above) the last rule that stand in the same columns."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.model import Box, Line
from extract.tables.columns import TIGHT, crossing, lanes, separators
from extract.tables.follow import AIRY, Row, following, is_foreign, keeps, word_rows
from extract.tables.subheads import header_zone, rows_of_names, two_levels

__all__ = ["grown"]

TITLE = 12
"""Characters from which on a line of one word over the rows is their title, and no name of a column."""
EVEN = 0.2
"""Ems by which the gaps between the rows of stripes may differ."""


def grown(
    box: Box, ruled_rows: int, lines: Sequence[Line], height: float, taken: Sequence[Box], *, striped: bool = False
) -> Box:
    """The box of a table with the open rows below and above it.

    `ruled_rows` is how many strips its rules make, `height` the page's, `taken` are the boxes of other tables;
    `striped` says that its rows are stripes, so of one height.
    """
    own = word_rows(lines, box)
    if all(len(row) == 1 for row in own):
        return box
    limits = [b[1] for b in taken if b[1] > box[3] and b[0] < box[2] and b[2] > box[0]]
    rows = word_rows(lines, (box[0] - 3, box[3], box[2] + 3, min(limits, default=height)))
    more = _collected(own, rows, box) if _header_only(own, ruled_rows) else _fitting(own, rows, box, striped)
    bottom = max((p.box[3] for row in more for p in row), default=box[3])
    ceilings = [b[3] for b in taken if b[3] < box[1] and b[0] < box[2] and b[2] > box[0]]
    above = _above([*own, *more], lines, box, ceilings)
    top = min((p.box[1] for row in above for p in row), default=box[1])
    return box[0], top if top == box[1] else top - 1, box[2], bottom if bottom == box[3] else bottom + 1


def _header_only(own: Sequence[Row], ruled_rows: int) -> bool:
    """Whether rules frame but a header: one strip of a line, or of few that make two levels."""
    if ruled_rows > 1:
        return False
    first, last = own[0], own[-1]
    return len(own) <= 3 and max(p.box[3] for p in last) - min(p.box[1] for p in first) < 4 * first[0].size


def _collected(own: Sequence[Row], rows: Sequence[Row], box: Box) -> list[Row]:
    """Rows under a header: all until prose, a caption or a wide gap, if they make columns."""
    names = max(len(row) for row in own)
    more = list(following(own, rows, (box[0], box[2])))
    while more:
        several = [r for r in more if len(r) > 1]
        if not several:
            return []
        xs = separators([*own, *more], len(own))
        if len(xs) + 1 >= min(names, max(len(r) for r in several)) and len(xs):
            return more
        more.pop()
    return []


def _fitting(own: Sequence[Row], rows: Sequence[Row], box: Box, striped: bool) -> list[Row]:
    """Rows that go on in the columns and at the pace of those above."""
    xs = separators(own, 1)
    more: list[Row] = []
    size = median(p.size for row in own for p in row)
    gaps = [_gap(a, b) for a, b in pairwise(own)]
    pace = max(gaps, default=size) / size
    for row in following(own, rows, (box[0], box[2]), max(0.6, 1.15 * pace)):
        wider = separators([*own, *more, row], 1)
        if len(wider) < len(xs) or not keeps(row, wider):
            break
        more.append(row)
    if striped and more and abs(_gap(own[-1], more[0]) / size - pace) < EVEN:
        return more
    while more and len(more[-1]) < 2 and _apart(more):
        more.pop()
    return more if len(lanes(w for row in more for w in row)) > 1 else []


def _gap(above: Row, below: Row) -> float:
    return min(p.box[1] for p in below) - max(p.box[3] for p in above)


def _apart(rows: Sequence[Row]) -> bool:
    """Whether the last row does not follow closely, as the rest of a cell would."""
    if len(rows) < 2:
        return True
    return _gap(rows[-2], rows[-1]) > 0.8 * rows[-1][0].size


def _above(own: Sequence[Row], lines: Sequence[Line], box: Box, limits: Sequence[float]) -> list[Row]:
    """A header that stands above the first rule, perhaps with the first row of the body (between stripes)."""
    size = median(p.size for row in own for p in row)
    rows = word_rows(lines, (box[0] - 3, max([box[1] - 12 * size, *limits]), box[2] + 3, box[1]))
    found: list[Row] = []
    edge, stopped = box[1], False
    for row in rows[::-1]:
        if edge - max(p.box[3] for p in row) > AIRY * size:
            stopped = True
            break
        if is_foreign(row, (box[0], box[2]), size):
            break
        found.insert(0, row)
        edge = min(p.box[1] for p in row)
    while found and len(found[0]) == 1 and len(found[0][0].text) > TITLE:
        found.pop(0)
    names = rows_of_names([*found, *own]) if found else 1
    if found and not stopped and _fit_in(found, separators([*found, *own], names)):
        return found
    while found and len(own) > 2:
        xs = separators([*found, *own], rows_of_names([*found, *own]))
        if xs and _is_header(found, own, [box[0], *xs, box[2]]):
            return found
        found.pop(0)
    return []


def _fit_in(rows: Sequence[Row], xs: Sequence[float]) -> bool:
    """Whether rows keep to columns, and more than one of them."""
    return bool(xs) and len(lanes(p for row in rows for p in row)) > 1 and all(keeps(row, xs) for row in rows)


def _is_header(rows: Sequence[Row], own: Sequence[Row], xs: Sequence[float]) -> bool:
    """Whether rows begin with names for all columns, on one level or on two, and go on within the columns."""
    level = [p for p in rows[0] if not crossing(p, xs[1:-1], TIGHT)]
    if len(level) == len(rows[0]) == len(xs) - 1:
        return all(keeps(row, xs[1:-1]) for row in rows[1:])
    words = [p for row in rows for p in row]
    y = header_zone(words, xs)
    if y is not None:
        return not any(crossing(p, xs[1:-1]) for p in words if p.middle > y)
    both = [p for row in [*rows, *own[:3]] for p in row]
    return len(rows) < 4 and (two_levels(words, xs) is not None or header_zone(both, xs) is not None)
