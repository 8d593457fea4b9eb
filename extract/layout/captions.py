"""Captions with their labels, and the source lines and notes that belong to a figure or table."""

from collections.abc import Sequence

from extract.fold import fold
from extract.layout.blocks import Block
from extract.layout.patterns import match
from extract.layout.regions import Region
from extract.model import Box

__all__ = ["captioned", "label_of"]

LONGEST = 90
FAR = 60.0
"""Points between a figure and its caption."""
FARTHEST = 420.0
"""Points between a source line and its figure's caption: a figure's height."""
ENGLISH = {"fig": "图", "cha": "图", "exh": "图表", "tab": "表"}
AROUND = "（(续接上）) 【["


def label_of(text: str) -> tuple[str, str] | None:
    """The label at the start of a caption in its normal form (图1, 表2, 图3-1), and the title after it.

    None where there is none, or where the words after it make a sentence (图1显示…).
    """
    bare = text.lstrip(AROUND)
    m = match("label", bare)
    if not m or match("not_caption", bare[m.end() :]):
        return None
    word = fold(m["word"])
    word = ENGLISH.get(word[:3].lower(), {"续表": "表", "续图": "图"}.get(word, word))
    number = fold("".join(m["number"].split())).translate(str.maketrans("–—．·", "--.."))
    return word + number, bare[m.end() :].strip(" :：.、．】]　|丨")


def captioned(blocks: list[Block], grids: Sequence[Box]) -> list[Block]:
    """The blocks of a page, captions, source lines and notes told, each with the label it belongs to."""
    for block in blocks:
        if block.kind == "paragraph":
            _classify(block)
    anchors = [b for b in blocks if b.kind == "caption" and b.label]
    regions = {id(b.region): b.region for b in blocks if b.region}
    tops = [r.box[1] for r in regions.values()]
    above = bool(tops and anchors) and min(a.lines[0].box[1] for a in anchors) < min(tops)
    for region in regions.values():
        region.label = _of_region(region, anchors, above)
    _adopt(blocks, {r.label for r in regions.values()})
    for block in blocks:
        if block.region and block.kind == "chart":
            block.label = block.region.label
        elif block.kind == "source" or (block.kind == "note" and block.marker is None):
            block.label = _nearest(block, anchors)
    return blocks


def _adopt(blocks: Sequence[Block], used: set[str | None]) -> None:
    """Gives a figure whose caption stands in the next column the first caption after it that no other figure has."""
    waiting: Region | None = None
    for block in blocks:
        if block.region:
            waiting = block.region if block.region.label is None else None
        elif block.kind == "caption" and (block.label or "").startswith(("图", "附图")):
            if waiting and block.label not in used:
                waiting.label = block.label
            waiting = None
        elif block.kind != "source":
            waiting = None


def _classify(block: Block) -> None:
    text = block.text
    found = label_of(text)
    if found and len(text) <= LONGEST and not text.endswith(("。", "；", "，")) and "。" not in found[1]:
        block.kind, block.label = "caption", found[0]
    elif len(text) <= LONGEST and match("unnumbered", text):
        block.kind = "caption"
    elif match("placeholder", text):
        block.kind = "chart"
    elif len(text) <= 2 * LONGEST and match("source", text):
        block.kind = "source"
    elif len(text) <= 4 * LONGEST and match("note", text):
        block.kind = "note"


def _of_region(region: Region, anchors: Sequence[Block], above: bool) -> str | None:
    """The label of the caption nearest to a figure; `above` says on which side the page has its captions."""
    best: tuple[float, str | None] = (FAR, None)
    for a in anchors:
        box = a.lines[0].box
        if box[2] < region.box[0] or region.box[2] < box[0] or not (a.label or "").startswith(("图", "附图")):
            continue
        under, over = box[1] - region.box[3], region.box[1] - a.lines[-1].box[3]
        distance = max(under, over) + (FAR / 2 if (over > under) != above else 0)
        if distance < best[0]:
            best = (distance, a.label)
    return best[1]


def _nearest(block: Block, anchors: Sequence[Block]) -> str | None:
    """The label of the caption nearest to a block, rather above it than under it."""
    top, bottom = block.lines[0].box[1], block.lines[-1].box[3]
    best: tuple[float, str | None] = (FARTHEST, None)
    for a in anchors:
        box = a.lines[0].box
        if min(a.right, box[2]) < block.left or block.right < max(a.left, box[0] - 200):
            continue
        above, below = top - a.lines[-1].box[3], box[1] - bottom
        distance = above if above >= -1 else below + 0.1
        if -1 <= distance < best[0]:
            best = (distance, a.label)
    return best[1]
