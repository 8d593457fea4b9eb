"""Rules or alignment to grids; continued tables joined."""

from collections.abc import Sequence

from extract.model import Grid, Laid
from extract.tables.build import Draft, build, draft, mates_of
from extract.tables.joining import Part, grid_of, joins
from extract.tables.judge import is_table, may_be_table
from extract.tables.regions import regions_of
from extract.tables.rules import rules_of
from extract.tables.surroundings import part_of
from extract.tables.unruled import unruled_regions

__all__ = ["find_grids"]


def find_grids(laid: Sequence[Laid]) -> list[Grid]:
    """All tables of a paper in reading order, those that go on over pages joined."""
    drafts = [d for page in laid for d in _drafts(page)]
    tables: list[list[Part]] = []
    for page in laid:
        for part, sound in _parts(page, drafts):
            if tables and joins(tables[-1], part):
                tables[-1].append(part)
            elif sound:
                tables.append([part])
    return [grid for grid in map(grid_of, tables) if len(grid.rows) > 1 and len(grid.rows[0]) > 1]


def _drafts(laid: Laid) -> list[Draft]:
    """Where tables may stand on a page: regions of rules, then rows of words outside those that are tables."""
    if not laid.lines:
        return []
    rules = rules_of(laid.page)
    regions = regions_of(rules, laid.lines)
    boxes = [r.box for r in regions]
    drafts = [d for r in regions if (d := draft(r, laid, [b for b in boxes if b is not r.box]))]
    taken = [d.region.box for d in drafts if (b := build(d)) and may_be_table(b, d, rules) and is_table(b, d, True)]
    drafts += [d for r in unruled_regions(laid, rules, taken) if (d := draft(r, laid, [], grow=False))]
    return sorted(drafts, key=lambda d: (d.region.box[1], d.region.box[0]))


def _parts(laid: Laid, drafts: Sequence[Draft]) -> list[tuple[Part, bool]]:
    """The parts of tables on a page, and whether each can stand alone; others may only go on with one before."""
    rules = rules_of(laid.page)
    built = ((d, build(d, mates_of(d, drafts))) for d in drafts if d.laid is laid)
    found = [(d, b) for d, b in built if b and may_be_table(b, d, rules)]
    boxes = [b.box for _, b in found]
    parts = []
    for d, block in found:
        part = part_of(block, laid, boxes)
        parts.append((part, is_table(block, d, part.caption is not None)))
    return parts
