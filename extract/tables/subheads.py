"""Headers of two levels without rules between them: 得分 over 2021 and 2022, beside 城市 that reaches over both."""

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.columns import TIGHT, crossing
from extract.tables.matrix import Matrix
from extract.tables.pieces import Piece, in_rows

__all__ = ["Cut", "subheads"]

Cut = tuple[float, list[bool]]
"""The y of a new boundary between rows, and in which columns a wall stands on it."""


def subheads(m: Matrix, pieces: Sequence[Piece]) -> list[Cut]:
    """Where a header strip (the first of a matrix) is cut in two levels; nothing where it is one.

    Walls between columns under one upper head are taken down as a side effect of `without_crossed_walls`; here only the
    level is cut.
    """
    levels = in_rows(pieces)
    for upper, lower in pairwise(levels):
        heads = [p for p in upper if crossing(p, m.xs[1:-1], TIGHT)]
        if not heads:
            continue
        y = (max(p.box[3] for p in heads) + min(p.box[1] for p in lower)) / 2
        under = [any(p.box[0] < x1 and p.box[2] > x0 for p in heads) for x0, x1 in pairwise(m.xs)]
        return [(y, [covered or _both(pieces, x, y) for covered, x in zip(under, pairwise(m.xs), strict=True)])]
    return []


def _both(pieces: Sequence[Piece], column: tuple[float, float], y: float) -> bool:
    """Whether a column has text on both sides of a height, none across it."""
    inside = [p for p in pieces if column[0] <= (p.box[0] + p.box[2]) / 2 <= column[1]]
    return any(p.box[3] <= y + 1 for p in inside) and any(p.box[1] >= y - 1 for p in inside)
