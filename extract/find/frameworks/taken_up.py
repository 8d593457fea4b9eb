"""Counts of a name that are taken up again, each with its parts: “1”指城市大脑，“3”即…; 三融为…，五跨为…."""

import re
from collections.abc import Iterator

from extract.find.frameworks.names import Group
from extract.find.frameworks.parts import Part, counted, sentence_end
from extract.find.frameworks.stretches import group_parts
from extract.spans.frameworks import framework_pattern

__all__ = ["by_references"]

ORDER = "(?:第[一二三四五]个|[前后首另]一?个?|最后一个)?"
"""Which of several equal counts is taken up: 第二个“1”, 前一个“3”."""
NUMBERS = re.compile("[一二三四五六七八九十][是要](?!指)")
"""一是…, 二是… number clauses."""
MEASURED = re.compile("[个大类项套张朵条种层级支座款部家块本批]$")


def _taken_up(text: str, at: int, hi: int, group: Group) -> tuple[int, int] | None:
    """Where a count is taken up again: “1”指, 第二个“1”即, 三融即, 两个平台是."""
    token = re.compile(rf"{ORDER}[“\"「『‘]?{counted(group)}")
    for m in token.finditer(text, at, hi):
        if not group.noun and NUMBERS.match(text, m.start()):
            continue
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
