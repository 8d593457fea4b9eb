"""Sentences to measurements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.context import city_and_place
from extract.find.enumerations import Enumeration, enumerations, resolved
from extract.find.measurements.labels import label_of
from extract.find.measurements.parallel import Parallel, parallels, runs
from extract.find.measurements.periods import period_before
from extract.find.measurements.places import clause_around, direct_place, place_of_number, place_of_row
from extract.find.measurements.structure import is_structure
from extract.find.measurements.subjects import Subject, falls, growth_sign, subject_of, trimmed
from extract.find.measurements.tables import figures_in_tables
from extract.find.texts import sentence_texts
from extract.find.told.marks import any_of
from extract.find.told.model import CLAUSE_END
from extract.model import Passage
from extract.places import Place
from extract.prose import PLACE, Prose
from extract.reading import Reading
from extract.spans.quantities import Quantity, quantities
from extract.words import lexicon
from schema.measurement import Measurement

__all__ = ["find"]

HOW = "quantity in a sentence"


@dataclass(frozen=True, slots=True)
class _Fact:
    """A number with what it measures; `place` only where the sentence gives each of several places its own number.

    `lead` is where the first of the numbers stands that are told together: what is said before it is said of all.
    """

    q: Quantity
    subject: Subject
    lead: int
    place: Place | None = None
    several: bool = False


def find(reading: Reading) -> list[Measurement]:
    """The numbers with units that the sentences of a paper tell, in order."""
    found = []
    for index, text, told in sentence_texts(reading):
        numbers = quantities(told.masked)
        if label := label_of(reading, index, told, numbers):
            subject = Subject(label[0], numbers[0].start, numbers[0].end)
            read = _record(reading, index, text, told, 0, _Fact(numbers[0], subject, numbers[0].start))
            where = [*read.evidence, *label[1].evidence("label of a number")]
            period = read.period or period_before(label[0], len(label[0]))
            found.append(read.model_copy(update={"evidence": where, "period": period}))
            continue
        for start, end in told.sentences() if numbers else ():
            inside = [q for q in numbers if start <= q.start and q.end <= end]
            kept = [q for q in inside if not is_structure(told.masked, start, end, q)]
            found += [_record(reading, index, text, told, start, f) for f in _facts(reading, told, start, end, kept)]
    return [*found, *figures_in_tables(reading)]


def _facts(reading: Reading, told: Prose, start: int, end: int, numbers: list[Quantity]) -> Iterator[_Fact]:
    text = told.masked
    listed = list(enumerations(told, start, end))
    before: str | None = None
    for run in runs(text, numbers):
        parallel = parallels(text, start, run, listed)
        if parallel:
            yield from _several(reading, told, start, parallel)
            continue
        direct = direct_place(told, start, run[0], listed, reading.document.year) if len(run) == 1 else None
        if direct:
            subject = replace(_of_item(told, start, direct[1], run[0], before), start=direct[2])
            yield _Fact(run[0], subject, run[0].start, direct[0], several=True)
            continue
        clause = clause_around(text, start, end, run[0].start, run[-1].end)
        subject = subject_of(told, clause, (run[0].start, run[-1].end), run[0].kind, before)
        if subject.text is None:
            subject = _clause_before(told, start, clause[0], subject)
        before = subject.text if subject.own and subject.text else before
        lists = [x for x in listed if clause[0] <= x.start and x.end <= run[0].start and not _quoted(told, start, x)]
        several = sum(len(x.members) for x in lists) > 1 or _follows_valued(told, listed, run[0])
        yield from (_Fact(q, subject, run[0].start, several=several) for q in run)


def _follows_valued(told: Prose, listed: list[Enumeration], q: Quantity) -> bool:
    """江苏13个、浙江11个，合计占比34%: a number behind places with a number each is of none of them."""
    ends = [x.end for x in listed if x.valued and x.end <= q.start]
    return bool(ends) and not told.names_in(max(ends), q.start)


def _quoted(told: Prose, start: int, listed: Enumeration) -> bool:
    """Whether a list stands inside “”: it is a name, such as that of a platform (“爱山东·威海”)."""
    before = told.text[start : listed.start]
    return before.rfind("“") > before.rfind("”")


def _of_item(told: Prose, start: int, at: int, q: Quantity, before: str | None) -> Subject:
    """人均可支配收入前五位依次为：上海（84834元）、…: the subject stands before the list of places at `at`."""
    verb = any_of(lexicon("ranks")["standing"]["words"])
    for clause in reversed(CLAUSE_END.split(told.masked[start:at].rstrip("，：:,为是有、"))):
        named = trimmed(re.split(f"{PLACE}|{verb}", clause)[0])
        if 2 < len(named) <= 30:
            return Subject(told.unmasked(named, start), at, q.end)
    return Subject(before, at, q.end)


def _clause_before(told: Prose, start: int, at: int, subject: Subject) -> Subject:
    """北京、上海算力规模位列前二，均超过15 EFlops: the subject of the clause before."""
    clause = CLAUSE_END.split(told.masked[start : max(start, at - 1)])[-1]
    named = trimmed(re.split(f"{any_of(lexicon('ranks')['standing']['words'])}|以{PLACE}", clause)[0])
    return replace(subject, text=told.unmasked(named, start)) if 2 < len(named) <= 30 else subject


def _several(reading: Reading, told: Prose, start: int, p: Parallel) -> Iterator[_Fact]:
    first = p.places.start if p.places else start
    metric = told.unmasked(p.metric, start) if p.metric else None
    if p.places:
        places = resolved(p.places, reading.document.year)
        for i, place in enumerate(places[1] if places else [None] * len(p.places.members)):
            q = p.numbers[i] if len(p.numbers) > 1 else p.numbers[0]
            yield _Fact(
                _meant_as(p.numbers[0], q), Subject(metric, first, q.end), p.numbers[0].start, place, several=True
            )
    else:
        for q, item in zip(p.numbers, p.items, strict=True):
            yield _Fact(_meant_as(p.numbers[0], q), Subject(item + (metric or ""), first, q.end), p.numbers[0].start)


def _meant_as(first: Quantity, q: Quantity) -> Quantity:
    """分别给予最高1亿元、2000万元: the bound of the first holds for all; what was reached (达到) does too."""
    return (
        q if q.comparison else replace(q, comparison=first.comparison, approximate=q.approximate or first.approximate)
    )


def _record(reading: Reading, index: int, text: Passage, told: Prose, start: int, fact: _Fact) -> Measurement:
    q, subject = fact.q, fact.subject
    low, high = told.back(q.start, q.end)
    place = fact.place
    if place is None and not fact.several:
        place = place_of_number(reading, index, told, start, q) or place_of_row(text)
    city, other = city_and_place(place)
    value, unit = _in_base_units(told.masked, q, subject.text or "", fact.lead)
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


def _in_base_units(text: str, q: Quantity, subject: str, lead: int) -> tuple[float, str | None]:
    """The value and the unit stored: a share is a 比重 or, told as growth, a 增长率.

    A fall is stored as it is printed where the subject says that it falls (能耗下降: 3.2%), else it is negative.
    """
    if q.kind != "share":
        return float(q.value), q.unit
    sign = growth_sign(text[max(0, lead - 24) : lead] or subject, text[q.end : q.end + 10])
    value = -q.value if sign < 0 and not falls(subject) else q.value
    return float(value), "增长率" if sign else "比重"
