"""Footnotes: small lines at the foot of a page, under a rule or with marks."""

import re
from collections.abc import Sequence

from extract.fold import fold
from extract.layout.blocks import Block
from extract.layout.patterns import match
from extract.layout.rows import inked
from extract.model import Line, Page

__all__ = ["notes_of"]

WIDE = 0.55
"""Share of the page's width that no column has."""
SMALLER = 0.9
"""Share of the body's size that a footnote has at most."""
MARK = re.compile(r"[\[〔(]?\d{1,3}[\])〕]?\s?(?=\D)|[①-⑳*†‡]")

BRACKETED = re.compile(r"(?:\[\d{1,3}\]|〔\d{1,3}〕)+\s*\S")


def notes_of(lines: Sequence[Line], page: Page, body: float) -> tuple[list[Block], list[Line]]:
    """The footnotes of a page, column by column, and the lines that are none."""
    notes: list[Block] = []
    kept: list[Line] = []
    columns = _columns(lines, page)
    for column in columns:
        found, rest = _of_column(column, page, body, len(columns) == 1)
        notes += found
        kept += rest
    return notes, kept


def _columns(lines: Sequence[Line], page: Page) -> list[list[Line]]:
    """The lines of each column, where hardly any line crosses two, and those that do; else all as one."""
    narrow = sorted((x for x in lines if x.box[2] - x.box[0] < WIDE * page.width), key=lambda x: x.box[0])
    columns: list[list[Line]] = []
    reach = 0.0
    for line in narrow:
        if columns and inked(line)[0] < reach:
            columns[-1].append(line)
        else:
            columns.append([line])
        reach = max(reach, inked(line)[2])
    full = [c for c in columns if sum(len(x.text) > 11 for x in c) > 5]
    if len(full) < 2 or sum(map(len, full)) < 0.8 * len(lines):
        return [list(lines)]
    held = {id(x) for c in full for x in c}
    return [*full, [x for x in lines if id(x) not in held]]


def _of_column(lines: Sequence[Line], page: Page, body: float, alone: bool) -> tuple[list[Block], list[Line]]:
    ordered = sorted(lines, key=lambda x: x.box[1])
    start = len(ordered)
    while start and _may_be_note(ordered[start - 1], body):
        start -= 1
    tail = ordered[start:]
    if not tail:
        return [], list(lines)
    rule = _rule_above(page, tail, ordered[start - 1] if start else None)
    first = next((i for i, x in enumerate(tail) if x.mark or BRACKETED.match(fold(x.text))), None)
    if rule is not None:
        under = next((i for i, x in enumerate(tail) if x.box[1] >= rule - 2), None)
        # In a column of several a rule may be a picture's or a table's: there the note under it has its mark.
        if alone or (under is not None and _is_marked(tail[under])):
            first = under
    if first is None:
        return [], list(lines)
    notes = tail[first:]
    if notes[0].box[1] < 0.4 * page.height:
        return [], list(lines)
    kept = {id(x) for x in notes}
    return _split(notes), [x for x in lines if id(x) not in kept]


def _may_be_note(line: Line, body: float) -> bool:
    return line.size <= SMALLER * body and not match("source", line.text) and not match("label", line.text)


def _is_marked(line: Line) -> bool:
    return bool(line.mark) or bool(MARK.match(fold(line.text)) or BRACKETED.match(fold(line.text)))


def _rule_above(page: Page, tail: Sequence[Line], before: Line | None) -> float | None:
    """The height of a short rule at the left margin between the text and the first notes."""
    top = before.box[3] - 3 if before else 0.5 * page.height
    left = min(x.box[0] for x in tail)
    for s in page.shapes:
        thin = s.bottom - s.top < 2.0 and 30 < s.x1 - s.x0 < 0.6 * page.width
        if thin and top <= s.top <= tail[-1].box[1] and abs(s.x0 - left) < 30:
            return s.top
    return None


def _split(lines: Sequence[Line]) -> list[Block]:
    """One block a note."""
    groups: list[list[Line]] = []
    marked = any(x.mark for x in lines)
    for line in lines:
        if not groups or (line.mark if marked else _is_marked(line)):
            groups.append([line])
        else:
            groups[-1].append(line)
    found = []
    for group in groups:
        left, right = min(x.box[0] for x in group), max(x.box[2] for x in group)
        block = Block(list(group), left, right, kind="note", marker=group[0].mark)
        found.append(block)
    return found
