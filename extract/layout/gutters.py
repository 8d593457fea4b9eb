"""Gutters: blank strips that many rows of a page share, at which also the rows whose gap is small are cut."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.layout.glyphs import HALF_CLOSERS, HALF_OPENERS
from extract.model import Char

__all__ = ["Strip", "cut_at", "gutters_of"]

FEWEST = 5
"""Rows that must gape at one place."""
GAP = 0.8
"""Ems of blank that may be part of a gutter."""
NARROW = 0.6
"""Ems of blank at a gutter that cut a row."""
NARROWEST = 4.0
"""Points that the rows have blank in common, at least."""
SLIT = 0.45
"""Ems of blank at a gutter between columns of text that stand closer: each of its rows starts at one x."""
COMMA = 0.8
"""The same after a comma or stop, half of whose width is blank."""
LONG = 6.0
"""Ems of text that stand on both sides of such a gutter."""
MARK = 3
"""Characters of the mark of an item."""
NEAR = 1.5
"""Points by which the starts of a column's lines may differ where few rows tell of it."""
LEVEL = 0.8
"""Points by which the starts of a column's lines may differ."""

Row = Sequence[Char]


@dataclass(slots=True, frozen=True)
class Strip:
    """A gutter from `x0` to `x1`, over the rows whose baselines are from `top` to `bottom`; `least` ems cut a row."""

    x0: float
    x1: float
    least: float = NARROW
    top: float = float("-inf")
    bottom: float = float("inf")


def gutters_of(rows: Iterable[Row]) -> list[Strip]:
    """The strips that at least `FEWEST` rows leave blank between two of their characters."""
    kept = [row for row in rows if row]
    gaps = [(a.x1, b.x0) for row in kept for a, b in pairwise(row) if b.x0 - a.x1 > GAP * max(a.size, b.size)]
    edges = sorted([(x0, 1) for x0, _ in gaps] + [(x1, -1) for _, x1 in gaps])
    found: list[Strip] = []
    depth = 0
    for (x, step), (after, turn) in pairwise(edges):
        depth += step
        # Where one more row starts to be blank and the next thing is that one ends, most rows are blank.
        if step > 0 > turn and depth >= FEWEST and after - x > NARROWEST:
            found.append(Strip(x, after))
    return found + list(_slits(kept)) + list(_steps(kept))


def _slits(rows: Sequence[Row]) -> Iterator[Strip]:
    """Gutters narrower than others, between columns of text: lines of the right one start at one x, none crosses it."""
    ordered = sorted(rows, key=lambda row: row[0].baseline)
    cuts = [_cuts(row) for row in ordered]
    done: list[float] = []
    for x in sorted(x for starts in cuts for x, closes in starts.items() if closes):
        if done and x - done[-1] < LEVEL:
            continue
        done.append(x)
        for run in _uncrossed(ordered, x):
            yield from _slit([ordered[i] for i in run], [cuts[i] for i in run], x)


def _steps(rows: Sequence[Row]) -> Iterator[Strip]:
    """Gutters of few rows: two or more parts start at one x, and the parts before them at one x, none crosses it."""
    ordered = sorted(rows, key=lambda row: row[0].baseline)
    parts = [_wide_parts(row) for row in ordered]
    known = {
        round(_begin(b[0])): _begin(b[0]) for row in parts for a, b in pairwise(row) if _is_long(a) and _is_long(b)
    }
    for x in known.values():
        for run in _uncrossed(ordered, x):
            pairs = [(a, b) for i in run for a, b in pairwise(parts[i]) if abs(_begin(b[0]) - x) < NEAR]
            pairs = [p for p in pairs if any(q is not p and _is_level(p[0], q[0]) for q in pairs)]
            heights = [b[0].baseline for _, b in pairs]
            if len(pairs) > 1 and any(_is_long(a) and _is_long(b) for a, b in pairs):
                # An opening sign stands half an em before the ink that starts a line.
                em = pairs[0][1][0].size
                yield Strip(x - em, x - 0.6 * em, GAP, min(heights), max(heights))


def _is_level(a: Row, b: Row) -> bool:
    return abs(_begin(a[0]) - _begin(b[0])) < NEAR


