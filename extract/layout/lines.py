"""Characters to printed lines: clustered by baseline, cut at wide gaps, spaces where the page shows them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.layout.glyphs import HALF_CLOSERS, HALF_OPENERS, is_han, is_latin, spaced
from extract.layout.gutters import cut_at, gutters_of
from extract.layout.patterns import match
from extract.layout.stacks import stacks_of
from extract.layout.walls import cut_at_boxes
from extract.model import Box, Char, Line, union

__all__ = ["CUT", "blank_between", "line_of", "lines_of"]

CUT = 1.5
"""Ems: a wider gap cuts a line in two (the space between columns and between cells)."""
SMALL = 0.86
"""A character of at most this share of its line's size may be a raised or lowered one."""
LONGEST_MARK = 12
"""Characters of a mark above or below a line."""
RAISED = 0.18
"""Ems above the baseline from which on a small character is a raised one."""

Row = list[Char]


def lines_of(chars: Iterable[Char], boxes: Sequence[Box] = ()) -> list[Line]:
    """The lines of upright characters from top to bottom, in each row from left to right; `boxes` are those of cards."""
    upright = [c for c in chars if c.angle == 0 and c.x1 >= c.x0]
    inked = [c for c in upright if not c.text.isspace() and c.text != "\u200b"]
    lines, stacked = stacks_of(inked)
    inked = [c for c in inked if id(c) not in stacked]
    # Characters that one glyph stands for (fi, ——) share its box: they are no twins.
    ligatures = {id(b) for a, b in pairwise(inked) if a.x0 == b.x0 and a.x1 == b.x1 and a.baseline == b.baseline}
    rows = _hosted([_without_twins(r, ligatures) for r in _rows(inked)])
    blanks = _by_baseline(c for c in upright if c.text.isspace())
    parts = [list(_parts(row)) for row in rows]
    gutters = gutters_of(rows)
    for row in parts:
        for part in (p for whole in row for cut in cut_at(whole, gutters) for p in cut_at_boxes(cut, boxes)):
            lines.append(line_of(part, _gaps_with_blanks(part, blanks)))
    lines.sort(key=lambda line: (line.box[1], line.box[0]))
    return [line for line in lines if line.text]


def _rows(chars: Iterable[Char]) -> list[Row]:
    """Characters whose baselines agree. The row's first (highest) baseline is its measure, so rows can't drift."""
    rows: list[Row] = []
    measure, size = 0.0, 0.0
    for c in sorted(chars, key=lambda c: (c.baseline, c.x0)):
        alike = SMALL * size < c.size < size / SMALL
        if rows and c.baseline - measure <= (0.3 if alike else 0.15) * min(size, c.size):
            rows[-1].append(c)
        else:
            rows.append([c])
            measure, size = c.baseline, c.size
    for row in rows:
        row.sort(key=lambda c: (c.x0, c.x1))
    return rows


def _without_twins(row: Row, ligatures: set[int]) -> Row:
    """Without characters printed twice, shifted a little, to look bold or shadowed."""
    kept: Row = []
    for c in row:
        near = 0.5 * max(c.x1 - c.x0, 0.1)
        if id(c) in ligatures or not any(k.text == c.text and abs(k.x0 - c.x0) < near for k in kept[-4:]):
            kept.append(c)
    return kept


def _hosted(rows: list[Row]) -> list[Row]:
    """Rows, with the marks above and below a line put into the line they belong to."""
    sizes = [_size(row) for row in rows]
    kept: list[Row] = []
    baselines = [median(c.baseline for c in row) for row in rows]
    grown: dict[int, Row] = defaultdict(list)
    for i, row in enumerate(rows):
        rest: Row = []
        near = range(max(0, i - 4), min(len(rows), i + 5))
        for part in _parts(row, 0.5):
            small = [j for j in near if len(part) <= LONGEST_MARK and _size(part) <= SMALL * sizes[j]]
            level = [j for j in small if -0.3 * sizes[j] < baselines[j] - baselines[i] < 0.75 * sizes[j] and j != i]
            host = next((j for j in level if _touches(part, rows[j], sizes[j])), None)
            if host is None:
                rest += part
            else:
                grown[host] += part
        rows[i] = rest
    for i, row in enumerate(rows):
        if row or i in grown:
            kept.append(sorted(row + grown.get(i, []), key=lambda c: (c.x0, c.x1)))
    return kept


