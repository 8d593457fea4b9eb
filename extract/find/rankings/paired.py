"""Columns whose cells hold two numbers, a score and a rank: 数字基础（排名） over 91.37（1）, 得分/排名 over 91.37/1."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.find.rankings.headers import Header, header_of
from extract.find.rankings.table import Row, Table
from extract.fold import fold
from extract.model import Cell

__all__ = ["unpaired"]

HEAD = re.compile(
    r"^\s*(?P<first>[^（(/]+?)\s*(?:[（(]\s*(?P<second>[^（()）]+?)\s*[)）]|[/／]\s*(?P<other>[^（()）/]+?))\s*$"
)
PAIR = re.compile(
    r"^\s*(?P<first>[\d.,，]+)\s*(?:[（(]\s*(?:第)?(?P<second>[\d.]+)(?:名|位)?\s*[)）]|[/／]\s*(?P<other>[\d.]+))\s*$"
)
NONE = frozenset("—–-/")
KINDS = ("rank", "score")


def unpaired(table: Table) -> Table:
    """The table with each such column as two; the header says which of the numbers is the rank."""
    split = [_split(header, [row.cells[c] for row in table.rows]) for c, header in enumerate(table.headers)]
    if not any(split):
        return table
    headers = [h for header, pair in zip(table.headers, split, strict=True) for h in (pair or (header,))]
    rows = []
    for row in table.rows:
        cells = [
            part for cell, pair in zip(row.cells, split, strict=True) for part in (_parts(cell) if pair else (cell,))
        ]
        rows.append(Row(cells, row.group))
    return replace(table, headers=headers, rows=rows)


def _split(header: Header, cells: Sequence[Cell]) -> tuple[Header, Header] | None:
    """The headers of the two numbers; None where the cells don't hold two, or the header doesn't say what they are."""
    said = HEAD.match(header.printed)
    texts = [t for cell in cells if (t := cell.text.strip()) and not set(t) <= NONE]
    if not said or len(texts) < 2 or not all(PAIR.match(fold(t)) for t in texts):
        return None
    above = [header.above] if header.above else []
    first, second = header_of([*above, said["first"]]), header_of([said["second"] or said["other"]])
    if second.role not in KINDS or first.role == second.role or (second.role == "score" and first.role != "rank"):
        return None
    return first, replace(second, above=_subject(first))


def _subject(header: Header) -> str:
    """What the first number is of, so that the second is of it too."""
    if header.role in KINDS:
        return header.of or header.above
    return header.printed


def _parts(cell: Cell) -> tuple[Cell, Cell]:
    m = PAIR.match(fold(cell.text))
    spans = (m.span("first"), m.span("second" if m["second"] else "other")) if m else ((0, len(cell.text)), (0, 0))
    first, second = (cell.cut(*span) for span in spans)
    return Cell(first.text, first.chars, cell.box), Cell(second.text, second.chars, cell.box)
