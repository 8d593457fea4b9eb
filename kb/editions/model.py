"""An edition of a list, as the base has it."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

__all__ = ["Edition", "Row", "editions_in"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list. `place` is the key of the place; None where it is not known."""

    entry: str
    place: str | None
    as_printed: str
    rank: int
    change: int | None
    entered: bool
    score: float | None


@dataclass(frozen=True)
class Edition:
    """One edition of one list, of one paper. `dimensions` are those of the paper's index, by name."""

    ranking: str
    document: str
    series: str
    name: str
    year: int
    scope: str
    claimed: int | None
    told_previous: str | None
    dimensions: frozenset[str]
    rows: list[Row] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many it ranks: as it claims, else as many as it lists."""
        return self.claimed or len(self.rows)

    @property
    def by_place(self) -> dict[str, Row]:
        """Rows by place; a place that stands there twice is left out."""
        found: dict[str, Row] = {}
        twice = set()
        for row in self.rows:
            if row.place:
                twice |= {row.place} & set(found)
                found[row.place] = row
        return {place: row for place, row in found.items() if place not in twice}

    @property
    def whole(self) -> bool:
        """Whether every place is known and every rank is there."""
        ranks = sorted(row.rank for row in self.rows)
        return ranks == list(range(1, self.size + 1)) and len(self.by_place) == len(self.rows)


def editions_in(db: sqlite3.Connection, series: Iterable[str]) -> list[Edition]:
    """The editions of all lists of these series that are printed as tables, whole or their first places, by year."""
    found = [one for name in sorted(series) for one in _of(db, name)]
    return sorted(found, key=lambda e: (e.series, e.name, e.year, e.document, e.ranking))


def _of(db: sqlite3.Connection, series: str) -> Iterator[Edition]:
    rows: dict[str, list[Row]] = {}
    for ranking, *told in db.execute(
        "SELECT e.ranking, e.id, coalesce(e.city, e.province), e.as_printed, e.rank, e.change, e.entered, e.score "
        "FROM ranking_entries e JOIN rankings r ON r.id = e.ranking JOIN documents d ON d.id = r.document "
        "WHERE d.edition_of = ? AND e.rank IS NOT NULL ORDER BY e.ranking, e.position",
        (series,),
    ):
        id, place, as_printed, rank, change, entered, score = told
        rows.setdefault(ranking, []).append(Row(id, place, as_printed, rank, change, bool(entered), score))
    dimensions = _dimensions(db, series)
    for ranking, document, name, year, scope, claimed, told_previous in db.execute(
        "SELECT r.id, d.id, r.list, r.edition, r.scope, r.claimed_size, d.previous "
        "FROM rankings r JOIN documents d ON d.id = r.document WHERE d.edition_of = ? AND r.told = 'table' "
        "AND r.list IS NOT NULL AND r.edition IS NOT NULL",
        (series,),
    ):
        if ranking in rows:
            yield Edition(
                ranking, document, series, name, year, scope, claimed, told_previous,
                dimensions.get(document, frozenset()), rows[ranking],
            )  # fmt: skip


def _dimensions(db: sqlite3.Connection, series: str) -> dict[str, frozenset[str]]:
    """The names of the first-level dimensions that each paper tells of."""
    found: dict[str, set[str]] = {}
    for document, name in db.execute(
        "SELECT a.document, x.name FROM attestations a JOIN documents d ON d.id = a.document "
        "JOIN dimensions x ON x.id = a.thing "
        "WHERE a.thing_table = 'dimensions' AND d.edition_of = ? AND coalesce(x.level, 1) = 1",
        (series,),
    ):
        found.setdefault(document, set()).add(name)
    return {document: frozenset(names) for document, names in found.items()}
