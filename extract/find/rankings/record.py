"""A ranking found to its record."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.find.rankings import titles
from extract.find.rankings.context import Context
from extract.find.rankings.listings import Listing
from extract.find.rankings.resolve import Meant, resolved, scope_of
from extract.find.rankings.rows import Entry
from extract.find.tiers.names import tier_name
from extract.model import Grid
from extract.places import Scope
from extract.reading import Reading
from schema.base import Evidence
from schema.ranking import Ranking, RankingEntry

__all__ = ["Found", "ranking_of"]

HOW = "ranking table"


@dataclass(slots=True)
class Found:
    """A ranking found: its entries, what it ranks by, whether order counts, and the listing that they come from."""

    entries: list[Entry]
    metric: str | None
    ordered: bool | None
    listing: Listing


def ranking_of(reading: Reading, grid: Grid, context: Context, found: Found) -> Ranking:
    """The record of a ranking; names that mean no one place are kept as printed, with a warning."""
    listing, entries, words = found.listing, found.entries, context.words
    year = _header_year(listing) or titles.year_of(words) or reading.document.year
    scope = scope_of(entries, None if listing.by_row else listing.subject, words)
    meant = resolved(entries, scope, year, context.place)
    _warn(reading, grid, entries, meant)
    return Ranking(
        label=grid.label,
        title=context.title,
        metric=found.metric or titles.metric_of(context.title) or _score_name(listing),
        year=year,
        ordered=found.ordered,
        scope=scope,
        told="table",
        criterion=titles.criterion(context.title),
        claimed_size=titles.claimed_size(words),
        entries=[_entry(e, m, scope) for e, m in zip(entries, meant, strict=True)],
        evidence=_evidence(grid),
    )


def _score_name(listing: Listing) -> str | None:
    """The name of the index that the places are scored by, where the header of the scores names one."""
    header = listing.score.header if listing.score else None
    return header.printed if header and header.of and len(header.of) > 2 else None


def _header_year(listing: Listing) -> int | None:
    columns = (listing.rank, listing.score, listing.subject)
    return next((c.header.year for c in columns if c and c.header.year), None)


def _entry(entry: Entry, meant: Meant, scope: Scope) -> RankingEntry:
    cell = entry.cells[1] if len(entry.cells) > 1 and entry.rank is not None else entry.cells[0]
    place = meant.place
    evidence: list[Evidence] = []
    for part in entry.cells:
        own = part is cell and entry.listed
        evidence += part.evidence(HOW, entry.item.start, entry.item.end) if own else part.evidence(HOW)
    return RankingEntry(
        rank=entry.rank,
        city=None if place is None or (scope == "province" and place.is_province) else place.name,
        province=meant.province,
        region=entry.region,
        as_printed=cell.text[entry.item.start : entry.item.end],
        score=entry.score,
        tier=entry.tier and (tier_name(entry.tier) or entry.tier),
        change=entry.change,
        entered=entry.entered,
        evidence=evidence,
    )


def _evidence(grid: Grid) -> list[Evidence]:
    if grid.caption is not None:
        return grid.caption.evidence(HOW)
    return [Evidence(page=page, bbox=box, text=grid.title or grid.label or "", how=HOW) for page, box in grid.boxes]


def _warn(reading: Reading, grid: Grid, entries: Sequence[Entry], meant: Sequence[Meant]) -> None:
    unsure = [e.item.printed for e, m in zip(entries, meant, strict=True) if m.place is None]
    if unsure:
        page, label = grid.boxes[0][0], grid.label or "表"
        names = "、".join(dict.fromkeys(unsure))
        reading.warnings.append(
            f"第{page}页{label}有地名不能确定：{names}；若是误印，请在 PDF 旁的 source.yml 里加一行 lookups: {{{unsure[0]}: 正式全称}} "
            f"(page {page}, {label}: names that mean no one place; if misprinted, give the official name in source.yml)"
        )
