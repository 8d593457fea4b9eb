"""What a ranking's title says: of which year, how many, by what, and whether order counts."""

import re

from extract.find.rankings.headers import YEAR, says
from extract.fold import fold
from extract.numerals import ordinal

__all__ = [
    "claimed_size",
    "criterion",
    "is_honoured",
    "is_ordered",
    "is_ranked",
    "metric_of",
    "says_by_name",
    "says_unordered",
    "year_of",
]

COUNT = r"([百十千]|\d{1,4}|[一二三四五六七八九十百]{1,5})"
SIZES = [
    re.compile(rf"{COUNT}(?:强|佳|优|大(?=城市|县|区|强))"),
    re.compile(r"top\s*-?\s*(\d{1,4})", re.IGNORECASE),
    re.compile(rf"前\s*{COUNT}\s*(?:名|位|强|城|省|市|县|家|的|$|(?=[^年月期季]))"),
    re.compile(r"([百十千]|\d{1,4})城(?=.{0,6}(?:榜|排名))"),
    re.compile(r"(?:the\s)?top\s(\d{1,4})", re.IGNORECASE),
    re.compile(r"[（(](?:共|合计)?\s*(\d{1,4})\s*(?:个|座|家)(?:城市|市|省份|区县|地区)?[)）]\s*$"),
]
PARTIAL = [
    re.compile(rf"前\s*{COUNT}\s*(?:名|位|强)?"),
    re.compile(r"top\s*-?\s*\d{1,4}", re.IGNORECASE),
    re.compile(r"(?:超过?|突破|不低于|高于|达到?)[\d.一二两三四五六七八九十百千万]+(?:万|亿|分|家|%|个)+[元人]?"),
]
NOISE = [
    re.compile(r"^\s*(?:附?[表图]|table)\s*[\d.\-—–]+\s*", re.IGNORECASE),
    re.compile(r"(?<!\d)20\d\d(?:\s*[-—–~至]\s*20\d\d)?(?!\d)\s*(?:年度|年版|年)?"),
    re.compile(r"[（(【\[][^（）()]*[)）】\]]"),
    re.compile(
        rf"(?:{COUNT}强|{COUNT}佳|top\s*-?\s*\d+|前\s*{COUNT}\s*(?:名|位|强)?)(?:的)?(?:城市|省份|区县|县市|县|市|区)?",
        re.IGNORECASE,
    ),
    re.compile(r"(?:的)?(?:排名|排行|排位|位次|排序|榜单?|名单|一览表?|情况|结果|分布|梯队|梯次|分级|划分|表)+$"),
    re.compile(r"^(?:我国|中国|全国|各省市?|各城市|各地)+(?:的)?"),
    re.compile(r"(?:的)?(?:综合|平均)?得分$"),
    re.compile(r"^(?:城市|省份|各省|各市|地级市|区县|县域|中国|全国)$"),
]
"""What a title says besides what it ranks by, in the order it is taken off."""


def year_of(text: str | None) -> int | None:
    """The year that a title names, the last where it names several."""
    years = [int(y) for y in YEAR.findall(fold(text or ""))]
    return max(years) if years else None


def claimed_size(text: str | None) -> int | None:
    """How many places a title says there are: 百强榜 100, 前20名 20, TOP50 50, 十佳 10."""
    folded = fold(text or "")
    for pattern in SIZES:
        if m := pattern.search(folded):
            return ordinal(m[1])
    return None


def criterion(text: str | None) -> str | None:
    """What a place had to reach to stand in a list that is only the top of a longer one: 前10名, TOP20."""
    folded = fold(text or "")
    found = (p.search(folded) for p in PARTIAL)
    return next((text[m.start() : m.end()].strip() for m in found if m and text), None)


def is_ranked(text: str) -> bool:
    """Whether a title says that places are ranked: 百强榜, 排名, TOP10."""
    return says("ranked", text)


def is_honoured(text: str) -> bool:
    """Whether a title says that the places listed stand out: 先行城市名单, 最佳实践城市."""
    return says("honoured", text)


def is_ordered(text: str) -> bool:
    """Whether a title says that order counts."""
    return says("ordered_title", text)


def says_unordered(text: str) -> bool:
    """Whether a text says that order doesn't count: 排名不分先后."""
    return says("unordered", text)


def says_by_name(text: str) -> bool:
    """Whether a text says that the rows stand by name or code: 按行政区划排序."""
    return says("by_name", text)


def metric_of(title: str | None) -> str | None:
    """What a title says that places are ranked by: 2021 城市数字化转型百强榜 -> 城市数字化转型."""
    text = (title or "").strip()
    for pattern in NOISE:
        text = pattern.sub("", text).strip(" 的·:：—-")
    return text or None
