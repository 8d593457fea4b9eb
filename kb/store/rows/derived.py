"""Rows of ranks that no page prints: where a place stood in the last edition, as its move since then tells."""

from collections.abc import Iterator

from extract.find.moved import sentence_of
from extract.words import pattern
from kb.base.keys import bare
from kb.store.rows.builder import Builder
from schema import Evidence, Paper
from schema.ranking import Ranking, RankingEntry
from schema.tier import RankChange

__all__ = ["HOW", "add_derived", "compared_year"]

HOW = "derived rank"


def add_derived(b: Builder, paper: Paper, keys: dict[int, str], entries: dict[int, str]) -> None:
    """The rank before each move that a table prints or a sentence tells.

    `keys` and `entries` are the keys of the paper's rankings and of their entries, by `id()`. A move told in words
    counts only where one list of the paper has the place at the rank it led to, and the year it is counted from is sure.
    A table may print but the first places of a list (前50名); what is told in words is of a whole list where one has it.
    """
    lists = [r for r in paper.rankings if r.told == "table"]
    whole, tops = [r for r in lists if r.criterion is None], [r for r in lists if r.criterion is not None]
    for ranking in lists:
        year = _year(ranking, paper)
        for entry in ranking.entries:
            if year and entry.rank and entry.change is not None and not entry.entered:
                _add(b, keys[id(ranking)], entries[id(entry)], entry, entry.change, year - 1, "table", entry.evidence)
    for move in paper.rank_changes:
        found = list(_entries(whole, move)) or list(_entries(tops, move))
        if len(found) != 1:
            continue
        ranking, entry = found[0]
        edition = _year(ranking, paper)
        year = compared_year(paper, move, edition) if edition else None
        if year:
            boxes = [*move.evidence, *entry.evidence]
            _add(b, keys[id(ranking)], entries[id(entry)], entry, move.change, year, "prose", boxes)


def _year(ranking: Ranking, paper: Paper) -> int | None:
    return ranking.year or paper.document.year


def _entries(lists: list[Ranking], move: RankChange) -> Iterator[tuple[Ranking, RankingEntry]]:
    """Where the place that moved is listed once, with the rank that it moved to."""
    for ranking in lists:
        if ranking.ordered is False:
            continue
        rows = [
            e
            for e in ranking.entries
            if move.city in (e.city, e.city or (e.province if ranking.scope == "province" else None)) and e.rank
        ]
        if len(rows) == 1 and move.rank == rows[0].rank:
            yield ranking, rows[0]


def compared_year(paper: Paper, move: RankChange, edition: int) -> int | None:
    """The year that a move is counted from: as its sentence says, else the year before; None where it is of many years."""
    sentence = sentence_of([(p.page_from, p.page_to, p.text) for p in paper.passages], move.evidence)
    if pattern("editions", "over_years").search(sentence):
        return None
    years = {int(m[1]) for m in pattern("editions", "since_year").finditer(sentence)}
    if not years:
        return edition - 1
    (year,) = years if len(years) == 1 else (edition,)
    return year if year < edition else None


def _add(
    b: Builder, ranking: str, entry_key: str, entry: RankingEntry, change: int, year: int, told: str, boxes: list[Evidence]
) -> None:  # fmt: skip
    rank = (entry.rank or 0) + change
    if rank < 1:
        return
    place = bare(entry.city or entry.province or entry.as_printed)
    key = b.key("derived_ranks", ranking.removeprefix(f"{b.document}/"), place, year)
    city = b.rows["ranking_entries"][entry_key,]
    b.add(
        "derived_ranks", None, id=key, ranking=ranking, entry=entry_key, city=city["city"] or city["province"],
        year=year, rank=rank, change=change, told=told,
    )  # fmt: skip
    b.evidence("derived_ranks", key, [x.model_copy(update={"how": HOW}) for x in boxes])
