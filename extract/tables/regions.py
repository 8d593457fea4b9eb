"""Where on a page rules may draw a table: rules that touch, and stacks of equally wide ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.model import Box, Line, union
from extract.tables.captions import is_source, read_caption
from extract.tables.columns import lanes
from extract.tables.follow import word_rows
from extract.tables.pieces import Piece
from extract.tables.rules import SNAP, Rule, Rules

__all__ = ["EXTENT", "Region", "regions_of", "stands_in"]

TOUCH = 3.0
EXTENT = 4.0
"""Points by which rules of one stack may differ at either end."""
LARGER = 1.15
"""Times the size of the rows that a heading in a bar is set in, at least."""
APART = 0.6
"""Ems by which a heading's bar is further from the rows than the next rule or stripe of their table."""


@dataclass(slots=True)
class Region:
    """Rules that may belong to one table, and the box around them.

    `open` holds the y of ends that no rule draws: rows of text beyond the last rule. `striped`: its
    rules are but the edges of fills.
    """

    h: list[Rule]
    v: list[Rule]
    box: Box = field(default=(0, 0, 0, 0))
    open: list[float] = field(default_factory=list)
    striped: bool = False

    def __post_init__(self) -> None:
        boxes = [(r.lo, r.at, r.hi, r.at) for r in self.h] + [(r.at, r.lo, r.at, r.hi) for r in self.v]
        self.box = union(boxes)


def regions_of(rules: Rules, lines: Sequence[Line]) -> list[Region]:
    """Candidate regions from top to bottom: touching rules first, then equally wide ones above each other."""
    return sorted(_stacked(_abreast(_touching(rules)), lines), key=lambda r: (r.box[1], r.box[0]))


def _touching(rules: Rules) -> list[Region]:
    everything = [*rules.h, *rules.v]
    parent = list(range(len(everything)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first_v = len(rules.h)
    for i, h in enumerate(rules.h):
        for j, v in enumerate(rules.v, first_v):
            if _touch(h, v):
                parent[root(i)] = root(j)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(everything):
        groups.setdefault(root(i), []).append(rule)
    return [Region([r for r in g if r.axis == "h"], [r for r in g if r.axis == "v"]) for g in groups.values()]


def _touch(h: Rule, v: Rule) -> bool:
    return h.lo - TOUCH <= v.at <= h.hi + TOUCH and v.lo - TOUCH <= h.at <= v.hi + TOUCH


def _abreast(regions: Iterable[Region]) -> list[Region]:
    """Bare vertical rules of one height, side by side, taken together."""
    done: list[Region] = []
    for region in regions:
        _, top, _, bottom = region.box
        mate = None
        if not region.h:
            level = (d for d in done if not d.h and abs(d.box[1] - top) <= EXTENT and abs(d.box[3] - bottom) <= EXTENT)
            mate = next(level, None)
        if mate:
            mate.v += region.v
            mate.box = union([mate.box, region.box])
        else:
            done.append(region)
    return done


def _stacked(regions: Iterable[Region], lines: Sequence[Line]) -> list[Region]:
    done: list[Region] = []
    for region in sorted(regions, key=lambda r: (r.box[1], r.box[3])):
        above = max((d for d in done if _as_wide(d, region)), key=lambda d: d.box[3], default=None)
        if above and goes_on(above, region, lines):
            _add(above, region)
        else:
            done.append(Region(list(region.h), list(region.v)))
    return _nested(_unboxed(done, lines))


def _nested(regions: Sequence[Region]) -> list[Region]:
    """Regions with what lies inside one added to it: rules under (or between) some columns only."""
    outer: list[Region] = []
    for region in sorted(regions, key=lambda r: -(r.box[2] - r.box[0]) * (r.box[3] - r.box[1])):
        host = next((o for o in outer if _within(region.box, o.box) and _parallel(region, o)), None)
        if host:
            _add(host, region)
        else:
            outer.append(region)
    return outer


def _unboxed(regions: Sequence[Region], lines: Sequence[Line]) -> list[Region]:
    """The regions but for bare frames around a whole table with its caption: 专栏."""
    captions = [x.box for x in lines if (c := read_caption(x)) and c.of_table]
    return [r for r in regions if not (_is_bare(r) and any(stands_in(c, r.box) for c in captions))]


def _is_bare(region: Region) -> bool:
    """Whether rules frame but one space, perhaps with a bar along a side."""
    x0, top, x1, bottom = region.box
    inner = any(top + EXTENT < r.at < bottom - EXTENT for r in region.h)
    return not inner and not any(x0 + 2 * EXTENT < r.at < x1 - EXTENT for r in region.v) and bool(region.h and region.v)


def stands_in(inner: Box, outer: Box) -> bool:
    """Whether the middle of a box is in another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] < x < outer[2] and outer[1] < y < outer[3]


def _parallel(inner: Region, host: Region) -> bool:
    """Whether both are but vertical rules, or the inner one is but horizontal ones and none of the host's cross it."""
    x0, _, x1, _ = host.box
    across = [r for r in host.v if x0 + SNAP < r.at < x1 - SNAP and r.lo < inner.box[3] and r.hi > inner.box[1]]
    return not (inner.h or host.h) or not (inner.v or across)


def _add(region: Region, more: Region) -> None:
    region.h += more.h
    region.v += more.v
    region.box = union([region.box, more.box])


def _as_wide(a: Region, b: Region) -> bool:
    return abs(a.box[0] - b.box[0]) <= EXTENT and abs(a.box[2] - b.box[2]) <= EXTENT


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - EXTENT
        and inner[2] <= outer[2] + EXTENT
        and inner[1] >= outer[1] - SNAP
        and inner[3] <= outer[3] + SNAP
    )


def goes_on(above: Region, below: Region, lines: Sequence[Line]) -> bool:
    """Whether what stands between two equally wide pieces looks like rows of one table."""
    top, bottom = above.box[3], below.box[1]
    if bottom - top <= SNAP:
        return True
    x0, x1 = above.box[0], above.box[2]
    strip = [x for x in lines if top <= (x.box[1] + x.box[3]) / 2 <= bottom and x.box[2] > x0 and x.box[0] < x1]
    if any(read_caption(x) or is_source(x.text) for x in strip) or _is_headed(above, below, strip, lines):
        return False
    rows = word_rows(strip, (x0, top, x1, bottom))
    if any(w.box[0] < x0 - 2 * w.size or w.box[2] > x1 + 2 * w.size for row in rows for w in row):
        return False
    if not rows:
        bare = above.h and not above.v and not below.v
        return bottom - top < (20 if bare else 6)
    return len(lanes(w for row in rows for w in row)) > 1 or (
        len(rows) <= 2 and bottom - top < 2.5 * len(rows) * _height(rows)
    )


def _is_headed(above: Region, below: Region, strip: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether one of two pieces is the bar of a heading over or under the rows between: larger, or further from them."""
    if not strip:
        return False
    size = max(x.size for x in strip)
    over = min(x.box[1] for x in strip) - above.box[3]
    under = below.box[1] - max(x.box[3] for x in strip)
    for bar, near, far in ((above, over, under), (below, under, over)):
        inside = [x for x in lines if stands_in(x.box, bar.box)]
        if len(inside) == 1 and _is_bare(bar) and (inside[0].size > LARGER * size or near > far + APART * size):
            return True
    return False


def _height(rows: Sequence[Sequence[Piece]]) -> float:
    return max(p.box[3] - p.box[1] for r in rows for p in r)
