"""Which of several places of one name is meant, by what stands beside it."""

from collections.abc import Sequence
from typing import Protocol

from extract.places import Place, gazetteer, lexicon
from extract.spans.place_words import BETWEEN_ITEMS, Text

__all__ = ["settled"]


class Named(Protocol):
    """Tokens that may name one of `places`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def places(self) -> tuple[Place, ...]: ...


def settled(text: Text, matches: Sequence[Named]) -> list[Place | None]:
    """For each match the one place meant, else None."""
    forms = [text.cut(m.start, m.end) for m in matches]
    found = [gazetteer().only(list(m.places), form) for m, form in zip(matches, forms, strict=True)]
    for i, match in enumerate(matches):
        if found[i] is None:
            found[i] = _by_context(text, matches, found, i)
        elif _contradicted(matches, found, i) and len(match.places) == 1:
            found[i] = None
    return found


def _contradicted(matches: Sequence[Named], found: Sequence[Place | None], i: int) -> bool:
    """Whether a county stands right behind a city that it isn't in (广州黄浦区): then one of both is a misprint."""
    here, last = found[i], found[i - 1] if i else None
    if here is None or last is None or here.level != "county" or not last.is_city or here.is_city:
        return False
    return matches[i - 1].end == matches[i].start and not gazetteer().within(here, last)


def _by_context(text: Text, matches: Sequence[Named], found: Sequence[Place | None], i: int) -> Place | None:
    near = list(_neighbours(text, matches, found, i))
    options = [p for p in matches[i].places if p.until is None]
    siblings = [p for p in options if near and all(p.parent == n.parent for n in near)]
    if len(siblings) == 1:
        return siblings[0]
    if text.cut(matches[i].start, matches[i].end) in lexicon().provinces_first:
        if near and all(n.level == "prefecture" for n in near):
            return None
        return next(p for p in options if p.is_province)
    return _in_a_place_told(matches, found, i, options)


def _neighbours(text: Text, matches: Sequence[Named], found: Sequence[Place | None], i: int) -> list[Place]:
    """The places of the same enumeration."""
    near: list[Place] = []
    for step in (-1, 1):
        j = i
        while 0 <= j + step < len(matches):
            first, second = matches[min(j, j + step)], matches[max(j, j + step)]
            if text.cut(first.end, second.start) not in BETWEEN_ITEMS:
                break
            j += step
            place = found[j]
            if place is not None:
                near.append(place)
    return near


def _in_a_place_told(
    matches: Sequence[Named], found: Sequence[Place | None], i: int, options: Sequence[Place]
) -> Place | None:
    """The one option that lies in a place told before it (the nearest first), else behind it."""
    gaz = gazetteer()
    for place in [*reversed(found[:i]), *found[i + 1 :]]:
        around = place and (gaz.city_of(place) or place)
        inside = [p for p in options if around and gaz.within(p, around)]
        if inside:
            return inside[0] if len(inside) == 1 else None
    return None
