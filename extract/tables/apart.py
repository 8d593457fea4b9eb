"""Tables side by side that look like the panels of one, but each counts from 1: each is a table, with its title over it.

数字基础十强 / 排名 城市 得分 | 融合应用十强 / 排名 城市 得分 | 产业生态十强 / 排名 城市 得分.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.fold import fold
from extract.layout.glyphs import is_han
from extract.model import Box, Cell, Grid, Laid, Line, union
from extract.tables.captions import is_apart, read_caption
from extract.tables.rows import counts

__all__ = ["each_alone"]

FIRST = re.compile(r"^(?:第|no\.?|top)?\s*0?1(?:名|位)?$", re.IGNORECASE)
FEWEST = 3
"""Rows of such a table, at least."""
LONGEST = 30
"""Characters of a title."""
NEAR = 3.0
"""Heights of a title by which it stands from its table, at most."""
LEVEL = 6.0
"""Points by which the tops of tables side by side may differ."""


def each_alone(grids: Iterable[Grid], laid: Sequence[Laid]) -> list[Grid]:
    """The grids, those whose panels each count from 1 taken apart; tables side by side with the titles over them."""
    pages = {page.page.number: page for page in laid}
    apart = [part for grid in grids for part in (_panels(grid) if _count_anew(grid) else [grid])]
    titles: dict[int, Line] = {}
    for grid in apart:
        row = [g for g in apart if g is grid or _abreast(g, grid)]
        page = pages.get(grid.boxes[0][0])
        if page and len(row) > 1 and id(grid) not in titles and not any(g.title or g.caption for g in row):
            titles |= _titles(row, page)
    return [_titled(grid, titles[id(grid)]) if id(grid) in titles else grid for grid in apart]


def _titles(row: Sequence[Grid], laid: Laid) -> dict[int, Line]:
    """The line over each table of a row, or under each, by the id of its grid; nothing where one has none of its own."""
    for over in (True, False):
        lines = [_line_at(grid, laid, [g.boxes[0][1] for g in row if g is not grid], over=over) for grid in row]
        if all(lines) and len({id(x) for x in lines}) == len(row):
            return {id(grid): line for grid, line in zip(row, lines, strict=True) if line}
    return {}


def _titled(grid: Grid, line: Line) -> Grid:
    return replace(grid, title=line.text.strip(" ●■◆▪•·▶▲○□"), caption=line)


def _count_anew(grid: Grid) -> bool:
    """Whether all panels of a grid on one page count their rows from 1 on, in the same of their columns."""
    if len(grid.bands) < 2 or len(grid.boxes) > 1 or grid.header_rows != 1:
        return False
    width = grid.bands[0][1] - grid.bands[0][0]
    return any(all(_counts(_column(grid, start + c)) for start, _ in grid.bands) for c in range(width))


def _column(grid: Grid, at: int) -> list[str]:
    texts = [fold(row[at].text).strip() for row in grid.rows[grid.header_rows :]]
    return [t for t in texts if t]


def _counts(texts: Sequence[str]) -> bool:
    return len(texts) >= FEWEST and bool(FIRST.match(texts[0])) and counts(texts)


def _panels(grid: Grid) -> Iterator[Grid]:
    """A grid for each panel, without the rows that it leaves empty."""
    page, _ = grid.boxes[0]
    for start, end in grid.bands:
        rows = [row[start:end] for row in grid.rows]
        rows = [row for row in rows if any(c.text.strip() for c in row)]
        yield replace(grid, rows=rows, boxes=[(page, _around(rows))], bands=[(0, end - start)])


def _around(rows: Sequence[Sequence[Cell]]) -> Box:
    return union([cell.box for row in rows for cell in row])


def _abreast(a: Grid, b: Grid) -> bool:
    (page, one), (other, two) = a.boxes[0], b.boxes[0]
    apart = one[2] <= two[0] + LEVEL or two[2] <= one[0] + LEVEL
    return page == other and abs(one[1] - two[1]) < LEVEL and apart


def _line_at(grid: Grid, laid: Laid, beside: Sequence[Box], *, over: bool) -> Line | None:
    """The line right over (or under) a table in its width, or in that of the space up to the tables beside it."""
    x0, top, x1, bottom = grid.boxes[0][1]
    left = max((b[2] for b in beside if b[2] <= x0 + LEVEL), default=0.0)
    right = min((b[0] for b in beside if b[0] >= x1 - LEVEL), default=laid.page.width)
    found = [(top - x.box[3] if over else x.box[1] - bottom, i, x) for i, x in enumerate(laid.lines)]
    near = [f for f in found if f[0] >= -2 and left - 1 <= f[2].box[0] and f[2].box[2] <= right + 1]
    gap, _, line = min(near, default=(0.0, 0, None))
    if line is None or gap > NEAR * line.size or not x0 - LEVEL < (line.box[0] + line.box[2]) / 2 < x1:
        return None
    alone = sum(abs(f[2].box[1] - line.box[1]) < 2 for f in near) == 1
    text = line.text.strip()
    plain = len(text) <= LONGEST and any(map(is_han, text)) and text[-1] not in "。；：，,;:" and not is_apart(text)
    return line if alone and plain and not read_caption(line) else None
