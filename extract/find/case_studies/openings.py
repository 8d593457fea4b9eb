"""Passages that open a case study: a heading, bullet, numbered case or box with the place it tells about."""

import re
from dataclasses import dataclass

from extract.context import NamedPlace, most_specific, named_places, names_more, subject_of, whole_paper
from extract.fold import fold
from extract.marks import MARK
from extract.model import Passage
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = [
    "LONGEST_TITLE",
    "Opening",
    "bullet_of",
    "is_case_label",
    "is_numbered",
    "opening_at",
    "ordinal_of",
    "runs_in",
]

BULLET = re.compile(rf"^\s*{MARK}")
BRACKETED = re.compile(r"[【〖〔\[](?P<inside>[^【】〖〗〔〕\[\]]{1,12})[】〗〕\]]")
SEPARATED = re.compile(r"^\s*(?:[:：|｜·•]|[—–-]+|\s)\s*")
POINTED = re.compile(r"^。\s*")
"""What ends the place of a numbered item: （1）北京市。立足首都…."""
FIELD = re.compile(r"^[^:：,，。\d]{2,12}[:：]\s*")
"""What stands before the place in 智慧政务：杭州市…."""
LABELLED = re.compile(r"^\s*(?P<name>[\u4e00-\u9fff]{2,10})\s*(?:[:：]|[—–]{1,2})\s*(?=\S)")
"""A short name and what is told of it: 武汉——具有良好的信息基础."""
LONGEST_TITLE = 45
SHORTEST_ITEM = 15
"""A bullet that tells about a place says more than a few words after its name."""
SHORTEST_TOLD = 30
"""A paragraph that opens with its place tells at least a sentence."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A case's first passage (`index` in `Reading.texts`), its place, and its title if the passage has one.

    `bare` where the passage holds nothing but the place: its title may follow on the next line. `inline` where the
    case's text stands in the passage itself, after the place. `head` is the last passage of its title (index too).
    """

    index: int
    place: Place
    title: str | None
    bare: bool = False
    inline: bool = False
    head: int | None = None


def ordinal_of(text: str) -> str:
    """The number or bullet that opens a text."""
    found = pattern("subjects", "ordinal").match(fold(text))
    return text[: found.end()] if found else ""


def bullet_of(text: str) -> str | None:
    """The bullet that opens a text; a number is none."""
    found = BULLET.match(text)
    return found.group().strip() if found else None


def is_numbered(text: str) -> bool:
    """Whether the text opens like 案例二, 【案例3】, 专栏1, Case 2."""
    return _label_end(fold(text)) is not None


def is_case_label(text: str) -> bool:
    """Whether the text is labelled as a case with a number: 案例二, Case 2; a 专栏 may be about anything."""
    end = _label_end(fold(text))
    return end is not None and bool(re.search(r"(?:案例|实例|(?i:case))\s*[\d一二三四五六七八九十]", text[:end]))


def _label_end(text: str) -> int | None:
    ordinal = len(ordinal_of(text))
    for start in (0, ordinal):
        if found := pattern("cases", "numbered").match(text[start:]):
            return start + found.end()
    return None


def opening_at(reading: Reading, index: int) -> Opening | None:
    """The case that `texts[index]` opens, if it opens one."""
    passage = reading.texts[index]
    text = fold(passage.text)
    if passage.kind in ("contents", "source", "chart", "cell", "note") or not text.strip():
        return None
    label = _label_end(text)
    if passage.kind == "caption" and label is None:
        return None
    run_in = label is None and passage.kind == "paragraph" and _may_run_in(reading, passage)
    if label is None and passage.kind not in ("heading", "list_item") and not run_in and not _opens_box(reading, index):
        return None
    named = named_places(reading.docs[index], text, None)
    start = label if label is not None else len(ordinal_of(text))
    if label is None and (framed := _out_of_brackets(text, start, named)):
        text, start = framed
    first = next((n for n in named if n.start == start), None)
    if first:
        return _place_first(reading, index, text, most_specific(named, first), named, start, label is not None)
    if label is not None:
        return _titled_below(reading, index, label) or _numbered(reading, index, named, label)
    if passage.kind != "heading":
        return None
    return _place_later(reading, index, named) or _after_field(reading, index, named)


def _out_of_brackets(text: str, start: int, named: list[NamedPlace]) -> tuple[str, int] | None:
    """【上海】… read like 上海：…, where brackets hold a place and nothing else: the text, of the same length, and where it starts."""
    m = BRACKETED.match(text, start)
    if m is None or not any(n.start == start + 1 for n in named) or not any(n.end == m.end("inside") for n in named):
        return None
    return text[: m.end() - 1] + "：" + text[m.end() :], start + 1


