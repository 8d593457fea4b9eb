"""Counts that stand among the parts, with their nouns: 1个城市云脑，A、B等5个支撑，3个中心（C、D、E）."""

import re

from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, counted
from extract.find.frameworks.stretches import group_parts, is_level, list_start, named_one, of_a_kind
from extract.spans.frameworks import framework_pattern

__all__ = ["by_counts"]

LONG_NOUN = 3
CLOSED = ("”", "」", "』", "’", '"')


def by_counts(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """The counts stand among the parts: 1个城市云脑，A、B等5个支撑，3个中心（C、D、E）."""
    marks: list[tuple[int, Group, re.Match[str]]] = []
    at = lo
    for i, group in enumerate(groups):
        noun = re.escape(group.noun) if group.noun else r"(?=[^，。；、）)\d+”\"])"
        m = re.compile(rf"{counted(group)}{noun}").search(text, at, hi)
        bare = m is not None and not group.noun and m.end() == m.start() + 1 and group.count != ANY
        if m is None and group.noun and len(groups) > 2:
            continue
        if m is None or (bare and text[m.start() - 1] not in "“「『"):
            return []
        marks.append((i, group, m))
        at = m.end()
    parts: list[Part] = []
    free = lo
    for nth, (i, group, m) in enumerate(marks):
        what = framework_pattern("counted_noun").match(text[m.end() : hi])
        noun_end = m.end() + (what.end() if what else 0)
        following = marks[nth + 1][2].start() if nth + 1 < len(marks) else hi
        noun_end = _before_and(text, m.end(), noun_end, following) if group.count == 1 else noun_end
        found, free = _counted_parts(text, free, m, min(noun_end, following), following, group, i)
        parts += found
    return parts


def _before_and(text: str, lo: int, hi: int, following: int) -> int:
    """1个总体方案和甲、乙、丙3个办法: the noun ends before 和, where a list for the next count begins."""
    joint = re.compile("[和与及]").search(text, lo + 2, hi)
    return joint.start() if joint and "、" in text[hi:following] else hi


def _counted_parts(
    text: str, free: int, m: re.Match[str], noun_end: int, following: int, group: Group, which: int
) -> tuple[list[Part], int]:
    """The parts of the group counted at `m`, and from where on the text is free for the next group."""
    before = text[free : m.start()].rstrip("“「『")
    adjacent = before.strip('，。；、,;和与及 \n“"（(') and before[-1:] not in '，。；、,;：:和与（(“"'
    if adjacent and group.count != 1:
        start = max(free, list_start(text, free + len(before)))
        lead = re.match(r"[、和与及\s]*(?:[^、]*?(?:即|包括|涵盖|：|:)|支撑|赋能|驱动)?", text[start : m.start()])
        start += lead.end() if lead else 0
        found = group_parts(text, start, noun_end, group, which)
        if found:
            return found, noun_end
    if text[m.end() : m.end() + 1] in CLOSED and group.noun:
        return [], m.end()
    if text[m.end() - 1] in CLOSED and framework_pattern("taken_up").match(text[m.end() :]):
        return [], noun_end
    opener = re.match(
        r"[：:（(]|[，,]?(?:即|包括|分别(?!服务|对应|面向|覆盖|负责|承担|用于|连接)|涵盖|是|为)",
        text[noun_end:following],
    )
    stop = following
    if opener and opener.group() in "（(":
        stop = _bracket_end(text, noun_end, following)
    if opener and group.count != 1:
        found = group_parts(text, m.start(), stop, group, which)
        if found and all(is_level(text[p.start : p.end]) for p in found):
            found = of_a_kind(text, m.start(), noun_end, group, which, len(found)) or found
        return found, stop
    if group.count != 1:
        apart = text[m.start() - 1 : m.start()] in tuple('，。；、：:,;+（(和与及加—“"') or (
            noun_end - m.end() >= LONG_NOUN and _after_verb(text, free, m)
        )
        return (of_a_kind(text, m.start(), noun_end, group, which) if apart else []), noun_end
    short = re.match(r"：([^，。；、：（）]{2,12})[；。，]", text[noun_end : following + 1])
    if short:
        return [Part(noun_end + 1, noun_end + 1 + len(short[1]), which)], noun_end + short.end()
    return named_one(text, m.end(), noun_end, which), noun_end


def _after_verb(text: str, free: int, m: re.Match[str]) -> bool:
    """Whether a verb or 的 stands right before the count: ，逐一搭建2个创新平台; 面向产业的3个公共中心."""
    clause = re.split("[，。；、：]", text[free : m.start()])[-1]
    verbs = framework_pattern("verb").finditer(clause)
    return clause.endswith("的") or any(v.end() == len(clause) for v in verbs)


def _bracket_end(text: str, start: int, hi: int) -> int:
    return min((at for c in "）)" if (at := text.find(c, start, hi)) >= 0), default=hi)
