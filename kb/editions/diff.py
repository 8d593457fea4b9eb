"""Two years of a list side by side: who moved, who entered, who left, and whether they can be compared at all."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.base.file import for_reading
from kb.editions.compare import compared, reasons
from kb.editions.model import Edition, Row, editions_in
from kb.errors import KbError

__all__ = ["Diff", "Move", "diffs"]


@dataclass(frozen=True, slots=True)
class Move:
    """One place in both years. A rise is positive; None where it was not listed in one of them, or no change is printed."""

    city: str
    before: int | None
    after: int | None
    change: int | None
    change_printed: int | None
    score_before: float | None
    score_after: float | None

    @property
    def kind(self) -> str:
        """`entered`, `left`, `up`, `down` or `same`."""
        if self.before is None or self.after is None:
            return "entered" if self.before is None else "left"
        return "same" if not self.change else "up" if self.change > 0 else "down"


@dataclass(frozen=True, slots=True)
class Diff:
    """One list in two years. `derived`: the earlier ranks are not printed but follow from later moves, and are few.

    `moves` are in the order of the later ranks, those that left last. `earlier_name` is what the list was called then.
    `documents` are the papers of both years; the earlier is None where its ranks are derived.
    """

    series: str
    name: str
    earlier_name: str
    years: tuple[int, int]
    rankings: tuple[str | None, str]
    reasons: tuple[str, ...]
    derived: bool
    moves: tuple[Move, ...]
    documents: tuple[str | None, str]

    @property
    def comparable(self) -> bool:
        """Whether the later one was made like the earlier."""
        return not self.reasons

    def of(self, *kinds: str) -> tuple[Move, ...]:
        """The moves of some kinds."""
        return tuple(m for m in self.moves if m.kind in kinds)

    def largest(self, kind: str, most: int) -> list[Move]:
        """The largest moves up or down."""
        return sorted(self.of(kind), key=lambda m: -abs(m.change or 0))[:most]


def diffs(base: Path, first: int, second: int, series: str | None = None, ranking: str | None = None) -> list[Diff]:
    """Every list with both years; `series` and `ranking` are part of its series, or of its name, label or key.

    Raises KbError where there is none, and says which years there are.
    """
    with for_reading(base) as db:
        every = [name for (name,) in db.execute("SELECT DISTINCT edition_of FROM documents ORDER BY 1")]
        wanted = [name for name in every if series is None or series in name]
        editions = [e for e in editions_in(db, wanted) if _is_meant(db, e, ranking)]
        derived = list(_derived(db, editions))
        names = dict(db.execute("SELECT code, name FROM places"))
    found = [
        _diff(old, new, names)
        for new in _distinct(e for e in editions if e.year == second)
        for old in _before(new, first, editions, derived)
    ]
    if not found:
        raise KbError(_no_such(editions, first, second))
    return found


def _is_meant(db: sqlite3.Connection, edition: Edition, ranking: str | None) -> bool:
    if ranking is None:
        return True
    (label,) = db.execute("SELECT label FROM rankings WHERE id = ?", (edition.ranking,)).fetchone()
    return ranking in (label, edition.ranking) or ranking in edition.name


def _derived(db: sqlite3.Connection, editions: Sequence[Edition]) -> Iterator[Edition]:
    """Years of which only some ranks are known, from later moves."""
    for edition in editions:
        years: dict[int, list[Row]] = {}
        for year, key, city, rank in db.execute(
            "SELECT year, id, city, rank FROM derived_ranks WHERE ranking = ? ORDER BY position", (edition.ranking,)
        ):
            known = years.setdefault(year, [])
            if (city, rank) not in {(row.place, row.rank) for row in known}:  # told in the table and in words
                known.append(Row(key, city, city, rank, None, entered=False, score=None))
        for year, rows in years.items():
            yield Edition(
                "", edition.document, edition.series, edition.name, year, edition.scope, None, None, frozenset(), rows
            )


def _distinct(editions: Iterable[Edition]) -> Iterator[Edition]:
    """Of papers with the same list of the same year, which give the same ranks, the first."""
    seen = set()
    for edition in editions:
        ranks = frozenset((place, row.rank) for place, row in edition.by_place.items())
        if (edition.series, edition.name, edition.year, ranks) not in seen:
            seen.add((edition.series, edition.name, edition.year, ranks))
            yield edition


def _before(new: Edition, year: int, editions: Sequence[Edition], derived: Sequence[Edition]) -> Iterable[Edition]:
    """The list of that year: by its name, else from edition to edition back, else as it follows from later moves."""
    named = [e for e in editions if (e.series, e.name, e.year) == (new.series, new.name, year)]
    if named:
        return _distinct(named)
    before = {c.edition.ranking: c.previous for c in compared(editions)}
    edition: Edition | None = new
    while edition and edition.year > year:
        edition = before.get(edition.ranking)
    if edition and edition.year == year:
        return [edition]
    return [e for e in derived if (e.series, e.name, e.year) == (new.series, new.name, year)][:1]


def _diff(old: Edition, new: Edition, names: dict[str, str]) -> Diff:
    derived = not old.ranking
    before, after = old.by_place, new.by_place
    places = [*after, *(p for p in before if p not in after and not derived)]
    if derived:
        places = [p for p in after if p in before]
    return Diff(
        new.series, new.name, old.name, (old.year, new.year), (old.ranking or None, new.ranking),
        () if derived else tuple(reasons(new, old)), derived,
        tuple(_move(names.get(p, p), before.get(p), after.get(p)) for p in places),
        (None if derived else old.document, new.document),
    )  # fmt: skip


def _move(city: str, old: Row | None, new: Row | None) -> Move:
    change = old.rank - new.rank if old and new else None
    return Move(
        city, old.rank if old else None, new.rank if new else None, change, new.change if new else None,
        old.score if old else None, new.score if new else None,
    )  # fmt: skip


def _no_such(editions: Sequence[Edition], first: int, second: int) -> str:
    years: dict[tuple[str, str], list[int]] = {}
    for e in editions:
        years.setdefault((e.series, e.name), []).append(e.year)
    known = "；".join(f"{series} {name}：{'、'.join(map(str, found))}" for (series, name), found in years.items())
    return f"没有同时有 {first} 与 {second} 的榜单 (no list has both years)。库中有 in the base: {known or '没有榜单 no lists'}"
