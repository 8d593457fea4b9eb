"""Lists that stand before the name they are the parts of: right before it, in the clauses or in the sentence before."""

import re

from extract.find.frameworks.lists import Item, best_split, leading_cut, trimmed
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.numbered import numbered
from extract.find.frameworks.parts import LONGEST, Part, Spelled, counted, satisfied
from extract.find.frameworks.runs import by_roles, run_of_counts
from extract.find.frameworks.stretches import list_start, players, so_many
from extract.find.frameworks.tallies import list_for_each_count
from extract.spans.frameworks import framework_pattern

__all__ = ["all_before", "clause_before", "list_before", "listed_before"]

LISTED = re.compile(r"[“「『](?P<list>[^“”「」『』]+、[^“”「」『』]+)[”」』]的?[“「『]?$")
STOPS = "。！？\n"


def list_before(text: str, start: int, group: Group) -> list[Part]:
    """The parts of a name with one count that stand before it and are tied to it: beside it, counted again, pointed back to."""
    return (
        listed_before(text, start, group) or _counted_again(text, start, group) or _pointed_back_to(text, start, group)
    )


def all_before(text: str, start: int, end: int, groups: list[Group]) -> Spelled | None:
    """The parts of a name with several counts that stand before it, as many as the counts come to."""
    lo = _sentence_start(text, start)
    ways = (
        by_roles(text, lo, start, groups),
        _in_one_list(text, start, groups),
        _one_by_one(text, lo, start, groups),
        list_for_each_count(text, *_before_pointer(text, start), groups),
        list_for_each_count(text, lo, start, groups),
    )
    whole = next((tuple(parts) for parts in ways if satisfied(tuple(parts), groups)), None)
    if whole:
        return Spelled(whole, True, end)
    counts = tuple(_made_of_counts(text, lo, start, groups))
    return Spelled(counts, satisfied(counts, groups), end) if counts else None


def _made_of_counts(text: str, lo: int, start: int, groups: list[Group]) -> list[Part]:
    """由1部总法、N部专门法、4部区域法组成的“1+N+4”体系: the counts with their nouns, told before the name."""
    made = framework_pattern("made_up").search(text[lo:start])
    hi = lo + len(text[lo : lo + made.start()].rstrip('”」』"')) if made else lo
    first = re.compile(counted(groups[0])).search(text, lo, hi)
    return run_of_counts(text, first.start(), hi, groups) if first else []


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(stop, 0, at) for stop in STOPS) + 1


def listed_before(text: str, start: int, group: Group) -> list[Part]:
    """The parts of a list that stands right before a name: “A、B、C”的“三个一” | A、B、C三大工程."""
    if text[start - 1 : start] == "、":
        return []  # 1套底座、1张网络、2大体系: the name is one of the list
    joined = framework_pattern("joins").search(text[:start])
    hi = joined.start() if joined else start
    hi += _shared_end(text, hi, start) or _own_end(text, hi, start)
    hi -= text.startswith("为", hi - 1) and "以" in text[list_start(text, hi) : hi]  # 以甲、乙、丙为三大支柱
    more = "等" in text[hi:start]
    inside = _quoted(text, hi - 1) if text[hi - 1 : hi] in ("”", "」", "』") else ""
    summed = inside.count("+") + 1 == group.count > 2
    if "、" in inside or summed:
        lo, hi = hi - 1 - len(inside), hi - 1
        items, _ = best_split(text, lo, hi, group.count)
        if summed:
            items = [(lo + m.start(), lo + m.end()) for m in re.finditer("[^+]+", inside)]
    else:
        lo = list_start(text, hi)
        # 甲、乙等“两区”和丙、丁、戊等“三窗”: the list of another name ends where this one begins.
        lo += max((m.end() for m in re.finditer("等[“「『][^”」』]+[”」』][和与及]", text[lo:hi])), default=0)
        items, _ = best_split(text, lo, hi, group.count)
        items = leading_cut(text, items)
        if items and text.startswith("以", items[0][0]) and text.startswith("为", hi):
            items[0] = (items[0][0] + 1, items[0][1])  # 以甲、乙、丙为主体的
    items = players(text, [trimmed(text, *item) for item in items])
    fits = len(items) == group.count or (more and 2 <= len(items) < group.count)
    if any(framework_pattern("verb").fullmatch(text[begin:end]) for begin, end in items):
        return []
    if not fits or len(items) < 2 or any(not 0 < end - begin <= LONGEST for begin, end in items):
        return []
    return [Part(begin, end) for begin, end in items]


def _shared_end(text: str, hi: int, start: int) -> int:
    """How much of the words that join a list to its name is the end of its last item, as of the others: 数据融合、业务融合的."""
    before = re.search("([一-鿿]{2})[、和与][^、，。；：和与]+$", text[:hi])
    return len(before[1]) if before and text.startswith(before[1], hi, start) else 0


