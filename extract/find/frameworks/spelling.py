"""Where a paper spells out the parts of a framework: before its name, in brackets after it, 即…, “1”指…, 一是…二是…, bullets."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.find.case_studies.openings import ordinal_of
from extract.find.frameworks.lists import Item, best_split, leading_cut, trimmed
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import (
    LONGEST,
    SAID,
    Part,
    Spelled,
    counted,
    group_parts,
    list_start,
    listed_before,
    satisfied,
    section_end,
)
from extract.find.frameworks.told import Told

__all__ = ["described", "spelled"]

NEAR = 900
"""Characters after a name in which its parts may be told."""
MARKER = re.compile(
    r"^[”\"」』’]?(?P<of>[^，。；：:、（）()\n]{0,26}?)(?:[，,：:。\s]|——|—)?(?:其中|具体|主要|分别|这|它|该体系|它们)*[，,：:]?"
    r"(?:即为|即|分别为|分别是|分别指|包括了?|包含了?|涵盖了?|就是|指的是|是指|具体为|：|:|——|由(?=[^。\n]*(?:组成|构成)))"
)
BRACKET = re.compile(
    r"^[”\"」』’]?[^，。；：:、（）()\n]{0,24}?[（(](?P<inside>(?:[^（）()\n]|[（(][^（）()]*[）)])*)[）)]"
)
NEXT_CLAUSE = re.compile(r"^[”\"」』’]?[^，。；：:、（）()\n]{0,24}?[，,](?P<list>[^，。；：:\n]+)[。；\n]")
FIRST_OF = (
    ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"],
    ["一要", "二要", "三要", "四要", "五要", "六要", "七要", "八要", "九要", "十要"],
    ["第一，", "第二，", "第三，", "第四，", "第五，", "第六，", "第七，", "第八，", "第九，", "第十，"],
    ["（1）", "（2）", "（3）", "（4）", "（5）", "（6）", "（7）", "（8）", "（9）", "（10）"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
    ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"],
)


def spelled(told: Told, start: int, end: int, shape: str, groups: list[Group]) -> Spelled | None:
    """The parts of the framework named at `start` to `end`, else None."""
    if shape in ("joined", "dashed"):
        return _in_the_name(told.text, start, end, shape)
    found = _flat(told, start, end, groups) if len(groups) == 1 else _grouped(told, end, groups)
    if shape in ("sum", "listed") or (found is None and len(groups) > 1):
        found = _ones(told.text, start, end, found, groups, shape)
    return found


def _in_the_name(text: str, start: int, end: int, shape: str) -> Spelled:
    """政务云+城市中台+典型应用; “云-边-端”三级架构."""
    close = re.search(r"[”\"」』’]", text[start:end])
    stop = start + close.start() if close and shape == "dashed" else end
    items, at = [], start
    for m in re.finditer(r"\+|—+|[-–－→]", text[start:stop]):
        items.append((at, start + m.start()))
        at = start + m.end()
    items = [*items, (at, stop)]
    if text[start - 1 : start] not in ("“", "「", "『", "‘", '"') and shape == "joined":
        items = leading_cut(text, items)
    lead = len(text[start:stop]) - len(text[start:stop].lstrip('“「『‘"'))
    items[0] = (items[0][0] + lead if shape == "dashed" else items[0][0], items[0][1])
    return Spelled(tuple(Part(lo, hi) for lo, hi in items), True, end)


def _flat(told: Told, start: int, end: int, groups: list[Group]) -> Spelled | None:
    """A name with one count."""
    text, group = told.text, groups[0]
    for parts in _flat_ways(text, start, end, group):
        if parts:
            full, stop = described(text, end, parts)
            return Spelled(tuple(full), len(parts) == group.count, stop)
    first = _one_is(text, end, group.count) or _items(told, end, group.count)
    return (
        Spelled(tuple(first), True, first[-1].description[1] if first[-1].description else first[-1].end)
        if first
        else None
    )


def _flat_ways(text: str, start: int, end: int, group: Group) -> Iterator[list[Part]]:
    yield listed_before(text, start, group)
    bracket = BRACKET.match(text[end : end + NEAR])
    if bracket:
        yield _list(text, end + bracket.start("inside"), end + bracket.end("inside"), group)
    marker = MARKER.match(text[end : end + NEAR])
    if marker:
        lo = end + marker.end()
        yield _list(text, lo, section_end(text, lo), group)
    clause = NEXT_CLAUSE.match(text[end : end + NEAR])
    if clause and group.count >= 3:
        items, more = best_split(text, end + clause.start("list"), end + clause.end("list"), group.count)
        if len(items) == group.count and not more and _alike(text, items):
            yield [Part(lo, hi) for lo, hi in items]


def _alike(text: str, items: list[Item]) -> bool:
    """Whether a list that no word brings in looks like one: short parts, about equally long, without quotation marks."""
    lengths = [hi - lo for lo, hi in items]
    bare = not any(c in text[items[0][0] : items[-1][1]] for c in "“”「」《》")
    return bare and max(lengths) <= 12 and max(lengths) - min(lengths) <= 3


def _list(text: str, lo: int, hi: int, group: Group) -> list[Part]:
    """A list that a word such as 即 brings in; 一是…二是… is for another rule."""
    said = SAID.match(text[lo:hi])
    lo += said.end() if said else 0
    composed = re.search(r"(?:等)?(?:共同)?(?:组成|构成)[^，。；]*$", text[lo:hi])
    hi = lo + composed.start() if composed else hi
    if any(text.startswith(names[0], lo) for names in FIRST_OF):
        return []
    return group_parts(text, lo, hi, group, 0)


def described(text: str, end: int, parts: list[Part]) -> tuple[list[Part], int]:
    """The parts with what 一是…二是… says of each, where there are as many clauses as parts."""
    last = max(p.end for p in parts)
    clauses = _clauses(text, max(end, last), len(parts))
    if not clauses:
        return parts, max(end, last)
    found = []
    for part, clause in zip(parts, clauses, strict=True):
        own = [c for c in clauses if text[part.start : part.end] in text[c[0] : c[1]]]
        found.append(replace(part, description=own[0] if len(own) == 1 else clause))
    return found, clauses[-1][1]


def _clauses(text: str, start: int, count: int) -> list[Item]:
    """The `count` clauses of 一是…二是… that begin in this sentence or the next."""
    reach = section_end(text, section_end(text, start) + 1)
    for names in FIRST_OF:
        at = text.find(names[0], start, reach)
        if at < 0 or not 2 <= count <= len(names):
            continue
        starts = [at]
        for name in names[1 : count + 1]:
            starts.append(text.find(name, starts[-1] + 1, start + NEAR) if starts[-1] >= 0 else -1)
        if -1 in starts[:count] or (len(starts) > count and starts[count] >= 0):
            continue
        ends = [*starts[1:count], section_end(text, starts[count - 1])]
        return [
            (lo + len(name), lo + len(text[lo:hi].rstrip("；。，;,\n ")))
            for lo, hi, name in zip(starts, ends, names, strict=False)
        ]
    return []


def _one_is(text: str, end: int, count: int) -> list[Part]:
    """一是网格化，做实…；二是数字化，…: the first words of each clause name the part."""
    found = []
    for lo, hi in _clauses(text, end, count):
        stop = re.search(r"[，。；：:,;]", text[lo:hi])
        start, stop_at = trimmed(text, lo, lo + stop.start() if stop else hi)
        if not 0 < stop_at - start <= LONGEST:
            return []
        found.append(Part(start, stop_at, 0, (lo, hi)))
    return found


def _items(told: Told, end: int, count: int) -> list[Part]:
    """Bullets or numbered lines under the sentence that names the framework, exactly as many as it says."""
    lines = _lines(told, end)
    alike = [line for line in lines if line]
    if len(alike) != count:
        return []
    found = []
    for lo, hi in alike:
        head = re.search(r"[：:。，,]|——", told.text[lo:hi])
        start, stop = trimmed(told.text, lo, lo + head.start() if head else hi)
        if not 0 < stop - start <= LONGEST:
            return []
        found.append(Part(start, stop, 0, (lo + head.end(), hi) if head and head.end() < hi - lo else None))
    return found


def _lines(told: Told, end: int) -> list[Item]:
    """The list items right after the passage in which the name's sentence is the last, without their numbers."""
    text = told.text
    close = section_end(text, end)
    line_end = text.find("\n", end)
    if text[close:line_end].strip("。：:\n ”"):
        return []
    found, at, kind = [], line_end + 1, None
    for passage in told.passages[1:]:
        stop = text.find("\n", at)
        mark = ordinal_of(text[at:stop])
        if not mark.strip() or (kind is not None and passage.kind != kind):
            break
        kind = passage.kind
        found.append((at + len(mark), stop))
        at = stop + 1
    return found


