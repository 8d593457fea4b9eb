"""What a part of a framework is, and when a name's counts are met."""

import re
from dataclasses import dataclass

from extract.find.frameworks.lists import Item
from extract.find.frameworks.names import ANY, Group, number_forms
from extract.words import lexicon

__all__ = ["LONGEST", "Part", "Spelled", "counted", "measures", "satisfied", "sentence_end"]


LONGEST = 30
"""A part's name is not longer; a longer one is a clause that only looks like it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part's name, which count of the framework's name it belongs to, and what the paper says of it.

    `stands_for` is how many it counts for: one body at three levels (市、区、街三级联动) is all three of a count, and
    what a name ends in after its counts (三同直达) is none.
    """

    start: int
    end: int
    group: int = 0
    description: Item | None = None
    stands_for: int = 1


@dataclass(frozen=True, slots=True)
class Spelled:
    """The parts of a framework as told, up to `end`; `complete` where each count of the name is met."""

    parts: tuple[Part, ...]
    complete: bool
    end: int


def satisfied(parts: tuple[Part, ...], groups: list[Group]) -> bool:
    """Whether there are as many parts in each group as the name says."""
    for i, group in enumerate(groups):
        have = sum(p.stands_for for p in parts if p.group == i)
        if have != group.count if group.count != ANY else not have:
            return False
    return bool(parts)


def sentence_end(text: str, start: int, stops: str = "。！？!?\n") -> int:
    """Where the sentence that goes on at `start` ends."""
    return min((at for stop in stops if (at := text.find(stop, start)) >= 0), default=len(text))


def counted(group: Group) -> str:
    """A pattern for the count of a group with its measure word; the 支 of 三支撑 is none."""
    forms = "|".join(number_forms(group.count))
    noun = rf"(?!{re.escape(group.noun)})" if group.noun else ""
    measure = f"{noun}(?:{'|'.join(measures())})"
    return rf"(?<![\d一二三四五六七八九十第])(?:(?<!\+)|(?=(?:{forms}){measure}))(?:{forms})[”\"」』]?(?:{measure})?"


def measures() -> tuple[str, ...]:
    """Measure words that may stand between a count and its noun."""
    return tuple(lexicon("frameworks")["measures"]["words"])
