"""Lists that no word ties to a name with several counts, only the tally: one for each count, or one for them all.

纺织、食品、包装三大支柱产业转型，光通信、新材料两大新兴产业集聚，形成“3+2”格局.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.find.frameworks.lists import Item, best_split, clauses_of
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import LONGEST, Part, counted, sentence_end
from extract.find.frameworks.stretches import NEXT_CLAUSE, after_verb, group_parts, is_level, so_many
from extract.spans.frameworks import framework_pattern

__all__ = ["by_sum", "list_for_each_count"]

QUOTED = re.compile("[“「『（(][^“”「」『』（）()]*[”」』）)]")
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


def by_sum(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """One plain list with as many parts as the counts make together, up to the end of the sentence or of its clause."""
    if any(g.count == ANY for g in groups[:-1]):
        return []
    marker = framework_pattern("brings_in").match(text[lo:hi])
    start = lo + marker.end() if marker else lo
    composed = framework_pattern("composed").search(text[start : min(hi, sentence_end(text, start, "，。；\n"))])
    hi = start + composed.start() if composed else hi
    clause = min(hi, sentence_end(text, start, "，；。\n"))
    whole = _summed(text, start, hi, groups)
    if whole or not clause < hi:
        return whole
    if marker:
        return _summed(text, start, clause, groups)
    return _echoing_clause(text, lo, hi, groups)


def _echoing_clause(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """“一湾两岸”建设，数字湾、北岸、南岸协同推进: the next clause lists as many as the counts come to, each with its noun."""
    clause = NEXT_CLAUSE.match(text[lo : hi + 1])
    if clause is None or not all(g.noun for g in groups):
        return []
    tail = framework_pattern("list_tail").search(clause["list"])
    start = lo + clause.start("list")
    parts = _summed(text, start, start + (tail.start() if tail else len(clause["list"])), groups)
    return parts if all(groups[p.group].noun in text[p.start : p.end] for p in parts) else []


def _summed(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """The parts in `text[lo:hi]`, if they are as many as the counts come to."""
    last = groups[-1]
    many = last.count == ANY
    total = sum(g.count for g in groups) + many
    tail = last.count > 1 and re.search(rf"(?:等|这|共)?{counted(last)}[^，。；、：]{{0,6}}$", text[lo:hi])
    items, more = best_split(text, lo, lo + tail.start() if tail else hi, total)
    if many and len(items) == total:
        vague = framework_pattern("vague").match(text[slice(*items[-1])])
        items = [*items[:-1], (items[-1][0] + vague.end(), items[-1][1])] if vague else []
    if len(items) != total or more or any(not 0 < e - s <= LONGEST or "，" in text[s:e] for s, e in items):
        return []
    if any(re.search(r"\d[余多]?[个家项万亿]", text[s:e]) for s, e in items):
        return []
    if any("、" in QUOTED.sub("", text[s:e]) for s, e in items):
        return []  # the list is one of the clauses
    if any(re.search(counted(g), text[s:e]) for s, e in items for g in groups if not g.noun):
        return []
    of = [i for i, g in enumerate(groups) for _ in range(g.count or 1)]
    parts = [Part(s, e, which) for (s, e), which in zip(items, of, strict=True)]
    return parts if all(_of_one_noun(text, parts, i, g) for i, g in enumerate(groups)) else []


def _of_one_noun(text: str, parts: list[Part], which: int, group: Group) -> bool:
    """Whether all or none of a group end in its noun: 服务中心、成果转化、孵化中心 are no 三中心."""
    alike = [text[p.start : p.end].endswith(group.noun) for p in parts if p.group == which]
    return len(group.noun) < 2 or all(alike) or not any(alike)
