"""Which edition is the last one before another, and whether the two can be compared."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.editions.model import Edition
from kb.editions.names import core

__all__ = ["Comparison", "compared", "reasons"]

FEWEST_DIMENSIONS = 2
"""A paper that tells of fewer may just not tell of the others."""
LOST_ROWS = 0.02
"""Where no size is claimed, so many rows may be missing without the list being another."""
OTHER_SCALE = 2.0


@dataclass(frozen=True)
class Comparison:
    """An edition and the last one before it. `reasons` say why they can't be compared; none, and they can."""

    edition: Edition
    previous: Edition | None
    reasons: tuple[str, ...] = ()

    @property
    def comparable(self) -> bool | None:
        """None where there is no last edition."""
        return None if self.previous is None else not self.reasons

    @property
    def follows(self) -> bool:
        """Whether the previous edition is surely the one that the paper means by the last."""
        e, p = self.edition, self.previous
        return p is not None and (e.year - p.year == 1 or e.told_previous == p.document)


def compared(editions: Sequence[Edition]) -> Iterator[Comparison]:
    """Each edition with the last one before it."""
    for edition in editions:
        previous = _previous(edition, editions)
        yield Comparison(edition, previous, tuple(reasons(edition, previous)) if previous else ())


def _previous(edition: Edition, editions: Sequence[Edition]) -> Edition | None:
    """The latest edition of the same list before it; where source.yml names the paper, of that one.

    Two lists of one name in one paper are told apart by nothing, so neither has a last edition, nor is one. Of two
    papers of one year that rank otherwise, neither is surely the last edition.
    """
    twins = Counter((e.document, e.name, e.year) for e in editions)
    if twins[edition.document, edition.name, edition.year] > 1:
        return None
    before = [e for e in editions if e.year < edition.year and twins[e.document, e.name, e.year] == 1]
    if edition.told_previous:
        told = [e for e in before if e.document == edition.told_previous]
        if found := _only([e for e in told if e.name == edition.name]) or _only(told):
            return found
    series = [e for e in before if e.series == edition.series]
    same = [e for e in series if e.name == edition.name] or list(_renamed(edition, series, editions))
    latest = max((e.year for e in same), default=None)
    return _agreed([e for e in same if e.year == latest])


def _renamed(edition: Edition, before: Sequence[Edition], editions: Sequence[Edition]) -> Iterator[Edition]:
    """Earlier lists of another name that surely are this one: of all lists of both papers they alone rank by that."""
    cores = Counter((e.document, e.year, core(e.name)) for e in editions)
    name = core(edition.name)
    if name is None or cores[edition.document, edition.year, name] > 1:
        return
    for one in before:
        if core(one.name) == name and one.scope == edition.scope and cores[one.document, one.year, name] == 1:
            yield one


def _agreed(found: Sequence[Edition]) -> Edition | None:
    """The first, where all give every place the same rank."""
    ranks = [{place: row.rank for place, row in e.by_place.items()} for e in found]
    return found[0] if found and all(one == ranks[0] for one in ranks) else None


def _only(found: list[Edition]) -> Edition | None:
    return found[0] if len(found) == 1 else None


def reasons(edition: Edition, previous: Edition) -> Iterator[str]:
    """Why an edition can't be compared with an earlier one; nothing where it can."""
    if edition.scope != previous.scope:
        yield f"所排不同 other places are ranked: {previous.scope} → {edition.scope}"
    if _other_size(edition, previous):
        yield f"数量不同 other size: {previous.size} → {edition.size}"
    old, new = previous.dimensions, edition.dimensions
    if old != new and min(len(old), len(new)) >= FEWEST_DIMENSIONS:
        gone, come = "、".join(sorted(old - new)), "、".join(sorted(new - old))
        yield f"维度不同 other dimensions: {'−' + gone if gone else ''}{' ' if gone and come else ''}{'+' + come if come else ''}"
    scales = [max((r.score for r in e.rows if r.score), default=0.0) for e in (previous, edition)]
    if all(scales) and max(scales) > OTHER_SCALE * min(scales):
        yield f"分值尺度不同 other scale of scores: {scales[0]:g} → {scales[1]:g}"


def _other_size(edition: Edition, previous: Edition) -> bool:
    if edition.claimed and previous.claimed:
        return edition.claimed != previous.claimed
    most = max(edition.size, previous.size)
    return abs(edition.size - previous.size) > max(1, LOST_ROWS * most)
