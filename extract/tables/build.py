"""A region of rules and text to a block: one table, or the part of it on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from extract.model import Box, Cell, Laid
from extract.tables.columns import beside_edges, between_words, crossing, separators, without_markers
from extract.tables.counted import parts_alike
from extract.tables.grow import grown
from extract.tables.inlaid import inlaid_in
from extract.tables.lost import lost_heads, lost_lines
from extract.tables.matrix import Matrix, Span, matrix_of, spans_of
from extract.tables.merged import extend_rules, head_cut
from extract.tables.pieces import Piece, cell_of, in_rows, pieces_in, split_at
from extract.tables.regions import Region
from extract.tables.rules import SNAP, Rule
from extract.tables.strips import with_text_rows
from extract.tables.subheads import rows_of_names
from extract.tables.touching import names_parted

__all__ = ["Block", "Draft", "build", "draft", "mates_of"]

RULED = 0.5
"""Columns are ruled where an inner vertical rule runs along at least this share of the height."""
STRIPED = 0.9
"""The same where rules are but the edges of fills: a merged cell beside stripes has such edges too."""


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
        ys, last = self.ys, len(self.xs) - 1
        here = [s for s in self.spans if ys[s[0]] <= y <= ys[s[2]]]
        return sorted({self.xs[c] for s in here for c in (s[1], s[3]) if 0 < c < last})

    def rows(self) -> list[list[Cell]]:
        """Rows of cells, a merged one at each position it covers."""
        grid = [[Cell("", [], (x0, y0, x1, y1)) for x0, x1 in pairwise(self.xs)] for y0, y1 in pairwise(self.ys)]
        for (r0, c0, r1, c1), cell in zip(self.spans, self.cells, strict=True):
            for r in range(r0, r1):
                grid[r][c0:c1] = [cell] * (c1 - c0)
        return grid


@dataclass(eq=False)
class Draft:
    """A region with the text in it, before rows and columns are known. `ruled` says whether rules part its columns.

    `opens` and `ends` say whether it is the first and the last thing on its page.
    """

    laid: Laid
    region: Region
    ruled: bool
    pieces: list[Piece]
    opens: bool
    ends: bool

    @cached_property
    def alone(self) -> Block | None:
        """The block it makes by itself."""
        return build(self)

    @property
    def rows(self) -> list[list[Piece]]:
        """Its text in printed rows."""
        return in_rows(self.pieces)

    @property
    def header(self) -> int:
        """How many printed rows stand over the second full rule; those over the first number where there is none."""
        x0, _, x1, _ = self.region.box
        heights = sorted({r.at for r in self.region.h})
        full = [y for y in heights if sum(r.length for r in self.region.h if r.at == y) > 0.9 * (x1 - x0)]
        if len(full) < 3:
            return rows_of_names(self.rows)
        return sum(row[0].middle < full[1] for row in self.rows)


def draft(region: Region, laid: Laid, taken: Sequence[Box], grow: bool = True) -> Draft | None:
    """A region with its text, and with the rows that stand outside its rules; None where there is no text.

    `taken` are the boxes of the other regions.
    """
    ruled = _ruled(region)
    if grow and not ruled:
        region = _grown(region, laid, taken)
    x0, top, x1, bottom = region.box
    beside = [x for x in laid.lines if x.box[2] > x0 and x.box[0] < x1]
    opens, ends = not any(x.box[3] < top + 2 for x in beside), not any(x.box[1] > bottom - 2 for x in beside)
    pieces = pieces_in([*laid.lines, *lost_lines(laid, region.box)], region.box)
    return Draft(laid, region, ruled, pieces, opens, ends) if pieces else None


def build(d: Draft, mates: Sequence[Draft] = ()) -> Block | None:
    """A block from a draft, or None where there is nothing like rows and columns.

    `mates` are drafts on other pages with the same columns: what they show tells more about where columns part.
    """
    h, v = framed(d.region)
    if d.region.striped:
        h, v = _closed(d.region, h, v)
    if not d.ruled:
        v = [r for r in v if r.at in (min(k.at for k in v), max(k.at for k in v))] if v else []
        drawn = _fill_columns(d, mates) if d.region.striped else []
        xs = beside_edges(_white_columns(d, mates), drawn, d.pieces)
        v += [Rule("v", x, d.region.box[1], d.region.box[3]) for x in _clear_of_bars(xs, d)]
    if len({r.at for r in h}) < 2 or len({r.at for r in v}) < 3:
        return None
    m = matrix_of(h, v)
    if d.region.striped and not d.ruled:
        m = head_cut(m, v, d.pieces)
    if not d.ruled:
        extend_rules(m, d.pieces)
    m = with_text_rows(m, v, d.pieces, d.region.open, not d.ruled)
    # Labels on their side, 第一梯队 beside its rows, stand in merged cells that only rules can show.
    labels = pieces_in(d.laid.turned, d.region.box) if d.ruled else []
    return _filled(m, spans_of(m), d.pieces, labels, d.laid.page.number, "rules" if d.ruled else "white space")


def _white_columns(d: Draft, mates: Sequence[Draft]) -> list[float]:
    """Where white space parts columns."""
    own = separators(d.rows, d.header)
    if not mates:
        return parts_alike(without_markers(own, d.rows), d.rows)
    heads, bodies = list(d.rows[: d.header]), list(d.rows[d.header :])
    for mate in mates:
        heads += mate.rows[: mate.header]
        bodies += mate.rows[mate.header :]
    pooled = separators([*heads, *bodies], len(heads))
    best = pooled if len(pooled) >= len(own) else own
    return without_markers(best, [*heads, *bodies])


def _clear_of_bars(xs: Sequence[float], d: Draft) -> list[float]:
    """The places where columns part, those in a bar beside its number moved left of it: the names stand over both."""
    x0, top, x1, bottom = d.region.box
    bars = [s for s in inlaid_in(d.laid.page.shapes) if top < s.top < bottom and x0 < s.x0 < x1]
    return sorted({min((s.x0 - 1 for s in bars if s.x0 <= x <= s.x1), default=x) for x in xs})


def _fill_columns(d: Draft, mates: Sequence[Draft]) -> list[float]:
    """Where fills end inside a table, or its other parts, and no text stands across: columns part there."""
    x0, _, x1, _ = d.region.box
    edges = {r.at for o in (d, *mates) if o.region.striped for r in o.region.v if x0 + SNAP < r.at < x1 - SNAP}
    return between_words([x for x in edges if not any(crossing(p, [x]) for p in d.pieces)], d.pieces)


def mates_of(d: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that may be parts of the same table, on the page before or after, or with the same header."""
    found = []
    for other in drafts:
        away = other.laid.page.number - d.laid.page.number
        if other is d or other.ruled or d.ruled or abs(away) > 1:
            continue
        if not _as_wide(d, other) and not (away and _same_heads(d, other)):
            continue
        if (
            (away == 1 and other.opens and d.ends)
            or (away == -1 and d.opens and other.ends)
            or (away == 0 and _says(d) == _says(other))
        ):
            found.append(other)
    return found


