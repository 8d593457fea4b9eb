"""What each sentence says of the lists of places in it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.find.enumerations import Enumeration, enumerations
from extract.find.told.criterion_first import criterion_first
from extract.find.told.list_first import list_first
from extract.find.told.marks import Mark, N, marks
from extract.find.told.metric import topic_before, year_before
from extract.find.told.model import Claim, clause_before, words
from extract.numerals import ordinal
from extract.prose import PLACE, Prose

_SERIAL = re.compile(rf"(?<![\d.])(?P<rank>\d{{1,2}})[.．、)）]\s?(?P<place>{PLACE})")
_RANKED = re.compile(r"排名|排行|名次|榜|TOP|Top|前\S{1,3}[名位强的]")
_THESE = re.compile(
    rf"(?:其中|而|同时|，)*(?P<these>(?:这|上述|以上)(?P<count>{N})(?:个|座)?(?P<noun>城市|省份|省市|省区市|地区|县市|[省市县]))"
)
"""What takes up a list named in the sentence before."""
__all__ = ["claims"]

_NUMBERED = re.compile(rf"第(?P<rank>{N})(?:名|位)?(?:的?(?:城市|省份|省)?(?:分别)?(?:是|为)|[：:])?(?P<place>{PLACE})")


def claims(prose: Prose) -> list[Claim]:
    """The lists of places that a text ranks or holds to a mark, in order."""
    found: list[Claim] = []
    every = marks(prose)
    for start, end in prose.sentences():
        inside = [m for m in every if start <= m.start and m.end <= end]
        serial = list(_numbered(prose, start, end, _SERIAL)) if _RANKED.search(prose.masked[start:end]) else []
        if [c.ranks[0] for c in serial] == list(range(1, len(serial) + 1)) and len(serial) > 2:
            found += serial
        elif inside:
            found += _sentence(prose, start, end, inside)
    return found


def _sentence(prose: Prose, start: int, end: int, inside: list[Mark]) -> list[Claim]:
    numbered = list(_numbered(prose, start, end, _NUMBERED))
    if len(numbered) > 1:
        return numbered
    found = []
    for listed in (*_taken_up(prose, start), *enumerations(prose, start, end)):
        claim = criterion_first(prose, start, listed, inside)
        if claim is None and not _apart(prose, start, listed):
            claim = list_first(prose, start, end, listed, inside)
        found += [claim] if claim else []
    return found


def _taken_up(prose: Prose, start: int) -> Iterator[Enumeration]:
    """The list that a sentence takes up by its number: 广州、重庆、成都和武汉…。这四座城市的零售总额均排名前六."""
    m = _THESE.match(prose.masked, start)
    count = ordinal(m["count"]) if m else None
    if m is None or count is None or count < 2:
        return
    before = max((s for s, e in prose.sentences() if e <= start), default=start)
    alike = [x for x in enumerations(prose, before, start) if len(x.members) == count and not x.more]
    if len(alike) == 1:
        yield replace(alike[0], start=m.start("these"), end=m.end(), example=False, noun=m["noun"])


def _apart(prose: Prose, start: int, listed: Enumeration) -> bool:
    """除北京、上海外; 仅次于北京: the list is no subject."""
    apart = rf"(?:{words('set_apart')}|(?<![占据位数])(?:与|和|同|跟|对|向|由|被))$"
    return bool(re.search(apart, prose.masked[start : listed.start]))


def _numbered(prose: Prose, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Claim]:
    """第一名是深圳，第二名是苏州; 1.北京 2.上海."""
    for m in pattern.finditer(prose.masked, start, end):
        rank = ordinal(m["rank"])
        listed = next(enumerations(prose, m.start("place"), m.end()), None)
        if rank and listed:
            before = prose.masked[start : m.start()]
            yield Claim(
                listed,
                m.start(),
                m.end(),
                topic_before(before) or clause_before(before)[1],
                ordered=True,
                ranks=(rank,),
                year=year_before(prose.text[start : m.start()]),
            )
