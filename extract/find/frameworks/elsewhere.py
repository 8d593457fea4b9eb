"""Parts told in another text about the same place: 一主体两平台 named here; X作为…主体, A和B两大平台 there."""

import re
from dataclasses import replace

from extract.find.frameworks.before import listed_before
from extract.find.frameworks.mentions import Mention
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import LONGEST, Part, Spelled, counted
from extract.find.frameworks.told import Told, told
from extract.places import Place
from extract.reading import Reading
from extract.spans.frameworks import framework_pattern

__all__ = ["told_elsewhere"]

SHORTEST_NOUN = 2


def told_elsewhere(reading: Reading, mention: Mention, place: Place) -> Mention | None:
    """The mention with the parts of a passage about the place that tells every one of its groups; None if none or several do."""
    if (
        mention.spelled
        or not mention.groups
        or not all(len(g.noun) >= SHORTEST_NOUN and g.count != ANY for g in mention.groups)
    ):
        return None
    found = []
    for case in reading.cases:
        if case.place.code != place.code:
            continue
        for passage in reading.texts[case.first : case.last + 1]:
            if passage.kind in ("paragraph", "list_item"):
                around = told([passage])
                if parts := _all_groups(around, mention.groups):
                    found.append(replace(mention, told=around, spelled=parts, sentence=(0, parts.end)))
    return found[0] if len({_names(m) for m in found}) == 1 else None


def _names(mention: Mention) -> tuple[str, ...]:
    return tuple(mention.told.text[p.start : p.end] for p in mention.spelled.parts) if mention.spelled else ()


def _all_groups(around: Told, groups: tuple[Group, ...]) -> Spelled | None:
    parts: list[Part] = []
    for i, group in enumerate(groups):
        here = _one(around.text, group) if group.count == 1 else _several(around.text, group)
        if not here:
            return None
        parts += [replace(p, group=i) for p in here]
    return Spelled(tuple(parts), True, max(p.end for p in parts))


def _one(text: str, group: Group) -> list[Part]:
    """成立智慧泉城科技有限公司作为…运营主体."""
    founds = framework_pattern("founds").pattern.replace(" ", "")
    found = re.findall(
        rf"(?={founds}([^，。；、\n]{{2,{LONGEST}}}?)(?:作为|为)[^，。；、\n]{{0,24}}?{re.escape(group.noun)}[，。；、\n])",
        text,
    )
    if not found:
        return []
    shortest = min(found, key=len)
    at = text.index(shortest)
    return [Part(at, at + len(shortest))]


def _several(text: str, group: Group) -> list[Part]:
    """搭建A和B两大平台."""
    for m in re.finditer(rf"{counted(group)}(?:新型|重要|核心|基础)?{re.escape(group.noun)}", text):
        if parts := listed_before(text, m.start(), group):
            return parts
    return []
