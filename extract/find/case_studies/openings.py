"""Passages that open a case study: a heading, bullet, numbered case or box with the place it tells about."""

import re
from dataclasses import replace

from extract.context import NamedPlace, most_specific, named_places, names_more, subject_of, whole_paper
from extract.find.case_studies.beside import beside_box, in_fields, placed_below
from extract.find.case_studies.blocks import SEPARATED, kicked, opens_box, titled_below, with_title
from extract.find.case_studies.headings import (
    after_field,
    among_cases,
    innermost,
    is_among_cases,
    place_later,
)
from extract.find.case_studies.items import SHORTEST_ITEM, is_prose, item_at, may_run_in
from extract.find.case_studies.labels import label_end, ordinal_of, out_of_brackets
from extract.find.case_studies.opening import LONGEST_TITLE, STOPS, Opening
from extract.fold import fold
from extract.places import Place, gazetteer
from extract.places.unlisted import zone_at
from extract.reading import Reading
from extract.words import pattern

__all__ = ["opening_at"]

POLICY_ALONE = re.compile(r"《[^《》]+》$")
POLICY_CARD = re.compile(r"[^。；]{0,40}《[^《》]+》")
UNCOUNTED = re.compile(r"[\u4e00-\u9fff]+(?<![一二三四五六七八九十])")
"""A label without a number."""
LATIN = re.compile(r"^\s*[A-Za-z][A-Za-z' ]{2,}$")
"""A place's name in Latin letters: 大连 DALIAN."""


def opening_at(reading: Reading, index: int) -> Opening | None:
    """The case that `texts[index]` opens, if it opens one."""
    passage = reading.texts[index]
    text = fold(passage.text)
    if passage.kind in ("contents", "source", "chart", "cell", "note") or not text.strip():
        return None
    label = label_end(text)
    if passage.kind == "caption" and label is None:
        return None
    named = named_places(reading.docs[index], text, None)
    found = _by_its_place(reading, index, text, named, label)
    if found:
        return with_title(reading, found)
    if label is not None:
        if UNCOUNTED.fullmatch(text.strip()) and _opens_by_place(reading, index + 1):
            return None  # 城市案例 over cases that open themselves
        return (
            kicked(reading, index, named)
            or titled_below(reading, index, label)
            or _numbered(reading, index, named, label)
        )
    found = kicked(reading, index, named) or beside_box(reading, index) or in_fields(reading, index)
    if found or passage.kind != "heading":
        return found
    return (
        place_later(reading, index, named)
        or after_field(reading, index, named)
        or placed_below(reading, index)
        or among_cases(reading, index)
    )


def _by_its_place(
    reading: Reading, index: int, text: str, named: list[NamedPlace], label: int | None
) -> Opening | None:
    """The case of a passage that opens with its place, but for a number, a label and brackets."""
    passage = reading.texts[index]
    run_in = label is None and passage.kind == "paragraph" and may_run_in(reading, passage)
    if label is None and passage.kind not in ("heading", "list_item") and not run_in and not opens_box(reading, index):
        return None
    start = label if label is not None else len(ordinal_of(text))
    if label is None and (framed := out_of_brackets(text, start, named)):
        text, start = framed
    first = next((n for n in named if n.start == start), None)
    last = _with_zone(text, _last_within(text, named, first)) if first else _zone_alone(text, start)
    if last is None:
        return None
    return _place_first(reading, index, text, last, named, start, label is not None)


def _opens_by_place(reading: Reading, index: int) -> bool:
    """Whether `texts[index]` is a heading with a place and a title of its own: 【深圳】规则先行."""
    if index >= len(reading.texts) or reading.texts[index].kind != "heading":
        return False
    text = fold(reading.texts[index].text)
    found = _by_its_place(reading, index, text, named_places(reading.docs[index], text, None), label_end(text))
    return found is not None and found.title is not None


def _last_within(text: str, named: list[NamedPlace], first: NamedPlace) -> NamedPlace:
    """The innermost of the places that follow one another, also parted by a mark: 深圳·南山区."""
    last = most_specific(named, first)
    separator = SEPARATED.match(text[last.end :])
    after = separator and next((n for n in named if n.start == last.end + separator.end()), None)
    if after and gazetteer().within(after.place, last.place):
        return most_specific(named, after)
    return last


def _with_zone(text: str, last: NamedPlace) -> NamedPlace:
    """成都高新区 and 四川天府新区 stand for their city where a title or nothing follows."""
    if (named := _zone_alone(text, last.end)) and not last.place.is_city:
        return replace(named, start=last.start)
    if named:
        return replace(last, end=named.end)
    zone = pattern("cases", "zone").match(text[last.end :])
    return replace(last, end=last.end + zone.end()) if zone else last


