"""Numbers told in sentences: what is measured, how much, of which place, when."""

from extract.find.measurements.find import find

__all__ = ["find"]
