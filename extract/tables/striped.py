"""Stripes that merged cells break: the filled pieces of one table without rules taken together.

A cell that reaches over several rows is filled, or left white, as its first row is, so that the stripes beside it stand by
themselves, or only touch it.
"""

from collections.abc import Sequence
from statistics import median

from extract.model import Line, Shape, union
from extract.tables.captions import read_caption
from extract.tables.regions import EXTENT, Region, stands_in

__all__ = ["stripes_joined"]

FEWEST = 2
"""Edges of fills that one piece has at least."""
LINES = 3
"""Drawn rules that a striped table may have besides."""
OFF = 1.5
"""Points by which a rule may miss the edge of a fill."""
NEAR = 1.6
"""Times the height of a stripe between two pieces at most: one row that is not filled."""


def stripes_joined(regions: Sequence[Region], fills: Sequence[Shape], lines: Sequence[Line]) -> list[Region]:
    """The regions, those that are the stripes of one table joined."""
    edges, sides = {y for s in fills for y in (s.top, s.bottom)}, {x for s in fills for x in (s.x0, s.x1)}
    if len(fills) < FEWEST:
        return list(regions)
    pitch = median(s.bottom - s.top for s in fills)
    striped = [r for r in regions if _is_striped(r, edges, sides)]
    for region in striped:
        region.striped = True
    others = [r for r in regions if r not in striped]
    joined = sorted(striped, key=lambda r: (r.box[1], r.box[0]))
    while pair := next(
        ((o, r) for o in joined for r in joined if r is not o and _belongs(r, o, NEAR * pitch, lines)), None
    ):
        host, region = pair
        _add(host, region)
        joined.remove(region)
    return [*others, *joined]


def _is_striped(region: Region, edges: set[float], sides: set[float]) -> bool:
    """Whether its rules are but the edges of fills, perhaps with lines over and under the header and at the end."""
    heights = {r.at for r in region.h}
    drawn = _not_among(heights, edges)
    return len(heights) - drawn >= FEWEST and drawn <= LINES and not _not_among({r.at for r in region.v}, sides)


def _not_among(places: set[float], known: set[float]) -> int:
    return sum(all(abs(k - p) >= OFF for k in known) for p in places)


def _belongs(region: Region, host: Region, near: float, lines: Sequence[Line]) -> bool:
    """Whether stripes lie inside those of a table, or right under them with one side in common.

    Those with both in common were held apart for another reason: one may be the bar of a heading.
    """
    x0, top, x1, _ = region.box
    left, start, right, end = host.box
    inside = x0 >= left - EXTENT and x1 <= right + EXTENT
    around = x0 <= left + EXTENT and x1 >= right - EXTENT
    sides = (abs(x0 - left) <= EXTENT) + (abs(x1 - right) <= EXTENT)
    if not (inside or around) or not start <= top <= end + near or not (sides == 1 or top < end):
        return False
    between = (min(x0, left), end - 1, max(x1, right), top + 1)
    return not any(read_caption(x) and stands_in(x.box, between) for x in lines)


def _add(host: Region, region: Region) -> None:
    host.h += region.h
    host.v += region.v
    host.box = union([host.box, region.box])
