"""What a number measures, from the words of its clause."""

import re
from dataclasses import dataclass
from functools import cache

from extract.find.told.marks import any_of
from extract.prose import PLACE, Prose
from extract.words import lexicon

__all__ = ["Subject", "falls", "growth_sign", "subject_of", "trimmed"]

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"\d{1,2}月(?:\d{1,2}日)?"
_TIME = (
    rf"(?:(?:截至|截止|自|从|到|至|在|预计)?(?:到)?(?:{_YEAR}年?[-—–~至到]{{0,2}})?{_YEAR}年?(?:度|{_MONTH})?"
    rf"(?:底|末|初|上半年|下半年|前[一二三1-3]季度|[一二三四]季度|全年)?|\d{{1,2}}[-—–~至到]{{1,2}}{_MONTH}|{_MONTH}"
    r"|[“”]?十[一二三四五]五[”]?(?:末|期末|初|时期|期间|以来)?|[近过去未来]{1,2}(?:\d+|[一二三四五六七八九十]+)年(?:来|间|中|内)?"
    r"|今年|去年|目前|当前|近年来?|期间)"
)
_LEAD = re.compile(
    rf"^(?:[（(]\d{{1,2}}[）)]|[）)•●◆■▪▶►▸➤✓○◇□★☆※❖·]|{_TIME}|其中|此外|另外|同时|例如|比如|并且?|且|而|但|也|又|即(?!时)|约有|据.{{0,12}}?(?:数据|统计|预测|显示|测算)|根据|围绕|针对|"
    r"仅|已|将|预计|预期|预估|计划|力争|争取|[全该我本][市省区县州盟]|共(?![享同建])|累计|总计|合计|先后|的|在(?![线校建册库岗用编])|从(?!业)|由|"
    r"以(?![^，]*为代表)|对(?![外口接比标])|按照?(?![期时键需])|不超过|拟|可(?!再生|用|穿戴|视|信)|至今|再(?![生造])|更(?![新换])|还(?!款|原)|就(?![业医诊])|和(?![谐平])|与|及|、|"
    r"在?(?:该|这一|上述)(?:阶段|时期|期间)|约(?=占))+"
)
_GREW = r"(?:增长|增|提升|提高|上升|下降|降|降低|减少|增加|扩大|缩短|压缩|压减|精简|缩减|回落|升|拓展|上涨|达)[至到为]"
_TAIL = re.compile(
    rf"(?:{_GREW}|达到了?|(?<![发到表])达|为|(?<![节集简合签])约|(?<![最附靠])近|超过?|共有|共计|共|(?<![国保公私专])有|是|合计|累计|总计|从|由|至|到|均|都|已|将|"
    rf"分别|依次|仅|(?<![提最])高|突破|的|在|了|只|就|也|再|依然|仍然?|依旧|进一步|持续|逐年|大幅|快速|稳步|不断|保持|稳定在|维持在|来看|(?<![查观收参试])看|介于|控制在|不|每|(?:由|从)?(?:法定|原来|原先|原有|过去|以前|此前)|较|(?<![占同环])比|上年|去年|预计|以|按照?|可|总|平均|"
    rf"一次性|根据|按|各|{_TIME}|[，、：:（(“\s])+$"
)
_LISTED = re.compile(rf"^{PLACE}(?:市|省)?(?!、|和|与|及|等)的?")
_NOUN_STOP = r"[，。；：:！？（）()]|、(?=[^，。；、]{0,3}\d)"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and where the words that tell it start and end; `own` is False where a clause before tells it."""

    text: str | None
    start: int
    end: int
    own: bool = True


@cache
def _words(group: str) -> str:
    return any_of(lexicon("measurements")[group]["words"])


@cache
def _predicate() -> re.Pattern[str]:
    opening = rf"(?:^|(?<=[”已共计后市省区\ue000\ue001]))(?:{_words('serving')})(?!业|平台|中心|能力|体系|水平|器|(?<=有)(?:效|关|机|线|害|序|偿))"
    return re.compile(
        rf"(?<!减少)(?<!压缩)(?<!压减)(?<!降低)(?<!精简)(?<!缩短)(?:{_words('doing')}|{opening})(?:了|起|出)?(?!数|率|量|额|值|度|面|水平|能力|规模|比|占|成本|强度|增长|时限|时间|时长|周期|效率|质量)"
    )


def trimmed(text: str) -> str:
    """A stretch of words without time, connecting words and verbs around it."""
    last, text = None, re.sub(r"(?:由|从)[^，。；]*\d[^，。；]*$", "", text)
    while text != last:
        last = text
        text = _TAIL.sub("", _LEAD.sub("", text))
    return text


def subject_of(told: Prose, clause: tuple[int, int], span: tuple[int, int], kind: str, before: str | None) -> Subject:
    """What the numbers at `span` measure in their clause; `before` is what those before them in the sentence measured."""
    text = told.masked
    start, end = clause
    start += len(m[0]) if (m := _LEAD.match(text[start : span[0]])) else 0
    left, right = text[start : span[0]], text[span[1] : end]
    noun = _noun_after(right, kind)
    verbs = list(_predicate().finditer(left))
    rest = trimmed(left[verbs[-1].end() :]) if verbs else trimmed(_LISTED.sub("", left))
    counted = kind == "count" and re.search(r"(?:为|有|对|向|超|近|约|的)$", left)
    passed = kind in ("count", "bare") and re.search(
        r"\d", rest
    )  # 31.8万家企业和97.5万员工: what stands before is counted
    if noun and (len(rest) < 2 or counted or passed):
        at = start + (verbs[-1].start() if verbs else len(left))
        return Subject(told.unmasked(noun, span[1]), at, span[1] + right.index(noun) + len(noun))
    named = rest if len(rest) > 1 else trimmed(_LISTED.sub("", left))
    plain = told.unmasked(named[-40:], start)
    if len(named) < 2 or (before and before.endswith(plain)):
        return Subject(before, start, span[1], own=False)
    if before and re.match(r"占(?!比)|同比|环比|年均|比上年|较上年|较之上|增长|下降|提升|提高|减少|增速|增幅", named):
        return Subject(f"{before}{plain}"[-60:], start, span[1], own=False)
    return Subject(plain, start, span[1])


def _noun_after(right: str, kind: str) -> str | None:
    """路口区域自适应控制 in 638处路口区域自适应控制; after a share only behind 的 (55%的高位增长)."""
    m = re.match(rf"(?:的)?(?P<noun>.+?)(?:{_NOUN_STOP}|$)", right)
    if not m:
        return None
    noun = re.split(_words("ending") + "(?!$)", m["noun"])[0]
    noun = re.sub(r"\d.*$", "", noun).rstrip("的、和与及")
    if kind in ("share", "times", "points", "time") and not right.startswith("的"):
        return None
    return (
        noun
        if 2 <= len(noun) <= 30
        and not re.match(
            r"以上|以下|左右|之间|以内|(?:增长|增加|提高|提升|跃升|上升|扩大|下降|降低|减少|压缩|压减|精简|缩减|缩短|拓展|增|升|降)[至到为]?|再到|到",
            noun,
        )
        else None
    )


def growth_sign(left: str, right: str) -> int:
    """1 where a share is a rate of growth, -1 where one of decline, 0 where it is a share."""
    near = re.split(r"[，。；：:（(]", re.sub(r"（[^（）]*）|\([^()]*\)", "", left))[-1][-16:]
    rate = re.search(r"(?:增速|增幅|涨幅|增长率)[^，。；]*$", near)
    risen = re.search(r"(?<!新)[增升](?:了|约|近|逾|超过?|达|高达)*$", near)
    level = re.search(rf"(?:至|到|占[^，。；]{{0,10}})(?:了|约|近|超过|{_YEAR}年的?)*$", near)
    if level and not rate:
        return 0
    if re.search(rf"{_words('decline')}[^，。；占比重]{{0,6}}$", near):
        return 1 if rate and level else -1
    if rate or risen or re.search(rf"{_words('growth')}[^，。；占比重]{{0,6}}$", near):
        return 1
    after = re.match(r"(?:以上|左右)?的?[^，。；占比份]{0,6}?(?P<word>增长|增速|增幅|下降|降幅)(?![至到为])", right)
    return 0 if not after else -1 if after["word"] in ("下降", "降幅") else 1


def falls(subject: str) -> bool:
    """Whether the words of a subject say that it falls: 单位GDP能耗下降."""
    return bool(re.search(_words("decline"), subject))
