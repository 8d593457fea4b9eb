"""Names that a paper gives to its tiers: 引领型、追赶型、培育型三个梯队; 得分85分以上的城市为“领跑型”."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extract.find.tiers.grades import GRADE, TYPED
from extract.find.tiers.names import group, own_word, tier_name
from extract.find.tiers.scores import BOUNDS, SCORED
from extract.find.told.marks import N
from extract.numerals import ordinal

__all__ = ["called_names", "declared_names"]

_OWN = (
    rf"(?:“(?P<quoted>[^“”，。；]{{2,8}})”|(?P<grade>{GRADE})|(?P<name>(?:[A-Z]\d)?[\u4e00-\u9fff]{{2,4}}[型级类档]))"
)
_KIND = rf"(?:“(?P<quoted>[^“”，。；]{{2,8}})”(?:城市|省份|地区)?|(?P<grade>{GRADE})(?:城市|省份|地区)?|(?P<name>(?:[A-Z]\d)?[\u4e00-\u9fff]{{2,4}}[型级类档])(?:城市|省份|地区)?|(?P<kind>(?!其余|其他|百强|上榜|参评|样本|入[围选榜]|所有|全部)[\u4e00-\u9fff]{{2,6}}(?:城市|省份|地区)))"
_BY_SCORE = (
    re.compile(
        rf"{BOUNDS}(?:的|者)?(?:[城省地区县市][市份区域级]?)?(?:被?(?:定|列|评|划|归|认定|确定|划分|归类|评定|授予|给予)[为入予]?|属于?|是|即|为|获评?){_OWN}"
    ),
    re.compile(
        rf"(?:处于|属于|位于|进入|列为|评为|划为|归为){_OWN}(?:城市|省份)?[，,（(](?:其|综合)?(?:得分|指数|总分|评分)[^，。；]{{0,8}}?{BOUNDS}"
    ),
    re.compile(
        rf"(?:^|(?<=[，。；、：:])){_KIND}(?:（|\(|[：:]|(?:共|共有|有){N}[个座]，)(?:得分|指数|综合得分)?[^，。；（）]{{0,4}}?{BOUNDS}(?:[）)]|，)"
    ),
)
"""Where a sentence gives the places with such scores a name."""


@cache
def _called() -> re.Pattern[str]:
    """A tier called by a word of its own, with what it holds: 领跑梯队得分在75分及以上."""
    return re.compile(
        rf"(?:^|(?<=[，。；、：:“]))(?P<name>{own_word()})”?(?=得分|共|包括|包含|涵盖|有|为|由|：|（|的?城市|{N}[个座])"
    )


def declared_names(text: str) -> Iterator[str]:
    """引领型、追赶型 and 培育型 where a sentence sorts places into 引领型、追赶型、培育型三个梯队, or by their scores.

    得分85分以上的城市为“领跑型”; 80分及以上者授予五叶; 处于L4优化级，得分介于80至85分; 引领级（90分以上）.
    """
    for m in re.finditer(
        rf"(?:分|归|划)(?:成|为|作|出)([^，。；]{{3,60}}?)(?:这|等)?({N})(?:个|大|类|种)?(?:不同)?(?P<noun>{group('nouns')}|类型|级别|类|级)",
        text,
    ):
        quoted = re.findall(r"“([^“”]{2,8})”", m[1])
        parts = quoted or [p.strip("“”") for p in re.split(r"、|和|与|以及", m[1])]
        named = quoted or re.fullmatch(group("nouns"), m["noun"]) or all(map(TYPED.search, parts))
        if named and ordinal(m[2]) == len(parts) > 1 and all(2 <= len(p) <= 8 for p in parts):
            yield from parts
    for pattern in _BY_SCORE:
        for m in pattern.finditer(text):
            found = m.groupdict()
            name = found["quoted"] or found["grade"] or found["name"] or found.get("kind")
            if name and not tier_name(name) and SCORED.search(m[0]):
                yield name


def called_names(texts: Iterable[str]) -> set[str]:
    """领跑梯队 and 追赶梯队, where a paper tells so of two tiers or more; one alone may be a figure of speech."""
    names = {m["name"] for text in texts for m in _called().finditer(text)}
    return names if len(names) > 1 else set()
