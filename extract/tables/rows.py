"""Rows of a table without rules between them: the cheapest way to cut its lines into rows.

Each column's lines are read from top to bottom. A cut is dear where it parts a wrapped line from its rest, and cheap where
the lines of all columns agree on it: cells of one row share their top, their middle or their bottom. The best cut of all
lines is found by dynamic programming.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from statistics import median

from extract.fold import fold
from extract.tables.pieces import Piece, cell_of, in_rows
from extract.words import pattern

__all__ = ["Strip", "TextLine", "counts", "cut_rows", "line_cuts", "one_row"]

MOST = 24
"""Lines that one row may at most hold."""
PAIRS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"))
WHOLE = 0.3
"""How surely, against others, a full line was broken that ends as a name does."""
SLACK = 1.6
"""Ems that a full line may be shorter than the widest."""
OPEN = frozenset("（(《〈“「『【、，,和与及的或之-—/")
RANK = re.compile(r"^\s*(?:第|No\.?|TOP|[（(#])?\s*(\d{1,3})\s*(?:[名位.、)）])?\s*$", re.IGNORECASE)
ITEM = re.compile(r"^(?:[（(]?\d{1,2}[.．、)）](?!\d)|[●•·■◆①-⑳])")
ENDS = frozenset("。；;！？")
INF = 1e9
FAR = 1.9
"""Lines of one cell are nearer to each other than so many usual distances."""
LOOSE = 1.15
"""Times the usual distance between lines of one cell from which on two lines are hardly of one cell."""
UNEVEN = 1.0
"""What it costs to read them as one all the same."""
ENLARGED = 1.15
"""Times the size of the line above: a name begins, what stands under the name before is set smaller (English, province)."""
UNCOUNTED = 6.0
"""What a row costs that has no number, or one too many, in a column that counts the rows."""
SECTION = -0.5
"""What a row costs that names a group of rows."""
NAMED = -1.5
"""What a cut below the names of the columns costs."""
BROKEN = 0.55
"""What a line break in a cell costs where the line had room left."""
LONELY = 1.5
"""What a row costs that has text only in a column other than the first: more likely the rest of a wrapped cell."""


@dataclass(slots=True, eq=False)
class TextLine:
    """One line of text in one column."""

    column: int
    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    size: float
    full: float = 0.0

    @property
    def middle(self) -> float:
        """The y halfway between top and bottom."""
        return (self.top + self.bottom) / 2


class Strip:
    """The lines of a part of a table, by columns, and the levels (distinct heights) they stand on."""

    def __init__(self, columns: Sequence[Iterable[Piece]]) -> None:
        self.columns = [_lines(c, pieces) for c, pieces in enumerate(columns)]
        for lines in self.columns:
            _mark_full(lines)
        everything = sorted((x for lines in self.columns for x in lines), key=lambda x: x.middle)
        self.size = median(x.size for x in everything) if everything else 10.0
        self.levels: list[list[TextLine]] = []
        for line in everything:
            if self.levels and line.middle - self.levels[-1][0].middle < 0.28 * self.size:
                self.levels[-1].append(line)
            else:
                self.levels.append([line])
        level_of = {id(x): i for i, level in enumerate(self.levels) for x in level}
        self.at = [[level_of[id(x)] for x in lines] for lines in self.columns]

    def held(self, start: int, end: int) -> list[list[TextLine]]:
        """For each column, its lines on the levels from `start` to before `end`."""
        return [x[bisect_left(at, start) : bisect_left(at, end)] for x, at in zip(self.columns, self.at, strict=True)]

    @cached_property
    def sequences(self) -> list[bool]:
        """For each column, whether it counts its rows: 1, 2, 3, …"""
        return [counts([x.text for x in lines]) for lines in self.columns]

    @cached_property
    def named(self) -> bool:
        """Whether its first level has the names of all columns."""
        names = [pattern("tables", "column_name").match(fold(x.text)) for x in self.levels[0]]
        return len(names) == len(self.columns) and sum(map(bool, names)) > 0.5 * len(names)

    @cached_property
    def sections(self) -> list[bool]:
        """For each level, whether all it holds is the name of a group of rows."""
        section = pattern("tables", "section_row")
        return [len(x) == 1 and bool(section.match(fold(x[0].text))) for x in self.levels]

    @cached_property
    def complete(self) -> bool:
        """Whether each of several columns has a line on each of several levels: all rows are of one line."""
        return len(self.columns) > 2 and len(self.levels) > 2 and all(len(x) == len(self.levels) for x in self.columns)

    @cached_property
    def breaks(self) -> list[list[float]]:
        """For each column, what all line breaks before each of its lines cost where they are inside a cell."""
        return [[0.0, *accumulate(_inside(self, a, b) for a, b in pairwise(x))] for x in self.columns]

    @cached_property
    def pitch(self) -> tuple[float, float]:
        """The usual distance between lines of one cell, and from where on a distance is one between rows.

        Told from the column with most lines: in it, cells are least likely to be empty.
        """
        longest = max((len(lines), c) for c, lines in enumerate(self.columns))[1]
        steps = sorted(b.middle - a.middle for a, b in pairwise(self.columns[longest]))
        if not steps:
            return self.size, INF
        tight = steps[len(steps) // 10]
        wide = [s for s in steps if s > 1.3 * tight]
        return tight, (tight + min(wide)) / 2 if wide else INF

    @cached_property
    def loose(self) -> float:
        """From where on a distance is hardly one between lines of one cell.

        Where a column counts the rows, the usual distance may be theirs, and that of lines wider.
        """
        return INF if any(self.sequences) else LOOSE * self.pitch[0]


def _lines(column: int, pieces: Iterable[Piece]) -> list[TextLine]:
    lines = []
    for row in in_rows(pieces):
        box = (row[0].box[0], min(p.box[1] for p in row), row[-1].box[2], max(p.box[3] for p in row))
        lines.append(TextLine(column, *box, cell_of(row, box).text, max(p.size for p in row)))
    return lines


def _mark_full(lines: list[TextLine]) -> None:
    """How surely each line was broken because it was full: 0 to 1."""
    if not lines:
        return
    widest = max(x.x1 - x.x0 for x in lines)
    left, right = min(x.x0 for x in lines), max(x.x1 for x in lines)
    wide = [x for x in lines if x.x1 - x.x0 >= widest - SLACK * x.size]
    # Lines of a list hang under its marks: they are full where they end with the others.
    wide += [x for x in lines if x not in wide and x.x1 >= right - SLACK * x.size and x.x0 - left < 3 * x.size]
    for line in wide:
        ems = widest / line.size
        weight = 1.0 if ems >= 8 else 0.8 if ems >= 6 else 0.6 if ems >= 5 else 0.1
        weight *= WHOLE if pattern("tables", "whole_name").search(fold(line.text)) else 1.0
        # One line wider than all others need not be full.
        line.full = weight if len(wide) > 1 or len(lines) < 3 else 0.35 * weight


def counts(texts: Sequence[str]) -> bool:
    """Whether texts, but for a name above them, count rows upwards (ties and a few gaps allowed)."""
    bare = [_bare(t) for t in texts]
    if bare and not bare[0].isdecimal():
        bare = bare[1:]
    numbers = [int(t) for t in bare if t.isdecimal() and len(t) < 4]
    if len(numbers) < 2 or len(numbers) < len(bare):
        return False
    steps = [b - a for a, b in pairwise(numbers)]
    return all(0 <= s <= 3 for s in steps) and sum(s == 1 for s in steps) >= 0.7 * len(steps)


def _bare(text: str) -> str:
    return RANK.sub(r"\1", fold(text))


def cut_rows(strip: Strip) -> tuple[list[float], float]:
    """The y between rows, and the cost of the cut; no y where all is one row."""
    plain = _plain_costs(strip)
    cut = [0.0, *(_cut_cost(strip, level) for level in range(1, len(strip.levels))), 0.0]
    best: tuple[float, list[int]] = (INF, [])
    for mode in range(MODES):
        cost, cuts = _cheapest(strip, mode, plain, cut)
        if cost < best[0] - 1e-6:
            best = (cost, cuts)
    return [_between(strip, at) for at in best[1]], best[0]


def line_cuts(strip: Strip) -> list[float]:
    """The y between all of its levels."""
    return [_between(strip, level) for level in range(1, len(strip.levels))]


def one_row(strip: Strip) -> float:
    """What it costs to read all lines as one row."""
    n = len(strip.levels)
    return _plain_cost(strip, 0, n) + min(_misalignment(strip, 0, n))


Costs = dict[tuple[int, int], tuple[float, tuple[float, float, float]]]
"""For each row (first level, level after the last) its cost, and that of its alignment to top, middle and bottom."""
MODES = 3


def _plain_costs(strip: Strip) -> Costs:
    n = len(strip.levels)
    return {
        (start, end): (_plain_cost(strip, start, end), _misalignment(strip, start, end))
        for end in range(1, n + 1)
        for start in range(max(0, end - MOST), end)
    }


def _cheapest(strip: Strip, mode: int, plain: Costs, cut: Sequence[float]) -> tuple[float, list[int]]:
    n = len(strip.levels)
    costs, back = [0.0] + [INF] * n, [0] * (n + 1)
    for end in range(1, n + 1):
        for start in range(max(0, end - MOST), end):
            own, aligned = plain[start, end]
            cost = costs[start] + own + aligned[mode] + cut[end]
            if cost < costs[end] - 1e-9:
                costs[end], back[end] = cost, start
    cuts, at = [], back[n]
    while at > 0:
        cuts.append(at)
        at = back[at]
    return costs[n], cuts[::-1]


def _between(strip: Strip, level: int) -> float:
    """The y between the lines above a level and those from it on."""
    above = max(x.middle + 0.3 * x.size for x in strip.levels[level - 1])
    below = min(x.middle - 0.3 * x.size for x in strip.levels[level])
    return (above + below) / 2


def _plain_cost(strip: Strip, start: int, end: int) -> float:
    """What a row costs for its blanks and for the line breaks in its cells."""
    cost = 0.15
    if any(strip.sections[start:end]):
        if end == start + 1:
            return SECTION
        cost -= 3 * SECTION
    counts = [bisect_left(at, end) - bisect_left(at, start) for at in strip.at]
    counted = [n for n, sequence in zip(counts, strip.sequences, strict=True) if sequence]
    if counted and (any(counted) or start):
        # A row has one number; in panels side by side the last ones may have none.
        cost += UNCOUNTED * (sum(n - 1 for n in counted if n) or not any(counted))
    cost += (0.6 if start else 0.2) * counts.count(0)
    for n, at, breaks in zip(counts, strip.at, strip.breaks, strict=True):
        lo = bisect_left(at, start)
        cost += breaks[lo + n - 1] - breaks[lo] if n else 0.0
    if end == start + 1 and all(counts):
        cost -= 0.2 * len(counts) if len(counts) > 1 else 0.1
    if start and len(counts) > 2 and not counts[0] and sum(n > 0 for n in counts) == 1:
        cost += LONELY
    return cost


def _inside(strip: Strip, a: TextLine, b: TextLine) -> float:
    """What it costs to have two lines in one cell."""
    tight, wide = strip.pitch
    step = b.middle - a.middle
    if step > FAR * tight:
        return 3.0
    if b.size > ENLARGED * a.size:
        return 1.5
    cost = 1.5 if step > wide else UNEVEN if step > strip.loose and not ITEM.match(b.text) else 0.0
    if _unfinished(a.text) or b.text[:1] in "（(，。、；)）":
        return cost
    return cost + (0.15 if ITEM.match(b.text) else BROKEN * (1 - a.full))


def _unfinished(text: str) -> bool:
    return (len(text) > 1 and text[-1] in OPEN) or any(text.count(a) > text.count(b) for a, b in PAIRS)


def _misalignment(strip: Strip, start: int, end: int) -> tuple[float, float, float]:
    """By how much the cells of a row miss a common top, middle or bottom, in ems."""
    blocks = [(x[0].top, x[-1].bottom) for x in strip.held(start, end) if x]
    top, bottom = min(b[0] for b in blocks), max(b[1] for b in blocks)
    tall = max(blocks, key=lambda b: b[1] - b[0])
    middle = (tall[0] + tall[1]) / 2
    # A page end may have cut the first and the last row, so that what is left of them stands anyhow.
    weight = 0.4 if start == 0 or end == len(strip.levels) else 1.0
    tops = sum(min(2.0, (a - top) / strip.size) for a, _ in blocks)
    middles = sum(min(2.0, abs((a + b) / 2 - middle) / strip.size) for a, b in blocks)
    bottoms = sum(min(2.0, (bottom - b) / strip.size) for _, b in blocks)
    return weight * tops, weight * middles, weight * bottoms


def _cut_cost(strip: Strip, level: int) -> float:
    """What it costs to cut above a level: lines that belong together would be parted."""
    cost = NAMED if level == 1 and strip.named else 0.0
    tight, wide = strip.pitch
    for lines, at in zip(strip.columns, strip.at, strict=True):
        i = bisect_left(at, level)
        if not 0 < i < len(lines):
            continue
        a, b = lines[i - 1], lines[i]
        step = b.middle - a.middle
        if b.size > ENLARGED * a.size:
            continue
        if step > min(wide, strip.loose):
            cost -= 0.3 if step > wide else 0.0
            continue
        ended = 0.3 if a.text[-1:] in ENDS else 1.0
        cost += a.full * ended + (1.5 if _unfinished(a.text) else 0.0)
        cost += 0.4 if wide < INF and step < 1.15 * tight else 0.0
    return cost
