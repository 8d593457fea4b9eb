"""Captions with their labels, and the source lines and notes that belong to a figure or table."""

from collections.abc import Sequence

from extract.fold import fold
from extract.layout.blocks import Block
from extract.layout.patterns import match
from extract.model import Box

__all__ = ["captioned", "label_of"]

LONGEST = 90
WORDS = {
    "figure": "图",
    "fig": "图",
    "fig.": "图",
    "chart": "图",
    "exhibit": "图表",
    "table": "表",
    "tab.": "表",
    "续表": "表",
    "续图": "图",
}


def label_of(text: str) -> tuple[str, int] | None:
    """The label at the start of a caption in its normal form (图1, 表2, 图3-1), and where the title starts."""
    lead = len(text) - len(text.lstrip("（(续）) 【["))
    m = match("label", text[lead:])
    if not m:
        return None
    word = m["word"]
    number = "".join(m["number"].split()).translate(str.maketrans("–—－．·", "---.."))
    end = lead + m.end()
    while end < len(text) and text[end] in " :：.、．】]　|丨":
        end += 1
    return WORDS.get(word.lower(), word) + number, end


def captioned(blocks: list[Block], grids: Sequence[Box]) -> list[Block]:
    """The blocks of a page, captions, source lines and notes told, each with the label it belongs to."""
    for block in blocks:
        if block.kind == "paragraph":
            _classify(block)
    anchors = [b for b in blocks if b.kind == "caption"]
    for block in blocks:
        if block.kind in ("source", "chart") or (block.kind == "note" and block.marker is None):
            block.label = _nearest(block, anchors)
    return blocks


def _classify(block: Block) -> None:
    text = block.text
    found = label_of(text)
    if found and len(text) <= LONGEST and not text.endswith(("。", "；", "，")):
        label, at = found
        raw = match("label", text.lstrip("（(续）) 【["))
        rest = text.lstrip("（(续）) 【[")[raw.end() :] if raw else ""
        if not match("not_caption", rest) and fold(text[at:]).count("。") == 0:
            block.kind, block.label = "caption", label
            return
    if len(text) <= 2 * LONGEST and match("source", text):
        block.kind = "source"
    elif match("note", text):
        block.kind = "note"


def _nearest(block: Block, anchors: Sequence[Block]) -> str | None:
    """The label of the caption nearest to a block: one right above it, else the nearest at either side."""
    top, bottom = block.lines[0].box[1], block.lines[-1].box[3]
    best: tuple[float, str | None] = (1e9, None)
    for a in anchors:
        if a.right < block.left or block.right < a.left:
            continue
        above, below = top - a.lines[-1].box[3], a.lines[0].box[1] - bottom
        distance = above if above >= -1 else below + 0.1
        if distance >= -1 and distance < best[0]:
            best = (distance, a.label)
    return best[1] if best[0] < 420 else None
