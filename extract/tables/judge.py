"""Whether a block is a table: what charts, boxes, diagrams and frames around text look like, and tables don't."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.model import Box, Cell, Shape
from extract.tables.build import Block, Draft
from extract.tables.header import are_names, header_rows
from extract.tables.pieces import split_at, split_wide
from extract.tables.rows import counts
from extract.tables.rules import SNAP, THIN, Rules

__all__ = ["is_table", "may_be_table"]

FILLED = 0.28
"""The least share of ruled cells with text in them."""
FEW = 12
FILLED_FEW = 0.5
"""The same where there are but few cells."""
FILLED_OPEN = 0.55
"""The same where white space makes the columns."""
SLIT = 1.3
"""Ems: an empty row or column narrower than this is a gap between boxes."""
SENTENCE = 10
"""Characters of a line that may break off in the middle of a sentence."""
STOPS = frozenset("。！？；.!?")
CUT = 0.12
CROSSED = 0.08


def may_be_table(block: Block, draft: Draft, rules: Rules, *, goes_on: bool = False) -> bool:
    """Whether a block may be a table or the rest of one from the page before: it is no drawing.

    With `goes_on`, rules on another page stand where its own do: its last rows may fill but a few of the columns.
    """
    _, columns = block.size
    if columns < 2 or not block.pieces or (_slits(block) and not (goes_on and draft.ruled)):
        return False
    torn = _cut_text(block) > CUT or _crossed_text(block, draft) > CROSSED
    return not torn and not _is_drawing(block, draft, rules)


def is_table(block: Block, draft: Draft, captioned: bool) -> bool:
    """Whether a block that may be a table is one by itself."""
    texts = [c.text for c in block.cells]
    filled = sum(bool(t) for t in texts)
    if filled < 3 or filled < (FILLED if len(texts) > FEW else FILLED_FEW) * len(texts):
        return False
    rows_ruled = len({r.at for r in draft.region.h}) > 2
    return (draft.ruled and rows_ruled) or captioned or _is_regular(block)


def _cut_text(block: Block) -> float:
    """The share of cell edges beside text that run through the middle of a word."""
    cut = beside = 0
    for piece in block.pieces:
        for left, right in pairwise(split_at(piece, block.walls_at(piece.middle))):
            beside += 1
            cut += right.box[0] - left.box[2] < 0.25 * piece.size
    return cut / max(1, beside + len(block.pieces))


def _crossed_text(block: Block, draft: Draft) -> float:
    """The share of text that a horizontal rule strikes through."""
    struck = 0
    for piece in block.pieces:
        x0, top, x1, bottom = piece.box
        slack = 0.28 * (bottom - top)
        struck += any(top + slack < r.at < bottom - slack and r.lo < x1 and r.hi > x0 for r in draft.region.h)
    return struck / max(1, len(block.pieces))


def _is_drawing(block: Block, draft: Draft, rules: Rules) -> bool:
    """Whether more is drawn inside than rules and the fills of cells."""
    inlaid = {id(s) for s in rules.inlaid} if _is_named(block) else set()
    inside = [s for s in [*rules.fills, *rules.marks] if id(s) not in inlaid and _within(s.box, block.box)]
    fills = [s for s in inside if s.kind == "rect" and not _fits(s, block)]
    marks = [s for s in inside if s.kind != "rect"]
    boxes = [r for r in rules.v if r not in draft.region.v and _within((r.at, r.lo, r.at, r.hi), block.box)]
    few = len(block.cells)
    return len(fills) > max(2, few // 4) or len(marks) > max(1, few // 8) or len(boxes) > max(1, few // 8)


def _is_named(block: Block) -> bool:
    """Whether the first row has the names of columns: bars and badges below it stand in cells."""
    texts = list({id(c): c.text for c in block.rows()[0] if c.text}.values())
    return len(texts) > 1 and are_names(texts)


def _within(inner: Box, outer: Box) -> bool:
    x0, top, x1, bottom = outer
    return inner[0] >= x0 - 2 and inner[2] <= x1 + 2 and inner[1] >= top - 2 and inner[3] <= bottom + 2


def _fits(shape: Shape, block: Block) -> bool:
    """Whether a fill ends where rows end."""
    near = 4.0
    filled = shape.kind == "rect" and min(shape.x1 - shape.x0, shape.bottom - shape.top) > THIN
    return filled and _near(shape.top, block.ys, near) and _near(shape.bottom, block.ys, near)


def _near(value: float, places: Sequence[float], within: float) -> bool:
    return any(abs(value - p) <= within for p in places)


def _slits(block: Block) -> bool:
    """Whether empty gaps part most columns or most rows: boxes set side by side, not cells."""
    size = median(p.size for p in block.pieces)
    grid = block.rows()
    columns = list(zip(*grid, strict=True))
    for lanes, edges in ((grid, block.ys), (columns, block.xs)):
        empty = [not any(c.text for c in lane) for lane in lanes]
        slits = [e and SNAP < b - a < SLIT * size for e, (a, b) in zip(empty, pairwise(edges), strict=True)]
        if sum(slits) and sum(slits) >= len(lanes) - sum(slits) - 1:
            return True
        if sum(empty) > 0.3 * len(lanes) and len(lanes) > 2:
            return True
    return False


def _is_regular(block: Block) -> bool:
    """Whether columns that white space makes hold what tables hold: a header or a count, short cells, few blanks."""
    grid = block.rows()
    texts = [c.text for row in grid for c in row]
    if sum(bool(t) for t in texts) < FILLED_OPEN * len(texts) or _is_prose(block):
        return False
    if _tears_sentences(grid) or len(grid) < 3 or any(_is_bullets(column) for column in zip(*grid, strict=True)):
        return False
    return bool(header_rows(grid)) or any(counts([c.text for c in column]) for column in _body_columns(grid))


def _tears_sentences(grid: Sequence[Sequence[Cell]]) -> bool:
    """Whether in all columns at once a sentence breaks off in one row and ends in the next: texts side by side."""

    def breaks_off(a: Cell, b: Cell) -> bool:
        return len(a.text) >= SENTENCE and a.text[-1] not in STOPS and b.text[-1:] in STOPS and bool(b.text)

    return any(all(breaks_off(a, b) for a, b in zip(above, below, strict=True)) for above, below in pairwise(grid))


def _is_bullets(column: Sequence[Cell]) -> bool:
    """Whether a column holds but the marks of a list."""
    texts = [c.text for c in column if c.text]
    return bool(texts) and not any(any(x.isalnum() for x in t) for t in texts)


def _body_columns(grid: Sequence[Sequence[Cell]]) -> list[tuple[Cell, ...]]:
    return list(zip(*grid, strict=True)) if len(grid) > 2 else []


def _is_prose(block: Block) -> bool:
    """Whether the columns are columns of running text: most lines as wide as the column."""
    seps = block.xs[1:-1]
    lanes: list[list[tuple[float, float]]] = [[] for _ in range(len(block.xs) - 1)]
    for piece in block.pieces:
        for word in split_wide(piece, 1.2):
            for part in split_at(word, seps):
                at = sum((part.box[0] + part.box[2]) / 2 > x for x in seps)
                lanes[at].append((part.box[2] - part.box[0], part.size))
    running = 0
    for lane in (x for x in lanes if x):
        widest, size = max(w for w, _ in lane), median(s for _, s in lane)
        full = sum(w > widest - 1.8 * size for w, _ in lane)
        running += widest > 9 * size and len(lane) >= 3 and full >= 0.5 * len(lane)
    return running == sum(bool(x) for x in lanes)
