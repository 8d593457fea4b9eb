"""What stands around a block: its caption above or below, notes and source under it, and whether it opens a page."""

from collections.abc import Sequence

from extract.model import Box, Cell, Laid, Line
from extract.tables.build import Block
from extract.tables.captions import (
    Caption,
    is_apart,
    is_note,
    is_source,
    is_unit,
    marked_caption,
    read_caption,
    whole_caption,
)
from extract.tables.header import is_titled
from extract.tables.joining import Part

__all__ = ["part_of"]

ABOVE, BELOW = 4.0, 2.5
"""Line heights within which a caption stands over its table, or what belongs to it under it."""


def part_of(block: Block, laid: Laid, others: Sequence[Box]) -> Part:
    """The block with its caption, notes and source. `others` are the boxes of all blocks on the page."""
    box = block.box
    part = Part(block.page, box, block.xs, block.rows(), block.how)
    zone = _zone(box, laid)
    rest = [b for b in others if b != box and b[2] > zone[0] and b[0] < zone[1] and not _beside(b, box)]
    outside = [x for x in laid.lines if _over(x, zone) and not any(_in(x, b) for b in [box, *others])]
    above = sorted((x for x in outside if _middle(x) < box[1]), key=lambda x: -x.box[3])
    below = sorted((x for x in outside if _middle(x) > box[3]), key=lambda x: x.box[1])
    ceiling = max((b[3] for b in rest if b[3] <= box[1] + 2), default=0.0)
    floor = min((b[1] for b in rest if b[1] >= box[3] - 2), default=laid.page.height)
    part.caption = _caption([x for x in above if x.box[1] > ceiling], box[1])
    _take_below(part, [x for x in below if x.box[3] < floor], floor)
    _take_inner(part)
    kept = [*part.notes, part.source]
    part.first = not ceiling and all(is_unit(x.text) or _of(x, part.caption) for x in above)
    part.last = floor == laid.page.height and all(
        x in kept or _of(x, part.caption) or _is_footnote(x, laid) for x in below
    )
    return part


def _take_inner(part: Part) -> None:
    """A caption, notes and a source that stand inside the frame, in cells over all columns, taken out of the rows."""
    while len(part.rows) > 2 and _is_one_cell(part.rows[-1]):
        cell = part.rows[-1][0]
        if is_source(cell.text):
            part.source = part.source or cell
        elif is_note(cell.text):
            part.notes.insert(0, cell)
        else:
            break
        part.rows.pop()
    if part.caption is None and len(part.rows) > 2 and (_is_one_cell(part.rows[0]) or is_titled(part.rows)):
        cell = next(c for c in part.rows[0] if c.text)
        line = Line(cell.text, cell.chars, cell.box, part.page)
        caption = read_caption(line)
        if caption and caption.of_table:
            part.caption = caption
            part.rows.pop(0)
        elif caption is None and is_titled(part.rows):
            part.caption = Caption(line, None, None, cell.text.strip(), False)
            part.rows.pop(0)


def _is_one_cell(row: Sequence[Cell]) -> bool:
    """Whether all of a row's text is in its first cell, or that cell is the whole row."""
    return bool(row[0].text) and all(cell is row[0] or not cell.text for cell in row)


def _in(line: Line, box: Box) -> bool:
    x, y = (line.box[0] + line.box[2]) / 2, _middle(line)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _zone(box: Box, laid: Laid) -> tuple[float, float]:
    """The x range in which what belongs to a table may stand: up to the text beside it."""
    beside = [x.box for x in laid.lines if _beside(x.box, box)]
    left = max((b[2] for b in beside if b[2] <= box[0] + 2), default=0.0)
    right = min((b[0] for b in beside if b[0] >= box[2] - 2), default=laid.page.width)
    return left, right


def _beside(a: Box, b: Box) -> bool:
    """Whether a box stands at the height of another, and not over or under it."""
    level = min(a[3], b[3]) - max(a[1], b[1]) > 0.5 * min(a[3] - a[1], b[3] - b[1])
    return level and (a[2] <= b[0] + 2 or a[0] >= b[2] - 2)


def _over(line: Line, zone: tuple[float, float]) -> bool:
    return line.box[2] > zone[0] + 2 and line.box[0] < zone[1] - 2


def _of(line: Line, caption: Caption | None) -> bool:
    """Whether a line is part of the caption."""
    return caption is not None and _in(line, caption.line.box)


def _is_footnote(line: Line, laid: Laid) -> bool:
    return is_apart(line.text) or (line.box[1] > 0.8 * laid.page.height and line.mark is not None)


def _caption(above: Sequence[Line], top: float) -> Caption | None:
    """The caption over a table: the nearest line but for its unit, and for a second line of the title."""
    edge = top
    for line in above[:3]:
        if edge - line.box[3] > ABOVE * line.size:
            return None
        caption = whole_caption(line, above)
        if caption:
            return caption if caption.of_table else None
        if len(line.text) > 50 or line.text.rstrip().endswith(("。", "；", "：", ":")):
            return None
        edge = min(edge, line.box[1])
    return None


def _take_below(part: Part, below: Sequence[Line], floor: float) -> None:
    """Notes, source and, where none stood above, the caption under a table."""
    edge: float = part.box[3]
    note: Line | None = None
    for line in below:
        if line.box[1] - edge > BELOW * line.size:
            return
        if is_source(line.text):
            part.source, note = part.source or line, None
        elif part.caption is None and (caption := _caption_under(line, below, floor, edge)):
            part.caption, part.caption_under = caption, True
        elif part.caption and _in(line, part.caption.line.box):
            continue
        elif is_note(line.text) or (note and _goes_on(note, line)):
            part.notes.append(line)
            note = line
        else:
            return
        edge = line.box[3]


def _caption_under(line: Line, below: Sequence[Line], floor: float, edge: float) -> Caption | None:
    caption = whole_caption(line, below) or marked_caption(line)
    nearer_next = floor - line.box[3] < line.box[1] - edge
    return caption if caption and caption.of_table and not caption.goes_on and not nearer_next else None


def _goes_on(note: Line, line: Line) -> bool:
    """Whether a line is the next one of a note that its line did not end."""
    close = line.box[1] - note.box[3] < line.size
    ended = note.text.rstrip()[-1:] in "。！？.;；"
    return close and not ended and line.size <= note.size + 0.1 and read_caption(line) is None
