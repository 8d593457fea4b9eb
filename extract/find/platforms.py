"""Named platforms and systems with their place."""

import re
from collections.abc import Iterator

from extract.context import (
    NamedPlace,
    city_and_place,
    is_imprint,
    most_specific,
    named_places,
    names_more,
    place_of,
    subject_of,
)
from extract.find.frameworks.whose import city_told_with
from extract.find.measurements.labels import counted
from extract.find.platform_rows import platforms_in_rows
from extract.fold import fold
from extract.model import Passage
from extract.places import Place, gazetteer
from extract.reading import Reading
from extract.spans.platforms import NAME
from extract.spans.platforms_words import OPENING, short_for
from extract.words import lexicon, pattern
from schema.platform import Platform

__all__ = ["find"]

READ = ("heading", "paragraph", "list_item", "note")
HOW = "platform"
QUOTES = re.compile(r"[\s“”‘’「」『』\"·]")
LEADING_QUOTE = re.compile(r"[“\"「『](?P<name>[^”\"」』]+)[”\"」』](?P<rest>.*)$")
BY_MEANS = re.compile(r"(?:^|[。；！？\n])(?:通过|依托|借助|利用|基于|运用)(?:建设|搭建|打造|上线)?$")
TAIL = re.compile(r"(?:[一二三四]期|[vV]?\d\.\d版?|(?i:app)|小程序|客户端|公众号)$")


def find(reading: Reading) -> list[Platform]:
    """The platforms of a paper, each once for its place, with everything that names it as evidence."""
    found: dict[tuple[str | None, str], Platform] = {}
    for index, passage in enumerate(reading.texts):
        told = passage.kind in READ or (passage.kind == "cell" and reading.case_at(index) is not None)
        if not told or is_imprint(reading, passage) or _is_counted(reading, passage):
            continue
        for span in reading.docs[index].spans.get(NAME, []):
            for name, place, start in _named(reading, index, span.start_char, span.end_char):
                evidence = passage.evidence(HOW, start, span.end_char)
                city, other = city_and_place(place, city_told_with(reading, index, place))
                key = (city or other, _key(name, place))
                if key in found:
                    found[key].evidence.extend(evidence)
                else:
                    found[key] = Platform(city=city, place=other, name=name, kind=span.label_, evidence=evidence)
    for row in platforms_in_rows(reading):
        known = found.setdefault(
            (row.city or row.place, _key(row.name, gazetteer().resolve(row.city or row.place or ""))), row
        )
        if known is not row:
            known.evidence.extend(row.evidence)
    return list(found.values())


def _is_counted(reading: Reading, passage: Passage) -> bool:
    """Whether a passage only says what a large number on a card counts: 12个 / 省级行业产业大脑."""
    return id(passage) in reading.once(counted) and fold(passage.text)[:1] != "“"


def _key(name: str, place: Place | None) -> str:
    """The name without its place, version and quotation marks."""
    named = LEADING_QUOTE.match(fold(name))
    if named and (named["rest"] in ("平台", "系统") or _home(name)):
        return QUOTES.sub("", named["name"])
    bare = TAIL.sub("", QUOTES.sub("", fold(name)))
    for form in (place.name, place.short_name) if place else ():
        if bare.startswith(form) and len(bare) > len(form) + 2:
            return bare[len(form) :]
    return bare


def _named(reading: Reading, index: int, start: int, end: int) -> Iterator[tuple[str, Place | None, int]]:
    """Names as printed with their places and starts: one, or one for each place of 无锡、昆山国家级超算中心."""
    passage = reading.texts[index]
    text = fold(passage.text)
    case = reading.case_at(index)
    named = named_places(reading.docs[index], text, case.place if case else None)
    inside = [n for n in named if start <= n.start and n.end <= end]
    if inside and inside[0].start == start:
        own = most_specific(named, inside[0])
        if names_more(named, own, text) or pattern("platforms", "together").match(text[own.end :]):
            return
        first = _own_name(text, own) if own.end < end else start
        for other in _listed_before(text, named, inside[0]):
            yield passage.text[other.start : other.end] + passage.text[own.end : end], other.place, other.start
        site = next((n.place for n in inside if text[n.start - 1 : n.start] in ("（", "(")), None)
        yield passage.text[first:end], site or _used_by(reading, index, first, end, own.place), first
        return
    name = passage.text[start:end]
    place = _place(reading, index, start, end, named, inside) or _called_after(text, start)
    if place or _stands_alone(text, start, end):
        yield name, place, start


