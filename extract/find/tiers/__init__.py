"""Tiers of places: told in sentences and under headings, and as a column of a table."""

from extract.find.tiers.find import find

__all__ = ["find"]
