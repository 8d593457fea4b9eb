"""Whether a block is a table: what charts, boxes, diagrams and frames around text look like, and tables don't."""

from collections.abc import Sequence
from itertools import pairwise

from extract.model import Shape
from extract.tables.build import Block
from extract.tables.pieces import split_at
from extract.tables.rules import THIN, Rules

__all__ = ["is_table"]

FILLED = 0.28
"""The least share of positions with text in them."""


def is_table(block: Block, rules: Rules) -> bool:
    """Whether a ruled block is a table."""
    rows, columns = block.size
    if rows < 1 or columns < 2 or not block.pieces:
        return False
    texts = [c.text for c in block.cells]
    filled = sum(bool(t) for t in texts)
    if filled < 2 or filled < FILLED * len(texts):
        return False
    if _cut_text(block) > 0.12:
        return False
    return not _is_drawing(block, rules)


def _cut_text(block: Block) -> float:
    """The share of cell edges beside text that run through the middle of a word."""
    cut = beside = 0
    for piece in block.pieces:
        for left, right in pairwise(split_at(piece, block.walls_at(piece.middle))):
            beside += 1
            cut += right.box[0] - left.box[2] < 0.25 * piece.size
    return cut / max(1, beside + len(block.pieces))


def _is_drawing(block: Block, rules: Rules) -> bool:
    """Whether more is drawn inside than rules and the fills of cells."""
    x0, top, x1, bottom = block.box
    inside = [
        s for s in [*rules.fills, *rules.marks]
        if s.x0 >= x0 - 2 and s.x1 <= x1 + 2 and s.top >= top - 2 and s.bottom <= bottom + 2
    ]  # fmt: skip
    foreign = [s for s in inside if not _fits(s, block)]
    return len(foreign) > max(2, len(block.cells) // 4)


def _fits(shape: Shape, block: Block) -> bool:
    """Whether a fill ends where cells end."""
    near = 4.0
    return (
        shape.kind == "rect"
        and min(shape.x1 - shape.x0, shape.bottom - shape.top) > THIN
        and _near(shape.x0, block.xs, near)
        and _near(shape.x1, block.xs, near)
        and _near(shape.top, block.ys, near)
        and _near(shape.bottom, block.ys, near)
    )


def _near(value: float, places: Sequence[float], within: float) -> bool:
    return any(abs(value - p) <= within for p in places)
