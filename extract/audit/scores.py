"""What the text says of the scores of a whole list: 60个入榜城市平均得分75.2分; 10个城市得分在85分以上."""

import operator
import re
from collections.abc import Iterator
from decimal import Decimal

from extract.audit.bench import Bench, some
from extract.audit.claims import HEDGED
from extract.fold import fold
from extract.model import Passage
from extract.numerals import NUMBER, value_of
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["check"]

UNIT = r"\s*(?:个|座)\s*(?:入榜|上榜|入选|入围|百强|参评)?(?:城市|市|省份|地区|县区|县（市、区）|县\(市、区\))"
SCORE = r"(?:综合|总|总体)?(?:得分|总分|指数|综合指数|分值|指数得分)"
VALUE = r"(?P<value>\d{1,4}(?:\.\d+)?)\s*分?"
AVERAGE = re.compile(
    rf"(?P<n>{NUMBER}){UNIT}的?平均(?:得分|分|分值|指数|综合得分|总分)(?:为|是|达到?|仅为|仅)?\s*{VALUE}(?![\d.]|以上|左右)"
)
ABOVE = [
    re.compile(rf"(?<![前第\d])(?P<n>{NUMBER}){UNIT}(?:的)?{SCORE}(?:均|都)?(?P<op>在|超过|高于|突破|达到|达|不低于)\s*{VALUE}(?P<up>及?以上)?"),
    re.compile(rf"(?:^|[，,；;：:。、]|其中){SCORE}(?P<op>在|超过|高于|突破|达到|达|不低于)\s*{VALUE}(?P<up>及?以上)?的(?:城市|市|省份|地区)?(?:共计?|仅|只)?有?\s*(?P<n>{NUMBER})\s*(?:个|座|家)(?![\u4e00-\u9fff]*(?:项目|企业))"),
]  # fmt: skip
NARROWED = re.compile(r"没有|尚无|并无|无一|维度|方面|分指数|领域|单项|分项")
"""Words by which a sentence counts none, or speaks of a part of the score that no table may print."""
OPS = {"在": operator.ge, "达到": operator.ge, "达": operator.ge, "不低于": operator.ge}


def check(bench: Bench) -> Iterator[Finding]:
    """Averages over a whole table, and how many places passed a mark."""
    for text in bench.reading.texts:
        if text.kind not in ("paragraph", "list_item"):
            continue
        folded = fold(text.text)
        for m in re.finditer(r"[^。；！？\n]+[。；！？]?", folded):
            if not HEDGED.search(m.group().replace("平均", "")) and not NARROWED.search(m.group()):
                yield from _in_sentence(bench, text, m.start(), m.group())


def _in_sentence(bench: Bench, text: Passage, start: int, sentence: str) -> Iterator[Finding]:
    average = AVERAGE.search(sentence)
    above = next((m for p in ABOVE for m in [p.search(sentence)] if m), None)
    ranking = bench.ranking_for(text, sentence) if average or above else None
    if ranking is None or any(e.score is None for e in ranking.entries) or len(ranking.entries) < 3:
        return
    if average and value_of(average["n"]) == len(ranking.entries):
        scores = [e.score for e in ranking.entries if e.score is not None]
        digits = max(0, -Decimal(average["value"]).as_tuple().exponent)  # type: ignore[operator]
        actual = round(sum(scores) / len(scores), digits)
        agrees = abs(sum(scores) / len(scores) - float(average["value"])) <= 0.51 * 10**-digits
        yield _finding(text, start, sentence, ranking, "average", average["value"], f"{actual:g}", agrees, [])
    if above:
        yield from _passed(above, text, start, sentence, ranking)


def _passed(m: re.Match[str], text: Passage, start: int, sentence: str, ranking: Ranking) -> Iterator[Finding]:
    """How many passed a mark, where the list goes down below it; a score right at the mark may be counted either way."""
    mark, number = float(m["value"]), value_of(m["n"])
    if (m["op"] == "在" and not m["up"]) or number is None or not any((e.score or 0) < mark for e in ranking.entries):
        return
    passes = OPS.get(m["op"], operator.ge if m["up"] else operator.gt)
    rows = [e for e in ranking.entries if e.score is not None and passes(e.score, mark)]
    either = {sum(holds(e.score or 0, mark) for e in ranking.entries) for holds in (operator.ge, operator.gt)}
    agrees = int(number) in either
    yield _finding(text, start, sentence, ranking, "passed_a_mark", int(number), len(rows), agrees, rows)


def _finding(
    text: Passage, start: int, sentence: str, ranking: Ranking, rule: str, expected: object, actual: object,
    agrees: bool, rows: list[RankingEntry],
) -> Finding:  # fmt: skip
    return Finding(
        kind="confirmed" if agrees else "contradiction",
        about=ranking.label or ranking.title or "榜单",
        statement=text.text[start : start + len(sentence)].strip(),
        expected=expected,
        actual=actual,
        rule=rule,
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{ranking.label or '榜单'}的得分一栏 (the column of scores)",
        evidence=[*text.evidence("audit", start, start + len(sentence)), *(some(rows) or ranking.evidence)],
    )
