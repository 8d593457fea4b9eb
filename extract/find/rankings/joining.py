"""A ranking that goes on in a further table: the next page, or the panel beside it, found as a table of its own."""

from extract.find.rankings.record import Found
from schema.ranking import Ranking

__all__ = ["goes_on", "is_podium", "is_rest", "joined"]


def is_rest(found: Found) -> bool:
    """Whether it can only be the rest of another ranking: it has no header, and its ranks start behind 1."""
    rank = found.listing.rank
    return rank is not None and rank.header.role is None and all((e.rank or 2) > 1 for e in found.entries)


def goes_on(last: Ranking, more: Ranking) -> bool:
    """Whether `more` goes on with the ranks of `last`, on the same or the next page, without a title of its own."""
    before, behind = (sorted(e.rank for e in r.entries if e.rank) for r in (last, more))
    if not before or not behind or not before[-1] <= behind[0] <= before[-1] + 1 or behind[0] == 1:
        return False
    named = more.title in (None, last.title) and more.label in (None, last.label)
    alike = more.scope == last.scope and bool(last.ordered and more.ordered)
    return named and alike and more.evidence[0].page - last.entries[-1].evidence[0].page in (0, 1)


def is_podium(first: Ranking, rest: Ranking) -> bool:
    """Whether `first` has the first places of a ranking whose table, with the others, stands before them on their page."""
    return first.evidence[0].page == rest.evidence[0].page and goes_on(first, rest)


def joined(last: Ranking, more: Ranking) -> Ranking:
    """Both as one."""
    both = {"entries": last.entries + more.entries, "evidence": last.evidence + more.evidence}
    return last.model_copy(update=both)
