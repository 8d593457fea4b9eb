"""Dates of publication as covers print them."""

from extract.fold import fold
from extract.model import Run
from extract.words import pattern

__all__ = ["date_of"]

DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "О": "0", "0": "0"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HAN_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def date_of(line: Run) -> tuple[str, Run] | None:
    """The date in a line, as exact as it is printed (2021, 2021-10, 2021-10-08), and the words that say it."""
    text = fold(line.text)
    for read in (_arabic, _han, _english):
        found = read(text)
        if found:
            return found[0], line.cut(*found[1])
    return None


def _arabic(text: str) -> tuple[str, tuple[int, int]] | None:
    m = pattern("cover", "date").search(text)
    if not m:
        return None
    parts = [m["year"], m["month"] or m["month2"], m["day"] or m["day2"]]
    return "-".join(p.zfill(2) for p in parts if p), m.span()


def _han(text: str) -> tuple[str, tuple[int, int]] | None:
    m = pattern("cover", "date_in_han").search(text)
    if not m:
        return None
    year = "".join(DIGITS[c] for c in m["year"])
    month = f"-{HAN_MONTHS.index(m['month']) + 1:02}" if m["month"] else ""
    return year + month, m.span()


def _english(text: str) -> tuple[str, tuple[int, int]] | None:
    m = pattern("cover", "date_in_english").search(text)
    if not m:
        return None
    return f"{m['year']}-{MONTHS.index(m['month'].lower()) + 1:02}", m.span()
