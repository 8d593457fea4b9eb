"""A region of rules and text to a block: one table, or the part of it on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.model import Box, Cell, Line
from extract.tables.matrix import Matrix, Span, matrix_of, spans_of
from extract.tables.pieces import Piece, cell_of, pieces_in, split_at
from extract.tables.regions import Region
from extract.tables.rules import SNAP, Rule

__all__ = ["Block", "build"]


@dataclass(slots=True, eq=False)
class Block:
    """The part of a table on one page: its cells, and the pieces of text they were made of."""

    page: int
    box: Box
    xs: list[float]
    ys: list[float]
    spans: list[Span]
    cells: list[Cell]
    how: str
    pieces: list[Piece] = field(default_factory=list)

    @property
    def size(self) -> tuple[int, int]:
        """How many rows and columns."""
        return len(self.ys) - 1, len(self.xs) - 1

    def walls_at(self, y: float) -> list[float]:
        """The x of the walls between cells at a height."""
        ys = self.ys
        spans = [s for s in self.spans if ys[s[0]] <= y <= ys[s[2]]]
        return sorted(
            {self.xs[s[1]] for s in spans if s[1]} | {self.xs[s[3]] for s in spans if s[3] < len(self.xs) - 1}
        )

    def rows(self) -> list[list[Cell]]:
        """Rows of cells, a merged one at each position it covers."""
        height, width = self.size
        boxes = [
            [(self.xs[c], self.ys[r], self.xs[c + 1], self.ys[r + 1]) for c in range(width)] for r in range(height)
        ]
        grid = [[Cell("", [], box) for box in row] for row in boxes]
        for (r0, c0, r1, c1), cell in zip(self.spans, self.cells, strict=True):
            for r in range(r0, r1):
                for c in range(c0, c1):
                    grid[r][c] = cell
        return grid


def build(region: Region, lines: Sequence[Line], page: int) -> Block | None:
    """A block from a region whose rules draw all its cells."""
    h, v = framed(region)
    if len({r.at for r in h}) < 2 or len({r.at for r in v}) < 2:
        return None
    m = matrix_of(h, v)
    return _filled(m, spans_of(m), lines, page, "ruled")


def framed(region: Region) -> tuple[list[Rule], list[Rule]]:
    """The rules with the outer ones put in that were left undrawn: open sides of a table."""
    ys, xs = sorted({r.at for r in region.h}), sorted({r.at for r in region.v})
    x0, top, x1, bottom = region.box
    v = [*region.v]
    for x, end in ((x0, "lo"), (x1, "hi")):
        at = min(xs, key=lambda k: abs(k - x), default=x)
        at = at if abs(at - x) <= SNAP else x
        reach = sorted(r.at for r in region.h if abs(getattr(r, end) - x) <= SNAP)
        v += [Rule("v", at, a, b) for a, b in pairwise(reach)]
    h = [*region.h]
    for y, end in ((top, "lo"), (bottom, "hi")):
        at = min(ys, key=lambda k: abs(k - y), default=y)
        at = at if abs(at - y) <= SNAP else y
        reach = sorted(r.at for r in region.v if abs(getattr(r, end) - y) <= SNAP)
        h += [Rule("h", at, a, b) for a, b in pairwise(reach)]
    return h, v


def _filled(m: Matrix, spans: list[Span], lines: Sequence[Line], page: int, how: str) -> Block:
    box = (m.xs[0], m.ys[0], m.xs[-1], m.ys[-1])
    whole = pieces_in(lines, box)
    inside = [(span, m.box(span)) for span in spans]
    content: list[list[Piece]] = [[] for _ in spans]
    for piece in whole:
        for slot, part in _placed(piece, m, inside):
            content[slot].append(part)
    cells = [cell_of(pieces, m.box(span)) for span, pieces in zip(spans, content, strict=True)]
    return Block(page, box, m.xs, m.ys, spans, cells, how, whole)


def _placed(piece: Piece, m: Matrix, inside: Sequence[tuple[Span, Box]]) -> list[tuple[int, Piece]]:
    """The piece's parts with the span each stands in."""
    y = piece.middle
    row = [(i, box) for i, (_, box) in enumerate(inside) if box[1] <= y <= box[3]]
    edges = sorted({x for _, box in row for x in (box[0], box[2])})
    placed = []
    for part in split_at(piece, edges):
        x = (part.box[0] + part.box[2]) / 2
        slot = next((i for i, box in row if box[0] <= x <= box[2]), None)
        if slot is not None:
            placed.append((slot, part))
    return placed
