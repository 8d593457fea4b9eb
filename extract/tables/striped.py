"""Stripes that merged cells break: the filled pieces of one table without rules taken together.

A cell that reaches over several rows is filled, or left white, as its first row is, so that the stripes beside it stand by
themselves, or only touch it. Rows of one height tell stripes from the bars and boxes of charts.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.model import Line, Shape
from extract.tables.captions import read_caption
from extract.tables.regions import EXTENT, Region, stands_in

__all__ = ["stripes_joined"]

FEWEST = 4
"""Rows of a striped table at least."""
LINES = 3
"""Drawn rules that a striped table may have besides."""
OFF = 1.5
"""Points by which a rule may miss the edge of a fill."""
NEAR = 1.3
"""Times the height of a row between two pieces at most: one row that is not filled."""
NARROW = 18.0
"""Points: what is narrower is a mark beside a heading."""
EVEN, SHARE = 0.2, 0.7
"""By how much of their height rows may differ, and the share of them that do not differ by more."""


def stripes_joined(regions: Sequence[Region], fills: Sequence[Shape], lines: Sequence[Line]) -> list[Region]:
    """The regions, those that are the stripes of one table joined."""
    edges, sides = {y for s in fills for y in (s.top, s.bottom)}, {x for s in fills for x in (s.x0, s.x1)}
    filled = [r for r in regions if _is_of_fills(r, edges, sides)]
    if not filled:
        return list(regions)
    near = NEAR * median(s.bottom - s.top for s in fills)
    groups = [[r] for r in sorted(filled, key=lambda r: (r.box[1], r.box[0]))]
    count = 0
    while len(groups) != count:
        count = len(groups)
        groups = _joined_once(groups, near, lines)
    found = [r for r in regions if r not in filled]
    for group in groups:
        whole = _one(group)
        if _is_even(whole):
            whole.striped = True
            found.append(whole)
        else:
            found += group
    return sorted(found, key=lambda r: (r.box[1], r.box[0]))


def _is_of_fills(region: Region, edges: set[float], sides: set[float]) -> bool:
    """Whether its rules are but the edges of fills, perhaps with lines over and under the header and at the end."""
    heights = {r.at for r in region.h}
    drawn = _not_among(heights, edges)
    return len(heights) - drawn > 1 and drawn <= LINES and not _not_among({r.at for r in region.v}, sides)


def _not_among(places: set[float], known: set[float]) -> int:
    return sum(all(abs(k - p) >= OFF for k in known) for p in places)


def _joined_once(groups: Sequence[list[Region]], near: float, lines: Sequence[Line]) -> list[list[Region]]:
    joined: list[tuple[Region, list[Region]]] = []
    for group in groups:
        region = _one(group)
        at = next((i for i, (host, _) in enumerate(joined) if _belongs(region, host, near, lines)), None)
        if at is None:
            joined.append((region, group))
        else:
            both = [*joined[at][1], *group]
            joined[at] = (_one(both), both)
    return [group for _, group in joined]


def _one(group: Sequence[Region]) -> Region:
    return Region([h for r in group for h in r.h], [v for r in group for v in r.v])


def _belongs(region: Region, host: Region, near: float, lines: Sequence[Line]) -> bool:
    """Whether stripes lie inside those of a table, or right under them with one side in common.

    Those with both in common were held apart for another reason: one may be the bar of a heading. So may what is lower
    than a row, or narrow.
    """
    x0, top, x1, bottom = region.box
    left, start, right, end = host.box
    inside = x0 >= left - EXTENT and x1 <= right + EXTENT
    around = x0 <= left + EXTENT and x1 >= right - EXTENT
    sides = (abs(x0 - left) <= EXTENT) + (abs(x1 - right) <= EXTENT)
    small = min(bottom - top, end - start) < 0.5 * near or min(x1 - x0, right - left) < NARROW
    if not (inside or around) or not start <= top <= end + near or (top >= end and (sides != 1 or small)):
        return False
    between = (min(x0, left), end - 1, max(x1, right), top + 1)
    return not any(read_caption(x) and stands_in(x.box, between) for x in lines)


def _is_even(region: Region) -> bool:
    """Whether its edges make rows of one height."""
    ys = sorted({r.at for r in region.h})
    rows = [b - a for a, b in pairwise(ys)]
    usual = median(rows)
    return len(rows) >= FEWEST and sum(abs(r - usual) <= EVEN * usual for r in rows) >= SHARE * len(rows)
