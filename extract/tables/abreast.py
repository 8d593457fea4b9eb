"""Panels of one table that are set as tables of their own, side by side under one header each."""

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, union
from extract.tables.captions import Caption
from extract.tables.header import header_rows, same_row
from extract.tables.joining import Part, joins

__all__ = ["panels_joined"]

NEAR = 1.2
"""Widths of a panel between two at most."""
LEVEL = 4.0
"""Points by which their tops may differ."""

Judged = tuple[Part, bool]


def panels_joined(parts: Sequence[Judged], known: Sequence[Part]) -> list[Judged]:
    """The parts of a page, panels side by side made one part each; those that go on with the table `known` stay apart."""
    done: list[Judged] = []
    flows = bool(known) and bool(parts) and joins(known, parts[0][0])
    if parts and known and not flows and (columns := _columns_of(known, parts[0][0])):
        return [*((p, parts[0][1]) for p in columns), *parts[1:]]
    for part, sound in parts:
        before = done[-1][0] if done and not flows else None
        if before and abs(before.box[1] - part.box[1]) > LEVEL and joins([before], part):
            flows = True
        if before and sound and done[-1][1] and _are_panels(before, part):
            done[-1] = (_abreast(before, part), True)
        else:
            done.append((part, sound))
    return done


def _columns_of(known: Sequence[Part], part: Part) -> list[Part]:
    """The panels of a part as parts of their own, where each goes on with a table of one panel."""
    width = len(known[-1].rows[0])
    if len(part.rows[0]) % width or len(part.rows[0]) == width:
        return []
    found: list[Part] = []
    for a in range(0, len(part.rows[0]), width):
        rows = [row[a : a + width] for row in part.rows]
        rows = [row for row in rows if any(c.text for c in row)]
        x0, x1 = part.xs[a], part.xs[a + width]
        box = (x0, part.box[1], x1, part.box[3])
        piece = replace(part, box=box, xs=part.xs[a : a + width + 1], rows=rows, first=part.first, last=part.last)
        if not rows or not joins([*known, *found], piece):
            return []
        found.append(piece)
    return found


def _are_panels(a: Part, b: Part) -> bool:
    beside = abs(a.box[1] - b.box[1]) <= LEVEL and -LEVEL < b.box[0] - a.box[2] < NEAR * (b.box[2] - b.box[0])
    header = header_rows(a.rows)
    own = a.caption is not None and b.caption is not None and not _is_same(a.caption, b.caption)
    alike = all(_repeats(x, y) for x, y in zip(a.rows[:header], b.rows[:header], strict=True)) if header else False
    return beside and not own and alike


def _is_same(a: Caption, b: Caption) -> bool:
    """Whether two captions are one: over all panels, so that over some stands but a part of it."""
    return a.line.text == b.line.text or (a.label is not None and a.label == b.label)


def _repeats(a: Sequence[Cell], b: Sequence[Cell]) -> bool:
    """Whether the last panel of a row says the same as the row of the next panel."""
    return len(a) % len(b) == 0 and same_row(a[-len(b) :], b)


def _abreast(a: Part, b: Part) -> Part:
    rows = []
    for r in range(max(len(a.rows), len(b.rows))):
        left = a.rows[r] if r < len(a.rows) else _blank(a.rows[-1])
        right = b.rows[r] if r < len(b.rows) else _blank(b.rows[-1])
        rows.append([*left, *right])
    middle = (a.box[2] + b.box[0]) / 2
    return Part(
        a.page,
        union([a.box, b.box]),
        [*a.xs[:-1], middle, *b.xs[1:]],
        rows,
        a.how,
        a.caption if a.caption and (a.caption.title or not b.caption) else b.caption,
        a.caption_under or b.caption_under,
        [*a.notes, *(n for n in b.notes if n.text not in [x.text for x in a.notes])],
        a.source or b.source,
        a.first and b.first,
        a.last and b.last,
    )


def _blank(row: Sequence[Cell]) -> list[Cell]:
    return [Cell("", [], cell.box) for cell in row]
