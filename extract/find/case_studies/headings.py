"""Headings that open a case: the place first, last, after a field of work, or anywhere among headings that are cases."""

import re
from collections.abc import Iterable

from extract.context import NamedPlace, most_specific, named_places, whole_paper
from extract.find.case_studies.labels import ordinal_of
from extract.find.case_studies.opening import Opening
from extract.fold import fold
from extract.model import Section
from extract.reading import Reading
from extract.words import pattern

__all__ = ["after_field", "among_cases", "innermost", "is_among_cases", "place_later", "tells_of_something_else"]

FIELD = re.compile(r"^[^:：,，。\d]{2,12}[:：]\s*")
"""What stands before the place in 智慧政务：杭州市…."""
CREDIT = re.compile(r".{4,}[|｜丨·•]\s*$")
"""What stands before the place in 一件事改革｜长春."""
SHARE_OF_CASES = 2 / 3
"""Headings of a section of cases that have one place each, at least, where all that have one are cases."""


def innermost(named: list[NamedPlace]) -> list[NamedPlace]:
    """The places named, without those that only say where the next one lies; each once."""
    found: dict[str, NamedPlace] = {}
    for n in named:
        last = most_specific(named, n)
        found.setdefault(last.place.code, last)
    return list(found.values())


def tells_of_something_else(text: str) -> bool:
    """Whether a heading tells of ranks, is the title of a document, or of a drawing."""
    return any(pattern("cases", key).search(text) for key in ("ranked", "document", "drawing"))


def place_later(reading: Reading, index: int, named: list[NamedPlace]) -> Opening | None:
    """“一网统管”的上海实践 | 数字孪生城市（雄安） | 把窗口搬进园区｜珠海: one place, and words that say what it did."""
    text = fold(reading.texts[index].text)
    places = innermost(named)
    if len(places) != 1 or pattern("cases", "ranked").search(text):
        return None
    only = places[0]
    ordinal = len(ordinal_of(text))
    credited = only.end == len(text.rstrip()) and CREDIT.match(text[ordinal : only.start])
    told = credited or pattern("cases", "tells").match(text[only.end :])
    if not told or only.place == whole_paper(reading):
        return None
    return Opening(index, only.place, reading.texts[index].text[ordinal:].strip())


def after_field(reading: Reading, index: int, named: list[NamedPlace]) -> Opening | None:
    """智慧政务：杭州市“一窗受理”平台: a field and what one place did in it, where two headings or more are set so."""
    text = fold(reading.texts[index].text)
    field = FIELD.match(text)
    first = field and next((n for n in named if n.start == field.end()), None)
    if first is None or len(innermost(named)) > 1 or not _has_field_beside(reading, index):
        return None
    last = most_specific(named, first)
    rest = text[last.end :]
    if not rest.strip() or tells_of_something_else(rest):
        return None
    return Opening(index, last.place, reading.texts[index].text.strip())


def _has_field_beside(reading: Reading, index: int) -> bool:
    """Whether another heading of the same level is a field and a place's work in it."""
    own = reading.texts[index]
    for i, other in enumerate(reading.texts):
        if i == index or other.kind != "heading" or other.level != own.level:
            continue
        field = FIELD.match(text := fold(other.text))
        if field and any(n.start == field.end() for n in named_places(reading.docs[i], text, None)):
            return True
    return False


def is_among_cases(reading: Reading, index: int) -> bool:
    """Whether a text stands in a section that is about cases by its title."""
    text = reading.texts[index]
    section = reading.section_of(text)
    if section and section.heading is text:
        section = reading.section_by_id.get(section.parent or "")
    while section:
        if pattern("cases", "about_cases").search(fold(section.title)):
            return True
        section = reading.section_by_id.get(section.parent or "")
    return False


def among_cases(reading: Reading, index: int) -> Opening | None:
    """让沈阳更“聪明”: one place anywhere, in a section of cases whose headings mostly name one place each."""
    found = reading.once(_named_among_cases).get(index)
    if found is None or found.place == whole_paper(reading):
        return None
    text = reading.texts[index].text
    return Opening(index, found.place, text[len(ordinal_of(text)) :].strip())


def _named_among_cases(reading: Reading) -> dict[int, NamedPlace]:
    headings = {id(t): i for i, t in enumerate(reading.texts) if t.kind == "heading"}
    found: dict[int, NamedPlace] = {}
    for section in reading.sections:
        if pattern("cases", "about_cases").search(fold(section.title)):
            found |= _one_place_each(reading, section, headings)
    return found


def _one_place_each(reading: Reading, section: Section, headings: dict[int, int]) -> dict[int, NamedPlace]:
    """The places of the headings right under a section, where most name one and no two the same."""
    under = [headings[id(s.heading)] for s in reading.sections if s.parent == section.id and id(s.heading) in headings]
    told = [i for i in under if not pattern("cases", "summary").search(fold(reading.texts[i].text))]
    places = {i: only for i in told if (only := _only_place(reading, i))}
    apart = len({n.place.code for n in places.values()}) == len(places)
    return places if apart and len(places) >= max(2, SHARE_OF_CASES * len(told)) else {}


def _only_place(reading: Reading, index: int) -> NamedPlace | None:
    text = fold(reading.texts[index].text)
    if tells_of_something_else(text) or pattern("cases", "held_against").search(text):
        return None
    places = innermost(_outside(named_places(reading.docs[index], text, None), text))
    return places[0] if len(places) == 1 else None


def _outside(named: Iterable[NamedPlace], text: str) -> list[NamedPlace]:
    """The places but those that are only part of the name of an organ, a company or a region."""
    keys = ("organ", "body", "region")
    return [n for n in named if not any(pattern("cases", key).match(text[n.end :]) for key in keys)]
