"""Places listed side by side: 北京、上海和深圳; 以武汉、长沙为代表的中部城市; 苏州（第6）、南京（92.3分）等城市."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.numerals import ordinal
from extract.places import Place, Scope, gazetteer
from extract.places.unlisted import unlisted
from extract.prose import FIRST, PLACE, REST, Name, Prose

__all__ = ["SCOPE_NOUN", "Enumeration", "Member", "enumerations", "mixed", "resolved"]

SCOPE_NOUN = (
    r"(?:(?:东部|中部|西部|东北|沿海|内陆|北方|南方|新?一线|二线|三线|核心|重点|头部|主要|特大|超大|副省级|省会|地级|设区|计划单列|非省会|非副省级|非直辖|普通|"
    r"中心|典型|代表|示范|经济|样本|参评|上榜|其他|国家中心)+(?:性|型)?)?"
    r"(?:[省市区县州][（(](?:自治|直辖)?[省市区县州旗盟](?:、(?:自治|直辖)?[省市区县州旗盟]){0,2}[）)]|县级市|城市|省份地区|省份|省市区|省区市|省市|省区|地市|地区|直辖市|都市|县市|区县|县区|县域|省级行政区|地方|省|市|县|区(?!域)|地)"
)
"""What a list of places calls them."""

_NOTE = r"(?:（[^（）]{1,16}）|\([^()]{1,16}\))"
_ITEM = rf"(?:{FIRST}{REST}++的?)?{PLACE}{_NOTE}?"
_COUNT = r"(?:[一二三四五六七八九十两]+|\d+)"
_EXAMPLE = rf"(?:(?:等{SCOPE_NOUN}?)?为(?:代表|首(?=的)|主|龙头|引领(?![型级者类]))的?{SCOPE_NOUN}?)"
_AND = rf"(?:、|和|与|及|以及|还有|,|，以及|，和|(?<={FIRST})(?={FIRST}(?!{REST})))"  # the last for 北上广深
_LEAD = r"(?:(?:以|位于)?(?:(?:我国|地处)?(?:东|中|西|南|北|沿海)[东中西南北]?部?(?:地区)?的?|(?:以)))?"
_VALUE = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?(?:[百千]?[万亿]{1,2})?"
    r"(?:%|‰|[\u4e00-\u9fffA-Za-z]{0,5}?(?<![年月日届期第]))(?=、|和|与|以及|[，。；）)]|$))"
)
_VALUED = rf"{_ITEM}{_VALUE}(?:(?:、|和|与|以及){_ITEM}{_VALUE})+"
"""北京2.8万家、深圳2.1万家: each place with its number."""
_LIST = re.compile(
    rf"(?:(?P<valued>{_VALUED})|{_ITEM})(?:(?:{_EXAMPLE}|等{SCOPE_NOUN})?(?:{_AND}){_LEAD}{_ITEM})*"
    rf"(?P<tail>{_EXAMPLE}|(?P<open>等)?(?:这?{_COUNT}(?:个|座(?={SCOPE_NOUN})|(?={SCOPE_NOUN}))|多[个座]?|若干)?(?P<noun>{SCOPE_NOUN}|(?<=等){PLACE}(?:城市|省份|地市)|两市|三市|两省|三省)?)"
)
_SCORE = re.compile(r"^(?:得分|指数|综合得分|总分)?(?:为|[:：])?(\d+(?:\.\d+)?)分?$")
_RANK = re.compile(
    r"^(?:排名|位列|位居|居|列)?(?:全国|全省|全球)?(?:第|No\.?)([一二三四五六七八九十百]+|\d+)(?:名|位)?$"
)


@dataclass(frozen=True, slots=True)
class Member:
    """A place of a list, with the rank or score printed after it in brackets."""

    name: Name
    around: Name | None = None
    rank: int | None = None
    score: Decimal | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Places side by side at `start` to `end` (its 等城市 included).

    `more`: the list says that it is not whole (等); `example`: its places stand for others (为代表的); `valued`: each has
    its number behind it (北京2.8万家、深圳2.1万家).
    """

    start: int
    end: int
    members: tuple[Member, ...]
    more: bool
    example: bool
    noun: str | None = None
    valued: bool = False


