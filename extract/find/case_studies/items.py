"""Bullets and paragraphs that open with the place they tell about."""

import re

from extract.context import NamedPlace, named_places
from extract.find.case_studies.labels import is_numbered, ordinal_of
from extract.find.case_studies.opening import LONGEST_TITLE, SHORTEST_TOLD, STOPS, Opening
from extract.fold import fold
from extract.model import Passage
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = ["is_prose", "item_at", "may_run_in", "opens_in_bold", "runs_in"]

POINTED = re.compile(r"。\s*")
"""What ends the place of a numbered item: （1）北京市。立足首都…."""
LABELLED = re.compile(r"^\s*(?P<name>[\u4e00-\u9fff]{2,10})\s*(?:[:：]|[—–]{1,2})\s*(?=\S)")
"""A short name and what is told of it: 武汉——具有良好的信息基础."""
SHORTEST_ITEM = 15
"""A bullet that tells about a place says more than a few words after its name."""


def may_run_in(reading: Reading, passage: Passage) -> bool:
    """Whether a paragraph may open with the place it tells about.

    It may where its first words are set in bold, where others of its section open so, or among cases.
    """
    section = reading.section_of(passage)
    if section and pattern("cases", "about_policies").search(fold(section.title)):
        return False
    if opens_in_bold(passage):
        return True
    if len(reading.once(_places_told).get(passage.section, ())) > 1:
        return True
    return section is not None and pattern("cases", "about_cases").search(fold(section.title)) is not None


def opens_in_bold(passage: Passage) -> bool:
    """Whether the first words of a passage are set in bold, and others are not."""
    bold = [c.bold for c in passage.chars if c and not c.text.isspace()]
    return bool(bold) and bold[0] and not all(bold)


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


def item_at(reading: Reading, index: int, last: NamedPlace, separator: re.Match[str] | None) -> Opening | None:
    """The case of a bullet or paragraph that opens with a place, which `separator` may follow."""
    passage = reading.texts[index]
    bold = [i for i, c in enumerate(passage.chars) if c and c.bold]
    if passage.kind == "paragraph" and bold and bold[0] <= last.start and len(bold) < len(passage.text.strip()):
        return _run_in(passage, index, last, bold)
    separator = separator or _pointed(passage, last)
    if separator is None:
        return None
    told = passage.text[last.end + separator.end() :].strip()
    if _only_stands(told):
        return None
    if not separator.group().strip():
        is_title = passage.kind == "list_item" and not is_prose(told) and _tells_below(reading, index)
        return Opening(index, last.place, told) if is_title else None
    if passage.kind == "paragraph":
        return Opening(index, last.place, None, inline=True) if len(told) >= SHORTEST_TOLD else None
    if is_prose(told) and not _tells_below(reading, index):
        return Opening(index, last.place, None, inline=True)
    return Opening(index, last.place, told or None, bare=not told)


def _only_stands(told: str) -> bool:
    """Whether an item says but where its place stands: 昆明市：较上年上升9个位次，升至第24位."""
    clauses = [c for c in re.split(r"[，。；,;]", fold(told)) if c.strip()]
    return bool(clauses) and all(pattern("cases", "standing").search(c) for c in clauses)


def _pointed(passage: Passage, last: NamedPlace) -> re.Match[str] | None:
    """The full stop that ends the place of a numbered item: （1）北京市。…; （1）北京模式。…."""
    if passage.kind != "list_item" or not ordinal_of(passage.text).strip():
        return None
    rest = fold(passage.text)[last.end :]
    label = pattern("cases", "kicker_after").match(rest)
    return POINTED.match(rest, label.end() if label else 0)


def _tells_below(reading: Reading, index: int) -> bool:
    """Whether a title of a line stands over a paragraph of its own."""
    own = reading.texts[index].text.strip()
    below = reading.texts[index + 1] if index + 1 < len(reading.texts) else None
    told = below is not None and below.kind == "paragraph" and len(below.text) >= SHORTEST_TOLD
    return told and len(own) <= LONGEST_TITLE and own[-1] not in STOPS


def _run_in(passage: Passage, index: int, last: NamedPlace, bold: list[int]) -> Opening | None:
    """A place set in bold before what is told of it: its title is the rest of the bold words, if they are more than a mark."""
    end = next((i for i in range(last.end, len(passage.text)) if i not in bold and not passage.text[i].isspace()), 0)
    title = passage.text[last.end : end].strip(" 　:：|｜丨—–-。·•】〗〕]")
    if end < last.end or len(passage.text) - end < SHORTEST_TOLD or len(title) > LONGEST_TITLE:
        return None
    return Opening(index, last.place, title or None, inline=True)


def is_prose(text: str) -> bool:
    """Whether a text is told in sentences, no title."""
    return len(text) >= SHORTEST_ITEM and (len(text) > 40 or any(stop in text for stop in "，。；,;"))
