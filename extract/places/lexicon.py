"""What `extract/lexicon/places.yml` says: forms that can't be derived, and words that only look like places."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from extract import words

__all__ = ["Lexicon", "NamePattern", "lexicon"]


@dataclass(frozen=True, slots=True)
class NamePattern:
    """Names of other things that hold a place's name. `{place}` in the lexicon stands for the place."""

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of places. See the comments in places.yml for what each part means."""

    abbreviations: dict[str, str]
    city_abbreviations: dict[str, str]
    informal: dict[str, str]
    former: list[dict[str, Any]]
    abolished: list[dict[str, Any]]
    contested: frozenset[str]
    provinces_first: frozenset[str]
    known_counties: frozenset[str]
    everyday: frozenset[str]
    generic: frozenset[str]
    county_words: frozenset[str]
    friends: tuple[str, ...]
    regions: dict[str, str]
    unlisted_zones: dict[str, str | None]
    unlisted_cities: tuple[str, ...]
    patterns: tuple[NamePattern, ...]
    words: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that comes with the project."""
    raw = words.lexicon("places")
    common = (files("extract") / "lexicon" / "common_words.txt").read_text(encoding="utf-8").split()
    return Lexicon(
        abbreviations=raw["abbreviations"],
        city_abbreviations=raw["city_abbreviations"],
        informal=raw["informal"],
        former=raw["former"],
        abolished=raw["abolished"],
        contested=frozenset(raw["contested"]),
        provinces_first=frozenset(raw["provinces_first"]),
        known_counties=frozenset(raw["known_counties"]),
        everyday=frozenset(raw["everyday"]),
        generic=frozenset(raw["generic"]),
        county_words=frozenset(raw["county_words"]),
        friends=tuple(raw["friends"]),
        regions={form: name for name, forms in raw["regions"].items() for form in (name, *forms)},
        unlisted_zones=raw["unlisted"]["zones"],
        unlisted_cities=tuple(raw["unlisted"]["cities"]),
        patterns=tuple(_pattern(p) for p in raw["patterns"]),
        words=frozenset(common) | frozenset(raw["words"]),
    )


def _pattern(raw: dict[str, Any]) -> NamePattern:
    before, after = raw.get("before"), raw.get("after")
    return NamePattern(
        raw["name"],
        re.compile(f"(?:{before})$") if before else None,
        re.compile(after) if after else None,
        tuple(raw.get("yes", ())),
        tuple(raw.get("no", ())),
    )
