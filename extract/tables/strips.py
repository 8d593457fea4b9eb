"""Rows and columns that no rule draws: strips between rules cut into the rows their text makes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.tables.columns import TIGHT, WORD, crossing
from extract.tables.labels import reach
from extract.tables.matrix import Matrix
from extract.tables.pieces import Piece, split_at, split_wide
from extract.tables.rows import Strip, counts, cut_rows, one_row
from extract.tables.subheads import Cut, subheads

__all__ = ["with_text_rows", "without_crossed_walls"]

SURE = 0.5
"""By how much several rows must be cheaper than one."""


def with_text_rows(m: Matrix, pieces: Sequence[Piece], open_columns: bool) -> Matrix:
    """The matrix with each strip that holds several rows of text cut into them."""
    new = Matrix(m.xs, [m.ys[0]], [], [m.below[0]])
    for r in range(m.rows):
        cuts = _cuts(m, r, pieces, open_columns)
        for y, walls in cuts:
            new.ys.append(y)
            new.right.append(list(m.right[r]))
            new.below.append(walls)
        new.ys.append(m.ys[r + 1])
        new.right.append(list(m.right[r]))
        new.below.append(m.below[r + 1])
    return new


def without_crossed_walls(m: Matrix, pieces: Sequence[Piece]) -> Matrix:
    """The matrix without the walls, made from white space, that a row's text runs across."""
    for r in range(m.rows):
        here = [p for p in pieces if m.ys[r] <= p.middle <= m.ys[r + 1]]
        for i in range(1, m.columns):
            if any(crossing(p, [m.xs[i]], WORD if r else TIGHT) for p in here):
                m.right[r][i] = False
    return m


def _cuts(m: Matrix, r: int, pieces: Sequence[Piece], open_columns: bool) -> list[Cut]:
    top, bottom = m.ys[r], m.ys[r + 1]
    here = [p for p in pieces if top < p.middle < bottom]
    if not here:
        return []
    if r == 0 and m.rows > 1 and open_columns:
        return subheads(m, here)
    columns = _columns(m, r, here)
    own = [c for c in range(m.columns) if m.below[r][c] and m.below[r + 1][c]]
    if len(own) < 2:
        return []
    cuts = _text_rows([columns[c] for c in own])
    if cuts is None or not _worth(cuts, m, [columns[c] for c in own], open_columns):
        return []
    walls = []
    for y, inner in zip(cuts.ys, cuts.walls, strict=True):
        row = [False] * m.columns
        for c, wall in zip(own, inner, strict=True):
            row[c] = wall
        walls.append((y, row))
    return walls


def _columns(m: Matrix, r: int, pieces: Sequence[Piece]) -> list[list[Piece]]:
    columns: list[list[Piece]] = [[] for _ in range(m.columns)]
    for piece in pieces:
        for part in _parts(piece, m.xs[1:-1]):
            columns[sum(part.box[0] + 0.3 * part.size > x for x in m.xs[1:-1])].append(part)
    return columns


def _parts(piece: Piece, xs: Sequence[float]) -> Iterator[Piece]:
    for word in split_wide(piece, 1.2):
        if crossing(word, xs):
            yield word
        else:
            yield from split_at(word, xs)


@dataclass
class _Cuts:
    """Where to cut, with the walls of each cut by column, what the cut and what no cut costs."""

    ys: list[float]
    walls: list[list[bool]]
    cost: float
    uncut: float
    strip: Strip
    grouped: int


def _text_rows(columns: Sequence[Sequence[Piece]]) -> _Cuts | None:
    """The cheapest reading of a strip: with no, one or two leading columns of labels for several rows."""
    best: _Cuts | None = None
    for grouped in range(min(3, len(columns) - 1)):
        found = _grouped(columns, grouped)
        if found is None:
            break
        if best is None or found.cost < best.cost:
            best = found
    return best


def _grouped(columns: Sequence[Sequence[Piece]], grouped: int) -> _Cuts | None:
    labels = Strip(columns[:grouped]).columns if grouped else []
    if any(not x or counts([line.text for line in x]) for x in labels):
        return None
    strip = Strip(columns[grouped:])
    if len(strip.levels) < 2:
        return None
    ys, cost = cut_rows(strip)
    extents = _extents(strip, ys)
    walls = [[True] * len(columns) for _ in ys]
    for c, lines in enumerate(labels):
        if len(lines) >= len(extents):
            return None
        groups, off = reach(lines, extents)
        if not groups:
            return None
        cost += 0.8 + off * len(groups)
        starts = {start for start, _ in groups}
        for k in range(len(ys)):
            walls[k][c] = k + 1 in starts
    return _Cuts(ys, walls, cost, one_row(Strip(columns)), strip, grouped)


def _extents(strip: Strip, ys: Sequence[float]) -> list[tuple[float, float]]:
    lines = [x for column in strip.columns for x in column]
    edges = [float("-inf"), *ys, float("inf")]
    rows = [[x for x in lines if lo < x.middle <= hi] for lo, hi in pairwise(edges)]
    return [(min(x.top for x in row), max(x.bottom for x in row)) for row in rows if row]


def _worth(cuts: _Cuts, m: Matrix, columns: Sequence[Sequence[Piece]], open_columns: bool) -> bool:
    """Whether the strip is several rows. Where rules part the other rows, only counted or plainly aligned rows are."""
    rows = len(cuts.ys) + 1
    if rows < 2:
        return False
    if any(s and len(x) == rows for s, x in zip(cuts.strip.sequences, cuts.strip.columns, strict=True)) and rows > 2:
        return True
    if m.rows <= 3 and open_columns:
        return cuts.cost < cuts.uncut - SURE
    filled = sum(len(x) for x in cuts.strip.columns) / (rows * len(cuts.strip.columns))
    single = len(cuts.strip.levels) == rows
    return rows > 2 and single and 0.75 <= filled <= 1.0 and cuts.cost < cuts.uncut - SURE