def _touches(part: Row, row: Row, size: float) -> bool:
    """Whether a small part stands right beside a character of the row, within the row's height."""
    if not row:
        return False
    at = bisect_left(row, part[0].x0, key=lambda c: c.x0)
    before, after = row[max(0, at - 1) : at], row[at : at + 1]
    # A mark follows what it marks; before a line's first word it stands where the line was broken.
    close = [c for c in before if -0.3 * size < part[0].x0 - c.x1 < 0.4 * size]
    close += [c for c in after if -0.3 * size < c.x0 - part[-1].x1 < 0.8 * size]
    return any(min(c.bottom, part[0].bottom) - max(c.top, part[0].top) > 0.3 * part[0].size for c in close)


def _size(row: Sequence[Char]) -> float:
    """The size most of its width is set in."""
    widths: Counter[float] = Counter()
    for c in row:
        widths[round(c.size, 1)] += max(c.x1 - c.x0, 0.01)  # type: ignore[assignment]
    return widths.most_common(1)[0][0] if widths else 0.0


def _parts(row: Row, cut: float = CUT) -> Iterator[Row]:
    """A row cut where it gapes."""
    start = 0
    for i in range(1, len(row) + 1):
        if i == len(row) or _gapes(row[max(start, i - 3) : i], row[i], cut):
            if start < i:
                yield row[start:i]
            start = i


def _gapes(before: Sequence[Char], c: Char, cut: float) -> bool:
    last = max(before, key=lambda k: k.x1)
    return c.x0 - last.x1 > 0.8 * cut * min(c.size, last.size) and blank_between(last, c) > cut


def blank_between(a: Char, b: Char) -> float:
    """Ems of blank that are seen between two neighbours: closing and opening signs have half of their box blank."""
    em = max(min(a.size, b.size), 0.1)
    blank = (0.5 if a.text in HALF_CLOSERS else 0.0) + (0.5 if b.text in HALF_OPENERS else 0.0)
    return (b.x0 - a.x1) / em + blank


def _by_baseline(chars: Iterable[Char]) -> dict[int, list[Char]]:
    found: dict[int, list[Char]] = defaultdict(list)
    for c in chars:
        found[round(c.baseline)].append(c)
    return found


def _gaps_with_blanks(part: Row, blanks: dict[int, list[Char]]) -> frozenset[int]:
    """Indexes of the characters of `part` before which the file has a space character."""
    if not blanks:
        return frozenset()
    y = round(part[0].baseline)
    found = set()
    starts = [c.x0 for c in part]
    for c in (c for k in (y - 1, y, y + 1) for c in blanks.get(k, ())):
        if part[0].x0 <= c.x0 <= part[-1].x0:
            found.add(bisect_left(starts, c.x0 + 0.01))
    return frozenset(found)


def line_of(chars: Sequence[Char], blanks: frozenset[int] = frozenset()) -> Line:
    """One line from its characters in order. Raised marks stay out of its text; `blanks` as the file has spaces."""
    size = _size(chars)
    baseline = median([c.baseline for c in chars if c.size > SMALL * size] or [c.baseline for c in chars])
    raised = [c.size <= SMALL * size and baseline - c.baseline >= RAISED * size for c in chars]
    text, kept = "", list[Char | None]()
    mark = ""
    usual = _usual_gaps(chars)
    i, edge = 0, 0.0
    while i < len(chars):
        end = _end_of(raised, i)
        last = next((c for c in reversed(kept) if c), None)
        if raised[i] and _is_mark(chars[i:end], last):
            mark = mark if text else "".join(c.text for c in chars[i:end])
            i, edge = end, chars[end - 1].x1
            continue
        if raised[i] and text.endswith("10") and all(c.text.isdigit() or c.text in "-−" for c in chars[i:end]):
            # A power of ten must not be read as a longer number.
            text += "^"
            kept.append(None)
        for k in range(i, end):
            last = kept[-1] if kept else None
            if last and _is_space(last, chars[k], chars[k].x0 - max(last.x1, edge), usual, k in blanks, text):
                text += " "
                kept.append(None)
            text += chars[k].text
            kept += [chars[k]] * len(chars[k].text)
        i = end
    body = [c for c in kept if c] or list(chars)
    bold = 2 * sum(c.bold for c in body) > len(body)
    box = _clipped(union([c.box for c in body]), baseline, max(c.size for c in body))
    return Line(text, kept, box, chars[0].page, size, bold, mark or None, baseline=baseline)


