"""Columns whose cells reach over rows that rules or stripes part in other columns."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from extract.model import Box
from extract.tables.columns import WORD
from extract.tables.header import are_names
from extract.tables.labels import reach
from extract.tables.matrix import Matrix
from extract.tables.pieces import Piece, in_rows, split_wide
from extract.tables.rows import Strip
from extract.tables.rules import Rule

__all__ = ["extend_rules", "head_cut"]

BESIDE = 2
"""Columns right of labels that tell which rows are theirs."""
LABEL = 5
"""Lines that a cell merged over several ruled rows may have."""


def extend_rules(m: Matrix, pieces: Sequence[Piece]) -> None:
    """Let rules that stop short of a column run on through it where it holds many names: no merged cell has those.

    Where it holds fewer names than rows, each stands for several rows.
    """
    for c in range(m.columns):
        start = 0
        for r in range(1, m.rows + 1):
            if r < m.rows and not m.below[r][c]:
                continue
            box = (m.xs[c], m.ys[start], m.xs[c + 1], m.ys[r])
            held = [p for p in pieces if _stands_in(p, box)] if r - start > 1 else []
            if held and _are_names(held):
                cuts: Iterable[int] = range(start + 1, r)
            else:
                cuts = _labelled(held, m, c, (start, r), pieces) if held else ()
            for k in cuts:
                m.below[k][c] = True
            start = r


def head_cut(m: Matrix, v: Sequence[Rule], pieces: Sequence[Piece]) -> Matrix:
    """The matrix with a wall under the names of the columns, where they stand over each of them.

    Between a header and a first row that are both left white no stripe begins or ends.
    """
    rows = in_rows(w for p in pieces if p.middle < m.ys[1] for w in split_wide(p, WORD))
    if not rows or len(rows[0]) != m.columns or not are_names([w.text for w in rows[0]]):
        return m
    if len(rows) > 1:
        y = (max(w.box[3] for w in rows[0]) + min(w.box[1] for w in rows[1])) / 2
        return m.cut(0, [(y, [True] * m.columns)], v)
    m.below[1] = [True] * m.columns
    return m


def _labelled(
    labels: Sequence[Piece], m: Matrix, c: int, within: tuple[int, int], pieces: Sequence[Piece]
) -> list[int]:
    """The rows, among those of a cell in column c, at which what a label stands for begins, where the cell holds several.

    Rows at the end that have no text right of the labels are of none: panels end at different heights.
    """
    start, end = within
    beside = (m.xs[c + 1], m.xs[min(c + BESIDE, m.columns - 1) + 1])
    rows = [
        [p for p in pieces if y0 < p.middle < y1 and beside[0] <= p.box[0] <= beside[1]]
        for y0, y1 in pairwise(m.ys[start : end + 1])
    ]
    last = max((k for k, row in enumerate(rows) if row), default=-1) + 1
    lines = Strip([labels]).columns[0]
    if not 1 < len(lines) < last:
        return []
    cut = [start + last] if last < len(rows) else []
    edges = pairwise(m.ys[start : start + last + 1])
    extents = [
        (min(p.box[1] for p in r), max(p.box[3] for p in r)) if r else y for r, y in zip(rows, edges, strict=False)
    ]
    starts, _ = reach(lines, extents)
    return [start + s for s in starts if s] + cut


def _are_names(pieces: Sequence[Piece]) -> bool:
    """Whether lines stand apart and are short, as names in rows do, not as the lines of one text."""
    rows = in_rows(pieces)
    steps = [b[0].box[1] - a[0].box[3] for a, b in pairwise(rows)]
    short = all(sum(len(p.text) for p in row) < 9 for row in rows)
    return len(rows) > LABEL and short and median(steps) > 0.4 * rows[0][0].size


def _stands_in(piece: Piece, box: Box) -> bool:
    x = (piece.box[0] + piece.box[2]) / 2
    return box[0] <= x <= box[2] and box[1] <= piece.middle <= box[3]
