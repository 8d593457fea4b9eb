"""Where a paper spells out the parts of a framework: in its name, or in the words around it."""

import re
from dataclasses import replace

from extract.find.frameworks.before import all_before
from extract.find.frameworks.echoes import echoed, quoted_ones, some_of
from extract.find.frameworks.images import abridged, in_full, ladder, likened, short_list
from extract.find.frameworks.lists import Item, leading_cut
from extract.find.frameworks.names import Group, groups_of
from extract.find.frameworks.one_count import one_count
from extract.find.frameworks.parts import Part, Spelled, satisfied, sentence_end
from extract.find.frameworks.several_counts import several_counts
from extract.find.frameworks.stretches import named_one
from extract.find.frameworks.taken_up import by_references
from extract.find.frameworks.told import Told
from extract.spans.frameworks import framework_pattern

__all__ = ["spelled"]

ECHOED = (
    "ones",
    "ones_quoted",
    "many",
    "two",
    "paired",
    "unit",
    "double",
    "compound",
    "one_many",
    "hub",
    "listed",
    "great",
    "areas",
    "prefixed",
)
"""Shapes whose parts may stand beside the name without a word that brings them in."""
STROKE = re.compile(r"[一二三四五六七八两\d]条?(?P<noun>[一-鿿]{1,2}?)(?=分别|是|为|即|指|包括)")
LONGEST_PART = 12
LEVEL = ("级", "层", "类", "条")
"""横向的三级分别为…: what is counted is only measured."""


def spelled(told: Told, start: int, end: int, shape: str, groups: list[Group]) -> Spelled | None:
    """The parts of the framework named at `start` to `end`, else None."""
    if shape == "short_list":
        return short_list(told.text, start, end)
    if shape == "abridged":
        return abridged(told.text, start, end)
    if shape == "ones_told":
        items = [(start + m.start(), start + m.end()) for m in re.finditer("[^、，,]+", told.text[start:end])]
        return Spelled(tuple(Part(a, b) for a, b in items), True, end)
    if shape == "ladder":
        return ladder(told.text, start, end)
    if shape == "likened":
        return likened(told.text, end)
    if shape in ("joined", "pair", "dashed", "chained"):
        return _in_the_name(told.text, start, end, shape)
    if shape == "drawn":
        return _drawn(told.text, end)
    found = one_count(told, start, end, groups) if len(groups) == 1 else several_counts(told, end, groups)
    if len(groups) > 1 and not (found and found.complete):
        found = all_before(told.text, start, end, groups) or found
    if shape == "big" and found is None:
        found = some_of(told.text, end, groups)
    if shape in ECHOED and not (found and found.complete):
        text = told.text
        others = (quoted_ones(text, end, groups), echoed(text, start, end, groups), some_of(text, end, groups))
        found = max([s for s in (found, *others) if s], key=lambda s: (s.complete, len(s.parts)), default=None)
    if shape == "ones_listed" and not (found and found.complete):
        return _itself(told.text, start, end, groups)
    if shape in ("sum", "listed") or (found is None and len(groups) > 1):
        found = _ones(told.text, start, end, found, groups, shape)
    return found


def _in_the_name(text: str, start: int, end: int, shape: str) -> Spelled:
    """政务云+城市中台+典型应用; “云-边-端”三级架构."""
    close = re.search(r"[”\"」』’]", text[start:end])
    stop = start + close.start() if close and shape != "joined" else end
    items, at = [], start
    for m in re.finditer(r"\+|—+|[-–－→]", text[start:stop]):
        items.append((at, start + m.start()))
        at = start + m.end()
    items = [*items, (at, stop)]
    if text[start - 1 : start] not in ("“", "「", "『", "‘", '"') and shape == "joined":
        items = leading_cut(text, items)
    lead = len(text[start:stop]) - len(text[start:stop].lstrip('“「『‘"'))
    items[0] = (items[0][0] + lead if shape != "joined" else items[0][0], items[0][1])
    explained, stop = _explained(text, end, items)
    return Spelled(tuple(explained), True, stop)


def _explained(text: str, end: int, items: list[Item]) -> tuple[list[Part], int]:
    """基座—数据…框架：治理基座看网络；数据要素看归集: the names and descriptions that clauses after the name give its parts."""
    bare = [Part(lo, hi) for lo, hi in items], end
    if full := in_full(text, end, items):
        return full, full[-1].end
    opener = re.match(r"[^，。；：\n]{0,12}[：，]", text[end:])
    if opener is None:
        return bare
    lo = end + opener.end()
    hi = sentence_end(text, lo)
    for stop in ("；", "，"):
        clauses = [(lo + m.start(), lo + m.end()) for m in re.finditer(f"[^{stop}]+", text[lo:hi])]
        if len(clauses) != len(items):
            continue
        parts = []
        for (a, b), (start, after) in zip(items, clauses, strict=True):
            says = framework_pattern("says").search(text[start:after])
            name = text[start : start + says.start()] if says else ""
            if says is None or text[a:b] not in name or len(name) > LONGEST_PART:
                return bare
            parts.append(Part(start, start + len(name), description=(start + says.start(), after)))
        return parts, hi
    return bare


def _itself(text: str, start: int, end: int, groups: list[Group]) -> Spelled:
    """“一个平台、一个号、一朵云” holds its parts itself."""
    parts, at = [], start
    for which, group in enumerate(groups):
        at = text.index(group.text, at, end)
        parts.append(Part(at, at + len(group.text), which))
        at += len(group.text)
    return Spelled(tuple(parts), True, end)


def _drawn(text: str, end: int) -> Spelled | None:
    """“王”字形架构: the strokes that the sentences after it count: 三横分别是…，一竖为…."""
    hi = sentence_end(text, sentence_end(text, end) + 1)
    groups = [g for m in STROKE.finditer(text, end, hi) for g in groups_of(m.group(), "unit")]
    groups = [replace(g, noun="") if g.noun in LEVEL else g for g in groups]
    parts = by_references(text, end, hi, groups) if groups else []
    return Spelled(tuple(parts), satisfied(tuple(parts), groups), max(p.end for p in parts)) if parts else None


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
        if group.count == 1 and i not in have and where >= 0 and (found or shape == "sum"):
            parts += named_one(text, where, at, i)
    if not parts:
        return None
    parts.sort(key=lambda p: p.group)
    return Spelled(tuple(parts), satisfied(tuple(parts), groups), max(end, found.end if found else end))