def _clipped(box: Box, baseline: float, size: float) -> Box:
    """A line's box no higher than its type: some fonts claim much more room than their characters take."""
    x0, top, x1, bottom = box
    return x0, max(top, min(bottom, baseline) - 1.1 * size), x1, min(bottom, max(top, baseline) + 0.4 * size)


def _end_of(raised: Sequence[bool], start: int) -> int:
    """Where the run of raised, or of other, characters that begins at `start` ends."""
    end = start
    while end < len(raised) and raised[end] == raised[start]:
        end += 1
    return end


def _is_mark(chars: Sequence[Char], before: Char | None) -> bool:
    """Whether raised characters are a footnote's mark, not an exponent or a unit's power."""
    text = "".join(c.text for c in chars).strip("[]〔〕［］()（）")
    if not text or len(text) > 8 or not all(c.isdigit() or c in "*†‡#,，、-–①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮" for c in text):
        return False
    if before is None:
        return True
    power = text in "23" and before.text in "mMk㎡米"
    return not power and not (before.text == "0" and text.isdigit() and int(text) > 5 and len(text) > 1)


Look = tuple[bool, str, float]
Usual = dict[Look, float]
"""The median gap, in ems, between neighbours that are both Latin or both Han, of one font and size."""


def _usual_gaps(chars: Sequence[Char]) -> Usual:
    """Left out are pairs that too few show. Slanted fonts' boxes overlap: their usual gap is below 0."""
    gaps: dict[Look, list[float]] = defaultdict(list)
    for a, b in pairwise(chars):
        latin = is_latin(a.text) and is_latin(b.text)
        if (latin or (is_han(a.text) and is_han(b.text))) and _look(a, latin) == _look(b, latin):
            gaps[_look(a, latin)].append((b.x0 - a.x1) / max(a.size, b.size, 0.1))
    # Two characters apart are one spread-out word.
    return {key: median(found) for key, found in gaps.items() if len(found) > 2 or not key[0]}


def _look(c: Char, latin: bool) -> Look:
    return latin, c.font, round(c.size, 1)


def _is_space(a: Char, b: Char, blank: float, usual: Usual, real: bool, before: str) -> bool:
    """Whether a space stands between `a` and `b`, `blank` points apart; `before` is the line's text up to there."""
    gap = blank / max(a.size, b.size, 0.1)
    if len(before) == 1 and match("bullet", before + "字"):
        return gap > 0.12
    if is_han(b.text) and before[-1].isascii() and (_is_number(before) or match("label_start", before)):
        return gap > (0.1 if real else 0.3) if match("label_start", before) else gap > (0.15 if real else 0.4)
    latin = is_latin(a.text) and is_latin(b.text)
    if latin:
        loose = usual.get(_look(a, True), 0.0) if _look(a, True) == _look(b, True) else 0.0
    else:
        loose = usual.get(_look(a if is_han(a.text) else b, False), 0.0)
    return spaced(a, b, gap, loose, real)


def _is_number(text: str) -> bool:
    """Whether a line so far is but the number of a heading: 1, 2.3, 01."""
    parts = text.rstrip(".").split(".")
    return len(parts) <= 4 and all(p.isdigit() and len(p) <= 2 for p in parts)
