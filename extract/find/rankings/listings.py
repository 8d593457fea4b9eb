"""Which columns of a table make a ranking: the places ranked, their rank, score, change, province, region and tier."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.find.rankings.columns import Column
from extract.find.rankings.groups import COUNT, group_of
from extract.find.rankings.headers import header_of
from extract.find.rankings.values import score_of

__all__ = ["Listing", "listings_of", "split_places"]

LONG = 12
"""Characters in a cell: a column of longer ones tells about places."""

LEVELS = ("province", "city", "county")
OWNED = ("所属", "所在", "归属", "隶属")
TOTAL = ("", "综合", "总", "总体", "整体", "全国", "国内", "最终", "total", "overall", "composite")


@dataclass(slots=True)
class Listing:
    """Columns that rank places together. `subjects` hold the places; several where one list runs over columns."""

    subjects: list[Column]
    rank: Column | None = None
    score: Column | None = None
    change: Column | None = None
    province: Column | None = None
    parent: Column | None = None
    region: Column | None = None
    tier: Column | None = None
    metric: str | None = None
    dimension: Column | None = None
    by_row: bool = False
    labels: dict[int, str] = field(default_factory=dict)

    @property
    def subject(self) -> Column:
        """The first column of places."""
        return self.subjects[0]

    @property
    def grouped(self) -> bool:
        """Whether its places stand by province, region or tier, in lists or columns of their own."""
        listed = self.subject.several or bool(self.labels)
        return listed or (self.rank is None and (self.region is not None or self._by_province))

    @property
    def by_tier(self) -> bool:
        """Whether it lists the places of one tier after the other, the tiers by names that only tiers have."""
        names = [t for t in self.tier.texts if t] if self.tier else []
        return self.rank is None and self.subject.several and bool(names) and all(group_of(n).tier for n in names)

    @property
    def counts_regions(self) -> bool:
        """Whether it lists places by region, with how many each region has: 华东（39个）."""
        return self.rank is None and self.region is not None and any(COUNT.search(t) for t in self.region.texts)

    @property
    def _by_province(self) -> bool:
        """Whether the places of each province stand together, more than one in some."""
        if self.province is None:
            return False
        texts = ["".join(t.split()) for t in self.province.texts if t]
        runs = [t for i, t in enumerate(texts) if not i or t != texts[i - 1]]
        return len(runs) == len(set(runs)) < len(texts)


def listings_of(columns: Sequence[Column]) -> list[Listing]:
    """The rankings that a table's columns make: none, one, or one for each dimension that it ranks by."""
    places = [c for c in columns if c.kind == "place"]
    ordinals = [c for c in places if c.header.role == "ordinal"]
    if len(ordinals) > 1:
        return [_by_row(columns, ordinals)]
    ranks = _told_apart(columns)
    subjects, province, parent = split_places(places, ranks)
    if not subjects:
        return []
    tiers = not ranks and _lists_tiers(columns, subjects[0])
    if not tiers and (_lists_other_things(columns, subjects[0], ranks) or (not ranks and _describes(columns))):
        return []
    if len(subjects) > 1:
        return list(_of_several(columns, subjects, ranks, province))
    return list(_of_one(columns, subjects[0], ranks, province, parent))


def _told_apart(columns: Sequence[Column]) -> list[Column]:
    """The columns of ranks; where several are called the same, each after the number on its left (GDP, 排名, 人口, 排名)."""
    ranks = [c for c in columns if c.kind == "rank"]
    alike = [c for c in ranks if c.header.role == "rank" and not c.header.subject and not c.header.year]
    if len(alike) < 2:
        return ranks
    for c in alike:
        left = columns[c.index - 1] if c.index else None
        if left and left.kind == "number":
            c.header = replace(c.header, above=left.header.of or left.header.printed)
    return ranks


