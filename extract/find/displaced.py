"""Moves of places that another one pushed down: 广州取代天津升至第2位，天津退居第3."""

import re
from collections.abc import Iterator
from functools import cache

from extract.find.told.marks import N
from extract.find.told.model import words
from extract.numerals import ordinal
from extract.prose import PLACE, Name, Prose

__all__ = ["displaced"]

_RANK = rf"(?:第(?P<{{0}}>{N})(?:位|名)?|(?P<{{0}}_first>榜首|首位|头名|第一)|(?P<{{0}}_second>次席))"
"""A rank in words; the name of its group is filled in."""


@cache
def _pushed() -> re.Pattern[str]:
    to = rf"(?:{words('rises')}|{words('entering')}|{words('standing')})?[至到为居]?(?:全国|全省|全市)?"
    down = rf"(?:则|也|因此|随之)?(?:{words('falls')})[居至到为落]{{0,2}}(?:全国|全省|全市)?"
    return re.compile(
        rf"{words('replacing')}(?P<old>{PLACE})(?:的位置)?[，,]?{to}{_RANK.format('up')}[，,；;](?:(?P<again>{PLACE})|后者){down}{_RANK.format('down')}(?=[，。；、）]|$)"
    )


def displaced(told: Prose, start: int, end: int) -> Iterator[tuple[Name, int, int, tuple[int, int]]]:
    """The name of each place that another took the rank of, its change, its rank now, and where that is told."""
    for m in _pushed().finditer(told.masked, start, end):
        old = told.names_in(*m.span("old"))[-1]
        again = told.names_in(*m.span("again"))[-1] if m["again"] else old
        before, now = _rank(m, "up"), _rank(m, "down")
        if before and now and now > before and old.printed == again.printed:
            yield again, before - now, now, m.span()


def _rank(m: re.Match[str], group: str) -> int | None:
    if m[f"{group}_first"]:
        return 1
    return 2 if m[f"{group}_second"] else ordinal(m[group])