def _wide_parts(row: Row) -> list[Row]:
    """A row cut at all its wider blanks."""
    starts = [0, *(i for i in range(1, len(row)) if _begin(row[i]) - row[i - 1].x1 > GAP * row[i].size)]
    return [row[a:b] for a, b in pairwise([*starts, len(row)])]


def _cuts(row: Row) -> dict[float, bool]:
    """The x at which a stretch of a row starts, and whether it is parted from a long one before it, and long itself."""
    starts = [0, *(i for i in range(1, len(row)) if _blank(row[i - 1], row[i]) > SLIT)]
    parts = [row[a:b] for a, b in pairwise([*starts, len(row)])]
    found = {parts[0][0].x0: False}
    for a, b in pairwise(parts):
        # The blank half of a comma is no proof of a gutter.
        found[b[0].x0] = _is_long(a) and _is_long(b) and _blank(a[-1], b[0]) > (COMMA if _is_half(a[-1]) else SLIT)
    return found


def _blank(a: Char, b: Char) -> float:
    """Ems from the ink of a character to the next one."""
    return (b.x0 - _end(a)) / max(a.size, b.size)


def _end(c: Char) -> float:
    """Where the ink of a character ends: of a comma or stop of full width, which may hang out, in its middle."""
    return (c.x0 + c.x1) / 2 if _is_half(c) else c.x1


def _begin(c: Char) -> float:
    """Where the ink of a character starts: of an opening sign of full width in its middle."""
    return (c.x0 + c.x1) / 2 if c.text in HALF_OPENERS and c.x1 - c.x0 > 0.8 * c.size else c.x0


def _is_half(c: Char) -> bool:
    return c.text in HALF_CLOSERS and c.x1 - c.x0 > 0.8 * c.size


def _is_long(part: Row) -> bool:
    return part[-1].x1 - part[0].x0 > LONG * part[0].size


def _uncrossed(rows: Sequence[Row], x: float) -> Iterator[list[int]]:
    """Runs of rows, by their places, that have no ink right before `x`."""
    run: list[int] = []
    for i, row in enumerate(rows):
        if any(_begin(c) < x - LEVEL and _end(c) > x - SLIT * c.size + LEVEL / 2 for c in row):
            yield run
            run = []
        else:
            run.append(i)
    yield run


def _slit(rows: Sequence[Row], cuts: Sequence[dict[float, bool]], x: float) -> Iterator[Strip]:
    """The gutter before `x`, where enough rows start there and end before it, some of them side by side."""
    here = [[closes for at, closes in starts.items() if abs(at - x) < LEVEL] for starts in cuts]
    left = [max((_end(c) for c in row if _end(c) < x), default=0.0) for row in rows]
    beside = sum(any(closes) for closes in here)
    if beside and sum(map(bool, here)) >= FEWEST and sum(map(bool, left)) >= FEWEST:
        sizes = median(row[0].size for row in rows)
        yield Strip(max(max(left), x - 2 * sizes), x, SLIT, rows[0][0].baseline, rows[-1][0].baseline)


def cut_at(part: Row, gutters: Sequence[Strip]) -> Iterator[list[Char]]:
    """A part of a row, cut where it has a blank at a gutter."""
    y = part[0].baseline
    inner = [g for g in gutters if part[0].x1 < g.x1 and g.x0 < part[-1].x0 and g.top <= y <= g.bottom]
    start = 0
    for i in range(1, len(part)) if inner else ():
        a, b = part[i - 1], part[i]
        # What is short before a slit is the mark of an item.
        if any(_parts(a, b, g) and (i - start > MARK or g.least != SLIT) for g in inner):
            yield list(part[start:i])
            start = i
    yield list(part[start:])


def _parts(a: Char, b: Char, gutter: Strip) -> bool:
    """Whether two neighbours stand on either side of a gutter."""
    begin = _begin(b) if gutter.least == GAP else b.x0
    gap = _blank(a, b) if gutter.least == SLIT else (begin - a.x1) / max(a.size, b.size)
    return gap > gutter.least and a.x1 - 1.2 * a.size < gutter.x0 and gutter.x1 < b.x0 + 1
