"""What each column of a table holds, by its header and, above all, by what stands in it."""

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.find.rankings.headers import Header, says
from extract.find.rankings.items import Item, is_place, items_in
from extract.find.rankings.table import Table
from extract.find.rankings.values import change_of, rank_of, score_of
from extract.model import Cell
from extract.places import Place, gazetteer

__all__ = ["Column", "columns_of"]

SCORED = ("得分", "指数", "分数", "分值", "score", "index")
"""In the header of a column of places: the numbers in brackets behind them are scores."""

RANGE = re.compile(r"^(?:第|前|top\s*)?\s*\d{1,3}\s*(?:[-—–~～至到]\s*(?:第)?\d{1,3})\s*(?:名|位)?$", re.IGNORECASE)
"""Ranks from one to another (11-20名): the tier of the places listed beside them."""

YEAR = re.compile(r"^(?:19|20)\d\d年?$")

DASHES = re.compile(r"^[—–―\-−/]+$")
"""Nothing to say: no number, or no change."""

MOST = 0.6
"""The share of a column's cells that must be of a kind."""


@dataclass(slots=True)
class Column:
    """A column: its header, its cells, and its kind: rank, change, place, region, tier, number, year, text, ....

    `items[i]` are the names in row `i` of a column of places.
    """

    index: int
    header: Header
    cells: list[Cell]
    kind: str = "empty"
    items: list[list[Item]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """What stands in it."""
        return [c.text.strip() for c in self.cells]

    def share(self, level: str) -> float:
        """The share of its names that may be of a level: province, city or county."""
        names = [i for row in self.items for i in row if is_place(i.printed)]
        fit = sum(any(_of_level(p, level) for p in gazetteer().candidates(i.printed)) for i in names)
        return fit / len(names) if names else 0.0

    @property
    def several(self) -> bool:
        """Whether its cells hold lists of places."""
        filled = [row for row in self.items if row]
        return bool(filled) and sum(len(row) for row in filled) > 1.3 * len(filled)


def _of_level(place: Place, level: str) -> bool:
    return place.fits(level)


def columns_of(table: Table, lookups: Mapping[str, str]) -> list[Column]:
    """The columns of a table, each with its kind."""
    columns = []
    for i, header in enumerate(table.headers):
        column = Column(i, header, [row.cells[i] for row in table.rows])
        scored = any(word in header.text for word in SCORED)
        column.items = [[] if says("total", t) else items_in(t, lookups, scored=scored) for t in column.texts]
        column.kind = _kind(column)
        columns.append(column)
    return columns


def _kind(column: Column) -> str:
    role = column.header.role
    texts = [t for t in column.texts if t]
    if not texts:
        return "change" if role == "change" else "empty"
    if role == "change" and _most(texts, lambda t: change_of(t) is not None):
        return "change"
    if role == "prior_rank":
        return "prior"
    if role == "rank_in_province":
        return "text"
    if _holds_regions(texts) and role not in ("city", "county", "province"):
        return "region"
    if role in ("rank", "sequence", None, "place") and _holds_ranks(column, texts):
        return "rank"
    if role in ("rank", "sequence", None) and _most(texts, lambda t: RANGE.match(t) is not None):
        return "tier"
    if role == "tier" and not _names_places(column) and all(len(t) <= 30 for t in texts):
        return "tier"
    if _names_places(column):
        return "place"
    return _by_content(role, texts)


def _by_content(role: str | None, texts: Sequence[str]) -> str:
    if _most(texts, lambda t: YEAR.match(t) is not None):
        return "year"
    told = [t for t in texts if not DASHES.match(t)]
    if told and _most(told, lambda t: score_of(t) is not None):
        return "number"
    if role is None and told and _most(texts, lambda t: change_of(t) is not None):
        return "change"
    if role in (None, "place", "region") and _most(texts, lambda t: says("tier_label", t)):
        return "tier"
    return "region" if role == "region" and all(len(t) <= 14 for t in texts) else "text"


def _holds_regions(texts: Sequence[str]) -> bool:
    return _most(texts, lambda t: gazetteer().region(t) is not None)


def _holds_ranks(column: Column, texts: Sequence[str]) -> bool:
    ranks = [r.number for t in texts if (r := rank_of(t))]
    if len(ranks) < MOST * len(texts):
        return False
    if column.header.role in ("rank", "sequence"):
        return True
    steps = [b - a for a, b in itertools.pairwise(ranks)]
    return (ranks[0] == 1 and all(s in (0, 1, 2, 3) for s in steps)) or (
        len(steps) > 1 and all(s in (0, 1) for s in steps)
    )


def _names_places(column: Column) -> bool:
    names = [i for row in column.items for i in row]
    known = sum(is_place(i.printed) for i in names)
    return known >= 1 and known >= MOST * len(names)


def _most(texts: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, texts)) >= MOST * len(texts)
