"""Tables that rank places, or list those that met a mark. A table of companies or policies is no ranking."""

import itertools
from collections.abc import Iterator, Sequence

from extract.find.rankings import titles
from extract.find.rankings.columns import Column, columns_of
from extract.find.rankings.context import Context, bars_over, context_of
from extract.find.rankings.items import is_place
from extract.find.rankings.joining import goes_on, is_podium, is_rest, joined
from extract.find.rankings.listings import Listing, listings_of
from extract.find.rankings.paired import unpaired
from extract.find.rankings.record import Found, ranking_of
from extract.find.rankings.rows import Entry, entries_of, fill_ranks, lists_by_row, lists_in_cells, split_by_dimension
from extract.find.rankings.table import Table, tables_of
from extract.model import Grid
from extract.reading import Reading
from schema.ranking import Ranking

__all__ = ["table_rankings"]

KNOWN = 0.6
"""The share of a list's names that must be names of places."""
LISTING = frozenset({"place", "region", "tier", "rank", "number", "empty"})
"""The kinds of columns in a table that only lists places."""
DISTINCT = 0.85
"""The share of a ranking's places that must differ: a table that names a place again and again lists other things."""


def table_rankings(reading: Reading) -> list[Ranking]:
    """All rankings that a paper's tables hold."""
    rankings: list[Ranking] = []
    last: tuple[Grid, Context] | None = None
    for grid in reading.grids:
        rest = last is not None and _is_rest_of(last[0], grid)
        over = last[1] if last and rest else context_of(reading, grid)
        last = grid, over
        for found, context in _of_grid(reading, grid, over):
            if is_rest(found) and not rankings:
                continue
            record = ranking_of(reading, grid, context, found)
            listed = rest and rankings and rankings[-1].ordered is record.ordered is False
            if rankings and (listed or goes_on(rankings[-1], record)):
                rankings[-1] = joined(rankings[-1], record)
            elif rankings and is_podium(record, rankings[-1]):
                rankings[-1] = joined(record, rankings[-1])
            elif not is_rest(found):
                rankings.append(record)
    return rankings


def _is_rest_of(before: Grid, grid: Grid) -> bool:
    """Whether a grid without a title has the header of the one on the page before."""
    alike = [c.text for c in before.rows[0]] == [c.text for c in grid.rows[0]] if before.rows and grid.rows else False
    follows = grid.boxes[0][0] - before.boxes[-1][0] == 1
    return alike and follows and before.header_rows > 0 and not (grid.title or grid.label)


def _of_grid(reading: Reading, grid: Grid, context: Context) -> Iterator[tuple[Found, Context]]:
    for table in map(unpaired, tables_of(grid, bars_over(reading, grid))):
        titled = context.titled(table.title)
        columns = columns_of(table, reading.source.lookups)
        for listing in listings_of(columns):
            honoured = titles.is_honoured(titled.words) and not titles.is_ranked(titled.words) and listing.rank is None
            unordered = (titled.unordered or honoured) and not listing.counts_regions
            found = _listed(table, listing, columns) if unordered else _found(table, listing, titled)
            yield from ((f, titled) for f in found if _holds(f))


def _listed(table: Table, listing: Listing, columns: Sequence[Column]) -> Iterator[Found]:
    """A list that says its order doesn't count, where the table holds nothing but the places: its numbers only count."""
    if not all(c.kind in LISTING or c.header.role == "sequence" or _sorts(c) for c in columns):
        return
    entries = entries_of(table, listing)
    _unrank(entries, listing)
    yield Found(entries, listing.metric or table.metric, False, listing)


def _sorts(column: Column) -> bool:
    """Whether a column sorts the places by a few short words (智慧农业, 电商直播)."""
    texts = [t for t in column.texts if t]
    return 2 * len(set(texts)) <= len(texts) and all(len(t) <= 8 for t in texts) and column.header.role != "other"


def _unrank(entries: Sequence[Entry], listing: Listing) -> None:
    """Takes off ranks that only count the rows, and the cells that they stand in."""
    numbers = {id(c) for c in listing.rank.cells} if listing.rank else set()
    for entry in entries:
        entry.rank, entry.cells = None, [c for c in entry.cells if id(c) not in numbers]


def _holds(found: Found) -> bool:
    names = [e.item.printed for e in found.entries]
    known = sum(map(is_place, names))
    distinct = len({(n, e.province) for n, e in zip(names, found.entries, strict=True)})
    return len(names) > 1 and known >= KNOWN * len(names) and distinct >= DISTINCT * len(names)


def _found(table: Table, listing: Listing, context: Context) -> Iterator[Found]:
    if listing.by_row:
        for metric, entries in lists_by_row(table, listing):
            yield Found(entries, metric, True, listing)
        return
    entries = entries_of(table, listing)
    if not _ranks(listing, entries, context):
        return
    in_order = titles.is_ordered(listing.subject.header.text) or titles.is_ordered(context.words)
    if in_order and (parts := lists_in_cells(listing, entries)):
        yield from (Found(part, metric, True, listing) for metric, part in parts)
        return
    ordered = _ordered(listing, entries, context)
    for metric, part in split_by_dimension(entries):
        fill_ranks(part)
        yield Found(part, metric or listing.metric or table.metric, ordered, listing)


def _ranks(listing: Listing, entries: Sequence[Entry], context: Context) -> bool:
    """Whether a list of places is a ranking: a rank is printed, or the title says that it is one."""
    if titles.is_ranked(context.words) or _ranked_inside(entries):
        return True
    if listing.rank is None:
        return listing.by_tier or listing.counts_regions
    role, falls = listing.rank.header.role, _falls(entries)
    if role == "sequence":
        return bool(falls) and listing.score is not None and listing.score.header.role == "score"
    return role == "rank" or falls is not False


def _ordered(listing: Listing, entries: Sequence[Entry], context: Context) -> bool | None:
    """Whether order counts; None where the paper doesn't say. Puts in ranks that only the order of the rows tells."""
    if listing.rank is not None and listing.rank.header.role == "sequence" and _falls(entries) is False:
        _unrank(entries, listing)
        return None
    if listing.rank is not None:
        return listing.rank.header.role == "rank" or not (listing.grouped or context.by_name)
    if _ranked_inside(entries):
        return True
    if listing.grouped or context.by_name or any(e.listed for e in entries):
        return False
    return _number(entries) if titles.is_ordered(context.words) else None


def _ranked_inside(entries: Sequence[Entry]) -> bool:
    """Whether ranks stand in the cells of the places (1 北京)."""
    return sum(e.item.rank is not None for e in entries) > 0.7 * len(entries)


def _falls(entries: Sequence[Entry]) -> bool | None:
    """Whether the scores fall from row to row; None where there are none."""
    scores = [e.score for e in entries if e.score is not None]
    if len(scores) < 2:
        return None
    return len(scores) == len(entries) and all(a >= b for a, b in itertools.pairwise(scores))


def _number(entries: Sequence[Entry]) -> bool | None:
    """Ranks by the order of the rows where the title says that they are ranked; equal scores share one."""
    if _falls(entries) is False:
        return None
    for i, entry in enumerate(entries):
        tied = i > 0 and entry.score is not None and entry.score == entries[i - 1].score
        entry.rank = entries[i - 1].rank if tied else i + 1
    return True
