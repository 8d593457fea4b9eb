"""Ranks and scores that sentences give to places, against the table: 深圳以94.20分位居榜首; 绵阳升至第30名.

合肥提升4个位次，首次闯入前五 says that it stands among the first five.
"""

import re
from collections.abc import Iterator
from typing import Literal

from extract.audit.bench import Bench
from extract.find.told.marks import N
from extract.fold import fold
from extract.numerals import ordinal
from schema.base import Evidence
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry
from schema.tier import RankChange

__all__ = ["check"]

_AMONG = re.compile(
    rf"[，,](?:首次|成功|一举|并|再次|重新)*(?:闯入|跻身|进入|挤进|迈入|入围|冲进|杀入|重返)(?:全国|总榜|榜单)?前(?P<top>{N})(?:名|位|强)?(?=[，。；,;]|$)"
)
"""What follows a move: ，首次闯入前五."""


def check(bench: Bench) -> Iterator[Finding]:
    """Each move to a rank; each rank told with the score that the table prints for the place."""
    for change in bench.facts.get("rank_changes", []):
        yield from _moved(bench, change)
    for told in bench.facts.get("rankings", []):
        if told.told == "prose":
            yield from _scored(bench, told)


def _moved(bench: Bench, change: RankChange) -> Iterator[Finding]:
    """A move ends where the table has the place, by the one table that prints this move or ranks the place alone."""
    rows = [(r, e) for r in bench.tables if r.ordered for e in r.entries if change.city in (e.city, e.province)]
    if not rows:
        return
    if change.rank is None:
        yield from _entered(bench, change, rows)
        return
    same = [(r, e) for r, e in rows if e.rank == change.rank and e.change in (None, change.change)]
    sure = len(rows) == 1 or (len(same) == 1 and same[0][1].change == change.change)
    if sure and (len(same) == 1 or rows[0][1].rank is not None):
        ranking, entry = same[0] if same else rows[0]
        yield _finding(change.city, change.rank, entry, ranking, change.evidence, "rank_after_move")


def _entered(bench: Bench, change: RankChange, rows: list[tuple[Ranking, RankingEntry]]) -> Iterator[Finding]:
    """A move that leads among the first so many, where one table only ranks the place."""
    ranking, row = rows[0]
    if len(rows) != 1 or row.rank is None or not change.evidence:
        return
    said = fold(change.evidence[-1].text)
    for text in bench.reading.texts:
        folded = fold(text.text)
        at = folded.find(said) if text.page <= change.evidence[-1].page <= text.last_page else -1
        m = _AMONG.match(folded, at + len(said)) if at >= 0 else None
        top = ordinal(m["top"]) if m else None
        if m and top:
            told = text.evidence("audit", at, m.end())
            yield _finding(change.city, top, row, ranking, told, "rank_after_move", among=True)
            return


def _scored(bench: Bench, told: Ranking) -> Iterator[Finding]:
    for e in told.entries:
        name = e.city or e.province
        if e.rank is None or e.score is None or name is None:
            continue
        rows = [
            (r, row)
            for r in bench.tables
            if r.ordered
            for row in r.entries
            if name in (row.city, row.province) and row.score is not None and abs(row.score - e.score) < 1e-9
        ]
        if len(rows) == 1 and rows[0][1].rank is not None:
            yield _finding(name, e.rank, rows[0][1], rows[0][0], told.evidence, "told_rank")


def _finding(
    place: str,
    rank: int,
    row: RankingEntry,
    ranking: Ranking,
    told: list[Evidence],
    rule: str,
    *,
    among: bool = False,
) -> Finding:
    """`among`: the place is said to stand among the first `rank`."""
    agrees = row.rank is not None and (row.rank <= rank if among else row.rank == rank)
    kind: Literal["confirmed", "contradiction"] = "confirmed" if agrees else "contradiction"
    name = ranking.label or ranking.title or "榜单"
    return Finding(
        kind=kind,
        about=place,
        statement="".join(e.text for e in told) or place,
        expected=f"≤ {rank}" if among else rank,
        actual=row.rank,
        rule=rule,
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{name}中{place}一行 (the row of {place} in {name})",
        evidence=[*told, *row.evidence[:1]],
    )
