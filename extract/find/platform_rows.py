"""Platforms named in tables that have a column for them beside one of places: 城市 | 平台名称 | 上线时间."""

import re
from collections.abc import Callable, Iterator, Sequence

from extract.context import city_and_place
from extract.find.rankings.headers import header_of
from extract.fold import fold
from extract.model import Cell, Grid
from extract.places import Place, gazetteer
from extract.reading import Reading
from extract.words import pattern
from schema.platform import Platform

__all__ = ["platforms_in_rows"]

HOW = "platform table"
PLACES = ("city", "province", "county", "place")
BETWEEN = re.compile(r"[、；;\n]+")
NAME = re.compile(
    r"(?!(?:[已未拟]|正?在|暂无|没有|尚|建成|上线|启用)[\u4e00-\u9fff]{0,3}$)[^，。：]*[\u4e00-\u9fffA-Za-z]{2}[^，。：]*"
)
SHORTEST, LONGEST = 2, 30


def platforms_in_rows(reading: Reading) -> list[Platform]:
    """One platform for each name in such a column, with the place of its row; rows without one clear place tell none."""
    return [p for grid in reading.grids for p in _in_grid(grid)]


def _in_grid(grid: Grid) -> Iterator[Platform]:
    heads = grid.rows[max(0, grid.header_rows - 1)] if grid.rows else []
    for lo, hi in grid.bands or [(0, len(heads))]:
        where = _column(heads, lo, hi, lambda text: header_of([text]).role in PLACES)
        what = _column(heads, lo, hi, lambda text: bool(pattern("platforms", "column").match(text)))
        if where is None or what is None:
            continue
        for row in grid.rows[max(1, grid.header_rows) :]:
            place = _place(row[where].text)
            yield from _named(row[what], place) if place else ()


def _column(heads: Sequence[Cell], lo: int, hi: int, is_one: Callable[[str], bool]) -> int | None:
    texts = ((i, re.sub(r"\s", "", fold(heads[i].text))) for i in range(lo, min(hi, len(heads))))
    return next((i for i, text in texts if is_one(text)), None)


def _place(printed: str) -> Place | None:
    return gazetteer().resolve(re.sub(r"\s", "", fold(printed)))


def _named(cell: Cell, place: Place) -> Iterator[Platform]:
    """The names in a cell; what is no name (—, 无, 已上线, a sentence) is none."""
    city, other = city_and_place(place)
    at = 0
    for part in BETWEEN.split(cell.text):
        start = cell.text.index(part, at)
        at = start + len(part)
        name = part.strip(' “”"')
        if SHORTEST <= len(name) <= LONGEST and NAME.fullmatch(name):
            yield Platform(city=city, place=other, name=name, kind=_kind(name), evidence=cell.evidence(HOW, start, at))


def _kind(name: str) -> str:
    """What a name says it is: the word it ends in, else a platform."""
    return next((k for k in ("系统", "中心", "大脑") if name.endswith(k)), "平台")
