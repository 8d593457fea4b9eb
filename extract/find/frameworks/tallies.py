"""A list for each count of a name, each in a clause of its own, before the name or after it: no word ties them to it, only the tally.

纺织、食品、包装三大支柱产业转型，光通信、新材料两大新兴产业集聚，形成“3+2”格局.
"""

import re

from extract.find.frameworks.lists import Item, clauses
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, after_verb, counted, group_parts, so_many

__all__ = ["list_for_each_count"]

FEWEST = 2
"""Lists whose lengths agree with the name; one alone may do so by chance."""


def list_for_each_count(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """The lists in `text[lo:hi]`, in the order of the counts, all of them as long as the name says; else none."""
    here = clauses(text, lo, hi)
    at, parts, lists = 0, list[Part](), 0
    for which, group in enumerate(groups):
        if group.count == 1:
            continue
        found = ((nth, so_many(text, *here[nth], group, which)) for nth in range(at, len(here)))
        nth, own = next(((nth, own) for nth, own in found if own), (-1, []))
        if not own:
            return []
        single = _single(text, here[at:nth][-1:], groups, which - 1)
        parts, at, lists = [*parts, *single, *own], nth + 1, lists + 1
    parts += _single(text, here[at : at + 1], groups, len(groups) - 1)
    again = sum(bool(re.search(counted(g), text[lo:hi])) for g in groups if g.count not in (1, ANY))
    return parts if lists + again >= FEWEST else []


def _single(text: str, beside: list[Item], groups: list[Group], which: int) -> list[Part]:
    """What the clause beside a list builds, where the name counts one there."""
    if which < 0 or groups[which].count != 1 or not beside:
        return []
    lo, hi = beside[0]
    start = after_verb(text, lo, hi)
    return group_parts(text, start, hi, groups[which], which) if lo < start else []
