"""Claims about how many places of a province a list holds, read clause by clause.

A clause that only goes on (均超过10个) speaks of the places of the clause before it. What hedges, compares with another
year, or narrows the list in a way no table shows is no claim.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from extract.numerals import NUMBER, value_of
from extract.places import Place, gazetteer

__all__ = ["COUNT", "HEDGED", "LISTED", "Claim", "Level", "bound", "claims_in"]

Level = Literal["province", "city"]

LISTED = re.compile(r"上榜|入榜|入围|入选|榜单|百强|[一-十\d]+强|席位?|进入.{0,6}(?:榜|强|前)|跻身|梯队")
WHOLE = re.compile(
    # 江苏、浙江均上榜 says that both have listed cities, not that all their cities are: 均 counts only after 市.
    r"全域(?:入榜|上榜|入围|入选)|(?:全部|悉数)(?:成功)?(?:入榜|上榜|入围|入选)|"
    r"(?:所有|全部|各|\d+个|全省\d*个?)(?:地级|设区)?(?:城市|地市|市)(?:均|都|全部|悉数)(?:成功)?(?:入榜|上榜|入围|入选)"
)
COUNT = re.compile(
    rf"(?P<before>超过|多于|超|逾|至少有?|不少于|不低于|达到?|不足|少于|不到|近|约|共计?有?|有|仅)?\s*(?<![前第\d一二三四五六七八九十百])(?P<n>{NUMBER})\s*"
    r"(?:个|座|席|城|市(?=[,，]?(?:上榜|入榜|入围|入选|进入|跻身)))(?P<after>及以上|以上|以下|左右|多)?"
    r"(?P<noun>(?:地级|设区)?(?:城市|市|地市)|席位|县[（(]市(?:、?区)?[)）]|县市区?|区县|区市县|县级市|县域|县|市辖区)?"
)
DISTRICTS = re.compile(r"县[（(]市|县市|区县|区市县|县级|县域|个县|市辖区|各县")
GOES_ON = re.compile(
    r"^[）)]|^(?:$|[、，和及与;；。]|(?:上榜|入榜|入围|入选|进入|跻身|位列|位居)(?!的?[^，。城市前全榜百第\d]))"
)
"""What may follow a bare count of cities (13个): a count of anything else (10个项目, 10个上榜企业) goes on with that."""
COUNTS_ON = re.compile(
    rf"(?:上榜|入榜|入围|入选)?(?:城市|县区|区县)?(?:数量?)?(?:共计?|总计|达到?|为|有)*(?={NUMBER}(?:个|座|席|城|市))"
)
"""A clause that only counts, for the place told before it: 有6座; 上榜城市达到4个."""
OTHER_NOUN = re.compile(r"(?:级|的)?(?:项目|企业|产品|平台|案例|园区|单位|个人|高校|机构|部门|品牌|团队|应用|场景)")
HEDGED = re.compile(
    r"新上榜|新入|新进|新晋|新增|首次|增加|增至|减少|减至|较上年|比上年|比去年|较去年|相比|除|此外|连续|平均|预计|其他|其余"
)
TOP = re.compile(rf"(?:(?<![居列])前|TOP|Top|top)\s*(?P<n>{NUMBER})(?:强|名|位)?")
EACH = re.compile(r"均|都|各|皆")
MORE = {"超过": ">", "多于": ">", "超": ">", "逾": ">", "至少": ">=", "至少有": ">=", "不少于": ">=", "不低于": ">="}
LESS = {"不足": "<", "少于": "<", "不到": "<"}
VAGUE = {"近", "约", "左右", "多"}


@dataclass(frozen=True)
class Claim:
    """`place` has `op` `number` places in the list, or all of them (`whole`); `top` narrows the list to its first ranks.

    `start` and `end` are offsets of the whole sentence in the text.
    """

    place: Place
    op: str
    number: int
    whole: bool
    top: int | None
    start: int
    end: int


def claims_in(doc: Doc, level: Level = "province", *, of_districts: bool | None = None) -> Iterator[Claim]:
    """The claims of one text, in its order: about provinces and their cities, or about cities and their districts.

    `of_districts`: about the districts of provinces, where set with them.
    """
    wanted = level == "city" if of_districts is None else of_districts
    text = doc.text
    for whole in re.finditer(r"[^。！？\n]+[。！？]?", text):
        if not LISTED.search(whole.group()):
            continue
        for part in re.finditer(r"[^；]+；?", whole.group()):
            inherited = DISTRICTS.search(whole.group()) and "城市" not in part.group()
            if bool(DISTRICTS.search(part.group()) or inherited) == wanted:
                yield from _in_sentence(doc, whole.start() + part.start(), whole.start() + part.end(), level)


def _in_sentence(doc: Doc, start: int, end: int, level: Level) -> Iterator[Claim]:
    carried: list[Place] = []
    within: int | None = None
    for clause in re.finditer(r"[^，,：:]+", doc.text[start:end]):
        lo, hi = start + clause.start(), start + clause.end()
        provinces = _named(doc, lo, hi, level)
        words = clause.group()
        named = [p for _, p in provinces]
        if (top := _top(words)) and not provinces:
            within = top  # 前20名城市中，江苏占5席，浙江占4席
        goes_on = EACH.match(words) or WHOLE.match(words) or (len(carried) == 1 and COUNTS_ON.match(words))
        subjects = named or (carried if goes_on or "分别" in words else [])
        whole = WHOLE.search(words)
        # 14个城市参评并全部上榜 counts them: all that took part are listed, which need not be all that there are.
        if whole and not COUNT.search(words, 0, whole.end()) and not re.search(r"除|外", words):
            for place in subjects:
                yield Claim(place, "=", 0, True, None, start, end)
        elif not HEDGED.search(words):
            for claim in _counts(words, lo, provinces, subjects, start, end):
                yield replace(claim, top=claim.top or within)
        carried = named or carried


def _named(doc: Doc, lo: int, hi: int, level: Level) -> list[tuple[int, Place]]:
    """Provinces (or cities) named between two offsets, with where each stands. Of one name (吉林) the level decides.

    A municipality is one city: how many of its cities are listed, nobody counts.
    """
    found = []
    for span in doc.spans.get("places", []):
        if lo <= span.start_char < hi:
            place = gazetteer().resolve(span.text, scope=level)
            if place and (level == "city" or not place.is_city):
                found.append((span.start_char, place))
    return found


def _counts(
    words: str, lo: int, provinces: list[tuple[int, Place]], subjects: list[Place], start: int, end: int
) -> Iterator[Claim]:
    numbers = [m for m in COUNT.finditer(words) if _counts_cities(m, words)]
    limit = _top(words)
    if "分别" in words and len(numbers) == len(subjects):
        pairs = list(zip(subjects, numbers, strict=True))
    elif len(numbers) == 1 and subjects and (len(subjects) == 1 or EACH.search(words) or words.startswith("分别")):
        pairs = [(place, numbers[0]) for place in subjects]
    else:
        pairs = list(_neighbours(numbers, provinces, lo))
    for place, m in pairs:
        op, number = bound(m)
        if op and number is not None:
            yield Claim(place, op, number, False, limit, start, end)


def _top(words: str) -> int | None:
    """20 of 前20名."""
    top = TOP.search(words)
    return int(value_of(top["n"]) or 0) or None if top else None


def _counts_cities(m: re.Match[str], words: str) -> bool:
    if m["noun"]:
        return not OTHER_NOUN.match(words[m.end() :])
    return bool(GOES_ON.match(re.sub(r"[。；！？]$", "", words[m.end() :])))


def _neighbours(
    numbers: list[re.Match[str]], provinces: list[tuple[int, Place]], lo: int
) -> Iterator[tuple[Place, re.Match[str]]]:
    """山东13个、广东10个: each number with the one province that stands between it and the number before."""
    last = lo
    for m in numbers:
        between = [p for at, p in provinces if last <= at < lo + m.start()]
        if len(between) == 1:
            yield between[0], m
        last = lo + m.end()


def bound(m: re.Match[str]) -> tuple[str | None, int | None]:
    """The comparison and the number; None for a vague one."""
    value = value_of(m["n"])
    before, after = m["before"] or "", m["after"] or ""
    if value is None or before in VAGUE or after in VAGUE:
        return None, None
    if after in ("以上", "及以上"):
        return ">=", int(value)
    if after == "以下":
        return "<=", int(value)
    return MORE.get(before) or LESS.get(before) or "=", int(value)
