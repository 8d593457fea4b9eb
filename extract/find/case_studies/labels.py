"""What may stand before a case's place: a number, a bullet, a case's label (案例二), a kicker (城市故事·), brackets."""

import re

from extract.context import NamedPlace, most_specific
from extract.find.case_studies.opening import LONGEST_TITLE
from extract.fold import fold
from extract.marks import MARK
from extract.places import Place
from extract.words import pattern

__all__ = ["bullet_of", "is_case_label", "is_numbered", "label_end", "ordinal_of", "out_of_brackets", "place_alone"]

BULLET = re.compile(rf"^\s*{MARK}")
BRACKETED = re.compile(rf"[【〖〔\[](?P<inside>[^【】〖〗〔〕\[\]]{{1,{LONGEST_TITLE}}})[】〗〕\]]")
PARTED = re.compile(r"\s*[:：|｜丨·•—–-]")


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
    return label_end(fold(text)) is not None


def is_case_label(text: str) -> bool:
    """Whether the text is labelled as a case with a number: 案例二, Case 2; a 专栏 may be about anything."""
    end = label_end(fold(text))
    return end is not None and bool(re.search(r"(?:案例|实例|(?i:case))\s*[\d一二三四五六七八九十]", text[:end]))


def label_end(text: str) -> int | None:
    """Where the label of a case or box ends that opens a text, None where none does."""
    ordinal = len(ordinal_of(text))
    for start in (0, ordinal):
        if found := pattern("cases", "numbered").match(text[start:]):
            return start + found.end()
    return None


def out_of_brackets(text: str, start: int, named: list[NamedPlace]) -> tuple[str, int] | None:
    """【上海】… read like 上海：…, and 【上海·…】 like 上海·…: the text, of the same length, and where it starts.

    The brackets hold a place and nothing else, or a place parted from its title and all of the text.
    """
    m = BRACKETED.match(text, start)
    first = m and next((n for n in named if n.start == start + 1), None)
    if m is None or first is None:
        return None
    if any(n.end == m.end("inside") for n in named):
        return text[: m.end() - 1] + "：" + text[m.end() :], start + 1
    whole = not text[m.end() :].strip() and PARTED.match(text, first.end)
    return (text[: m.end() - 1] + " " + text[m.end() :], start + 1) if whole else None


def place_alone(text: str, named: list[NamedPlace]) -> Place | None:
    """The place that is all of a text."""
    bare = out_of_brackets(text, 0, named)
    line, start = (bare[0].rstrip(" :："), bare[1]) if bare else (text.rstrip(), len(ordinal_of(text)))
    first = next((n for n in named if n.start == start), None)
    if first is None:
        return None
    last = most_specific(named, first)
    return last.place if not line[last.end :].strip() else None
