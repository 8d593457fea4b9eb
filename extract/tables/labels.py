"""Labels that stand for several rows without a rule to say so: 华北 beside ten cities, at their top or their middle."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.fold import fold
from extract.tables.rows import TextLine

__all__ = ["reach"]

LONGEST = 4
"""Lines that one label may have."""
UNNAMED, UNNAMED_FIRST = 1.2, 0.7
"""Ems: what it costs to leave a stretch of rows without a label; cheaper at the top of a page and under a header."""
MISCOUNTED = 0.3
"""What it costs where a label says another number of rows; where a page cuts its rows it may."""
COUNT = re.compile(r"[（(]\s*(\d{1,3})\s*(?:个|座|家|市|省|城|名|位)?\S{0,2}\s*[)）]\s*$")
INF = 1e9

Extent = tuple[float, float]
"""Top and bottom."""


def reach(lines: Sequence[TextLine], rows: Sequence[Extent]) -> tuple[list[int], float]:
    """The rows at which what a label stands for begins, all rows shared out in order, and the cost in ems.

    `lines` are the lines of the label column from top to bottom. Labels stand at the top of their rows, or at their
    middle, all alike. Rows whose label stands on another page, or that have none, begin a stretch of their own.
    """
    best: tuple[list[int], float] = ([], INF)
    for centred in (True, False):
        starts, cost = _shared_out(lines, rows, centred)
        if cost < best[1]:
            best = (starts, cost)
    return best


def _shared_out(lines: Sequence[TextLine], rows: Sequence[Extent], centred: bool) -> tuple[list[int], float]:
    """Dynamic programming over lines and rows: the first i lines label the first r rows."""
    n, m = len(lines), len(rows)
    cost = [[INF] * (m + 1) for _ in range(n + 1)]
    back: dict[tuple[int, int], tuple[int, int]] = {}
    cost[0][0] = 0.0

    def step(i: int, r: int, k: int, end: int, more: float) -> None:
        if cost[i][r] + more < cost[i + k][end] - 1e-9:
            cost[i + k][end] = cost[i][r] + more
            back[i + k, end] = (i, r)

    for i in range(n + 1):
        for r in range(m):
            if cost[i][r] >= INF:
                continue
            if i < n and back.get((i, r), (-1, 0))[0] != i:
                for end in range(r + 1, m + 1):
                    step(i, r, 0, end, UNNAMED_FIRST if i < 2 else UNNAMED)
            for k in range(1, min(LONGEST, n - i) + 1):
                inside = _many_lines(lines[i : i + k])
                claimed = _claimed(lines[i : i + k])
                for end in range(r + 1, m + 1):
                    wrong = MISCOUNTED if claimed and claimed != end - r else 0.0
                    step(i, r, k, end, inside + wrong + _off(lines[i : i + k], rows[r:end], centred))
    if cost[n][m] >= INF or not n:
        return [], INF
    starts, at = [], (n, m)
    while at != (0, 0):
        at = back[at]
        starts.append(at[1])
    return starts[::-1], cost[n][m]


def _claimed(label: Sequence[TextLine]) -> int:
    """How many rows a label says it has: 西北（6个）; 0 where it doesn't say."""
    m = COUNT.search(fold("".join(x.text for x in label)))
    return int(m[1]) if m else 0


def _many_lines(lines: Sequence[TextLine]) -> float:
    """What it costs to read lines as one label."""
    cost = 0.0
    for a, b in pairwise(lines):
        bracket = b.text[:1] in "（(" or a.full
        cost += (0.1 if bracket else 0.6) + (3.0 if b.top - a.bottom > 1.0 * a.size else 0.0)
    return cost


def _off(label: Sequence[TextLine], rows: Sequence[Extent], centred: bool) -> float:
    if centred:
        return abs((label[0].top + label[-1].bottom) / 2 - (rows[0][0] + rows[-1][1]) / 2) / label[0].size
    return abs(label[0].top - rows[0][0]) / label[0].size
