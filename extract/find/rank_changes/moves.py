"""The words that tell a move: 上升2个位次，跃升榜首; 由第8位升至第3位; 名次不变."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.find.told.marks import N, any_of
from extract.find.told.model import is_unreal, words
from extract.numerals import ordinal
from extract.prose import PLACE, Prose
from extract.words import lexicon

__all__ = ["UNIT", "Move", "moves_in"]

UNIT = (
    r"(?:个?(?:位次|名次|席位|位(?:(?=[居列](?:全[国省市球])?第)|(?![数于居列]))|身位|名(?![额单]|专|院|教|学|医|工)))"
)
_THEN = (
    rf"[，,]?(?:并|且|从而|直接|一举|成功)?(?:(?:取代|顶替|接替|超越|反超|赶超|超过){PLACE}[，,]?)?"
    r"(?:[升降跃跌滑]?(?:至|到|为)|上升[至到]|下降[至到]|跃升至?|跃居|升居|位居|位列|名列|排名|排在|排|列|居|来到|达到|荣登|登顶|重回|回到|跻身|仍然?|依然|依旧|稳居)*"
    r"(?:全国|全省|全市|全球|百强|榜单|总榜|东部|西部|中部)?"
    rf"(?:第(?P<rank>{N})(?:位|名)?|(?P<first>榜首|首位|冠军|第一))"
)
_THEN_EACH = re.compile(
    rf"[，,]?(?:现|今年|目前)?(?:分别|依次)?(?:分列|分居|位列|位居|列|居|升至|升到|降至|降到|排名|排在)(?:全国|全省)?(?P<ranks>第?{N}(?:位|名)?(?:(?:、|和|与)第?{N}(?:位|名)?)+)"
)
"""苏州、无锡各前进1位，分列第7和第9位: where the moves of a list led."""
_WHEN = r"(?:(?:19|20)\d\d年|去年|上年|上一年|上届|上期|此前|原来|今年|本届|当年)"


@dataclass(frozen=True, slots=True)
class Move:
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


def _way() -> str:
    """Either direction in words."""
    return f"(?:{_told('rises')}|{_told('falls')})"


@cache
def _chain() -> re.Pattern[str]:
    """上升2个位次; 分别上升3、5、2个位次; 上升1位、下降1位; 降幅分别为3位和5位."""
    way = _way()
    step = rf"(?:{way})?(?:了|幅度|名次|位次|排名|分别|均|都|为|达|高达|近)*{N}"
    return re.compile(
        rf"{way}(?:了|幅度|名次|位次|排名|分别|均|都|各|为|达|高达|近)*{N}(?:{UNIT}|个(?=[、和与,]))?(?:(?:、|和|与|,|以及){step}(?:{UNIT}|个(?=[、和与,]))?)*(?<=[位名次])"
    )


@cache
def _widest() -> re.Pattern[str]:
    """名次下滑幅度最大，达9位; 上升最多（9位）."""
    way = _way()
    return re.compile(
        rf"(?P<way>{way})(?:的?幅度|名次|位次)*最[大多快高](?:[，,（]|达到?了?|为|共|足足|高达)+(?P<n>{N}){UNIT}"
    )


@cache
def _from_to() -> re.Pattern[str]:
    """由第8位升至第3位; 去年排名第16位，今年上升至第12位."""
    way = _way()
    return re.compile(
        rf"(?:(?:由|从)(?:{_WHEN}的?)?|{_WHEN}的?)(?:综合)?(?:排名|位列|位居|排在)?(?:全国|全省)?的?(?:第(?P<old>{N}(?:、第?{N})*)(?:位|名)?|(?P<old2>{N})(?:位|名))"
        rf"[，,]?(?:{_WHEN})?[^，。；第]{{0,8}}?{way}[^，。；第]{{0,8}}?(?:第|(?<=[至到为居列]))(?P<new>{N}(?:、第?{N})*)(?:位|名|(?=[，。；、）]|$))"
    )


_ARROW = re.compile(rf"第?(?P<old>{N})[位名](?:→|⟶|➔|➜|➞|⇒|->)第?(?P<new>{N})[位名]")
"""第41位→第33位."""


@cache
def _hold() -> re.Pattern[str]:
    since = rf"(?:与|同|和|较|比)(?:{_WHEN})(?:相比)?"
    return re.compile(
        rf"(?:排名|名次|位次|位置|座次)(?:均|都|依然|仍|继续|总体)*(?:{since})?(?:均|都)?(?:保持|维持)?{words('holds')}"
        rf"|(?<=[\ue000\ue001])(?:则|均|都)*(?:{since})?(?:保持|维持)?(?P<bare>持平|不变)(?=[，。；]|$)"
        rf"|[，,](?:名次|位次|排名)?(?P<again>{since})(?:持平|一致|相同|保持不变)"
        rf"|(?<=[\ue000\ue001])(?:则|也)?(?:继续|依然|仍然?|依旧)(?:保持|稳居|位居|位列|排名|居)+(?:在)?(?:全国|全省)?第(?P<kept>{N})(?:位|名)?(?=[，。；、]|$)"
    )


def moves_in(told: Prose, start: int, end: int) -> list[Move]:
    """The moves that the sentence from `start` to `end` tells, in order."""
    text = told.masked
    found = []
    for m in _from_to().finditer(text, start, end):
        old, new = _ordinals(m["old"] or m["old2"]), _ordinals(m["new"])
        if old and len(old) == len(new):
            changes = tuple(a - b for a, b in zip(old, new, strict=True))
            found.append(Move(m.start(), m.end(), changes, new[0] if len(new) == 1 else None))
    for m in _ARROW.finditer(text, start, end):
        before, after = ordinal(m["old"]), ordinal(m["new"])
        found += [Move(m.start(), m.end(), (before - after,), after)] if before and after else []
    for m in _chain().finditer(text, start, end):
        changes = tuple(_changes(m[0]))
        on_top = text.startswith(("的基础上", "基础上"), m.end())  # 在上年跃升4位的基础上再升2位
        if changes and not on_top and not any(f.start <= m.start() < f.end for f in found):
            then = re.compile(_THEN).match(text, m.end(), end)
            rank = _rank(then) if then else _rank_before(text, start, m.start())
            each = _THEN_EACH.match(text, m.end(), end)
            ranks = tuple(_ordinals(each["ranks"])) if each else ()
            last = (each or then or m).end()
            found.append(Move(m.start(), last, changes, rank if len(changes) == 1 else None, ranks=ranks))
    for m in _widest().finditer(text, start, end):
        found.append(Move(m.start(), m.end(), tuple(_changes(m["way"] + m["n"])), None))
    for m in _hold().finditer(text, start, end):
        if (m["bare"] or m["kept"]) and not found:  # 常州持平 says nothing of ranks but among other moves
            continue
        if m["kept"]:
            found.append(Move(m.start(), m.end(), (0,), ordinal(m["kept"]), holds=True))
            continue
        if m["again"]:
            rank = _rank_before(text, start, m.start() + 1)
            found += [Move(m.start(), m.end(), (0,), rank)] if rank else []
            continue
        then = re.compile(_THEN).match(text, m.end(), end)
        found.append(Move(m.start(), m.end(), (0,), _rank(then) if then else None, holds=True))
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
        rf"(?:位居|位列|名列|排名|排在|排|列|居|{words('entering')}|(?:提高|提升|上升|下降|前移|下移|[升跃降跌滑退])[至到]|退居|来到)(?:全国|全省)?第({N})(?:位|名)?[，,][^，。；]{{0,20}}$",
        before,
    )
    return ordinal(m[1]) if m else None