def enumerations(prose: Prose, start: int = 0, end: int | None = None) -> Iterator[Enumeration]:
    """The lists of places between two offsets, also those of one place."""
    for m in _LIST.finditer(prose.masked, start, len(prose.text) if end is None else end):
        members = _in_a_row(tuple(_members(prose, m.start(), m.start("tail") if m["tail"] else m.end())))
        if members:
            noun = m["noun"]
            if noun and m["tail"] == noun and "市" in noun and _is_province(members[-1].name):
                noun = None  # 江苏、广东城市上榜数量: the cities of 广东
            end = m.end() if noun or not m["noun"] else m.start("noun")
            yield Enumeration(m.start(), end, members, "等" in m[0], "为" in m[0], noun, bool(m["valued"]))


def _members(prose: Prose, start: int, end: int) -> Iterator[Member]:
    for m in re.finditer(_ITEM, prose.masked[start:end]):
        names = prose.names_in(start + m.start(), start + m.end())
        note = re.search(_NOTE + "$", prose.text[start + m.start() : start + m.end()])
        value = None if note else re.compile(r"\d+(?:\.\d+)?分").match(prose.text, start + m.end())
        inside = note[0][1:-1] if note else value[0] if value else ""
        score, rank = _SCORE.match(inside), _RANK.match(inside)
        yield Member(
            names[-1],
            names[-2] if len(names) > 1 else None,
            ordinal(rank[1]) if rank else None,
            Decimal(score[1]) if score else None,
            inside or None,
        )


def _in_a_row(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """北京（1）、上海（2）、深圳（3）: whole numbers that count on are ranks, and no scores."""
    notes = [m.note or "" for m in members]
    if len(notes) < 2 or not all(n.isdecimal() for n in notes):
        return members
    ranks = [int(n) for n in notes]
    counts_on = ranks == list(range(ranks[0], ranks[0] + len(ranks))) and ranks[0] > 0
    return tuple(replace(m, rank=r if counts_on else None, score=None) for m, r in zip(members, ranks, strict=True))


def _is_province(name: Name) -> bool:
    found = gazetteer().candidates(name.printed)
    return bool(found) and all(p.is_province and not p.is_city for p in found)


def resolved(listed: Enumeration, year: int | None = None) -> tuple[Scope, list[Place]] | None:
    """What kind of place a list names, and the one place each member means; None where any is unclear.

    A list with a province that is no municipality is one of provinces: 吉林 is the province in it.
    """
    if all(unlisted(m.name.printed) for m in listed.members):
        return None
    provinces, cities = _all(listed.members, "province", year), _all(listed.members, "city", year)
    if provinces and (cities is None or (listed.noun or "").startswith("省")):
        return "province", provinces
    if cities and (provinces is None or provinces == cities):
        return "city", cities
    counties = _all(listed.members, "county", year) if not provinces else None
    return ("county", counties) if counties else None


def mixed(listed: Enumeration, year: int | None = None) -> tuple[Scope, list[Place]] | None:
    """Provinces and cities side by side (湖北、广东、深圳), where each name means one place; the scope is that of most.

    吉林 or 海南, a province and a city of it, stays unclear.
    """
    found: list[Place] = []
    for m in listed.members:
        place = {p for scope in ("province", "city") if (ps := _all([m], scope, year)) for p in ps}
        found += place if len(place) == 1 else []
    provinces = sum(p.is_province and not p.is_city for p in found)
    if len(found) < len(listed.members) or not 0 < provinces < len(found):
        return None
    return ("province" if 2 * provinces >= len(found) else "city"), found


def _all(members: Sequence[Member], scope: Scope, year: int | None) -> list[Place] | None:
    known = gazetteer()
    found = []
    for m in members:
        province = m.around.printed if m.around else None
        place = known.resolve(m.name.printed, province=province, scope=scope, year=year)
        if place is None and len(m.name.printed) == 1 and m.name.code and scope == "city":
            place = known.by_code.get(m.name.code)  # 北上广深
        if place is None and m.name.code and scope == "county":
            settled = known.by_code.get(m.name.code)  # 南山区 in 深圳, as the words around it tell
            place = settled if settled and settled.fits(scope) else None
        place = place or unlisted(m.name.printed)
        if place is None:
            return None
        found.append(place)
    return found