def _grouped(told: Told, end: int, groups: list[Group]) -> Spelled | None:
    """A name with several counts."""
    text = told.text
    bracket = BRACKET.match(text[end : end + NEAR])
    stretches = []
    if bracket:
        stretches.append((end + bracket.start("inside"), end + bracket.end("inside")))
    sentence = section_end(text, end)
    stretches += [(end, sentence), (end, section_end(text, sentence + 1)), (end, min(len(text), end + NEAR))]
    best: Spelled | None = None
    for n, (lo, hi) in enumerate(stretches):
        ways = [_by_references(text, lo, hi, groups)]
        if n <= (1 if bracket else 0):
            ways += [_by_counts(text, lo, hi, groups), _by_sum(text, lo, hi, groups)]
        for parts in ways:
            if parts and (best is None or len(parts) > len(best.parts)):
                best = Spelled(tuple(parts), satisfied(tuple(parts), groups), max(p.end for p in parts))
        if best and best.complete:
            return best
    return best


def _reference(group: Group) -> re.Pattern[str]:
    """“1”指, 第二个“1”即, 三融即, 两个平台是."""
    noun = re.escape(group.noun)
    token = rf"{counted(group)}{noun}" if noun else rf"{counted(group)}(?:一(?=[”\"」』’]))?"
    said = r"(?:(?:就|则|主要|具体|分别|也)*(?:是指|指的是|即为|即|分别为|分别是|为(?!了)|是|指(?!数(?![字据])|[挥导标南引向令针])|代表(?!性)|包括|涵盖|：|:|——|—))"
    return re.compile(rf"(?:第[一二三四五]个)?[“\"「『‘]?{token}[”\"」』’]?[，,]?{said}")


