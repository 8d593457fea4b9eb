"""A grid as one plain table: panels one under the other, turned if its header is its first column, group rows taken out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.find.rankings.groups import group_of
from extract.find.rankings.headers import Header, header_of, plain, says
from extract.find.rankings.items import is_place, items_in
from extract.find.rankings.panels import panels_of
from extract.find.rankings.values import rank_of
from extract.model import Cell, Grid

__all__ = ["Row", "Table", "tables_of"]

Rows = Sequence[Sequence[Cell]]

UNIT = re.compile(r"[—–―/\-]*|[（(](?:单位[:：])?[^（）()\d]{1,6}[)）]")
LONGEST_LABEL = 40
"""Characters: a longer row of its own is a note."""


@dataclass(slots=True)
class Row:
    """Cells of one row, and the label of the group of rows it stands in (第一梯队, 华东)."""

    cells: Sequence[Cell]
    group: str | None = None


@dataclass(slots=True)
class Table:
    """Rows under headers, one for each column.

    `title` is a title set as the first row of the table; `metric` what stands over the columns of this panel alone.
    """

    headers: list[Header]
    rows: list[Row] = field(default_factory=list)
    title: str | None = None
    metric: str | None = None


def tables_of(grid: Grid, bars: Sequence[tuple[float, str]] = ()) -> list[Table]:
    """The plain tables of a grid: one, or several where panels side by side differ.

    `bars` are the names of groups that stand over it (x of the middle, name): each over its panel and those right of it.
    """
    title, rows = _titled(_trimmed(grid))
    if not rows or not rows[0]:
        return []
    rows = _turned(rows)
    depth = _header_depth(rows, grid.header_rows - (len(grid.rows) - len(rows)))
    tables: list[Table] = []
    for start, end in panels_of(rows, depth, grid.bands):
        headers = [header_of([row[c].text for row in rows[:depth]]) for c in range(start, end)]
        over = _over(headers) if end - start < len(rows[0]) else None
        if over:
            headers = [replace(h, above="") for h in headers]
        group = over if over and group_of(over).known else _bar_over(rows[0][start:end], bars)
        found = Table(headers, _body(rows, depth, start, end, group), title, None if group == over else over)
        same = next((t for t in tables if t.metric == found.metric and _alike(t.headers, headers)), None)
        if same:
            same.rows += found.rows
        else:
            tables.append(found)
    return tables


def _bar_over(cells: Sequence[Cell], bars: Sequence[tuple[float, str]]) -> str | None:
    """The name in the last bar that begins over a panel, or left of it."""
    return next((name for x, name in reversed(bars) if x < cells[-1].box[2]), None)


def _trimmed(grid: Grid) -> Rows:
    """The rows without those that are empty, and without empty columns at the sides: frames leave such behind."""
    rows = [row for row in grid.rows if any(c.text.strip() for c in row)]
    if not rows or len(grid.bands) > 1:
        return rows
    filled = [any(row[c].text.strip() for row in rows) for c in range(len(rows[0]))]
    first, last = filled.index(True), len(filled) - filled[::-1].index(True)
    return [row[first:last] for row in rows]


def _alike(some: Sequence[Header], others: Sequence[Header]) -> bool:
    return [h.text for h in some] == [h.text for h in others]


def _over(headers: Sequence[Header]) -> str | None:
    """What stands over all columns of a panel (第一梯队, 信息基础)."""
    over = {h.above for h in headers}
    return next(iter(over)) or None if len(over) == 1 else None


def _titled(rows: Rows) -> tuple[str | None, Rows]:
    """The title set as the first row of the table, and the other rows."""
    if len(rows) > 2 and len(rows[0]) > 1 and _spans(rows[0]) and _names_columns(rows[1]):
        text = rows[0][0].text.strip()
        return text or None, rows[1:]
    return None, rows


def _turned(rows: Rows) -> Rows:
    """Rows and columns exchanged where the names of the columns stand in the first column."""
    side = [header_of([row[0].text]).role for row in rows]
    top = [header_of([c.text]).role for c in rows[0]]
    ranks = [role for role in side if role in ("rank", "sequence")]
    places = [role for role in side if role in ("city", "province", "county", "place")]
    over_places = len(rows[0]) > 2 and all(is_place(c.text) for c in rows[0][1:]) and not is_place(rows[0][0].text)
    wide = len(rows[0]) > len(rows) and len(rows) <= 6 and places and sum(map(_known, side)) > sum(map(_known, top))
    if ranks and (wide or over_places):
        return [list(column) for column in zip(*rows, strict=True)]
    return rows


def _known(role: str | None) -> bool:
    return role is not None


def _header_depth(rows: Rows, told: int) -> int:
    """How many rows are header: what the grid says, unless the words say otherwise."""
    depth = max(0, min(told, len(rows) - 1))
    while depth and _is_data(rows[depth - 1]):
        depth -= 1
    while depth < min(4, len(rows) - 1) and _names_columns(rows[depth]):
        depth += 1
    return depth


def _names_columns(row: Sequence[Cell]) -> bool:
    cells = {id(c): c.text for c in row if c.text.strip()}
    roles = [header_of([t]).role for t in cells.values()]
    named = sum(_known(r) for r in roles)
    return not _is_data(row) and len(cells) > 1 and named >= 2 and named >= 0.5 * len(cells)


def _is_data(row: Sequence[Cell]) -> bool:
    """Whether a row holds a place, or a rank with something else that no header says."""
    texts = list({id(c): c.text.strip() for c in row if c.text.strip()}.values())
    if any(_is_place(t) and header_of([t]).role is None for t in texts):
        return True
    return len(texts) > 1 and any(rank_of(t) is not None and t.isdigit() and len(t) < 4 for t in texts)


def _is_place(text: str) -> bool:
    """Whether a place is named, perhaps with its rank before it (1.北京)."""
    return is_place(text) or any(i.rank is not None and is_place(i.printed) for i in items_in(text))


def _body(rows: Rows, depth: int, start: int, end: int, group: str | None) -> list[Row]:
    found: list[Row] = []
    head = [[plain(c.text) for c in row[start:end]] for row in rows[:depth]]
    for row in rows[depth:]:
        cells = row[start:end]
        texts = [plain(c.text) for c in cells]
        if texts in head or not any(texts) or _is_of_units(texts):
            continue
        text = _alone(row) or (_alone(cells) if _spans(cells) else None)
        if text is not None:
            group = group if says("below_table", text) or len(text) > LONGEST_LABEL else text
            continue
        found.append(Row(cells, group))
    return found


def _is_of_units(texts: Sequence[str]) -> bool:
    """Whether a row only says in what the columns count: （位） | — | （分）."""
    return all(UNIT.fullmatch(t) and not is_place(t.strip("（）()")) for t in texts)


def _spans(cells: Sequence[Cell]) -> bool:
    return len({id(c) for c in cells}) == 1


def _alone(row: Sequence[Cell]) -> str | None:
    """The text of a row that holds nothing else, all over its width or in its first cell."""
    cells = {id(c): c for c in row if c.text.strip()}
    if len(cells) != 1 or len(row) < 2:
        return None
    cell = next(iter(cells.values()))
    text = cell.text.strip()
    # a label in the middle of an unruled table stands in any column
    leads = row[0] is cell or group_of(text).known
    if not _spans(row) and (not leads or is_place(text) or rank_of(text)):
        return None
    return text