def split_places(
    places: Sequence[Column], ranks: Sequence[Column]
) -> tuple[list[Column], Column | None, Column | None]:
    """Columns of places as those ranked, the one of their provinces, and the one of their cities."""
    owned = [c for c in places if c.header.text.startswith(OWNED)]
    free = [c for c in places if c not in owned]
    if not free:
        free, owned = owned[-1:], owned[:-1]
    if len(free) > 1:
        finest = max(map(_fineness, free))
        coarse = [c for c in free if _fineness(c) < finest]
        if coarse and len(coarse) < len(free):
            owned, free = owned + coarse, [c for c in free if c not in coarse]
    province = next((c for c in owned if _fineness(c) == 0), None)
    parent = next((c for c in owned if _fineness(c) > 0), None)
    if province and ranks and len(free) == 1 and free[0].several and not province.several:
        return [province], None, None
    return free, province, parent


def _fineness(column: Column) -> int:
    """0 for a column of provinces, 1 for one of cities, 2 for one of counties; 北京 and 上海 alone are cities."""
    shares = [column.share(level) for level in LEVELS]
    told = LEVELS.index(column.header.role) if column.header.role in LEVELS else None
    if told is not None and shares[told] > 0.5:
        return told
    return 1 if shares[0] == shares[1] else shares.index(max(shares))


def _lists_tiers(columns: Sequence[Column], subject: Column) -> bool:
    """Whether each row is a tier and lists its places: what else stands there tells of the tier."""
    tier = _one(columns, "tier")
    return tier is not None and subject.several and all(c.header.role != "other" for c in columns)


def _lists_other_things(columns: Sequence[Column], subject: Column, ranks: Sequence[Column]) -> bool:
    """Whether the table lists companies, policies, ... and only says where they are."""
    for c in columns:
        filled = [t for t in c.texts if t]
        if c.kind != "text" or not filled or c.header.role in ("rank_in_province", "dimension"):
            continue
        own = len({id(cell) for cell, t in zip(c.cells, c.texts, strict=True) if t}) > 0.8 * len(c.cells)
        distinct = len(set(filled)) > 0.6 * len(filled) and own
        if distinct and (c.index < subject.index or subject.header.text.startswith(OWNED)):
            return True
        named = c.header.role == "other"
        if distinct and named and not any(r.header.role == "rank" for r in ranks):
            return True
    return False


def _describes(columns: Sequence[Column]) -> bool:
    """Whether sentences stand in a column: the table tells about places, it doesn't list them."""
    texts = [t for c in columns if c.kind == "text" for t in c.texts if t]
    return bool(texts) and sum(map(len, texts)) > LONG * len(texts)


def _by_row(columns: Sequence[Column], ordinals: list[Column]) -> Listing:
    named = next((c for c in columns if c not in ordinals and c.kind in ("text", "region", "place", "tier")), None)
    return Listing(ordinals, dimension=named, by_row=True)


def _one(columns: Sequence[Column], kind: str) -> Column | None:
    found = [c for c in columns if c.kind == kind]
    return found[0] if len(found) == 1 else next((c for c in found if not c.header.above), None)


def _of_one(
    columns: Sequence[Column], subject: Column, ranks: Sequence[Column], province: Column | None, parent: Column | None
) -> Iterator[Listing]:
    main, further = _main(ranks)
    scores = [c for c in columns if c.kind == "number"]
    shared = {
        "province": province,
        "parent": parent,
        "region": _one(columns, "region"),
        "tier": _one(columns, "tier"),
        "dimension": _dimension(columns, subject),
    }
    if main is not None or not further:
        metric = main.header.subject if main and not _is_total(main) else None
        score = _score_for(main, scores, sole=not further)
        if score is None and main is None and len(scores) == 1 and _ranked_inside([subject]) and _falls(scores[0]):
            score = scores[0]
        changes = [c for c in columns if c.kind == "change"]
        change = next(
            (c for c in changes if not c.header.above or (main and c.header.above == main.header.above)), None
        )
        yield Listing([subject], main, score, change, metric=metric, **shared)  # type: ignore[arg-type]
    for rank in further:
        yield Listing([subject], rank, _score_for(rank, scores, sole=False), metric=rank.header.subject, **shared)  # type: ignore[arg-type]


