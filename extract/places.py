"""The gazetteer: printed names of places to divisions by GB/T 2260 code."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Gazetteer", "Place", "gazetteer"]


@dataclass(frozen=True, slots=True)
class Place:
    """A division. `level` is municipality, province, sar, prefecture or county; `parent` the code it belongs to."""

    code: str
    name: str
    short_name: str
    level: str
    parent: str | None
    longitude: float | None
    latitude: float | None
    region: str | None
    note: str | None

    @property
    def is_province(self) -> bool:
        """Whether it is of province level (municipalities too)."""
        return self.level in ("municipality", "province", "sar")

    @property
    def is_city(self) -> bool:
        """Whether a ranking of cities may list it: prefectures, municipalities, SARs."""
        return self.level in ("municipality", "prefecture", "sar")


class Gazetteer:
    """All divisions, found by code and by any printed form of their names."""

    def __init__(self, places: list[Place]):
        self.by_code = {p.code: p for p in places}
        self.forms: dict[str, list[Place]] = {}
        for p in places:
            for form in {p.name, p.short_name}:
                self.forms.setdefault(form, []).append(p)

    def candidates(self, printed: str) -> list[Place]:
        """Every division that may be printed so."""
        return self.forms.get(printed, [])

    def resolve(self, printed: str, *, province: str | None = None, scope: str | None = None) -> Place | None:
        """The one division printed so, else None.

        `province` is the name of its province as any form; `scope` is `city`, `province` or `county`.
        """
        found = self.candidates(printed)
        if scope == "city":
            found = [p for p in found if p.is_city]
        elif scope == "province":
            found = [p for p in found if p.is_province]
        return found[0] if len(found) == 1 else None

    def province_of(self, place: Place) -> Place:
        """The division of province level that it belongs to (itself, if it is one)."""
        while place.parent:
            place = self.by_code[place.parent]
        return place

    def city_of(self, place: Place) -> Place | None:
        """The city that it is or belongs to; None for a province."""
        while not place.is_city:
            if not place.parent:
                return None
            place = self.by_code[place.parent]
        return place


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the project (`extract/lexicon/divisions.csv`)."""
    text = (files("extract") / "lexicon" / "divisions.csv").read_text(encoding="utf-8")
    return Gazetteer([_place(row) for row in csv.DictReader(text.splitlines())])


def _place(row: dict[str, str]) -> Place:
    return Place(
        row["adcode"], row["name"], row["short_name"], row["level"], row["parent"] or None,
        float(row["longitude"]) if row["longitude"] else None, float(row["latitude"]) if row["latitude"] else None,
        row["region"] or None, row["note"] or None,
    )  # fmt: skip
