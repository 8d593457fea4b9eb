"""Pieces of printed lines, and how the pieces in one cell are joined to its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.model import Box, Cell, Char, Line, Run, union

__all__ = ["Piece", "cell_of", "in_rows", "pieces_in", "split_at", "split_wide", "sub_piece"]

ADDRESS = re.compile(r"://|www\.|@\w|\w\.(?:cn|com|org|net|gov|edu|html?)\b|/\w+/")
NUMBER = re.compile(r"\d[-./]\d*$")
"""A date or number that a line end cuts."""
OPENING, CLOSING = frozenset("（《〈【〔“‘"), frozenset("）》〉】〕”’，。、；：")
BLANK = 0.4
"""Ems: nearly half, so that what stands closely set after a comma is no other word."""


@dataclass(slots=True, eq=False)
class Piece(Run):
    """Part of one printed line. `box` is that of its characters, `line` the line it was cut from."""

    box: Box
    line: Line

    @property
    def size(self) -> float:
        """Of its characters, in points."""
        return max((c.size for c in self.chars if c), default=0.0)

    @property
    def middle(self) -> float:
        """The y halfway between top and bottom."""
        return (self.box[1] + self.box[3]) / 2


def _ink(c: Char) -> Box:
    """The box of a character without the blank half that full-width brackets, commas and stops have."""
    blank = BLANK * c.size if c.x1 - c.x0 > 0.8 * c.size else 0.0
    if c.text in CLOSING:
        return c.x0, c.top, c.x1 - blank, c.bottom
    if c.text in OPENING:
        return c.x0 + blank, c.top, c.x1, c.bottom
    return c.box


def _piece(line: Line, start: int, end: int) -> Piece | None:
    part = line.cut(start, end)
    boxes = [_ink(c) for c in part.chars if c and not c.text.isspace()]
    return Piece(part.text, part.chars, union(boxes), line) if boxes else None


def pieces_in(lines: Iterable[Line], box: Box) -> list[Piece]:
    """What of the lines stands in a box: a character is in where its middle is."""
    found = []
    for line in lines:
        if line.box[3] < box[1] or line.box[1] > box[3] or line.box[2] < box[0] or line.box[0] > box[2]:
            continue
        for start, end in _stretches(line.chars, box):
            piece = _piece(line, start, end)
            if piece:
                found.append(piece)
    return found


def _stretches(chars: Sequence[Char | None], box: Box) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for i, c in enumerate(chars):
        inside = start is not None if c is None else _in(c, box)
        if inside and start is None:
            start = i
        if not inside and start is not None:
            yield start, i
            start = None
    if start is not None:
        yield start, len(chars)


def _in(c: Char, box: Box) -> bool:
    x, y = (c.x0 + c.x1) / 2, (c.top + c.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def split_at(piece: Piece, xs: Sequence[float]) -> Iterator[Piece]:
    """The piece cut where it crosses one of `xs` (a character belongs to the side its middle is on)."""
    start, slot = 0, None
    for i, c in enumerate(piece.chars):
        if c is None:
            continue
        here = sum((c.x0 + c.x1) / 2 > x for x in xs)
        if slot is not None and here != slot:
            yield from sub_piece(piece, start, i)
            start = i
        slot = here
    yield from sub_piece(piece, start, len(piece.chars))


def split_wide(piece: Piece, ems: float) -> Iterator[Piece]:
    """The piece cut at gaps wider than `ems` of its size."""
    start, last = 0, None
    for i, c in enumerate(piece.chars):
        if c is None or c.text.isspace():
            continue
        if last is not None and _ink(c)[0] - _ink(last)[2] > ems * max(c.size, last.size):
            yield from sub_piece(piece, start, i)
            start = i
        last = c
    yield from sub_piece(piece, start, len(piece.chars))


def sub_piece(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    """The piece from one offset to another; nothing where it has no ink."""
    part = piece.cut(start, end)
    boxes = [_ink(c) for c in part.chars if c and not c.text.isspace()]
    if boxes:
        yield Piece(part.text, part.chars, union(boxes), piece.line)


def in_rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that stand side by side, from top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.box[0])):
        if rows and _beside(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda p: p.box[0])
    return rows


def _beside(row: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece stands on the row: most of the lower of the two heights is shared."""
    top, bottom = min(p.box[1] for p in row), max(p.box[3] for p in row)
    shared = min(bottom, piece.box[3]) - max(top, piece.box[1])
    return shared > 0.55 * min(bottom - top, piece.box[3] - piece.box[1])


def cell_of(pieces: Iterable[Piece], box: Box) -> Cell:
    """A cell from what stands in it: lines joined, a space between Latin words only."""
    text, chars = "", list[Char | None]()
    rows = in_rows(pieces)
    widest = max((row[-1].box[2] for row in rows), default=0.0)
    for r, row in enumerate(rows):
        for i, piece in enumerate(row):
            before = rows[r - 1][-1] if r and not i else None
            full = before is not None and before.box[2] > widest - 1.2 * before.size
            if text and (_breaks(text, piece.text, full) if before else _parts(text[-1], piece.text[0])):
                text += " "
                chars.append(None)
            text += piece.text
            chars += piece.chars
    return Cell(text, chars, box)


def _parts(before: str, after: str) -> bool:
    """Whether a space stands between two pieces side by side: Latin words part, Chinese goes on."""
    latin = before.isascii() and after.isascii()
    return latin and (before.isalnum() or before in ",.;:)%") and (after.isalnum() or after in "(&")


def _breaks(before: str, after: str, full: bool) -> bool:
    """Whether a space stands where a line was broken: not in an address, a long number or after a hyphen."""
    if not _parts(before[-1], after[0]):
        return False
    word = before.rsplit(maxsplit=1)[-1]
    if ADDRESS.search(word):
        return False
    return not (full and NUMBER.search(word) and after[0].isdigit())
