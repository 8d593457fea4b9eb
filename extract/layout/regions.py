"""Where pictures, charts and diagrams stand on a page, and the drawn frames that hold text."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.layout.banners import is_banner
from extract.layout.diagrams import captioned_diagrams
from extract.layout.glyphs import is_han
from extract.layout.patterns import match
from extract.layout.short_cards import WHITE, is_side, is_tinted, short_cards
from extract.model import Box, Laid, Line, Page, Shape, union

__all__ = [
    "Region",
    "common_shapes",
    "holds",
    "is_beside",
    "is_common",
    "is_over",
    "is_running",
    "is_unseen",
    "near",
    "regions_of",
    "rules_of",
]

BACKGROUND = 0.55
"""Share of the page that a background covers at least."""
NEAR = 9.0
"""Points between drawn things that belong to one picture."""
SMALLEST = 40.0
"""Points: what is less wide or high is an ornament, no picture."""
BULLET = 6.0
"""Points: what is neither wider nor higher is a bullet."""
THIN = 2.5
"""Points: what is filled and not wider or higher is a rule, no bar."""
BEYOND = 1.7
"""Ems that a label may stand above or under its picture."""
ITEM = 8
"""Characters of an item of a list in a frame, at least."""
TICK = 60.0
"""Points that an axis may reach beyond what is drawn."""
LEVEL = 2.0
"""Points by which the edges and sizes of boxes in one row may differ."""
BESIDE = 6.0
"""Ems that a label may stand beside it."""


@dataclass(slots=True, eq=False)
class Region:
    """A picture, chart or diagram with the texts that belong to it."""

    box: Box
    lines: list[Line] = field(default_factory=list)
    label: str | None = None


Key = tuple[str, int, int, int, int]


def common_shapes(laid: Sequence[Laid]) -> frozenset[Key]:
    """Shapes that stand at one place on many pages: rules under running heads, logos, frames of slides."""
    known = Counter(key for page in laid for key in {_key(s) for s in page.page.shapes if _is_outer(s, page.page)})
    least = max(3, 0.3 * len(laid))
    return frozenset(key for key, count in known.items() if count >= least)


def _is_outer(s: Shape, page: Page) -> bool:
    """Whether a shape stands in a margin or goes over most of the page: what recurs further in is a picture's."""
    x, y = (s.x0 + s.x1) / 2 / max(page.width, 1), (s.top + s.bottom) / 2 / max(page.height, 1)
    large = s.x1 - s.x0 > 0.6 * page.width or s.bottom - s.top > 0.6 * page.height
    return large or not (0.12 < x < 0.88 and 0.18 < y < 0.82)


def is_common(s: Shape, common: frozenset[Key]) -> bool:
    """Whether a shape stands at that place on many pages."""
    return _key(s) in common


def _key(s: Shape) -> Key:
    return s.kind, round(s.x0 / 2), round(s.top / 2), round(s.x1 / 2), round(s.bottom / 2)


