"""Cards with little text: a large number over (or under) what it counts; a title over what it stands for.

Running text tells that a box is a frame around it. These hold too little of that, and boxes of a diagram look like them:
they are cards where one of their lines is set off from the others, and where another such box stands in line with them.
"""

from collections.abc import Sequence
from statistics import median

from extract.layout.glyphs import is_han
from extract.layout.patterns import match
from extract.layout.rows import rows_of
from extract.model import Box, Line, Page

__all__ = ["card_sized", "holds_number", "is_side", "short_cards"]

NARROWEST, LOWEST = 50.0, 20.0
"""Points that a card is wide and high at least."""
WHITE = 249
"""What is lighter in red, green and blue is white: no box on a white page."""
GROUND = 0.9
"""Share of the page that its ground covers at least."""
LARGEST = 0.3
"""Share of the page that a card covers at most."""
LARGER = 1.3
"""Times the size of the other lines that a number is set in, at least."""
TITLE = 1.06
"""The same for a title that is not bold."""
LEVEL = 4.0
"""Points by which the edges of cards in line, or of a card and its side, may differ."""
APART = 60.0
"""Points between one card and the next at most."""
TOUCHING = 10.0
"""Points between a card and the box at its left at most."""
NARROWER = 0.5
"""Times the card's width that such a box is wide at most."""
MARK = 14.0
"""Points: what is drawn in a card and is larger than a bullet or a rule makes it a picture."""
MOST = 12
"""Rows of text in a card at most."""


def card_sized(page: Page) -> list[Box]:
    """The drawn boxes of a page that are as large as cards are."""
    found = {}
    tinted = is_tinted(page)
    for s in page.shapes:
        width, height = s.x1 - s.x0, s.bottom - s.top
        inked = (s.fill is not None and (tinted or min(s.fill[:3]) <= WHITE)) or s.stroke is not None
        fits = width >= NARROWEST and height >= LOWEST and width * height < LARGEST * page.width * page.height
        if s.kind in ("rect", "curve") and inked and fits:
            found[s.box] = s.box
    return list(found)


def is_tinted(page: Page) -> bool:
    """Whether the page's ground is coloured, so that what is white on it is seen."""
    grounds = [
        s for s in page.shapes if s.fill and (s.x1 - s.x0) * (s.bottom - s.top) > GROUND * page.width * page.height
    ]
    return bool(grounds) and min((grounds[-1].fill or (255,))[:3]) <= WHITE


def short_cards(page: Page, lines: Sequence[Line]) -> list[Box]:
    """The boxes of such cards on a page with these lines, from top to bottom."""
    boxes = card_sized(page)
    sides = [b for b in boxes if any(is_side(b, o) and _is_inside(b, o) for o in boxes)]
    outer = [b for b in boxes if b not in sides]
    inner = [b for b in outer if not any(b != o and _is_inside(o, b) for o in outer)]
    told = [x for x in lines if not any(_holds(s, x) for s in sides)]
    found = [b for b in sorted(inner, key=lambda b: (b[1], b[0])) if _is_plain(b, page) and _is_told(b, told)]
    return [b for b in found if any(o is not b and _in_line(b, o) for o in found)]


def is_side(box: Box, frame: Box) -> bool:
    """Whether a box is at the left of a frame, in it or touching it, as high as this: it says what the frame is about."""
    level = abs(box[1] - frame[1]) < LEVEL and abs(box[3] - frame[3]) < LEVEL
    narrower = box[2] - box[0] < NARROWER * (frame[2] - frame[0])
    inside = abs(box[0] - frame[0]) < LEVEL
    touching = -LEVEL < frame[0] - box[2] < TOUCHING
    return level and narrower and (inside or touching)


def holds_number(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether one of the rows is a number with its unit, set larger than the others, which are words."""
    sizes = [max(x.size for x in row) for row in rows]
    at = sizes.index(max(sizes))
    others = [row for i, row in enumerate(rows) if i != at]
    number = "".join(x.text for x in rows[at])
    words = bool(others) and all(any(map(is_han, "".join(x.text for x in row))) for row in others)
    return words and bool(match("amount", number)) and sizes[at] >= LARGER * max(s for s in sizes if s is not sizes[at])


def _is_inside(inner: Box, outer: Box) -> bool:
    return all(inner[k] >= outer[k] - 1 for k in (0, 1)) and all(inner[k] <= outer[k] + 1 for k in (2, 3))


def _is_plain(box: Box, page: Page) -> bool:
    """Whether nothing but bullets and rules is drawn in a box: no bars, no picture."""
    inside = [s for s in page.shapes if s.box != box and _is_inside(s.box, box) and not is_side(s.box, box)]
    return all(min(s.x1 - s.x0, s.bottom - s.top) <= MARK for s in inside)


def _is_told(box: Box, lines: Sequence[Line]) -> bool:
    """Whether a box holds a number with its name, or a title over text."""
    inside = [x for x in lines if _holds(box, x)]
    rows = rows_of(inside)
    if not 1 <= len(rows) <= MOST or any(not _is_whole(box, x) for x in inside):
        return False
    return holds_number(rows) or _is_titled(rows) if len(rows) > 1 else _leads_in_bold(rows[0])


def _holds(box: Box, line: Line) -> bool:
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _is_whole(box: Box, line: Line) -> bool:
    return box[0] - 1 <= line.box[0] and line.box[2] <= box[2] + 1


def _is_titled(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether the first row (or two, of one look) is a title in larger or bolder type, and what follows is alike."""
    first = rows[0]
    rest = [x for row in rows[1:] for x in row if not _alike(x, first[0])]
    if len(first) > 1 or not rest or len(first[0].text) > 24 or not any(map(is_han, first[0].text)):
        return False
    size = median(x.size for x in rest)
    even = all(abs(x.size - size) < 0.08 * size for x in rest)
    set_off = first[0].size > TITLE * size or (first[0].bold and not any(x.bold for x in rest))
    return even and set_off and max(len(x.text) for x in rest) > 4


def _leads_in_bold(row: Sequence[Line]) -> bool:
    """Whether one line begins with a title in bold type and goes on in another: 一张图谱 摸清产业链上下游家底."""
    bold = [c.bold for line in row for c in line.chars if c and is_han(c.text)]
    lead = bold.index(False) if False in bold else 0
    return len(row) == 1 and 1 < lead < len(bold) - 3 and not any(bold[lead:])


def _alike(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) < 0.3 and a.bold == b.bold


def _in_line(a: Box, b: Box) -> bool:
    """Whether two boxes stand in one row, or in one column, not far apart and as high, or as wide, as each other."""
    row = abs(a[1] - b[1]) < LEVEL and abs(a[3] - b[3]) < LEVEL
    column = abs(a[0] - b[0]) < LEVEL and abs(a[2] - b[2]) < LEVEL
    across = max(a[0], b[0]) - min(a[2], b[2])
    down = max(a[1], b[1]) - min(a[3], b[3])
    return (row and -LEVEL < across < APART) or (column and -LEVEL < down < APART)
