"""The rows of a listing: each place with what stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.find.rankings.columns import Column
from extract.find.rankings.groups import Group, group_of
from extract.find.rankings.headers import says
from extract.find.rankings.items import Item
from extract.find.rankings.listings import Listing
from extract.find.rankings.table import Table
from extract.find.rankings.values import Change, Rank, change_of, rank_of, score_of
from extract.model import Cell
from extract.places import gazetteer

__all__ = ["Entry", "entries_of", "lists_by_row", "lists_in_cells", "split_by_dimension"]

MOST_FILLED = 3
"""Ranks that may be missing in a short list: medals stand for three."""


@dataclass(slots=True)
class Entry:
    """A place of a ranking with what is printed beside it; `cells` are those that say so, the place's own first.

    `listed`: it stands in a list in one cell; `province_shared`: the province is printed for several places at once.
    """

    item: Item
    cells: list[Cell]
    rank: int | None = None
    score: float | None = None
    change: int | None = None
    entered: bool | None = None
    province: str | None = None
    parent: str | None = None
    region: str | None = None
    tier: str | None = None
    dimension: str | None = None
    listed: bool = False
    province_shared: bool = False


def entries_of(table: Table, listing: Listing) -> list[Entry]:
    """All places of a listing in the order of the rows."""
    entries: list[Entry] = []
    last: Rank | None = None
    for subject, r in _cells(listing, len(table.rows)):
        rank = _rank(listing.rank, r, last if r else None)
        last = rank or last
        if r > 0 and subject.cells[r] is subject.cells[r - 1]:
            continue
        group = group_of(label) if (label := table.rows[r].group) else None
        entries += _of_row(listing, subject, r, rank, group)
    return entries


def _cells(listing: Listing, rows: int) -> list[tuple[Column, int]]:
    """The cells of places: down each column, but from row to row where columns without names or ranks hold one list."""
    names = [i for c in listing.subjects for row in c.items for i in row]
    told = listing.rank or any(c.header.text for c in listing.subjects) or any(i.rank for i in names)
    if told or len(listing.subjects) < 2:
        return [(subject, r) for subject in listing.subjects for r in range(rows)]
    return [(subject, r) for r in range(rows) for subject in listing.subjects]


def _of_row(listing: Listing, subject: Column, r: int, rank: Rank | None, group: Group | None) -> Iterator[Entry]:
    cell = subject.cells[r]
    label = group_of(listing.labels[subject.index]) if subject.index in listing.labels else None
    for item in _once(subject.items[r]):
        entry = Entry(item, [cell], listed=len(subject.items[r]) > 1)
        _put_rank(entry, listing, r, rank)
        _put_score(entry, listing, r)
        _put_change(entry, listing, r, rank)
        _put_place(entry, listing, r)
        for found in (group, label):
            if found:
                entry.tier = entry.tier or found.tier
                entry.region = entry.region or found.region
                entry.province = entry.province or found.province
                entry.dimension = entry.dimension or (None if found.known else found.name)
        yield entry


def _once(items: Sequence[Item]) -> list[Item]:
    """Without names that mean the same place as one before (北京 Beijing)."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in items:
        codes = tuple(p.code for p in gazetteer().candidates(item.printed))
        seen.setdefault(codes or (item.printed,), item)
    return list(seen.values())


def _text(column: Column | None, r: int) -> str:
    return column.texts[r] if column else ""


def _rank(column: Column | None, r: int, last: Rank | None) -> Rank | None:
    """The rank in a row; a bare 并列 or a ditto mark is the rank above."""
    text = _text(column, r)
    if text in ("并列", "〃", "同上", '"', "″"):
        return last
    return rank_of(text) if text else None


def _put_rank(entry: Entry, listing: Listing, r: int, rank: Rank | None) -> None:
    if rank and listing.rank:
        entry.rank = rank.number
        entry.cells.insert(0, listing.rank.cells[r])
    elif entry.item.rank:
        entry.rank = entry.item.rank


def _put_score(entry: Entry, listing: Listing, r: int) -> None:
    # Beside a list stands how many it has, but beside the places of one rank what they all scored.
    shared = entry.rank is not None and listing.score is not None and listing.score.header.role == "score"
    score = score_of(_text(listing.score, r)) if shared or not entry.listed else None
    if score is not None and listing.score:
        entry.score = score
        entry.cells.append(listing.score.cells[r])
    else:
        entry.score = entry.item.score


