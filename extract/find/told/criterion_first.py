"""Lists named after what they meet: 前十位依次为…; 超过1万亿元的省市区包括…; 最高的三个城市分别是…"""

import re
from itertools import pairwise

from extract.find.enumerations import SCOPE_NOUN, Enumeration
from extract.find.told.marks import Mark, N, any_of
from extract.find.told.metric import cleaned, topic_before, year_before
from extract.find.told.model import Claim, clause_before, is_unreal, words
from extract.numerals import ordinal
from extract.prose import PLACE, Prose
from extract.words import lexicon

__all__ = ["criterion_first"]

_NOUN = rf"(?:(?:的|这|其他|其余|{N}个|{N}座|多个)*(?:(?<=的){PLACE}(?={SCOPE_NOUN}))?{SCOPE_NOUN}?)"
_HAVING = re.compile(rf"(?:有|共|^)(?P<count>{N})(?:个|座)?{SCOPE_NOUN}(?:的)?(?P<metric>.*)$")
_ASIDE = r"(?:，(?:较|比|同比|其中)?[^，。；]{0,8}(?:增加|减少|增长|提升|多|少|新增)[^，。；]{0,12}(?=，))?"
_SHARE = re.compile(
    rf"^(?:的?{SCOPE_NOUN})?(?:中|里|当中|之中)，(?:[^。；]{{2,40}}[）)]，)?[^，。；]{{1,12}}(?:占据?|占得|拥有|有|入围|上榜|斩获|拿下){N}(?:席|个|座|城)[^，。；]{{0,4}}(?:，(?:分别|依次)?(?:为|是|即|包括|：)|[：（(])$"
)
"""前十名中，长三角占据5席，分别为…; …，珠三角占2席（…）: those of a group among the first."""
_AMONG = re.compile(
    rf"的{SCOPE_NOUN}[^，。；]{{0,10}}，其中[^，。；]{{1,12}}(?:占据?|占得|有){N}(?:席|个|座|城)，(?:分别)?(?:为|是)$"
)
"""超过2万美元的城市达到22座，其中江苏占6座，为…: those of a group among all that passed a mark."""
_PREDICATE = r"(?:等(?:城市|省份|地|区县|县市)?)?(?:均|都|也|首次|成功|强势|一举|继续|双双)*(?:跻身|进入|位列|位居|排名|名列|入围|稳居|闯入|挺进|居)(?:全国|全省|全市|全球)?"
_ORDER = r"(?:从高到低|由高到低|从前到后|按序|按顺序|依次|分别|顺次|先后)"
_LINK = re.compile(
    rf"^(?:（[^（）]{{1,12}}）)?(?:之间)?(?:席位|行列|阵营|之列|俱乐部”?)?(?P<noun>{_NOUN})(?:总?共有?|合计|一共|数量?(?:达到?|为)|(?:已|现)?(?:达到?|有(?={N})|(?:增|扩|升)(?:加|大|容)?[至到]))?(?P<count>{N})?(?:个|座|家)?"
    rf"{SCOPE_NOUN}?{_ASIDE}[，,]?"
    rf"(?P<is>(?:(?:{_ORDER}|主要|有|仍然?|依然|依旧|还)*(?:为|是|有|(?:只|仅|已|唯)有|仅(?!次|余)|只|包括了?|包含|涵盖|属于|即|由|被|均被)|名单如下|{_ORDER}|如下)?[：:—（(“]*)$"
)


def criterion_first(prose: Prose, start: int, listed: Enumeration, inside: list[Mark]) -> Claim | None:
    """The claim about a list that stands after its rank or mark in its sentence, if it does."""
    text = prose.masked
    mark = next((m for m in reversed(inside) if m.end <= listed.start and not m.exact), None)
    if mark is None:
        return None
    before = text[start : mark.start]
    clause, metric = clause_before(before)
    if re.search(rf"第{N}{any_of(lexicon('tiers')['nouns']['words'])}(?:城市)?(?:为|是)", clause):
        return None  # 第一档为90分以上的城市，包括北京和上海 tells a tier
    if re.search(rf"{PLACE}{_PREDICATE}$", clause) and text[mark.end : listed.start].startswith(("，", ",")):
        return None  # 涪城区、翠屏区跻身前十，分别是绵阳、宜宾的代表
    between = text[mark.end : listed.start]
    share = len(listed.members) <= mark.top and _SHARE.match(between) if mark.top else _AMONG.match(between)
    if share:
        ranks = _ranks_noted(mark, listed)
        return Claim(
            listed, mark.start, listed.end, metric, bool(ranks), mark.criterion, ranks, year=year_before(before)
        )
    link, having = _LINK.match(text[mark.end : listed.start]), _HAVING.search(clause)
    if not link or not _leads(mark, link, listed, counted=having is not None):
        return None
    if is_unreal(before):
        return None
    size = len(listed.members)
    in_order = re.search(_ORDER, link["is"])
    ranks, ordered = _ranks(mark, size, in_order[0] if in_order else ""), True
    if any(m.rank for m in listed.members):
        ranks = ()
    elif noted := _ranks_noted(mark, listed):
        ranks = noted
    elif mark.threshold:
        ordered = False
    entering = re.search(rf"{words('entering')}.{{0,8}}$", clause) and not ranks
    if in_order and in_order[0] != "分别":
        entering = None
    named = any(m.rank for m in listed.members)
    if having:
        metric = cleaned(having["metric"])
    printed = link["count"] or (having["count"] if having else None)
    return Claim(
        listed,
        mark.start,
        listed.end,
        mark.metric or metric or topic_before(before + "，"),
        None if entering and not named else ordered,
        mark.criterion,
        ranks,
        count=ordinal(printed) if printed else None,
        year=year_before(prose.text[start : mark.start]),
    )


def _ranks_noted(mark: Mark, listed: Enumeration) -> tuple[int, ...]:
    """前10名有5个，分别是上海（1）、杭州（4）、南京（6）: numbers that rise within the first ten are ranks."""
    notes = [m.note or "" for m in listed.members]
    if not mark.top or mark.last or len(notes) < 2 or not all(n.isdecimal() for n in notes):
        return ()
    ranks = tuple(map(int, notes))
    rising = all(a < b for a, b in pairwise(ranks))
    return ranks if rising and ranks[0] > 0 and ranks[-1] <= mark.top else ()


def _leads(mark: Mark, link: re.Match[str], listed: Enumeration, *, counted: bool) -> bool:
    """Whether the words between a mark and a list make the list what meets the mark.

    A threshold needs 的 (超过1万亿元的省市包括…) or a count of what meets it (`counted`: 有13个省市…超过1万亿元，包括…).
    """
    if mark.threshold:
        return (bool(link["is"]) or link[0].endswith("有")) and ("的" in link["noun"] or counted or mark.best)
    if len(mark.ranks) == 1:
        return bool(link["is"]) and ("的" in link["noun"] or mark.most)
    adjacent = not link[0] and 2 <= len(listed.members) <= (mark.top or len(mark.ranks))
    return bool(link["is"]) or adjacent


def _ranks(mark: Mark, size: int, in_order: str) -> tuple[int, ...]:
    if len(mark.ranks) == size:
        return mark.ranks
    if mark.ahead:
        return tuple(range(1, size + 1))
    if mark.top and not mark.last and in_order and in_order != "分别" and size <= mark.top:
        return tuple(range(1, size + 1))
    return ()
