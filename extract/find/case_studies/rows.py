"""Cases told in the rows of a table: 城市 | 案例 | 主要做法."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.case_studies.opening import SHORTEST_TOLD
from extract.model import Grid
from extract.places import Place
from extract.reading import CaseSpan, Reading
from extract.rows import heads, place_columns, place_in
from extract.words import pattern

__all__ = ["row_cases"]

FEWEST_ROWS = 2
WIDEST = 3
"""Columns of a table of cases without headers: place, title, text."""


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
    headers = heads(grid)
    if not grid.header_rows:
        return _without_headers(grid)
    if any(pattern("cases", "row_other").search(h) for h in headers):
        return None
    places = place_columns(headers)
    told = tuple(c for c, h in enumerate(headers) if c not in places and pattern("cases", "row_told").search(h))
    titles = [c for c, h in enumerate(headers) if c not in (*places, *told) and pattern("cases", "row_title").search(h)]
    # A table of provinces and cities tells about the cities, which stand in the last of its columns of places.
    return _Columns(places[-1], told, titles[0] if titles else None) if places and told else None


def _without_headers(grid: Grid) -> _Columns | None:
    """The columns of a table without headers: a place in each row's first cell, no two the same, and sentences in its last."""
    places = [place_in(grid, r, 0) for r in range(len(grid.rows))]
    width = len(grid.rows[0])
    if not 2 <= width <= WIDEST or len(set(places)) < len(places) or None in places:
        return None
    if not all(_is_told(row[-1].text) for row in grid.rows):
        return None
    return _Columns(0, (width - 1,), 1 if width == WIDEST else None)


def _is_told(text: str) -> bool:
    return len(text) >= SHORTEST_TOLD and any(stop in text for stop in "，。；")


def _rows(reading: Reading, grid: Grid, columns: _Columns) -> Iterator[CaseSpan]:
    where: dict[int, list[int]] = {}
    for i, text in enumerate(reading.texts):
        if text.grid is grid and text.row is not None:
            where.setdefault(text.row, []).append(i)
    last: tuple[Place, CaseSpan] | None = None
    for r in range(grid.header_rows, len(grid.rows)):
        place = place_in(grid, r, columns.place)
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
