"""Rows of rankings, tiers and moves."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kb.base.keys import at, bare, clipped, path
from kb.resolve.names import without_year
from kb.store.rows.builder import Builder
from kb.store.rows.derived import add_derived
from schema import Paper
from schema.ranking import Ranking, RankingEntry

__all__ = ["add_rankings", "add_tiers"]


def add_rankings(b: Builder, paper: Paper) -> None:
    """Rankings with their entries."""
    labels = Counter(r.label for r in paper.rankings if r.told == "table")
    keys: dict[int, str] = {}
    entries: dict[int, str] = {}
    for ranking in paper.rankings:
        key = b.key("rankings", *_own_key(ranking, labels))
        title = ranking.title or ranking.metric
        b.add(
            "rankings", ranking,
            id=key, name=_name(ranking), edition=ranking.year or paper.document.year,
            list=without_year(title) if title else None, size=len(ranking.entries),
        )  # fmt: skip
        b.evidence("rankings", key, ranking.evidence)
        keys[id(ranking)] = key
        entries.update(_add_entries(b, key, ranking))
    add_derived(b, paper, keys, entries)


def _own_key(ranking: Ranking, labels: Counter[str | None]) -> tuple[str, ...]:
    words = ranking.metric or ranking.title or ranking.criterion or "榜单"
    if ranking.told == "table" and ranking.label:
        return (ranking.label,) if labels[ranking.label] == 1 else (ranking.label, clipped(words))
    return f"p{ranking.evidence[0].page}", clipped(words) + at(ranking.evidence)


def _name(ranking: Ranking) -> str:
    told = [ranking.label, ranking.title] if ranking.title else [ranking.label, ranking.metric, ranking.criterion]
    return " ".join(t for t in told if t) or f"第{ranking.evidence[0].page}页 page {ranking.evidence[0].page}"


def _add_entries(b: Builder, ranking: str, record: Ranking) -> Iterator[tuple[int, str]]:
    """Adds them, and gives the key of each by its `id()`."""
    ties = Counter(e.rank for e in record.entries)
    for position, entry in enumerate(record.entries, 1):
        tail = ranking.removeprefix(f"{b.document}/")
        # Beside a name that means no one city, a province printed in the row would seem to be what is ranked.
        unsure = entry.city is None and record.scope != "province"
        key = b.key("ranking_entries", tail, *_entry_key(entry, ties[entry.rank], unsure))
        scope = None if entry.city is None else record.scope
        b.add(
            "ranking_entries", entry,
            id=key, ranking=ranking, position=position,
            city=b.place(entry.city, entry.province, scope),
            province=None if unsure else b.place(entry.province, scope="province"),
        )  # fmt: skip
        b.evidence("ranking_entries", key, entry.evidence)
        yield id(entry), key


def _entry_key(entry: RankingEntry, same: int, unsure: bool) -> Sequence[str | int]:
    name = bare(entry.as_printed if unsure else entry.city or entry.province or entry.as_printed)
    if entry.rank is None:
        return (name,)
    return (entry.rank,) if same == 1 else (entry.rank, name)


def add_tiers(b: Builder, paper: Paper) -> None:
    """Tiers with their members, and moves told in words."""
    for tier in paper.tiers:
        key = b.key("tiers", tier.subject and clipped(tier.subject), clipped(tier.name))
        b.add("tiers", tier, id=key)
        b.evidence("tiers", key, tier.evidence)
        for position, member in enumerate(tier.members, 1):
            tail = path(key.removeprefix(f"{b.document}/"), bare(member))
            b.add(
                "tier_members", None,
                id=b.key("tier_members", tail), tier=key, position=position, city=b.place(member, scope="city"),
            )  # fmt: skip
    for change in paper.rank_changes:
        key = b.key("rank_changes", bare(change.city), f"{change.change:+d}")
        b.add("rank_changes", change, id=key)
        b.evidence("rank_changes", key, change.evidence)
