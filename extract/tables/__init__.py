"""Rules or alignment to grids; continued tables joined."""

from collections.abc import Iterator, Sequence

from extract.model import Grid, Laid
from extract.tables.build import Draft, build, draft, mates_of
from extract.tables.joining import Part, grid_of, joins
from extract.tables.judge import is_table
from extract.tables.regions import regions_of
from extract.tables.rules import rules_of
from extract.tables.surroundings import part_of

__all__ = ["find_grids"]


def find_grids(laid: Sequence[Laid]) -> list[Grid]:
    """All tables of a paper in reading order, those that go on over pages joined."""
    drafts = [d for page in laid for d in _drafts(page)]
    tables: list[list[Part]] = []
    for page in laid:
        for part in _parts(page, drafts):
            if tables and joins(tables[-1], part):
                tables[-1].append(part)
            else:
                tables.append([part])
    return [grid for grid in map(grid_of, tables) if len(grid.rows) > 1 and len(grid.rows[0]) > 1]


def _drafts(laid: Laid) -> Iterator[Draft]:
    if not laid.lines or not laid.page.shapes:
        return
    regions = regions_of(rules_of(laid.page), laid.lines)
    boxes = [r.box for r in regions]
    for region in regions:
        found = draft(region, laid, [b for b in boxes if b is not region.box])
        if found:
            yield found


def _parts(laid: Laid, drafts: Sequence[Draft]) -> Iterator[Part]:
    rules = rules_of(laid.page)
    built = (build(d, mates_of(d, drafts)) for d in drafts if d.laid is laid)
    blocks = [b for b in built if b and is_table(b, rules)]
    boxes = [b.box for b in blocks]
    for block in blocks:
        yield part_of(block, laid, boxes)
