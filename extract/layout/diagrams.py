"""Diagrams of boxes that stand apart: each is but a box, but the caption under them says that they are one figure."""

from collections.abc import Sequence

from extract.layout.patterns import match
from extract.model import Box, Line, Shape, union

__all__ = ["captioned_diagrams"]

APART = 24.0
"""Points between the boxes of one diagram at most."""
ABOVE = 36.0
"""Points between a diagram and its caption at most."""
FEWEST = 3
"""Boxes of a diagram."""
WIDEST, LOWEST = 24.0, 14.0
"""Points that a box is wide and high at least."""
LONGEST = 40
"""Characters of a caption."""


def captioned_diagrams(drawn: Sequence[Shape], lines: Sequence[Line]) -> list[Box]:
    """Where boxes stand over a figure's caption, each near another; `drawn` without the frames of running text."""
    boxes = [s.box for s in drawn if s.kind in ("rect", "curve") and _is_large(s.box)]
    found = []
    for caption in lines:
        m = match("label", caption.text)
        if not m or "表" in (m["word"] or "图") or len(caption.text) > LONGEST or caption.text[-1] in "。；，":
            continue
        over = [b for b in boxes if -2 < caption.box[1] - b[3] < ABOVE and _overlap(b, caption.box)]
        whole = _grown(over, [b for b in boxes if b[3] < caption.box[1] + 2])
        if len(whole) >= FEWEST:
            found.append(union(whole))
    return found


def _is_large(box: Box) -> bool:
    return box[2] - box[0] >= WIDEST and box[3] - box[1] >= LOWEST


def _overlap(box: Box, caption: Box) -> bool:
    return box[0] < caption[2] and caption[0] < box[2]


def _grown(start: Sequence[Box], boxes: Sequence[Box]) -> list[Box]:
    """The boxes that stand near one of the first, or near one that does."""
    found = list(start)
    for box in found:
        found += [b for b in boxes if b not in found and _is_near(b, box)]
    return found


def _is_near(a: Box, b: Box) -> bool:
    return all(max(a[k], b[k]) - min(a[k + 2], b[k + 2]) < APART for k in (0, 1))