def holds(outer: Box, inner: Box, slack: float = 2.0) -> bool:
    """Whether the middle of `inner` stands in `outer`."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack


def _drawn(laid: Laid, common: frozenset[Key], grids: Sequence[Box]) -> list[Shape]:
    """The shapes that may be part of a picture."""
    page = laid.page
    found = []
    for s in page.shapes:
        x0, top, x1, bottom = max(s.x0, 0.0), max(s.top, 0.0), min(s.x1, page.width), min(s.bottom, page.height)
        if (x1 - x0) * (bottom - top) > BACKGROUND * page.width * page.height or _key(s) in common:
            continue
        if (s.kind != "image" and is_unseen(s, page)) or any(holds(g, s.box) for g in grids):
            continue
        found.append(s)
    return found


def is_unseen(s: Shape, page: Page) -> bool:
    """Whether nothing of a shape can be seen on the page: white on white. On a tinted page white cards are seen."""
    inks = [ink for ink in (s.fill, s.stroke) if ink]
    return all(min(ink[:3]) > WHITE for ink in inks) and not is_tinted(page)


def _groups(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """Shapes near each other, put together until none is near another group."""
    groups: list[tuple[Box, list[Shape]]] = []
    bars = _bars(shapes)
    barred = {id(s) for group in bars for s in group}
    single = [[s] for s in sorted(shapes, key=lambda s: (s.top, s.x0)) if id(s) not in barred]
    for members in [*bars, *single]:
        box = union([s.box for s in members])
        kept = []
        for other, its in groups:
            if near(box, other):
                box, members = union([box, other]), its + members
            else:
                kept.append((other, its))
        groups = [*kept, (box, members)]
    merged = True
    while merged:
        merged = False
        for i, (a, x) in enumerate(groups):
            j = next((j for j in range(i + 1, len(groups)) if near(a, groups[j][0])), None)
            if j is not None:
                groups[i] = (union([a, groups[j][0]]), x + groups[j][1])
                del groups[j]
                merged = True
                break
    return [members for _, members in groups]


def _bars(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """Bars of one chart: at least three filled rectangles as wide as each other on one line, or as high at one edge."""
    found: list[list[Shape]] = []
    taken: set[int] = set()
    filled = [s for s in shapes if s.kind == "rect" and s.fill and s.x1 - s.x0 > 2 and s.bottom - s.top > 2]
    for across in (True, False):
        lines: dict[tuple[int, int], list[Shape]] = defaultdict(list)
        for s in filled:
            if id(s) not in taken:
                key = (s.bottom, s.x1 - s.x0) if across else (s.x0, s.bottom - s.top)
                lines[round(key[0]), round(key[1])].append(s)
        for group in lines.values():
            lengths = {round(s.bottom - s.top if across else s.x1 - s.x0) for s in group}
            if len(group) > 2 and len(lengths) > 1:
                found.append(group)
                taken |= {id(s) for s in group}
    return found


def near(a: Box, b: Box, by: float = NEAR) -> bool:
    """Whether two boxes are no further apart than `by` points."""
    return a[0] - by <= b[2] and b[0] - by <= a[2] and a[1] - by <= b[3] and b[1] - by <= a[3]


def _is_picture(shapes: Sequence[Shape]) -> bool:
    box = union([s.box for s in shapes])
    width, height = box[2] - box[0], box[3] - box[1]
    if width < SMALLEST or height < SMALLEST:
        return False
    images = [s for s in shapes if s.kind == "image" and s.x1 - s.x0 > SMALLEST / 2 and s.bottom - s.top > SMALLEST / 2]
    curves = sum(s.kind == "curve" for s in shapes)
    # What is thinner is a rule: under a heading, over a note.
    bars = sum(s.kind == "rect" and s.fill is not None and min(s.x1 - s.x0, s.bottom - s.top) > THIN for s in shapes)
    lines = sum(s.kind == "line" for s in shapes)
    return bool(images) or curves >= 2 or bars >= 3 or lines >= 6


def regions_of(
    laid: Laid, lines: Sequence[Line], grids: Sequence[Box], common: frozenset[Key], body: float
) -> list[Region]:
    """The pictures of a page, each with the texts in and around it that are no running text."""
    drawn = _drawn(laid, common, grids)
    drawn = [s for s in drawn if not is_banner(s, lines)]
    cards = short_cards(laid.page, lines)
    frames = [*_text_frames(drawn, lines), *cards]
    drawn = [s for s in drawn if not any(_frames(f, s) or is_side(s.box, f) for f in frames)]
    boxes = captioned_diagrams(drawn, lines)
    drawn = [s for s in drawn if not any(holds(b, s.box) for b in boxes)]
    boxes += [union([s.box for s in g]) for g in _groups(drawn) if _is_picture(g)]
    regions = [Region(b) for b in boxes]
    running = _running(lines, body)
    free = [x for x in lines if not (id(x) in running or match("label", x.text) or match("source", x.text))]
    free = [x for x in free if x.size <= 1.35 * body and not any(holds(c, x.box, 0.0) for c in cards)]
    for region in regions:
        inside = [line for line in free if holds(region.box, line.box)]
        region.lines += inside
        free = [line for line in free if line not in inside]
    axes = _axes(free, body) if regions else set()
    grown = True
    while grown:
        grown = False
        for line in list(free):
            owner = next((r for r in regions if _is_label(line, r, body, axes)), None)
            if owner:
                owner.lines.append(line)
                owner.box = union([owner.box, line.box])
                free.remove(line)
                grown = True
    return [_whole(r) for r in regions]


def _text_frames(drawn: Sequence[Shape], lines: Sequence[Line]) -> list[Box]:
    """Boxes around running text (专栏, cards of slides), which a figure or an icon may stand in as well."""
    boxes = [s.box for s in drawn if s.kind in ("rect", "curve")]
    large = [b for b in boxes if b[3] - b[1] >= 2 * SMALLEST / 3]
    told = {b: _free_lines(b, drawn, lines) for b in large}
    found = [b for b in large if _is_text(b, told[b])]
    # What is drawn alike beside a frame of text is another one, though its text is short.
    found += [b for b in boxes if b not in found and any(is_beside(b, f) for f in found)]
    return found + [b for b in large if b not in found and _lists(told[b]) and any(is_over(b, f) for f in found)]


def _free_lines(frame: Box, drawn: Sequence[Shape], lines: Sequence[Line]) -> list[Line]:
    """The lines in a frame that stand in nothing else that is drawn in it."""
    inside = [x for x in lines if holds(frame, x.box, 0.0)]
    others = [o for o in drawn if inside and holds(frame, o.box, 0.0) and not _frames(frame, o) and _is_drawing(o)]
    return [x for x in inside if not any(holds(o.box, x.box, 0.0) for o in others)]


def _is_text(frame: Box, lines: Sequence[Line]) -> bool:
    """Whether lines in a frame go on to its right edge, or are items of a list."""
    said = any(set(x.text) & set("《。") for x in lines)
    full = [x for x in lines if len(x.text) >= ITEM + 2 and (_is_long(x, frame) or (said and _is_even(x, frame)))]
    sentence = bool(full) and len(lines) >= 2 and any(c in "，。；" for c in full[0].text)
    return len(full) >= 2 or sentence or sum(x.bulleted and len(x.text) >= ITEM for x in lines) > 1


def _is_long(line: Line, frame: Box) -> bool:
    """Whether a line goes over most of a frame."""
    return line.box[2] - line.box[0] > 0.75 * (frame[2] - frame[0])


def _is_even(line: Line, frame: Box) -> bool:
    """Whether a line ends as near to a frame's right edge as it starts at its left one, or where one more word ends."""
    inset = line.box[0] - frame[0]
    return inset < 2.5 * line.size and frame[2] - line.box[2] < inset + 1.5 * line.size