def _by_references(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """Each count of the name is taken up again, in order."""
    at, found = lo, []
    for i, group in enumerate(groups):
        m = _reference(group).search(text, at, hi)
        if m:
            found.append((i, m))
            at = m.end()
    if len(found) < min(2, len(groups)) and not (found and groups[found[0][0]].noun):
        return []
    parts: list[Part] = []
    for k, (i, m) in enumerate(found):
        stop = found[k + 1][1].start() if k + 1 < len(found) else min(hi, section_end(text, m.end()))
        stop = min(stop, section_end(text, m.end()))
        if k + 1 == len(found):
            semicolon = min((x for c in "；;" if (x := text.find(c, m.end(), stop)) >= 0), default=stop)
            stop = semicolon
        parts += group_parts(text, m.end(), stop, groups[i], i)
    return parts


def _by_counts(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """The counts stand among the parts: 1个城市云脑，A、B等5个支撑，3个中心（C、D、E）."""
    marks, at = [], lo
    for group in groups:
        noun = re.escape(group.noun) if group.noun else r"(?=[^，。；、）)\d+”\"])"
        m = re.compile(rf"{counted(group)}{noun}").search(text, at, hi)
        if m is None or (not group.noun and m.end() == m.start() + 1 and group.count != ANY):
            return []
        marks.append(m)
        at = m.end()
    parts: list[Part] = []
    free = lo
    for i, (m, group) in enumerate(zip(marks, groups, strict=True)):
        noun_end = m.end() + len((re.match(r"[^，。；、：:（(）)]*", text[m.end() : hi]) or [""])[0])
        following = marks[i + 1].start() if i + 1 < len(marks) else hi
        found, free = _counted_parts(text, free, m, min(noun_end, following), following, group, i)
        parts += found
    return parts


def _counted_parts(
    text: str, free: int, m: re.Match[str], noun_end: int, following: int, group: Group, which: int
) -> tuple[list[Part], int]:
    """The parts of the group counted at `m`, and from where on the text is free for the next group."""
    before = text[free : m.start()]
    adjacent = before.strip('，。；、,;和与及 \n“"（(') and before[-1:] not in '，。；、,;：:和与（(“"'
    if adjacent and group.count != 1:
        start = max(free, list_start(text, m.start()))
        lead = re.match(r"[、和与及\s]*(?:[^、]*?(?:即|包括|涵盖|：|:))?", text[start : m.start()])
        start += lead.end() if lead else 0
        found = group_parts(text, start, noun_end, group, which)
        if found:
            return found, noun_end
    opener = re.match(r"[：:（(]|[，,]?(?:即|包括|分别)", text[noun_end:following])
    if opener and group.count != 1:
        stop = noun_end + opener.end()
        stop = _bracket_end(text, noun_end, following) if opener.group() in "（(" else following
        return group_parts(text, m.start(), stop, group, which), stop
    if group.count != 1:
        return [], noun_end
    return _named_one(text, m.end(), noun_end, which), noun_end


def _bracket_end(text: str, start: int, hi: int) -> int:
    return min((at for c in "）)" if (at := text.find(c, start, hi)) >= 0), default=hi)


def _named_one(text: str, lo: int, hi: int, which: int) -> list[Part]:
    """1个城市云脑统筹 -> 城市云脑. A bare 平台 or 中心 names nothing."""
    hi = lo + len(re.sub(r"(?:和|与|及|以及)$", "", text[lo:hi]))
    tail = re.search(r"(?:统筹|引领|统领|支撑|为核心|为引领|赋能|牵引|总揽|为底座|为支撑)+$", text[lo:hi])
    hi = lo + tail.start() if tail else hi
    start, stop = trimmed(text, lo, hi)
    return [Part(start, stop, which)] if 3 <= stop - start <= LONGEST else []


def _by_sum(text: str, lo: int, hi: int, groups: list[Group]) -> list[Part]:
    """One plain list with as many parts as the counts make together."""
    if any(g.count == ANY for g in groups):
        return []
    total = sum(g.count for g in groups)
    marker = MARKER.match(text[lo:hi])
    start = lo + marker.end() if marker else lo
    items, more = best_split(text, start, hi, total)
    if len(items) != total or more or any(not 0 < e - s <= LONGEST for s, e in items):
        return []
    of = [i for i, g in enumerate(groups) for _ in range(g.count)]
    return [Part(s, e, which) for (s, e), which in zip(items, of, strict=True)]


def _ones(text: str, start: int, end: int, found: Spelled | None, groups: list[Group], shape: str) -> Spelled | None:
    """What a name such as 1个超级大脑+3个中枢 names itself, added to what is told of it."""
    if shape not in ("sum", "listed"):
        return found
    parts = list(found.parts) if found else []
    have = {p.group for p in parts}
    at = start
    for i, group in enumerate(groups):
        where = text.find(group.noun, at, end) if group.noun else -1
        at = where + len(group.noun) if where >= 0 else at
        if group.count == 1 and i not in have and where >= 0:
            parts += _named_one(text, where, at, i)
    if not parts:
        return None
    parts.sort(key=lambda p: p.group)
    return Spelled(tuple(parts), satisfied(tuple(parts), groups), max(end, found.end if found else end))
