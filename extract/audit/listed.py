"""How many places a sentence says a table lists: 遴选先行县47个，名单见表3; 得分前30名的城市见表4."""

import re
from collections.abc import Iterator

from extract.audit.bench import LABEL, Bench
from extract.fold import fold
from extract.model import Passage
from extract.numerals import NUMBER, value_of
from schema.finding import Finding
from schema.ranking import Ranking

__all__ = ["check"]

_PLACE = r"(?:城市|省份|地市|县（市、区）|县\(市、区\)|县（市）|县\(市\)|县市区|县市|区县|县域|县|市辖区|地区)"
_COUNTS = (
    rf"(?<![前第\d一二三四五六七八九十百])(?P<n>{NUMBER})[个座]?[\u4e00-\u9fff]{{0,10}}?{_PLACE}",
    rf"{_PLACE}(?:共计?|合计|总计|有|为)*(?P<m>{NUMBER})(?:个|座)(?![\u4e00-\u9fff])",
    rf"(?:遴选|评选|确定|公布|认定|选出|评出|共有?|入选|入围|上榜)(?:了|出|的)*(?P<k>{NUMBER})[个座][\u4e00-\u9fff]{{0,10}}?{_PLACE}",
)
_COUNT = re.compile("|".join(_COUNTS))
_OTHER = re.compile(
    r"覆盖|涉及|来自|分布|其中|占|较|比|新增|占比|平均|参评|参与|样本|其余|其他|剩余|部分|中的|东部|中部|西部|东北"
)
"""Words in the clause of a count that speaks of other places than those of the list."""
_LIST = re.compile(
    r"(?:名单|榜单|结果|排名|得分|见|如|列[于入在])[^，。；]{0,6}表\s*\d|表\s*\d[^，。；]{0,4}(?:列出|所列|给出|公布|所示)"
)


def check(bench: Bench) -> Iterator[Finding]:
    """Each sentence that points to one table and counts the places in it."""
    for text in bench.reading.texts:
        if text.kind not in ("paragraph", "list_item"):
            continue
        for m in re.finditer(r"[^。！？\n]+[。！？]?", fold(text.text)):
            labels = {n.group(1) for n in LABEL.finditer(m.group())}
            rankings = [r for r in bench.tables if (n := LABEL.search(r.label or "")) and n.group(1) in labels]
            if len(labels) == len(rankings) == 1 and _LIST.search(m.group()):
                yield from _in_sentence(text, m.start(), m.group(), rankings[0])


def _in_sentence(text: Passage, start: int, sentence: str, ranking: Ranking) -> Iterator[Finding]:
    """The only count of places in a sentence; one far from the table's size counts something else."""
    counts = [
        int(value)
        for clause in re.split("[，,；;]", sentence)
        if not _OTHER.search(clause)
        for m in _COUNT.finditer(clause)
        if (value := value_of(m["n"] or m["m"] or m["k"])) is not None
    ]
    listed = len(ranking.entries)
    if len(counts) != 1 or abs(counts[0] - listed) > max(2, 0.1 * listed):
        return
    agrees = counts[0] == listed
    if not agrees and any(e.city is None and e.province is None for e in ranking.entries):
        return
    yield Finding(
        kind="confirmed" if agrees else "contradiction",
        about=ranking.label or ranking.title or "榜单",
        statement=text.text[start : start + len(sentence)].strip(),
        expected=counts[0],
        actual=listed,
        rule="listed_count",
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{ranking.label}的行数 (the rows of {ranking.label})",
        evidence=[*text.evidence("audit", start, start + len(sentence)), *ranking.evidence],
    )