def _lists(lines: Sequence[Line]) -> bool:
    return any(len(x.text) >= ITEM + 2 and set(x.text) & set("，。；、") for x in lines)


def is_over(a: Box, b: Box) -> bool:
    """Whether two boxes stand in one column, as wide as each other and apart."""
    return all(abs(a[k] - b[k]) < LEVEL for k in (0, 2)) and max(a[1], b[1]) > min(a[3], b[3])


def _is_drawing(s: Shape) -> bool:
    """Whether a shape in a frame is more than a rule or a bullet."""
    return s.bottom - s.top > THIN and max(s.x1 - s.x0, s.bottom - s.top) > BULLET


def is_beside(a: Box, b: Box) -> bool:
    """Whether two boxes are of one size and stand in one row or one column, apart."""
    alike = all(abs((a[k + 2] - a[k]) - (b[k + 2] - b[k])) < LEVEL for k in (0, 1))
    return alike and (abs(a[1] - b[1]) < LEVEL) != (abs(a[0] - b[0]) < LEVEL)


def _frames(frame: Box, s: Shape, slack: float = 3.0) -> bool:
    """Whether a shape is the frame itself, one end of it (the bar of its title, what is under that), or a rule along an edge."""
    edges = sum(abs(a - b) <= slack for a, b in zip(s.box, frame, strict=True))
    if s.kind in ("rect", "curve") and edges > 2:
        return True
    upright = s.x1 - s.x0 <= THIN and frame[1] - slack <= s.top and s.bottom <= frame[3] + slack
    flat = s.bottom - s.top <= THIN and frame[0] - slack <= s.x0 and s.x1 <= frame[2] + slack
    on_side = min(abs(s.x0 - frame[0]), abs(s.x0 - frame[2])) <= slack
    on_end = min(abs(s.top - frame[1]), abs(s.top - frame[3])) <= slack
    return (upright and on_side) or (flat and on_end)