def _as_wide(a: Draft, b: Draft) -> bool:
    return all(abs(a.region.box[k] - b.region.box[k]) <= SNAP for k in (0, 2))


def _same_heads(a: Draft, b: Draft) -> bool:
    """Whether their first rows say the same at the same places."""
    one, other = a.rows[0], b.rows[0]
    return (
        len(one) > 1
        and [p.text for p in one] == [p.text for p in other]
        and all(abs(p.box[0] - q.box[0]) <= SNAP for p, q in zip(one, other, strict=True))
    )


def _says(d: Draft) -> str:
    """The text of its first row."""
    return "".join(p.text for p in d.rows[0])


def _grown(region: Region, laid: Laid, taken: Sequence[Box]) -> Region:
    """The region with rows that stand outside its rules, closed by rules of its own."""
    x0, top, x1, bottom = region.box
    lines = [*laid.lines, *lost_heads(laid, region.box)]
    box = grown(region.box, len({r.at for r in region.h}) - 1, lines, laid.page.height, taken, striped=region.striped)
    more = [Rule("h", y, x0, x1) for y, old in ((box[1], top), (box[3], bottom)) if y != old]
    return Region([*region.h, *more], region.v, open=[r.at for r in more], striped=region.striped)


def _ruled(region: Region) -> bool:
    x0, top, x1, bottom = region.box
    inner = {r.at for r in region.v if x0 + SNAP < r.at < x1 - SNAP}
    length = max((sum(r.length for r in region.v if r.at == x) for x in inner), default=0.0)
    return length >= (STRIPED if region.striped else RULED) * (bottom - top)


def framed(region: Region) -> tuple[list[Rule], list[Rule]]:
    """The rules with the outer ones put in that were left undrawn: open sides of a table."""
    ys, xs = sorted({r.at for r in region.h}), sorted({r.at for r in region.v})
    x0, top, x1, bottom = region.box
    sides = [(x0, "lo"), (x1, "hi")]
    ends = [(top, "lo"), (bottom, "hi")]
    bare_sides = [x for x, _ in sides if not _drawn(region.v, x)]
    bare_ends = [y for y, _ in ends if not _drawn(region.h, y)]
    v, h = [*region.v], [*region.h]
    for x, end in sides:
        reach = {r.at for r in region.h if abs(getattr(r, end) - x) <= SNAP}
        # Where neither side nor end is drawn, the corner between them is open too.
        corners = bare_ends if x in bare_sides and reach else []
        v += [Rule("v", _nearest(xs, x), a, b) for a, b in pairwise(sorted({*reach, *corners}))]
    for y, end in ends:
        reach = {r.at for r in region.v if abs(getattr(r, end) - y) <= SNAP}
        corners = bare_sides if y in bare_ends and reach else []
        h += [Rule("h", _nearest(ys, y), a, b) for a, b in pairwise(sorted({*reach, *corners}))]
    return h, v


def _closed(region: Region, h: list[Rule], v: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules with a frame: fills don't draw the outer edge of cells that are left white."""
    x0, top, x1, bottom = region.box
    ends = [Rule("h", _nearest([r.at for r in h], y), x0, x1) for y in (top, bottom)]
    sides = [Rule("v", _nearest([r.at for r in v], x), top, bottom) for x in (x0, x1)]
    return [*h, *ends], [*v, *sides]


def _drawn(rules: Sequence[Rule], at: float) -> bool:
    return any(abs(r.at - at) <= SNAP for r in rules)


def _nearest(known: Sequence[float], at: float) -> float:
    near = min(known, key=lambda k: abs(k - at), default=at)
    return near if abs(near - at) <= SNAP else at


def _filled(m: Matrix, spans: list[Span], whole: list[Piece], labels: Sequence[Piece], page: int, how: str) -> Block:
    inside = [(span, m.box(span)) for span in spans]
    content: list[list[Piece]] = [[] for _ in spans]
    for piece in [*whole, *labels]:
        for slot, part in _placed(piece, inside):
            content[slot].append(part)
    cells = [cell_of(pieces, box) for (_, box), pieces in zip(inside, content, strict=True)]
    spans, cells = names_parted(m, spans, cells)
    return Block(page, (m.xs[0], m.ys[0], m.xs[-1], m.ys[-1]), m.xs, m.ys, spans, cells, how, whole)


def _placed(piece: Piece, inside: Sequence[tuple[Span, Box]]) -> list[tuple[int, Piece]]:
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
