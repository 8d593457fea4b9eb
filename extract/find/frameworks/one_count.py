"""Parts of a name with one count: the places where they may stand, those tied most closely to the name first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.find.frameworks.before import clause_before, list_before
from extract.find.frameworks.echoes import echo_heads
from extract.find.frameworks.lists import Item, best_split, leading_cut, own_words
from extract.find.frameworks.names import Group
from extract.find.frameworks.numbered import NEAR, numbered, numbered_clauses
from extract.find.frameworks.parts import Part, Spelled, counted, sentence_end
from extract.find.frameworks.runs import aspects, clause_heads, each_of_them, subjects
from extract.find.frameworks.stretches import BRACKET, NEXT_CLAUSE, from_the_echo, group_parts, so_many, without_verb
from extract.find.frameworks.told import Told
from extract.find.frameworks.under import line_for_each_part
from extract.spans.frameworks import framework_pattern
from extract.words import lexicon

__all__ = ["one_count"]

MEASURED = re.compile(r"\d(?:\.\d+)?[余多]?[万亿千百]?[一-鿿%]{0,3}$")
"""日均协同数据2亿条 says how much was done."""


def one_count(told: Told, start: int, end: int, groups: list[Group]) -> Spelled | None:
    """A name with one count."""
    text, group = told.text, groups[0]
    for parts in _flat_ways(text, start, end, group):
        if parts:
            full, stop = described(text, end, without_verb(text, from_the_echo(text, parts, group.noun), group.noun))
            return Spelled(tuple(full), len(parts) == group.count, stop)
    first = line_for_each_part(told, end, group.count) or numbered(text, end, group.count)
    first = without_verb(text, first, group.noun)
    return (
        Spelled(tuple(first), True, first[-1].description[1] if first[-1].description else first[-1].end)
        if first
        else None
    )


def _flat_ways(text: str, start: int, end: int, group: Group) -> Iterator[list[Part]]:
    yield list_before(text, start, group)
    yield each_of_them(text, end, group.count)
    yield clause_heads(text, end, group.count)
    yield echo_heads(text, end, group)
    yield subjects(text, end, group)
    yield aspects(text, end, group.count)
    bracket = BRACKET.match(text[end : end + NEAR])
    if bracket:
        yield _list(text, end + bracket.start("inside"), end + bracket.end("inside"), group)
    marker = framework_pattern("brings_in").match(text[end : end + NEAR])
    if marker:
        lo = end + marker.end()
        yield _list(text, lo, sentence_end(text, lo), group)
    clause = NEXT_CLAUSE.match(text[end : end + NEAR])
    if clause and group.count >= 3:
        yield _next_clause(text, end + clause.start("list"), end + clause.end("list"), group)
    yield clause_before(text, start, group)


def _next_clause(text: str, lo: int, hi: int, group: Group) -> list[Part]:
    """The list that the clause behind a name is, or that it begins with: 实现综治、监管、执法、服务一体运行.

    What counts it at its end is none of it: 分为红、橙、黄、蓝四级.
    """
    again = re.compile(rf"(?:等|共|这)?{counted(group)}[一-鿿]{{0,4}}$").search(text, lo, hi)
    hi = again.start() if again and "、" in text[lo : again.start()] else hi
    items, more = best_split(text, lo, hi, group.count)
    items = own_words(text, leading_cut(text, items))
    if len(items) == group.count and not more and _alike(text, items):
        return [Part(a, b) for a, b in items]
    parts = so_many(text, lo, hi, group) if not more else []
    opens = parts and (parts[0].start == lo or framework_pattern("verb").fullmatch(text[lo : parts[0].start]))
    return parts if opens and len({p.end - p.start for p in parts}) == 1 else []


def _alike(text: str, items: list[Item]) -> bool:
    """Whether a list that no word brings in looks like one: short parts, about equally long, neither quoted nor measured."""
    lengths = [hi - lo for lo, hi in items]
    bare = not any(c in text[items[0][0] : items[-1][1]] for c in "“”「」《》")
    measured = any(MEASURED.search(text[lo:hi]) for lo, hi in items)
    return bare and not measured and max(lengths) <= 12 and max(lengths) - min(lengths) <= 3


def _list(text: str, lo: int, hi: int, group: Group) -> list[Part]:
    """A list that a word such as 即 brings in; 一是…二是… is for another rule."""
    said = framework_pattern("said").match(text[lo:hi])
    lo += said.end() if said else 0
    if quoted := re.match(r"[“\"「『]([^“”\"「」『』]+、[^“”\"「」『』]+)[”\"」』]", text[lo:hi]):
        return group_parts(text, lo + quoted.start(1), lo + quoted.end(1), group, 0)
    composed = framework_pattern("composed").search(text[lo:hi])
    hi = lo + composed.start() if composed else hi
    if any(text.startswith(names[0], lo) for names in lexicon("frameworks")["enumerators"]["rows"]):
        return []
    return group_parts(text, lo, hi, group, 0)


def described(text: str, end: int, parts: list[Part]) -> tuple[list[Part], int]:
    """The parts with what 一是…二是… says of each, where there are as many clauses as parts."""
    last = max(p.end for p in parts)
    clauses = numbered_clauses(text, max(end, last), len(parts))
    if not clauses:
        return parts, max(end, last)
    found = []
    for part, clause in zip(parts, clauses, strict=True):
        own = [c for c in clauses if text[part.start : part.end] in text[c[0] : c[1]]]
        found.append(replace(part, description=own[0] if len(own) == 1 else clause))
    return found, clauses[-1][1]
