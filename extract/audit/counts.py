"""How many cities of a province the text says are listed, against how many the table lists."""

import operator
from collections.abc import Iterator
from typing import Literal

from extract.audit.bench import Bench, some
from extract.audit.claims import Claim, claims_in
from extract.model import Passage
from extract.places import Place, gazetteer
from schema.base import Evidence
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["check"]

Scope = Literal["city", "county"]

COMPARE = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq}
SIGN = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "=": ""}


def check(bench: Bench) -> Iterator[Finding]:
    """Counts, comparatives and whole-province claims of every sentence that can be tied to one ranking of cities."""
    for text, doc in zip(bench.reading.texts, bench.reading.docs, strict=True):
        if text.kind not in ("paragraph", "list_item"):
            continue
        claims = [(c, scope) for c in claims_in(doc) if not ((scope := _bare(c, text, bench)) == "county" and c.whole)]
        claims += [(c, "county") for c in claims_in(doc, "city")]
        claims += [(c, "county") for c in claims_in(doc, of_districts=True) if not c.whole]
        for claim, scope in claims:
            sentence = text.text[claim.start : claim.end]
            ranking = bench.ranking_for(text, sentence, scope)
            if ranking is not None:
                evidence = text.evidence("audit", claim.start, claim.end)
                verdict = _whole if claim.whole else _count
                yield from verdict(claim, sentence.strip(), ranking, evidence, bench)


def _bare(claim: Claim, text: Passage, bench: Bench) -> Scope:
    """What a bare count (浙江入围29个) is of: districts, where no table ranks cities, or none in the chapter that ranks them."""
    if all(r.scope != "city" for r in bench.tables):
        return "county"
    here = {r.scope for r in bench.tables_near(text)}
    named = "城市" in text.text[claim.start : claim.end]
    return "county" if "county" in here and "city" not in here and not named else "city"


def _rows(ranking: Ranking, place: Place, top: int | None = None) -> list[RankingEntry]:
    """The rows of the cities of a province, or of the districts of a city."""
    listed = [e for e in ranking.entries if e.city and (top is None or (e.rank is not None and e.rank <= top))]
    if place.is_province:
        return [e for e in listed if e.province == place.name]
    return [e for e in listed if _city_of(e) == place]


def _city_of(entry: RankingEntry) -> Place | None:
    district = gazetteer().resolve(entry.city or "", scope="county", province=entry.province)
    return gazetteer().city_of(district) if district else None


def _count(claim: Claim, sentence: str, ranking: Ranking, evidence: list[Evidence], bench: Bench) -> Iterator[Finding]:
    rows = _rows(ranking, claim.place, claim.top)
    agrees = COMPARE[claim.op](len(rows), claim.number)
    if not agrees and any(e.city is None for e in ranking.entries):
        return  # a name that nobody could read may be the one that is missing
    name = ranking.label or ranking.title or "榜单"
    yield Finding(
        kind="confirmed" if agrees else "contradiction",
        about=claim.place.name,
        statement=sentence,
        expected=f"{SIGN[claim.op]}{claim.number}" if claim.op != "=" else claim.number,
        actual=len(rows),
        rule="count" if claim.op == "=" else "comparative",
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{name}中{claim.place.name}各行 (the rows of {claim.place.name} in {name})",
        evidence=[*evidence, *some(rows)],
    )


def _whole(claim: Claim, sentence: str, ranking: Ranking, evidence: list[Evidence], bench: Bench) -> Iterator[Finding]:
    """江苏全域入榜: every prefecture-level division of the province must stand in the table."""
    everyone = _prefectures(claim.place, bench.reading.document.year)
    if len(everyone) < 2:
        return
    rows = _rows(ranking, claim.place)
    missing = [p.name for p in everyone if p.name not in {e.city for e in rows}]
    yield Finding(
        kind="contradiction" if missing else "confirmed",
        about=claim.place.name,
        statement=sentence,
        expected=len(everyone),
        actual=len(everyone) - len(missing),
        rule="whole_province",
        severity="major" if missing else "info",
        look_at=f"未上榜：{'、'.join(missing)} (not listed)" if missing else None,
        evidence=[*evidence, *some(rows)],
    )


def _prefectures(province: Place, year: int | None) -> list[Place]:
    """The prefecture-level divisions that a province had in `year`; today's where no year is known."""
    names = gazetteer()
    abolished = [
        p
        for p in names.by_code.values()
        if p.parent == province.code and p.until is not None and year is not None and year <= p.until
    ]
    return [p for p in [*names.members(province, "prefecture"), *abolished] if p.level == "prefecture"]