def _whole(region: Region) -> Region:
    if region.lines:
        region.box = union([region.box, *(line.box for line in region.lines)])
    return region


def _running(lines: Sequence[Line], body: float) -> set[int]:
    """Ids of the lines of running text: long ones, and shorter ones that go on right under one."""
    found: set[int] = set()
    above: list[Line] = []
    for line in sorted(lines, key=lambda x: x.box[3]):
        if is_running(line, body) or any(_is_under(line, x) for x in above):
            found.add(id(line))
            above = [x for x in above if line.box[3] - x.box[3] < 3 * line.size] + [line]
    return found


def _is_under(line: Line, above: Line) -> bool:
    em = line.size
    step = line.box[3] - above.box[3]
    starts = -2.5 * em < line.box[0] - above.box[0] < 0.6 * em
    return 0.5 * em < step < 2.2 * em and starts and abs(above.size - em) < 0.3 and line.box[2] <= above.box[2] + em


def _axes(lines: Sequence[Line], body: float) -> set[int]:
    """Ids of short texts that stand in a row of at least four, as the names or ticks along an axis do."""
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if len(line.text) <= 8 and line.size <= 1.1 * body and not set(line.text) & set("，。；："):
            rows[round(line.box[3] / 2)].append(line)
    return {id(line) for row in rows.values() if len(row) > 3 for line in row}


def _is_label(line: Line, region: Region, body: float, axes: set[int]) -> bool:
    """Whether a line beside a picture is one of its labels: small, or along an axis, and near."""
    if (line.size > 0.94 * body and id(line) not in axes) or len(line.text) > 24:
        return False
    x0, top, x1, bottom = region.box
    if not any(map(is_han, line.text)) and len(line.text) < 9:
        # Ticks of an axis stand far apart, but over or beside each other.
        return (
            x0 - TICK < line.box[0]
            and line.box[2] < x1 + TICK
            and top - TICK < line.box[1]
            and line.box[3] < bottom + TICK
        )
    beside = top <= (line.box[1] + line.box[3]) / 2 <= bottom
    far = BESIDE * line.size if beside else BEYOND * line.size
    return near(line.box, (x0 - far, top - BEYOND * line.size, x1 + far, bottom + BEYOND * line.size), 0.0)


def is_running(line: Line, body: float) -> bool:
    """Whether a line is long enough, and large enough, to be one of running text."""
    letters = sum(is_han(c) or c.isalpha() for c in line.text)
    return letters >= 20 and line.box[2] - line.box[0] >= 18 * line.size and line.size >= 0.94 * body


def rules_of(laid: Laid, lines: Sequence[Line]) -> list[Box]:
    """Rules and bars across the text's whole width, no text beside them: each ends the columns over it."""
    if not lines:
        return []
    left, right = min(x.box[0] for x in lines), max(x.box[2] for x in lines)
    found: list[Box] = []
    for s in laid.page.shapes:
        wide = s.x0 < left + 0.05 * (right - left) and s.x1 > right - 0.05 * (right - left)
        if s.kind in ("line", "rect") and wide and s.bottom - s.top <= 2 * THIN and not is_unseen(s, laid.page):
            # Under a line of text it may be a mark of that line.
            known = any(abs(s.top - r[1]) < 3 * THIN for r in found)
            if not known and not any(x.box[1] < s.bottom and s.top < x.box[3] for x in lines):
                found.append((s.x0, s.top, s.x1, s.bottom))
    return found
