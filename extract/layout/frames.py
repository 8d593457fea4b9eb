"""Drawn frames that hold running text: 专栏, cards, side panels."""

from collections.abc import Sequence

from extract.layout.patterns import match
from extract.layout.regions import BACKGROUND, Key, holds, is_beside, is_common, is_over, is_unseen
from extract.layout.short_cards import short_cards
from extract.model import Box, Laid, Line, Shape

__all__ = ["frames_of"]

LEVEL = 2.0
"""Points by which the edges of boxes in one row may differ."""
LOWEST = 24.0
"""Points that a frame is high at least."""
PANEL = 0.1
"""Share of the page's width that a side panel, or a card among others, takes at least."""
TALL = 1.2
"""Times as high as it is wide that a side panel is at least."""
WORDS = 6
"""Characters in a side panel at least."""


def frames_of(laid: Laid, lines: Sequence[Line], common: frozenset[Key]) -> list[Box]:
    """The frames of a page: one rectangle each, filled or ruled, with at least two lines of text."""
    page = laid.page
    shapes = [s for s in page.shapes if _may_frame(s, laid, common)]
    boxes = {s.box for s in page.shapes if s.kind in ("rect", "curve")}
    found: list[Box] = []
    for s in shapes:
        width = s.x1 - s.x0
        narrow = sum(is_beside(s.box, b) and abs(b[1] - s.top) < LEVEL for b in boxes) < 2
        inside = [line for line in lines if holds(s.box, line.box, 0.0)]
        told = sum(line.box[2] - line.box[0] for line in inside) > 1.2 * width or (not narrow and len(inside) > 1)
        wide = width >= (0.25 if narrow else PANEL) * page.width or _is_panel(s, inside, lines, page.width)
        if told and wide and not _is_known(s.box, found):
            found.append(s.box)
    # What is drawn alike in line with a frame is another one, though its text is short.
    alike = [s.box for s in shapes if any(is_beside(s.box, f) or is_over(s.box, f) for f in found)]
    for box in (*(b for b in alike if _tells(b, lines)), *short_cards(page, lines)):
        if not _is_known(box, found):
            found.append(box)
    return found


def _is_known(box: Box, found: Sequence[Box]) -> bool:
    """Whether a box is one of those found: a card's ground and its border are one."""
    return any(all(abs(a - b) < LEVEL for a, b in zip(box, f, strict=True)) for f in found)


def _may_frame(s: Shape, laid: Laid, common: frozenset[Key]) -> bool:
    width, height = s.x1 - s.x0, s.bottom - s.top
    large = width * height > BACKGROUND * laid.page.width * laid.page.height
    fits = s.kind in ("rect", "curve") and height >= LOWEST and not large
    return fits and not is_common(s, common) and not is_unseen(s, laid.page)


def _tells(box: Box, lines: Sequence[Line]) -> bool:
    """Whether a box holds a text of two lines, and no figure with its caption."""
    inside = [x for x in lines if holds(box, x.box, 0.0)]
    return len(inside) > 1 and not any(match("label", x.text) for x in inside)


def _is_panel(s: Shape, inside: Sequence[Line], lines: Sequence[Line], page: float) -> bool:
    """Whether a shape is a tinted panel beside the text, higher than wide: no line reaches over its edges."""
    width, height = s.x1 - s.x0, s.bottom - s.top
    if s.fill is None or width < PANEL * page or height < TALL * width or len(inside) < 2:
        return False
    whole = all(s.x0 - 1 <= x.box[0] and x.box[2] <= s.x1 + 1 for x in inside)
    beside = any(s.top < (x.box[1] + x.box[3]) / 2 < s.bottom for x in lines if x not in inside)
    return whole and beside and sum(len(x.text) for x in inside) >= WORDS
