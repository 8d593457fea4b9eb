"""Rankings of places: those told in sentences, then tables that rank or list them."""

from collections.abc import Sequence

from extract.find.rankings.tables import table_rankings
from extract.find.told import told_rankings
from extract.reading import Reading
from schema.ranking import Ranking

__all__ = ["find"]


def find(reading: Reading) -> list[Ranking]:
    """All rankings of a paper: the sentences in reading order, then the tables.

    So whoever keys entries by place and rank ends with the table's row, which has score, change and tier.
    """
    tables = reading.once(table_rankings)
    return told_rankings(reading) + [r for r in tables if not _sorts_again(r, tables)]


def _sorts_again(ranking: Ranking, others: Sequence[Ranking]) -> bool:
    """Whether a list by tiers sorts just the places that another table ranks: it tells their tiers, and is no second list."""
    if not all(e.tier and e.rank is None for e in ranking.entries):
        return False
    places = {(e.city, e.province) for e in ranking.entries}
    return any(o is not ranking and o.ordered and places == {(e.city, e.province) for e in o.entries} for o in others)
