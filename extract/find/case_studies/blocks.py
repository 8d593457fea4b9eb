"""Titles set over several lines: a label, kicker or place, and the title under it."""

import re

from extract.context import NamedPlace, most_specific, named_places, names_more
from extract.find.case_studies.headings import innermost
from extract.find.case_studies.kickers import kicker_of
from extract.find.case_studies.labels import label_end, ordinal_of, place_alone
from extract.find.case_studies.opening import LONGEST_TITLE, Opening
from extract.fold import fold
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = [
    "SEPARATED",
    "is_title_line",
    "kicked",
    "opens_box",
    "titled_below",
    "with_title",
]

SEPARATED = re.compile(r"^\s*(?:[:：|｜丨·•]|[—–-]+|\s)\s*")

FOOT = 3
"""Texts at the foot of a page that a frame may go on over."""


def opens_box(reading: Reading, index: int) -> bool:
    """Whether a text is the first in its frame; the foot of a page may stand within one."""
    box = reading.texts[index].box_id
    return box is not None and all(t.box_id != box for t in reading.texts[max(0, index - FOOT) : index])


def is_title_line(reading: Reading, label: int, index: int) -> bool:
    """Whether `texts[index]` may be the title of the case labelled in `texts[label]`."""
    if index >= len(reading.texts):
        return False
    text = reading.texts[index]
    short = 0 < len(text.text.strip()) <= LONGEST_TITLE and text.text.strip()[-1] not in "。！？；，"
    same = text.box_id == reading.texts[label].box_id and text.kind in ("heading", "paragraph", "caption", "source")
    return short and same and label_end(fold(text.text)) is None


def titled_below(reading: Reading, index: int, label: int) -> Opening | None:
    """A label that stands alone, its place and title on the next line or two: 案例一 / 温州：“三服务”机制 | 案例一 / 温州 / “三服务”机制"""
    own = fold(reading.texts[index].text)
    counted = re.search(r"[\d一二三四五六七八九十①-⑳A-Z]", own[len(ordinal_of(own)) : label])
    if own[label:].strip() or not is_title_line(reading, index, index + 1):
        return None
    text = fold(reading.texts[index + 1].text)
    named = named_places(reading.docs[index + 1], text, None)
    strip = reading.texts[index].kind != "heading" and place_alone(text, named)
    if not (counted or opens_box(reading, index) or strip):
        return None
    start = len(ordinal_of(text))
    first = next((n for n in named if n.start == start), None)
    places = innermost(named)
    if first is None:
        title = reading.texts[index + 1].text[start:].strip()
        return Opening(index, places[0].place, title, head=index + 1) if len(places) == 1 else None
    last = most_specific(named, first)
    if names_more(named, last, text) or pattern("cases", "body").match(text[last.end :]):
        return None
    separator = SEPARATED.match(text[last.end :])
    title = reading.texts[index + 1].text[last.end + separator.end() if separator else start :].strip()
    if text[last.end :].strip():
        return Opening(index, last.place, title, head=index + 1)
    if is_title_line(reading, index, index + 2):
        return Opening(index, last.place, reading.texts[index + 2].text.strip(), head=index + 2)
    return Opening(index, last.place, None, head=index + 1)


def with_title(reading: Reading, opening: Opening) -> Opening:
    """A place that stands alone in a line which is no heading, with the heading right under it for its title."""
    own, at = reading.texts[opening.index], opening.index + 1
    if not opening.bare or own.kind == "heading" or not is_title_line(reading, opening.index, at):
        return opening
    title = reading.texts[at]
    if title.kind != "heading":
        return opening
    return Opening(opening.index, opening.place, title.text[len(ordinal_of(title.text)) :].strip(), head=at)


def kicked(reading: Reading, index: int, named: list[NamedPlace]) -> Opening | None:
    """城市故事·沈阳, above its title or before it."""
    passage = reading.texts[index]
    text, start = fold(passage.text), len(ordinal_of(passage.text))
    kicker = kicker_of(text, named, start)
    if kicker is None:
        return None
    place = kicker.place.place
    if kicker.title_at is not None:
        if passage.kind != "heading" and not (opens_box(reading, index) and len(text.strip()) <= LONGEST_TITLE):
            return None
        return Opening(index, place, passage.text[kicker.title_at :].strip())
    if passage.kind == "heading":
        return Opening(index, place, passage.text[start:].strip(), bare=True)
    return _under_kicker(reading, index, place)


def _under_kicker(reading: Reading, index: int, place: Place) -> Opening | None:
    """The title under a kicker that is no heading itself: a heading, or a line of its own with text under it."""
    at = index + 1
    if not is_title_line(reading, index, at):
        return None
    title = reading.texts[at]
    told = at + 1 < len(reading.texts) and reading.texts[at + 1].kind == "paragraph"
    plain = told and len(title.text.strip()) < len(reading.texts[at + 1].text) and title.text.strip()[-1] not in ":：、"
    if title.kind != "heading" and not plain:
        return None
    return Opening(index, place, title.text.strip(), head=at)
