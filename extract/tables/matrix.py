"""Rules to a matrix of cells: where walls stand between neighbours, and which neighbours are one merged cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Box
from extract.tables.rules import SNAP, Rule

__all__ = ["Cut", "Matrix", "Span", "matrix_of", "spans_of"]

COVERED = 0.6
"""A wall stands where rules cover at least this share of it."""

Span = tuple[int, int, int, int]
"""First row, first column, row after the last, column after the last."""

Cut = tuple[float, list[bool]]
"""The y of a new boundary between rows, and in which columns a wall stands on it."""


@dataclass(slots=True)
class Matrix:
    """Positions between the sorted coordinates `xs` and `ys`, and the walls around them.

    `right[r][i]` says whether a wall stands at xs[i] in row r (i from 0 to the last x); `below[i][c]` whether one stands
    at ys[i] in column c.
    """

    xs: list[float]
    ys: list[float]
    right: list[list[bool]]
    below: list[list[bool]]

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.xs) - 1

    def cut(self, r: int, cuts: Sequence[Cut], v: Sequence[Rule]) -> "Matrix":
        """The matrix with row r cut at further heights; `v` are the vertical rules its walls were made from."""
        if not cuts:
            return self
        edges = [self.ys[r], *(y for y, _ in cuts), self.ys[r + 1]]
        right = [_walls(v, self.xs, a, b) for a, b in pairwise(edges)]
        return Matrix(
            self.xs,
            [*self.ys[: r + 1], *edges[1:-1], *self.ys[r + 1 :]],
            [*self.right[:r], *right, *self.right[r + 1 :]],
            [*self.below[: r + 1], *(w for _, w in cuts), *self.below[r + 1 :]],
        )

    def box(self, span: Span) -> Box:
        """Where a span of positions stands."""
        return self.xs[span[1]], self.ys[span[0]], self.xs[span[3]], self.ys[span[2]]


def matrix_of(h: Sequence[Rule], v: Sequence[Rule]) -> Matrix:
    """The matrix that horizontal and vertical rules draw."""
    ys, xs = sorted({r.at for r in h}), sorted({r.at for r in v})
    right = [_walls(v, xs, top, bottom) for top, bottom in pairwise(ys)]
    below = [[_covered(h, y, x0, x1) for x0, x1 in pairwise(xs)] for y in ys]
    return Matrix(xs, ys, right, below)


def _walls(v: Sequence[Rule], xs: Sequence[float], top: float, bottom: float) -> list[bool]:
    return [_covered(v, x, top, bottom) for x in xs]


def _covered(rules: Sequence[Rule], at: float, lo: float, hi: float) -> bool:
    length = sum(max(0.0, min(r.hi, hi) - max(r.lo, lo)) for r in rules if abs(r.at - at) < 0.01)
    return length >= COVERED * (hi - lo) - SNAP / 10


def spans_of(m: Matrix) -> list[Span]:
    """The cells: each position is in exactly one span. Positions open to the outside of the table are left out."""
    group = _groups(m)
    found = []
    for cells in group:
        if not _open(m, cells):
            found += _rectangles(m, cells)
    return sorted(found)


def _groups(m: Matrix) -> list[set[tuple[int, int]]]:
    """Positions without a wall between them."""
    left = {(r, c) for r in range(m.rows) for c in range(m.columns)}
    groups = []
    for start in sorted(left):
        if start not in left:
            continue
        left.remove(start)
        group, todo = {start}, [start]
        while todo:
            for near in _through(m, *todo.pop()):
                if near in left:
                    left.remove(near)
                    group.add(near)
                    todo.append(near)
        groups.append(group)
    return groups


def _through(m: Matrix, r: int, c: int) -> list[tuple[int, int]]:
    near = []
    if c > 0 and not m.right[r][c]:
        near.append((r, c - 1))
    if c + 1 < m.columns and not m.right[r][c + 1]:
        near.append((r, c + 1))
    if r > 0 and not m.below[r][c]:
        near.append((r - 1, c))
    if r + 1 < m.rows and not m.below[r + 1][c]:
        near.append((r + 1, c))
    return near


def _open(m: Matrix, cells: set[tuple[int, int]]) -> bool:
    """Whether a group leaks out of the outer frame."""
    last_row, last_column = m.rows - 1, m.columns - 1
    return any(
        (c == 0 and not m.right[r][0])
        or (c == last_column and not m.right[r][-1])
        or (r == 0 and not m.below[0][c])
        or (r == last_row and not m.below[-1][c])
        for r, c in cells
    )


def _rectangles(m: Matrix, cells: set[tuple[int, int]]) -> list[Span]:
    """A group as one span, or, where it is no rectangle, as the widest rectangles from the top left."""
    rows, columns = [r for r, _ in cells], [c for _, c in cells]
    span = (min(rows), min(columns), max(rows) + 1, max(columns) + 1)
    if (span[2] - span[0]) * (span[3] - span[1]) == len(cells):
        return [span]
    spans, left = [], set(cells)
    while left:
        r, c = min(left)
        c1 = c
        while (r, c1) in left:
            c1 += 1
        r1 = r
        while all((r1, k) in left for k in range(c, c1)):
            r1 += 1
        spans.append((r, c, r1, c1))
        left -= {(i, k) for i in range(r, r1) for k in range(c, c1)}
    return spans