def _put_change(entry: Entry, listing: Listing, r: int, rank: Rank | None) -> None:
    change: Change | None = None
    if listing.change and (change := change_of(_text(listing.change, r))):
        entry.cells.append(listing.change.cells[r])
    elif rank and rank.rest:
        change = change_of(rank.rest)
    change = change or entry.item.change
    if change:
        entry.change, entry.entered = change.value, True if change.entered else None


def _put_place(entry: Entry, listing: Listing, r: int) -> None:
    entry.province = _text(listing.province, r) or None
    entry.province_shared = entry.listed or _is_shared(listing.province, r)
    entry.parent = _text(listing.parent, r) or None
    region, tier = _carried(listing.region, r), _carried(listing.tier, r)
    entry.region = group_of(region).name if region else None
    entry.tier = (group_of(tier).tier or group_of(tier).name) if tier else None
    entry.dimension = _carried(listing.dimension, r) or None


def _is_shared(column: Column | None, r: int) -> bool:
    """Whether a cell reaches over more rows than this."""
    return column is not None and sum(c is column.cells[r] for c in column.cells) > 1


def _carried(column: Column | None, r: int) -> str:
    """The text of a row, or of the nearest one above that has any: labels are often printed once for many rows."""
    if column is None:
        return ""
    return next((t for t in reversed(column.texts[: r + 1]) if t and not says("total", t)), "")


def fill_ranks(entries: Sequence[Entry]) -> None:
    """Puts in ranks whose cells hold a picture or nothing, where only one number is left for each row.

    So it is only where the scores fall strictly from row to row; an empty cell beside the score of the row above is a tie.
    """
    for above, entry in pairwise(entries):
        if entry.rank is None and entry.score is not None and above.rank and entry.score == above.score:
            entry.rank = above.rank
            entry.cells.insert(0, above.cells[0])
    missing = [i for i, e in enumerate(entries) if e.rank is None]
    if len(missing) > max(MOST_FILLED, 0.1 * len(entries)) or len(missing) > 0.6 * len(entries):
        return
    for start in (i for i in missing if i - 1 not in missing):
        end = next((i for i in range(start, len(entries)) if entries[i].rank is not None), None)
        before = entries[start - 1].rank if start else 0
        if end is None or before is None or (entries[end].rank or 0) - before - 1 != end - start:
            continue
        scores = [e.score for e in entries[max(start - 1, 0) : end + 1]]
        if all(a is not None and b is not None and a > b for a, b in pairwise(scores)):
            for i in range(start, end):
                entries[i].rank = before + 1 + i - start
                entries[i].cells.insert(0, entries[end].cells[0])


def split_by_dimension(entries: list[Entry]) -> list[tuple[str | None, list[Entry]]]:
    """Entries apart by dimension, region, ... where each counts its ranks anew; otherwise all together.

    With each part the dimension that it is ranked by, if that is what sets it apart.
    """
    firsts = [e for e in entries if e.rank == 1]
    groups: dict[str, list[Entry]] = {}
    for e in entries:
        groups.setdefault(e.dimension or e.tier or e.region or e.province or "", []).append(e)
    anew = len(firsts) > 1 and len(groups) > 1 and all(any(e.rank == 1 for e in g) for g in groups.values())
    return [(group[0].dimension, group) for group in groups.values()] if anew else [(None, entries)]


def lists_in_cells(listing: Listing, entries: Sequence[Entry]) -> list[tuple[str | None, list[Entry]]]:
    """A list for each dimension, in order, where each row tells one and names its first places in one cell."""
    if listing.rank is not None or listing.dimension is None or not listing.subject.several:
        return []
    groups: dict[str, list[Entry]] = {}
    for e in entries:
        groups.setdefault(e.dimension or "", []).append(e)
    rows = [t for t in listing.dimension.texts if t]
    if "" in groups or len(groups) != len(set(rows)) or len(rows) != len(set(rows)) or len(groups) < 2:
        return []
    for group in groups.values():
        for i, entry in enumerate(group):
            entry.rank = entry.rank or i + 1
    return list(groups.items())


def lists_by_row(table: Table, listing: Listing) -> Iterator[tuple[str | None, list[Entry]]]:
    """A list for each row of a table whose columns are ranks (维度, 第1名, 第2名, ...)."""
    for r in range(len(table.rows)):
        entries = [
            Entry(item, [column.cells[r]], rank=column.header.number, listed=len(column.items[r]) > 1)
            for column in listing.subjects
            for item in column.items[r]
        ]
        name = _text(listing.dimension, r) or table.rows[r].group or ""
        group = group_of(name)
        for e in entries:
            e.region, e.province, e.tier = group.region, group.province, group.tier
        yield None if group.known else name or None, entries
