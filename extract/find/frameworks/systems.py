"""Frameworks without a number in their name: a framework built from dimensions, an index and its first level, types of places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.context import is_imprint
from extract.find.frameworks.lists import best_split, leading_cut
from extract.find.frameworks.parts import LONGEST, Part, Spelled, list_start
from extract.find.frameworks.spelling import described
from extract.find.frameworks.told import Told, told
from extract.model import Grid
from extract.numerals import ordinal
from extract.reading import Reading

__all__ = ["System", "index_tables", "systems"]

COUNT = r"(?P<count>[两二三四五六七八九十]|\d{1,2})"
BUILT = re.compile(
    COUNT
    + r"(?:个|大)(?:核心|主要|关键|一级)?(?:维度|方面|层面|指标|要素|领域)(?P<link>的|，|,)?(?:出发|入手|着手)?(?:，|,)?(?:选取相关指标)?"
    r"(?:来|共同|系统|全面|科学)?(?P<verb>建立|构建|搭建|形成|设计|提出|制定)?(?:起|了|出)?(?:一套|一个)?"
    r"(?P<name>[^，。；、：:（）()\n]{2,24}?(?:框架体系|指标体系|评价体系|评估体系|总体框架|分析框架|评价框架|评估框架|理论框架|发展框架|评价模型|评估模型|框架|模型|体系))(?=[，。；、：:（(\n]|$)"
)
TYPES = re.compile(
    r"(?P<of>省份|城市|地区|区域|省区市|省市|地市|区县|县域)[^，。；\n]{0,24}?(?:划分为|区分为|分为|归为|分成|归纳为)(?P<list>[^，。；：:\n]+?)(?:等|这)?"
    + COUNT
    + r"(?P<noun>大?类型?|种类型|个类型|种)(?P<after>省份|城市|地区|区域)?(?=[，。；：:\n]|$)"
)
FIRST_LEVEL = re.compile(r"一级指标|一级维度|一级要素|^维度$|^一级$")
INDEX_TITLE = re.compile(r"指标体系|评价体系|评估体系|指数体系|框架|模型")


@dataclass(frozen=True, slots=True)
class System:
    """A framework that a sentence of `texts[index]` builds: name and parts in `told`.

    `prefix` is what the paper's own words are put together with where the name is a count and its noun (三类 + 省份).
    """

    index: int
    told: Told
    name: tuple[tuple[int, int], ...]
    spelled: Spelled
    how: str


def systems(reading: Reading) -> Iterator[System]:
    """What sentences build from dimensions they list, and the types into which they sort places."""
    for index, passage in enumerate(reading.texts):
        if passage.kind not in ("paragraph", "list_item", "note") or is_imprint(reading, passage):
            continue
        around = told(
            [passage, *(p for p in reading.texts[index + 1 : index + 3] if p.kind in ("paragraph", "list_item"))]
        )
        end = around.text.index("\n")
        for m in BUILT.finditer(around.text, 0, end):
            if found := _built(index, around, m):
                yield found
        for m in TYPES.finditer(around.text, 0, end):
            if found := _types(index, around, m):
                yield found


def _built(index: int, around: Told, m: re.Match[str]) -> System | None:
    """从A、B和C三个维度建立…框架 | 包含A、B、C三个维度的…体系."""
    if not (m["verb"] or m["link"] == "的"):
        return None
    text, count = around.text, ordinal(m["count"].replace("两", "二")) or 0
    items, more = best_split(text, list_start(text, m.start()), m.start(), count)
    if len(items) != count or more or count < 2:
        return None
    items = leading_cut(text, items)
    if any(not 0 < hi - lo <= LONGEST for lo, hi in items):
        return None
    parts = tuple(Part(lo, hi) for lo, hi in items)
    return System(index, around, (m.span("name"),), Spelled(parts, True, m.end()), "framework:dimensions")


def _types(index: int, around: Told, m: re.Match[str]) -> System | None:
    """各省份分为A、B、C三类."""
    text, count = around.text, ordinal(m["count"].replace("两", "二")) or 0
    items, more = best_split(text, *m.span("list"), count)
    if len(items) != count or more or any(not 0 < hi - lo <= LONGEST for lo, hi in items):
        return None
    parts, end = described(text, m.end(), [Part(lo, hi) for lo, hi in items])
    name: tuple[tuple[int, int], ...] = ((m.start("count"), m.end("noun")), m.span("of"))
    if m["after"]:
        name = ((m.start("count"), m.end("after")),)
    return System(index, around, name, Spelled(tuple(parts), True, end), "framework:types")


def index_tables(reading: Reading) -> Iterator[tuple[Grid, list[tuple[int, int]]]]:
    """Tables that lay out an index, with the cells (row, column) of its first level, each once."""
    for grid in reading.grids:
        header = grid.rows[: max(1, grid.header_rows)]
        columns = [
            c for row in header for c, cell in enumerate(row) if FIRST_LEVEL.search(re.sub(r"\s", "", cell.text))
        ]
        if not grid.title or not INDEX_TITLE.search(grid.title) or not columns:
            continue
        seen: dict[str, tuple[int, int]] = {}
        for r in range(max(1, grid.header_rows), len(grid.rows)):
            text = re.sub(r"\s", "", grid.rows[r][columns[0]].text)
            if text and not FIRST_LEVEL.search(text):
                seen.setdefault(text, (r, columns[0]))
        if len(seen) >= 2:
            yield grid, list(seen.values())
