"""Places counted in several columns of bare lines: 1 北京 11 长沙 21 福州 over 2 上海 12 西安 22 昆明, or 1 2 3 over 4 5 6."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.fold import fold
from extract.places import gazetteer
from extract.tables.follow import APART, Row
from extract.tables.pieces import split_wide

__all__ = ["are_counted", "parts_alike"]

ENTRY = re.compile(
    r"^(?:第|No\.?\s?|TOP\s?)?(?P<rank>\d{1,3})(?:名|位)?\s*[.、．:：)）]?\s*(?P<name>\D{0,12}?)(?:市)?(?:[\s（(].*|\d[\d.,]*分?)?$",
    re.I,
)
SCORE = re.compile(r"^\d+(?:\.\d+分?|分)$")
FEWEST = 2
"""Numbers in a row, at least."""
ALONE = 3
"""Words of a row with one number: a place and its score."""


def are_counted(rows: Sequence[Row]) -> bool:
    """Whether the first three rows go on counting, down each column or from row to row, with a place behind each number.

    One number in a row is enough from 1 on, where more than the place stands behind it.
    """
    if [_ranks(row, several=True) for row in rows[:3]] == [[1], [2], [3]]:
        return all(len(row) >= ALONE for row in rows[:3])
    ranks = [_ranks(row) for row in rows[:3]]
    if len(ranks) < 3 or not all(len(r) >= FEWEST for r in ranks[:2]) or not ranks[2]:
        return False
    down = all(
        len(b) <= len(a) and all(y == x + 1 for x, y in zip(a, b, strict=False)) for a, b in pairwise(ranks)
    ) and all(b - a > 2 for a, b in pairwise(ranks[0]))
    across = [n for r in ranks for n in r]
    return down or (len(ranks[0]) > FEWEST and all(b == a + 1 for a, b in pairwise(across)))


def parts_alike(xs: Sequence[float], rows: Sequence[Row]) -> list[float]:
    """The separators of counted places; only those before the numbers where the columns have not all the same others.

    Numbers and places set one after the other line up in some of the columns, by chance.
    """
    words = [[w for p in row for w in split_wide(p, APART)] for row in rows]
    if not are_counted(words):
        return list(xs)
    before = [x for x in xs if _stands_before_numbers(x, words)]
    edges = [float("-inf"), *before, float("inf")]
    inside = {sum(a < x < b for x in xs) for a, b in pairwise(edges)}
    return list(xs) if len(inside) == 1 else before


def _stands_before_numbers(x: float, rows: Sequence[Row]) -> bool:
    """Whether what follows right of x is a number that counts, in nearly all rows."""
    right = [next((w for w in row if w.box[0] >= x), None) for row in rows]
    texts = [fold(w.text).strip() for w in right if w]
    return sum(bool(ENTRY.match(t)) and not SCORE.match(t) for t in texts) > 0.8 * len(texts) > 0


def _ranks(row: Row, *, several: bool = False) -> list[int]:
    """The numbers of a row, where each stands before a place, or before `several`; none where a word is neither."""
    found: list[int] = []
    waiting = False
    for word in row:
        text = fold(word.text).strip()
        if SCORE.match(text) and found and not waiting:
            continue
        entry = ENTRY.match(text)
        if entry and not waiting:
            found.append(int(entry["rank"]))
            waiting = not _is_place(entry["name"])
            if waiting and entry["name"]:
                return []
        elif waiting and _is_place(text):
            waiting = False
        elif waiting or not ((several and _is_place(text)) or any(c.isdigit() for c in text)):
            return []
    return [] if waiting else found


def _is_place(name: str) -> bool:
    return bool(gazetteer().candidates(name.strip()))
