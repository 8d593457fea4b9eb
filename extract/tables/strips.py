"""Rows and columns that no rule draws: strips between rules cut into the rows their text makes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.fold import fold
from extract.tables.columns import TIGHT, WORD, crossing
from extract.tables.header import are_names
from extract.tables.labels import reach
from extract.tables.matrix import Cut, Matrix
from extract.tables.pieces import Piece, split_at, split_wide
from extract.tables.rows import Strip, TextLine, counts, cut_rows, line_cuts, one_row
from extract.tables.rules import Rule
from extract.tables.subheads import Heads, header_zone, over, two_levels, walls
from extract.words import pattern

__all__ = ["with_text_rows"]

SURE = 0.5
"""By how much several rows must be cheaper than one."""
CERTAIN = -1e9
"""What a cut costs that numbers tell."""
LABELS = 0.5
"""What it costs to read a column as labels that stand for several rows."""


def with_text_rows(
    m: Matrix, v: Sequence[Rule], pieces: Sequence[Piece], open_ends: Sequence[float], open_columns: bool
) -> Matrix:
    """The matrix with each strip that holds several rows of text cut into them.

    `v` are the vertical rules; `open_columns` says that white space made them, `open_ends` where no rule ends the table.
    """
    if m.rows == 1 or m.ys[0] in open_ends:
        y = header_zone([p for p in pieces if p.middle < m.ys[1]], m.xs)
        m = m.cut(0, [(y, [True] * m.columns)], v) if y else m
    heads, few = None, m.rows == 2
    for r in range(m.rows - 1, -1, -1):
        here = [p for p in pieces if m.ys[r] < p.middle < m.ys[r + 1]]
        if not here:
            continue
        free = few or m.rows == 1 or m.ys[r] in open_ends or m.ys[r + 1] in open_ends
        if r == 0 and m.rows > 1 and (open_columns or few):
            heads = two_levels(here, m.xs)
        if r == 0 and heads:
            cuts = [(heads.y, [c in heads.cut for c in range(m.columns)])]
        elif r == 0 and m.rows > 1 and not free:
            cuts = []
        else:
            cuts = _cuts(m, r, here, free or (open_columns and m.rows <= 3))
        m = m.cut(r, cuts, v)
    if open_columns:
        _take_down(m, pieces, heads)
    return m


def _take_down(m: Matrix, pieces: Sequence[Piece], heads: Heads | None) -> None:
    """Take down the walls, made from white space, that a row's text runs across, and those under one upper head."""
    for r in range(m.rows):
        here = [p for p in pieces if m.ys[r] <= p.middle <= m.ys[r + 1]]
        for i in range(1, m.columns):
            if (
                _is_section(here, m)
                or (r == 0 and _is_title(m, pieces))
                or any(crossing(p, [m.xs[i]], WORD if r else TIGHT) for p in here)
            ):
                m.right[r][i] = False
    groups = heads.groups if heads else _ruled_heads(m, pieces)
    for i, stands in walls(groups, m.columns).items():
        m.right[0][i] = stands


def _is_section(pieces: Sequence[Piece], m: Matrix) -> bool:
    """Whether all that a row holds is the name of the group of rows below it."""
    return len(pieces) == 1 and m.columns > 2 and bool(pattern("tables", "section_row").match(fold(pieces[0].text)))


def _is_title(m: Matrix, pieces: Sequence[Piece]) -> bool:
    """Whether the first row is but a title over the names of the columns in the second."""
    if m.rows < 3:
        return False
    first, second = ([p for p in pieces if m.ys[r] <= p.middle <= m.ys[r + 1]] for r in (0, 1))
    words = [w for p in second for w in split_wide(p, WORD)]
    return len(first) == 1 and len(words) > 1 and are_names([w.text for w in words])


