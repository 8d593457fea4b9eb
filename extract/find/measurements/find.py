"""Sentences to measurements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.context import city_and_place, place_of
from extract.find.enumerations import enumerations, resolved
from extract.find.measurements.parallel import Parallel, parallels, runs
from extract.find.measurements.periods import period_before
from extract.find.measurements.subjects import Subject, growth_sign, subject_of, trimmed
from extract.find.texts import sentence_texts
from extract.find.tiers.names import names_in
from extract.find.told.marks import any_of
from extract.find.told.model import CLAUSE_END
from extract.model import Passage
from extract.places import Place, gazetteer
from extract.prose import Prose
from extract.reading import Reading
from extract.spans.quantities import Quantity, quantities
from extract.words import lexicon
from schema.measurement import Measurement

__all__ = ["find"]

HOW = "quantity in a sentence"
_FRAMEWORK = re.compile(r"(?:\d|[一二三四五六七八九十N])\+(?:\d|[一二三四五六七八九十NXn])|“\d{2,5}”")
FEW = 30
"""A framework counts its parts with small numbers."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A number with what it measures; `place` only where the sentence gives each of several places its own number."""

    q: Quantity
    subject: Subject
    place: Place | None = None
    several: bool = False


def find(reading: Reading) -> list[Measurement]:
    """The numbers with units that the sentences of a paper tell, in order."""
    found = []
    for index, text, told in sentence_texts(reading):
        numbers = quantities(told.masked)
        for start, end in told.sentences() if numbers else ():
            inside = [q for q in numbers if start <= q.start and q.end <= end]
            kept = [q for q in inside if not _is_structure(told.masked, start, end, q)]
            found += [_record(reading, index, text, told, start, f) for f in _facts(reading, told, start, end, kept)]
    return found


@cache
def _structure() -> re.Pattern[str]:
    return re.compile(
        rf"(?:核心|主要|关键|重点|基本|大|[^，。；、\d]{{0,4}}?)?{any_of(lexicon('measurements')['structure']['words'])}"
    )


def _is_structure(text: str, start: int, end: int, q: Quantity) -> bool:
    """What an index or a framework counts, and the bounds of a tier: no measurements."""
    if q.kind == "count" and q.unit in ("个", "项", "类", "大类", "位", "名") and _structure().match(text, q.end):
        return True
    if any(True for _ in names_in(text[start:end], frozenset())) and (
        q.kind in ("score", "bare") or re.match(r"城市|省份|省市|地区", text[q.end :]) or q.unit == "分"
    ):
        return True
    return q.kind == "count" and q.value < FEW and bool(_FRAMEWORK.search(text[max(start, q.start - 60) : q.start]))


def _facts(reading: Reading, told: Prose, start: int, end: int, numbers: list[Quantity]) -> Iterator[_Fact]:
    text = told.masked
    listed = list(enumerations(told, start, end))
    before: str | None = None
    for run in runs(text, numbers):
        parallel = parallels(text, start, run, listed)
        if parallel:
            yield from _several(reading, told, start, parallel)
            continue
        clause = _clause(text, start, end, run[0].start, run[-1].end)
        subject = subject_of(told, clause, (run[0].start, run[-1].end), run[0].kind, before)
        if subject.text is None:
            subject = _clause_before(told, start, clause[0], subject)
        before = subject.text if subject.own and subject.text else before
        several = sum(len(x.members) for x in listed if clause[0] <= x.start and x.end <= run[0].start) > 1
        yield from (_Fact(q, subject, several=several) for q in run)


def _clause_before(told: Prose, start: int, at: int, subject: Subject) -> Subject:
    """北京、上海算力规模位列前二，均超过15 EFlops: the subject of the clause before."""
    clause = CLAUSE_END.split(told.masked[start : max(start, at - 1)])[-1]
    named = trimmed(re.split(any_of(lexicon("ranks")["standing"]["words"]), clause)[0])
    return replace(subject, text=told.unmasked(named, start)) if 2 < len(named) <= 30 else subject


def _several(reading: Reading, told: Prose, start: int, p: Parallel) -> Iterator[_Fact]:
    first = p.places.start if p.places else start
    metric = told.unmasked(p.metric, start) if p.metric else None
    if p.places:
        places = resolved(p.places, reading.document.year)
        for i, place in enumerate(places[1] if places else [None] * len(p.places.members)):
            q = p.numbers[i] if len(p.numbers) > 1 else p.numbers[0]
            yield _Fact(_meant_as(p.numbers[0], q), Subject(metric, first, q.end), place, several=True)
    else:
        for q, item in zip(p.numbers, p.items, strict=True):
            yield _Fact(_meant_as(p.numbers[0], q), Subject(item + (metric or ""), first, q.end))


def _meant_as(first: Quantity, q: Quantity) -> Quantity:
    """分别给予最高1亿元、2000万元: the bound of the first holds for all; what was reached (达到) does too."""
    return (
        q if q.comparison else replace(q, comparison=first.comparison, approximate=q.approximate or first.approximate)
    )


def _clause(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The clause around the numbers from `first` to `last`; a bracket that is still open there is a clause of its own."""
    before = re.sub(r"（[^（）]*）|\([^()]*\)", lambda m: "\ue020" * len(m[0]), text[start:first])
    begin = max((start + m.end() for m in re.finditer(rf"{CLAUSE_END.pattern}|[（(]", before)), default=start)
    stop = re.compile(rf"{CLAUSE_END.pattern}|[）)]").search(text, last, end)
    return begin, stop.start() if stop else end


def _place(reading: Reading, index: int, told: Prose, start: int, q: Quantity) -> Place | None:
    """The place that the number is of: the one the sentence is about, else the only one its clause names."""
    low, high = told.back(q.start, q.end)
    found = place_of(reading, index, low, high)
    begin, _ = _clause(told.masked, start, len(told.text), q.start, q.end)
    named = [n for n in told.names_in(begin, q.start) if n.code]
    if len(named) != 1 or re.search(_apart(), told.masked[begin : named[0].start]):
        return found
    here = gazetteer().by_code[named[0].code or ""]
    sentence = {n.code for n in told.names_in(start, q.end)}
    told_here = found is not None and (found.code in sentence or gazetteer().within(found, here))
    return found if told_here else here


@cache
def _apart() -> str:
    return rf"(?:{any_of(lexicon('ranks')['set_apart']['words'])}|与|和|同|对|向|由|被|往|至|到|从)$"


def _record(reading: Reading, index: int, text: Passage, told: Prose, start: int, fact: _Fact) -> Measurement:
    q, subject = fact.q, fact.subject
    low, high = told.back(q.start, q.end)
    place = fact.place
    if place is None and not fact.several:
        place = _place(reading, index, told, start, q)
    city, other = city_and_place(place)
    value, unit = _in_base_units(told.masked, q)
    span = told.back(min(subject.start, q.start), max(subject.end, q.end))
    return Measurement(
        city=city,
        place=other,
        subject=subject.text or None,
        value=value,
        unit=unit,
        approximate=q.approximate,
        comparison=q.comparison,
        period=period_before(told.text[start : q.start], q.start - start),
        as_printed=text.text[low:high],
        evidence=text.evidence(HOW, *span),
    )


def _in_base_units(text: str, q: Quantity) -> tuple[float, str | None]:
    """The value and the unit stored: a share is a 比重 or, told as growth, a 增长率 (negative where it declines)."""
    if q.kind != "share":
        return float(q.value), q.unit
    sign = growth_sign(text[max(0, q.start - 24) : q.start], text[q.end : q.end + 10])
    return float(q.value * (sign or 1)), "增长率" if sign else "比重"
