"""Rules or alignment to grids; continued tables joined."""

from collections.abc import Sequence

from extract.model import Grid, Laid
from extract.tables.abreast import panels_joined
from extract.tables.apart import each_alone
from extract.tables.build import Draft, build, draft, mates_of
from extract.tables.flowing import gone_on
from extract.tables.joining import Part, grid_of, joins
from extract.tables.judge import is_table, may_be_table
from extract.tables.listed import with_lists
from extract.tables.order import in_reading_order
from extract.tables.regions import regions_of
from extract.tables.rules import SNAP, rules_of
from extract.tables.striped import stripes_joined
from extract.tables.surroundings import part_of
from extract.tables.unruled import unruled_regions

__all__ = ["find_grids"]


def find_grids(laid: Sequence[Laid]) -> list[Grid]:
    """All tables of a paper in reading order, those that go on over pages joined."""
    drafts: list[Draft] = []
    for page in laid:
        drafts += _drafts(page, drafts[-1:])
    tables: list[list[Part]] = []
    begun: Part | None = None
    for page in laid:
        parts = _parts(page, [d for d in drafts if abs(d.laid.page.number - page.page.number) < 2])
        for part, sound in panels_joined(parts, tables[-1] if tables else ()):
            if tables and joins(tables[-1], part):
                tables[-1].append(part)
            elif sound:
                # Of a table that began at the foot of the page before, there may stand but its caption and a row.
                tables.append([begun, part] if begun and joins([begun], part) else [part])
            begun = None if sound or part.caption is None else part
    grids = [grid for grid in map(grid_of, tables) if len(grid.rows) > 1 and len(grid.rows[0]) > 1]
    return each_alone(grids, laid)


def _drafts(laid: Laid, before: Sequence[Draft] = ()) -> list[Draft]:
    """Where tables may stand on a page: regions of rules, then rows of words outside those that are tables.

    `before` is the last draft of the pages before, if any: its rows may go on here.
    """
    if not laid.lines:
        return []
    rules = rules_of(laid.page)
    regions = stripes_joined(regions_of(rules, laid.lines), rules.fills, laid.lines)
    boxes = [r.box for r in regions if r.box[3] - r.box[1] > SNAP or r.v]
    drafts = [d for r in regions if (d := draft(r, laid, [b for b in boxes if b is not r.box]))]
    taken = [d.region.box for d in drafts if d.alone and may_be_table(d.alone, d, rules) and is_table(d.alone, d, True)]
    free = unruled_regions(laid, rules, taken)
    drafts += [d for r in free if (d := draft(r, laid, [], grow=False))]
    own = in_reading_order(drafts, laid)
    more = gone_on([*before, *own], laid, rules, [*taken, *(r.box for r in free)])
    return in_reading_order([*own, *more], laid) if more else own


def _goes_on(d: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the page before ends in a table whose upright rules stand where this one's do."""
    walls = {round(r.at) for r in d.region.v}
    before = (o for o in drafts if o.ends and o.laid.page.number == d.laid.page.number - 1)
    return d.opens and len(walls) > 2 and any({round(r.at) for r in o.region.v} == walls for o in before)


def _parts(laid: Laid, drafts: Sequence[Draft]) -> list[tuple[Part, bool]]:
    """The parts of tables on a page, and whether each can stand alone; others may only go on with one before."""
    rules = rules_of(laid.page)
    found = []
    for d in drafts:
        if d.laid is laid:
            mates = mates_of(d, drafts)
            block = build(d, mates) if mates else d.alone
            found += [(d, block)] if block and may_be_table(block, d, rules, goes_on=_goes_on(d, drafts)) else []
    boxes = [b.box for _, b in found]
    parts = []
    for d, block in found:
        part = part_of(block, laid, boxes)
        # A box of text has a title with a number too: 专栏1.
        captioned = part.caption is not None and part.caption.of != "专栏"
        parts.append((part, is_table(block, d, captioned)))
    return with_lists(parts, laid)
