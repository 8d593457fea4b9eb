"""Rules or alignment to grids; continued tables joined."""

from collections.abc import Iterator, Sequence

from extract.model import Grid, Laid
from extract.tables.build import Block, build
from extract.tables.joining import Part, grid_of, joins
from extract.tables.judge import is_table
from extract.tables.regions import regions_of
from extract.tables.rules import rules_of
from extract.tables.surroundings import part_of

__all__ = ["find_grids"]


def find_grids(laid: Sequence[Laid]) -> list[Grid]:
    """All tables of a paper in reading order, those that go on over pages joined."""
    tables: list[list[Part]] = []
    for page in laid:
        for part in _parts(page):
            if tables and joins(tables[-1], part):
                tables[-1].append(part)
            else:
                tables.append([part])
    return [grid for grid in map(grid_of, tables) if len(grid.rows) > 1 and len(grid.rows[0]) > 1]


def _parts(laid: Laid) -> Iterator[Part]:
    blocks = list(_blocks(laid))
    boxes = [b.box for b in blocks]
    for block in blocks:
        yield part_of(block, laid, boxes)


def _blocks(laid: Laid) -> Iterator[Block]:
    if not laid.lines or not laid.page.shapes:
        return
    rules = rules_of(laid.page)
    for region in regions_of(rules, laid.lines):
        block = build(region, laid.lines, laid.page.number)
        if block and is_table(block, rules):
            yield block
