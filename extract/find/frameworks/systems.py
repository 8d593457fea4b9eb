"""Frameworks without a number in their name: a framework built from dimensions, an index and its first level, types of places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.context import is_imprint
from extract.find.frameworks.drawing import drawings, sets_of
from extract.find.frameworks.lists import best_split, leading_cut
from extract.find.frameworks.one_count import described
from extract.find.frameworks.parts import LONGEST, Part, Spelled
from extract.find.frameworks.stretches import list_start
from extract.find.frameworks.told import Told, told
from extract.fold import fold
from extract.model import Grid, Run
from extract.numerals import ordinal
from extract.reading import Reading
from extract.spans.frameworks import framework_pattern

__all__ = ["System", "index_tables", "systems"]


FEWEST = 3
"""Units that a structure without a name of its own is made of."""
LONGEST_UNIT = 14
NEAR = 5
"""Passages above a sentence among which the heading that names its index may be."""


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
        if passage.kind in ("caption", "heading", "chart") and (drawn := _drawn_index(reading, index)):
            yield drawn
        if passage.kind not in ("paragraph", "list_item", "note") or is_imprint(reading, passage):
            continue
        around = told(
            [passage, *(p for p in reading.texts[index + 1 : index + 3] if p.kind in ("paragraph", "list_item"))]
        )
        end = around.text.index("\n")
        for m in framework_pattern("built").finditer(around.text, 0, end):
            if found := _built(index, around, m):
                yield found
        for m in framework_pattern("composed_of").finditer(around.text, 0, end):
            if found := _composed(index, around, m):
                yield found
        for m in framework_pattern("first_level_listed").finditer(around.text, 0, end):
            if found := _index_under_its_heading(reading, index, m):
                yield found
        for m in framework_pattern("made_of").finditer(around.text, 0, end):
            if found := _made_of(index, around, m):
                yield found
        for m in framework_pattern("types").finditer(around.text, 0, end):
            if found := _types(index, around, m):
                yield found


def _built(index: int, around: Told, m: re.Match[str]) -> System | None:
    """从A、B和C三个维度建立…框架 | 包含A、B、C三个维度的…体系; what an index is built from are its dimensions."""
    if not (m["verb"] or m["link"] == "的") or framework_pattern("of_an_index").search(m["name"]):
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


def _composed(index: int, around: Told, m: re.Match[str]) -> System | None:
    """总体架构由A、B、C三个要素组成."""
    if framework_pattern("of_an_index").search(m["name"]) or framework_pattern("of_the_paper").search(m["name"]):
        return None
    which = "made" if m["made"] else "held"
    count = ordinal((m["count"] or m["so_many"] or "").replace("两", "二")) or 0
    items, more = best_split(around.text, *m.span(which), count)
    if more or len(items) < FEWEST or (count and len(items) != count):
        return None
    if any(not 0 < hi - lo <= LONGEST_UNIT for lo, hi in items):
        return None
    parts = tuple(Part(lo, hi) for lo, hi in items)
    return System(index, around, (m.span("name"),), Spelled(parts, True, m.end()), "framework:composed")


def _index_under_its_heading(reading: Reading, index: int, m: re.Match[str]) -> System | None:
    """由A、B、C3个一级指标…构成, where the heading above is the name of an index."""
    above = next((t for t in reversed(reading.texts[max(0, index - NEAR) : index]) if t.kind == "heading"), None)
    if above is None:
        return None
    around = told([reading.texts[index], above])
    lo = around.text.index("\n") + 1
    name = framework_pattern("index_heading").search(around.text[lo:].rstrip("\n"))
    count = ordinal(m["count"].replace("两", "二")) or 0
    items, more = best_split(around.text, *m.span("list"), count)
    if name is None or more or len(items) != count or any(not 0 < b - a <= LONGEST_UNIT for a, b in items):
        return None
    parts = tuple(Part(a, b) for a, b in items)
    span = (lo + name.start("name"), lo + name.end("name"))
    return System(index, around, (span,), Spelled(parts, True, m.end()), "framework:first_level")


def _drawn_index(reading: Reading, index: int) -> System | None:
    """An index by its name, and the one set of boxes beside it that are as many as the page says it has dimensions."""
    text = fold(reading.texts[index].text).strip()
    if not framework_pattern("index_heading").search(text) or not reading.pages:
        return None
    page = [t for t in reading.texts if t.page == reading.texts[index].page]
    counts = {ordinal(m[1]) for t in page for m in framework_pattern("dimensions_told").finditer(fold(t.text))}
    for drawing in drawings(reading, index):
        around = drawing.told
        name = framework_pattern("index_heading").search(around.text[: around.text.index("\n")])
        sets = [parts for parts in sets_of(drawing) if len(parts) in counts and len(parts) >= FEWEST]
        if name and len(sets) == 1:
            spelled = Spelled(tuple(sets[0]), True, max(p.end for p in sets[0]))
            return System(index, around, (name.span("name"),), spelled, "framework:first_level")
    return None


def _made_of(index: int, around: Told, m: re.Match[str]) -> System | None:
    """城市大脑由中枢、系统与平台、数字驾驶舱和应用场景等要素组成."""
    count = ordinal((m["count"] or "").replace("两", "二")) or 0
    items, _ = best_split(around.text, *m.span("list"), count)
    if len(items) < FEWEST or (count and len(items) != count):
        return None
    if any(not 0 < hi - lo <= LONGEST_UNIT for lo, hi in items):
        return None
    parts = tuple(Part(lo, hi) for lo, hi in items)
    return System(index, around, (m.span("name"),), Spelled(parts, True, m.end()), "framework:composed")


def _types(index: int, around: Told, m: re.Match[str]) -> System | None:
    """各省份分为A、B、C三类; what places are sorted into by score are the tiers of a ranking."""
    text, count = around.text, ordinal(m["count"].replace("两", "二")) or 0
    items, more = best_split(text, *m.span("list"), count)
    if len(items) != count or more or any(not 0 < hi - lo <= LONGEST for lo, hi in items):
        return None
    if framework_pattern("by_score").search(text, max(text.rfind(stop, 0, m.start()) for stop in "。\n") + 1):
        return None
    parts, end = described(text, m.end(), [Part(lo, hi) for lo, hi in items])
    name: tuple[tuple[int, int], ...] = ((m.start("count"), m.end("noun")), m.span("of"))
    if m["after"]:
        name = ((m.start("count"), m.end("after")),)
    return System(index, around, name, Spelled(tuple(parts), True, end), "framework:types")


def index_tables(reading: Reading) -> Iterator[tuple[Grid, str, Run | None, list[tuple[int, int]]]]:
    """Tables that lay out an index: its name, where that stands, and the cells (row, column) of its first level, each once."""
    for grid in reading.grids:
        first = _column(grid, "first_level")
        title, at = _title(reading, grid)
        if not title or not framework_pattern("index_title").search(title) or first is None:
            continue
        seen: dict[str, tuple[int, int]] = {}
        for r, text in _below(grid, first):
            if not framework_pattern("first_level").search(text):
                seen.setdefault(text, (r, first))
        if len(seen) >= 2:
            yield grid, title, at, list(seen.values())


def _title(reading: Reading, grid: Grid) -> tuple[str | None, Run | None]:
    """The title of a table; where it has none, the name of an index that ends the heading right over it."""
    if grid.title or grid.caption:
        return grid.title, grid.caption
    at = next((i for i, t in enumerate(reading.texts) if t.grid is grid), 0)
    over = reading.texts[at - 1] if at else None
    if over is None or over.kind != "heading" or over.page != grid.boxes[0][0]:
        return None, None
    name = framework_pattern("index_heading").search(fold(over.text).rstrip())
    return (over.text[slice(*name.span("name"))], over.cut(*name.span("name"))) if name else (None, None)


def _column(grid: Grid, key: str) -> int | None:
    """The first column whose header says which level it holds."""
    header = grid.rows[: max(1, grid.header_rows)]
    return next(
        (c for row in header for c, cell in enumerate(row) if framework_pattern(key).search(_bare(cell.text))), None
    )


def _below(grid: Grid, column: int) -> Iterator[tuple[int, str]]:
    """What stands in a column under its header, with the row."""
    for r in range(max(1, grid.header_rows), len(grid.rows)):
        if column < len(grid.rows[r]) and (text := _bare(grid.rows[r][column].text)):
            yield r, text


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
