"""One division of China."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Place", "Scope"]

Scope = Literal["city", "province", "county"]
"""What kind of place a ranking ranks."""


@dataclass(frozen=True, slots=True)
class Place:
    """A division. `level` is municipality, province, sar, prefecture or county; `parent` the code it belongs to.

    `until` is the last year in which an abolished division stood, `into` the code of the one that took it in.
    """

    code: str
    name: str
    short_name: str
    level: str
    parent: str | None
    longitude: float | None
    latitude: float | None
    region: str | None
    note: str | None
    until: int | None = None
    into: str | None = None

    @property
    def is_province(self) -> bool:
        """Whether it is of province level (municipalities too)."""
        return self.level in ("municipality", "province", "sar")

    @property
    def is_city(self) -> bool:
        """Whether a ranking of cities may list it: prefectures, municipalities, SARs, cities right under a province."""
        return self.level in ("municipality", "prefecture", "sar") or self.is_province_run_city

    @property
    def is_province_run_city(self) -> bool:
        """Whether it is a county-level city that no prefecture stands over (济源市, 仙桃市, 石河子市)."""
        return self.level == "county" and (self.parent or "").endswith("0000") and self.name.endswith("市")

    def fits(self, scope: str | None) -> bool:
        """Whether a list of that scope may hold it; None lets all pass."""
        if scope == "city":
            return self.is_city
        if scope == "province":
            return self.is_province
        return scope is None or self.level == "county"
