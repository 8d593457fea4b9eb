"""Parts of one printed row put together again where they are one: a bullet and its text, a spread-out title."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from extract.layout.glyphs import CLOSERS, OPENERS
from extract.layout.lines import line_of
from extract.layout.patterns import match
from extract.model import Box, Line

__all__ = ["baseline", "inked", "is_downward", "one_line", "rejoined", "rows_of"]


DASHES = "–—-"
ITEM = 8
"""Characters of an item from which on a dash before it is its bullet: in a table it is a cell."""


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that stand beside each other, from top to bottom and left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda x: (baseline(x), x.box[0])):
        if rows and baseline(line) - baseline(rows[-1][0]) < 0.3 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda x: x.box[0])
    return rows


def baseline(line: Line) -> float:
    """The y its characters stand on."""
    if line.baseline is not None:
        return line.baseline
    return next((c.baseline for c in line.chars if c), line.box[3])


def is_downward(line: Line) -> bool:
    """Whether its characters stand under each other."""
    return len(line.text) > 1 and line.box[3] - line.box[1] > 2.5 * line.size


def inked(line: Line) -> Box:
    """Its box without the blank halves of a bracket before it and of a stop after it, which may hang out."""
    x0, top, x1, bottom = line.box
    em = 0.5 * line.size
    return x0 + (em if line.text[0] in OPENERS else 0), top, x1 - (em if line.text[-1] in CLOSERS else 0), bottom


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """The lines, markers and labels put before their texts."""
    found = []
    for row in rows_of(lines):
        if len(row) > 1 and all(len(x.text) == 1 and x.text.isalpha() for x in row) and _even(row):
            row = [one_line(row)]
        at = 0
        while at < len(row):
            end = at + 1
            while end < len(row) and _belongs(row[end - 1], row[end]):
                end += 1
            found.append(row[at] if end == at + 1 else one_line(row[at:end]))
            at = end
    return found


def one_line(parts: Sequence[Line]) -> Line:
    """The parts as one line."""
    line = line_of([c for part in parts for c, _ in groupby(x for x in part.chars if x)])
    line.mark = parts[0].mark
    return line


def _even(row: Sequence[Line]) -> bool:
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(row)]
    return max(gaps) < 6 * row[0].size and max(gaps) - min(gaps) < row[0].size and row[0].size > 10


def _belongs(a: Line, b: Line) -> bool:
    gap = (b.box[0] - a.box[2]) / max(a.size, b.size)
    if not 0.5 < a.size / b.size < 2 or gap > 4:
        return False
    if len(a.text) == 1 and (match("bullet", a.text + "字") or (a.text in DASHES and len(b.text) >= ITEM)):
        return True
    if match("lone_marker", a.text) or match("asks", a.text):
        return len(b.text) > 1
    m = match("label", a.text)
    return bool(m and m.end() == len(a.text) and len(b.text) > 2)
