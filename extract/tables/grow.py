"""Tables that lack an outer rule: rows of text below (or above) the last rule that stand in the same columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.model import Box, Line
from extract.tables.captions import is_apart, read_caption
from extract.tables.columns import TIGHT, crossing, separators
from extract.tables.pieces import Piece, in_rows, pieces_in, split_wide

__all__ = ["grown"]

WIDE = 0.62
"""A single piece wider than this share of the table is no row of it."""
APART = 0.6
"""Ems between two words of a row that may stand in two columns."""

Row = Sequence[Piece]


def grown(box: Box, lines: Sequence[Line], height: float, taken: Sequence[Box]) -> Box:
    """The box of a table with the open rows below and above it; `height` is the page's, `taken` are other tables."""
    own = _rows(lines, box)
    if not own:
        return box
    limits = [b[1] for b in taken if b[1] > box[3] and b[0] < box[2] and b[2] > box[0]]
    below = (box[0] - 3, box[3], box[2] + 3, min(limits, default=height))
    rows = _rows(lines, below)
    if len(own) == 1 or (len(own) == 2 and not _has_body(own)):
        more = _collected(own, rows, box, lines)
    else:
        more = _fitting(own, rows, box, lines)
    bottom = max((p.box[3] for row in more for p in row), default=box[3])
    above = _above(own, lines, box, [b[3] for b in taken if b[3] < box[1] and b[0] < box[2] and b[2] > box[0]])
    top = min((p.box[1] for row in above for p in row), default=box[1])
    return box[0], top if top == box[1] else top - 1, box[2], bottom if bottom == box[3] else bottom + 1


def _rows(lines: Sequence[Line], box: Box) -> list[list[Piece]]:
    return in_rows(word for piece in pieces_in(lines, box) for word in split_wide(piece, APART))


def _has_body(rows: Sequence[Row]) -> bool:
    return len(rows[0]) > 1 and len(rows[1]) > 1


def _collected(own: Sequence[Row], rows: Sequence[Row], box: Box, lines: Sequence[Line]) -> list[Row]:
    """Rows under a header: all until prose, a caption or a wide gap, if they make columns."""
    if len(own[-1]) < 2:
        return []
    more = list(_until_break(own, rows, box, lines, 2.6))
    while more:
        several = [r for r in more if len(r) > 1]
        if not several:
            return []
        xs = separators([*own, *more], len(own))
        if len(xs) + 1 >= min(len(own[-1]), max(len(r) for r in several)) and len(xs):
            return more
        more.pop()
    return []


def _fitting(own: Sequence[Row], rows: Sequence[Row], box: Box, lines: Sequence[Line]) -> list[Row]:
    """Rows that go on in the columns and at the pace of those above."""
    xs = separators(own, 1)
    more: list[Row] = []
    steps = [b[0].middle - a[0].middle for a, b in pairwise(own)]
    pace = median(steps) / max(p.box[3] - p.box[1] for p in own[-1]) - 1 if steps else 1.0
    for row in _until_break(own, rows, box, lines, max(0.6, 1.25 * pace)):
        if any(crossing(p, xs) for p in row) or (len(row) < 2 and not more):
            break
        more.append(row)
    while more and len(more[-1]) < 2:
        more.pop()
    return more


def _until_break(own: Sequence[Row], rows: Sequence[Row], box: Box, lines: Sequence[Line], gap: float) -> Iterator[Row]:
    edge, size = max(p.box[3] for p in own[-1]), median(p.size for row in own for p in row)
    for row in rows:
        top = min(p.box[1] for p in row)
        if top - edge > gap * size or _is_other(row, box, size):
            return
        edge = max(p.box[3] for p in row)
        yield row


def _is_other(row: Row, box: Box, size: float) -> bool:
    """Whether a row of text is prose, a caption, a note or reaches beyond the table."""
    text = row[0].line
    if is_apart(text.text) or read_caption(text) or any(not 0.8 * size < p.size < 1.25 * size for p in row):
        return True
    if any(p.line.box[0] < box[0] - size or p.line.box[2] > box[2] + size for p in row):
        return True
    return len(row) == 1 and row[0].box[2] - row[0].box[0] > WIDE * (box[2] - box[0])


def _above(own: Sequence[Row], lines: Sequence[Line], box: Box, limits: Sequence[float]) -> list[Row]:
    """A header that stands above the first rule."""
    size = median(p.size for row in own for p in row)
    zone = (box[0] - 3, max([box[1] - 4 * size, *limits]), box[2] + 3, box[1])
    rows = _rows(lines, zone)
    if not rows or len(own) < 3:
        return []
    row = rows[-1]
    xs = separators([row, *own], 1)
    near = box[1] - max(p.box[3] for p in row) < 1.0 * size
    fits = bool(xs) and len(row) == len(xs) + 1 and not any(crossing(p, xs, TIGHT) for p in row)
    return [row] if near and fits and not _is_other(row, box, size) else []
