"""Numbers of tables that list figures by name, one a row: 指标 | 数值; 项目 | 单位 | 2023年."""

import re
from collections.abc import Iterator

from extract.context import city_and_place, place_of
from extract.find.measurements.labels import is_alone
from extract.fold import fold
from extract.model import Grid, Passage, union
from extract.places import Place, gazetteer
from extract.prose import Prose, prose
from extract.reading import Reading
from extract.spans.quantities import Quantity, quantities
from extract.words import pattern
from schema.measurement import Measurement

__all__ = ["figures_in_tables"]

HOW = "figure in a table"


def figures_in_tables(reading: Reading) -> Iterator[Measurement]:
    """The cells that are but a number with its unit, under a head that says so, by what the row's other cell names."""
    for index, cell in enumerate(reading.texts):
        named = _name(cell) if cell.kind == "cell" else None
        if named is None:
            continue
        told = prose(reading.docs[index])
        numbers = quantities(told.masked)
        if is_alone(told, numbers):
            yield _record(reading, index, cell, told, numbers[0], named)


def _name(cell: Passage) -> str | None:
    """What the row names, where the head over the cell is one of values and that over the row's first cell one of names."""
    grid = cell.grid
    if grid is None or cell.row is None or not cell.column or not 0 < grid.header_rows <= cell.row:
        return None
    names = _columns_of_names(grid)
    is_value = pattern("measurements", "valued").match(_heads(grid)[cell.column])
    if not is_value or not names or names[0]:
        return None
    name = re.sub(r"\s", "", grid.rows[cell.row][max(c for c in names if c <= cell.column)].text)
    return name if re.search("[\u4e00-\u9fff]{2}", name) else None


def _heads(grid: Grid) -> list[str]:
    return [re.sub(r"\s", "", fold(c.text)) for c in grid.rows[grid.header_rows - 1]]


def _columns_of_names(grid: Grid) -> list[int]:
    """The columns whose heads say that they name figures; several where lists stand side by side."""
    return [i for i, head in enumerate(_heads(grid)) if pattern("measurements", "named_by").match(head)]


def _headed(reading: Reading, cell: Passage) -> Place | None:
    """The place that the last heading over a list names, and over none of those beside it."""
    grid, column = cell.grid, cell.column
    names = _columns_of_names(grid) if grid else []
    if grid is None or column is None or len(names) < 2:
        return None
    first = max(c for c in names if c <= column)
    last = min((c for c in names if c > column), default=len(grid.rows[0])) - 1
    x0, top, x1, _ = union([grid.rows[0][first].box, grid.rows[0][last].box])
    over = None
    for at, text in enumerate(reading.texts):
        boxes = [c.box for c in text.chars if c] if text.page == cell.page and text.kind in ("heading", "chart") else []
        box = union(boxes) if boxes else None
        if box and x0 <= box[0] and box[2] <= x1 and box[3] <= top:
            over = _only_place(reading, at) or over
    return over


def _only_place(reading: Reading, at: int) -> Place | None:
    codes = {s.kb_id_ for s in reading.docs[at].spans["places"]}
    return gazetteer().by_code.get(codes.pop()) if len(codes) == 1 else None


def _captioned(reading: Reading, cell: Passage) -> Place | None:
    """The only place that the table's caption names."""
    caption = cell.grid.caption if cell.grid else None
    at = next((i for i, t in enumerate(reading.texts) if t is caption), None)
    return _only_place(reading, at) if at is not None else None


def _record(reading: Reading, index: int, cell: Passage, told: Prose, q: Quantity, subject: str) -> Measurement:
    low, high = told.back(q.start, q.end)
    city, place = city_and_place(
        _captioned(reading, cell) or _headed(reading, cell) or place_of(reading, index, low, high)
    )
    share = q.kind == "share"
    return Measurement(
        city=city,
        place=place,
        subject=subject,
        value=float(q.value),
        unit="比重" if share else q.unit,
        approximate=q.approximate,
        comparison=q.comparison,
        as_printed=cell.text[low:high],
        evidence=cell.evidence(HOW, low, high),
    )
