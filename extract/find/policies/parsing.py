"""What a title says by itself: its genre, what it carries, who issues it, whose it is, its year and period."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.find.policies.genres import Genre, genre_of, is_bare, without_version
from extract.fold import fold
from extract.issuers import Issuer, full_name, issuers_in, place_at_start
from extract.places import Place
from extract.spans.document_numbers import Number, numbers_in
from extract.spans.titles import inner
from extract.words import lexicon

__all__ = ["Title", "abroad_at_start", "key_of", "parse"]

HAN = r"[\u4e00-\u9fff]"
YEARS = re.compile(r"((?:19|20)\d\d)年?(?:度)?[-—–－~～−至到]+((?:19|20)?\d\d)年?(?!\d*月)")
FIVE_YEARS = re.compile(r"(十[一二三四五六七八九]|十)五(?![年月日])|第(十[一二三四五六七八九]|十)个五年")
MASTER = re.compile(
    r"^(?:.{0,14}?国民经济和社会发展)?(?:第)?(十[一二三四五六七八九]?)(?:五|个五年)规划(?:和2035年远景目标)?(?:纲要)?$"
)
RADICALS = "\u2e80\u2fdf"
DIGITS = str.maketrans("〇○零一二两三四五六七八九", "0001223456789")
NUMERALS = {"十": 10, **{"十" + c: 11 + i for i, c in enumerate("一二三四五六七八九")}}
YEAR = re.compile(
    r"^((?:19|20)\d\d)年(?!前)|[（(]((?:19|20)\d\d)年?(?:版|本|年版)?[）)]$|省((?:19|20)\d\d)年|市((?:19|20)\d\d)年"
)
ABOUT = re.compile(r"^(?P<head>.{2,120}?)(?:关于|印发|转发|批转|公布|公开征求)")
DROPPED = re.compile(r"[\s“”\"'‘’「」『』《》〈〉≪≫（）()\[\]【】〔〕、,，·\-—–－―~～_:：;；.。]+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title without its brackets. `key` is what two prints of one title share, `base` the key without its version.

    `issuers` stand in the title itself; `place` is whose policy it is by its first words. `master` is set for the
    five-year plan of a whole country or place, which papers name in many ways: 十四五.
    """

    text: str
    key: str
    base: str
    genre: Genre | None
    bare: bool
    carries: str | None
    issuers: tuple[Issuer, ...]
    place: Place | None
    names_place: bool
    year: int | None
    period: tuple[int, int] | None
    number: Number | None
    master: str | None
    country: str | None = None


def key_of(text: str) -> str:
    """A title without spaces, quotation marks, brackets and dashes, its years in digits."""
    years = re.sub(
        r"[二两][〇○零\dO][〇○零一二三四五六七八九]{2}(?=年)", lambda m: m.group().translate(DIGITS), fold(text)
    )
    return DROPPED.sub("", years).lower()


@lru_cache(maxsize=4096)
def parse(printed: str) -> Title:
    """Reads the title between book brackets, or a name in a table."""
    text = tidy(printed)
    text, number = _own_number(text)
    bare_of_version = without_version(text)
    issuers, place, named = _whose(text)
    return Title(
        text=text,
        key=key_of(text),
        base=key_of(bare_of_version),
        genre=genre_of(text),
        bare=is_bare(text),
        carries=_carried(text),
        issuers=issuers,
        place=place,
        names_place=named,
        year=_year(text),
        period=_period(text),
        number=number,
        master=m.group(1) if (m := MASTER.match(key_of(bare_of_version))) else None,
        country=None if place else abroad_at_start(text),
    )


def abroad_at_start(text: str) -> str | None:
    """The foreign country or the international body whose name opens a text."""
    words = lexicon("issuers")
    names = (*words["foreign"]["countries"], *words["international"])
    return max((n for n in names if text.startswith(n)), key=len, default=None)


