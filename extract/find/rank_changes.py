"""Moves told in words: 北京上升2个位次，跃升榜首; 由第8位升至第3位; 名次不变 where the place is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.find.displaced import displaced
from extract.find.enumerations import SCOPE_NOUN, Enumeration, Member, enumerations, resolved
from extract.find.told.marks import N, any_of
from extract.find.told.model import CLAUSE_END, is_unreal, words
from extract.model import Passage
from extract.numerals import ordinal
from extract.places import gazetteer
from extract.prose import PLACE, Prose, prose
from extract.reading import Reading
from extract.words import lexicon
from schema.tier import RankChange

__all__ = ["find"]

HOW = "rank change"
READ = ("paragraph", "list_item", "note", "heading")

_UNIT = r"(?:个?(?:位次|名次|席位|位(?![数于居列列])|名(?![额单]|专|院|教|学|医|工)))"
_THEN = (
    rf"[，,]?(?:并|且|从而|直接|一举|成功)?(?:(?:取代|顶替|接替|超越|反超|赶超|超过){PLACE}[，,]?)?"
    r"(?:[升降跃跌滑]?(?:至|到|为)|上升[至到]|下降[至到]|跃升至?|跃居|升居|位居|位列|名列|排名|排在|排|列|居|来到|达到|荣登|登顶|重回|回到|跻身)*"
    r"(?:全国|全省|全市|全球|百强|榜单|总榜|东部|西部|中部)?"
    rf"(?:第(?P<rank>{N})(?:位|名)?|(?P<first>榜首|首位|冠军|第一))"
)
_THEN_EACH = re.compile(
    rf"[，,]?(?:现|今年|目前)?(?:分别|依次)?(?:分列|分居|位列|位居|列|居|升至|升到|降至|降到|排名|排在)(?:全国|全省)?(?P<ranks>第?{N}(?:位|名)?(?:(?:、|和|与)第?{N}(?:位|名)?)+)"
)
"""苏州、无锡各前进1位，分列第7和第9位: where the moves of a list led."""
_WHEN = r"(?:(?:19|20)\d\d年|去年|上年|上一年|上届|上期|此前|原来|今年|本届|当年)"


@dataclass(frozen=True, slots=True)
class _Move:
    """One or more moves told together, at `start` to `end`; `rank` is where it led, `ranks` where those of a list did."""

    start: int
    end: int
    changes: tuple[int, ...]
    rank: int | None
    holds: bool = False
    ranks: tuple[int, ...] = ()


def _told(group: str) -> str:
    """The words of a direction, without the signs (↑, -) that only stand in brackets."""
    return any_of([w for w in lexicon("ranks")[group]["words"] if w.isalpha()])


@cache
def _chain() -> re.Pattern[str]:
    """上升2个位次; 分别上升3、5、2个位次; 上升1位、下降1位; 降幅分别为3位和5位."""
    way = f"(?:{_told('rises')}|{_told('falls')})"
    step = rf"(?:{way})?(?:了|幅度|名次|位次|排名|分别|均|都|为|达|高达|近)*{N}"
    return re.compile(
        rf"{way}(?:了|幅度|名次|位次|排名|分别|均|都|各|为|达|高达|近)*{N}(?:{_UNIT}|个(?=[、和与,]))?(?:(?:、|和|与|,|以及){step}(?:{_UNIT}|个(?=[、和与,]))?)*(?<=[位名次])"
    )


@cache
def _from_to() -> re.Pattern[str]:
    """由第8位升至第3位; 去年排名第16位，今年上升至第12位."""
    way = f"(?:{_told('rises')}|{_told('falls')})"
    return re.compile(
        rf"(?:(?:由|从)(?:{_WHEN}的?)?|{_WHEN}的?)(?:综合)?(?:排名|位列|位居|排在)?(?:全国|全省)?的?(?:第(?P<old>{N}(?:、第?{N})*)(?:位|名)?|(?P<old2>{N})(?:位|名))"
        rf"[，,]?(?:{_WHEN})?[^，。；第]{{0,8}}?{way}[^，。；第]{{0,8}}?第?(?P<new>{N}(?:、第?{N})*)(?:位|名|(?=[，。；、）]|$))"
    )


@cache
def _hold() -> re.Pattern[str]:
    since = rf"(?:与|同|和)(?:{_WHEN})(?:相比)?"
    return re.compile(
        rf"(?:排名|名次|位次|位置|座次)(?:均|都|依然|仍|继续|总体)*(?:{since})?(?:均|都)?(?:保持|维持)?{words('holds')}"
        rf"|(?<=[\ue000\ue001])(?:则|均|都)*(?:{since})?(?P<bare>持平|不变)(?=[，。；]|$)"
        rf"|[，,](?:名次|位次|排名)?(?P<again>{since})(?:持平|一致|相同|保持不变)"
        rf"|(?<=[\ue000\ue001])(?:则|也)?(?:继续|依然|仍然?|依旧)(?:保持|稳居|位居|位列|排名|居)+(?:在)?(?:全国|全省)?第(?P<kept>{N})(?:位|名)?(?=[，。；、]|$)"
    )


def find(reading: Reading) -> list[RankChange]:
    """The moves that the sentences of a paper tell, in order; one told twice comes once."""
    found: dict[tuple[str, int], RankChange] = {}
    for text, doc in zip(reading.texts, reading.docs, strict=True):
        if text.kind not in READ or not doc.spans.get("places"):
            continue
        for change in _of_text(reading, text, prose(doc)):
            key = change.city, change.change
            known = found.get(key)
            if known is None or (known.rank is None and change.rank is not None):
                found[key] = change
            elif known.rank not in (None, change.rank) and change.rank is not None:
                found[(f"{change.city} {change.rank}", change.change)] = change
    return list(found.values())


def _of_text(reading: Reading, text: Passage, told: Prose) -> Iterator[RankChange]:
    for start, end in told.sentences():
        listed = list(enumerations(told, start, end))
        for move in _moves(told, start, end):
            subject = _subject(told, start, move, listed)
            if subject:
                yield from _records(reading, text, told, subject, move)
        for each in listed:
            yield from _noted(reading, text, told, start, each)
        for name, change, rank, span in displaced(told, start, end):
            one = Enumeration(name.start, name.end, (Member(name),), False, False, None)
            if places := resolved(one, reading.document.year):
                told_at = text.evidence(HOW, *told.back(*span))
                yield RankChange(city=places[1][0].name, change=change, rank=rank, evidence=told_at)


def _moves(told: Prose, start: int, end: int) -> list[_Move]:
    text = told.masked
    found = []
    for m in _from_to().finditer(text, start, end):
        old, new = _ordinals(m["old"] or m["old2"]), _ordinals(m["new"])
        if old and len(old) == len(new):
            changes = tuple(a - b for a, b in zip(old, new, strict=True))
            found.append(_Move(m.start(), m.end(), changes, new[0] if len(new) == 1 else None))
    for m in _chain().finditer(text, start, end):
        changes = tuple(_changes(m[0]))
        if changes and not any(f.start <= m.start() < f.end for f in found):
            then = re.compile(_THEN).match(text, m.end(), end)
            rank = _rank(then) if then else _rank_before(text, start, m.start())
            each = _THEN_EACH.match(text, m.end(), end)
            ranks = tuple(_ordinals(each["ranks"])) if each else ()
            last = (each or then or m).end()
            found.append(_Move(m.start(), last, changes, rank if len(changes) == 1 else None, ranks=ranks))
    for m in _hold().finditer(text, start, end):
        if (m["bare"] or m["kept"]) and not found:  # 常州持平 says nothing of ranks but among other moves
            continue
        if m["kept"]:
            found.append(_Move(m.start(), m.end(), (0,), ordinal(m["kept"]), holds=True))
            continue
        if m["again"]:
            rank = _rank_before(text, start, m.start() + 1)
            found += [_Move(m.start(), m.end(), (0,), rank)] if rank else []
            continue
        found.append(_Move(m.start(), m.end(), (0,), None, holds=True))
    return sorted((f for f in found if not is_unreal(text[start : f.start])), key=lambda f: f.start)


def _ordinals(printed: str) -> list[int]:
    return [n for part in re.findall(N, printed) if (n := ordinal(part))]


def _changes(chain: str) -> Iterator[int]:
    """A signed step for each number of a chain; a number without its own direction goes the way of the one before."""
    sign = 1
    for m in re.finditer(rf"(?P<up>{words('rises')})|(?P<down>{words('falls')})|(?P<n>{N})", chain):
        if m["n"]:
            steps = ordinal(m["n"])
            if steps:
                yield sign * steps
        else:
            sign = 1 if m["up"] else -1


def _rank(then: re.Match[str]) -> int | None:
    return 1 if then["first"] else ordinal(then["rank"])


def _rank_before(text: str, start: int, at: int) -> int | None:
    """南昌位居第30位，比上年提高4位: the rank told just before."""
    before = re.split(PLACE, text[start:at])[-1]
    m = re.search(
        rf"(?:位居|位列|名列|排名|排在|排|列|居|{words('entering')}|[升跃降跌滑退]至|退居|来到)(?:全国|全省)?第({N})(?:位|名)?[，,][^，。；]{{0,20}}$",
        before,
    )
    return ordinal(m[1]) if m else None


def _clause(text: str, start: int, at: int) -> str:
    return CLAUSE_END.split(text[start:at])[-1]


def _subject(told: Prose, start: int, move: _Move, listed: Sequence[Enumeration]) -> Enumeration | None:
    """The list that moved: the last one before it in its clause, else the only one of a clause before; or 的是X after it."""
    text = told.masked
    after = re.compile(rf"的(?:{SCOPE_NOUN})?(?:是|为|有|包括)").match(text, move.end)
    if after:
        return next((x for x in listed if x.start == after.end()), None)
    if behind := re.compile(rf"[，,](?={PLACE}(?:成为|是|成了)[^，。；]{{0,12}}(?:最[快大多高]|黑马))").match(
        text, move.end
    ):
        return next((x for x in listed if x.start == behind.end()), None)
    lead = _clause(text, start, move.start)
    at = move.start - len(lead)
    own = [x for x in listed if at <= x.start and x.end <= move.start and not _compared(text, start, x)]
    if own:
        return own[-1]
    if re.search(r"[\u4e00-\u9fff][区县市州](?:的|总|综合)?(?:排名|位次|名次)?$", lead):
        return None  # 西区前进9个位次: a name that means no one place
    if (move.holds and lead) or re.search(r"其余|其他|其它|另有|另外|各|平均|总数|数量", lead):
        return None
    for _ in range(2):
        if at <= start:
            return None
        lead = _clause(text, start, at - 1)
        end, at = at - 1, at - 1 - len(lead)
        earlier = [x for x in listed if at <= x.start and x.end <= end and not _compared(text, start, x)]
        if earlier:
            return earlier[-1] if len(earlier) == 1 or _of_its_province(text, earlier) else None
        if move.holds:
            return None
    return None


def _of_its_province(text: str, listed: Sequence[Enumeration]) -> bool:
    """四川小城德阳: one city, with its province before it."""
    if len(listed) != 2 or any(len(x.members) > 1 for x in listed):
        return False
    known = gazetteer()
    province = known.resolve(listed[0].members[0].name.printed, scope="province")
    city = known.resolve(listed[1].members[0].name.printed, scope="city")
    beside = re.fullmatch(r"的?[\u4e00-\u9fff]{0,4}", text[listed[0].end : listed[1].start])
    return bool(beside and province and city and known.within(city, province))


def _compared(text: str, start: int, listed: Enumeration) -> bool:
    return bool(re.search(rf"(?:{words('set_apart')}|与|和|同)$", text[start : listed.start]))


def _records(reading: Reading, text: Passage, told: Prose, subject: Enumeration, move: _Move) -> Iterator[RankChange]:
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


def _note(member: Member, before: str) -> int | None:
    note = re.sub(rf"^(?:排名|位列|位居|居)?第{N}[位名][，,、；]", "", member.note or "")
    m = re.fullmatch(rf"(?P<up>{words('rises')})?(?P<down>{words('falls')})?(?:了)?(?P<n>{N}){_UNIT}?", note)
    steps = ordinal(m["n"]) if m else None
    if m is None or not steps:
        return None
    worded = re.search(r"[升降↑↓▲▼进退跌]", note)
    ranked = re.search(r"位次|名次|排名", before)
    if m["up"] or m["down"]:
        return (-steps if m["down"] else steps) if worded or ranked else None
    way = re.search(rf"(?:{words('rises')}|{words('falls')})[^，。；]*$", before)
    if not way or not re.search(_UNIT + "$", note):
        return None
    return -steps if re.match(words("falls"), way[0]) else steps
