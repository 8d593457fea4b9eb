"""Columns of a table without vertical rules: white space that runs down through all its rows."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from extract.fold import fold
from extract.tables.pieces import Piece, split_wide
from extract.words import pattern

__all__ = ["TIGHT", "WORD", "beside_edges", "between_words", "crossing", "lanes", "separators", "without_markers"]

WORD = 0.45
"""Ems: a narrower gap is one between words or between Han and Latin."""
TIGHT = 0.2
"""Ems: what parts the names of columns in a crowded header."""
LEAST = ((2, 1.5), (3, 1.2), (4, 1.0), (6, 0.8), (9, 0.65))
"""How many ems wide a column gap must at least be where up to so many rows show it."""
NARROW = 0.5
WIDE = 0.6
"""A word wider than this share of the table may stand over several columns."""

Rows = Sequence[Sequence[Piece]]


def separators(rows: Rows, header: int = 0) -> list[float]:
    """The x of the gaps between columns, from left to right.

    `header` is how many of the rows are known to be header: their cells may reach over columns, so they only vote
    where a gap is in doubt.
    """
    body = rows[header:] if len(rows) - header >= 2 else rows
    words = [_words(r) for r in body]
    size = median([p.size for row in body for p in row] or [0.0])
    voting, others = _voting(words, size)
    if not voting:
        return []
    gaps = [_narrowed(gap, others, 0.35 * size) for gap in _gaps(voting, _least(len(voting)) * size)]
    return _kept(gaps, words, [_words(r, TIGHT) for r in rows[:header]], size)


class Span(NamedTuple):
    """An inked stretch of a row; `sign` where it is one ideograph."""

    lo: float
    hi: float
    sign: bool = False


def _words(row: Iterable[Piece], ems: float = WORD) -> list[Span]:
    """The inked stretches of a row, those that touch taken as one."""
    merged: list[Span] = []
    for w in sorted((w for p in row for w in split_wide(p, ems)), key=lambda w: w.box[0]):
        lo, hi = w.box[0], w.box[2]
        if merged and lo <= merged[-1].hi:
            merged[-1] = Span(merged[-1].lo, max(hi, merged[-1].hi))
        else:
            merged.append(Span(lo, hi, len(w.text) == 1 and "\u3400" <= w.text <= "\u9fff"))
    return merged


def _voting(rows: Sequence[Sequence[Span]], size: float) -> tuple[list[Sequence[Span]], list[Sequence[Span]]]:
    """Rows that say where columns part, and rows of one word that reach over several columns."""
    several = [r for r in rows if len(r) > 1]
    if len(several) > 2:
        gaps = _gaps(several, _least(len(several)) * size)
        middle = (min(r[0].lo for r in several) + max(r[-1].hi for r in several)) / 2
        over = [r for r in rows if len(r) == 1 and any(_reaches(r[0], gap, size, middle) for gap in gaps)]
        if len(over) <= 0.5 * len(several):
            return [r for r in rows if r and r not in over], over
    lo = min((r[0].lo for r in rows if r), default=0.0)
    hi = max((r[-1].hi for r in rows if r), default=0.0)
    short = [r for r in rows if r and (len(r) > 1 or r[0].hi - r[0].lo < WIDE * (hi - lo))]
    if len(short) < 0.5 * len(rows):
        return list(rows), []
    return short, [r for r in rows if r not in short]


def _reaches(word: Span, gap: Span, size: float, middle: float) -> bool:
    """Whether a word reaches well beyond a gap on both sides.

    One in the middle of the table, as names of groups of rows are, may reach into it from one side.
    """
    beyond = (word.lo < gap.lo - 0.3 * size) + (word.hi > gap.hi + 0.3 * size)
    into = min(word.hi, gap.hi) - max(word.lo, gap.lo) > 0.3 * size
    return beyond == 2 or (beyond == 1 and into and abs((word.lo + word.hi) / 2 - middle) < 0.5 * size)


def _least(count: int) -> float:
    return next((ems for most, ems in LEAST if count <= most), NARROW)


def _gaps(rows: Sequence[Sequence[Span]], least: float) -> list[Span]:
    """Stretches of x, between others, that hardly any row has ink in."""
    allowed = len(rows) // 25
    events = sorted((x, way) for row in rows for w in row for x, way in ((w.lo, 1), (w.hi, -1)))
    gaps: list[Span] = []
    depth, start, inked = 0, 0.0, False
    for x, way in events:
        before, depth = depth, depth + way
        if before > allowed >= depth:
            start, inked = x, True
        elif before <= allowed < depth and inked and x - start >= least:
            gaps.append(Span(start, x))
    return gaps


def _kept(
    gaps: list[Span], body: Sequence[Sequence[Span]], header: Sequence[Sequence[Span]], size: float
) -> list[float]:
    """The middle of each gap that parts columns, not words within one."""
    found = []
    edges = [-1e9, *(g for gap in gaps for g in gap[:2]), 1e9]
    for i, gap in enumerate(gaps):
        left, right = Span(edges[2 * i], gap.lo), Span(gap.hi, edges[2 * i + 3])
        wide = (gap.hi - gap.lo) / size
        if (wide < 0.8 and _spanned(header, gap)) or (wide < 2 and _one_sign(body, left, right)):
            continue
        middle = _narrowed(gap, header, 0.18 * size)
        found.append((middle.lo + middle.hi) / 2)
    return found


def _narrowed(gap: Span, rows: Sequence[Sequence[Span]], least: float) -> Span:
    """What the rows, the last first, leave free of a gap; a row that leaves less than `least` does not count."""
    lo, hi = gap.lo, gap.hi
    for row in rows[::-1]:
        edges = [lo, *(min(max(x, lo), hi) for word in row for x in (word.lo, word.hi)), hi]
        a, b = max(zip(edges[::2], edges[1::2], strict=True), key=lambda free: free[1] - free[0])
        if b - a > least:
            lo, hi = a, b
    return Span(lo, hi)


def _spanned(header: Sequence[Sequence[Span]], gap: Span) -> bool:
    """Whether a header cell reaches over the gap and none below it stands on both sides."""
    over = any(w.lo < gap.lo and w.hi > gap.hi for row in header for w in row)
    apart = any(any(w.hi <= gap.lo + 1 for w in row) and any(w.lo >= gap.hi - 1 for w in row) for row in header[-1:])
    return over and not apart


def _one_sign(rows: Sequence[Sequence[Span]], left: Span, right: Span) -> bool:
    """Whether one ideograph stands on each side in every row: words of two, spread out."""

    def single(side: Span) -> bool:
        inside = [w.sign for row in rows for w in row if side.lo - 1 <= w.lo and w.hi <= side.hi + 1]
        return bool(inside) and all(inside)

    return single(left) and single(right)


def without_markers(xs: Sequence[float], rows: Rows) -> list[float]:
    """The separators but for those between the marks of a list (1. 2. ●) and its items: both are in one cell."""
    kept = list(xs)
    for i in range(len(xs) - 1, -1, -1):
        lo = kept[i - 1] if i else float("-inf")
        inside = [w.text for row in rows for p in row for w in split_wide(p, WORD) if lo < _middle(w) < kept[i]]
        if inside and all(pattern("tables", "list_mark").match(fold(text)) for text in inside):
            del kept[i]
    return kept


def between_words(edges: Iterable[float], pieces: Iterable[Piece]) -> list[float]:
    """One edge between two words, in the middle of all that stand there: panels have a gap between them."""
    middles = sorted(_middle(w) for p in pieces for w in split_wide(p, WORD))
    places: dict[int, list[float]] = {}
    for x in sorted(edges):
        places.setdefault(bisect(middles, x), []).append(x)
    return [(xs[0] + xs[-1]) / 2 for at, xs in places.items() if 0 < at < len(middles)]


def beside_edges(xs: Sequence[float], edges: Sequence[float], pieces: Iterable[Piece]) -> list[float]:
    """Edges that part columns, and those of the separators `xs` that text parts from all of them."""
    middles = sorted(_middle(w) for p in pieces for w in split_wide(p, WORD))
    kept = [x for x in xs if not any(bisect(middles, x) == bisect(middles, e) for e in edges)]
    return sorted([*edges, *kept])


def _middle(word: Piece) -> float:
    return (word.box[0] + word.box[2]) / 2


def crossing(piece: Piece, xs: Sequence[float], ems: float = WORD) -> bool:
    """Whether one unbroken stretch of a piece lies over a separator."""
    return any(bisect(xs, w.box[0] + 0.5) != bisect(xs, w.box[2] - 0.5) for w in split_wide(piece, ems))


def lanes(words: Iterable[Piece]) -> list[tuple[float, float]]:
    """Stretches of x with ink, parted by gaps that run through all the words."""
    found: list[tuple[float, float]] = []
    for lo, hi in sorted((w.box[0], w.box[2]) for w in words):
        if found and lo <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], hi))
        else:
            found.append((lo, hi))
    return found
