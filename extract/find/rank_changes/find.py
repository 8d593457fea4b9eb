"""Moves told in words: 北京上升2个位次，跃升榜首; 由第8位升至第3位; 名次不变 where the place is named."""

import re
from collections.abc import Iterator

from extract.find.displaced import displaced
from extract.find.enumerations import Enumeration, Member, enumerations, resolved
from extract.find.rank_changes.moves import UNIT, Move, moves_in
from extract.find.rank_changes.whose import LONGEST_LINE, card_title, lead_of, pointed_back, whose
from extract.find.told.marks import N
from extract.find.told.model import words
from extract.model import Passage
from extract.numerals import ordinal
from extract.places import Place
from extract.prose import PLACE, Prose, prose
from extract.reading import Reading
from schema.tier import RankChange

__all__ = ["find"]

HOW = "rank change"
READ = ("paragraph", "list_item", "note", "heading")
SIGNED = re.compile(rf"{PLACE}(?:市|[:：])?(?P<sign>[+↑▲△↓▼▽-])(?P<n>\d{{1,3}})(?:{UNIT})?(?![\d.%‰分个万亿倍年月])")
SIGNED_LINE = re.compile(rf"(?:较上[年届期]|名次|位次|排名|变化|[:：])*(?P<sign>[+↑▲△↓▼▽-])(?P<n>\d{{1,3}}){UNIT}")
"""A card's line that tells the move of the place over it: ↑9位."""
OF_RANKS = "位次|名次|排名|升幅|降幅|升降|进步|退步|黑马|上升|下降|提升"


def find(reading: Reading) -> list[RankChange]:
    """The moves that the sentences of a paper tell, in order; one told twice comes once."""
    found: dict[tuple[str, int], RankChange] = {}
    for i, (text, doc) in enumerate(zip(reading.texts, reading.docs, strict=True)):
        if text.kind not in READ:
            continue
        if not (doc.spans.get("places") or reading.case_at(i)) and len(text.text) > LONGEST_LINE:
            continue
        for change in _of_text(reading, i, prose(doc)):
            key = change.city, change.change
            known = found.get(key)
            if known is None or (known.rank is None and change.rank is not None):
                found[key] = change
            elif known.rank not in (None, change.rank) and change.rank is not None:
                found[(f"{change.city} {change.rank}", change.change)] = change
    return list(found.values())


def _of_text(reading: Reading, index: int, told: Prose) -> Iterator[RankChange]:
    text = reading.texts[index]
    if (line := SIGNED_LINE.fullmatch(told.masked)) and (place := card_title(reading, index)):
        steps = int(line["n"]) if line["sign"] in "+↑▲△" else -int(line["n"])
        yield RankChange(city=place.name, change=steps, evidence=text.evidence(HOW))
    for start, end in told.sentences():
        listed = list(enumerations(told, start, end))
        for move in moves_in(told, start, end):
            subject = whose(told, start, move, listed)
            if subject:
                yield from _records(reading, text, told, subject, move)
            elif len(move.changes) == 1 and (place := _meant(reading, index, told, start, move)):
                span = told.back(move.start - len(lead_of(told.masked, start, move.start)), move.end)
                told_at = text.evidence(HOW, *span)
                yield RankChange(city=place.name, change=move.changes[0], rank=move.rank, evidence=told_at)
        for each in listed:
            yield from _noted(reading, text, told, start, each)
        yield from _signed(reading, text, told, start, end)
        for name, change, rank, span in displaced(told, start, end):
            one = Enumeration(name.start, name.end, (Member(name),), False, False, None)
            if places := resolved(one, reading.document.year):
                told_at = text.evidence(HOW, *told.back(*span))
                yield RankChange(city=places[1][0].name, change=change, rank=rank, evidence=told_at)


def _meant(reading: Reading, index: int, told: Prose, start: int, move: Move) -> Place | None:
    """The place that moved, where its sentence does not name it: 该市上升7位; or on a card, 上升9位 under 沈阳."""
    place = pointed_back(reading, index, told, start, move)
    on_card = not told.names and len(told.text) <= LONGEST_LINE and not move.holds
    return place or (card_title(reading, index) if on_card else None)


def _records(reading: Reading, text: Passage, told: Prose, subject: Enumeration, move: Move) -> Iterator[RankChange]:
    size = len(subject.members)
    changes = move.changes * size if len(move.changes) == 1 else move.changes
    if len(changes) != size:
        reading.warnings.append(
            f"第{text.page}页升降与地名数目不符 (page {text.page}: {len(changes)} moves for {size} places): {told.text[move.start : move.end]}"
        )
        return
    places = resolved(subject, reading.document.year)
    if places is None:
        reading.warnings.append(
            f"第{text.page}页升降所指地名不能确定 (page {text.page}: unclear whose move): {told.text[subject.start : move.end]}"
        )
        return
    span = told.back(min(subject.start, move.start), max(subject.end, move.end))
    ranks = move.ranks if len(move.ranks) == size else ((move.rank if size == 1 else None),) * size
    for place, change, rank in zip(places[1], changes, ranks, strict=True):
        yield RankChange(city=place.name, change=change, rank=rank, evidence=text.evidence(HOW, *span))


def _noted(reading: Reading, text: Passage, told: Prose, start: int, listed: Enumeration) -> Iterator[RankChange]:
    """宜昌（上升12位）、绵阳（↑8）: a move in brackets after each place."""
    before = told.masked[start : listed.start]
    for member in listed.members:
        change = _note(member, before)
        if change is None:
            continue
        one = Enumeration(member.name.start, member.name.end, (member,), False, False, listed.noun)
        places = resolved(one, reading.document.year)
        if places:
            span = told.back(member.name.start, member.name.end + len(member.note or "") + 2)
            yield RankChange(city=places[1][0].name, change=change, evidence=text.evidence(HOW, *span))


def _signed(reading: Reading, text: Passage, told: Prose, start: int, end: int) -> Iterator[RankChange]:
    """升幅前三：宿迁+12、盐城+9; 名次变化：烟台↑3: a signed number right after each place, where ranks are told of."""
    for m in SIGNED.finditer(told.masked, start, end):
        if not re.search(OF_RANKS, told.masked[start : m.start()]):
            continue
        names = told.names_in(m.start(), m.end())
        one = [Enumeration(n.start, n.end, (Member(n),), False, False, None) for n in names]
        places = resolved(one[0], reading.document.year) if len(one) == 1 else None
        steps = ordinal(m["n"])
        if places and steps:
            change = steps if m["sign"] in "+↑▲△" else -steps
            told_at = text.evidence(HOW, *told.back(m.start(), m.end()))
            yield RankChange(city=places[1][0].name, change=change, evidence=told_at)


def _note(member: Member, before: str) -> int | None:
    note = re.sub(rf"^(?:排名|位列|位居|居)?第{N}[位名][，,、；]", "", member.note or "")
    m = re.fullmatch(rf"(?P<up>{words('rises')})?(?P<down>{words('falls')})?(?:了)?(?P<n>{N}){UNIT}?", note)
    steps = ordinal(m["n"]) if m else None
    if m is None or not steps:
        return None
    worded = re.search(r"[升降↑↓▲▼进退跌]", note)
    ranked = re.search(r"位次|名次|排名", before)
    if m["up"] or m["down"]:
        return (-steps if m["down"] else steps) if worded or ranked else None
    way = re.search(rf"(?:{words('rises')}|{words('falls')})[^，。；]*$", before)
    if not way or not re.search(UNIT + "$", note):
        return None
    return -steps if re.match(words("falls"), way[0]) else steps