def tidy(printed: str) -> str:
    """The title as it would be written: no spaces from typesetting, those between two Chinese words kept, 〈〉 inside."""
    text = "".join(fold(c) if c.isalnum() or RADICALS[0] <= c <= RADICALS[1] else c for c in printed).strip()
    text = re.sub(r"\s+", " ", text)
    text = re.sub(rf"(?:(?<=^)|(?<= ))(?:{HAN} ){{2,}}{HAN}?", lambda m: m.group().replace(" ", "") + " ", text).strip()
    text = re.sub(
        r"(?<=[^\x00-\x7f]) (?=[\x21-\x7e“”（）〔〕《》〈〉、，：—])|(?<=[\x21-\x7e“”（）〔〕《》〈〉、，：—]) (?=[^\x00-\x7f])",
        "",
        text,
    )
    return text.replace("《", "〈").replace("》", "〉").replace("≪", "〈").replace("≫", "〉")


def _own_number(text: str) -> tuple[str, Number | None]:
    """The title without the document number that opens it or stands in brackets at its end, and that number."""
    numbers = numbers_in(text)
    if numbers and numbers[0].start == 0 and numbers[0].end < len(text):
        return text[numbers[0].end :].strip(" ，：:"), numbers[0]
    end = re.search(r"[（(][^（）()]*[）)]$", text)
    if end and end.start() and (inside := [n for n in numbers if n.start > end.start()]):
        return text[: end.start()].strip(), inside[0]
    return text, None


def _carried(text: str) -> str | None:
    """What a 通知 carries: 国务院关于印发新一代人工智能发展规划的通知 -> 新一代人工智能发展规划."""
    words = lexicon("genres")
    m = re.search(
        rf"(?:{'|'.join(words['carried_by'])})(?:修订后的|修订|新修订的|实施)?(.+)的(?:{'|'.join(words['carriers'])})$",
        without_version(text),
    )
    if not m:
        return None
    return inner(m.group(1)) or m.group(1)


def _whose(text: str) -> tuple[tuple[Issuer, ...], Place | None, bool]:
    """The issuers in the title's head, the place it is of, and whether it names a place at all."""
    report = re.match(r"^(?:(?:19|20)\d\d年)?(.*?)(?:(?:19|20)\d\d年)?政府工作报告$", text)
    if report:
        return _of_report(report.group(1))
    m = ABOUT.match(text)
    issuers = tuple(issuers_in(m.group("head")) or ()) if m else ()
    issuers = tuple(i for i in issuers if i.place is None or i.name != full_name(i.place))
    opening = _opening("before_place").match(text)
    length, place = place_at_start(text[opening.end() :] if opening else text)
    if length and place is None and issuers:
        place = next((i.place for i in issuers if i.place), None)
    if not length:
        zone = re.match(r"^中国[（(](.{2,6}?)[）)]", text)
        length, place = place_at_start(zone.group(1)) if zone else _behind_about(text)
    zone_only = not length and re.match(lexicon("genres")["openings"]["zone"], text)
    return issuers, place, bool(length or zone_only)


def _behind_about(text: str) -> tuple[int, Place | None]:
    """The place right behind the opening words: 关于支持成都…, 关于全面推进上海城市数字化转型的意见."""
    m = _opening("after_about").match(text)
    return place_at_start(text[m.end() :].lstrip("〈")) if m else (0, None)


@lru_cache(maxsize=2)
def _opening(which: str) -> re.Pattern[str]:
    words = "|".join(sorted(lexicon("genres")["openings"][which], key=lambda w: -len(w)))
    return re.compile(rf"^关于(?:{words}|\s){{0,4}}" if which == "after_about" else rf"^[“\"]?(?:{words})?")


def _of_report(whose: str) -> tuple[tuple[Issuer, ...], Place | None, bool]:
    length, place = place_at_start(whose)
    if not length:
        return (Issuer("国务院", "national"),) if whose in ("", "国务院", "全国") else (), None, False
    named = tuple(issuers_in(whose.removesuffix("人民政府") + "人民政府") or ())
    return named, place, True


def _year(text: str) -> int | None:
    m = YEAR.search(text)
    if not m or YEARS.search(text):
        return None
    return int(next(g for g in m.groups() if g))


def _period(text: str) -> tuple[int, int] | None:
    if m := YEARS.search(text):
        first, last = m.groups()
        end = int(last) if len(last) == 4 else int(first[: 4 - len(last)] + last)
        return (int(first), end) if int(first) <= end else None
    if m := FIVE_YEARS.search(text):
        ordinal = NUMERALS[m.group(1) or m.group(2)]
        first_year = 1981 + 5 * (ordinal - 6)
        return (first_year, first_year + 4) if ordinal >= 6 else None
    return None
