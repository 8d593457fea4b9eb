"""Whether facts that stand apart agree: tiers among each other, rank with score, province with the gazetteer."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from extract.audit.bench import Bench, some
from extract.places import gazetteer
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry
from schema.tier import Tier

__all__ = ["check"]


def check(bench: Bench) -> Iterator[Finding]:
    """Membership, claimed sizes and ranks of tiers; order of scores; provinces."""
    yield from _in_two_tiers(bench.tiers)
    for tier in bench.tiers:
        yield from _tier_size(tier, bench)
    for ranking in bench.tables:
        yield from _order(ranking)
        yield from _provinces(ranking)


def _in_two_tiers(tiers: list[Tier]) -> Iterator[Finding]:
    by_subject: dict[str | None, list[Tier]] = defaultdict(list)
    for tier in tiers:
        by_subject[tier.subject].append(tier)
    for subject, group in by_subject.items():
        for one, other in combinations(group, 2):
            for place in one.members:
                if one.name != other.name and place in other.members:
                    yield Finding(
                        kind="contradiction",
                        about=place,
                        statement=f"{subject or ''}{one.name}与{other.name}都列有{place} (named in both tiers)",
                        expected=one.name,
                        actual=other.name,
                        rule="two_tiers",
                        severity="major",
                        look_at=f"{one.name}与{other.name}的名单 (the lists of both tiers)",
                        evidence=[*one.evidence, *other.evidence],
                    )


def _tier_size(tier: Tier, bench: Bench) -> Iterator[Finding]:
    """A tier whose members are all named: as many as claimed, and the ranks that follow from its place."""
    if tier.claimed is None or (not tier.complete and len(tier.members) <= tier.claimed):
        return
    agrees = len(tier.members) == tier.claimed
    rows = _first_ranks(tier, bench) if agrees else []
    told = f"，即第1至{tier.claimed}名 (ranks 1 to {tier.claimed})" if rows else ""
    yield Finding(
        kind="confirmed" if agrees else "contradiction",
        about=tier.name,
        statement=f"{tier.subject or ''}{tier.name}含{tier.claimed}个，点名{len(tier.members)}个{told}",
        expected=tier.claimed,
        actual=len(tier.members),
        rule="tier_size",
        severity="info" if agrees else "major",
        evidence=[*tier.evidence, *some(rows)],
    )


def _first_ranks(tier: Tier, bench: Bench) -> list[RankingEntry]:
    """The rows of the one ranking in which the members are just the first so many."""
    found = []
    for ranking in bench.tables:
        rows = [e for e in ranking.entries if e.rank and e.rank <= len(tier.members)]
        if ranking.ordered and {e.city or e.province for e in rows} == set(tier.members):
            found.append(rows)
    return found[0] if len(found) == 1 else []


def _order(ranking: Ranking) -> Iterator[Finding]:
    """Scores must fall with the rank, or rise where lower is better; a few that do not are looked at."""
    rows = sorted((e for e in ranking.entries if e.rank and e.score is not None), key=lambda e: e.rank or 0)
    steps = [(a, b) for a, b in pairwise(rows) if a.rank != b.rank]
    if not ranking.ordered or len(steps) < 4:
        return
    rising = [(a, b) for a, b in steps if (a.score or 0) < (b.score or 0)]
    falling = [(a, b) for a, b in steps if (a.score or 0) > (b.score or 0)]
    wrong = min(rising, falling, key=len)
    # Where many disagree, the column is not what the table is ranked by.
    if not wrong or len(wrong) > max(1, 0.05 * len(steps)):
        return
    for a, b in wrong:
        yield Finding(
            kind="contradiction",
            about=ranking.label or ranking.title or "榜单",
            statement=f"第{a.rank}名{a.as_printed}{a.score:g}，第{b.rank}名{b.as_printed}{b.score:g}",
            expected="得分随名次递减 (scores fall with the rank)"
            if wrong is rising
            else "得分随名次递增 (scores rise)",
            actual=f"{a.score:g} → {b.score:g}",
            rule="order",
            severity="major",
            look_at="这两行的名次与得分 (rank and score of both rows)",
            evidence=some([a, b]),
        )


def _provinces(ranking: Ranking) -> Iterator[Finding]:
    for e in ranking.entries:
        place = gazetteer().resolve(e.city, scope="city") if e.city else None
        if place is None or not e.province or not place.parent:
            continue
        true = gazetteer().province_of(place).name
        if true != e.province:
            yield Finding(
                kind="contradiction",
                about=place.name,
                statement=f"{e.as_printed}列在{e.province} (listed under {e.province})",
                expected=true,
                actual=e.province,
                rule="province",
                severity="major",
                look_at=f"第{e.rank}名 (rank {e.rank})" if e.rank else None,
                evidence=e.evidence,
            )
