"""Rankings of places: those told in sentences, then tables that rank or list them."""

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
    return told_rankings(reading) + tables