def _zone_alone(text: str, start: int) -> NamedPlace | None:
    """贵安新区：…: a zone of the nation's, named without its city."""
    zone = zone_at(text, start)
    return NamedPlace(start, *zone) if zone else None


def _place_first(
    reading: Reading, index: int, text: str, last: NamedPlace, named: list[NamedPlace], start: int, numbered: bool
) -> Opening | None:
    """北京市 | 成都：… | ➤济南——… | 郑州 着力构建… | （一）北京市备案流程 | 【上海】…."""
    passage = reading.texts[index]
    rest = text[last.end :]
    listed = names_more(named, last, text) or any(n.start == last.end for n in named)  # 北上广及周边省份
    if listed or _is_of_a_body(reading, index, rest):
        return None
    if LATIN.match(rest) or not rest.strip(" ：:"):
        if _is_of_a_policy(reading, index):
            return None
        return Opening(index, last.place, passage.text.strip() if text[:start].strip("【〖〔[ ") else None, bare=True)
    separator = SEPARATED.match(rest)
    if separator and any(n.start == last.end + separator.end() for n in named):
        return None
    if numbered and passage.kind != "heading" and is_prose(rest) and not _is_title_line(rest):
        return Opening(index, last.place, _first_words(rest.lstrip("：:—–-| ")), inline=True)
    if passage.kind != "heading" and not numbered and not opens_box(reading, index):
        return item_at(reading, index, last, separator)
    if passage.kind != "heading" and not numbered and not separator and is_prose(rest):
        return None
    if separator:
        if passage.kind == "heading" and _tells_a_rank(rest[separator.end() :]) and not is_among_cases(reading, index):
            return None
        title = passage.text[last.end + separator.end() :].rstrip("】〗〕 ").strip()
        return Opening(index, last.place, title)
    if numbered or passage.kind != "heading":
        return Opening(index, last.place, passage.text[start:].strip())
    if any(pattern("cases", key).search(rest) for key in ("ranked", "document")) or last.place == whole_paper(reading):
        return None
    return Opening(index, last.place, passage.text.strip())


def _is_title_line(rest: str) -> bool:
    """Whether what follows a numbered place is its title, commas or not: 案例1 杭州市：场景牵引，打通授权运营全链条."""
    return SEPARATED.match(rest) is not None and len(rest) <= LONGEST_TITLE and not any(s in rest for s in STOPS)


def _is_of_a_policy(reading: Reading, index: int) -> bool:
    """Whether a place heads a card on a policy of its own: 上海 / 《…实施方案》 / what it asks for."""
    own, below = reading.texts[index], reading.texts[index + 1 : index + 2]
    over = next((t.text for t in reversed(reading.texts[:index]) if t.kind == "heading" and t.box_id is None), "")
    cited = POLICY_CARD if pattern("cases", "about_policies").search(fold(over)) else POLICY_ALONE
    return own.box_id is not None and any(t.box_id == own.box_id and cited.match(t.text.strip()) for t in below)


def _is_of_a_body(reading: Reading, index: int, rest: str) -> bool:
    """Whether the place is but part of a name: of a company, an organ, a region; or what follows heads a drawing.

    An organ's work with a title is its place's case where cases are told: 珠海市数据局：把窗口搬进园区.
    """
    if pattern("cases", "body").match(rest) or pattern("cases", "drawing").search(rest):
        return True
    if pattern("cases", "region").match(rest):
        return True
    organ = pattern("cases", "organ").match(rest)
    titled = organ and rest[organ.end() :].strip(" :：|｜—–-·•")
    return organ is not None and not (titled and is_among_cases(reading, index))


def _tells_a_rank(title: str) -> bool:
    """Whether a title opens with a rank or a mark: 沈阳：排名上升最快."""
    found = pattern("cases", "ranked").search(title)
    return found is not None and found.start() <= 1


def _first_words(text: str) -> str | None:
    """The title of a numbered case told in the same passage: what stands before the first full stop, if that is short."""
    title = text.split("。")[0].strip()
    return title if "。" in text and 0 < len(title) <= LONGEST_TITLE else None


def _numbered(reading: Reading, index: int, named: list[NamedPlace], label: int) -> Opening | None:
    """A numbered case whose title names one place anywhere, or whose first sentence is about one."""
    passage = reading.texts[index]
    title = passage.text[label:].strip() or None
    places = innermost(named)
    if len(places) == 1 and (passage.kind == "heading" or not is_prose(passage.text[label:])):
        return Opening(index, places[0].place, title)
    for at in range(index + 1, min(index + 4, len(reading.texts))):
        told = reading.texts[at]
        if told.kind in ("paragraph", "list_item") and len(told.text) > SHORTEST_ITEM:
            text = fold(told.text)
            here = named_places(reading.docs[at], text, None)
            found = subject_of(text, here, len(ordinal_of(text)))
            return Opening(index, found, title) if isinstance(found, Place) else None
    return None