def _dimension(columns: Sequence[Column], subject: Column) -> Column | None:
    """A column left of the places that says by what the rows below are ranked."""
    found = [c for c in columns if c.index < subject.index and c.kind == "text"]
    return found[-1] if found else None


def _is_total(column: Column) -> bool:
    above = header_of([column.header.above])
    whole = (
        not above.text or above.role == "rank" or (above.role == "score" and above.of in TOTAL) or above.text in TOTAL
    )
    return column.header.of in TOTAL and whole


def _main(ranks: Sequence[Column]) -> tuple[Column | None, list[Column]]:
    """The rank of all, and those in single dimensions; of several editions the latest."""
    if len(ranks) == 1:
        return ranks[0], []
    whole = [c for c in ranks if _is_total(c) or c.header.role in ("sequence", None)]
    explicit = [c for c in whole if c.header.role == "rank"] or whole
    if undated := [c for c in explicit if not c.header.year and c.header.role == "rank"]:
        explicit = undated  # beside 2024年排名, 排名 is that of now
    latest = max((c.header.year or 0 for c in explicit), default=0)
    main = next((c for c in explicit if (c.header.year or 0) == latest), None)
    return main, [c for c in ranks if c not in whole]


def _score_for(rank: Column | None, scores: Sequence[Column], *, sole: bool) -> Column | None:
    named = [c for c in scores if c.header.role == "score"]
    if rank is not None and not _is_total(rank) and (wanted := rank.header.subject):
        same = [c for c in scores if _same_subject(c, wanted)]
        if same:
            return same[0]
        if not sole:
            return None
    whole = [c for c in named if c.header.of in TOTAL and not c.header.above]
    latest = max((c.header.year or 0 for c in whole), default=0)
    if whole:
        return next(c for c in whole if (c.header.year or 0) == latest)
    if len(named) == 1:
        return named[0] if sole or not named[0].header.above else None
    if rank is None:
        return None
    if not named and len(scores) == 1:
        return scores[0]
    falling = [c for c in scores if _falls(c)]
    total = [c for c in falling if c.header.text and c.header.text in TOTAL] if len(falling) > 1 else falling
    return total[0] if not named and len(total) == 1 else None


def _falls(column: Column) -> bool:
    """Whether its numbers fall from row to row: then it is what the rows are ranked by."""
    values = [v for t in column.texts if t and (v := score_of(t)) is not None]
    return len(values) > 1 and all(a >= b for a, b in pairwise(values))


def _same_subject(column: Column, wanted: str) -> bool:
    names = {column.header.of, column.header.above, column.header.printed, column.header.text}
    return wanted in names


def _of_several(
    columns: Sequence[Column], subjects: list[Column], ranks: Sequence[Column], province: Column | None
) -> Iterator[Listing]:
    """Places in several columns: one list in many columns, lists by tier or region, or a list for each dimension."""
    names = [c.header.text for c in subjects]
    region, tier = _one(columns, "region"), _one(columns, "tier")
    overs = [c.header.above for c in subjects]
    apart = all(overs) and len(set(overs)) == len(overs)
    if (len(set(names)) == 1 and not apart) or not any(names) or (not ranks and _ranked_inside(subjects)):
        yield Listing(subjects, ranks[0] if len(ranks) == 1 else None, province=province, region=region, tier=tier)
        return
    if not ranks and all(group_of(n).known for n in names):
        yield Listing(subjects, labels={c.index: c.header.printed for c in subjects})
        return
    scores = [c for c in columns if c.kind == "number"]
    paired = len(ranks) == len(subjects)
    for k, subject in enumerate(subjects):
        rank = ranks[k] if paired else ranks[0] if len(ranks) == 1 else None
        score = scores[k] if len(scores) == len(subjects) else None
        header = subject.header
        metric = header.above or (None if header.names_year or header.role in ("city", "place") else header.printed)
        yield Listing([subject], rank, score, metric=metric or None)


def _ranked_inside(subjects: Sequence[Column]) -> bool:
    items = [i for c in subjects for row in c.items for i in row]
    return sum(i.rank is not None for i in items) > 0.7 * len(items)
