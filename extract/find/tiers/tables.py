"""Tiers as a column or row of a table, and as the grades of a ranking's places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extract.find.rankings.headers import plain
from extract.find.rankings.tables import table_rankings
from extract.find.tiers.names import tier_name
from extract.find.tiers.scores import Scores, scores_in
from extract.fold import fold
from extract.model import Cell, Grid
from extract.places import Place, gazetteer
from extract.reading import Reading
from extract.words import pattern
from schema.base import Evidence
from schema.ranking import Ranking, RankingEntry
from schema.tier import Tier

__all__ = ["merged", "tiers_in_tables"]

HOW = "tier column"
_SEPARATOR = re.compile(r"[、，,；;/\s]+")
LONGEST_NAME = 10
MOST = 0.9
"""The share of a ranking's places that must bear a grade."""


@dataclass
class _Listed:
    """The places that the rows of one tier list, each with where it stands."""

    places: dict[str, Evidence] = field(default_factory=dict)
    scores: Scores = field(default_factory=lambda: Scores(None, None))
    claimed: int | None = None


def merged(told: Sequence[Tier], tabled: Sequence[Tier]) -> list[Tier]:
    """The tiers of the sentences, with the members that only a table lists; then those that only tables have.

    A+级 in a sentence is A+ in the grades of a table, and bears its name.
    """
    rest = list(tabled)
    found = []
    for tier in told:
        same = next((t for t in rest if _key(t.name) == _key(tier.name)), None)
        if same:
            rest.remove(same)
        found.append(_joined(tier, same) if same else tier)
    return found + rest


def _key(name: str) -> str:
    return re.sub(r"(?<=[A-Za-z+])(?:等级|[级类档])$", "", name)


def _joined(told: Tier, tabled: Tier) -> Tier:
    if told.complete:
        known = {"name": tabled.name, "subject": told.subject or tabled.subject}
        return told.model_copy(update=known | {"evidence": [*told.evidence, *tabled.evidence]})
    return told.model_copy(
        update={
            "name": tabled.name,
            "subject": told.subject or tabled.subject,
            "claimed": told.claimed or tabled.claimed,
            "members": tabled.members,
            "complete": (told.claimed or tabled.claimed) in (None, len(tabled.members)),
            "score_min": told.score_min if told.score_min is not None else tabled.score_min,
            "score_max": told.score_max if told.score_max is not None else tabled.score_max,
            "evidence": [*told.evidence, *tabled.evidence],
        }
    )


def tiers_in_tables(reading: Reading, declared: frozenset[str]) -> list[Tier]:
    """The tiers that tables list: as grades of a ranking, else as a column or row of its own. Grades are surer."""
    found: dict[str, Tier] = {}
    for tier in (t for grid in reading.grids for t in _of_grid(grid, declared)):
        found.setdefault(tier.name, tier)
    graded = [t for r in reading.once(table_rankings) for t in _of_ranking(r)]
    return list((found | {t.name: _with_bounds(t, found.get(t.name)) for t in reversed(graded)}).values())


def _with_bounds(graded: Tier, listed: Tier | None) -> Tier:
    """The grade of a ranking's places, with the count and scores that its row prints."""
    if listed is None or listed.members != graded.members:
        return graded
    return graded.model_copy(
        update={name: getattr(listed, name) for name in ("claimed", "score_min", "score_max", "complete")}
    )


def _of_ranking(ranking: Ranking) -> Iterator[Tier]:
    """The grades of a ranking's places: blocks of it, one after the other (a type of city comes again and again)."""
    entries = [e for e in ranking.entries if e.tier and _is_grade(e.tier)]
    if len(entries) < MOST * len(ranking.entries):
        return
    if all(e.rank for e in entries):
        entries.sort(key=lambda e: e.rank or 0)
    names = [name for name, _ in groupby(e.tier or "" for e in entries)]
    if len(names) < 2 or len(names) != len(set(names)):
        return
    for name, group in groupby(entries, key=lambda e: e.tier or ""):
        members = list(group)
        yield Tier(
            subject=ranking.metric or ranking.title,
            name=tier_name(name) or name,
            members=[_member(e) for e in members],
            complete=len(entries) == len(ranking.entries),
            evidence=[e for m in members for e in m.evidence[:1]],
        )


