"""Whether a ranking has all the rows it says it has, each once: size, missing ranks, cities twice, ties not marked."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from extract.audit.bench import Bench, some
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["check"]


def check(bench: Bench) -> Iterator[Finding]:
    """Holds each table against its own title and its own numbering."""
    for ranking in bench.tables:
        yield from _size(ranking)
        yield from _missing_ranks(ranking)
        yield from _twice(ranking)
        yield from _unmarked_ties(ranking)


def _name(ranking: Ranking) -> str:
    return ranking.label or ranking.title or "榜单"


def _size(ranking: Ranking) -> Iterator[Finding]:
    claimed, listed = ranking.claimed_size, len(ranking.entries)
    if claimed is None or ranking.criterion:
        return
    # A paper may print the first ten of a 百强榜 and say so nowhere: only a list that is nearly whole is held to its name.
    if listed < 0.8 * claimed:
        return
    yield Finding(
        kind="confirmed" if listed == claimed else "incomplete" if listed < claimed else "contradiction",
        about=_name(ranking),
        statement=ranking.title or _name(ranking),
        expected=claimed,
        actual=listed,
        rule="size",
        severity="info" if listed == claimed else "major",
        look_at=None
        if listed == claimed
        else f"题名说{claimed}，列出{listed} (the title says {claimed}, {listed} are listed)",
        evidence=ranking.evidence,
    )


def _missing_ranks(ranking: Ranking) -> Iterator[Finding]:
    by_rank: dict[int, list[RankingEntry]] = defaultdict(list)
    for e in ranking.entries:
        if e.rank is not None:
            by_rank[e.rank].append(e)
    if (
        not ranking.ordered
        or len(by_rank) < 3
        or any(e.rank is None or (e.city is None and e.province is None) for e in ranking.entries)
    ):
        return
    # After n places that share a rank, the next n-1 numbers are rightly free.
    free = {r + k for r, es in by_rank.items() for k in range(1, len(es))}
    missing = [r for r in range(min(by_rank), max(by_rank)) if r not in by_rank and r not in free]
    if not missing or len(missing) > 0.2 * len(by_rank):
        return
    around = [e for r in missing for near in (r - 1, r + 1) for e in by_rank.get(near, [])]
    numbers = "、".join(map(str, missing))
    yield Finding(
        kind="incomplete",
        about=_name(ranking),
        statement=f"缺第{numbers}名 (rank {numbers} is missing)",
        expected=max(by_rank) - min(by_rank) + 1,
        actual=len(ranking.entries),
        rule="missing_rank",
        severity="major",
        look_at="前后两行之间 (between the rows before and after)",
        evidence=some(around) or ranking.evidence,
    )


def _twice(ranking: Ranking) -> Iterator[Finding]:
    places = [(e.city or e.province, e.province) for e in ranking.entries if e.city or e.province]
    for (place, province), n in Counter(places).items():
        if n < 2 or place is None:
            continue
        rows = [e for e in ranking.entries if (e.city or e.province, e.province) == (place, province)]
        yield Finding(
            kind="contradiction",
            about=place,
            statement=f"{_name(ranking)}中出现{n}次 (listed {n} times in {_name(ranking)})",
            expected=1,
            actual=n,
            rule="listed_twice",
            severity="major",
            look_at="、".join(f"第{e.rank}名" for e in rows if e.rank) or None,
            evidence=some(rows),
        )


def _unmarked_ties(ranking: Ranking) -> Iterator[Finding]:
    """Equal scores under different ranks. Whole numbers are too coarse to tell a tie from rounding."""
    by_score: dict[float, list[RankingEntry]] = defaultdict(list)
    for e in ranking.entries:
        if e.rank is not None and e.score is not None and round(e.score, 1) != e.score:
            by_score[e.score].append(e)
    for score, rows in by_score.items():
        if len({e.rank for e in rows}) < 2 or not ranking.ordered:
            continue
        names = "、".join(e.as_printed for e in rows)
        yield Finding(
            kind="incomplete",
            about=_name(ranking),
            statement=f"{names}得分同为{score:g}，名次不同 (same score, different ranks)",
            expected=rows[0].rank,
            actual=rows[-1].rank,
            rule="unmarked_tie",
            severity="minor",
            look_at="或为并列未标，或为四舍五入 (a tie not marked, or rounding)",
            evidence=some(rows),
        )
