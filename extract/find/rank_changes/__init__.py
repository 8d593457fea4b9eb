"""Moves in ranks that sentences tell."""

from extract.find.rank_changes.find import find

__all__ = ["find"]
