"""Lists named before what they meet: 北京、上海位列前二; 江苏、浙江…规模超过3万亿元; …排名前列，指数达到40以上."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from extract.find.enumerations import SCOPE_NOUN, Enumeration
from extract.find.told.marks import Mark, N, any_of
from extract.find.told.metric import cleaned, is_measurable, topic_before, year_before
from extract.find.told.model import CLAUSE_END, Claim, is_unreal, words
from extract.prose import PLACE, Prose
from extract.words import lexicon

__all__ = ["list_first"]

_SCORES = re.compile(
    r"(?P<each>分别|依次)?(?:以|凭借?|为|是|获得|得分|取得|拿到|达到?)+(?:综合得分|总得分|总分|得分)?(?P<list>\d+(?:\.\d+)?分?(?:[、和,]\d+(?:\.\d+)?分?)*)"
    r"(?:的(?:综合)?(?:得分|成绩|高分|总分))?"
)
_SCORE_AFTER = re.compile(
    r"^[，,（(]?(?:的)?(?:综合)?(?:得分|总分|指数|分值)值?(?:为|达到?|是|:)?(\d+(?:\.\d+)?)分?(?=[，。；、）]|$)"
)
_FOLLOW = re.compile(
    r"^(?:则|也)?(?:(?:分别)?以\d+(?:\.\d+)?分?(?:[、和]\d+(?:\.\d+)?分?)*(?:的(?:得分|成绩))?)?"
    r"(?:紧随其后|紧跟其后|紧追其后|紧跟|跟在其后|跟随其后|次之|随后|居后|位居其后|位列其后|分列其后|居其后)"
)
_EACH = re.compile(r"均|都|皆|各|全部|分别|双双")
_PASSED = re.compile(rf"^(?:一举|成功|强势)?(?:反超|超越|赶超|超过|取代|力压){PLACE}[，,]?")
_FOLLOWED = re.compile(
    r"(?:紧随其后|紧追其后|其次|随后|其后|之后|再次|次之)(?:的)?(?:城市|省份)?(?:依次|分别)?(?:是|为)$"
)
_PARTLY = re.compile(rf"的?(?:席|{SCOPE_NOUN})?(?:中|里|之外|以外)|的(?!是|为|水平|成绩|位置|行列)")
_BY = re.compile(
    r"^(?:凭借?|以)每?[^，。；\ue000]{0,8}?\d+(?:\.\d+)?[^，。；\ue000\d]{1,8}?的?(?:成绩|水平|优势)?"
    r"(?=高居|位居|位列|居|排名|稳居|名列|领跑|夺得|荣登|登顶|连续)"
)
"""以每平方公里23个: by what a place stands where it does."""
_COUNTED = re.compile(r"的?(?P<noun>[^，。；：\d\ue000]{2,16}?)(?:均|都)(?:已|也)?在?")
"""浙江、江苏入围城市均超过9座: what is counted of each."""
_PASSED_ENDS = re.compile(rf"(?:的?(?:大关|门槛|关口|台阶|量级))?(?:{CLAUSE_END.pattern})")
"""突破万亿元大关."""
_FOLLOWING_CLAUSES = 2


@dataclass(frozen=True, slots=True)
class _Predicate:
    """The words between a list and a mark; `first` are those of the list's own clause, where the mark stands in a later one."""

    words: str
    first: str
    mark: Mark
    carried: bool


@cache
def _verb() -> re.Pattern[str]:
    standing: list[str] = lexicon("ranks")["standing"]["words"]
    short = any_of([w for w in standing if len(w) == 1]) + "(?![民住家比地放污水车入])"  # 居民, 占比, 排放 are nouns
    return re.compile(
        rf"(?:{words('in_order')}|{any_of([w for w in standing if len(w) > 1])}|{short}|{words('entering')}"
        r"|进(?=全国|全省|全球|百强|$))(?:了|于|在)?"
    )


@cache
def _move() -> str:
    ways = [w for g in ("rises", "falls") for w in lexicon("ranks")[g]["words"] if w.isalpha()]
    return rf"{any_of(ways)}(?:了|幅度|达|为)*{N}个?(?:位|名)"


