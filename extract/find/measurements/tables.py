"""Numbers of tables that list figures by name, one a row: 指标 | 数值; 项目 | 单位 | 2023年."""

import re
from collections.abc import Iterator

from extract.context import city_and_place, place_of
from extract.find.measurements.labels import is_alone
from extract.fold import fold
from extract.model import Passage
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
    heads = [re.sub(r"\s", "", fold(c.text)) for c in grid.rows[grid.header_rows - 1]]
    is_list = pattern("measurements", "named_by").match(heads[0])
    is_value = pattern("measurements", "valued").match(heads[cell.column])
    name = re.sub(r"\s", "", grid.rows[cell.row][0].text)
    return name if is_list and is_value and re.search("[\u4e00-\u9fff]{2}", name) else None


def _captioned(reading: Reading, cell: Passage) -> Place | None:
    """The only place that the table's caption names."""
    caption = cell.grid.caption if cell.grid else None
    at = next((i for i, t in enumerate(reading.texts) if t is caption), None)
    codes = {s.kb_id_ for s in reading.docs[at].spans["places"]} if at is not None else set()
    return gazetteer().by_code.get(codes.pop()) if len(codes) == 1 else None


def _record(reading: Reading, index: int, cell: Passage, told: Prose, q: Quantity, subject: str) -> Measurement:
    low, high = told.back(q.start, q.end)
    city, place = city_and_place(_captioned(reading, cell) or place_of(reading, index, low, high))
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
