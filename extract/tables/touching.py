"""Names of columns that touch in print, as wide as the numbers under them are narrow: ScoreChangeRank over three columns."""

from collections.abc import Sequence
from itertools import pairwise

from extract.fold import fold
from extract.model import Cell
from extract.tables.matrix import Matrix, Span
from extract.words import pattern

__all__ = ["names_parted"]


def names_parted(m: Matrix, spans: Sequence[Span], cells: Sequence[Cell]) -> tuple[list[Span], list[Cell]]:
    """The cells, each in the first row that holds just as many names as columns, over a cell for each, cut at the names."""
    found: list[tuple[Span, Cell]] = []
    below = {span[1]: cell for span, cell in zip(spans, cells, strict=True) if span[0] == 1}
    for span, cell in zip(spans, cells, strict=True):
        top, left, bottom, right = span
        several = (top, bottom) == (0, 1) and right - left > 1
        one_level = all(c in below and not _is_name(below[c].text) for c in range(left, right))
        cuts = _cuts(cell.text, right - left) if several and one_level else None
        if cuts is None:
            found.append((span, cell))
            continue
        edges = [0, *cuts, len(cell.text)]
        for c, (start, end) in enumerate(pairwise(edges), left):
            own = (0, c, 1, c + 1)
            run = cell.cut(start, end)
            found.append((own, Cell(run.text, run.chars, m.box(own))))
    return [s for s, _ in found], [c for _, c in found]


def _is_name(text: str) -> bool:
    folded = fold(text).strip()
    return bool(pattern("tables", "column_name").match(folded)) or (folded.isdecimal() and len(folded) == 4)


def _cuts(text: str, count: int) -> list[int] | None:
    """Where to cut a text into so many names of columns; None where it can't be."""
    if count < 2:
        return [] if _is_name(text) else None
    for at in range(len(text) - 1, 0, -1):
        if _is_name(text[:at]) and (rest := _cuts(text[at:], count - 1)) is not None:
            return [at, *(at + r for r in rest)]
    return None
