"""One issuer of policies."""

from dataclasses import dataclass

from extract.places import Place
from schema.policy import Level

__all__ = ["Issuer", "level_of"]


@dataclass(frozen=True, slots=True)
class Issuer:
    """`name` is stored: the printed name where it is an official one (long or short), else the official short name.

    `level` says whom its policies bind, None where its name doesn't tell; `place` is where a local organ governs.
    `country` is the country of a foreign one.
    """

    name: str
    level: Level | None
    place: Place | None = None
    country: str | None = None


def level_of(place: Place) -> Level | None:
    """The level of an organ of that place. The four municipalities rank as provinces, districts as their city.

    None for a county, also one that is called a city: what it issues binds no city.
    """
    if place.is_province:
        return "provincial"
    return "municipal" if place.is_city or place.name.endswith("区") else None
