"""Gutters: blank strips that many rows of a page share, at which also the rows whose gap is small are cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.model import Char

__all__ = ["cut_at", "gutters_of"]

FEWEST = 5
"""Rows that must gape at one place."""
GAP = 0.8
"""Ems of blank that may be part of a gutter."""
NARROW = 0.6
"""Ems of blank at a gutter that cut a row."""
NARROWEST = 4.0
"""Points that the rows have blank in common, at least."""

Strip = tuple[float, float]


def gutters_of(rows: Iterable[Sequence[Char]]) -> list[Strip]:
    """The strips (x0, x1) that at least `FEWEST` rows leave blank between two of their characters."""
    gaps = [(a.x1, b.x0) for row in rows for a, b in pairwise(row) if b.x0 - a.x1 > GAP * max(a.size, b.size)]
    edges = sorted([(x0, 1) for x0, _ in gaps] + [(x1, -1) for _, x1 in gaps])
    found: list[Strip] = []
    depth = 0
    for (x, step), (after, turn) in pairwise(edges):
        depth += step
        # Where one more row starts to be blank and the next thing is that one ends, most rows are blank.
        if step > 0 > turn and depth >= FEWEST and after - x > NARROWEST:
            found.append((x, after))
    return found


def cut_at(part: Sequence[Char], gutters: Sequence[Strip]) -> Iterator[list[Char]]:
    """A part of a row, cut where it has a blank at a gutter."""
    inner = [g for g in gutters if part[0].x1 < g[1] and g[0] < part[-1].x0]
    start = 0
    for i in range(1, len(part)) if inner else ():
        a, b = part[i - 1], part[i]
        wide = b.x0 - a.x1 > NARROW * max(a.size, b.size)
        if wide and any(a.x1 - 1.2 * a.size < x0 and x1 < b.x0 + 1 for x0, x1 in inner):
            yield list(part[start:i])
            start = i
    yield list(part[start:])
