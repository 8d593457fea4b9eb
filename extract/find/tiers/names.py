"""Names of tiers in a text, and what the tiers are of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.find.enumerations import SCOPE_NOUN
from extract.find.tiers.grades import TYPED, grades
from extract.find.told.marks import N, any_of
from extract.find.told.metric import cleaned
from extract.find.told.model import CLAUSE_END
from extract.numerals import ordinal
from extract.prose import PLACE
from extract.words import lexicon

__all__ = ["LEVEL", "Named", "claimed_in", "group", "names_in", "own_word", "subject", "subject_divided", "tier_name"]

LEVEL = r"(?:等级|级|水平|档)"
_STILL = "依然|仍然?|依旧|分别|依次"
"""Words that make a list of 一线城市 one that the paper draws up, and no talk of those that everybody calls so."""
_HAN = "〇一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Named:
    """A tier named at `start` to `end`."""

    start: int
    end: int
    name: str


@cache
def group(name: str) -> str:
    """A group of `lexicon/tiers.yml` as one pattern."""
    return any_of(lexicon("tiers")[name]["words"])


@cache
def _ordinal_name() -> re.Pattern[str]:
    return re.compile(rf"第\s?({N})({group('nouns')}|类(?={SCOPE_NOUN}|[：（]|$))(?!军|公司|军队|赛)")


@cache
def _staged_name() -> re.Pattern[str]:
    """引领型城市, 追赶者城市, 数字新一线城市: names that say how far places have come, before what the places are called."""
    staged = rf"(?:{group('fields')}|{group('ways')})?{group('stages')}(?:[型级者类]|期(?=的))|{group('fields')}新?[一二三四]线"
    mark = rf"(?:{group('marks')}|{group('stages')})"
    given = rf"(?<=[价估定评级]为){group('marks')}(?=的)|(?<=“){group('stages')}城市(?=”(?!（第))|(?<=“){mark}(?=”{LEVEL})|(?<=为“){group('marks')}(?=”{SCOPE_NOUN})|(?<=[处达位属][于到]){mark}(?={LEVEL})"
    counted = rf"(?:总?共(?:有|计)?|有|增?至|达到?)?{N}[个座](?:城市)?[，,]?(?:{_STILL})*"
    listing = rf"(?:{counted}|(?:{_STILL})+)(?:为|是|包括|包含|有|：)+{PLACE}(?:、|和|与|及)"
    line = rf"(?<![第前沿火防])新?[一二三四五]线(?=城市{listing}(?![^，。；]*在内))"
    return re.compile(
        rf"(?P<name>{line}|(?:{staged})(?=”?的?(?:{SCOPE_NOUN}|{group('nouns')})|（[^（）]*\d[^（）]*[分市）])|{given})"
    )


@cache
def own_word() -> str:
    """A pattern for a tier called by a word of its own: 领跑梯队, 起步方阵, 奋进组; no 三个梯队, 所属梯队."""
    other = "第|各|每|同一|上一|下一|该|本|其[余他]|[一二三四五六七八九十两]+[个大]|所[属在处]|城市|发展"
    return rf"(?:(?!{other})[\u4e00-\u9fff]{{2,3}}(?:梯队|方阵|阵营)|{group('stages')}组)"


def tier_name(text: str) -> str | None:
    """第1梯队 as 第一梯队; None for what is no ordinal tier."""
    m = _ordinal_name().fullmatch(text)
    rank = ordinal(m[1]) if m else None
    return f"第{_HAN[rank]}{m[2]}" if m and rank and rank < len(_HAN) else None


def names_in(text: str, declared: frozenset[str]) -> Iterator[Named]:
    """The tiers that a text names, in order; `declared` are names that the paper gave to its tiers (引领型).

    A declared name that may be any word (卓越) counts only in quotes or before what it calls its places.
    """
    found = [Named(*m.span("name"), m["name"]) for m in grades(text)]
    found += [Named(*m.span("name"), m["name"]) for m in _staged_name().finditer(text)]
    found += [Named(*m.span(), name) for m in _ordinal_name().finditer(text) if (name := tier_name(m[0]))]
    for name in declared:
        own = re.escape(name)
        any_word = rf"(?<=“){own}(?=”)|{own}(?=(?:城市|省份|地区|县域|区县)(?:[（(：:]|为|是|有|包括|共|\d|含))"
        pattern = own if TYPED.search(name) else any_word
        found += [Named(*m.span(), name) for m in re.finditer(pattern, text)]
    last = -1
    for named in sorted(found, key=lambda n: (n.start, -n.end)):
        if named.start >= last:
            yield named
            last = named.end


def subject_divided(text: str) -> str | None:
    """What a sentence sorts into tiers: 将低碳发展Top100城市划分为3个梯队 -> 低碳发展."""
    if m := re.search(
        rf"对([^，。；：]{{2,30}}?)进行(?:了)?(?:{group('nouns')}|分级|等级|分类)(?:划分|评定|评价)", text
    ):
        return subject(re.sub(rf"^.*?(?:百强|参评|样本)?{SCOPE_NOUN}的", "", m[1].removesuffix("的")))
    m = re.search(
        rf"([^，。；：]{{2,40}}?)(?:可以?|大致|总体)*(?:被)?(?:划分|分|归|划)(?:成|为|作)[^，。；]{{0,40}}?(?:{N})?(?:个|大|类)?(?:不同)?{group('nouns')}",
        text,
    )
    return subject(re.split(r"将|把|对", m[1])[-1]) if m else None


def subject(words: str) -> str | None:
    """The subject in the words before a tier, without what they call its places (百强城市, 参评城市)."""
    places = rf"(?:的|(?:TOP|Top|top)\s?\d+|\d*百?强|全国|我国|参评|所有|各|上榜|样本|\d+个)+{SCOPE_NOUN}的?$"
    text = re.sub(places, "", words)
    text = re.sub(r"^(?:按照?|根据|从|在|其中|全国|我国|参评|所有|各|今年)+", "", text)
    found = cleaned(CLAUSE_END.split(text)[-1].rstrip("（("))
    nothing = r"[\ue000-\ue0ff]|^第|^前\d|^(?:TOP|Top|top)|^(?:综合|总)?(?:得分|总分|指数|评分)$|^(?:获|被)?(?:评|列|定|授)[为予]?$|^获评$|^(?:可以?|大致|共)*(?:划?分|归类?)$|包括|进入|跻身|处于|\d分|[“”]|^(?:[一二三四五六七八九十百]+|\d+)[个座]"
    return found if found and not re.search(nothing, found) else None


def claimed_in(text: str) -> int | None:
    """How many places the words after a tier say it has: 包含36个城市; 共5个."""
    m = re.search(rf"({N})(?:个|座){SCOPE_NOUN}", text) or re.search(
        rf"(?:共|仅有?|只有|计|有|等|[（(\ue000\ue001])({N})(?:[个座城省](?![百工月])|(?<=等\d)[市县区]|(?<=等\d\d)[市县区]|[市县区](?=[，。；：）]|$))",
        text,
    )
    count = ordinal(m[1]) if m else None
    return count if count and count > 1 else None
