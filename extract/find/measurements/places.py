"""Which place a number is of."""

import re
from collections.abc import Sequence
from functools import cache

from extract.context import place_of
from extract.find.enumerations import Enumeration, resolved
from extract.find.told.marks import any_of
from extract.find.told.model import CLAUSE_END
from extract.fold import fold
from extract.model import Passage
from extract.places import Place, Scope, gazetteer
from extract.prose import PLACE, Prose
from extract.reading import Reading
from extract.spans.quantities import Quantity
from extract.words import lexicon

__all__ = ["clause_around", "direct_place", "place_of_number", "place_of_row"]

_DIRECT = re.compile(
    rf"(?:^|[、，；：:（(是为有]|和|与|及)(?P<place>{PLACE})(?:市|省)?(?:[（(]|共?有|占据?|为|达到?)?$"
)

_TITLE = re.compile(r"《[^《》]+》")
_MOST = re.compile(rf"以(?P<place>{PLACE})(?:市|省|区|县)?(?:为|最|居)[^，。；]{{1,3}}，[^，。；\d]{{0,4}}$")


def clause_around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The clause around the words from `first` to `last`; a bracket that is still open there is a clause of its own."""
    before = re.sub(r"（[^（）]*）|\([^()]*\)", lambda m: "\ue020" * len(m[0]), text[start:first])
    begin = max((start + m.end() for m in re.finditer(rf"{CLAUSE_END.pattern}|[（(]", before)), default=start)
    stop = re.compile(rf"{CLAUSE_END.pattern}|[）)]").search(text, last, end)
    return begin, stop.start() if stop else end


def direct_place(
    told: Prose, start: int, q: Quantity, listed: Sequence[Enumeration], year: int | None
) -> tuple[Place, int, int] | None:
    """The place that a number follows with nothing between (江苏13个、浙江11个; 上海（84834元）), and where its list starts
    and itself.
    """
    text = told.masked
    before = _DIRECT.search(text[start : q.start])
    if not before or not re.match(r"[、，；。）)]|和|与|及|$", text[q.end :]):
        return None
    at = start + before.start("place")
    for each in listed:
        places = resolved(each, year) if each.start <= at < each.end else None
        for member, place in zip(each.members, places[1], strict=True) if places else ():
            if member.name.start <= at < member.name.end:
                return place, each.start, member.name.start
    return None


def place_of_number(reading: Reading, index: int, told: Prose, start: int, q: Quantity) -> Place | None:
    """The place that the sentence is about, else the only one that the number's clause names before it."""
    if most := _with_the_most(told, start, q):
        return most
    low, high = told.back(q.start, q.end)
    found = place_of(reading, index, low, high)
    begin, _ = clause_around(told.masked, start, len(told.text), q.start, q.end)
    named = [n for n in told.names_in(begin, q.start) if n.code]
    if len(named) != 1 or re.search(_apart(), told.masked[begin : named[0].start]):
        return found or _whose_plan(told, start, q)
    here = gazetteer().by_code[named[0].code or ""]
    sentence = {n.code for n in told.names_in(start, q.end)}
    told_here = found is not None and (found.code in sentence or gazetteer().within(found, here))
    return found if told_here else here


def _whose_plan(told: Prose, start: int, q: Quantity) -> Place | None:
    """印发《常州市…实施方案》，明确到2026年，建成数据空间10个: what a place's only policy in the sentence aims at is the place's."""
    titles = list(_TITLE.finditer(told.text, start, q.start))
    if len(titles) != 1 or not _aims().search(told.text, titles[0].end(), q.start):
        return None
    names = [n for n in told.names_in(start, q.start) if n.code]
    if len(names) != 1 or names[0].start != titles[0].start() + 1:
        return None
    return gazetteer().by_code[names[0].code or ""]


def _with_the_most(told: Prose, start: int, q: Quantity) -> Place | None:
    """海外仓面积以宁波最大，达287万平方米: the number is the first one's."""
    m = _MOST.search(told.masked[start : q.start])
    named = [n for n in told.names_in(start, q.start) if n.code and m and n.start == start + m.start("place")]
    return gazetteer().by_code[named[0].code or ""] if named else None


def place_of_row(text: Passage) -> Place | None:
    """The one city that the row of a table cell names in a cell of its own (else the one province or county)."""
    if text.grid is None or text.row is None:
        return None
    names = {re.sub(r"\s", "", fold(c.text)) for c in text.grid.rows[text.row]}
    scopes: tuple[Scope, ...] = ("city", "county", "province")
    for scope in scopes:
        found = {p for name in names if name and (p := gazetteer().resolve(name, scope=scope))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


@cache
def _aims() -> re.Pattern[str]:
    return re.compile(any_of(lexicon("citations")["quoting"]))


@cache
def _apart() -> str:
    return rf"(?:{any_of(lexicon('ranks')['set_apart']['words'])}|与|和|同|对|向|由|被|往|至|到|从)$"
