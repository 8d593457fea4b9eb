"""The dimensions of the paper's index: their names and levels, what the paper says of each, and who leads in it."""

from extract.find.dimensions.find import find

__all__ = ["find"]