def list_first(prose: Prose, start: int, end: int, listed: Enumeration, inside: list[Mark]) -> Claim | None:
    """The claim about a list that stands before its rank or mark, in its clause or in one that goes on about it."""
    text = prose.masked
    if is_unreal(text[start : listed.start]):
        return None
    follow = _FOLLOW.match(text[listed.end : end])
    found = _of_predicates(prose, start, listed, list(_predicates(text, start, end, listed, inside)))
    if (follow and not (found and found.ranks)) or _FOLLOWED.search(text[start : listed.start]):
        return Claim(listed, listed.start, listed.end + (follow.end() if follow else 0), None, True, continues=True)
    return found


def _of_predicates(prose: Prose, start: int, listed: Enumeration, predicates: list[_Predicate]) -> Claim | None:
    """The first claim that the words make; ranks after a threshold or after 进入前15名 (分列第5、第12位) tell more."""
    over: Claim | None = None
    entered: Claim | None = None
    for p in predicates:
        said = _PASSED.sub("", p.words)
        if re.search(f"{PLACE}|{words('unreal')}", said) or p.mark.ahead:
            continue
        if len(listed.members) == 1 and re.search(_move(), p.first + p.words):
            continue  # 重庆前进3名，位居第四 tells a move
        p = replace(p, words=said)
        if p.mark.threshold:
            over = over or _over(prose, start, listed, p)
        elif claim := _ranked(prose, start, listed, p):
            claim = replace(claim, metric=claim.metric or over.metric, own_metric=True) if over else claim
            if claim.ranks:
                return claim if entered is None else replace(claim, metric=claim.metric or entered.metric)
            entered = entered or claim
    return entered or over


def _predicates(text: str, start: int, end: int, listed: Enumeration, inside: list[Mark]) -> Iterator[_Predicate]:
    at, first = listed.end, ""
    for i in range(1 + _FOLLOWING_CLAUSES):
        stop = CLAUSE_END.search(text, at, end)
        clause_end = stop.start() if stop else end
        if i and (re.search(PLACE, text[at:clause_end]) or not _is_subject(text, start, listed)):
            return
        for mark in inside:
            left = text[mark.start - 1] in "由从自" or (
                len(listed.members) == 1 and re.search(r"[由从自]第", text[at : mark.start])
            )
            if at <= mark.start and mark.end <= clause_end and not mark.best and not left:
                yield _Predicate(text[at : mark.start], first if i else text[at : mark.start], mark, carried=bool(i))
        if i == 0:
            first = text[at:clause_end]
        if stop is None or stop[0] not in "，,":
            return
        at = stop.end()


def _is_subject(text: str, start: int, listed: Enumeration) -> bool:
    """Whether a list opens its clause, so that the next clauses go on about it."""
    lead = CLAUSE_END.split(text[start : listed.start])[-1]
    return (
        re.fullmatch(
            r"(?:其中|例如|目前|当前|此外|同时|\d{4}年|以|而|从.{0,12}看|.{0,6}地区的?|.{1,12}(?:城市|省会|省份|地区|样本|[强名市省区县])(?:中|里|内|当中))*",
            lead,
        )
        is not None
    )


def _ranked(prose: Prose, start: int, listed: Enumeration, p: _Predicate) -> Claim | None:
    size, mark = len(listed.members), p.mark
    if mark.club and re.search(r"新|首次", p.words):
        return None  # 首次进入百强: new in the list, at no rank
    scores, between = _scores_in(p.words)
    between = _BY.sub("", between)
    if p.carried and not scores:
        scores = _scores_in(p.first)[0]
    verbs = list(_verb().finditer(between))
    if not verbs and (between or not mark.ranks):
        return None
    said = between[: verbs[-1].start()] if verbs else ""
    metric = cleaned(said) or cleaned(between[verbs[-1].end() :] if verbs else "")
    if _PARTLY.match(prose.masked[mark.end :]) or (metric and re.search(words("not_places") + "$", metric)):
        return None
    if re.search(r"\d(?:家|所|个)[^，。]{0,6}$", said):
        return None
    ranks = _member_ranks(mark, size, between, listed.more)
    within = mark.band and 1 < size < len(mark.ranks)
    if (mark.ranks and not ranks and not within) or (p.carried and size == 1 and not mark.ranks):
        return None
    entering = _EACH.search(re.sub("分别", "", between)) or re.search(
        words("entering"), between.replace(metric or "\n", "")
    )
    before = prose.masked[start : listed.start]
    follow = _score_after(prose.masked, mark.end) if size == 1 else ()
    if p.carried and metric is None:
        metric = _measured(re.split(words("praise"), _SCORES.sub("", p.first))[0])
    return Claim(
        listed,
        listed.start,
        mark.end,
        metric or topic_before(before) or _next_metric(prose, mark.end),
        False if listed.example else True if ranks or not (entering or within) else None,
        mark.criterion,
        ranks,
        scores if len(scores) == size else follow,
        year=year_before(prose.text[start : mark.start]),
        own_metric=metric is not None,
    )


