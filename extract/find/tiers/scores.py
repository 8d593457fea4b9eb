"""The bounds of a tier's scores: 得分在55-70之间; 70分以上; （60～80分）."""

import re
from dataclasses import dataclass

__all__ = ["BOUNDS", "SCORED", "Scores", "scores_in"]

_TO = r"(?:-|—|–|~|～|至|到|和|与)"
_SCORE = r"(\d+(?:\.\d+)?)"
_WITHIN = r"\s?(?:≤|<|＜|<=)\s?(?:综合|总)?(?:得分|总分|指数|分值|分数|[xXsS])\s?(?:≤|<|＜|<=)\s?"
_RANGE = re.compile(rf"{_SCORE}分?(?:{_TO}|{_WITHIN}){_SCORE}分?(?:之间|区间|范围)?")
_LOW = re.compile(rf"(?:{_SCORE}分?(?:（含）|\(含\))?(?:及|或)?以上|(?:超过|高于|大于|不低于|达到|≥|>=|>){_SCORE}分?)")
_HIGH = re.compile(rf"(?:{_SCORE}分?(?:（不含）)?(?:及|或)?以下|(?:低于|不足|小于|不到|≤|<=|<){_SCORE}分?)")
_BOUND = r"(?:[≥≤<>]=?)?\d+(?:\.\d+)?分?(?:（含）|\(含\)|（不含）)?(?:及|或)?(?:以上|以下|之间)?"
BOUNDS = rf"(?:{_BOUND}{_TO})?{_BOUND}"
"""A pattern for bounds in words, score or not."""
SCORED = re.compile(r"得分|分值|指数|分数|总分|评分|(?<=\d)分|分(?![布别为类])")
"""What says that a number is a score."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The bounds of a tier's scores."""

    low: float | None
    high: float | None


def scores_in(text: str) -> Scores:
    """得分在55-70之间; 70分以上; （60-80分）; bounds that are no scores (5个以上) are none."""
    for pattern, ends in ((_RANGE, (True, True)), (_LOW, (True, False)), (_HIGH, (False, True))):
        for m in pattern.finditer(text):
            near = text[max(0, m.start() - 14) : m.end() + 1]
            if not SCORED.search(near) or re.match(r"个|家|名|%|年|万|亿|项", text[m.end() :]):
                continue
            values = [float(g) for g in m.groups() if g]
            return Scores(values[0] if ends[0] else None, values[-1] if ends[1] else None)
    return Scores(None, None)
