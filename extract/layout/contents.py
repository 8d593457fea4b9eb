"""Contents pages: titles with leaders and page numbers, which are no headings of the text."""

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.blocks import Block
from extract.layout.patterns import match
from extract.layout.rows import one_line, rows_of
from extract.model import Line

__all__ = ["entries_of"]


def entries_of(lines: Sequence[Line], width: float, going_on: bool) -> tuple[list[Block], list[Line]]:
    """The contents entries of a page, and the lines that are none. `going_on`: the page before was one of contents."""
    rows = _column_by_column(rows_of(lines))
    joined = [row[0] if len(row) == 1 else one_line(row) for row in rows]
    leaders = [bool(match("contents_entry", x.text)) for x in joined]
    titled = [bool(match("contents_title", x.text)) for x in joined]
    numbered = [_is_numbered(row, width) for row in rows]
    strong = sum(leaders) >= 2 or (any(titled) and any(leaders))
    weak = (any(titled) or going_on) and sum(numbered) >= max(3, 0.5 * len(rows))
    brief = len(rows) > 2 and all(len(x.text) < 25 and not set(x.text) & set("。，；") for x in joined)
    counted = (any(titled) or _is_agenda(rows)) and _counts(lines) and not any(len(x.text) > 60 for x in joined)
    if counted or (brief and titled[0] and not any(leaders)):
        return [_block(x) for x in joined], []
    if not (strong or weak):
        if any(titled) and len(rows) < 12:
            at = titled.index(True)
            return [_block(joined[at])], [x for row in rows[:at] + rows[at + 1 :] for x in row]
        return [], list(lines)
    is_entry = [a or b or (c and weak) for a, b, c in zip(leaders, titled, numbered, strict=True)]
    first, last = is_entry.index(True), len(is_entry) - 1 - is_entry[::-1].index(True)
    entries, rest = [], []
    for i, row in enumerate(rows):
        # What stands between two entries is an entry's first line.
        if is_entry[i] or (first < i < last and not joined[i].text.endswith("。")):
            entries.append(_block(joined[i]))
        else:
            rest += row
    return entries, rest


def _column_by_column(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows, those of two columns of entries parted: first the left column's, then the right one's."""
    starts = [row[i + 1].box[0] for row in rows for i in range(len(row) - 1) if _is_entry(row[: i + 1], row[i + 1 :])]
    if len(starts) < 3:
        return rows
    split = min(starts) - 1
    parted = [i for i, row in enumerate(rows) if any(x.box[0] >= split for x in row) and row[0].box[0] < split]
    first, last = parted[0], parted[-1] + 1
    sides = [[[x for x in row if (x.box[0] >= split) is right] for row in rows[first:last]] for right in (False, True)]
    return [*rows[:first], *(row for side in sides for row in side if row), *rows[last:]]


def _is_entry(*parts: list[Line]) -> bool:
    """Whether each part of a row is a whole entry: a title and its page number."""
    return all(_ends(part[-1]) and not all(x.text.isdigit() for x in part) for part in parts)


def _ends(line: Line) -> bool:
    return (line.text.isdigit() and len(line.text) < 4) or bool(match("contents_entry", line.text))


def _counts(lines: Sequence[Line]) -> bool:
    """Whether at least three numbers stand by themselves, one under the other, growing."""
    numbers = [x for x in lines if x.text.isdigit() and len(x.text) < 4]
    values = [int(x.text) for x in sorted(numbers, key=lambda x: x.box[1])]
    return len(values) >= 3 and all(a < b for a, b in pairwise(values)) and len(numbers) * 4 >= len(lines)


def _is_agenda(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a page has nothing but short titles, each with its number beside it: 1, 2, 3."""
    numbers = [x.text for row in rows for x in row if x.text.isdigit()]
    return len(rows) < 12 and numbers == [str(i + 1) for i in range(len(rows))] and all(len(row) == 2 for row in rows)


def _is_numbered(row: Sequence[Line], width: float) -> bool:
    """Whether a row ends in a page number at the right, or starts with one at the left of its title."""
    if len(row) < 2:
        return False
    return (row[-1].text.isdigit() and len(row[-1].text) < 4) or (row[0].text.isdigit() and len(row[0].text) < 4)


def _block(line: Line) -> Block:
    return Block([line], line.box[0], line.box[2], kind="contents")
