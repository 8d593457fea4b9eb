"""Rows of words that follow each other down a page as the rows of one table do."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from extract.fold import fold
from extract.model import Box, Line
from extract.tables.captions import is_apart, read_caption
from extract.tables.columns import crossing, separators
from extract.tables.pieces import Piece, in_rows, pieces_in, split_wide
from extract.words import pattern

__all__ = ["AIRY", "APART", "Row", "following", "is_foreign", "is_section", "keeps", "word_rows"]

APART = 0.6
"""Ems between two words of a row that may stand in two columns."""
WIDE = 0.62
"""A single word wider than this share of the table, over its columns, is running text."""
AIRY, TIGHT_GAP = 2.6, 1.9
"""Ems between rows of a table at most: where the next row has several words, and where it has one."""

Row = list[Piece]


def word_rows(lines: Iterable[Line], box: Box) -> list[Row]:
    """The words that stand in a box, or reach into it from the side, in printed rows."""
    band = (float("-inf"), box[1], float("inf"), box[3])
    words = (w for p in pieces_in(lines, band) for w in split_wide(p, APART))
    return in_rows(w for w in words if w.box[2] > box[0] and w.box[0] < box[2])


def following(own: Sequence[Row], rows: Iterable[Row], zone: tuple[float, float], most: float = 0.0) -> Iterator[Row]:
    """The rows, one below the other, that go on with those of a table (`own`; may be empty) in an x range.

    They end before running text, a caption, a note, or a gap wider than those before (or than `most` ems).
    """
    seen = list(own)
    gaps: list[float] = []
    for row in rows:
        here = [w for w in row if w.box[2] > zone[0] - 2 and w.box[0] < zone[1] + 2]
        if not here:
            continue
        size = median(w.size for r in seen[-3:] for w in r) if seen else here[0].size
        if is_foreign(here, zone, size) or _is_text(here, seen, zone):
            return
        if seen:
            gap = min(w.box[1] for w in here) - max(w.box[3] for w in seen[-1])
            usual = median(gaps) if gaps else 0.0
            if gap > (most * size or max((AIRY if len(here) > 1 else TIGHT_GAP) * size, 2.2 * usual)):
                return
            gaps.append(max(gap, 0.0))
        seen.append(here)
        yield here


def is_section(row: Row) -> bool:
    """Whether a row is but the name of the group of rows below it, over all columns."""
    return len(row) == 1 and bool(pattern("tables", "section_row").match(fold(row[0].text)))


def keeps(row: Row, xs: Sequence[float]) -> bool:
    """Whether the words of a row keep to the columns that `xs` part, or name a group of rows."""
    return is_section(row) or not any(crossing(w, xs) for w in row)


def is_foreign(row: Row, zone: tuple[float, float], size: float) -> bool:
    """Whether a row is a caption, a note, a line of contents, set in another size, or reaches beyond the table."""
    lines = {id(w.line): w.line for w in row}.values()
    if any(read_caption(x) for x in lines) or is_apart(row[0].line.text):
        return True
    if any(pattern("tables", "leader").search(fold(w.text)) for w in row):
        return True
    if any(w.box[0] < zone[0] - size or w.box[2] > zone[1] + size for w in row):
        return True
    return any(not 0.75 * size < w.size < 1.3 * size for w in row)


def _is_text(row: Row, seen: Sequence[Row], zone: tuple[float, float]) -> bool:
    """Whether a row is one wide word that keeps to no column."""
    if len(row) > 1 or row[0].box[2] - row[0].box[0] <= WIDE * (zone[1] - zone[0]):
        return False
    xs = separators([*seen, row], 1) if sum(len(r) > 1 for r in seen) > 1 else []
    return not xs or crossing(row[0], xs)
