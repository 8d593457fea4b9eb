"""Panels: columns that come again and again side by side, with or without a header."""

from collections.abc import Sequence

from extract.find.rankings.headers import header_of, plain
from extract.find.rankings.items import is_place
from extract.find.rankings.values import is_number, rank_of
from extract.model import Cell

__all__ = ["panels_of"]

Rows = Sequence[Sequence[Cell]]
PLACES = ("city", "province", "county", "place")


def panels_of(rows: Rows, depth: int, told: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The column ranges of the panels under `depth` rows of header; `told` are those that the grid knows of."""
    width = len(rows[0])
    if len(told) > 1:
        return list(told)
    if not depth:
        return _without_header(rows, width)
    names = [plain(cell.text) for cell in rows[depth - 1]]
    for period in range(2, width // 2 + 1):
        alike = all(names[c] == names[c - period] for c in range(period, width))
        if width % period == 0 and alike and any(header_of([n]).role in PLACES for n in names[:period]):
            return [(c, c + period) for c in range(0, width, period)]
    return [(0, width)]


def _without_header(body: Rows, width: int) -> list[tuple[int, int]]:
    """Panels of a table without header: rank and place, rank and place, ..."""
    kinds = [_kind(cell.text) for cell in body[0]]
    for period in range(2, width // 2 + 1):
        panel = "".join(kinds[:period])
        if kinds == list(panel) * (width // period) and "p" in panel and "n" in panel:
            return [(c, c + period) for c in range(0, width, period)]
    return [(0, width)]


def _kind(text: str) -> str:
    """p for a place, n for a rank or another number, t for anything else."""
    return "p" if is_place(text) else "n" if is_number(text) or rank_of(text) else "t"
