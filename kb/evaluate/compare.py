"""How two texts are held to be the same, and how two sets are scored."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["Key", "Score", "folded", "near", "soft"]

Key = tuple[Any, ...]

FOLDED = str.maketrans(
    "（）［］【】﹝﹞〔〕“”‘’「」『』—–－―~～：，；＋％０１２３４５６７８９",
    '()[][][][]""\'\'""""------:,;+%0123456789',
)
MARKS = re.compile(r'[《》〈〉"]')


def folded(text: object) -> str:
    """Without white space, 《》 and quotation marks; one form of each bracket and dash. None gives an empty text."""
    plain = re.sub(r"\s+", "", str(text or "")).translate(FOLDED)
    return MARKS.sub("", re.sub(r"-+", "-", plain))


@dataclass(frozen=True)
class Score:
    """Gold and predicted keys, and what follows from them."""

    gold: frozenset[Key]
    predicted: frozenset[Key]

    @property
    def precision(self) -> float:
        """The share of what was predicted that is gold; 1 where both are empty."""
        if not self.predicted:
            return 0.0 if self.gold else 1.0
        return len(self.gold & self.predicted) / len(self.predicted)

    @property
    def recall(self) -> float:
        """The share of gold that was predicted."""
        return len(self.gold & self.predicted) / len(self.gold) if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def missed(self) -> list[Key]:
        """Gold that was not predicted."""
        return sorted(self.gold - self.predicted, key=str)

    @property
    def added(self) -> list[Key]:
        """Predicted that is not gold."""
        return sorted(self.predicted - self.gold, key=str)


def soft(gold: Iterable[Key], predicted: Iterable[Key]) -> Score:
    """Pairs (place, name): a predicted name that holds, or is held in, a gold name of the same place counts as it.

    Names under three characters must be equal.
    """
    wanted = list(gold)
    found = set()
    for place, name in predicted:
        match = next((g for g in wanted if g[0] == place and _within(g[1], name)), None)
        found.add(match or (place, name))
    return Score(frozenset(wanted), frozenset(found))


def _within(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 3 and (one in other or other in one)


def near(a: object, b: object) -> bool:
    """Whether two numbers are equal to six digits. False where either is none."""
    try:
        x, y = float(a), float(b)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return abs(x - y) <= 1e-6 * max(1.0, abs(y))
