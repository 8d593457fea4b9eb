"""Cases told in the rows of a table: 城市 | 案例 | 主要做法."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.fold import fold
from extract.model import Grid
from extract.places import Place, gazetteer
from extract.reading import CaseSpan, Reading
from extract.words import pattern

__all__ = ["row_cases"]

FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table of cases; `title` where one holds titles."""

    place: int
    told: tuple[int, ...]
    title: int | None


def row_cases(reading: Reading) -> list[CaseSpan]:
    """A case for each row of a table that says for places what they did; rows of one place without titles are one."""
    return [span for grid in reading.grids for span in _of_grid(reading, grid)]


def _of_grid(reading: Reading, grid: Grid) -> list[CaseSpan]:
    columns = _columns(grid)
    if columns is None:
        return []
    spans = list(_rows(reading, grid, columns))
    return spans if len(spans) >= FEWEST_ROWS else []


def _columns(grid: Grid) -> _Columns | None:
    if not grid.header_rows or len(grid.bands) > 1:
        return None
    headers = [_plain(cell.text) for cell in grid.rows[grid.header_rows - 1]]
    if any(pattern("cases", "row_other").search(h) for h in headers):
        return None
    places = [c for c, h in enumerate(headers) if pattern("cases", "row_place").search(h)]
    told = tuple(c for c, h in enumerate(headers) if c not in places and pattern("cases", "row_told").search(h))
    titles = [c for c, h in enumerate(headers) if c not in (*places, *told) and pattern("cases", "row_title").search(h)]
    # A table of provinces and cities tells about the cities, which stand in the last of its columns of places.
    return _Columns(places[-1], told, titles[0] if titles else None) if places and told else None


def _plain(text: str) -> str:
    return re.sub(r"\s", "", fold(text))


def _rows(reading: Reading, grid: Grid, columns: _Columns) -> Iterator[CaseSpan]:
    where: dict[int, list[int]] = {}
    for i, text in enumerate(reading.texts):
        if text.grid is grid and text.row is not None:
            where.setdefault(text.row, []).append(i)
    last: tuple[Place, CaseSpan] | None = None
    for r in range(grid.header_rows, len(grid.rows)):
        place = _place(grid, r, columns.place)
        title = grid.rows[r][columns.title].text.strip() if columns.title is not None else None
        if place is None or r not in where or not any(grid.rows[r][c].text.strip() for c in columns.told):
            last = None
            continue
        if last and last[0] == place and not title:
            last[1].last = where[r][-1]
            continue
        section = reading.section_of(reading.texts[where[r][0]])
        span = CaseSpan(place, re.sub(r"\s*\n\s*", "", title) if title else None, section, where[r][0], where[r][-1])
        yield span
        last = (place, span)


def _place(grid: Grid, row: int, column: int) -> Place | None:
    """The one place that a cell names, with the province in a column before it where there is one."""
    printed = grid.rows[row][column].text
    before = next(
        (grid.rows[row][c].text for c in range(column - 1, -1, -1) if _is_province(grid.rows[row][c].text)), None
    )
    return gazetteer().resolve(printed, province=before)


def _is_province(printed: str) -> bool:
    place = gazetteer().resolve(printed, scope="province")
    return place is not None and place.is_province
