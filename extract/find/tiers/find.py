"""Tiers told in sentences: 第一梯队包含北京、上海…5个城市，得分均在70分以上; 深圳、北京位居第1梯队."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.find.enumerations import SCOPE_NOUN, Enumeration, enumerations, resolved
from extract.find.tiers.beside import tiers_in_figures
from extract.find.tiers.cards import tiers_on_cards, with_cards
from extract.find.tiers.declared import called_names, declared_names
from extract.find.tiers.grades import TYPED
from extract.find.tiers.names import LEVEL, Named, claimed_in, group, names_in, subject, subject_divided, tier_name
from extract.find.tiers.scores import BOUNDS, Scores, scores_in
from extract.find.tiers.tables import merged, tiers_in_tables
from extract.find.told.marks import N
from extract.find.told.model import CLAUSE_END, is_unreal
from extract.fold import fold
from extract.model import Passage
from extract.numerals import ordinal
from extract.prose import Prose, prose, squeezed
from extract.reading import Reading
from schema.base import Evidence
from schema.tier import Tier

__all__ = ["find"]

HOW = "tier"
_ENTERS = "进入|跻身|入围|入选"
_BOUNDED = rf"(?:{SCOPE_NOUN})?(?:的?(?:综合)?(?:得分|总分|指数)(?:均|都)?)?(?:为|是|在|介于|处于|低于|高于|不足|不到|超过)?{BOUNDS}[^，。；]{{0,4}}[，,]"
"""What may stand between a tier and the count of its places: 得分在60—80分之间，共34个城市."""
_COUNTED = (
    rf"”?{LEVEL}?(?:（(?!\d+市）)[^（）]*）)?(?:{_BOUNDED})?[，,]?(?:(?:{SCOPE_NOUN})?{N}[个座](?![梯档层等级类方阵维])|（\d+市）"
    rf"|(?:共|的)?(?:{SCOPE_NOUN})?(?:包含|包括|共有?|仅有?|有|含|涵盖))"
)
"""What after a tier says how many places it has."""
READ = ("paragraph", "list_item", "note", "heading")


@dataclass
class _Tier:
    """A tier as it is told so far."""

    subject: str | None
    name: str
    claimed: int | None = None
    scores: Scores = field(default_factory=lambda: Scores(None, None))
    members: list[str] = field(default_factory=list)
    whole: bool = False
    evidence: list[Evidence] = field(default_factory=list)
    sections: set[str | None] = field(default_factory=set)

    def record(self) -> Tier:
        """As a record."""
        complete = len(self.members) == self.claimed if self.claimed else self.whole
        return Tier(
            subject=self.subject,
            name=self.name,
            claimed=self.claimed,
            score_min=self.scores.low,
            score_max=self.scores.high,
            members=self.members,
            complete=complete and bool(self.members),
            evidence=self.evidence,
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """A tier with what one sentence says of it, `start` to `end` in the prose."""

    named: Named
    start: int
    end: int
    subject: str | None
    listed: Enumeration | None
    whole: bool
    claimed: int | None
    scores: Scores


@dataclass(frozen=True, slots=True)
class _Over:
    """The heading of a section that names one tier, with the scores in it; `alone` where it says little else."""

    section: str | None
    named: Named
    scores: Scores
    alone: bool


def find(reading: Reading) -> list[Tier]:
    """The tiers of a paper, those of the sentences first, then those that only its tables have."""
    found: dict[tuple[str | None, str], _Tier] = {}
    declared = _declared(reading)
    current: str | None = None
    over: _Over | None = None
    last: tuple[Passage, Named] | None = None
    for text, doc in zip(reading.texts, reading.docs, strict=True):
        if text.kind not in READ:
            continue
        told = prose(doc)
        if text.kind == "heading":
            names = list(names_in(told.masked, declared))
            over = (
                _Over(text.section, names[0], scores_in(told.masked), _alone(told, names[0]))
                if len(names) == 1
                else None
            )
        for start, end in told.sentences():
            current = subject_divided(told.masked[start:end]) or current
            if over and over.section == text.section and (bare := _bare(told, start, end, over)):
                _add(reading, text, told, found, bare, current)
            named = list(_sentence(told, start, end, declared))
            for each in named:
                _add(reading, text, told, found, each, current)
            last = (text, named[-1].named) if named else last
            if not named and last and last[0] is text and (new := _newcomers(told, start, end, last[1])):
                _add(reading, text, told, found, new, current)
    tiers = [t.record() for t in found.values() if t.members or t.claimed or t.scores != Scores(None, None)]
    tiers = with_cards(tiers, tiers_on_cards(reading, declared))
    tiers = with_cards(tiers, tiers_in_figures(reading, declared))
    return merged([t for t in tiers if not _is_praise(t, tiers)], tiers_in_tables(reading, declared))


def _declared(reading: Reading) -> frozenset[str]:
    """The names that the paper gives its tiers: in sentences, and in the tables that list their places."""
    texts = [squeezed(fold(t.text))[0] for t in reading.texts if t.kind in READ]
    names = {n for text in texts for n in declared_names(text)} | called_names(texts)
    listed = (t.name for t in tiers_in_tables(reading, frozenset(names)))
    return frozenset(names | {name for name in listed if TYPED.search(name) and not tier_name(name)})


def _is_praise(tier: Tier, tiers: Sequence[Tier]) -> bool:
    """成都、重庆稳居第一方阵, in a paper that sorts its places otherwise: by scores, or with a count of each tier."""

    def sorted_out(t: Tier) -> bool:
        return bool(t.claimed or t.score_min or t.score_max)

    def noun(t: Tier) -> str:
        return re.sub(r"^第[一二三四五六七八九十]+", "", t.name)

    kin = [t for t in tiers if noun(t)[-2:] == noun(tier)[-2:]]
    others = [t for t in tiers if noun(t)[-2:] != noun(tier)[-2:]]
    return tier_name(tier.name) is not None and not any(map(sorted_out, kin)) and any(map(sorted_out, others))


def _add(
    reading: Reading,
    text: Passage,
    told: Prose,
    found: dict[tuple[str | None, str], _Tier],
    each: _Told,
    current: str | None,
) -> None:
    about = _about(found, text, each, current)
    tier = found.setdefault((about, each.named.name), _Tier(about, each.named.name))
    tier.sections.add(text.section)
    members: Sequence[str] = ()
    if each.listed:
        places = resolved(each.listed, reading.document.year)
        if places is None:
            reading.warnings.append(f"第{text.page}页{each.named.name}成员不能确定 (page {text.page}: unclear members)")
            return
        members = [p.name for p in places[1]]
    tier.members += [m for m in members if m not in tier.members]
    tier.whole = tier.whole or (each.whole and bool(members))
    tier.claimed = tier.claimed or each.claimed
    if tier.scores == Scores(None, None):
        tier.scores = each.scores
    tier.evidence += text.evidence(HOW, *told.back(each.start, each.end))


def _about(found: dict[tuple[str | None, str], _Tier], text: Passage, each: _Told, current: str | None) -> str | None:
    """What a tier is of: as its sentence says, else as the tier of that name before it or the tiers of its section do."""
    near = [t for t in found.values() if text.section in t.sections]
    same = [t.subject for t in found.values() if t.name == each.named.name]
    wanted = each.subject or next((t.subject for t in reversed(near)), None) or current
    alike = [s for s in same if s and wanted and (s.endswith(wanted) or wanted.endswith(s))]
    return alike[-1] if alike else wanted or (same[-1] if same else None)


def _sentence(told: Prose, start: int, end: int, declared: frozenset[str]) -> Iterator[_Told]:
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


def _one(told: Prose, named: Named, begin: int, stop: int, listed: Sequence[Enumeration]) -> Iterator[_Told]:
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
    some = after is not None and _some(between, text[after.start : stop])
    if after and (inside or some or _holds(between)):
        count = claimed_in("共" + _without_noun(between)) or claimed_in(text[after.start : stop]) or _counted(lead)
        about = subject(CLAUSE_END.split(text[begin : named.start])[-1])
        whole = not (after.more or after.example or some)
        yield _Told(named, named.start, stop, about, after, whole, count, scores)
    elif (
        before
        and rest[:1] not in ("中", "里", "内")
        and (gap := _belongs(text[before.end : named.start], before)) is not None
    ):
        lead = CLAUSE_END.split(text[begin : before.start])[-1]
        newly = re.search(group("newly"), text[before.end : named.start])
        whole = not (before.more or before.example or newly)
        own_count = before.more and not re.search(f"{group('newly')}|{_ENTERS}", text[before.end : named.start])
        count = claimed_in(text[before.end - 8 : named.start if whole else before.end]) if whole or own_count else None
        about = subject(gap) or subject(lead)
        scores = scores_in(text[before.end : named.start] + "，" + rest)
        yield _Told(named, before.start, _clause_end(text, named.end, stop), about, before, whole, count, scores)
    elif not before and ((ahead := _count_before(lead)) or re.match(_COUNTED, rest)):
        count = ahead or claimed_in(rest) or claimed_in("共" + _without_noun(rest))
        if count:
            about, scores = (None, scores_in(rest)) if ahead else (subject(own_lead), scores)
            yield _Told(named, named.start, stop, about, None, False, count, scores)
    elif not before and (own_scores := _given_by(lead, rest)) != Scores(None, None):
        yield _Told(named, begin, named.end, None, None, False, None, own_scores)


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


def _alone(told: Prose, named: Named) -> bool:
    """Whether a heading opens with the name of a tier."""
    return re.fullmatch(r"[\W\d一二三四五六七八九十]*", told.masked[: named.start]) is not None


def _bare(told: Prose, start: int, end: int, over: _Over) -> _Told | None:
    """A sentence under a tier's heading that is a list of places, or opens with one and counts it: …，共18城，…"""
    text, named = told.masked, over.named
    listed = list(enumerations(told, start, end))
    if not listed:
        counted = re.match(rf"(?:其余|其他|其它|包括|包含|共有?|合计)+({N})[个座]{SCOPE_NOUN}", text[start:end])
        claimed = ordinal(counted[1]) if counted and over.alone else None
        return _Told(named, start, end, None, None, False, claimed, over.scores) if claimed else None
    first = listed[0]
    lead, rest = text[start : first.start], text[first.end : end]
    if not re.fullmatch(r"(?:城市|包括|包含|主要|有|成员|名单|为|[：:])*", lead) or len(first.members) < 2:
        return None
    counted = re.match(rf"[，,]?(?:总?共计?|合计|计)?有?({N})(?:个|座|家)?(?:{SCOPE_NOUN}|城)(?=[，。；]|$)", rest)
    short = len(listed) == 1 and re.fullmatch(r"[。；]?", rest)
    if not (short or (over.alone and counted)):
        return None
    whole = not (first.more or first.example)
    claimed = ordinal(counted[1]) if counted else claimed_in(text[start : first.end])
    return _Told(named, start, end, None, first, whole, claimed, over.scores)


