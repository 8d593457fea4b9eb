"""What the text says of several provinces together: 江苏、浙江、山东三省合计24个城市入榜, 占比40%."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.audit.bench import Bench, some
from extract.audit.claims import COUNT, HEDGED, LISTED, bound
from extract.fold import fold
from extract.model import Passage
from extract.places import Place, gazetteer
from schema.base import Evidence
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["check"]

TOGETHER = re.compile(r"合计|共计|总计|一共|累计|加起来|共(?:有)?(?=\s*[\d一二三四五六七八九十两])")
SHARE = re.compile(
    r"(?:占(?:比|全部|总数|上榜城市|入榜城市|百强|榜单)?(?:的|比例|比重|总数)*(?:达到?|为|约|近|超过?)?)\s*(?P<share>\d+(?:\.\d+)?)%"
)
LISTED_BY = re.compile(
    r"(?:其中|从省份看|而|且)?(?P<names>[\u4e00-\u9fff、]+?)"
    r"(?:[一二三四五六七八九十两\d]+个?(?:省份?|省市|地|省区市))?(?:上榜|入榜|入围|入选)?(?:城市)?(?:数量)?"
)
VAGUE = re.compile(r"约|近|超|逾|左右|以上|多")


def check(bench: Bench) -> Iterator[Finding]:
    """Each sentence that lists provinces and counts their listed cities together."""
    for text in bench.reading.texts:
        if text.kind not in ("paragraph", "list_item"):
            continue
        for m in re.finditer(r"[^。；！？\n]+[。；！？]?", fold(text.text)):
            if LISTED.search(m.group()) and not HEDGED.search(m.group()):
                yield from _in_sentence(bench, text, m.start(), m.group())


def _in_sentence(bench: Bench, text: Passage, start: int, sentence: str) -> Iterator[Finding]:
    end = start + len(sentence)
    together = TOGETHER.search(sentence)
    if not together:
        return
    places = _listed_before(sentence[: together.start()])
    ranking = bench.ranking_for(text, sentence) if len(places) > 1 else None
    if ranking is None:
        return
    rows = [e for e in ranking.entries if e.city and e.province in {p.name for p in places}]
    about = "、".join(p.name for p in places)
    evidence = [*text.evidence("audit", start, end), *some(rows)]
    count = COUNT.search(sentence, together.start())
    op, number = bound(count) if count else (None, None)
    if op == "=" and number is not None:
        yield _finding("sum", about, sentence, number, len(rows), number == len(rows), evidence, ranking)
    share = SHARE.search(sentence, together.start())
    if share and not VAGUE.search(share.group()) and not VAGUE.match(sentence[share.end() :]):
        yield from _share(share["share"], about, sentence, rows, ranking, evidence)


def _listed_before(before: str) -> list[Place]:
    """The provinces that end what stands before, apart by 、 or 和: 江苏、浙江和山东三省."""
    clause = re.split(r"[，,：:]", before)[-1]
    listed = LISTED_BY.fullmatch(clause)
    found = (
        [gazetteer().resolve(n, scope="province") for n in re.split(r"[、和与及]", listed["names"])] if listed else []
    )
    return [p for p in found if p] if all(found) else []


def _share(
    printed: str, about: str, sentence: str, rows: list[RankingEntry], ranking: Ranking, evidence: list[Evidence]
) -> Iterator[Finding]:
    digits = -Decimal(printed).as_tuple().exponent  # type: ignore[operator]
    actual = round(100 * len(rows) / len(ranking.entries), digits)
    yield _finding(
        "share", about, sentence, f"{printed}%", f"{actual:g}%", abs(actual - float(printed)) < 1e-9, evidence, ranking
    )


def _finding(
    rule: str,
    about: str,
    sentence: str,
    expected: object,
    actual: object,
    agrees: bool,
    evidence: list[Evidence],
    ranking: Ranking,
) -> Finding:
    return Finding(
        kind="confirmed" if agrees else "contradiction",
        about=about,
        statement=sentence.strip(),
        expected=expected,
        actual=actual,
        rule=rule,
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{ranking.label or ranking.title or '榜单'}中各行 (the rows of these provinces)",
        evidence=evidence,
    )
