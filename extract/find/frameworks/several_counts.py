"""Parts of a name with several counts: each stretch of text that may tell them, read in each way that counts are told."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.find.frameworks.among import by_counts
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.numbered import NEAR, numbered
from extract.find.frameworks.parts import Part, Spelled, counted, satisfied, sentence_end
from extract.find.frameworks.runs import by_clauses, by_roles, counted_after, counted_run
from extract.find.frameworks.stretches import BRACKET
from extract.find.frameworks.taken_up import by_references
from extract.find.frameworks.tallies import by_sum, list_for_each_count
from extract.find.frameworks.told import Told
from extract.find.frameworks.under import line_for_each_count
from extract.spans.frameworks import framework_pattern

__all__ = ["several_counts"]


NUMBERED = re.compile(r"(?<![\d.])(?P<number>\d{1,3})(?P<what>[^\d，。；、：\n][^，。；、：\n]*)")
UNITS = ("秒", "分钟", "小时", "天", "日", "个工作日", "公里", "米", "次")


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
    yield by_counts(text, lo, hi, groups)
    yield by_sum(text, lo, hi, groups)
    yield by_clauses(text, lo, hi, groups)
    yield counted_run(text, lo, hi, groups)
    yield counted_after(text, lo, hi, groups)


def _ways_on(text: str, lo: int, after: int, hi: int, groups: list[Group]) -> Iterator[list[Part]]:
    """How the sentences from `after` on may tell the parts: the counts among them only where they open a sentence or tell all."""
    yield by_roles(text, lo, hi, groups)
    yield by_references(text, lo, hi, groups)
    counts = by_counts(text, after, hi, groups)
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
