"""Which rows of a table are its header, and whether its columns repeat in panels side by side."""

import re
from collections.abc import Sequence

from extract.fold import fold
from extract.model import Cell
from extract.words import pattern

__all__ = ["are_names", "bands_of", "header_rows", "is_titled", "same_row"]

NUMBER = re.compile(r"^[-+−]?[\d,，.]+\s*[%‰]?$|^[—–\-/]+$|^[↑↓→▲▼△]\s*\d*$")
LONGEST = 24
"""Characters: what is longer is no column's name."""

Rows = Sequence[Sequence[Cell]]


def plain(text: str) -> str:
    """Text to compare: folded, without white space."""
    return "".join(fold(text).split())


def same_row(a: Sequence[Cell], b: Sequence[Cell]) -> bool:
    """Whether two rows say the same in each column."""
    return len(a) == len(b) and all(plain(x.text) == plain(y.text) for x, y in zip(a, b, strict=True))


def are_names(texts: Sequence[str]) -> bool:
    """Whether at least half of some texts are what columns are commonly called."""
    return sum(bool(pattern("tables", "column_name").match(fold(t).strip())) for t in texts) >= 0.5 * len(texts)


def is_titled(rows: Rows) -> bool:
    """Whether the first row is but a title over the names of the columns in the second."""
    if len(rows) < 3 or len({id(c) for c in rows[0] if c.text}) != 1:
        return False
    texts = list({id(c): c.text for c in rows[1] if c.text}.values())
    return len(texts) > 1 and are_names(texts)


def header_rows(rows: Rows) -> int:
    """How many rows at the top name the columns."""
    if len(rows) < 2:
        return 0
    if is_titled(rows):
        return 1 + header_rows(rows[1:])
    count = _merged_header(rows)
    head = rows[count - 1]
    return count if _names(rows[0]) and _names(head) and _differs(rows, count) else 0


def _merged_header(rows: Rows) -> int:
    """Rows that the cells of the first row reach over, where one of them also spans columns with names below."""
    first = rows[0]
    wide = [c for c in range(1, len(first)) if first[c] is first[c - 1] and first[c].text]
    if not wide or len({id(c) for c in first}) == 1:
        return 1
    depth = 1
    while depth < min(4, len(rows) - 1) and any(rows[depth][c] is first[c] for c in range(len(first))):
        depth += 1
    if depth == 1 and _names(rows[1]) and all(plain(c.text) for c in rows[1]):
        return 2
    return depth


def _names(row: Sequence[Cell]) -> bool:
    """Whether cells can be names of columns."""
    texts = [fold(c.text).strip() for c in row]
    named = [t for t in texts if t]
    short = all(len(t) <= LONGEST and not t.endswith(("。", "；")) for t in named)
    return len(named) >= max(2, len(texts) - 1) and short and not any(NUMBER.match(t) and len(t) != 4 for t in named)


def _differs(rows: Rows, count: int) -> bool:
    """Whether the body is of another kind than the header: numbers, longer texts, or many rows of it."""
    body = rows[count:]
    return len(body) >= 1


def bands_of(rows: Rows, header: int) -> list[tuple[int, int]]:
    """The column ranges of panels that repeat one header side by side."""
    width = len(rows[0]) if rows else 0
    names = [tuple(plain(row[c].text) for row in rows[:header]) for c in range(width)]
    if header and all(any(n) for n in names):
        for period in range(1, width // 2 + 1):
            apart = all(rows[header - 1][c] is not rows[header - 1][c - period] for c in range(period, width))
            if width % period == 0 and apart and all(names[c] == names[c - period] for c in range(period, width)):
                return [(c, c + period) for c in range(0, width, period)]
    return [(0, width)]
