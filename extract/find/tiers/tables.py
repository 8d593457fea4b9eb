"""Tiers as a column or row of a table."""

import re
from collections.abc import Iterator

from extract.find.tiers.names import tier_name
from extract.fold import fold
from extract.model import Cell, Grid
from extract.places import Place, gazetteer
from extract.reading import Reading
from schema.base import Evidence
from schema.tier import Tier

__all__ = ["tiers_in_tables"]

HOW = "tier column"
_SEPARATOR = re.compile(r"[、，,；;/\s]+")


def tiers_in_tables(reading: Reading, declared: frozenset[str], told: set[str]) -> list[Tier]:
    """The tiers that tables list, but for those that the sentences told."""
    found = []
    for grid in reading.grids:
        found += [t for t in _of_grid(grid, declared) if t.name not in told]
    return found


def _of_grid(grid: Grid, declared: frozenset[str]) -> Iterator[Tier]:
    members: dict[str, dict[str, Evidence]] = {}
    for row in grid.rows[grid.header_rows :]:
        cells = {id(c): c for c in row}.values()
        name = next((n for c in cells if (n := _tier(c, declared))), None)
        if name is None:
            continue
        for cell in cells:
            for place, start, end in _places(cell):
                evidence = cell.evidence(HOW, start, end)
                members.setdefault(name, {}).setdefault(place.name, evidence[0])
    if len(members) < 2:
        return
    for name, places in members.items():
        yield Tier(subject=grid.title, name=name, members=list(places), complete=True, evidence=list(places.values()))


def _tier(cell: Cell, declared: frozenset[str]) -> str | None:
    text = re.sub(r"\s|[（(].*", "", fold(cell.text))
    return tier_name(text) or (text if text in declared else None)


def _places(cell: Cell) -> Iterator[tuple[Place, int, int]]:
    """The cities that a cell lists, if it lists nothing else."""
    parts, at = [], 0
    for part in _SEPARATOR.split(fold(cell.text)):
        start = fold(cell.text).find(part, at)
        at = start + len(part)
        if part and part != "等":
            parts.append((gazetteer().resolve(part.removesuffix("等"), scope="city"), start, at))
    if parts and all(p for p, _, _ in parts):
        yield from ((p, s, e) for p, s, e in parts if p)
