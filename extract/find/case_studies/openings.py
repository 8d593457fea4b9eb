"""Passages that open a case study: a heading, bullet, numbered case or box with the place it tells about."""

import re
from dataclasses import dataclass

from extract.context import NamedPlace, most_specific, named_places, names_more, subject_of, whole_paper
from extract.fold import fold
from extract.model import Passage
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = ["LONGEST_TITLE", "Opening", "bullet_of", "is_case_label", "is_numbered", "opening_at", "ordinal_of"]

BULLET = re.compile(r"^\s*[•●○◆◇■□▪▶►➤➢❖✦★☆√✓✔·▲△※→]")
SEPARATED = re.compile(r"^\s*(?:[:：|｜·•]|[—–-]+|\s)\s*")
LONGEST_TITLE = 45
SHORTEST_ITEM = 15
"""A bullet that tells about a place says more than a few words after its name."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A case's first passage (`index` in `Reading.texts`), its place, and its title if the passage has one.

    `bare` where the passage holds nothing but the place: its title may follow on the next line. `inline` where the
    case's text stands in the passage itself, after the place.
    """

    index: int
    place: Place
    title: str | None
    bare: bool = False
    inline: bool = False


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
    if label is None and passage.kind not in ("heading", "list_item") and not _opens_box(reading, index):
        return None
    named = named_places(reading.docs[index], text, None)
    start = label if label is not None else len(ordinal_of(text))
    first = next((n for n in named if n.start == start), None)
    if first:
        return _place_first(reading, index, most_specific(named, first), named, start, label is not None)
    if label is not None:
        return _numbered(reading, index, named, label)
    return _place_later(reading, index, named) if passage.kind == "heading" else None


def _opens_box(reading: Reading, index: int) -> bool:
    box = reading.texts[index].box_id
    return box is not None and (index == 0 or reading.texts[index - 1].box_id != box)


def _place_first(
    reading: Reading, index: int, last: NamedPlace, named: list[NamedPlace], start: int, numbered: bool
) -> Opening | None:
    """北京市 | 成都：… | ➤济南——… | 郑州 着力构建… | （一）北京市备案流程."""
    passage = reading.texts[index]
    text = fold(passage.text)
    rest = text[last.end :]
    if (
        names_more(named, last, text)
        or pattern("cases", "body").match(rest)
        or pattern("cases", "drawing").search(rest)
    ):
        return None
    if not rest.strip():
        return Opening(index, last.place, passage.text.strip() if start else None, bare=True)
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
    if separator is None or not separator.group().strip():
        return None
    told = passage.text[last.end + separator.end() :].strip()
    if _is_prose(told):
        return Opening(index, last.place, None, inline=True)
    return Opening(index, last.place, told or None, bare=not told)


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
