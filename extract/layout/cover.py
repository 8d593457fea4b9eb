"""Title, publisher, year and date from the cover and the imprint."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Laid
from schema.base import Evidence

__all__ = ["Cover", "read_cover"]


@dataclass
class Cover:
    """What cover and imprint say; None where they don't, or where it is unclear."""

    title: str | None = None
    publisher: str | None = None
    year: int | None = None
    published: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


def read_cover(laid: Sequence[Laid]) -> Cover:
    """Reads the first and last pages."""
    return Cover()
