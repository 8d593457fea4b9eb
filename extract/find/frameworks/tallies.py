"""A list for each count of a name, each in a clause of its own, before the name or after it: no word ties them to it, only the tally.

纺织、食品、包装三大支柱产业转型，光通信、新材料两大新兴产业集聚，形成“3+2”格局.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.find.frameworks.lists import Item, clauses_of
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, after_verb, counted, group_parts, is_level, so_many
from extract.spans.frameworks import framework_pattern

__all__ = ["list_for_each_count"]

FEWEST = 2
"""Lists whose lengths agree with the name; one alone may do so by chance."""


def list_for_each_count(text: str, lo: int, hi: int, groups: Sequence[Group]) -> list[Part]:
    """The lists in `text[lo:hi]`, in the order of the counts: one for every count, or each counted again where it stands."""
    here = clauses_of(text, lo, hi)
    at, parts, lists, again = 0, list[Part](), 0, 0
    several = [which for which, group in enumerate(groups) if group.count != 1]
    for which in several:
        nth, own = _next_list(text, here, at, groups[which], which)
        if not own:
            continue
        single = _single(text, here[at:nth][-1:], groups, which - 1)
        parts, at, lists = [*parts, *single, *own], nth + 1, lists + 1
        again += groups[which].count != ANY and bool(
            re.search(counted(groups[which]), text[own[-1].end : here[nth][1]])
        )
    if not parts:
        return []
    if parts[-1].group != len(groups) - 1:
        parts += _single(text, here[at : at + 1], groups, len(groups) - 1)
    return parts if (lists == len(several) >= FEWEST) or (0 < again == lists) else []


def _next_list(text: str, here: list[Item], at: int, group: Group, which: int) -> tuple[int, list[Part]]:
    """The first of the clauses from `at` on that lists as many as the count says, levels of government aside."""
    for nth in range(at, len(here)):
        if re.compile(counted(group)).match(text, here[nth][0]):
            continue  # 5个平台服务甲、乙、丙、丁、戊五个行业
        own = so_many(text, *here[nth], group, which)
        if not own and group.count == ANY and framework_pattern("vague").match(text[after_verb(text, *here[nth]) :]):
            own = group_parts(text, after_verb(text, *here[nth]), here[nth][1], group, which)
        if own and not all(is_level(text[p.start : p.end]) for p in own):
            return nth, own
    return -1, []


def _single(text: str, beside: list[Item], groups: Sequence[Group], which: int) -> list[Part]:
    """What the clause beside a list builds, where the name counts one there; the last may also count what is not listed."""
    if which < 0 or not beside or (groups[which].count != 1 and which < len(groups) - 1):
        return []
    lo, hi = beside[0]
    start = after_verb(text, lo, hi)
    told = lo < start or framework_pattern("said").match(text[lo:hi])
    one = replace(groups[which], count=1) if groups[which].count == ANY else groups[which]
    return group_parts(text, start, hi, one, which) if told else []
