"""Which places lead in which dimension: 其中上海在信息基础、杭州在城市治理能力较为出众."""

import re
from collections.abc import Iterator, Sequence

from extract.find.enumerations import SCOPE_NOUN, Enumeration, enumerations, resolved
from extract.find.told.marks import any_of
from extract.model import Passage
from extract.prose import Prose, prose
from extract.reading import Reading
from extract.words import lexicon
from schema.base import Evidence

__all__ = ["leaders"]

HOW = "leads in"
READ = ("paragraph", "list_item", "note", "heading")
_FIELD = r"(?:数字化?)?(?:能力|水平|建设|指数|得分|表现|发展)?(?:方面|领域|维度|层面|指标|单项|分项|上|中)*(?:的?(?:能力|水平|建设|表现|得分))?"
_OF = r"(?:(?:分)?指数|方面|领域|维度|层面|指标|单项|分项)上?"
"""What may part a dimension from its places without a comma: 数字治理维度杭州领跑."""


def leaders(reading: Reading, names: Sequence[str]) -> dict[str, dict[str, Sequence[Evidence]]]:
    """For each dimension the places said to lead in it, with where it is said."""
    found: dict[str, dict[str, Sequence[Evidence]]] = {}
    if not names:
        return found
    for text, doc in zip(reading.texts, reading.docs, strict=True):
        if text.kind not in READ or not doc.spans.get("places"):
            continue
        told = prose(doc)
        for start, end in told.sentences():
            for name, listed, span in _sentence(told, start, end, names):
                _add(reading, text, told, found.setdefault(name, {}), listed, span)
    return found


def _add(
    reading: Reading,
    text: Passage,
    told: Prose,
    found: dict[str, Sequence[Evidence]],
    listed: Enumeration,
    span: tuple[int, int],
) -> None:
    places = resolved(listed, reading.document.year)
    for place in places[1] if places else ():
        found.setdefault(place.name, text.evidence(HOW, *told.back(*span)))


def _sentence(
    told: Prose, start: int, end: int, names: Sequence[str]
) -> Iterator[tuple[str, Enumeration, tuple[int, int]]]:
    dimension = any_of(list(names))
    leading = any_of(lexicon("dimensions")["leading"]["words"])
    listed = list(enumerations(told, start, end))
    yield from _places_first(told, end, listed, dimension, leading)
    yield from _dimension_first(told, start, listed, dimension, leading)


def _places_first(
    told: Prose, end: int, listed: Sequence[Enumeration], dimension: str, leading: str
) -> Iterator[tuple[str, Enumeration, tuple[int, int]]]:
    """上海在信息基础、杭州在城市治理能力较为出众: a list without a predicate shares the next one's; 杭州的城市治理得分最高."""
    waiting: list[tuple[str, Enumeration]] = []
    one = rf"[“\"]?{dimension}[”\"]?"
    named = rf"(?P<names>{one}(?:(?:、|和|与|及|以及){one})*)(?:等?[两二三四五六七八九十\d]+[个大项])?"
    for each in listed:
        m = re.compile(rf"(?:[在的于]|(?={one})){named}{_FIELD}").match(told.masked, each.end, end)
        if not m:
            waiting = []
            continue
        waiting += [(name, each) for name in re.findall(dimension, m["names"])]
        tail = re.compile(r"[^，。；\ue000]*").match(told.masked, m.end())
        assert tail
        if re.search(leading, tail[0]):
            yield from ((name, e, (e.start, tail.end())) for name, e in waiting)
        if not re.fullmatch(r"[、，和及与以]*", tail[0]):
            waiting = []


def _dimension_first(
    told: Prose, start: int, listed: Sequence[Enumeration], dimension: str, leading: str
) -> Iterator[tuple[str, Enumeration, tuple[int, int]]]:
    """信息基础维度，上海、北京优势明显; 社会服务得分最高的是广东."""
    for each in listed:
        before = told.masked[start : each.start]
        after = re.compile(r"[^，。；\ue000]*").match(told.masked, each.end)
        topic = re.search(
            rf"(?P<name>{dimension})[”\"]?(?:{_FIELD}(?:来看|而言|看)?[，,：:](?:其中[，,]?)?|{_OF})$", before
        )
        most = re.search(
            rf"(?P<name>{dimension})[”\"]?{_FIELD}(?:(?:最(?:高|强|好|优)|(?:排名?|位居|位列|居)(?:全国|全省)?(?:第一|首位?)|居首)的(?:{SCOPE_NOUN})?|(?:单项|分项|专项)?(?:的|之)?(?:榜首|首位|第一名|冠军|头名)(?:{SCOPE_NOUN})?)(?:是|为|由)?$",
            before,
        )
        if topic and after and re.search(leading, after[0]):
            yield topic["name"], each, (start + topic.start(), after.end())
        elif most:
            yield most["name"], each, (start + most.start(), each.end)