def _measured(text: str) -> str | None:
    metric = cleaned(text)
    return metric if metric and is_measurable(metric) else None


def _member_ranks(mark: Mark, size: int, between: str, more: bool) -> tuple[int, ...]:
    """A rank for each member, where the words give them."""
    if len(mark.ranks) == size:
        return mark.ranks
    if "并列" in between and len(mark.ranks) == 1:
        return mark.ranks * size
    one_by_one = re.search(words("in_order") + "|包揽|囊括", between)
    return tuple(range(1, size + 1)) if mark.top == size and one_by_one and not more else ()


def _over(prose: Prose, start: int, listed: Enumeration, p: _Predicate) -> Claim | None:
    """江苏、浙江数字经济规模均超过3万亿元; in a later clause only after praise or with 均."""
    text, mark = prose.masked, p.mark
    praised = re.search(words("praise"), p.first) if p.carried else None
    each = bool(_EACH.search(p.words)) or mark.average or not p.first
    if len(listed.members) < 2 or re.search(words("together"), p.words) or (p.carried and not praised and not each):
        return None
    metric = cleaned(p.words)
    if p.carried and (metric is None or metric in ("指数", "相关指数")):
        lead = p.first[: praised.start()] if praised else p.first
        metric = cleaned(lead) or topic_before(text[start : listed.start]) or metric
    elif metric is None:
        metric = topic_before(text[start : listed.start])  # 从千兆用户渗透率看，江苏、浙江等省份超过25%
    if re.search(r"占(?:全国|全省|全球|全市|总)", p.words) and not _EACH.search(p.words):
        return None  # 五省市专利授权量占全国比重超过60%, all of them together
    counted = _COUNTED.fullmatch(p.words)
    if counted:
        metric = metric or counted["noun"]
    elif metric is None or not is_measurable(metric) or (mark.exact and not (each or praised)):
        return None
    if not _PASSED_ENDS.match(text[mark.end :] + "。"):
        return None
    return Claim(
        listed,
        listed.start,
        mark.end,
        metric,
        None if praised else False,
        mark.threshold,
        year=year_before(prose.text[start : mark.start]),
        own_metric=True,
    )


def _scores_in(between: str) -> tuple[tuple[Decimal, ...], str]:
    """分别以95.2分、93.8分位列: the scores, and the words without them (分别 stays)."""
    m = _SCORES.search(between)
    if not m or not re.match(r"$|[的，列排居名稳高获夺摘荣登跻位](?!(?<=位)[，。])", between[m.end() :]):
        return (), between
    scores = tuple(Decimal(x) for x in re.findall(r"\d+(?:\.\d+)?", m["list"]))
    return scores, between[: m.start()] + (m["each"] or "") + between[m.end() :]


def _score_after(text: str, at: int) -> tuple[Decimal, ...]:
    m = _SCORE_AFTER.match(text[at:])
    return (Decimal(m[1]),) if m else ()


def _next_metric(prose: Prose, at: int) -> str | None:
    """The metric of the clause that goes on: …位列前三，算力规模指数达到30以上."""
    m = re.match(r"[，,]([^，。；：:]{2,30}?)(?:达到|达|超过|高于|均|都|在)", prose.masked[at:])
    if not m or re.search(PLACE, m[1]):
        return None
    metric = _measured(m[1])
    return metric if metric not in ("相关指数", "指数", "得分") else None
