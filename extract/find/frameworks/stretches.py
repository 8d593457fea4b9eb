"""The parts told in a stretch of text that speaks of one count: 一个数据大脑 | A、B、C三大领域 | 3个中心（A、B、C） | 4类载体."""

import re
from dataclasses import replace

from extract.find.frameworks.lists import Item, best_split, leading_cut, trimmed
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import LONGEST, Part, counted, measures
from extract.spans.frameworks import framework_pattern
from extract.words import lexicon

__all__ = [
    "BRACKET",
    "NEXT_CLAUSE",
    "after_verb",
    "from_the_echo",
    "group_parts",
    "is_level",
    "list_start",
    "named_one",
    "of_a_kind",
    "player",
    "players",
    "so_many",
    "without_verb",
]

BRACKET = re.compile(
    r"^[”\"」』’]?[^，。；：:、（）()\n]{0,24}?[（(](?P<inside>(?:[^（）()\n]|[（(][^（）()]*[）)])*)[）)]"
)
"""The bracket behind a name."""
NEXT_CLAUSE = re.compile(r"^[”\"」』’]?[^，。；：:、（）()\n]{0,24}?[，,](?P<list>[^，。；：:\n]+)[。；\n]")
"""The clause behind a name, up to the end of its sentence."""
BOUNDARY = "，。；：:;！？!?\n,"
WHOLE = tuple("体网图键码屏云脑站件")
"""一体, 一网, 一图, ...: here 一 is a part of the word, no count."""
PLAYER = re.compile(r"以(?P<who>[^，。；：、\n]{1,16}?)(?:为|强|促|带|引|助)[一-鿿]{2,4}$")
RISE = re.compile("(?:等)?(?:能力|水平|效能|机制|体系)?(?:全面|持续|明显|显著|不断|稳步|协同|齐头|同步|竞相)")
UNLIKE = 5
"""The lengths of the parts of a list that nothing brings in differ by no more."""


def group_parts(text: str, lo: int, hi: int, group: Group, which: int) -> list[Part]:
    """The parts told in `text[lo:hi]`, which speaks of one group: 一个数据大脑 | A、B、C三大领域 | 3个中心（A、B、C）."""
    said = framework_pattern("said").match(text[lo:hi])
    lo += said.end() if said else 0
    built = framework_pattern("builds").match(text[lo:hi])
    lo += built.end() if built and "、" not in text[lo:hi] else 0
    hi = lo + len(text[lo:hi].rstrip('，。；、,;和与及以 \n”"'))
    if group.count == 1:
        return _one(text, lo, hi, which)
    if example := re.compile("[，,（(](?:比?如|例如)").search(text, lo, hi):
        lo = example.end()
    after = re.match(
        rf"[一-鿿]{{0,2}}?(?:{counted(group)})([^，。；、：:（(]{{0,16}}?)(?:[：:（(]|[，,]?(?:即|包括|涵盖|覆盖|分别|为|是))",
        text[lo:hi],
    )
    if after:
        start = lo + after.end()
        rest = framework_pattern("said").match(text[start:hi])
        return _many(text, start + (rest.end() if rest else 0), _close(text, start, hi), group, which)
    again = re.match(rf"{counted(group)}[^，。；、：:（(]{{2,10}}[，,](?=[^，。；]*、)", text[lo:hi])
    if again and len(told := _many(text, lo + again.end(), hi, group, which)) == group.count:
        return told
    if framework_pattern("vague").match(text[lo:hi]):
        return of_a_kind(text, lo, hi, group, which) or _the_others(text, lo, hi, which)
    before = re.search(rf"(?:等)?(?:共|这)?{counted(group)}[^，。；、：:（(）)]{{0,14}}$", text[lo:hi])
    if before and (whole := _alike_to_the_last(text, lo, hi, group, which)):
        return whole
    if before:
        stop = lo + len(text[lo : lo + before.start()].rstrip("“「『"))
        parts = _many(text, lo, stop, group, which) if stop > lo else []
        cut = _cut(text, parts) if len(parts) > 1 else []
        if all(is_level(text[p.start : p.end]) for p in cut or parts) and (parts or not before.start()):
            each = any(text[p.end - 1] == "级" for p in cut) and not framework_pattern("mode_of_levels").search(
                text[lo:hi]
            )
            return cut if each else of_a_kind(text, lo + before.start(), hi, group, which, len(parts))
        parts = cut
        return _merged(text, parts, before.group() + text[hi : hi + 6])
    return _many(text, lo, hi, group, which) or of_a_kind(text, lo, hi, group, which)


def _alike_to_the_last(text: str, lo: int, hi: int, group: Group, which: int) -> list[Part]:
    """三级书记抓、三级专班推、三级网格办: every item of the list begins with the count."""
    items, more = best_split(text, lo, hi, group.count)
    if more or len(items) != group.count or not all(re.match(counted(group), text[a:b]) for a, b in items):
        return []
    return [Part(a, b, which) for a, b in items]


