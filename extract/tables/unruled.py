"""Tables that no rule frames: rows of words in columns under a caption, under names of columns, or beside a count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.fold import fold
from extract.model import Box, Laid, union
from extract.tables.captions import whole_caption
from extract.tables.columns import TIGHT, crossing, lanes, separators
from extract.tables.counted import are_counted
from extract.tables.follow import AIRY, Row, following, is_section, keeps, word_rows
from extract.tables.pieces import Piece
from extract.tables.regions import Region
from extract.tables.rows import counts
from extract.tables.rules import Rule, Rules
from extract.words import pattern

__all__ = ["continued_region", "unruled_regions"]

FEWEST = 2
LONGEST = 12
"""Characters in the name of a column."""
MOST = 12
"""Rows from which lanes are told."""


@dataclass(slots=True)
class Seed:
    """Where a table may begin: the index of its first row, and the x its middle is expected at (under a caption)."""

    row: int
    middle: float | None
    captioned: bool
    counted: bool = False


def unruled_regions(laid: Laid, rules: Rules, taken: Sequence[Box]) -> list[Region]:
    """Regions of rows in columns outside the boxes already taken."""
    rows = _rows(laid, taken)
    found: list[Region] = []
    for seed in _seeds(rows, taken):
        if any(_inside(rows[seed.row], r.box, seed.middle) for r in found):
            continue
        block = _block(rows, seed)
        if block:
            found.append(_cut_at_rows(_region(block, rules), block) if seed.counted else _region(block, rules))
    return found


def continued_region(
    laid: Laid, box: Box, xs: Sequence[float], rules: Rules, taken: Sequence[Box], least: int = 1
) -> Region | None:
    """The region at the top of a page, or of a text column, whose rows go on in the columns `xs` of a table before.

    `box` says where that table would stand here. At least `least` rows have several words.
    """
    zone = (box[0], box[2])
    block: list[Row] = []
    for row in following([], _rows(laid, taken), zone):
        if not keeps(row, xs[1:-1]):
            break
        block.append(row)
    several = [row for row in block if len(row) > 1]
    inside = box[0] >= 0 and box[2] <= laid.page.width
    return _region(block, rules, zone if inside else None) if len(several) >= least else None


def _rows(laid: Laid, taken: Sequence[Box]) -> list[Row]:
    page = (0.0, 0.0, laid.page.width, laid.page.height)
    free = ([w for w in row if not any(_holds(b, w) for b in taken)] for row in word_rows(laid.lines, page))
    return [row for row in free if row]


def _holds(box: Box, word: Piece) -> bool:
    x = (word.box[0] + word.box[2]) / 2
    return box[0] <= x <= box[2] and box[1] <= word.middle <= box[3]


def _inside(row: Row, box: Box, middle: float | None) -> bool:
    """Whether a row, or what of it stands under a caption, is in a box."""
    under = middle is None or box[0] <= middle <= box[2]
    return under and any(_holds(box, w) for w in row)


def _seeds(rows: Sequence[Row], taken: Sequence[Box]) -> Iterator[Seed]:
    for i, row in enumerate(rows):
        for line in {id(w.line): w.line for w in row}.values():
            caption = whole_caption(line, [w.line for w in row])
            # A 专栏 without rules is a box of text, unless it looks like a table without its title.
            if caption and caption.of_table and caption.of != "专栏" and i + 1 < len(rows):
                line = caption.line
                below = [b for b in taken if 0 <= b[1] - line.box[3] < 4 * line.size and b[0] < line.box[2]]
                if not any(b[2] > line.box[0] for b in below):
                    yield Seed(i + 1, (line.box[0] + line.box[2]) / 2, True)
        names = [w for w in row if pattern("tables", "column_name").match(fold(w.text))]
        named = len(names) >= 2 and len(names) >= 0.5 * len(row)
        if named or are_counted(rows[i : i + 3]):
            first = i - 1 if not named and i and _heads(rows[i - 1], row) else i
            yield Seed(first, None, False, not named)


def _heads(names: Row, row: Row) -> bool:
    """Whether a row has a short word right over each word of the next: names of columns that are no common ones."""
    level = len(names) == len(row) > FEWEST and all(
        a.box[0] < b.box[2] and a.box[2] > b.box[0] for a, b in zip(names, row, strict=True)
    )
    near = min(w.box[1] for w in row) - max(w.box[3] for w in names) < AIRY * row[0].size
    return level and near and not any(w.text.strip().isdigit() or len(w.text) > LONGEST for w in names)


def _block(rows: Sequence[Row], seed: Seed) -> list[Row] | None:
    """The rows of the table at a seed, cut to the lanes it stands in."""
    zone = _zone(rows, seed)
    if zone is None:
        return None
    block = _fit(list(following([], rows[seed.row :], zone)), seed)
    return block if block and _is_table(block, seed) else None


def _zone(rows: Sequence[Row], seed: Seed) -> tuple[float, float] | None:
    """The x range of the table: all lanes, or those that are centred under the caption, or under the header."""
    near = rows[seed.row : seed.row + MOST]
    found = lanes(w for row in near for w in row)
    if not found:
        return None
    if seed.middle is None:
        names = [w for row in _header(rows[seed.row :]) for w in row]
        first, last = min(w.box[0] for w in names), max(w.box[2] for w in names)
        under = [lane for lane in found if lane[1] > first and lane[0] < last]
        return (under[0][0], under[-1][1]) if under else None
    size = median(w.size for row in near for w in row)
    spans = [(found[i][0], found[j][1]) for i in range(len(found)) for j in range(i, len(found))]
    centred = [s for s in spans if abs((s[0] + s[1]) / 2 - seed.middle) < 2 * size]
    return max(centred, key=lambda s: s[1] - s[0], default=(found[0][0], found[-1][1]))


def _header(rows: Sequence[Row]) -> Iterator[Row]:
    """The first row, and those right below that begin with a name of a column too: other levels of the header."""
    edge = 0.0
    for row in rows[:3]:
        close = min(w.box[1] for w in row) - edge < 0.8 * row[0].size
        if edge and not (close and pattern("tables", "column_name").match(fold(row[0].text))):
            return
        edge = max(w.box[3] for w in row)
        yield row


def _fit(rows: list[Row], seed: Seed) -> list[Row] | None:
    """The longest run of rows from the first on that makes columns."""
    while len(rows) >= 2:
        xs = separators(rows, 1)
        # A longer number may reach over the gap behind the others: number and place are one cell then.
        enough = len(xs) + 1 >= len(rows[0]) or seed.captioned or seed.counted
        if xs and enough and not is_section(rows[-1]) and not _torn(rows, xs):
            return rows
        rows.pop()
    return None


def _torn(rows: Sequence[Row], xs: Sequence[float]) -> bool:
    """Whether many rows reach over the columns, or the last one does."""
    over = [any(crossing(w, xs, TIGHT) for w in row) for row in rows[1:] if not is_section(row)]
    return bool(over) and (over[-1] or sum(over) > 0.15 * len(over))


def _is_table(rows: Sequence[Row], seed: Seed) -> bool:
    xs = separators(rows, 1)
    several = sum(len(row) > 1 for row in rows)
    if several < (2 if seed.captioned else 3) or several < 0.2 * len(rows):
        return False
    first = [row[0].text for row in rows[1:] if row[0].box[0] < xs[0]]
    return seed.captioned or counts(first) or len(xs) >= 2 or seed.counted


def _cut_at_rows(region: Region, rows: Sequence[Row]) -> Region:
    """The region with a rule between all rows, where each counts."""
    x0, _, x1, _ = region.box
    edges = [(max(w.box[3] for w in a) + min(w.box[1] for w in b)) / 2 for a, b in pairwise(rows)]
    return Region([region.h[0], *(Rule("h", y, x0, x1) for y in edges), region.h[-1]], [])


def _region(rows: Sequence[Row], rules: Rules, zone: tuple[float, float] | None = None) -> Region:
    """The region of a block, with the rules drawn inside it."""
    x0, top, x1, bottom = union([w.box for row in rows for w in row])
    box = (x0 - 2, top - 2, x1 + 2, bottom + 2)
    if zone:
        box = (zone[0], box[1], zone[1], box[3])
    inner = [
        Rule("h", r.at, box[0], box[2])
        for r in rules.h
        if box[1] + 4 < r.at < box[3] - 4 and min(r.hi, box[2]) - max(r.lo, box[0]) > 0.8 * (box[2] - box[0])
    ]
    between = [r for r in inner if any(a[0].middle < r.at < b[0].middle for a, b in pairwise(rows))]
    ends = [Rule("h", y, box[0], box[2]) for y in (box[1], box[3])]
    return Region([ends[0], *between, ends[1]], [])
