"""Which papers are editions of one series: as source.yml says, else by title and publisher."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from kb.resolve.clusters import sure_groups
from kb.resolve.model import Paper
from kb.resolve.names import series_name, without_year
from kb.resolve.titles import normal

__all__ = ["may_be_one", "series_of"]

SHORTEST_TITLE, NEAR = 6, 0.8
SHORTEST = 4
"""So many characters of a publisher's name tell it: 赛迪顾问 is 赛迪顾问股份有限公司."""


def series_of(papers: Sequence[Paper]) -> dict[str, str]:
    """The name of each paper's series.

    Two papers of which only one tells its series are of one where their titles, but for the year, and publishers agree.
    """
    ordered = sorted(papers, key=lambda p: p.age)
    found: dict[str, str] = {}
    for group in _by_title(ordered):
        names = list(dict.fromkeys(p.series for p in group if p.series))
        first = group[0]
        name = names[0] if names else series_name(first.series, first.title, first.publisher, first.id)
        found.update((p.id, name) for p in group)
    return found


def may_be_one(one: Paper, other: Paper) -> bool:
    """Whether two papers that are of two series look like editions of one: one publisher, and titles that are near."""
    if one.year == other.year or not one.title or not other.title or (one.series and other.series):
        return False
    publishers = sorted((normal(p.publisher or "") for p in (one, other)), key=len)
    if len(publishers[0]) < SHORTEST or publishers[0] not in publishers[1]:
        return False
    short, long = sorted((normal(without_year(p.series or p.title or "")) for p in (one, other)), key=len)
    near = SequenceMatcher(None, short, long, autojunk=False).ratio() >= NEAR
    return near or (len(short) >= SHORTEST_TITLE and short in long)


def _by_title(papers: Sequence[Paper]) -> list[list[Paper]]:
    groups: dict[str, list[Paper]] = {}
    for paper in papers:
        for stem in sorted(_stems(paper)):
            groups.setdefault(stem, []).append(paper)
    near = {frozenset((a.id, b.id)) for group in groups.values() for a in group for b in group}
    sure, torn = sure_groups(papers, lambda a, b: frozenset((a.id, b.id)) in near and _same(a, b))
    return [*sure, *([paper] for paper in torn)]


def _stems(paper: Paper) -> set[str]:
    """What its title may be called without its year."""
    return {normal(text) for text in (paper.series, paper.title and without_year(paper.title)) if text}


def _same(one: Paper, other: Paper) -> bool:
    if one.series and other.series:
        return one.series == other.series
    if one.publisher is None or other.publisher is None:
        return bool(one.series or other.series) or one.publisher == other.publisher
    short, long = sorted((normal(one.publisher), normal(other.publisher)), key=len)
    return short == long or (len(short) >= SHORTEST and short in long)
