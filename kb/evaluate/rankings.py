"""Rankings against gold: each gold ranking is held against the predicted one that shares most rows."""

from typing import Any

from kb.evaluate.compare import Key, Score, folded, near

__all__ = ["attributes", "held"]

Facts = dict[str, Any]


def held(gold: list[Facts], predicted: list[Facts]) -> Score:
    """Rows of all rankings; predicted rankings that no gold one takes count as false, borderline gold neither way."""
    left = list(predicted)
    want: set[Key] = set()
    have: set[Key] = set()
    for k, ranking in enumerate(gold):
        rows = _rows(ranking)
        best = max(left, key=lambda p: len(_rows(p) & rows) / len(_rows(p) | rows | {()}), default=None)
        taken = best is not None and bool(_rows(best) & rows)
        if taken and best is not None:
            left.remove(best)
        if ranking.get("borderline"):
            continue
        want |= {(k, *r) for r in rows}
        if taken and best is not None:
            have |= {(k, *r) for r in _rows(best)}
    for k, ranking in enumerate(left):
        have |= {(f"extra{k}", *r) for r in _rows(ranking)}
    return Score(frozenset(want), frozenset(have))


def _rows(ranking: Facts) -> set[Key]:
    return {
        (e.get("rank"), folded(e.get("city") or e.get("province")), folded(e.get("province")))
        for e in ranking.get("entries", [])
    }


def attributes(gold: list[Facts], predicted: list[Facts]) -> dict[str, Score | float]:
    """For score, change and tier: the share of gold entries that have one whose predicted entry agrees."""
    shares: dict[str, Score | float] = {}
    for name in ("score", "change", "tier"):
        have = {_entry(e): e.get(name) for r in predicted for e in r.get("entries", [])}
        asked = [e for r in gold for e in r["entries"] if e.get(name) is not None]
        if asked:
            same = sum(str(have.get(_entry(e))) == str(e[name]) or near(have.get(_entry(e)), e[name]) for e in asked)
            shares[f"rankings.{name}"] = same / len(asked)
    return shares


def _entry(entry: Facts) -> Key:
    return folded(entry.get("city") or entry.get("province")), entry.get("rank")
