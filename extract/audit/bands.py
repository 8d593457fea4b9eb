"""How many places a tier has by its scores, against the table: 第二梯队34个城市，得分在60-80之间; and whether its members fit.

A table is the one that sorts a paper's tiers where at least two tiers, and most of them, have as many rows in it as they claim.
"""

from collections.abc import Iterator, Sequence

from extract.audit.bench import Bench, some
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry
from schema.tier import Tier

__all__ = ["check"]


WHOLE = 1.1
"""A table lists all that was ranked where the tiers claim no more than so many times its rows; else some tier is misprinted."""


def check(bench: Bench) -> Iterator[Finding]:
    """The tiers of each subject that say how many places they have, and with which scores."""
    subjects = dict.fromkeys(t.subject for t in bench.tiers)
    for subject in subjects:
        tiers = [t for t in bench.tiers if t.subject == subject and t.claimed and _bounded(t)]
        found = [r for r in bench.tables if _sorts(r, tiers)]
        if len(found) == 1:
            for tier in tiers:
                if not _is_cut(tier, tiers, found[0]):
                    yield from _size(tier, found[0])
                yield from _members(tier, found[0])


def _bounded(tier: Tier) -> bool:
    return tier.score_min is not None or tier.score_max is not None


def _sorts(ranking: Ranking, tiers: Sequence[Tier]) -> bool:
    if not ranking.ordered or any(e.score is None for e in ranking.entries):
        return False
    agreeing = sum(t.claimed in _counts(t, ranking) for t in tiers)
    return agreeing >= 2 and 3 * agreeing >= 2 * len(tiers)


def _is_cut(tier: Tier, tiers: Sequence[Tier], ranking: Ranking) -> bool:
    """Whether the table ends within the tier, being but the top of what was ranked: the first 30 of 48."""
    inside, edge = _rows(tier, ranking)
    last = min(ranking.entries, key=lambda e: e.score or 0.0)
    return any(e is last for e in (*inside, *edge)) and sum(t.claimed or 0 for t in tiers) > WHOLE * len(
        ranking.entries
    )


def _counts(tier: Tier, ranking: Ranking) -> set[int]:
    """How many rows stand within the bounds; a score right at a bound may be counted either way."""
    inside, edge = _rows(tier, ranking)
    return {len(inside) + n for n in range(len(edge) + 1)}


def _rows(tier: Tier, ranking: Ranking) -> tuple[list[RankingEntry], list[RankingEntry]]:
    low = tier.score_min if tier.score_min is not None else float("-inf")
    high = tier.score_max if tier.score_max is not None else float("inf")
    scored = [(e, e.score) for e in ranking.entries if e.score is not None]
    return [e for e, s in scored if low < s < high], [e for e, s in scored if s in (low, high)]


def _size(tier: Tier, ranking: Ranking) -> Iterator[Finding]:
    counts = _counts(tier, ranking)
    agrees = tier.claimed in counts
    if agrees and tier.complete:
        return  # told with the list of its members
    inside, edge = _rows(tier, ranking)
    name = ranking.label or ranking.title or "榜单"
    yield Finding(
        kind="confirmed" if agrees else "contradiction",
        about=tier.name,
        statement=f"{tier.subject or ''}{tier.name}含{tier.claimed}个，{_bounds(tier)}；{name}有{len(inside) + len(edge)}个",
        expected=tier.claimed,
        actual=tier.claimed if agrees else len(inside) + len(edge),
        rule="tier_band",
        severity="info" if agrees else "major",
        look_at=None if agrees else f"{name}中得分{_bounds(tier)}的各行 (the rows with such scores)",
        evidence=[*tier.evidence, *some([*inside, *edge])],
    )


def _bounds(tier: Tier) -> str:
    if tier.score_min is None:
        return f"{tier.score_max:g}分以下"
    return f"{tier.score_min:g}分以上" if tier.score_max is None else f"{tier.score_min:g}—{tier.score_max:g}分"


def _members(tier: Tier, ranking: Ranking) -> Iterator[Finding]:
    """A member whose score in the table lies outside of its tier's bounds."""
    inside, edge = _rows(tier, ranking)
    fitting = {id(e) for e in (*inside, *edge)}
    for row in ranking.entries:
        place = row.city or row.province
        if place in tier.members and id(row) not in fitting and place is not None and row.score is not None:
            yield Finding(
                kind="contradiction",
                about=place,
                statement=f"{tier.subject or ''}{tier.name}（{_bounds(tier)}）列有{place} (named in the tier)",
                expected=_bounds(tier),
                actual=f"{row.score:g}",
                rule="tier_member_score",
                severity="major",
                look_at=f"{ranking.label or '榜单'}中{place}一行 (the row of {place})",
                evidence=[*tier.evidence, *row.evidence[:1]],
            )
