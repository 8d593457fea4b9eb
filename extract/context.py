"""Which place a span of text is about, and the sentence it stands in.

In order: the place that stands right before the span (浙江“浙里办”); the subject of its clause or of a clause before it in its
sentence; the place that labels its passage (厦门市：…); the case it stands in; the place named in its row of a table; the
only subject of the passage so far; the heading it stands under; the place the whole paper is about. A place that is merely
mentioned is never it. Where a sentence has several places for its subject the answer is None.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extract.fold import fold
from extract.model import Passage
from extract.places import Place, gazetteer
from extract.reading import Reading
from extract.rows import place_of_row
from extract.words import pattern

__all__ = [
    "NamedPlace",
    "Several",
    "city_and_place",
    "city_named_with",
    "is_imprint",
    "most_specific",
    "named_places",
    "names_more",
    "place_of",
    "sentence_of",
    "subject_of",
    "whole_paper",
]

STOPS = "。！？!?"
CLAUSE = re.compile(r"[，；：,;:]")
QUOTED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


class Several:
    """A sentence's subject is more than one place, or the whole country."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place and where in the text its name stands."""

    start: int
    end: int
    place: Place


def sentence_of(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence around `offset`: up to 。！？ and the quotation marks that close after it."""
    start = max((text.rfind(stop, 0, offset) for stop in STOPS), default=-1) + 1
    while start < offset and text[start] in "”’」』）)":
        start += 1
    ends = [at for stop in STOPS if (at := text.find(stop, offset)) >= 0]
    end = min(ends) + 1 if ends else len(text)
    while end < len(text) and text[end] in "”’」』）)":
        end += 1
    return start, end


def city_and_place(place: Place | None, city: Place | None = None) -> tuple[str | None, str | None]:
    """What a record's `city` and `place` hold: the full name in the one, or in the other where it is no city.

    `city` is the city that a district is named with: then both are known.
    """
    if place is None:
        return None, None
    return (place.name, None) if place.is_city else (city.name if city else None, place.name)


def city_named_with(reading: Reading, index: int, place: Place | None) -> Place | None:
    """The city whose name stands right before that of its district in the text: 厦门思明区; None where it does not.

    A county, also one that is called a city, is a place of its own: 湖州市德清县 is 德清县.
    """
    if place is None or place.level != "county" or not place.name.endswith("区"):
        return None
    text = fold(reading.texts[index].text)
    city = gazetteer().city_of(place)
    named = named_places(reading.docs[index], text, city)
    for n in named:
        printed = text[n.start : n.end]
        if n.place != place or city is None:
            continue
        if any(m.end == n.start and m.place == city for m in named) or (
            printed != place.name and printed.startswith(city.short_name)
        ):
            return city
    return None


def place_of(reading: Reading, index: int, start: int, end: int) -> Place | None:
    """The one place that `texts[index][start:end]` is about, else None."""
    doc, text = reading.docs[index], fold(reading.texts[index].text)
    case = reading.case_at(index)
    named = named_places(doc, text, case.place if case else None)
    found = _before(text, named, start) or subject_of(text, named, start) or _label(reading.texts[index], named)
    if found is None and case:
        return case.place
    found = found or place_of_row(reading.texts[index])
    found = found or _carried(text, named, start) or _heading(reading, index) or whole_paper(reading)
    return found if isinstance(found, Place) else None


def named_places(doc: Doc, text: str, near: Place | None) -> list[NamedPlace]:
    """The places named outside 《》, in order; an ambiguous name only where one candidate belongs to `near`."""
    titles = [m.span() for m in QUOTED.finditer(text)]
    found = []
    for span in doc.spans.get("places", []):
        lo, hi = span.start_char, span.end_char
        place = _resolved(span, near)
        if (
            place
            and not any(a <= lo < b for a, b in titles)
            and not pattern("subjects", "organisation").match(text[hi:])
        ):
            found.append(NamedPlace(lo, hi, place))
    return found


def _resolved(span: Span, near: Place | None) -> Place | None:
    known = gazetteer()
    if span.kb_id_:
        return known.by_code.get(span.kb_id_)
    if near is None:
        return None
    inside = [p for p in known.candidates(span.text) if near in (known.city_of(p), known.province_of(p))]
    return inside[0] if len(inside) == 1 else None


def _before(text: str, named: list[NamedPlace], start: int) -> Place | None:
    """A place that ends where the span starts, but for 的 and quotation marks; not the last of a list of places."""
    at = len(re.sub(r"[的“‘「『《\s]*$", "", text[:start]))
    last = next((n for n in named if n.end == at), None)
    listed = last is not None and any(n.end == last.start - 1 for n in named)
    return last.place if last and not listed else None


def subject_of(text: str, named: list[NamedPlace], offset: int) -> Place | type[Several] | None:
    """The place that is the subject of the clause around `offset`, or of the nearest clause before it in its sentence."""
    lo, hi = sentence_of(text, offset)
    starts = [lo, *(lo + m.end() for m in CLAUSE.finditer(text[lo:hi]))]
    starts += [n.start for n in named if text[n.start - 1 : n.start] == "、" and _acts(text, named, n)]
    for begin in sorted((s for s in starts if lo <= s <= offset), reverse=True):
        found = _clause_subject(text, named, begin, hi)
        if found is not None:
            return found
    return None


def _acts(text: str, named: list[NamedPlace], place: NamedPlace) -> bool:
    """Whether a place after 、 does something of its own: 南通打造…、盐城打造…; not the last of 南通、盐城打造…"""
    alone = not any(n.end == place.start - 1 for n in named)
    return alone and pattern("subjects", "acts").match(text[place.end :]) is not None


def _clause_subject(text: str, named: list[NamedPlace], begin: int, end: int) -> Place | type[Several] | None:
    lead = pattern("subjects", "lead").match(text[begin:end])
    at = begin + (lead.end() if lead else 0)
    if pattern("subjects", "nationwide").match(text[at:end]):
        return Several
    held = re.match(r"[在以]", text[at:end])
    first = next((n for n in named if n.start == at + (1 if held else 0)), None)
    if first is None:
        return None
    last = most_specific(named, first)
    rest = text[last.end : end]
    if held:
        key = "topic" if held.group() == "在" else "example"
        return last.place if pattern("subjects", key).match(rest) else None
    return Several if names_more(named, last, text) else last.place


def most_specific(named: list[NamedPlace], first: NamedPlace) -> NamedPlace:
    """The last of the names, each within the one before, that follow each other without a gap: 四川省成都; not 宁波舟山港."""
    for n in named:
        if n.start == first.end and gazetteer().within(n.place, first.place):
            first = n
    return first


def names_more(named: list[NamedPlace], last: NamedPlace, text: str) -> bool:
    """Whether other places are listed after `last`: 成都、重庆, 北京等城市."""
    if not pattern("subjects", "several").match(text[last.end :]):
        return False
    joint = text[last.end : last.end + 2]
    return joint.startswith("等") or any(last.end < n.start <= last.end + 2 for n in named)


def _label(passage: Passage, named: list[NamedPlace]) -> Place | None:
    """The place that labels the passage: 厦门市：…"""
    text = fold(passage.text)
    ordinal = pattern("subjects", "ordinal").match(text)
    first = next((n for n in named if n.start == (ordinal.end() if ordinal else 0)), None)
    if first is None:
        return None
    last = most_specific(named, first)
    return last.place if pattern("subjects", "label").match(text[last.end :]) else None


def _carried(text: str, named: list[NamedPlace], start: int) -> Place | None:
    """The only subject of the sentences before, told on without naming it again."""
    lo, _ = sentence_of(text, start)
    subjects: set[Place | type[Several]] = set()
    at = 0
    while at < lo:
        begin, at = sentence_of(text, at)
        found = subject_of(text, named, max(begin, at - 1))
        if found:
            subjects.add(found)
    only = subjects.pop() if len(subjects) == 1 else None
    return only if isinstance(only, Place) else None


def is_imprint(reading: Reading, passage: Passage) -> bool:
    """Whether a passage stands where the publisher speaks of itself: 关于我们, 公司简介, 版权声明."""
    section = reading.section_of(passage)
    while section:
        if pattern("subjects", "imprint").match(fold(section.title).strip()):
            return True
        section = reading.section_by_id.get(section.parent or "")
    return False


def _heading(reading: Reading, index: int) -> Place | None:
    """The place that opens the nearest heading over the text."""
    section = reading.section_of(reading.texts[index])
    while section:
        at = next((i for i, t in enumerate(reading.texts) if t is section.heading), None)
        if at is not None and at != index:
            named = named_places(reading.docs[at], fold(section.heading.text), None)
            return named[0].place if len({n.place for n in named}) == 1 and _opens(section.heading, named[0]) else None
        section = reading.section_by_id.get(section.parent or "")
    return None


def _opens(heading: Passage, first: NamedPlace) -> bool:
    before = fold(heading.text[: first.start])
    return pattern("subjects", "ordinal").sub("", before) == ""


def whole_paper(reading: Reading) -> Place | None:
    """The place that opens the paper's title."""
    title = re.sub(r"^\D{0,2}\d{4}年?(?:度)?", "", fold(reading.document.title or ""))
    for length in range(min(12, len(title)), 1, -1):
        place = gazetteer().resolve(title[:length], scope="city") or gazetteer().resolve(
            title[:length], scope="province"
        )
        if place and not pattern("subjects", "organisation").match(title[length:]):
            return place
    return None