def _the_others(text: str, lo: int, hi: int, which: int) -> list[Part]:
    """“X”是其他参与力量: they are called so."""
    others = re.fullmatch("其他[一-鿿]{2,12}", text[lo:hi])
    return [Part(lo, hi, which)] if others else []


def player(text: str, lo: int, hi: int) -> Item | None:
    """Who plays the role that an item tells: 以甲为核心."""
    found = PLAYER.search(text, lo, lo + len(text[lo:hi].rstrip("，。；\n")))
    return found.span("who") if found else None


def players(text: str, items: list[Item]) -> list[Item]:
    """以甲为核心、以乙为支撑、以丙为保障: who plays each role, where every item of the list tells one."""
    found = [player(text, *item) for item in items]
    return [who or item for who, item in zip(found, items, strict=True)] if all(found) else items


def is_level(name: str) -> bool:
    """Whether a part is only a level of government: 市, 区县, 镇街级."""
    return re.sub(r"级$", "", name) in lexicon("frameworks")["levels"]["words"]


def of_a_kind(text: str, lo: int, hi: int, group: Group, which: int, levels: int = 0) -> list[Part]:
    """What a bare number counts, where the things themselves are not told apart: 4个乡镇综合信息平台, 三级联动.

    A noun of two characters keeps its count, but for one in digits. `levels` is how many levels of government it stands at, if it does.
    """
    if group.noun:
        return []
    hi = lo + len(re.sub(r"(?:和|与|及|以及)$", "", text[lo:hi].rstrip('，。；、,;\n ”"')))
    m = re.match(
        rf"(?:等|共|这)*(?P<count>若干|多个|一批|各类|多项|{counted(group)})(?P<noun>[^，。；、：:\n“”]+)$", text[lo:hi]
    )
    least = 3 if group.count == ANY else 2
    if m is None or not least <= len(m["noun"]) <= LONGEST or framework_pattern("abstract").match(m["noun"]):
        return []
    together = framework_pattern("mode_of_levels").search(m["noun"])
    bare = len(m["noun"]) > 2 or (m["count"][0].isdigit() and not together)
    start = lo + m.start("noun" if bare else "count")
    return [Part(start, hi, which, stands_for=max(1, levels))]


def _merged(text: str, parts: list[Part], after: str) -> list[Part]:
    """推进技术与经济、政治五个领域深度融合: the first part begins after 与."""
    joint = re.search(r"与|和|同", text[parts[0].start : parts[0].end]) if parts else None
    if joint is None or not framework_pattern("merged").search(after):
        return parts
    return [replace(parts[0], start=parts[0].start + joint.end()), *parts[1:]]


def _cut(text: str, parts: list[Part]) -> list[Part]:
    """The parts of one list without the verb before the first."""
    items = leading_cut(text, [(p.start, p.end) for p in parts])
    return [replace(p, start=start, end=end) for p, (start, end) in zip(parts, items, strict=True)]


def so_many(text: str, lo: int, hi: int, group: Group, which: int = 0) -> list[Part]:
    """The list in a clause that nothing brings in, if it has as many items as the name counts, of about one length."""
    tails = (m.start() for m in framework_pattern("list_tail").finditer(text, lo, hi))
    stop = next((at for at in tails if "、" in text[lo:at]), hi)
    items, more = best_split(text, lo, stop, group.count)
    told = players(text, [trimmed(text, *item) for item in items])
    items = told if told[0] != trimmed(text, *items[0]) else [trimmed(text, *item) for item in leading_cut(text, items)]
    lengths = [b - a for a, b in items]
    fits = len(items) == group.count or (group.count == ANY and len(items) > 1)
    if not fits or (more and group.count != ANY) or min(lengths) < 1 or max(lengths) - min(lengths) > UNLIKE:
        return []
    return [Part(a, b, which) for a, b in items]


def after_verb(text: str, lo: int, hi: int) -> int:
    """Past the verb of a clause, and who does it: 商洛市搭建了平台 -> 平台."""
    verbs = [m for m in framework_pattern("verb").finditer(text, lo, hi) if 1 < m.end() - m.start() < hi - m.start()]
    return verbs[0].end() if verbs and "、" not in text[lo : verbs[0].start()] else lo


