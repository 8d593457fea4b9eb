"""Numbers that measure nothing: the parts of an index or a framework, the bounds of a tier, places gained in a ranking."""

import re
from functools import cache

from extract.find.tiers.names import names_in
from extract.find.told.marks import any_of
from extract.prose import PLACE
from extract.spans.quantities import Quantity
from extract.words import lexicon

__all__ = ["is_structure"]

_FRAMEWORK = re.compile(r"(?:\d|[一二三四五六七八九十N])\+(?:\d|[一二三四五六七八九十NXn])|“\d{2,5}”")
FEW = 30
"""A framework counts its parts with small numbers."""


def is_structure(text: str, start: int, end: int, q: Quantity) -> bool:
    """Whether the number `q` of the sentence from `start` to `end` counts parts of an index, a framework or a ranking."""
    if q.kind == "count" and q.unit in ("个", "项", "类", "位", "名") and _structure().match(text, q.end):
        return True
    if q.unit in ("名", "位") and _moved().search(text[start : q.start]):
        return True
    if q.kind == "count" and re.search(f"{PLACE}等$", text[start : q.start]):
        return True  # 北京、上海等17个城市 counts the list
    in_tier = next(names_in(text[start:end], frozenset()), None) is not None
    if in_tier and (q.kind in ("score", "bare") or q.unit == "名" or re.match(r"城市|省份|省市|地区", text[q.end :])):
        return True
    return q.kind == "count" and q.value < FEW and bool(_FRAMEWORK.search(text[max(start, q.start - 60) : q.start]))


@cache
def _structure() -> re.Pattern[str]:
    counted = any_of(lexicon("measurements")["structure"]["words"])
    return re.compile(rf"(?:核心|主要|关键|重点|基本|大|[^，。；、\d]{{0,4}}?)?{counted}")


@cache
def _moved() -> re.Pattern[str]:
    words = lexicon("ranks")
    return re.compile(rf"{any_of([w for g in ('rises', 'falls') for w in words[g]['words'] if w.isalpha()])}了?$")
