"""Lines to passages and sections."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layout.blocks import Block
from extract.layout.captions import captioned
from extract.layout.cover import read_cover
from extract.layout.flow import Styles, page_blocks
from extract.layout.headings import headings_of
from extract.layout.joining import reframed_over_breaks, rejoined_over_breaks
from extract.layout.pitch import common_pitch
from extract.layout.regions import common_shapes, holds
from extract.layout.sections import sections_of
from extract.layout.sizes import body_size
from extract.model import Box, Grid, Laid, Passage, Run, Section

__all__ = ["Composed", "compose"]


@dataclass
class Composed:
    """The passages of a paper in reading order, and its sections."""

    passages: list[Passage]
    sections: list[Section]


def compose(laid: Sequence[Laid], grids: Sequence[Grid]) -> Composed:
    """Lines outside the grids joined into passages, over columns and pages, under their headings."""
    styles = _styles(laid)
    boxes: dict[int, list[Box]] = defaultdict(list)
    for grid in grids:
        for number, box in grid.boxes:
            boxes[number].append(box)
    read = {id(c) for grid in grids for run in _runs(grid) for c in run.chars}
    blocks: list[Block] = []
    contents = False
    for page in laid:
        found, contents = page_blocks(page, boxes[page.page.number], styles, contents, read)
        blocks += captioned(found, boxes[page.page.number])
    cover = [(e.page, e.bbox, e.how) for e in read_cover(laid).evidence]
    blocks = headings_of(
        blocks,
        styles.body,
        {id(b): how for b in blocks for how in _on_cover(b, cover)},
        [page for page in boxes if boxes[page]],
    )
    blocks = rejoined_over_breaks(reframed_over_breaks(blocks))
    passages = [_passage(b) for b in blocks]
    for i, p in enumerate(passages):
        p.id = f"p{i + 1}"
    return Composed(passages, sections_of(passages))


def _runs(grid: Grid) -> Iterator[Run]:
    """All texts of a grid."""
    yield from (cell for row in grid.rows for cell in row)
    yield from grid.notes
    yield from (run for run in (grid.caption, grid.source) if run)


def _on_cover(block: Block, cover: Sequence[tuple[int, Box, str]]) -> list[str]:
    """As what the cover has the block: title, publisher or date."""
    return [how for page, box, how in cover if page == block.page and any(holds(box, x.box, 1.0) for x in block.lines)][
        :1
    ]


def _styles(laid: Sequence[Laid]) -> Styles:
    lines = [line for page in laid for line in page.lines]
    body = body_size(lines)
    ends = Counter(
        (round(line.box[0]), round(line.box[2]))
        for line in lines
        if len(line.text) >= 15 and abs(line.size - body) < 0.5
    )
    edges = [edge for edge, count in ends.most_common(6) if count > 2]
    return Styles(body, edges, common_shapes(laid), common_pitch([page.lines for page in laid]))


def _passage(block: Block) -> Passage:
    run = block.run
    return Passage(
        run.text,
        run.chars,
        kind=block.kind,
        level=block.level,
        marker=block.marker,
        label=block.label,
        box_id=block.box_id,
        size=block.size,
        bold=block.bold,
    )