def _ruled_heads(m: Matrix, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Columns under one upper head where rules part the two levels, and some columns reach over both."""
    if m.rows < 3 or all(m.below[1]):
        return []
    upper, lower = (
        [w for p in pieces if m.ys[r] < p.middle < m.ys[r + 1] for w in split_wide(p, WORD) if _is_cut(m, w)]
        for r in (0, 1)
    )
    return over(upper, lower, m.xs)


def _is_cut(m: Matrix, word: Piece) -> bool:
    """Whether a rule parts the two levels in the column of a word."""
    return m.below[1][sum((word.box[0] + word.box[2]) / 2 > x for x in m.xs[1:-1])]


def _cuts(m: Matrix, r: int, pieces: Sequence[Piece], free: bool) -> list[Cut]:
    columns = _columns(m, r, pieces)
    own = [c for c in range(m.columns) if m.below[r][c] and m.below[r + 1][c]]
    if len(own) < 2:
        return []
    cuts = _text_rows([columns[c] for c in own], free)
    if cuts is None or not _worth(cuts, free):
        return []
    found = []
    for y, inner in zip(cuts.ys, cuts.walls, strict=True):
        row = [False] * m.columns
        for c, wall in zip(own, inner, strict=True):
            row[c] = wall
        found.append((y, row))
    return found


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


def _text_rows(columns: Sequence[Sequence[Piece]], free: bool) -> _Cuts | None:
    """The cheapest reading of a strip: with no, one or two leading columns of labels for several rows."""
    whole = Strip(columns)
    if free and whole.complete:
        ys = line_cuts(whole)
        return _Cuts(ys, [[True] * len(columns) for _ in ys], 0.0, one_row(whole), whole, 0)
    best: _Cuts | None = None
    for grouped in range(min(3, len(columns))):
        found = _grouped(columns, grouped)
        if found is None:
            break
        if best is None or found.cost < best.cost:
            best = found
    return best


def _grouped(columns: Sequence[Sequence[Piece]], grouped: int) -> _Cuts | None:
    labels = Strip(columns[:grouped]).columns if grouped else []
    strip = Strip(columns[grouped:])
    if len(strip.levels) < 2 or not all(labels):
        return None
    if grouped == 1 and (tied := _tied(labels[0], strip)):
        ys = line_cuts(strip)
        return _Cuts(
            ys, [[k + 1 in tied] + [True] * (len(columns) - 1) for k in range(len(ys))], CERTAIN, 0.0, strip, 1
        )
    if any(counts([line.text for line in x]) for x in labels):
        return None
    ys, cost = cut_rows(strip)
    extents = _extents(strip, ys)
    walls = [[True] * len(columns) for _ in ys]
    for c, lines in enumerate(labels):
        if len(lines) >= len(extents):
            return None
        starts, off = reach(lines, extents)
        if not starts:
            return None
        cost += LABELS + off
        for k in range(len(ys)):
            walls[k][c] = k + 1 in starts
    return _Cuts(ys, walls, cost, one_row(Strip(columns)), strip, grouped)


def _tied(ranks: Sequence[TextLine], strip: Strip) -> set[int]:
    """The rows at which ranks begin that are printed once for all rows of a tie: 3 over two rows, then 5. None otherwise.

    `strip` holds the other columns; each has a line in each row.
    """
    numbers = [int(t) for x in ranks if (t := fold(x.text).strip()).isdecimal()]
    full = len(strip.columns) > 1 and all(len(x) == len(strip.levels) for x in strip.columns)
    names = len(ranks) - len(numbers)
    if not full or len(numbers) < 3 or names > 1 or not len(ranks) < len(strip.levels):
        return set()
    starts = [names + n - numbers[0] for n in numbers]
    ends = [*starts[1:], len(strip.levels)]
    if not all(a < b for a, b in zip(starts, ends, strict=True)):
        return set()
    covered = [(strip.levels[a][0].top, strip.levels[b - 1][0].bottom) for a, b in zip(starts, ends, strict=True)]
    stand = all(top < x.middle < bottom for x, (top, bottom) in zip(ranks[names:], covered, strict=True))
    return set(starts) if stand else set()


def _extents(strip: Strip, ys: Sequence[float]) -> list[tuple[float, float]]:
    lines = [x for column in strip.columns for x in column]
    edges = [float("-inf"), *ys, float("inf")]
    rows = [[x for x in lines if lo < x.middle <= hi] for lo, hi in pairwise(edges)]
    return [(min(x.top for x in row), max(x.bottom for x in row)) for row in rows if row]


def _worth(cuts: _Cuts, free: bool) -> bool:
    """Whether the strip is several rows. Where rules part the other rows, only counted or plainly aligned rows are."""
    rows = len(cuts.ys) + 1
    if rows < 2:
        return False
    if any(s and len(x) == rows for s, x in zip(cuts.strip.sequences, cuts.strip.columns, strict=True)) and rows > 2:
        return True
    if free or cuts.strip.named:
        return cuts.cost < cuts.uncut - SURE
    filled = sum(len(x) for x in cuts.strip.columns) / (rows * len(cuts.strip.columns))
    single = len(cuts.strip.levels) == rows
    return rows > 2 and single and 0.75 <= filled <= 1.0 and cuts.cost < cuts.uncut - SURE
