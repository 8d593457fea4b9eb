"""What a paper prints of moves since the last edition, held against the last edition itself.

Only where the two can be compared and the last edition is surely the one meant. Where most moves disagree, the paper
counts from some other list, and each of them would be a false alarm: that is said once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.editions.compare import Comparison
from kb.editions.model import Row

__all__ = ["Check", "Move", "checks"]

MOST_WRONG = 0.5
FEWEST = 5


@dataclass(frozen=True)
class Move:
    """A move told in words of the place whose row is `row`. `fact` is the key of the rank change."""

    fact: str
    row: Row
    change: int
    year: int


@dataclass(frozen=True)
class Check:
    """One verdict. `facts` are (table, key) of what it rests on, in both editions."""

    kind: Literal["confirmed", "contradiction", "incomplete"]
    about: str
    place: str
    statement: str
    expected: str | int
    actual: str | int | None
    severity: Literal["info", "minor", "major"]
    look_at: str | None
    facts: tuple[tuple[str, str], ...]


def checks(comparison: Comparison, label: str, moves: Sequence[Move]) -> Iterator[Check]:
    """All verdicts on one edition of a list; `label` is what the list is called, `moves` are told in words."""
    previous = comparison.previous
    if previous is None or not comparison.comparable or not comparison.follows:
        return
    found: list[Check | None] = []
    before = previous.by_place
    for place, row in comparison.edition.by_place.items():
        old = before.get(place)
        if row.entered and old:
            found.append(_not_new(comparison, row, old))
        elif row.change is not None and old:
            agrees = old.rank - row.rank == row.change
            found.append(None if agrees else _wrong(comparison, row, old, row.change, ("ranking_entries", row.entry)))
        elif row.change is not None and not row.entered and previous.whole and row.rank + row.change <= previous.size:
            found.append(_not_listed(comparison, row))
    for move in moves:
        old = before.get(move.row.place or "")
        if old and move.year == previous.year:
            agrees = old.rank - move.row.rank == move.change
            found.append(
                None if agrees else _wrong(comparison, move.row, old, move.change, ("rank_changes", move.fact))
            )
    yield from _told(comparison, label, found)


def _told(comparison: Comparison, label: str, found: list[Check | None]) -> Iterator[Check]:
    wrong = [check for check in found if check]
    previous = comparison.previous
    assert previous is not None
    lists = (("rankings", comparison.edition.ranking), ("rankings", previous.ranking))
    if len(found) >= FEWEST and len(wrong) > MOST_WRONG * len(found):
        yield Check(
            "incomplete", label, "", f"{label}所印{len(found)}处升降，{len(wrong)}处与{previous.year}年版不符：或是与别的榜单相比 "
            f"(most moves disagree with the last edition: it may count from another list)",
            len(found), len(found) - len(wrong), "minor", "两版的榜单与做法 (both lists and how they were made)", lists,
        )  # fmt: skip
        return
    yield from wrong
    if len(found) > len(wrong):
        yield Check(
            "confirmed", label, "", f"{label}所印{len(found)}处升降，{len(found) - len(wrong)}处与{previous.year}年版相符 "
            f"(moves that agree with the last edition)",
            len(found), len(found) - len(wrong), "info", None, lists,
        )  # fmt: skip


def _wrong(comparison: Comparison, row: Row, old: Row, change: int, fact: tuple[str, str]) -> Check:
    e, p = comparison.edition, comparison.previous
    assert p is not None
    statement = f"{row.as_printed}{e.year}年第{row.rank}名，所印升降{_signed(change)}；{p.year}年第{old.rank}名，应为{_signed(old.rank - row.rank)}"
    return _contradiction(
        comparison, row, statement, change, old.rank - row.rank, (fact, ("ranking_entries", old.entry))
    )


def _not_new(comparison: Comparison, row: Row, old: Row) -> Check:
    p = comparison.previous
    assert p is not None
    statement = f"{row.as_printed}所印为新上榜，{p.year}年已是第{old.rank}名 (printed as new, but listed before)"
    return _contradiction(comparison, row, statement, "新上榜 new", old.rank,
                          (("ranking_entries", row.entry), ("ranking_entries", old.entry)))  # fmt: skip


def _not_listed(comparison: Comparison, row: Row) -> Check:
    p = comparison.previous
    assert p is not None
    was = row.rank + (row.change or 0)
    other = next((r for r in p.rows if r.rank == was), None)
    held = f"，该名次是{other.as_printed}" if other else ""
    statement = f"{row.as_printed}所印升降{_signed(row.change or 0)}，则{p.year}年应为第{was}名；该年未列{held} (not listed then)"
    facts = [("ranking_entries", row.entry), ("ranking_entries", other.entry) if other else ("rankings", p.ranking)]
    return _contradiction(comparison, row, statement, was, None, tuple(facts))


def _signed(change: int) -> str:
    return f"{change:+d}" if change else "0"


def _contradiction(
    comparison: Comparison, row: Row, statement: str, expected: str | int, actual: int | None, facts: tuple[tuple[str, str], ...]
) -> Check:  # fmt: skip
    p = comparison.previous
    assert p is not None
    look = f"{p.document} 与 {comparison.edition.document} 的榜单 (the lists of both editions)"
    return Check("contradiction", row.as_printed, row.place or "", statement, expected, actual, "major", look, facts)