def _counted(lead: str) -> int | None:
    """前10名城市为(第一梯队): as many as the ranks; 共有3座城市获评(S级)."""
    m = re.search(rf"(?:前({N})(?:名|位|强)?(?:的)?{SCOPE_NOUN}?|有({N})[个座]{SCOPE_NOUN}){group('belonging')}$", lead)
    return ordinal(m[1] or m[2]) if m else None


def _newcomers(told: Prose, start: int, end: int, named: Named) -> _Told | None:
    """第三梯队含54个城市。榆林、黄石4个城市新进入百强: places new in the list, told right after their tier."""
    text = told.masked
    first = next(enumerations(told, start, end), None)
    if first is None or first.start != start or len(first.members) < 2:
        return None
    new = re.match(r"(?:均|都|皆)?(?:为|是)?(?:首次|新)(?:进入|晋级?|上榜|入榜|入围|跻身)", text[first.end : end])
    return _Told(named, start, end, None, first, False, None, Scores(None, None)) if new else None


def _clause_end(text: str, at: int, stop: int) -> int:
    m = CLAUSE_END.search(text, at, stop)
    return m.start() if m else stop


def _holds(between: str) -> bool:
    """Whether the words between a tier and a list make the list its members."""
    bracket = r"(?:（[^（）]*）|\([^()]*\))?"
    between = re.sub(rf"^{LEVEL}", "", between.lstrip("）)”"))
    return bool(
        re.fullmatch(
            rf"{bracket}的?(?:{SCOPE_NOUN}|{group('nouns')})?(?:名单)?{bracket}(?:总?共|合计|仅|只)?(?:有)?(?:{N}[个座]?(?:{SCOPE_NOUN})?)?(?:(?:[，,]|为|是|得分|总分|指数)[^。；：\ue000]{{0,40}}[，,])?[，,]?"
            rf"(?:(?:总?共|合计|共?计|计)?有?{N}(?:[个座](?:{SCOPE_NOUN})?|[城省市县])[，,]?)?"
            rf"(?:主要|分别|依次|包括|依然|仍然?|依旧|仍旧|还)*{group('holding')}+(?:{N}[个座]{SCOPE_NOUN}[：:])?(?:以)?",
            between,
        )
    )


