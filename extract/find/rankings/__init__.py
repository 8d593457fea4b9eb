"""Rankings of places: tables that rank or list them, then those told in sentences."""

from extract.find.rankings.tables import table_rankings
from extract.find.told import told_rankings
from extract.reading import Reading
from schema.ranking import Ranking

__all__ = ["find"]


def find(reading: Reading) -> list[Ranking]:
    """All rankings of a paper: the tables in reading order, then the sentences."""
    return reading.once(table_rankings) + told_rankings(reading)
