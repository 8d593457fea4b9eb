"""One page to blocks in reading order, and which of them float beside the running text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from extract.layout.banners import mark_banners
from extract.layout.blocks import Block, blocks_of
from extract.layout.bullets import mark_bullets
from extract.layout.cards import card_items, parts_of, sides_of, text_area, with_heads
from extract.layout.charts import chart_blocks, turned_blocks
from extract.layout.columns import columns_of
from extract.layout.contents import entries_of
from extract.layout.frames import frames_of
from extract.layout.items import Column, Item
from extract.layout.notes import notes_of
from extract.layout.pitch import Pitch
from extract.layout.regions import Key, Region, holds, regions_of, rules_of
from extract.layout.rows import inked, rejoined
from extract.model import Box, Laid, Line

__all__ = ["Styles", "page_blocks"]

SENTENCE = 12
"""Characters from which on a text with a comma or a full stop in a table's box is one of sentences."""


@dataclass(frozen=True, slots=True)
class Styles:
    """What the whole paper has in common: body size, where its lines start and end, recurring shapes, line pitch."""

    body: float
    edges: Sequence[tuple[float, float]]
    common: frozenset[Key]
    pitch: Pitch


def page_blocks(
    laid: Laid, grids: Sequence[Box], styles: Styles, contents: bool, read: Collection[int] = ()
) -> tuple[list[Block], bool]:
    """The blocks of a page in reading order, notes last; and whether the page is one of contents.

    `read` are the ids of the characters that the page's tables hold.
    """
    lines = [line for line in laid.lines if not any(_inside(g, line) for g in grids)]
    entries, lines = entries_of(lines, laid.page.width, contents)
    notes, lines = notes_of(lines, laid.page, styles.body)
    # A mark that was wrapped to a line of its own.
    marks = {n.marker for n in notes}
    lines = rejoined([x for x in lines if x.text not in marks or x.size > 0.7 * styles.body])
    mark_bullets(lines, laid.page)
    mark_banners(lines, laid.page)
    regions = regions_of(laid, lines, grids, styles.common, styles.body)
    taken = {id(line) for r in regions for line in r.lines}
    free = [line for line in lines if id(line) not in taken]
    frames = frames_of(laid, free, styles.common)
    items = [Item(inked(line), line) for line in free]
    items += [Item(r.box, None, k) for k, r in enumerate(regions)]
    items += [Item(g, None, -1) for g in grids]
    items += [Item(r, rule=True) for r in rules_of(laid, free) if not any(holds(g, r) for g in grids)]
    area = styles.edges[0] if styles.edges else None
    sides = sides_of(frames, laid.page.shapes, free)
    cards = with_heads(frames, laid.page.shapes, sides)
    blocks = [*entries, *_item_blocks(items, cards, area, regions, styles, sides)]
    blocks += turned_blocks([x for x in laid.turned if not any(_inside(g, x) for g in grids)], regions)
    for block in blocks:
        at = next((k for k, f in enumerate(frames) if all(holds(f, x.box, 0.0) for x in block.lines)), None)
        if at is not None:
            block.box_id, block.frame = laid.page.number * 100 + at, frames[at]
    return [*blocks, *_passed_over(laid, grids, styles, read), *notes], bool(entries)


def _passed_over(laid: Laid, grids: Sequence[Box], styles: Styles, read: Collection[int]) -> list[Block]:
    """Sentences in a table's box that no cell holds: they stand under the shorter of two panels."""
    lines = [x for x in laid.lines if any(_inside(g, x) for g in grids) and not any(id(c) in read for c in x.chars)]
    if not read or not lines:
        return []
    left, right = min(x.box[0] for x in lines), max(x.box[2] for x in lines)
    found = blocks_of(lines, left, right, styles.pitch)
    return [b for b in found if len(b.text) >= SENTENCE and set(b.text) & set("，。；")]


def _inside(grid: Box, line: Line) -> bool:
    return holds(grid, line.box, 1.0)


def _item_blocks(
    items: Sequence[Item],
    cards: Sequence[Box],
    area: tuple[float, float] | None,
    regions: Sequence[Region],
    styles: Styles,
    sides: Sequence[Box] = (),
) -> list[Block]:
    """The blocks of a page's or a card's items; each card in its place, what stands in a box at its left first."""
    outer, inside = card_items(items, cards)
    own = replace(styles, edges=())
    framed = [
        [
            b
            for part, its in parts_of(members, box, sides)
            for b in _item_blocks(its, [], text_area(its, part), regions, own)
        ]
        for box, members in inside
    ]
    return [b for column in columns_of(outer, area) for b in _column_blocks(column, regions, framed, styles)]


def _column_blocks(
    column: Column, regions: Sequence[Region], framed: Sequence[list[Block]], styles: Styles
) -> list[Block]:
    """A column's lines as blocks; a figure, table or card ends the block above it."""
    lines = [i.line for i in column.items if i.line]
    if column.whole:
        return [Block(lines, column.left, column.right)]
    left, right = _edges(lines, column, styles)
    blocks: list[Block] = []
    run: list[Line] = []
    for item in column.items:
        if item.line:
            run.append(item.line)
        if item.line or item.rule:
            continue
        blocks += blocks_of(run, left, right, styles.pitch)
        run = []
        if item.key >= 0:
            blocks += chart_blocks(regions[item.key])
        if item.card >= 0:
            blocks += framed[item.card]
    return blocks + blocks_of(run, left, right, styles.pitch)


def _edges(lines: Sequence[Line], column: Column, styles: Styles) -> tuple[float, float]:
    """Where full lines start and end: as the column's long lines do, else as elsewhere in the paper."""
    if not lines:
        return column.left, column.right
    left, em = min(x.box[0] for x in lines), lines[0].size
    long = sorted(x.box[2] for x in lines if len(x.text) >= 15)
    known = [(x0, x1) for x0, x1 in styles.edges if -em < left - x0 < 3 * em and x1 <= column.right + em]
    if known:
        left = min(left, known[0][0])
    if len(long) >= 3:
        # Where two lines end near the furthest end, text is set to there; short lines in the middle don't count.
        return left, long[-2] if long[-1] - long[-2] < em else long[(2 * len(long)) // 3]
    if len(long) == 2 and long[1] - long[0] < 0.5 * em:
        return left, long[1]
    if not styles.edges:
        return left, column.right
    return left, max([x.box[2] for x in lines] + [x1 for _, x1 in known[:1]])
