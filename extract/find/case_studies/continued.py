"""Headings that carry a case on over the next slide: 苏州：… / 苏州：…（续）, …（1/2） / …（2/2）."""

import re

from extract.find.case_studies.opening import Opening
from extract.fold import fold
from extract.reading import Reading

__all__ = ["told_on_under"]

CONTINUED = re.compile(
    r"\s*[(（\[【]?\s*(?:[续接][上前]?[一二三四五六七八九十\d页]*|cont(?:inued|\.)?|\d{1,2}\s*/\s*\d{1,2}|[一二三四五六七八九十]{1,2}|[上中下])\s*[)）\]】]?\s*$",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[(（\[【].*[)）\]】]\s*$|\s[续接]|/\s*\d+\s*$")


def told_on_under(reading: Reading, openings: dict[int, Opening]) -> set[int]:
    """The openings that repeat the title of the case right before them, but for a word that says that it goes on."""
    found: set[int] = set()
    before: Opening | None = None
    for i, opening in sorted(openings.items()):
        if before and before.place == opening.place and _is_same(reading, before.index, i):
            found.add(i)
        else:
            before = opening
    return found


def _is_same(reading: Reading, one: int, other: int) -> bool:
    texts = reading.texts
    if texts[one].kind != "heading" or texts[other].kind != "heading" or texts[one].page == texts[other].page:
        return False
    return _bare(texts[one].text) == _bare(texts[other].text)


def _bare(title: str) -> str:
    title = fold(title).strip()
    end = CONTINUED.search(title)
    if end and BRACKETED.search(title[max(0, end.start() - 1) :]):
        title = title[: end.start()]
    return re.sub(r"\s", "", title)