def _opens_box(reading: Reading, index: int) -> bool:
    box = reading.texts[index].box_id
    return box is not None and (index == 0 or reading.texts[index - 1].box_id != box)


def _may_run_in(reading: Reading, passage: Passage) -> bool:
    """Whether a paragraph may open with the place it tells about.

    It may where its first words are set in bold, where others of its section open so, or among cases.
    """
    section = reading.section_of(passage)
    if section and pattern("cases", "about_policies").search(fold(section.title)):
        return False
    bold = [c.bold for c in passage.chars if c and not c.text.isspace()]
    if bold and bold[0] and not all(bold):
        return True
    if len(reading.once(_places_told).get(passage.section, ())) > 1:
        return True
    return section is not None and pattern("cases", "about_cases").search(fold(section.title)) is not None


def _places_told(reading: Reading) -> dict[str | None, set[Place]]:
    """For each section the places with which paragraphs open that tell about them: 北京：…, 武汉——…."""
    found: dict[str | None, set[Place]] = {}
    for text, doc in zip(reading.texts, reading.docs, strict=True):
        opening = LABELLED.match(doc.text) if text.kind == "paragraph" else None
        named = named_places(doc, doc.text, None) if opening and len(doc.text) > opening.end() + SHORTEST_TOLD else []
        if opening and named and named[0].start == opening.start("name") and named[0].end == opening.end("name"):
            found.setdefault(text.section, set()).add(named[0].place)
    return found


def runs_in(reading: Reading, opening: Opening) -> bool:
    """Whether a case is told in the paragraph that opens with its place, without a label or frame."""
    own = reading.texts[opening.index]
    return own.kind == "paragraph" and opening.inline and own.box_id is None and not is_numbered(own.text)


def _place_first(
    reading: Reading, index: int, text: str, last: NamedPlace, named: list[NamedPlace], start: int, numbered: bool
) -> Opening | None:
    """北京市 | 成都：… | ➤济南——… | 郑州 着力构建… | （一）北京市备案流程 | 【上海】…."""
    passage = reading.texts[index]
    rest = text[last.end :]
    if (
        names_more(named, last, text)
        or pattern("cases", "body").match(rest)
        or pattern("cases", "drawing").search(rest)
    ):
        return None
    if not rest.strip(" ：:"):
        return Opening(index, last.place, passage.text.strip() if text[:start].strip("【〖〔[ ") else None, bare=True)
    separator = SEPARATED.match(rest)
    if separator and any(n.start == last.end + separator.end() for n in named):
        return None
    if numbered and passage.kind != "heading" and _is_prose(rest):
        return Opening(index, last.place, _first_words(rest.lstrip("：:—–-| ")), inline=True)
    if passage.kind != "heading" and not numbered and not _opens_box(reading, index):
        return _item(passage, index, last, separator)
    if separator:
        return Opening(index, last.place, passage.text[last.end + separator.end() :].strip())
    if numbered or passage.kind != "heading":
        return Opening(index, last.place, passage.text[start:].strip())
    if any(pattern("cases", key).search(rest) for key in ("ranked", "document")) or last.place == whole_paper(reading):
        return None
    return Opening(index, last.place, passage.text.strip())


def _first_words(text: str) -> str | None:
    """The title of a numbered case told in the same passage: what stands before the first full stop, if that is short."""
    title = text.split("。")[0].strip()
    return title if "。" in text and 0 < len(title) <= LONGEST_TITLE else None


def _item(passage: Passage, index: int, last: NamedPlace, separator: re.Match[str] | None) -> Opening | None:
    bold = [i for i, c in enumerate(passage.chars) if c and c.bold]
    if passage.kind == "list_item" and ordinal_of(passage.text).strip():
        separator = separator or POINTED.match(passage.text[last.end :])
    if passage.kind == "paragraph" and bold and bold[0] <= last.start and len(bold) < len(passage.text.strip()):
        return _run_in(passage, index, last, bold)
    if separator is None or not separator.group().strip():
        return None
    told = passage.text[last.end + separator.end() :].strip()
    if passage.kind == "paragraph":
        return Opening(index, last.place, None, inline=True) if len(told) >= SHORTEST_TOLD else None
    if _is_prose(told):
        return Opening(index, last.place, None, inline=True)
    return Opening(index, last.place, told or None, bare=not told)


