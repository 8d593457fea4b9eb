"""Tiers told in one sentence: 第一梯队包含北京、上海…5个城市，得分均在70分以上; 深圳、北京位居第1梯队."""

import re
from collections.abc import Iterator, Sequence

from extract.find.enumerations import SCOPE_NOUN, Enumeration, enumerations
from extract.find.tiers.members import belongs, holds, stand_for_the_rest
from extract.find.tiers.model import Told
from extract.find.tiers.names import LEVEL, Named, claimed_in, group, names_in, subject
from extract.find.tiers.scores import BOUNDS, Scores, scores_in
from extract.find.told.marks import N
from extract.find.told.model import CLAUSE_END, is_unreal
from extract.numerals import ordinal
from extract.prose import Prose

__all__ = ["told_in"]

_ENTERS = "进入|跻身|入围|入选"
_BOUNDED = rf"(?:{SCOPE_NOUN})?(?:的?(?:综合)?(?:得分|总分|指数)(?:均|都)?)?(?:为|是|在|介于|处于|低于|高于|不足|不到|超过)?{BOUNDS}[^，。；]{{0,4}}[，,]"
"""What may stand between a tier and the count of its places: 得分在60—80分之间，共34个城市."""
_COUNTED = (
    rf"”?{LEVEL}?(?:（(?!\d+市）)[^（）]*）)?(?:{_BOUNDED})?[，,]?(?:(?:{SCOPE_NOUN})?{N}[个座](?![梯档层等级类方阵维])|（\d+市）"
    rf"|(?:共|的)?(?:{SCOPE_NOUN})?(?:包含|包括|共有?|仅有?|有|含|涵盖))"
)
"""What after a tier says how many places it has."""


def told_in(told: Prose, start: int, end: int, declared: frozenset[str]) -> Iterator[Told]:
    """The tiers that the sentence from `start` to `end` tells something of; `declared` are names given by the paper."""
    names = list(names_in(told.masked[start:end], declared))
    names = [Named(n.start + start, n.end + start, n.name) for n in names]
    listed = list(enumerations(told, start, end))
    for i, named in enumerate(names):
        stop = names[i + 1].start if i + 1 < len(names) else end
        left = i and told.masked[names[i - 1].start - 1] in "从由"  # 从第二梯队晋级第一梯队
        begin = names[i - 1].end if i and not left else start
        if is_unreal(told.masked[begin : named.start]):
            continue
        yield from _one(told, named, begin, stop, listed)


def _one(told: Prose, named: Named, begin: int, stop: int, listed: Sequence[Enumeration]) -> Iterator[Told]:
    """What a sentence says of one tier, between the tiers named before and after it."""
    text = told.masked
    after = next((x for x in listed if named.end <= x.start and x.end <= stop), None)
    own = max(begin, text.rfind("；", begin, named.start) + 1)
    before = next((x for x in reversed(listed) if own <= x.start and x.end <= named.start), None)
    rest = re.split("[；;。]", text[named.end : stop])[0]
    lead = re.split("[；;。]", text[begin : named.start])[-1]
    own_lead = re.sub(rf"^”?{LEVEL}?（[^（）]*）", "", lead)  # those of the tier before
    scores = scores_in(rest) if scores_in(rest) != Scores(None, None) else scores_in(own_lead)
    between = text[named.end : after.start] if after else ""
    inside = between == "的" and re.search(rf"{group('belonging')}(?:在|于)?$", text[begin : named.start])
    some = after is not None and stand_for_the_rest(between, text[after.start : stop])
    if after and (inside or some or holds(between)):
        count = claimed_in("共" + _without_noun(between)) or claimed_in(text[after.start : stop]) or _counted(lead)
        about = subject(CLAUSE_END.split(text[begin : named.start])[-1])
        whole = not (after.more or after.example or some)
        yield Told(named, named.start, stop, about, after, whole, count, scores)
    elif (
        before
        and rest[:1] not in ("中", "里", "内")
        and (gap := belongs(text[before.end : named.start], before)) is not None
    ):
        lead = CLAUSE_END.split(text[begin : before.start])[-1]
        newly = re.search(group("newly"), text[before.end : named.start])
        whole = not (before.more or before.example or newly)
        own_count = before.more and not re.search(f"{group('newly')}|{_ENTERS}", text[before.end : named.start])
        count = claimed_in(text[before.end - 8 : named.start if whole else before.end]) if whole or own_count else None
        about = subject(gap) or subject(lead)
        scores = scores_in(text[before.end : named.start] + "，" + rest)
        yield Told(named, before.start, _clause_end(text, named.end, stop), about, before, whole, count, scores)
    elif not before and ((ahead := _count_before(lead)) or re.match(_COUNTED, rest)):
        count = ahead or claimed_in(rest) or claimed_in("共" + _without_noun(rest))
        if count:
            about, scores = (None, scores_in(rest)) if ahead else (subject(own_lead), scores)
            yield Told(named, named.start, stop, about, None, False, count, scores)
    elif not before and (own_scores := _given_by(lead, rest)) != Scores(None, None):
        yield Told(named, begin, named.end, None, None, False, None, own_scores)


def _given_by(lead: str, rest: str) -> Scores:
    """The scores that alone give a tier: 70—85分为(进阶级); (第二梯队)（60—80分）."""
    clause = re.split("[，,]", lead)[-1]
    if re.search(rf"{BOUNDS}(?:的|者)?(?:{SCOPE_NOUN})?(?:列为|划为|归为|定为|属于|为|是)$", clause):
        return scores_in(clause)
    bracket = re.match(rf"”?{LEVEL}?（([^（）]*)）", rest)
    return scores_in(bracket[1]) if bracket else Scores(None, None)


def _count_before(lead: str) -> int | None:
    """How many places the words right before a tier say it has: 6个(引领型)城市."""
    m = re.search(rf"({N})[个座]$", lead)
    return ordinal(m[1]) if m else None


def _without_noun(words: str) -> str:
    """The words after a tier without its bounds and what its places are called: 城市7个，分别为."""
    return re.sub(rf"^{LEVEL}?(?:（(?!\d+市）)[^（）]*）)?(?:{SCOPE_NOUN}(?={N}[个座]))?", "", words.lstrip("”，"))


def _counted(lead: str) -> int | None:
    """前10名城市为(第一梯队): as many as the ranks; 共有3座城市获评(S级)."""
    m = re.search(rf"(?:前({N})(?:名|位|强)?(?:的)?{SCOPE_NOUN}?|有({N})[个座]{SCOPE_NOUN}){group('belonging')}$", lead)
    return ordinal(m[1] or m[2]) if m else None


def _clause_end(text: str, at: int, stop: int) -> int:
    m = CLAUSE_END.search(text, at, stop)
    return m.start() if m else stop
