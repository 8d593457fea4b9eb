"""Which place a row of a table is about: 城市 | 模式 | 要点."""

import re

from extract.fold import fold
from extract.model import Grid, Passage
from extract.places import Place, gazetteer
from extract.words import pattern

__all__ = ["heads", "place_columns", "place_in", "place_of_row"]


def heads(grid: Grid) -> list[str]:
    """The headers of a table's columns, without spaces; none where it has no header or several panels side by side."""
    if not grid.header_rows or len(grid.bands) > 1:
        return []
    return [re.sub(r"\s", "", fold(cell.text)) for cell in grid.rows[grid.header_rows - 1]]


def place_columns(headers: list[str]) -> list[int]:
    """The columns whose headers say that they name places."""
    return [c for c, header in enumerate(headers) if pattern("cases", "row_place").search(header)]


def place_in(grid: Grid, row: int, column: int) -> Place | None:
    """The one place that a cell names, with the province in a column before it where there is one."""
    printed = grid.rows[row][column].text
    before = next(
        (grid.rows[row][c].text for c in range(column - 1, -1, -1) if _is_province(grid.rows[row][c].text)), None
    )
    return gazetteer().resolve(printed, province=before)


def place_of_row(cell: Passage) -> Place | None:
    """The place named in the row of a cell, in the last of the columns for places; None for headers and other texts."""
    if cell.grid is None or cell.row is None or cell.row < cell.grid.header_rows:
        return None
    columns = place_columns(heads(cell.grid))
    return place_in(cell.grid, cell.row, columns[-1]) if columns else None


def _is_province(printed: str) -> bool:
    place = gazetteer().resolve(printed, scope="province")
    return place is not None and place.is_province