def _some(between: str, rest: str) -> bool:
    """第三方阵以贵阳、南宁等为主; 第二梯队共20个县，以宜兴、太仓为代表; …，代表城市有佛山: members that stand for the rest."""
    *clauses, last = re.split("[，,]", between)
    if re.search(r"[\ue000\ue001；：]", "".join(clauses)) or len(clauses) > 3:
        return False
    if re.fullmatch(rf"(?:其中)?(?:代表性?|典型|主要)(?:{SCOPE_NOUN})?(?:主要|分别)?(?:有|为|是|包括了?|如|：)", last):
        return True
    if last == "其中" and re.match(
        r"[\ue000\ue001、和与及]+(?:等(?:\d+[个座])?城?市?)?(?:分列|位居|位列|处于|排在|居)(?:该|本|此|这一?)(?:梯队|方阵|层级|[型级类档组])的?(?:前|首|末)",
        rest,
    ):
        return True  # 其中泉州、沈阳位居该梯队前列
    led = re.search("为主|组成|构成|为代表", rest)
    return bool(led and re.fullmatch(rf"(?:{SCOPE_NOUN})?(?:主要|则)?[以由]", last))


def _belongs(between: str, listed: Enumeration) -> str | None:
    """The words between the verb and the tier, where the words after a list make it a member: 位居(全国)第一梯队."""
    clauses = CLAUSE_END.split(between)
    if re.search(group("leaving"), between) or len(clauses) > 3:
        return None
    if len(clauses) > 1 and not re.match(
        rf"(?:共同|均|都|并|且|同|仍然?|依然|继续|则|也|[\u4e00-\u9fff]{{2,8}}?(?=[位处列居]))*{group('belonging')}",
        clauses[-1],
    ):
        return None
    between = clauses[-1]
    if listed.example and re.fullmatch(r"的?[^的]{0,12}", between):
        return between.removeprefix("的")
    verbs = list(re.finditer(rf"{group('newly')}|{group('belonging')}", between))
    if not verbs:
        return None
    gap = between[verbs[-1].end() :]
    return re.sub(r"^(?:了|在|于|至|到)+", "", gap) if len(gap) <= 14 else None
