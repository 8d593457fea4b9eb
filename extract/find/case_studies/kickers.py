"""Kickers: a few words that say that a place's story is told, with the place: 城市故事·沈阳, 走进苏州, 佛山样本｜…."""

import re
from dataclasses import dataclass

from extract.context import NamedPlace, most_specific, names_more
from extract.words import pattern

__all__ = ["Kicker", "kicker_of"]

SEPARATED = re.compile(r"^\s*[】〗〕\]]?\s*(?:[:：|｜丨·•/]|[—–-]+|[】〗〕\]])\s*")


@dataclass(frozen=True, slots=True)
class Kicker:
    """The place named, and where in the text the title starts that follows on the same line; None without one."""

    place: NamedPlace
    title_at: int | None


def kicker_of(text: str, named: list[NamedPlace], start: int) -> Kicker | None:
    """The kicker at `start` in a folded text, if it holds one place."""
    return _label_first(text, named, start) or _place_first(text, named, start)


def _label_first(text: str, named: list[NamedPlace], start: int) -> Kicker | None:
    """城市故事·沈阳 | 走进苏州：…"""
    first = next((n for n in named if n.start > start), None)
    if first is None or not pattern("cases", "kicker").match(text[start : first.start]):
        return None
    last = most_specific(named, first)
    rest = text[last.end :]
    if names_more(named, last, text):
        return None
    if not rest.strip(" 】〗〕]"):
        return Kicker(last, None)
    separator = SEPARATED.match(rest)
    return Kicker(last, last.end + separator.end()) if separator else None


def _place_first(text: str, named: list[NamedPlace], start: int) -> Kicker | None:
    """沈阳故事 | 沈阳 · 城市故事 | 沈阳样本：…"""
    first = next((n for n in named if n.start == start), None)
    if first is None:
        return None
    last = most_specific(named, first)
    at = last.end
    label = pattern("cases", "kicker_after").match(text[at:])
    if label is None:
        return None
    at += label.end()
    separator = SEPARATED.match(text[at:])
    if not text[at:].strip():
        return Kicker(last, None)
    return Kicker(last, at + separator.end()) if separator else None