def _own_end(text: str, hi: int, start: int) -> int:
    """How much of the words that join a list to its name belongs to its last item, as long as the others: 公众监督、部门协同“."""
    listed = re.search("(?:(?<=、)|^)(?P<one>[一-鿿]{3,8})、(?P<last>[一-鿿]{1,8})$", text[list_start(text, hi) : hi])
    more = len(listed["one"]) - len(listed["last"]) if listed else 0
    joint = re.match("[一-鿿]{2}", text[hi:start])
    return more if joint and more == len(joint.group()) else 0


def _quoted(text: str, close: int) -> str:
    opened = max(text.rfind(c, 0, close) for c in "“「『")
    inside = text[opened + 1 : close]
    return inside if opened >= 0 and not any(c in inside for c in "”」』") else ""


def _counted_again(text: str, start: int, group: Group) -> list[Part]:
    """把A、B、C等三张网合为一张网，形成“三网合一”: counted in the sentence of the name with a noun of the name."""
    if group.count == ANY or not group.noun:
        return []
    lo = _sentence_start(text, start)
    for m in re.finditer(rf"{counted(group)}(?P<noun>[一-鿿]{{1,6}}?)(?=[^一-鿿]|合|并|融|贯|的)", text[lo:start]):
        if m["noun"][0] in group.noun and (parts := listed_before(text, lo + m.start(), group)):
            return parts
    return []


def _pointed_back_to(text: str, start: int, group: Group) -> list[Part]:
    """A、B、C全面贯通。这一“三链”… | A、B、C组成的队伍，称为“三员制”: the last list of so many before the words that point back."""
    if group.count == ANY or group.count < 3:
        return []
    lo, hi = _before_pointer(text, start)
    if steps := numbered(text, lo, group.count, hi):
        return steps
    for clause in reversed(list(re.finditer("[^，；：:\n]+", text[lo:hi]))):
        if parts := so_many(text, lo + clause.start(), lo + clause.end(), group):
            return parts
    return []


def clause_before(text: str, start: int, group: Group) -> list[Part]:
    """紧扣“A、B、C、D”四大领域，构建“四位一体”格局: a list of so many that is counted itself, or of four and more."""
    hi = text.rfind("，", _sentence_start(text, start), start)
    if group.count < 3 or hi < 0:
        return []
    lo = max(_sentence_start(text, start), *(text.rfind(stop, 0, hi) + 1 for stop in "，；："))
    again = re.compile(rf"[”\"」』]?{counted(group)}[一-鿿]{{2,6}}$").search(text, lo, hi)
    if again:
        return listed_before(text, again.start() + (text[again.start()] in "”」』"), group)
    parts = so_many(text, lo, hi, group) if group.count > 3 else []
    return parts if not any(re.search(r"\d", text[p.start : p.end]) for p in parts) else []


def _before_pointer(text: str, start: int) -> Item:
    """The sentence before one that opens with 这一 or 依托上述, or what stands before 称为 in the same."""
    lo = _sentence_start(text, start)
    if framework_pattern("points_back").fullmatch(text[lo:start]):
        return _sentence_start(text, lo - 1), max(0, lo - 1)
    called = framework_pattern("called").search(text[lo:start])
    return (lo, lo + called.start()) if called else (lo, lo)


def _in_one_list(text: str, start: int, groups: list[Group]) -> list[Part]:
    """“甲、乙、丙、丁”的“三网一键”."""
    listed = LISTED.search(text, max(0, start - 120), start)
    if listed is None:
        all_of_them = Group(sum(g.count for g in groups), "", "")
        items = (
            [(p.start, p.end) for p in listed_before(text, start, all_of_them)]
            if all(g.count and g.noun for g in groups)
            else []
        )
    else:
        lo = listed.start("list")
        items = [(lo + m.start(), lo + m.end()) for m in re.finditer("[^、，]+", listed["list"])]
    which = [i for i, g in enumerate(groups) for _ in range(g.count)]
    if len(items) != len(which):
        return []
    nouns = all(groups[i].noun in text[lo:hi] for (lo, hi), i in zip(items, which, strict=True))
    return [Part(lo, hi, i) for (lo, hi), i in zip(items, which, strict=True)] if nouns else []


def _one_by_one(text: str, lo: int, start: int, groups: list[Group]) -> list[Part]:
    """依托“一朵云”、“一张网”、“一平台”，完善“一云一网一平台”: each one of the name, in its order, in quotation marks of its own."""
    if any(g.count != 1 or not g.noun for g in groups):
        return []
    at, parts = lo, list[Part]()
    for which, group in enumerate(groups):
        one = re.compile(rf"[“「『]({counted(group)}[个张朵条套座]?{re.escape(group.noun)})[”」』]").search(
            text, at, start
        )
        if one is None:
            return []
        parts.append(Part(*one.span(1), which))
        at = one.end()
    return parts
