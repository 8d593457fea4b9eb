"""Titles set over several lines: a label, kicker or place, the title, and a line that says whose case it is."""

import re

from extract.context import NamedPlace, most_specific, named_places, names_more
from extract.find.case_studies.headings import innermost
from extract.find.case_studies.kickers import kicker_of
from extract.find.case_studies.labels import label_end, ordinal_of, out_of_brackets
from extract.find.case_studies.opening import LONGEST_TITLE, Opening
from extract.fold import fold
from extract.model import Box, Passage, union
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = [
    "SEPARATED",
    "beside_box",
    "is_title_line",
    "kicked",
    "opens_box",
    "placed_below",
    "titled_below",
    "with_title",
]

SEPARATED = re.compile(r"^\s*(?:[:：|｜丨·•]|[—–-]+|\s)\s*")
DASHED = re.compile(r"^\s*[—–-]{1,2}\s*(?:以|来自|基于|记|看|走进)?\s*")


def opens_box(reading: Reading, index: int) -> bool:
    """Whether a text is the first in its frame."""
    box = reading.texts[index].box_id
    return box is not None and (index == 0 or reading.texts[index - 1].box_id != box)


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
    if own[label:].strip() or not (counted or opens_box(reading, index)):
        return None
    if not is_title_line(reading, index, index + 1):
        return None
    text = fold(reading.texts[index + 1].text)
    named = named_places(reading.docs[index + 1], text, None)
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


def placed_below(reading: Reading, index: int) -> Opening | None:
    """A title whose place stands in the line under it, or in a badge on its own line.

    把窗口搬进园区 / ——以珠海市为例 | 把窗口搬进园区 / 申报单位：珠海市数据局
    """
    at = index + 1
    if not is_title_line(reading, index, at) and not _is_badge(reading, index, at):
        return None
    below = reading.texts[at]
    text = fold(below.text)
    named = named_places(reading.docs[at], text, None)
    found = _whose(text, named) or (_alone(text, named) if _is_badge(reading, index, at) else None)
    if found is None:
        return None
    own = reading.texts[index].text
    return Opening(index, found, own[len(ordinal_of(own)) :].strip(), head=at)


def _whose(text: str, named: list[NamedPlace]) -> Place | None:
    """The place in a line that says whose case stands above it: ——以珠海市为例, 申报单位：珠海市数据局."""
    places = innermost(named)
    lead = DASHED.match(text)
    if lead and len(places) == 1 and not pattern("cases", "person").search(text):
        return places[0].place if places[0].start <= lead.end() or pattern("cases", "tells").search(text) else None
    field = pattern("cases", "whose").match(text)
    first = field and next((n for n in named if n.start == field.end()), None)
    if field is None or first is None:
        return None
    last = most_specific(named, first)
    if names_more(named, last, text):
        return None
    is_public = pattern("cases", "organ").match(text[last.end :]) or not re.match(r"\s*[^\s,，;；]", text[last.end :])
    return last.place if is_public else None


def _alone(text: str, named: list[NamedPlace]) -> Place | None:
    """The place that is all of a text."""
    bare = out_of_brackets(text, 0, named)
    line, start = (bare[0].rstrip(" :："), bare[1]) if bare else (text.strip(), 0)
    first = next((n for n in named if n.start == start), None)
    if first is None:
        return None
    last = most_specific(named, first)
    return last.place if not line[last.end :].strip() else None


def _is_badge(reading: Reading, title: int, at: int) -> bool:
    """Whether two passages stand on one printed line, the second left of the title or right of it."""
    if at >= len(reading.texts):
        return False
    a, b = _box(reading.texts[title]), _box(reading.texts[at])
    if a is None or b is None or reading.texts[title].page != reading.texts[at].page:
        return False
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    apart = a[2] <= b[0] or b[2] <= a[0]
    return apart and overlap > 0.5 * min(a[3] - a[1], b[3] - b[1])


def beside_box(reading: Reading, index: int) -> Opening | None:
    """A frame with its place to the left of all that is told in it; the layout may have the place after what it heads."""
    if not opens_box(reading, index):
        return None
    texts, box = reading.texts, reading.texts[index].box_id
    end = next((i for i in range(index, len(texts)) if texts[i].box_id != box), len(texts))
    boxes = {i: b for i in range(index, end) if (b := _box(texts[i]))}
    for i in range(index + 1, end):
        left = i in boxes and all(boxes[i][2] <= b[0] for j, b in boxes.items() if j != i)
        text = fold(texts[i].text)
        place = _alone(text, named_places(reading.docs[i], text, None)) if left else None
        if place:
            titled = is_title_line(reading, i, index)
            title = texts[index].text.strip() if titled else None
            return Opening(index, place, title, inline=not titled, head=index if titled else None, aside=i)
    return None


def _box(passage: Passage) -> Box | None:
    chars = [c.box for c in passage.chars if c]
    return union(chars) if chars else None