def _is_grade(name: str) -> bool:
    return tier_name(name) is not None or pattern("headers", "tier_label").match(plain(name)) is not None


def _member(entry: RankingEntry) -> str:
    return entry.city or entry.province or entry.as_printed


def _of_grid(grid: Grid, declared: frozenset[str]) -> Iterator[Tier]:
    listed: dict[str, _Listed] = {}
    last: str | None = None
    column = _tier_column(grid)
    for r, row in enumerate(grid.rows):
        cells = list({id(c): c for c in row}.values())
        # A table without headers may have its first row taken for them: a tier with its places is none.
        told = r >= grid.header_rows or (column is None and any(any(_places(c)) for c in cells))
        if not told:
            continue
        name = _own_name(row[column]) if column is not None and column < len(row) else None
        name = name or next((n for c in cells if (n := _tier(c, declared))), None)
        if name is None:
            continue
        if name in listed and name != last:
            return  # a type that comes again and again is no tier
        tier, last = listed.setdefault(name, _Listed()), name
        for cell in cells:
            if tier.scores == Scores(None, None):
                tier.scores = scores_in(fold(cell.text))
            tier.claimed = tier.claimed or _count(cell)
            for place, start, end in _places(cell):
                tier.places.setdefault(place.name, cell.evidence(HOW, start, end)[0])
    listed = {name: tier for name, tier in listed.items() if tier.places}
    if len(listed) < 2 or len({p for t in listed.values() for p in t.places}) < sum(
        len(t.places) for t in listed.values()
    ):
        return
    for name, tier in listed.items():
        yield Tier(
            subject=grid.title,
            name=name,
            claimed=tier.claimed,
            score_min=tier.scores.low,
            score_max=tier.scores.high,
            members=list(tier.places),
            complete=tier.claimed in (None, len(tier.places)),
            evidence=list(tier.places.values()),
        )


def _count(cell: Cell) -> int | None:
    """6个 | 第一梯队（6个）: how many places a cell says that its row has."""
    text = re.sub(r"\s", "", fold(cell.text))
    m = re.fullmatch(r"(?:[^\d（(]+[（(])?(?:共|计)?(\d{1,3})(?:个|座|城|家)(?:城市|省份|市|县)?[）)]?", text)
    return int(m[1]) if m else None


def _tier_column(grid: Grid) -> int | None:
    """The column under 梯队, 等级 or 类型, in a table that stands in one panel."""
    header = grid.rows[grid.header_rows - 1] if grid.header_rows else []
    found = [i for i, c in enumerate(header) if pattern("headers", "tier").match(plain(c.text))]
    return found[0] if len(found) == 1 else None


def _own_name(cell: Cell) -> str | None:
    """A name of a tier under such a header: short, and no number or place."""
    name = re.sub(r"\s|[（(].*", "", fold(cell.text)).strip("“”")
    is_name = 0 < len(name) <= LONGEST_NAME and not re.fullmatch(r"[\d.%—-]+", name) and not re.search("[、，。]", name)
    return (tier_name(name) or name) if is_name and not gazetteer().candidates(name) else None


def _tier(cell: Cell, declared: frozenset[str]) -> str | None:
    text = re.sub(r"\s|[（(].*", "", fold(cell.text))
    return tier_name(text) or (text if text in declared else None)


def _places(cell: Cell) -> Iterator[tuple[Place, int, int]]:
    """The cities that a cell lists, if it lists nothing else; else the provinces."""
    parts, at = [], 0
    for part in _SEPARATOR.split(fold(cell.text)):
        start = fold(cell.text).find(part, at)
        at = start + len(part)
        if part and part != "等":
            parts.append((part.removesuffix("等"), start, at))
    for scope in ("city", "province"):
        places = [(gazetteer().resolve(p, scope=scope), s, e) for p, s, e in parts]
        if places and all(p for p, _, _ in places):
            yield from ((p, s, e) for p, s, e in places if p)
            return
