"""How many places of a region the text says are listed, where the table prints only provinces: 华东46个，华南13个.

Which provinces make a region is custom, and papers differ on some. So a count that disagrees is told only where most of
the counts beside it agree, which shows that the paper divides the country as usual.
"""

import re
from collections.abc import Iterator

from extract.audit.bench import Bench, some
from extract.audit.claims import HEDGED, LISTED
from extract.fold import fold
from extract.model import Passage
from extract.numerals import NUMBER, value_of
from extract.places import gazetteer
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["REGIONS", "check"]

REGIONS = {
    "华北": "北京 天津 河北 山西 内蒙古",
    "东北": "辽宁 吉林 黑龙江",
    "华东": "上海 江苏 浙江 安徽 福建 江西 山东",
    "华中": "河南 湖北 湖南",
    "华南": "广东 广西 海南",
    "西南": "重庆 四川 贵州 云南 西藏",
    "西北": "陕西 甘肃 青海 宁夏 新疆",
}
"""The seven regions as statistics have them."""
FEWEST = 3
"""Counts in a sentence, of which two thirds must agree."""

_COUNT = re.compile(
    rf"(?:^|[，,；;：:、。]|其中|[是为在]|来自)(?P<region>{'|'.join(REGIONS)})(?:地区|区域)?(?:的)?(?:上榜|入榜|入围|入选)?(?:城市)?(?:数量)?"
    rf"(?:共计?|有|为|达到?|占据?)*(?P<n>{NUMBER})(?:个|座|席|城)(?:上榜|入榜|入围|入选)?(?:城市)?(?=[，,；;。、）]|上榜|入榜|入围|入选|$)"
)

Counted = tuple[re.Match[str], int, list[RankingEntry]]


def check(bench: Bench) -> Iterator[Finding]:
    """Each sentence that counts the listed places of regions."""
    for text in bench.reading.texts:
        if text.kind not in ("paragraph", "list_item"):
            continue
        for m in re.finditer(r"[^。！？\n]+[。！？]?", fold(text.text)):
            if LISTED.search(m.group()) and not HEDGED.search(m.group()):
                yield from _in_sentence(bench, text, m.start(), m.group())


def _in_sentence(bench: Bench, text: Passage, start: int, sentence: str) -> Iterator[Finding]:
    matches = list(_COUNT.finditer(sentence))
    ranking = bench.ranking_for(text, sentence) if matches else None
    if ranking is None or any(e.region for e in ranking.entries):
        return
    counted = [c for m in matches if (c := _counted(m, ranking))]
    agreeing = sum(number == len(rows) for _, number, rows in counted)
    usual = len(counted) >= FEWEST and 3 * agreeing >= 2 * len(counted)
    for m, number, rows in counted:
        agrees = number == len(rows)
        if agrees or usual:
            yield _finding(text, start, sentence, m["region"], number, rows, ranking)


def _counted(m: re.Match[str], ranking: Ranking) -> Counted | None:
    number = value_of(m["n"])
    provinces = {p.name for n in REGIONS[m["region"]].split() if (p := gazetteer().resolve(n, scope="province"))}
    rows = [e for e in ranking.entries if e.city and e.province in provinces]
    return (
        (m, int(number), rows) if number is not None and not any(e.province is None for e in ranking.entries) else None
    )


def _finding(
    text: Passage, start: int, sentence: str, region: str, number: int, rows: list[RankingEntry], ranking: Ranking
) -> Finding:
    agrees = number == len(rows)
    return Finding(
        kind="confirmed" if agrees else "contradiction",
        about=region,
        statement=text.text[start : start + len(sentence)].strip(),
        expected=number,
        actual=len(rows),
        rule="region_count",
        severity="info" if agrees else "major",
        look_at=None
        if agrees
        else f"{ranking.label or '榜单'}中{region}各省各行 (the rows of the provinces of {region})",
        evidence=[*text.evidence("audit", start, start + len(sentence)), *some(rows)],
    )
