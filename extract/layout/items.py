"""What a page is put into order by: items, and the columns they are read in."""

from dataclasses import dataclass, field

from extract.model import Box, Line

__all__ = ["Column", "Item"]


@dataclass(slots=True, eq=False)
class Item:
    """A line, or a figure or table (`line` None, `key` its place in the caller's list), a card, or a rule over the page."""

    box: Box
    line: Line | None = None
    key: int = -1
    card: int = -1
    rule: bool = False


@dataclass(slots=True, eq=False)
class Column:
    """Items that are read one after the other, and the column's left and right edge; `whole` where they are one label."""

    items: list[Item] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    whole: bool = False
