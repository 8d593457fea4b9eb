"""A list of places and what the words say of it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.find.enumerations import Enumeration
from extract.find.told.marks import any_of
from extract.find.told.metric import cleaned
from extract.words import lexicon

__all__ = ["CLAUSE_END", "Claim", "clause_before", "is_unreal", "words"]

CLAUSE_END = re.compile(r"[，。；：;！？]|,(?!\d)|:(?!\d)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A list and its rank or mark; offsets are the prose's.

    `ranks` has a rank for each member where the words give them, else it is empty. `ordered` is None where the words do
    not say whether order counts. `continues`: it names no rank but goes on after the claim before it (紧随其后).
    `own_metric`: the metric stands between the list and its rank.
    """

    listed: Enumeration
    start: int
    end: int
    metric: str | None
    ordered: bool | None
    criterion: str | None = None
    ranks: tuple[int, ...] = ()
    scores: tuple[Decimal, ...] = ()
    count: int | None = None
    year: int | None = None
    continues: bool = False
    own_metric: bool = False


@cache
def words(group: str) -> str:
    """A group of `lexicon/ranks.yml` as one pattern. 总分居 holds no 分居, 计划单列市 is no plan."""
    guard = {"in_order": "(?<![总得评积部百])", "unreal": "(?!计划单列)"}.get(group, "")
    return guard + any_of(lexicon("ranks")[group]["words"])


def clause_before(before: str) -> tuple[str, str | None]:
    """The words of the clause that goes on where `before` ends, and the metric in them."""
    clause = CLAUSE_END.split(before)[-1]
    return clause, cleaned(clause)


def is_unreal(before: str) -> bool:
    """Whether the words of a sentence before a rank make it an aim or a denial: 力争…进入前十, 未进入前十."""
    return bool(re.search(words("aims"), before) or re.search(words("unreal"), CLAUSE_END.split(before)[-1]))
