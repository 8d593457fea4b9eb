"""Places that rankings name though they are no divisions: 台北, 雄安新区. They stand as printed, without a code."""

import re
from collections.abc import Iterator
from functools import cache

from extract.places.gazetteer import gazetteer
from extract.places.lexicon import lexicon
from extract.places.model import Place

__all__ = ["unlisted", "unlisted_in", "zone_at"]

_BEFORE, _BEHIND = "(?<=[、，,和与及为是：:（(])", "(?=[、，,。；;和与及等）)位排居列分]|$)"


@cache
def _pattern() -> re.Pattern[str]:
    zones, cities = "|".join(lexicon().unlisted_zones), "|".join(lexicon().unlisted_cities)
    return re.compile(f"(?:{zones})|{_BEFORE}(?:{cities})市?{_BEHIND}")


def unlisted_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each such name in a folded text without stray spaces."""
    for m in _pattern().finditer(text):
        yield m.span()


def unlisted(printed: str) -> Place | None:
    """The place of that name, as printed and without a code; None for any name that is not such a place's."""
    words = lexicon()
    known = printed.endswith(tuple(words.unlisted_zones)) or printed.removesuffix("市") in words.unlisted_cities
    return _as_printed(printed) if known else None


def _as_printed(name: str) -> Place:
    return Place("", name, name, "unlisted", None, None, None, None, None)


def zone_at(text: str, start: int) -> tuple[int, Place] | None:
    """Where a zone's name ends that starts there in a text, and the city that it lies in; None where no zone is named.

    A zone of no one city is a place of its own.
    """
    words = lexicon()
    for name, city in words.unlisted_zones.items():
        if text.startswith(name, start):
            return start + len(name), gazetteer().named(city) if city else _as_printed(name)
    return None
