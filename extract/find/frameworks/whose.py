"""Whose a framework is: the place told where it is named, and the city that a district is told with."""

import re

from extract.context import city_named_with, named_places, place_of, sentence_of, subject_of
from extract.fold import fold
from extract.places import Place, gazetteer
from extract.reading import Reading
from extract.spans.frameworks import framework_pattern

__all__ = ["city_told_with", "place_told"]


def place_told(reading: Reading, index: int, start: int, end: int) -> Place | None:
    """The place that the framework named at `start` is of: who acts on it in its sentence, else the one the text is about."""
    return (
        _actor_behind(reading, index, start)
        or place_of(reading, index, start, end)
        or _of_the_case_over(reading, index)
    )


def _of_the_case_over(reading: Reading, index: int) -> Place | None:
    """The place of the case under whose heading a figure stands, though the case ends in the text over it."""
    text = reading.texts[index]
    over = (c.place for c in reading.cases if c.last < index and reading.texts[c.last].section == text.section)
    figure = text.kind == "caption" and (text.label or "图").startswith("图")
    places = set(over) if figure and text.section else set()
    return places.pop() if len(places) == 1 else None


def _actor_behind(reading: Reading, index: int, start: int) -> Place | None:
    """围绕“12345”思路，福州市推进…: the subject of the clause behind the one that holds the name, where that one only leads to it."""
    text = fold(reading.texts[index].text)
    lo, hi = sentence_of(text, start)
    comma = re.compile("[，,]").search(text, start, hi)
    if comma is None or not framework_pattern("leads_to").match(text[lo:start]):
        return None
    named = [n for n in named_places(reading.docs[index], text, None) if lo <= n.start]
    if any(n.start < comma.start() for n in named):
        return None
    found = subject_of(text, named, comma.end())
    return found if isinstance(found, Place) else None


def city_told_with(reading: Reading, index: int, place: Place | None) -> Place | None:
    """The city that a district is told with: named right before it, or the one whose case its text stands in.

    A district that has a case of its own stands for itself there.
    """
    case = reading.case_at(index)
    if case and case.place == place:
        return None
    if named := city_named_with(reading, index, place):
        return named
    if case is None or place is None or not place.name.endswith("区"):
        return None
    return case.place if gazetteer().city_of(place) == case.place else None