def _own_name(text: str, own: NamedPlace) -> int:
    """Where a place's own name begins: after the province in 四川省成都."""
    printed = text[own.start : own.end]
    form = next((f for f in (own.place.name, own.place.short_name) if printed.endswith(f)), printed)
    return own.end - len(form)


def _listed_before(text: str, named: list[NamedPlace], first: NamedPlace) -> list[NamedPlace]:
    """The places listed right before a name that begins with a place."""
    found: list[NamedPlace] = []
    at = first.start
    for n in reversed([n for n in named if n.end < first.start]):
        if text[n.end : at] not in ("、", "和", "与", "及"):
            break
        found.insert(0, n)
        at = n.start
    return found


def _place(
    reading: Reading, index: int, start: int, end: int, named: list[NamedPlace], inside: list[NamedPlace]
) -> Place | None:
    text = fold(reading.texts[index].text)
    name = text[start:end]
    if home := _home(name):
        known = gazetteer().named(home)
        part = [n.place for n in inside if n.place != known and gazetteer().within(n.place, known)]
        return part[0] if part else _used_by(reading, index, start, end, known)
    if "·" in name and (own := [n for n in inside if n.start > start + name.index("·")]):
        inside = own
    if inside:
        return inside[0].place if len({n.place for n in inside}) == 1 else None
    if pattern("platforms", "national").match(name) and not pattern("platforms", "seated").match(name):
        return None
    found = place_of(reading, index, start, end)
    if found or subject_of(text, named, start):
        return found
    return _of_clause(text, named, start) or _of_next_clause(text, named, start, end)


def _used_by(reading: Reading, index: int, start: int, end: int, home: Place) -> Place | None:
    """The place of a platform named after its province or city: in the case of a place within, the one told to use it."""
    case = reading.case_at(index)
    if case and home.level != "county" and case.place != home and gazetteer().within(case.place, home):
        return place_of(reading, index, start, end) or home
    return home


def _home(name: str) -> str | None:
    """The place of a known app, also as “粤省事”移动政务服务平台."""
    homes: dict[str, str] = lexicon("platforms")["apps"]["names"]
    quoted = re.search(r"[“\"「『]([^”\"」』]+)[”\"」』]", name)
    return homes.get(quoted[1] if quoted else name)


def _called_after(text: str, start: int) -> Place | None:
    """The province or city that a name in quotation marks begins with in short: “浙里石榴红”; 苏 may be either."""
    at = start + (text[start : start + 1] in OPENING)
    first = text[at : at + 1] if text[at - 1 : at] in OPENING else ""
    found = gazetteer().candidates(first) if first and first in short_for().replace("苏", "") else []
    return found[0] if len(found) == 1 else None


def _of_clause(text: str, named: list[NamedPlace], start: int) -> Place | None:
    """The only place named before the platform in its clause: 与深圳鹏城实验室合作的鹏城云脑."""
    lo = max(text.rfind(stop, 0, start) for stop in "，。；：,;") + 1
    before = {n.place for n in named if lo <= n.start < start}
    return before.pop() if len(before) == 1 else None


def _of_next_clause(text: str, named: list[NamedPlace], start: int, end: int) -> Place | None:
    """The place that does something by a platform: 通过“一窗受理”平台，义乌市实现…"""
    by_means = BY_MEANS.search(text[:start].rstrip("“"))
    after = re.match(r"[”，,]{1,2}", text[end:])
    return next((n.place for n in named if by_means and after and n.start == end + after.end()), None)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A platform of the whole country, or one that the paper itself gives a short form."""
    name, after = text[start:end], text[end:]
    clause = re.split("[，。；：]", text[:start])[-1]
    national = pattern("platforms", "national").match(name) and not pattern("platforms", "to_be").search(clause)
    return bool(national or pattern("platforms", "defined").match(after))
