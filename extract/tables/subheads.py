"""Headers of two levels: 得分 over 2021 and 2022, beside 城市 that reaches over both levels.

Which columns an upper head stands over is told by where it stands: centred over them, or flush with the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.chains import chains
from extract.fold import fold
from extract.tables.header import NUMBER
from extract.tables.pieces import Piece, in_rows, split_at, split_wide

__all__ = ["Heads", "header_zone", "over", "rows_of_names", "two_levels", "walls"]

MOST = 5
"""Printed rows that a header may have."""
HEADLESS = 2.0
"""Ems: what it costs to leave a column without an upper head."""
LONGEST = 16
"""Characters of a name at most."""
MISSED = 1.5
"""Ems by which a head may at most miss the middle or the left end of its columns."""
INF = 1e9


@dataclass(slots=True)
class Heads:
    """A header cut at `y`: the columns that are cut, and the ranges of columns (start, end) under one upper head."""

    y: float
    cut: list[int]
    groups: list[tuple[int, int]]


def header_zone(pieces: Sequence[Piece], xs: Sequence[float]) -> float | None:
    """The y under a header of two levels that no rule closes; None where there is none such."""
    rows = in_rows(pieces)
    first = next((i for i, row in enumerate(rows[: MOST + 1]) if any(_is_value(w.text) for w in row)), None)
    if first is None or first < 2 or first >= len(rows):
        return None
    if two_levels([w for row in rows[:first] for w in row], xs) is None:
        return None
    return (max(w.box[3] for row in rows[:first] for w in row) + min(w.box[1] for w in rows[first])) / 2


def rows_of_names(rows: Sequence[Sequence[Piece]]) -> int:
    """How many printed rows stand over the first that holds a number: 1 where there is none near."""
    first = next((i for i, row in enumerate(rows[:MOST]) if any(_is_value(w.text) for w in row)), 1)
    return max(1, first)


def _is_value(text: str) -> bool:
    folded = fold(text).strip()
    year = len(folded) == 4 and folded.isdecimal()
    return bool(NUMBER.match(folded)) and not year


def two_levels(pieces: Sequence[Piece], xs: Sequence[float]) -> Heads | None:
    """How the text of a header stands on two levels; None where it stands on one, or is no header."""
    rows = in_rows(w for p in pieces for w in split_wide(p, 0.45))
    if any(_is_value(w.text) or len(w.text) > LONGEST or "《" in w.text for row in rows for w in row):
        return None
    for i, upper in enumerate(rows):
        for j in range(i + 1, len(rows)):
            top, bottom = max(w.box[3] for w in upper), min(w.box[1] for w in rows[j])
            y = (top + bottom) / 2
            between = [w for row in rows[i + 1 : j] for w in row]
            if top > bottom + 1 or not all(_straddles(w, y) for w in between):
                continue
            above = [w for row in rows[: i + 1] for w in row]
            below = [w for row in rows[j:] for w in row]
            found = over(above, below, xs)
            if found and (between or _alone(above, found, xs) or any(_reaches_over(w, xs) for w in above)):
                return Heads(y, sorted(c for a, b in found for c in range(a, b)), found)
    return None


def _alone(above: Sequence[Piece], groups: Sequence[tuple[int, int]], xs: Sequence[float]) -> bool:
    """Whether a name on the upper level stands over a column that has no name on the lower one."""
    under = [(xs[a], xs[b]) for a, b in groups]
    return any(not any(lo <= _middle(w) <= hi for lo, hi in under) for w in above)


def _reaches_over(word: Piece, xs: Sequence[float]) -> bool:
    return any(word.box[0] + 1 < x < word.box[2] - 1 for x in xs[1:-1])


def _straddles(word: Piece, y: float) -> bool:
    return word.box[1] < y < word.box[3]


def over(above: Sequence[Piece], below: Sequence[Piece], xs: Sequence[float]) -> list[tuple[int, int]]:
    """Ranges of columns under one upper head, where heads are fewer than the columns below them; else none."""
    subs = _by_column(below, xs)
    groups: list[tuple[int, int]] = []
    for run in chains(sorted(subs), lambda a, b: b == a + 1):
        heads = [w for w in above if xs[run[0]] <= _middle(w) <= xs[run[-1] + 1]]
        if 0 < len(heads) < len(run):
            groups += _assigned(sorted(heads, key=_middle), [(c, *subs[c]) for c in run])
    return groups if any(b - a > 1 for a, b in groups) else []


def _by_column(words: Sequence[Piece], xs: Sequence[float]) -> dict[int, tuple[float, float]]:
    """The extent of the text in each column."""
    found: dict[int, tuple[float, float]] = {}
    for word in words:
        for part in split_at(word, xs[1:-1]):
            c = sum(_middle(part) > x for x in xs[1:-1])
            lo, hi = found.get(c, (part.box[0], part.box[2]))
            found[c] = (min(lo, part.box[0]), max(hi, part.box[2]))
    return found


def _middle(word: Piece) -> float:
    return (word.box[0] + word.box[2]) / 2


Sub = tuple[int, float, float]
"""A column and the extent of its lower name."""


def _assigned(heads: Sequence[Piece], subs: Sequence[Sub]) -> list[tuple[int, int]]:
    """The columns under each head: consecutive, some perhaps under none; the cheaper of centred and flush left."""
    centred, flush = _shared(heads, subs, "centre"), _shared(heads, subs, "left")
    cost, groups = min(centred, flush, key=lambda found: found[0])
    return groups if cost < MISSED * heads[0].size * len(heads) else []


def _shared(
    heads: Sequence[Piece], subs: Sequence[Sub], mode: Literal["centre", "left"]
) -> tuple[float, list[tuple[int, int]]]:
    @cache
    def best(h: int, s: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if h == len(heads):
            return HEADLESS * heads[0].size * (len(subs) - s), ()
        if s == len(subs):
            return INF, ()
        skip, rest = best(h, s + 1)
        found = (skip + HEADLESS * heads[0].size, rest)
        for end in range(s + 1, len(subs) + 1):
            cost, others = best(h + 1, end)
            cost += _off(heads[h], subs[s:end], mode)
            if cost < found[0] - 1e-9:
                found = (cost, ((subs[s][0], subs[end - 1][0] + 1), *others))
        return found

    cost, groups = best(0, 0)
    return cost, list(groups)


def _off(head: Piece, subs: Sequence[Sub], mode: Literal["centre", "left"]) -> float:
    if mode == "left":
        return abs(head.box[0] - subs[0][1])
    first, last = (subs[0][1] + subs[0][2]) / 2, (subs[-1][1] + subs[-1][2]) / 2
    return abs(_middle(head) - (first + last) / 2)


def walls(groups: Sequence[tuple[int, int]], columns: int) -> dict[int, bool]:
    """For each boundary between columns that a group touches, whether a wall stands there on the upper level."""
    found: dict[int, bool] = {}
    for start, end in groups:
        found |= dict.fromkeys(range(start + 1, end), False)
    for start, end in groups:
        found |= {i: True for i in (start, end) if 0 < i < columns}
    return found
