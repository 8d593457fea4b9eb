"""Names of tiers in a text, and what the tiers are of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.find.enumerations import SCOPE_NOUN
from extract.find.told.marks import N, any_of
from extract.find.told.metric import cleaned
from extract.find.told.model import CLAUSE_END
from extract.numerals import ordinal
from extract.words import lexicon

__all__ = [
    "Named",
    "Scores",
    "claimed_in",
    "declared_names",
    "group",
    "names_in",
    "scores_in",
    "subject_divided",
    "tier_name",
]

_HAN = "〇一二三四五六七八九十"
_LETTER = re.compile(
    r"(?<![A-Za-z])[A-ES]{1,3}\+{0,2}(?:级|类|档)(?=城市|省份|地区|区县|县市|（[^）]*分|(?:共|有|共有)?\d+[个座家]|[：:])"
)
_TO = r"(?:-|—|–|~|至|到|和)"
_SCORE = r"(\d+(?:\.\d+)?)"
_RANGE = re.compile(rf"{_SCORE}分?{_TO}{_SCORE}分?(?:之间|区间|范围)?")
_LOW = re.compile(rf"(?:{_SCORE}分?(?:（含）|\(含\))?(?:及|或)?以上|(?:超过|高于|大于|不低于|达到|≥|>=|>){_SCORE}分?)")
_HIGH = re.compile(rf"(?:{_SCORE}分?(?:（不含）)?(?:及|或)?以下|(?:低于|不足|小于|不到|≤|<=|<){_SCORE}分?)")
_OWN = r"(?:“(?P<quoted>[^“”，。；]{2,8})”|(?P<name>(?:[A-Z]\d)?[\u4e00-\u9fff]{2,4}[型级类档]))"
_BOUND = r"\d+(?:\.\d+)?分?(?:（含）|\(含\)|（不含）)?(?:及|或)?(?:以上|以下|之间)?"
_BOUNDS = rf"(?:{_BOUND}{_TO})?{_BOUND}"
_BY_SCORE = (
    re.compile(
        rf"{_BOUNDS}的?(?:[城省地区县市][市份区域级]?)?(?:被?(?:定|列|评|划|归|认定|确定|划分|归类)?[为入]|属于?|是|即){_OWN}"
    ),
    re.compile(
        rf"(?:处于|属于|位于|进入|列为|评为|划为|归为){_OWN}(?:城市|省份)?[，,（(](?:其|综合)?(?:得分|指数|总分|评分)[^，。；]{{0,8}}?{_BOUNDS}"
    ),
    re.compile(
        rf"(?:^|(?<=[，。；、：:]))“?{_OWN}”?(?:城市|省份|地区)?(?:（|\(|[：:])(?:得分|指数|综合得分)?[^，。；（）]{{0,4}}?{_BOUNDS}(?:[）)]|，)"
    ),
)
"""Where a sentence gives the places with such scores a name."""
_SCORED = re.compile(r"得分|分值|指数|分数|总分|评分|分(?![布别为类])")


@dataclass(frozen=True, slots=True)
class Named:
    """A tier named at `start` to `end`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The bounds of a tier's scores."""

    low: float | None
    high: float | None


@cache
def group(name: str) -> str:
    """A group of `lexicon/tiers.yml` as one pattern."""
    return any_of(lexicon("tiers")[name]["words"])


@cache
def _ordinal_name() -> re.Pattern[str]:
    return re.compile(rf"第\s?({N})({group('nouns')})(?!军|公司|军队|赛)")


def tier_name(text: str) -> str | None:
    """第1梯队 as 第一梯队; None for what is no ordinal tier."""
    m = _ordinal_name().fullmatch(text)
    rank = ordinal(m[1]) if m else None
    return f"第{_HAN[rank]}{m[2]}" if m and rank and rank < len(_HAN) else None


def names_in(text: str, declared: frozenset[str]) -> Iterator[Named]:
    """The tiers that a text names, in order; `declared` are names that the paper gave to its tiers (引领型)."""
    own = re.compile("|".join(re.escape(d) for d in sorted(declared, key=len, reverse=True))) if declared else None
    found = [Named(*m.span(), m[0]) for m in _LETTER.finditer(text)]
    found += [Named(*m.span(), name) for m in _ordinal_name().finditer(text) if (name := tier_name(m[0]))]
    if own:
        found += [Named(*m.span(), m[0]) for m in own.finditer(text)]
    yield from sorted(found, key=lambda n: n.start)


def declared_names(text: str) -> Iterator[str]:
    """引领型、追赶型 and 培育型 where a sentence sorts places into 引领型、追赶型、培育型三个梯队, or by their scores.

    得分85分以上的城市为“领跑型”; 处于L4优化级，得分介于80至85分; 引领级（90分以上）.
    """
    for m in re.finditer(
        rf"(?:分|归|划)(?:成|为|作)([^，。；]{{3,60}}?)(?:这|等)?({N})(?:个|大|类|种)?(?:不同)?(?P<noun>{group('nouns')}|类型|级别|类|级)",
        text,
    ):
        parts = [p.strip("“”") for p in re.split(r"、|和|与|以及", m[1])]
        named = re.fullmatch(group("nouns"), m["noun"]) or all(re.search("[型级类档层者]$", p) for p in parts)
        if named and ordinal(m[2]) == len(parts) and all(2 <= len(p) <= 8 for p in parts):
            yield from parts
    for pattern in _BY_SCORE:
        for m in pattern.finditer(text):
            name = m["quoted"] or m["name"]
            if not tier_name(name) and not _LETTER.match(name + "城市") and _SCORED.search(m[0]):
                yield name


def subject_divided(text: str) -> str | None:
    """What a sentence sorts into tiers: 将低碳发展Top100城市划分为3个梯队 -> 低碳发展."""
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
    nothing = r"[\ue000-\ue0ff]|^第|包括|进入|跻身|处于|\d分|“$|^[一二三四五六七八九十百]+[个座]"
    return found if found and not re.search(nothing, found) else None


def scores_in(text: str) -> Scores:
    """得分在55-70之间; 70分以上; （60-80分）; bounds that are no scores (5个以上) are none."""
    for pattern, ends in ((_RANGE, (True, True)), (_LOW, (True, False)), (_HIGH, (False, True))):
        for m in pattern.finditer(text):
            near = text[max(0, m.start() - 14) : m.end() + 1]
            if not _SCORED.search(near) or re.match(r"个|家|名|%|年|万|亿|项", text[m.end() :]):
                continue
            values = [float(g) for g in m.groups() if g]
            return Scores(values[0] if ends[0] else None, values[-1] if ends[1] else None)
    return Scores(None, None)


def claimed_in(text: str) -> int | None:
    """How many places the words after a tier say it has: 包含36个城市; 共5个."""
    m = re.search(rf"({N})(?:个|座){SCOPE_NOUN}", text) or re.search(
        rf"(?:共|计|有|等|[（(\ue000\ue001])({N})[个座城省](?![百工月])", text
    )
    count = ordinal(m[1]) if m else None
    return count if count and count > 1 else None
