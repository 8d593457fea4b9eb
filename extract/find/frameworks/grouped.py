"""Parts of a name with several counts: each stretch of text that may tell them, read in each way that counts are told."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.find.frameworks.flat import BRACKET, NEXT_CLAUSE
from extract.find.frameworks.lists import best_split
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.numbered import NEAR, numbered
from extract.find.frameworks.parts import (
    LONGEST,
    Part,
    Spelled,
    counted,
    group_parts,
    is_level,
    list_start,
    named_one,
    of_a_kind,
    satisfied,
    sentence_end,
)
from extract.find.frameworks.runs import by_clauses, by_roles, counted_after, counted_run
from extract.find.frameworks.tallies import list_for_each_count
from extract.find.frameworks.told import Told
from extract.find.frameworks.under import line_for_each_count
from extract.spans.frameworks import framework_pattern

__all__ = ["by_references", "several_counts"]

ORDER = "(?:第[一二三四五]个|[前后首另]一?个?|最后一个)?"
"""Which of several equal counts is taken up: 第二个“1”, 前一个“3”."""
MEASURED = re.compile("[个大类项套张朵条种层级支座款部家块本批]$")
LONG_NOUN = 3
NUMBERED = re.compile(r"(?<![\d.])(?P<number>\d{1,3})(?P<what>[^\d，。；、：\n][^，。；、：\n]*)")
UNITS = ("秒", "分钟", "小时", "天", "日", "个工作日", "公里", "米", "次")
QUOTED = re.compile("[“「『（(][^“”「」『』（）()]*[”」』）)]")
CLOSED = ("”", "」", "』", "’", '"')


def _numbers_told(text: str, lo: int, hi: int, groups: list[Group]) -> Spelled | None:
    """“135”工作法，即1小时响应、3小时到场、5小时办结: items that begin with numbers which make up the name."""
    marker = framework_pattern("brings_in").match(text[lo:hi])
    if marker is None or any(g.noun for g in groups):
        return None
    hi = sentence_end(text, lo + marker.end())
    items = list(NUMBERED.finditer(text, lo + marker.end(), hi))
    whole = "".join(m["number"] for m in items) == "".join(g.text for g in groups)
    units = all(len(m["what"]) > 2 and m["what"].startswith(UNITS) for m in items)
    return Spelled(tuple(Part(*m.span()) for m in items), True, items[-1].end()) if whole and units else None


def several_counts(told: Told, end: int, groups: list[Group]) -> Spelled | None:
    """A name with several counts."""
    text = told.text
    if numbers := _numbers_told(text, end, sentence_end(text, end), groups):
        return numbers
    bracket = BRACKET.match(text[end : end + NEAR])
    stretches = []
    if bracket:
        stretches.append((end + bracket.start("inside"), end + bracket.end("inside")))
    sentence = sentence_end(text, end)
    stretches.append((end, sentence))
    best: Spelled | None = None
    for lo, hi in stretches:
        best = _best(best, _ways_here(text, lo, hi, groups), groups)
        if best and best.complete:
            return best
    for hi in (sentence_end(text, sentence + 1), min(len(text), end + NEAR)):
        best = _best(best, _ways_on(text, end, sentence + 1, hi, groups), groups)
        if best and best.complete:
            return best
    best = _best(best, iter([list_for_each_count(text, end, sentence, groups)]), groups)
    lines = line_for_each_count(told, end, groups)
    if lines and (best is None or len(lines) > len(best.parts)):
        return Spelled(tuple(lines), satisfied(tuple(lines), groups), max(p.end for p in lines))
    if (best is None or not best.complete) and (each := _numbered_through(text, end, groups)):
        return Spelled(tuple(each), True, each[-1].description[1] if each[-1].description else each[-1].end)
    if best is None and (first := numbered(text, end, groups[0].count)):
        return Spelled(tuple(first), satisfied(tuple(first), groups), first[-1].end)
    return best


def _ways_here(text: str, lo: int, hi: int, groups: list[Group]) -> Iterator[list[Part]]:
    """How the sentence of the name, or the bracket after it, may tell the parts."""
    yield by_roles(text, lo, hi, groups)
    yield by_references(text, lo, hi, groups)
    yield _by_counts(text, lo, hi, groups)
    yield _by_sum(text, lo, hi, groups)
    yield by_clauses(text, lo, hi, groups)
    yield counted_run(text, lo, hi, groups)
    yield counted_after(text, lo, hi, groups)


def _ways_on(text: str, lo: int, after: int, hi: int, groups: list[Group]) -> Iterator[list[Part]]:
    """How the sentences from `after` on may tell the parts: the counts among them only where they open a sentence or tell all."""
    yield by_roles(text, lo, hi, groups)
    yield by_references(text, lo, hi, groups)
    counts = _by_counts(text, after, hi, groups)
    if re.match(rf"\s*[“\"「『]?{counted(groups[0])}", text[after:hi]) or (
        satisfied(tuple(counts), groups) and "\n" not in text[after:hi].rstrip("\n")
    ):
        yield counts


def _best(best: Spelled | None, ways: Iterator[list[Part]], groups: list[Group]) -> Spelled | None:
    """The way that tells all parts, else the one that tells most."""
    for parts in ways:
        if not parts:
            continue
        told = Spelled(tuple(parts), satisfied(tuple(parts), groups), max(p.end for p in parts))
        if best is None or (told.complete, len(told.parts)) > (best.complete, len(best.parts)):
            best = told
    return best


def _numbered_through(text: str, end: int, groups: list[Group]) -> list[Part]:
    """“两图一码”：一是部件图，…；二是管网图，…；三是统一编码，…: the clauses are numbered through the counts, as many as they come to."""
    if any(g.count == ANY for g in groups):
        return []
    of = [which for which, g in enumerate(groups) for _ in range(g.count)]
    return [replace(p, group=which) for p, which in zip(numbered(text, end, len(of)), of, strict=False)]


def _taken_up(text: str, at: int, hi: int, group: Group) -> tuple[int, int] | None:
    """Where a count is taken up again: “1”指, 第二个“1”即, 三融即, 两个平台是."""
    token = re.compile(rf"{ORDER}[“\"「『‘]?{counted(group)}")
    for m in token.finditer(text, at, hi):
        for noun in _nouns(text, m, group):
            end = m.end() + len(noun)
            end += len(re.match(r"[”\"」』’]?[，,]?", text[end:hi]).group())  # type: ignore[union-attr]
            said = framework_pattern("taken_up").match(text[end:hi])
            if said is None and group.count != 1:
                said = framework_pattern("reaches").match(text[end:hi])
            # 1个数字底座：… is told by its own rule.
            if said and not (noun and not group.noun and noun != "一" and said.group()[0] in "：:—"):
                return m.start(), end + said.end()
    return None


def _nouns(text: str, m: re.Match[str], group: Group) -> Iterator[str]:
    """What may stand between the count `m` and what is said of it: the noun of the name, or its first character.

    For a bare number also any noun after a measure word: 1张网为….
    """
    after = text[m.end() :]
    if group.noun:
        apart = text[m.start() - 1 : m.start()] in tuple("，。；：、（(\n") or m.group()[0] in "“「"
        shorter = [group.noun[:1]] if apart and len(group.noun) > 2 else []
        yield from (n for n in [group.noun, *shorter] if after.startswith(n))
        return
    yield "一" if after.startswith(("一”", "一」", "一’")) else ""
    if MEASURED.search(m.group()):
        clause = re.match(r"[^，。；、：:（(）)“”\n]{1,12}", after)
        yield from (clause.group()[:n] for n in range(1, len(clause.group()) + 1)) if clause else ()


def by_references(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """Each count of the name is taken up again, in the order of the name or in another."""
    at, found = lo, list[tuple[int, tuple[int, int]]]()
    for i, group in enumerate(groups):
        if m := _taken_up(text, at, hi, group):
            found.append((i, m))
            at = m[1]
        elif (m := _taken_up(text, lo, hi, group)) and all(m[1] <= a or b <= m[0] for _, (a, b) in found):
            found.append((i, m))
    found.sort(key=lambda f: f[1])
    if len(found) < min(2, len(groups)) and not (found and groups[found[0][0]].noun):
        return []
    parts: list[Part] = []
    for k, (i, (_, start)) in enumerate(found):
        stop = min(hi, sentence_end(text, start))
        if k + 1 < len(found):
            stop = min(stop, found[k + 1][1][0])
        else:
            stop = min((x for c in "；;" if (x := text.find(c, start, stop)) >= 0), default=stop)
        parts += group_parts(text, start, stop, groups[i], i)
    return sorted(parts, key=lambda p: p.group)


def _by_counts(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
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


def _by_sum(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
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
