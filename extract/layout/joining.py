"""Paragraphs that a column, a page or a figure cuts, made whole over whatever stands between."""

from collections.abc import Sequence

from extract.layout.blocks import INDENT, Block, ended_early, marker_of
from extract.layout.glyphs import TERMINAL
from extract.layout.sentences import is_open
from extract.model import Box, Line

__all__ = ["reframed_over_breaks", "rejoined_over_breaks"]

FLOATING = frozenset(("caption", "source", "note", "chart", "contents"))
LEVEL = 3.0
"""Points by which the edges of a frame may differ from page to page."""
FAR = 2.0
"""Ems between two lines in which lines of text would have stood."""
FARTHEST = 2
"""Pages that figures may fill between the two halves of a paragraph."""


def reframed_over_breaks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those in a frame that a page break cuts have one `box_id`.

    A frame goes on where the next page, or the next column, starts in one as wide, with text and no title of its own.
    """
    same: dict[int, int] = {}
    last: Block | None = None
    for block in blocks:
        if last and last.frame and last.box_id and block.frame and block.box_id and block.box_id != last.box_id:
            on = _is_on_next_page if block.page > last.page else _is_in_next_column
            if block.kind in ("paragraph", "list_item") and on(last, last.frame, block, block.frame):
                same[block.box_id] = same.get(last.box_id, last.box_id)
        if block.kind != "note":
            last = block
    for block in blocks:
        if block.box_id is not None:
            block.box_id = same.get(block.box_id, block.box_id)
    return list(blocks)


def _is_on_next_page(last: Block, above: Box, block: Block, frame: Box) -> bool:
    """Whether a frame stands on the next page where the one on the page before it stands."""
    return block.page == last.page + 1 and all(abs(above[k] - frame[k]) < LEVEL for k in (0, 2))


def _is_in_next_column(last: Block, above: Box, block: Block, frame: Box) -> bool:
    """Whether a frame stands higher in a column to the right, and a sentence of the one before it goes on in it."""
    wide = abs((above[2] - above[0]) - (frame[2] - frame[0])) < LEVEL and frame[0] > above[2]
    open_ = last.kind in ("paragraph", "list_item") and last.text[-1] not in TERMINAL | {"：", "”"}
    full = open_ and not ended_early(last.lines[-1], block.lines[0], last.right)
    return full and wide and frame[1] < above[1] - FAR * block.size and marker_of(block.text) is None


def rejoined_over_breaks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each that goes on after a break put on the one it goes on from."""
    indented = _is_indented(blocks)
    found: list[Block] = []
    last: Block | None = None
    for block in blocks:
        if block.kind in FLOATING:
            found.append(block)
        elif last is not None and _goes_on(last, block, indented):
            last.lines += block.lines
            last.left, last.right = block.left, block.right
        else:
            found.append(block)
            last = block
    return found


def _is_indented(blocks: Sequence[Block]) -> bool:
    """Whether the paper's paragraphs start with an indent."""
    many = [b for b in blocks if b.kind == "paragraph" and len(b.lines) > 2]
    return sum(_inset(b) >= INDENT for b in many) > 0.5 * len(many)


def _inset(block: Block) -> float:
    """Ems by which its first line is set in against the column."""
    return (block.lines[0].box[0] - block.left) / block.size


def _goes_on(last: Block, block: Block, indented: bool) -> bool:
    """Whether `block` is the rest of `last`."""
    a, b = last.lines[-1], block.lines[0]
    if last.kind not in ("paragraph", "list_item") or block.kind not in ("paragraph", "list_item"):
        return False
    if abs(a.size - b.size) > 0.08 * max(a.size, b.size) or b.page - a.page > FARTHEST:
        return False
    if is_open(last.text):
        return True
    if last.box_id != block.box_id and a.page == b.page:
        # What stands in a frame ends in it.
        return False
    if len(last.lines) == 1 and a.page == b.page and _is_far_under(b, a):
        # How far a line goes tells nothing where it stands alone, as the texts beside a figure do.
        return False
    marker = marker_of(b.text)
    if b.bulleted or (marker and not (marker[0] == "ordinal" and a.text[-1] in "，、；,;")):
        return False
    full = not ended_early(a, b, last.right) and _is_text(last)
    flush = _inset(block) < 0.7 or _hangs(last, block)
    if a.text[-1] in TERMINAL or a.text[-1] in "：:" or a.text[-2:] in ("。”", "。）"):
        # A sentence ended with its line: only a missing indent says that the paragraph goes on.
        return full and indented and flush and len(block.lines) > 1
    return (full or a.text[-1] in "，、,") and (flush or not indented)


def _is_far_under(line: Line, above: Line) -> bool:
    """Whether a line stands in the same column as another, with room for lines between."""
    over = above.box[0] < line.box[2] and line.box[0] < above.box[2]
    return over and line.box[1] - above.box[3] > FAR * line.size


def _is_text(block: Block) -> bool:
    """Whether its last line is one of running text, not a label that is as long as its own box."""
    widths = [(line.box[2] - line.box[0]) / line.size for line in block.lines]
    return widths[-1] > 14 or (len(widths) > 1 and widths[-1] > 0.88 * max(widths) > 6)


def _hangs(last: Block, block: Block) -> bool:
    """Whether it is set in as the lines of the list item before the break."""
    if len(last.lines) < 2:
        return last.kind == "list_item"
    return abs((last.lines[-1].box[0] - last.left) / last.size - _inset(block)) < 0.8
