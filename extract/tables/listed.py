"""Lists of ranked places to parts of tables, and in the place of tables that read their words in other rows."""

from collections.abc import Iterable, Sequence

from extract.fold import fold
from extract.model import Box, Cell, Laid, Line, Run, union
from extract.tables.build import Block
from extract.tables.captions import Caption, read_caption
from extract.tables.entries import Entry, falls, lists_of, shared
from extract.tables.header import are_names, header_rows
from extract.tables.joining import Part
from extract.tables.pieces import cell_of
from extract.tables.surroundings import part_of
from extract.tables.tokens import Token, is_rank, tokens_of
from extract.words import pattern

__all__ = ["with_lists"]

OVER = 6.0
"""Ems over a list within which its title stands."""
LONGEST = 40
"""Characters of a title, at most."""


def with_lists(parts: Sequence[tuple[Part, bool]], laid: Laid) -> list[tuple[Part, bool]]:
    """The parts of tables on a page with the lists of ranked places that stand in no rows.

    A list takes the place of a table without header that reads its words in other rows, and has no other words.
    """
    named = [part.box for part, sound in parts if sound and _has_names(part)]
    lists = [(entries, _title(laid, entries)) for entries in lists_of(tokens_of(laid.lines, named))]
    sure = [(entries, title) for entries, title in lists if (title or falls(entries)) and not _is_figure(laid, entries)]
    kept = list(parts)
    new = []
    for entries, title in sure:
        words = _chars(t.piece for e in entries for t in e.tokens)
        inside = [(part, sound) for part, sound in kept if words & _chars(c for row in part.rows for c in row)]
        if any(sound and (_reads(part, entries) or not _holds(words, part)) for part, sound in inside):
            continue
        kept = [p for p in kept if p not in inside]
        new.append((entries, title))
    boxes = [part.box for part, _ in kept]
    # A title over one list heads its section; titles of several are their own.
    more = [(_part(laid, entries, title if len(sure) > 1 else None, boxes), True) for entries, title in new]
    return sorted([*kept, *more], key=lambda p: p[0].box[1]) if more else kept


def _has_names(part: Part) -> bool:
    """Whether names of columns stand over a table; ranks side by side (TOP1, TOP2) are none."""
    return header_rows(part.rows) > 0 and not any(is_rank(c.text) for c in part.rows[0])


def _chars(runs: Iterable[Run]) -> set[int]:
    return {id(c) for run in runs for c in run.chars if c and c.text.isalnum()}


def _reads(part: Part, entries: Sequence[Entry]) -> bool:
    """Whether each entry's words stand in one row of a table."""
    rows = [_chars(row) for row in part.rows]
    return all(any(_chars(t.piece for t in e.tokens) <= row for row in rows) for e in entries)


def _holds(words: set[int], part: Part) -> bool:
    return _chars(c for row in part.rows for c in row) <= words


def _box(entries: Sequence[Entry]) -> Box:
    return union([t.box for e in entries for t in e.tokens])


def _is_figure(laid: Laid, entries: Sequence[Entry]) -> bool:
    """Whether a caption under or over a list says that it is a figure: a chart may number its bars."""
    box = _box(entries)
    near = [x for x in laid.lines if -2 <= -shared(x.box, box, 1) <= OVER * x.size and shared(x.box, box, 0) > 0]
    captions = [c for x in near if (c := read_caption(x))]
    return any(not c.of_table for c in captions) and not any(c.of_table for c in captions)


def _title(laid: Laid, entries: Sequence[Entry]) -> Line | None:
    """The nearest line over a list, but for names of columns, if it says that places are ranked."""
    box = _box(entries)
    over = [x for x in laid.lines if x.box[3] <= box[1] + 2 and shared(x.box, box, 0) > 0]
    line = max((x for x in over if not are_names(x.text.split())), key=lambda x: x.box[3], default=None)
    if line is None or box[1] - line.box[3] > OVER * line.size or len(line.text) > LONGEST:
        return None
    return line if pattern("headers", "ranked").search(fold(line.text).lower()) else None


def _part(laid: Laid, entries: Sequence[Entry], title: Line | None, others: Sequence[Box]) -> Part:
    rows = [[_cell([e.rank]), _cell(e.places), *([_cell([e.score])] if e.score else [])] for e in entries]
    box = union([c.box for row in rows for c in row])
    xs, ys = _even(box[0], box[2], len(rows[0])), _even(box[1], box[3], len(rows))
    spans = [(r, c, r + 1, c + 1) for r in range(len(rows)) for c in range(len(rows[0]))]
    block = Block(laid.page.number, box, xs, ys, spans, [c for row in rows for c in row], "ranked places")
    part = part_of(block, laid, [*others, box])
    if part.caption is None and title:
        part.caption = Caption(title, None, None, title.text.strip(), False)
    return part


def _even(start: float, end: float, steps: int) -> list[float]:
    """Walls at equal distances: where the words stand, no row or column runs through."""
    return [start + (end - start) * k / steps for k in range(steps + 1)]


def _cell(tokens: Sequence[Token]) -> Cell:
    return cell_of([t.piece for t in tokens], union([t.box for t in tokens]))
