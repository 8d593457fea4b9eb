"""Where a paper spells out the parts of a framework: in its name, or in the words around it."""

import re

from extract.find.frameworks.flat import one_count
from extract.find.frameworks.grouped import named_one, several_counts
from extract.find.frameworks.lists import leading_cut
from extract.find.frameworks.names import Group
from extract.find.frameworks.parts import Part, Spelled, satisfied
from extract.find.frameworks.told import Told

__all__ = ["spelled"]


def spelled(told: Told, start: int, end: int, shape: str, groups: list[Group]) -> Spelled | None:
    """The parts of the framework named at `start` to `end`, else None."""
    if shape in ("joined", "dashed"):
        return _in_the_name(told.text, start, end, shape)
    found = one_count(told, start, end, groups) if len(groups) == 1 else several_counts(told, end, groups)
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
            parts += named_one(text, where, at, i)
    if not parts:
        return None
    parts.sort(key=lambda p: p.group)
    return Spelled(tuple(parts), satisfied(tuple(parts), groups), max(end, found.end if found else end))
