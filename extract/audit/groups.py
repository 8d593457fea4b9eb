"""Counts that a table prints beside its own groups: 华东（39个） against the rows that stand in 华东."""

import re
from collections.abc import Iterator

from extract.audit.bench import Bench, some
from extract.fold import fold
from extract.model import Cell, Grid
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["check"]

COUNTED = re.compile(
    r"^(?P<group>[^\d（(]{2,12})[（(](?:共|合计)?(?P<count>\d{1,4})(?:个|座|家|席|城|市|个城市)?[）)]$"
)


def check(bench: Bench) -> Iterator[Finding]:
    """Each group of each ranking that says how many it holds."""
    for grid in bench.reading.grids:
        ranking = _ranking_of(grid, bench)
        if ranking is None:
            continue
        seen: set[str] = set()
        for cell in _cells(grid):
            match = COUNTED.match(re.sub(r"\s+", "", fold(cell.text)))
            if match and match["group"] not in seen:
                seen.add(match["group"])
                yield from _verdict(match["group"], int(match["count"]), cell, ranking)


def _cells(grid: Grid) -> Iterator[Cell]:
    seen: set[int] = set()
    for row in grid.rows:
        for cell in row:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def _ranking_of(grid: Grid, bench: Bench) -> Ranking | None:
    """The ranking read from this grid: its rows stand inside the grid's boxes."""
    for ranking in bench.tables:
        e = ranking.entries[0].evidence[0] if ranking.entries else None
        if e and any(e.page == page and _inside(e.bbox, box) for page, box in grid.boxes):
            return ranking
    return None


def _inside(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return all(a >= b - 2 for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b + 2 for a, b in zip(inner[2:], outer[2:], strict=True)
    )


def _verdict(group: str, claimed: int, cell: Cell, ranking: Ranking) -> Iterator[Finding]:
    rows = [e for e in ranking.entries if group in _groups(e)]
    if not rows:
        return
    agrees = len(rows) == claimed
    yield Finding(
        kind="confirmed" if agrees else "contradiction",
        about=group,
        statement=cell.text,
        expected=claimed,
        actual=len(rows),
        rule="group_count",
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{ranking.label or '表'}中{group}各行 (the rows of {group})",
        evidence=[*cell.evidence("group_count"), *some(rows)],
    )


def _groups(entry: RankingEntry) -> set[str]:
    names = {entry.region, entry.tier, entry.province}
    return {n for n in names if n} | {re.sub(r"(省|市|.{1,4}自治区)$", "", n) for n in names if n}
