"""Titles whose place stands beside them or under them: ——以珠海市为例, 申报单位：珠海市数据局, a badge, the side of a frame."""

import re

from extract.context import NamedPlace, most_specific, named_places, names_more
from extract.find.case_studies.blocks import is_title_line, opens_box
from extract.find.case_studies.headings import innermost
from extract.find.case_studies.labels import ordinal_of, place_alone
from extract.find.case_studies.opening import LONGEST_TITLE, Opening
from extract.fold import fold
from extract.model import Box, Passage, union
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = ["beside_box", "in_fields", "placed_below"]

TAG = re.compile(r"[·•|｜丨/]")
LONGEST_TAG = 8
FIELDS = 4
"""Lines under a case's title that may say whose it is."""
DASHED = re.compile(r"^\s*[—–-]{1,2}\s*(?:以|来自|基于|记|看|走进)?\s*")


def placed_below(reading: Reading, index: int) -> Opening | None:
    """A title whose place stands in the line under it, or in a badge on its own line.

    把窗口搬进园区 / ——以珠海市为例 | 把窗口搬进园区 / 申报单位：珠海市数据局
    """
    at = index + 1
    marked = at in reading.once(_places_under_titles)
    if not is_title_line(reading, index, at) and not _is_badge(reading, index, at) and not marked:
        return None
    below = reading.texts[at]
    text = fold(below.text)
    named = named_places(reading.docs[at], text, None)
    is_place = marked or _is_badge(reading, index, at)
    found = _whose(text, named) or (place_alone(text, named) if is_place else None)
    if found is None:
        return None
    own = reading.texts[index].text
    return Opening(index, found, own[len(ordinal_of(own)) :].strip(), head=at)


def _places_under_titles(reading: Reading) -> frozenset[int]:
    """Lines that hold but a place, right under a title, where a paper has two or more: the one such line before the next title."""
    found: list[int] = []
    under: list[int] = []
    for i, text in enumerate([*reading.texts, None]):
        if text is None or text.kind == "heading":
            found += under if len(under) == 1 and _is_between(reading, under[0]) else []
            under = []
        elif text.kind in ("paragraph", "list_item") and len(text.text) <= LONGEST_TITLE:
            line = fold(text.text)
            if place_alone(line, named_places(reading.docs[i], line, None)):
                under.append(i)
    return frozenset(found) if len(found) > 1 else frozenset()


def _is_between(reading: Reading, at: int) -> bool:
    """Whether a line stands between a title and the text about it, all in one frame or in none."""
    texts = reading.texts[max(at - 1, 0) : at + 2]
    return [t.kind == "heading" for t in texts] == [True, False, False] and len({t.box_id for t in texts}) == 1


def in_fields(reading: Reading, index: int) -> Opening | None:
    """案例名称：把窗口搬进园区 / 所在城市：珠海: a case set as fields, the title first."""
    passage = reading.texts[index]
    field = pattern("cases", "named_case").match(fold(passage.text))
    if field is None:
        return None
    for at in range(index + 1, min(index + 1 + FIELDS, len(reading.texts))):
        text = fold(reading.texts[at].text)
        place = _whose(text, named_places(reading.docs[at], text, None))
        if place:
            return Opening(index, place, passage.text[field.end() :].strip(), head=at)
    return None


def _whose(text: str, named: list[NamedPlace]) -> Place | None:
    """The place in a line that says whose case stands above it: ——以珠海市为例, 申报单位：珠海市数据局."""
    places = innermost(named)
    lead = DASHED.match(text)
    if lead and len(places) == 1 and not pattern("cases", "person").search(text):
        return places[0].place if places[0].start <= lead.end() or pattern("cases", "tells").search(text) else None
    if tagged := _tagged(text, named):
        return tagged
    field = pattern("cases", "whose").match(text)
    first = field and next((n for n in named if n.start == field.end()), None)
    if field is None or first is None:
        return None
    last = most_specific(named, first)
    if names_more(named, last, text):
        return None
    is_public = pattern("cases", "organ").match(text[last.end :]) or not re.match(r"\s*[^\s,，;；]", text[last.end :])
    return last.place if is_public else None


def _tagged(text: str, named: list[NamedPlace]) -> Place | None:
    """The place in a line of tags under a title: 珠海市 · 政务服务 · 2022年."""
    tags = [tag.strip() for tag in TAG.split(text) if tag.strip()]
    short = len(tags) > 1 and all(len(tag) <= LONGEST_TAG for tag in tags) and not re.search("[。，；：:]", text)
    places = innermost(named)
    if not short or len(places) != 1:
        return None
    return places[0].place if place_alone(tags[0], [n for n in named if n.end <= len(tags[0])]) else None


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
        place = place_alone(text, named_places(reading.docs[i], text, None)) if left else None
        if place:
            titled = is_title_line(reading, i, index)
            title = texts[index].text.strip() if titled else None
            return Opening(index, place, title, inline=not titled, head=index if titled else None, aside=i)
    return None


def _box(passage: Passage) -> Box | None:
    chars = [c.box for c in passage.chars if c]
    return union(chars) if chars else None
