"""What papers tell of things that may be the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Paper", "Told"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, as far as it says of what series it is."""

    id: str
    series: str | None
    title: str | None
    publisher: str | None
    year: int | None
    previous: str | None

    @property
    def age(self) -> tuple[int, str]:
        """Earlier papers first; those without a year last."""
        return (self.year if self.year is not None else 9999, self.id)


@dataclass(frozen=True, slots=True)
class Told:
    """What one paper tells of one thing: the key it knows it by, and the fields of the record."""

    paper: Paper
    table: str
    key: str
    fields: Mapping[str, Any] = field(compare=False)

    @property
    def local(self) -> bool:
        """Whether nothing but the paper tells it from its namesakes."""
        return self.key.startswith(f"{self.paper.id}/")

    @property
    def id(self) -> tuple[str, str, str]:
        """Paper, table, key."""
        return (self.paper.id, self.table, self.key)
