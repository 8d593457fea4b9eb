"""Rules or alignment to grids; continued tables joined."""

from collections.abc import Sequence

from extract.model import Grid, Laid

__all__ = ["find_grids"]


def find_grids(laid: Sequence[Laid]) -> list[Grid]:
    """All tables of a paper in reading order, those that go on over pages joined."""
    return []
