"""Parts told without naming the counts again: 即甲，乙和丙 | 一个目标、两条主线 | 一张列需求，一张列供给 | 核心圈衡量…，支撑圈衡量….

Each way asks for exactly as many clauses or items as the name counts.
"""

import re

from extract.find.frameworks.lists import Item, best_split, clauses_of
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import LONGEST, Part, counted, sentence_end
from extract.find.frameworks.stretches import group_parts, so_many
from extract.spans.frameworks import framework_pattern
from extract.words import lexicon

__all__ = [
    "aspects",
    "by_clauses",
    "by_roles",
    "clause_heads",
    "counted_after",
    "counted_run",
    "each_of_them",
    "run_of_counts",
    "subjects",
]

BARE = 3
"""A counted noun shorter than this keeps its count, but for one in digits: 一朵云, 两张网."""
ORDINAL = re.compile("第[一二三四五六七八九十]")
"""第一道防线是海塘: what it is names the part."""
COLON = re.compile(r"[”\"」』’]?[^，。；：:、（）()\n]{0,16}[：:](?=[^\n])")
LONGEST_HEAD = 10
SUBJECT = 6
"""What a clause says something of is not longer, where the clauses name the parts."""


def counted_run(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """The counts again with their nouns after a name: 一朵云、两张网、三张清单 | 建设一个中心，打造三大平台."""
    if any(g.noun for g in groups) or len(groups) < 2:
        return []
    marker = framework_pattern("brings_in").match(text[lo:hi])
    return run_of_counts(text, marker.end() + lo if marker else _over(text, lo, hi, "，、"), hi, groups)


def run_of_counts(text: str, at: int, hi: int, groups: list[Group]) -> list[Part]:
    """The counts with their nouns, one right after the other from `at` on.

    A noun of its own, and one counted in digits, stands without its count; after a verb, a noun such as 目标 or 任务 names nothing.
    """
    parts: list[Part] = []
    for which, group in enumerate(groups):
        count = re.compile(counted(group)).search(text, at, min(hi, at + 12))
        if count is None:
            return []
        lead = text[at : count.start()]
        verb = framework_pattern("verb").fullmatch(lead.lstrip("、，；,;+和与及以"))
        stop = re.compile(r"[、，；。,;+\n]|(?:和|以及|及)(?=[^、，；。]{0,6}(?:[一二三四五六七八九十]|\d))|$").search(
            text, count.end(), hi
        )
        end = stop.start() if stop else hi
        noun = text[count.end() : end]
        abstract = framework_pattern("abstract").match(noun)
        if (
            not 0 < len(noun) <= LONGEST
            or re.search("[：:（(“”]", noun)
            or (lead.strip("、，；,;+和与及以") and not verb)
        ):
            return []
        nameless = abstract and (verb or (count.group()[0].isdigit() and len(noun) < BARE))
        if not nameless:
            bare = (len(noun) >= BARE or count.group()[0].isdigit()) and not abstract
            start = count.end() if bare else count.start()
            parts.append(Part(start, end, which))
        at = end
    return parts if len(parts) == len(groups) else []


def counted_after(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """即数据中心1个，管理、服务、营销平台3个: clauses that end in the counts."""
    marker = framework_pattern("brings_in").match(text[lo:hi])
    if marker is None or any(g.noun for g in groups):
        return []
    here = text[lo + marker.end() : hi]
    ways = (list(re.finditer(f"[^{stops}]+", here))[: len(groups)] for stops in ("，；。\n", "、和与及，；。\n"))
    return next(
        (parts for clauses in ways if (parts := _counted_clauses(text, lo + marker.end(), clauses, groups))), []
    )


def _counted_clauses(text: str, lo: int, clauses: list[re.Match[str]], groups: list[Group]) -> list[Part]:
    """A clause for each count that ends in it: 数据中心1个."""
    parts: list[Part] = []
    for which, (clause, group) in enumerate(zip(clauses, groups, strict=False)):
        count = re.search(rf"{counted(group)}$", clause.group())
        a, b = lo + clause.start(), lo + clause.start() + (count.start() if count else 0)
        items, _ = best_split(text, a, b, group.count)
        if not count or not all(2 <= end - start <= LONGEST for start, end in items):
            return []
        parts += [Part(start, end, which) for start, end in items]
    return parts if len(clauses) == len(groups) else []


def by_clauses(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """A clause for each count: 即政务云，政务外网和物联专网，数据共享平台、协同办公平台和应急指挥平台."""
    marker = framework_pattern("brings_in").match(text[lo:hi])
    if marker is None or len(groups) < 2:
        return []
    at = lo + marker.end()
    for stop in ("；", "，"):
        clauses = [(at + m.start(), at + m.end()) for m in re.finditer(f"[^{stop}]+", text[at:hi])]
        tail = _tail(text, clauses, groups)
        if len(clauses) != len(groups) and not tail:
            continue
        parts: list[Part] = []
        for which, ((a, b), group) in enumerate(zip(clauses, groups, strict=False)):
            found = group_parts(text, a, b, group, which)
            if group.count == 1 and any("、" in text[p.start : p.end] for p in found):
                break
            if not found or (group.count not in (ANY, len(found)) and found[0].stands_for == 1):
                break
            parts += found
        else:
            return [*parts, *tail]
    return []


def _tail(text: str, clauses: list[Item], groups: list[Group]) -> list[Part]:
    """直达民生, the clause after those of the counts, where the name ends in 三同直达: it is counted by none of them."""
    if len(clauses) <= len(groups) or any(g.count == ANY for g in groups):
        return []
    start, end = clauses[len(groups)]
    last = groups[-1].noun[-2:]
    named = len(groups[-1].noun) > 2 and text.startswith(last, start) and 2 < end - start <= LONGEST
    return [Part(start, end, len(groups) - 1, stands_for=0)] if named else []


def by_roles(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """What plays the part of each count: 以甲为核心、以乙和丙为两翼，带动多个县域节点协同发展."""
    at, parts = lo, list[Part]()
    for which, group in enumerate(groups):
        role = _role(text, at, hi, group)
        if role is None and group.count == ANY:
            role = framework_pattern("brought_along").search(text, at, hi)
        if role is None and parts and (own := _counted_list(text, at, hi, group, which)):
            parts, at = [*parts, *own], own[-1].end
            continue
        if role is None and not parts:
            return []
        if role is None:
            continue
        first, stop = role.span("list")
        tail = re.search(rf"(?:等|这)?{counted(group)}[^、]{{1,6}}$", text[first:stop]) if group.count > 1 else None
        items, _ = best_split(text, first, first + tail.start() if tail else stop, group.count)
        if any(not 2 <= b - a <= LONGEST for a, b in items) or (group.count != ANY and len(items) != group.count):
            return []
        parts += [Part(a, b, which) for a, b in items]
        at = role.end()
    return parts if len({p.group for p in parts}) > 1 else []


def _counted_list(text: str, lo: int, hi: int, group: Group, which: int) -> list[Part]:
    """培育甲、乙、丙三个支撑产业, where the other counts are told by the roles they play."""
    if not group.noun or group.count < 2:
        return []
    again = re.compile(rf"、[^，。；\n]*?{counted(group)}{re.escape(group.noun)}")
    clause = next((item for item in clauses_of(text, lo, hi) if again.search(text, *item)), None)
    return so_many(text, *clause, group, which) if clause else []


def _role(text: str, lo: int, hi: int, group: Group) -> re.Match[str] | None:
    """以甲为核心 | 、乙和丙为两翼 | 将丁作为“一主”: `list` is who plays it."""
    if not group.noun:
        return None
    end = "(?=[，、。；,;的\n]|$)"
    noun = rf"(?:{counted(group)})?[一-鿿]{{0,2}}{re.escape(group.noun)}[一-鿿]{{0,2}}"
    if group.count == 1:
        noun = rf"(?:{noun}|核心|主体|龙头|中心|引领|主轴)"
    names = r"(?P<list>(?:[^，。；：:;\n以为“”]|为(?=[市县区]))(?:[^，。；：:;\n以为“”]|为(?=[市县区])){1,60}?)"
    return re.compile(
        rf"(?:以|将|把|(?<=[、，；：（(\n]))(?:[“\"「『])?{names}[”\"」』]?(?:作)?为[“\"「『]?{noun}[”\"」』]?{end}"
    ).search(text, lo, hi)


def each_of_them(text: str, end: int, count: int) -> list[Part]:
    """“三张清单”，一张列需求，一张列供给，一张列政策."""
    lo = _over(text, end, len(text), "，：。；")
    clauses = [(lo + m.start(), lo + m.end()) for m in re.finditer("[^，；、]+", text[lo : sentence_end(text, lo)])]
    found = [framework_pattern("one_of_them").match(text[a:b]) for a, b in clauses[:count]]
    if len(found) != count or len({m["one"] for m in found if m}) != 1 or not all(found):
        return []
    return [Part(a + m.start("what"), a + m.end("what")) for (a, _), m in zip(clauses, found, strict=False) if m]


def _over(text: str, lo: int, hi: int, stops: str) -> int:
    """Past the closing quotation mark, the words that say what was named, and one of `stops`."""
    m = re.match(rf"[”\"」』’]?[^，。；：、\n]{{0,12}}[{stops}]?", text[lo:hi])
    return lo + (m.end() if m else 0)


def subjects(text: str, end: int, group: Group) -> list[Part]:
    """“三圈层”模型：核心圈衡量数字交付，支撑圈衡量…: clauses whose subjects are as long as each other and end alike."""
    opener = re.match(r"[”\"」』’]?[^，。；：、\n]{0,12}：", text[end:])
    if opener is None or group.count < BARE:
        return []
    lo = end + opener.end()
    clauses = [(lo + m.start(), lo + m.end()) for m in re.finditer("[^，；]+", text[lo : sentence_end(text, lo)])]
    said = [framework_pattern("says").search(text[a:b]) for a, b in clauses]
    if len(clauses) != group.count or not all(said):
        return []
    parts = [Part(a, a + m.start(), 0, (a + m.start(), b)) for (a, b), m in zip(clauses, said, strict=True) if m]
    names = [text[p.start : p.end] for p in parts]
    if all(ORDINAL.match(n) for n in names):
        parts = [Part(a + m.end(), b) for (a, b), m in zip(clauses, said, strict=True) if m]
        return parts if all(2 <= p.end - p.start <= LONGEST for p in parts) else []
    alike = len({len(n) for n in names}) == 1 and len({n[-1:] for n in names}) == 1
    return parts if alike and 2 <= len(names[0]) <= SUBJECT else []


def aspects(text: str, end: int, count: int) -> list[Part]:
    """“五位一体”评价框架，从基础、能力、应用、成效、保障五个方面开展评估."""
    m = framework_pattern("aspects").match(text[end:])
    if m is None:
        return []
    items, more = best_split(text, end + m.start("list"), end + m.end("list"), count)
    fits = len(items) == count and not more and all(0 < b - a <= LONGEST for a, b in items)
    return [Part(a, b) for a, b in items] if fits else []


def clause_heads(text: str, end: int, count: int) -> list[Part]:
    """“三个一”体系：一屏观全城，依托…；一码通泉城，以…；一键达企业，通过…: what stands before the comma of each clause."""
    colon = COLON.match(text, end)
    if colon is None or count < 2:
        return []
    lo = end + len(colon.group())
    hi = sentence_end(text, lo)
    if any(text.startswith(names[0].rstrip("，："), lo) for names in lexicon("frameworks")["enumerators"]["rows"]):
        return []
    clauses = [(lo + m.start(), lo + m.end()) for m in re.finditer("[^；;]+", text[lo:hi])]
    heads = [re.match(rf"[一-鿿A-Za-z]{{2,{LONGEST_HEAD}}}(?=[，,：:])", text[a:b]) for a, b in clauses]
    if len(clauses) != count or not all(heads):
        return []
    spans = [(a, a + len(h.group()), b) for (a, b), h in zip(clauses, heads, strict=True) if h]
    if max(b - a for a, b, _ in spans) - min(b - a for a, b, _ in spans) > 3:
        return []
    return [Part(a, b, 0, (b + 1, stop)) for a, b, stop in spans]
