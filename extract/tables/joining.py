"""Parts of one table on several pages, columns or places to one grid."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.model import Box, Cell, Grid, Run, joined
from extract.tables.captions import Caption
from extract.tables.header import bands_of, header_rows, plain, same_row

__all__ = ["Part", "grid_of", "joins"]


@dataclass(slots=True, eq=False)
class Part:
    """What one page shows of a table. `first` and `last` say whether it stands first or last in its text column."""

    page: int
    box: Box
    xs: list[float]
    rows: list[list[Cell]]
    how: str
    caption: Caption | None = None
    caption_under: bool = False
    notes: list[Run] = field(default_factory=list)
    source: Run | None = None
    first: bool = False
    last: bool = False


def joins(before: Sequence[Part], part: Part) -> bool:
    """Whether a part goes on with the table that the parts before it make up."""
    last, head = before[-1], before[0]
    if len(last.rows[0]) != len(part.rows[0]):
        return False
    repeated = _repeated(head.rows, part.rows)
    caption = part.caption
    if caption and not (part.caption_under and all(p.caption is None for p in before)):
        known = next((p.caption for p in before if p.caption), None)
        same = known is not None and caption.label == known.label and caption.label is not None
        named = caption.goes_on and (caption.label is None or same or known is None)
        again = (
            (same or (known is not None and caption.label is None is known.label))
            and repeated > 0
            and plain(caption.title or "") == plain((known and known.title) or "")
        )
        return bool((named or again) and part.page - last.page <= 1)
    follows = part.page == last.page + 1 or (part.page == last.page and part.box[0] > last.box[2] - 3)
    if not (follows and part.first and last.last) or last.source:
        return False
    return repeated > 0 or (_alike(last, part) and not _new_header(head, part))


def _repeated(rows: Sequence[Sequence[Cell]], more: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top of `more` repeat the header of `rows`, perhaps with a row of units or dashes under it."""
    header = max(1, header_rows(rows)) + 1
    count = 0
    while (
        count < min(header, len(more), len(rows))
        and same_row(rows[count], more[count])
        and any(c.text for c in more[count])
    ):
        count += 1
    return count


def _alike(a: Part, b: Part) -> bool:
    """Whether columns are equally wide."""
    gaps = [abs((x - a.xs[0]) - (y - b.xs[0])) for x, y in zip(a.xs, b.xs, strict=True)]
    return max(gaps) <= 0.03 * (a.xs[-1] - a.xs[0]) + 4


def _new_header(head: Part, part: Part) -> bool:
    """Whether a part opens with a header of its own, other than that of the table before."""
    known, new = header_rows(head.rows), header_rows(part.rows)
    if not (known and new):
        return False
    lengths = [len(c.text) for row in part.rows[new:] for c in row if c.text]
    own = [len(c.text) for c in part.rows[0] if c.text]
    return bool(lengths) and median(lengths) > 2.5 * median(own)


def grid_of(parts: Sequence[Part]) -> Grid:
    """One grid from the parts of a table."""
    head = parts[0]
    rows = [list(r) for r in head.rows]
    header = header_rows(rows)
    for part in parts[1:]:
        more = [list(r) for r in part.rows[_repeated(rows, part.rows) :]]
        if more:
            _sew(rows, more, header)
            rows += more
    captions = [p.caption for p in parts if p.caption]
    caption = captions[0] if captions else None
    return Grid(
        rows,
        [(p.page, p.box) for p in parts],
        header,
        caption.label if caption else None,
        caption.title if caption else None,
        caption.line if caption else None,
        [n for p in parts for n in p.notes],
        next((p.source for p in parts if p.source), None),
        head.how,
        bands_of(rows, header),
    )


def _sew(rows: list[list[Cell]], more: list[list[Cell]], header: int) -> None:
    """Mend what the cut between two parts tore: a row's text, or a merged cell. Both lists are changed."""
    if len(rows) <= header:
        return
    _sew_merged(rows, more, header)
    if _is_rest(rows, more, header):
        last = rows[-1]
        for above, below in {(id(a), id(b)): (a, b) for a, b in zip(last, more[0], strict=True)}.values():
            if above is not below and below.text:
                _swap([*rows, *more], above, _both(above, below))
        del more[0]


def _sew_merged(rows: list[list[Cell]], more: list[list[Cell]], header: int) -> None:
    for c in range(len(rows[0])):
        above, below = rows[-1][c], more[0][c]
        if not _groups(rows[header:], c) or above is below:
            continue
        if above.text and not below.text:
            _swap(more, below, above)
        elif below.text and not above.text and len(more) > 1 and more[1][c] is below:
            _swap(rows, above, below)


def _groups(rows: Sequence[Sequence[Cell]], c: int) -> bool:
    """Whether cells of a column are merged over rows."""
    return any(a[c] is b[c] and a[c].text for a, b in pairwise(rows))


def _is_rest(rows: Sequence[Sequence[Cell]], more: Sequence[Sequence[Cell]], header: int) -> bool:
    """Whether the first of the new rows is the rest of the last row: what every other row has, it or the last lacks."""
    last, first = rows[-1], more[0]
    others = [*rows[header:-1], *more[1:]]
    if len(others) < 2 or same_row(last, first):
        return False
    width = range(len(first))
    always = [c for c in width if all(r[c].text for r in others) and not _groups(rows[header:], c)]
    lacks = [c for c in always if not first[c].text]
    lacked = [c for c in always if not last[c].text]
    if not lacks and not lacked:
        return False
    both = [c for c in width if first[c].text and last[c].text]
    return not lacked or not lacks or not any(c in both for c in always[:1])


def _both(a: Cell, b: Cell) -> Cell:
    latin = a.text[-1:].isascii() and a.text[-1:].isalnum() and b.text[:1].isascii() and b.text[:1].isalnum()
    run = joined([a, b], " " if latin else "") if a.text else b
    return Cell(run.text, run.chars, a.box)


def _swap(rows: list[list[Cell]], old: Cell, new: Cell) -> None:
    for row in rows:
        for c, cell in enumerate(row):
            if cell is old:
                row[c] = new
