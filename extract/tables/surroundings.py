"""What stands around a block: its caption above or below, notes and source under it, and whether it opens a page."""

from collections.abc import Sequence

from extract.model import Box, Laid, Line
from extract.tables.build import Block
from extract.tables.captions import Caption, is_apart, is_note, is_source, is_unit, read_caption
from extract.tables.joining import Part

__all__ = ["part_of"]

NEAR = 4.0
"""Line heights within which a caption stands over its table."""


def part_of(block: Block, laid: Laid, others: Sequence[Box]) -> Part:
    """The block with its caption, notes and source. `others` are the boxes of all blocks on the page."""
    part = Part(block.page, block.box, block.xs, block.rows(), block.how)
    outside = [x for x in laid.lines if not any(_in(x, b) for b in [block.box, *others])]
    above = [x for x in outside if _middle(x) < block.box[1] and _over(x, block.box)]
    below = [x for x in outside if _middle(x) > block.box[3] and _over(x, block.box)]
    above.sort(key=lambda x: -x.box[3])
    below.sort(key=lambda x: x.box[1])
    part.caption = _caption(above, block.box[1], others)
    _take_notes(part, below)
    if part.caption is None:
        part.caption = _caption_below(part, below, others)
    taken = {id(n) for n in part.notes} | {id(part.source)}
    if part.caption:
        taken.add(id(part.caption.line))
    part.first = not [x for x in above if id(x) not in taken and not is_unit(x.text)] and not _between(
        others, block.box, -1
    )
    part.last = not [x for x in below if id(x) not in taken and not _is_footnote(x, laid)] and not _between(
        others, block.box, 1
    )
    return part


def _in(line: Line, box: Box) -> bool:
    x, y = (line.box[0] + line.box[2]) / 2, _middle(line)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _over(line: Line, box: Box) -> bool:
    return line.box[2] > box[0] and line.box[0] < box[2]


def _between(others: Sequence[Box], box: Box, way: int) -> bool:
    """Whether another block stands above (-1) or below (1) in the same column."""
    return any(b != box and (b[1] - box[1]) * way > 0 and b[2] > box[0] and b[0] < box[2] for b in others)


def _caption(above: Sequence[Line], top: float, others: Sequence[Box]) -> Caption | None:
    edge = top
    for line in above[:3]:
        if edge - line.box[3] > NEAR * line.size or any(
            line.box[3] <= b[3] <= edge and b[1] < edge for b in others if b[1] < top
        ):
            return None
        caption = read_caption(line)
        if caption:
            return caption if caption.of_table else None
        if not is_unit(line.text) and not _may_continue_caption(line):
            return None
        edge = line.box[1]
    return None


def _may_continue_caption(line: Line) -> bool:
    """Whether a line may be the second line of a caption."""
    return len(line.text) < 50 and not line.text.rstrip().endswith(("。", "；", "：", ":"))


def _caption_below(part: Part, below: Sequence[Line], others: Sequence[Box]) -> Caption | None:
    edge = part.box[3]
    for line in below[:2]:
        if line.box[1] - edge > 2.5 * line.size:
            return None
        caption = read_caption(line)
        if caption:
            nearer = any(0 <= b[1] - line.box[3] < line.box[1] - edge for b in others if b != part.box)
            return caption if caption.of_table and not caption.goes_on and not nearer else None
        edge = line.box[3]
    return None


def _take_notes(part: Part, below: Sequence[Line]) -> None:
    edge: float = part.box[3]
    note: Line | None = None
    for line in below:
        if line.box[1] - edge > 2.5 * line.size:
            return
        if is_source(line.text):
            part.source, note = part.source or line, None
        elif is_note(line.text) or (note and _goes_on(note, line)):
            part.notes.append(line)
            note = line
        else:
            return
        edge = line.box[3]


def _goes_on(note: Line, line: Line) -> bool:
    """Whether a line is the next one of a note."""
    close = line.box[1] - note.box[3] < line.size
    return close and line.size <= note.size + 0.1 and read_caption(line) is None


def _is_footnote(line: Line, laid: Laid) -> bool:
    return is_apart(line.text) or (line.box[1] > 0.8 * laid.page.height and line.mark is not None)