def from_the_echo(text: str, parts: list[Part], noun: str) -> list[Part]:
    """企业不用申请、不用跑腿、不用等待: the first begins where the others do, at what the name counts.

    预报、预警、预案全面提升: the last ends where the others do, if they are as long as each other.
    """
    if not noun or len(parts) < 2 or not all(text.startswith(noun, p.start) for p in parts[1:]):
        return parts
    at = text.find(noun, parts[0].start, parts[0].end)
    begins = parts[0].start < at < parts[0].end - len(noun)
    parts = [replace(parts[0], start=at), *parts[1:]] if begins else parts
    *others, last = parts
    lengths = {p.end - p.start for p in others}
    usual = min(lengths)
    if len(lengths) == 1 and len(others) > 1 and RISE.match(text[last.start + usual : last.end]):
        return [*others, replace(last, end=last.start + usual)]
    return parts


def without_verb(text: str, parts: list[Part], noun: str) -> list[Part]:
    """实施甲行动、实施乙行动 as 行动: what the name counts is built, by the same verb each."""
    if not noun or len(parts) < 2 or not all(text[p.start : p.end].endswith(noun[-2:]) for p in parts):
        return parts
    verbs = [framework_pattern("verb").match(text, p.start, p.end - len(noun)) for p in parts]
    same = {m.group() for m in verbs if m}
    if not all(verbs) or len(same) != 1 or noun.startswith(min(same)):
        return parts
    return [replace(p, start=m.end()) for p, m in zip(parts, verbs, strict=True) if m]


def _close(text: str, start: int, hi: int) -> int:
    if text[start - 1] not in "（(":
        return hi
    return min((at for c in "）)" if (at := text.find(c, start, hi)) >= 0), default=hi)


def _one(text: str, lo: int, hi: int, which: int) -> list[Part]:
    verb = framework_pattern("verb").match(text, lo, hi)
    if verb and re.compile(rf"一(?:{'|'.join(measures())})").match(text, verb.end(), hi):
        lo = verb.end()
    one = re.match(rf"(?:一|1)(?:{'|'.join(measures())})|一(?=.{{3}})", text[lo:hi])
    if one and text[lo + one.end() : lo + one.end() + 1] not in WHOLE and text[lo + one.end() : hi] != "整体":
        lo += one.end()
    end = re.search(r"[，；。：:]|[（(](?![^（）()]{1,4}[）)][一-鿿])", text[lo:hi])
    if end and framework_pattern("leans_on").match(text[lo:hi]):
        return []
    stop = lo + end.start() if end else hi
    if not 0 < stop - lo <= LONGEST:
        return []
    start, stop = trimmed(text, lo, stop)
    several, _ = best_split(text, start, stop, ANY)
    if len(several) > 2:
        return [Part(a, b, which, stands_for=int(nth == 0)) for nth, (a, b) in enumerate(several)]
    rest = (stop + 1, hi) if end and hi - stop > 8 else None
    return [Part(start, stop, which, rest)]


def _many(text: str, lo: int, hi: int, group: Group, which: int) -> list[Part]:
    hi = _clause(text, lo, hi, group.count)
    items, more = best_split(text, lo, hi, group.count)
    if any(end - start > LONGEST or end <= start for start, end in items):
        return []
    short = len(items) < 2 or (group.count != ANY and len(items) != group.count and not more)
    if short and group.count != ANY:
        return []
    return [Part(start, end, which) for start, end in items]


def _clause(text: str, lo: int, hi: int, count: int) -> int:
    """Where the list ends: at its first comma, if it is cut at 、 and what stands before the comma fits."""
    comma = min((at for c in "，；,;" if (at := text.find(c, lo, hi)) >= 0), default=hi)
    clauses, _ = best_split(text, lo, hi, count) if count != ANY else ([], False)
    parallel = len(clauses) == count > 1 and len({text[end - 2 : end] for _, end in clauses}) == 1
    if comma < hi and re.search("[、和与及]", text[lo:comma]) and not (parallel and clauses[-1][1] > comma):
        items, more = best_split(text, lo, comma, count)
        if count == ANY or len(items) == count or more:
            return comma
    return hi


def named_one(text: str, lo: int, hi: int, which: int) -> list[Part]:
    """1个城市云脑统筹 -> 城市云脑. A bare 平台 or 中心 names nothing."""
    hi = lo + len(re.sub(r"(?:和|与|及|以及)$", "", text[lo:hi]))
    tail = framework_pattern("praise").search(text[lo:hi])
    hi = lo + tail.start() if tail else hi
    start, stop = trimmed(text, lo, hi)
    return [Part(start, stop, which)] if 3 <= stop - start <= LONGEST else []


def list_start(text: str, hi: int) -> int:
    """The start of the clause that ends at `hi`: after a comma or stop, or an opening bracket, outside quotation marks."""
    depth = 0
    for at in range(hi - 1, -1, -1):
        char = text[at]
        if char in "”」』’）)":
            depth += 1
        elif char in "“「『‘（(":
            if depth == 0:
                return at + 1
            depth -= 1
        elif depth == 0 and char in BOUNDARY:
            return at + 1
    return 0
