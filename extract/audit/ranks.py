"""Ranks and scores that sentences give to places, against the table: 深圳以94.20分位居榜首; 绵阳升至第30名.

合肥提升4个位次，首次闯入前五 says that it stands among the first five.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from extract.audit.bench import Bench
from extract.find.told.marks import N
from extract.fold import fold
from extract.model import Passage
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
    changes: list[RankChange] = bench.facts.get("rank_changes", [])
    for change in changes:
        yield from _moved(bench, change, changes)
    for told in bench.facts.get("rankings", []):
        if told.told == "prose":
            yield from _scored(bench, told)


def _moved(bench: Bench, change: RankChange, changes: Sequence[RankChange]) -> Iterator[Finding]:
    """A move ends where the table has the place, by the one table that prints this move or ranks the place alone.

    Where several rank the place, it is the one with which most moves of the same text agree.
    """
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
    elif meant := _meant(bench, change, changes):
        ranking, entry = meant
        if change.rank == entry.rank or entry.change in (None, change.change):
            yield _finding(change.city, change.rank, entry, ranking, change.evidence, "rank_after_move")


def _meant(bench: Bench, change: RankChange, changes: Sequence[RankChange]) -> tuple[Ranking, RankingEntry] | None:
    """The row of the place in the one table that agrees with at least three, and two thirds, of the moves told with it."""
    text = _text_of(bench, change)
    beside = [c for c in changes if c.rank is not None and text is not None and _text_of(bench, c) is text]
    found = []
    for ranking in (r for r in bench.tables if r.ordered):
        ranks = {e.city or e.province: e for e in ranking.entries if e.rank is not None}
        agreeing = sum(c.city in ranks and ranks[c.city].rank == c.rank for c in beside)
        if agreeing >= 3 and 3 * agreeing >= 2 * len(beside) and change.city in ranks:
            found.append((ranking, ranks[change.city]))
    return found[0] if len(found) == 1 else None


def _text_of(bench: Bench, change: RankChange) -> Passage | None:
    """The text that tells a move: the first on its page that holds all its words."""
    return next((t for t in bench.reading.texts if _said_in(t, change.evidence)), None)


def _said_in(text: Passage, evidence: Sequence[Evidence]) -> re.Match[str] | None:
    """Where a text says the words of some evidence, which may stand on several printed lines."""
    if not evidence or not text.page <= evidence[0].page <= text.last_page:
        return None
    return re.search(r"\s*".join(re.escape(fold(e.text)) for e in evidence), fold(text.text))


def _entered(bench: Bench, change: RankChange, rows: list[tuple[Ranking, RankingEntry]]) -> Iterator[Finding]:
    """A move that leads among the first so many, where one table only ranks the place."""
    ranking, row = rows[0]
    if len(rows) != 1 or row.rank is None or not change.evidence:
        return
    for text in bench.reading.texts:
        said = _said_in(text, change.evidence)
        m = _AMONG.match(fold(text.text), said.end()) if said else None
        top = ordinal(m["top"]) if m else None
        if said and m and top:
            told = text.evidence("audit", said.start(), m.end())
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
