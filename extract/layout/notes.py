"""Footnotes: small lines at the foot of a page, under a rule or with marks."""

import re
from collections.abc import Sequence

from extract.fold import fold
from extract.layout.blocks import Block
from extract.layout.patterns import match
from extract.model import Line, Page

__all__ = ["notes_of"]

SMALLER = 0.9
"""Share of the body's size that a footnote has at most."""
MARK = re.compile(r"[\[〔(]?\d{1,3}[\])〕]?\s?(?=\D)|[①-⑳*†‡]")

BRACKETED = re.compile(r"(?:\[\d{1,3}\]|〔\d{1,3}〕)+\s*\S")


def notes_of(lines: Sequence[Line], page: Page, body: float) -> tuple[list[Block], list[Line]]:
    """The footnotes of a page, column by column, and the lines that are none."""
    notes: list[Block] = []
    kept: list[Line] = []
    for column in _columns(lines, page):
        found, rest = _of_column(column, page, body)
        notes += found
        kept += rest
    return notes, kept


def _columns(lines: Sequence[Line], page: Page) -> list[list[Line]]:
    """The lines of the left and of the right half, where hardly any line crosses the middle; else all as one."""
    middle = page.width / 2
    left = [x for x in lines if x.box[2] <= middle + 4]
    right = [x for x in lines if x.box[0] >= middle - 4]
    if min(len(left), len(right)) < 8 or len(left) + len(right) < 0.8 * len(lines):
        return [list(lines)]
    across = [x for x in lines if x.box[2] > middle + 4 and x.box[0] < middle - 4]
    return [left, right, across]


def _of_column(lines: Sequence[Line], page: Page, body: float) -> tuple[list[Block], list[Line]]:
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
        first = next((i for i, x in enumerate(tail) if x.box[1] >= rule - 2), None)
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
