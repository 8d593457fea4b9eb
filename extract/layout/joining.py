"""Paragraphs that a column or page break cuts, made whole over whatever stands between."""

from collections.abc import Sequence

from extract.layout.blocks import Block, ended_early, marker_of
from extract.layout.glyphs import TERMINAL

__all__ = ["rejoined_over_breaks"]

FLOATING = frozenset(("caption", "source", "note", "chart", "contents"))


def rejoined_over_breaks(blocks: Sequence[Block], body: float) -> list[Block]:
    """The blocks, each that goes on after a break put on the one it goes on from."""
    found: list[Block] = []
    last: Block | None = None
    for block in blocks:
        if block.kind in FLOATING:
            found.append(block)
            continue
        if last is not None and _goes_on(last, block):
            last.lines += block.lines
            last.right = block.right
            last.left = block.left
            continue
        found.append(block)
        last = block
    return found


def _goes_on(last: Block, block: Block) -> bool:
    if last.kind not in ("paragraph", "list_item") or block.kind not in ("paragraph", "list_item"):
        return False
    a, b = last.lines[-1], block.lines[0]
    if abs(a.size - b.size) > 0.08 * max(a.size, b.size):
        return False
    marker = marker_of(b.text)
    if marker and not (marker[0] == "ordinal" and a.text[-1] in "，、；,;"):
        return False
    if a.text[-1] in TERMINAL and a.text[-1] not in ";；":
        # A sentence ended there: only a full last line and no indent say that the paragraph goes on.
        return False
    if b.page - a.page > 2:
        return False
    if a.text[-1] in "：:":
        return False
    return not ended_early(a, b, last.right) or a.text[-1] in "，、,"