def _run_in(passage: Passage, index: int, last: NamedPlace, bold: list[int]) -> Opening | None:
    """A place set in bold before what is told of it: its title is the rest of the bold words, if they are more than a mark."""
    end = next((i for i in range(last.end, len(passage.text)) if i not in bold and not passage.text[i].isspace()), 0)
    title = passage.text[last.end : end].strip(" 　：:|｜—–-。·•")
    if end < last.end or len(passage.text) - end < SHORTEST_TOLD or len(title) > LONGEST_TITLE:
        return None
    return Opening(index, last.place, title or None, inline=True)


def _is_prose(text: str) -> bool:
    return len(text) >= SHORTEST_ITEM and (len(text) > 40 or any(stop in text for stop in "，。；,;"))


def _numbered(reading: Reading, index: int, named: list[NamedPlace], label: int) -> Opening | None:
    """A numbered case whose title names one place anywhere, or whose first sentence is about one."""
    passage = reading.texts[index]
    title = passage.text[label:].strip() or None
    places = _innermost(named)
    if len(places) == 1 and not _is_prose(passage.text[label:]):
        return Opening(index, places[0].place, title)
    for at in range(index + 1, min(index + 4, len(reading.texts))):
        told = reading.texts[at]
        if told.kind in ("paragraph", "list_item"):
            text = fold(told.text)
            here = named_places(reading.docs[at], text, None)
            found = subject_of(text, here, len(ordinal_of(text)))
            return Opening(index, found, title) if isinstance(found, Place) else None
    return None


def _titled_below(reading: Reading, index: int, label: int) -> Opening | None:
    """A label that stands alone, its place and title on the next line or two: 案例一 / 温州：“三服务”机制 | 案例一 / 温州 / “三服务”机制"""
    own = fold(reading.texts[index].text)
    counted = re.search(r"[\d一二三四五六七八九十①-⑳A-Z]", own)
    if own[label:].strip() or not (counted or _opens_box(reading, index)):
        return None
    if not _is_title_line(reading, index, index + 1):
        return None
    text = fold(reading.texts[index + 1].text)
    named = named_places(reading.docs[index + 1], text, None)
    start = len(ordinal_of(text))
    first = next((n for n in named if n.start == start), None)
    places = _innermost(named)
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
    if _is_title_line(reading, index, index + 2):
        return Opening(index, last.place, reading.texts[index + 2].text.strip(), head=index + 2)
    return Opening(index, last.place, None, head=index + 1)


def _is_title_line(reading: Reading, label: int, index: int) -> bool:
    """Whether `texts[index]` may be the title of the case labelled in `texts[label]`."""
    if index >= len(reading.texts):
        return False
    text = reading.texts[index]
    short = 0 < len(text.text.strip()) <= LONGEST_TITLE and text.text.strip()[-1] not in "。！？；，"
    same = text.box_id == reading.texts[label].box_id and text.kind in ("heading", "paragraph", "caption")
    return short and same and _label_end(fold(text.text)) is None


def _innermost(named: list[NamedPlace]) -> list[NamedPlace]:
    """The places named, without those that only say where the next one lies; each once."""
    found: dict[str, NamedPlace] = {}
    for n in named:
        last = most_specific(named, n)
        found.setdefault(last.place.code, last)
    return list(found.values())


def _place_later(reading: Reading, index: int, named: list[NamedPlace]) -> Opening | None:
    """“一网统管”的上海实践 | 数字孪生城市（雄安）: one place, and words that say what it did."""
    text = fold(reading.texts[index].text)
    places = _innermost(named)
    if len(places) != 1 or pattern("cases", "ranked").search(text):
        return None
    only = places[0]
    if not pattern("cases", "tells").match(text[only.end :]) or only.place == whole_paper(reading):
        return None
    return Opening(index, only.place, reading.texts[index].text[len(ordinal_of(text)) :].strip())


def _after_field(reading: Reading, index: int, named: list[NamedPlace]) -> Opening | None:
    """智慧政务：杭州市“一窗受理”平台: a field and what one place did in it, where two headings or more are set so."""
    text = fold(reading.texts[index].text)
    field = FIELD.match(text)
    first = field and next((n for n in named if n.start == field.end()), None)
    if first is None or len(_innermost(named)) > 1 or not _has_field_beside(reading, index):
        return None
    last = most_specific(named, first)
    rest = text[last.end :]
    if not rest.strip() or any(pattern("cases", key).search(rest) for key in ("ranked", "document", "drawing")):
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
