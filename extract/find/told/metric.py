"""What a sentence ranks by, cut out of the words between a list of places and its rank."""

import re
from functools import cache

from extract.find.enumerations import SCOPE_NOUN
from extract.find.told.marks import any_of
from extract.marks import MARK
from extract.prose import PLACE
from extract.words import lexicon

__all__ = ["cleaned", "is_measurable", "topic_before", "year_before"]

_TIME = (
    r"(?:(?:截至|截止|自|从|到)?(?:19|20)\d\d年?(?:[-—–~至](?:19|20)\d\d年)?(?:\d{1,2}月)?(?:底|末|初|度|上半年|前三季度|以来|期间)?[，,]?"
    r"|“?十[一二三四五]五”?(?:时期|期间|末)?|近年来?|目前|当前|今年|去年|上年)"
)
_ADVERB = (
    r"(?:均|都|也|亦|则|同样|继续|连续[一二两三四五六七八九十多数几\d]+年|再次|再度|首次|双双|成功|仍然?|依然|已|分别|依次|总体|整体|目前|"
    r"全部|一举|稳步|稳定|始终|长期|牢牢|顺利|强势|同时|并|且|更|又|皆|基本|大多|普遍|其中|共同|联合|并列|率先)"
)
_WHERE = (
    r"(?:我国|全国|全省|全市|全球|世界|国内|省内|国际|中国|区域内?|(?:西部|中部|东部|东北)(?:地区)?(?:城市|省份)?|全区|长三角|"
    r"珠三角|京津冀|[^，。；]{0,8}(?:百强|\d+强)?(?:榜单|(?<![上入落])榜|名单|排行榜)(?:单)?(?:中|上|里)?|百强|所有(?:城市|省份)|(?:各|\d+个)(?:省市|省份|城市|省区市|省)中?)"
)
_HEAD = re.compile(
    rf"^(?:{MARK}|市(?![场民值政域区])|等(?!级)|的|在(?!线)|于|从(?!业)|就(?!业)|以(?!旧)|其(?![中他余])|[该各](?:项)?(?:维度|领域|指标|分项)(?:下|中|内)?的?|按|按照|根据|{_TIME}|{_ADVERB}|{_WHERE}|[，、：:]|[两三四五六七八九十]大?(?:新?一线|超大|特大)?(?:城市|[城市省地](?![区域]))|其他|各地|各市|各省|地区|它们|他们|此外|共?有?\d+个[^，。；]{0, 6}?(?:城市|省份|地区|省市|省)|共有)+"
)
_AFTER = rf"方面|维度|领域|层面|视角|角度|指标|来看|而言|来说|看|上|中|里|内|表现|{_ADVERB}|{_WHERE}|[，、：:在为是达于的以]|(?<!单)位"
_TOPIC = re.compile(
    r"(?:^|[，。；：:])(?:(?:从|在|就|按照?)(?P<seen>[^，。；：:]{2,24}?)(?:方面|维度|领域|层面|来看|而言|来说|看|上|中|排名)"
    r"|(?P<about>[^，。；：:]{2,24}?)(?:方面|维度|领域|层面))[，：:]"
)
_YEAR = re.compile(r"(?<!较)(?<!比)(?<!与)(?<!\d)((?:19|20)\d\d)年(?!的?相比)")


@cache
def _tail() -> re.Pattern[str]:
    words = lexicon("ranks")
    return re.compile(rf"(?:{_AFTER}|{any_of(words['standing']['words'])}|{any_of(words['entering']['words'])})+$")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(any_of(lexicon("ranks")["metric_endings"]["words"]) + r"(?:（[^（）]*）|\([^()]*\))?$")


def cleaned(text: str) -> str | None:
    """The metric in a stretch of words, without time, place and adverbs around it; None where nothing is left."""
    last, text = None, re.sub(r"[由从自](?:\d{4}年的?)?第.*$", "", re.split(PLACE, text)[-1])
    while text != last:
        last = text
        text = _tail().sub("", _HEAD.sub("", text)).rstrip("“")
    text = re.sub(r"^“([^“”]*)”$", r"\1", text)
    empty = re.fullmatch(rf"{SCOPE_NOUN}|\d[\d.,、]*[一-龥]{{0,2}}", text)
    return text if 2 <= len(text) <= 30 and not empty else None


def is_measurable(text: str) -> bool:
    """Whether a stretch of words ends like the name of something measured."""
    return bool(_ending().search(text))


def topic_before(text: str) -> str | None:
    """The last topic that the words before a list set: 算力环境方面，…; 从增速来看，…"""
    found = list(_TOPIC.finditer(text))
    return cleaned(found[-1]["seen"] or found[-1]["about"]) if found else None


def year_before(text: str) -> int | None:
    """The last year that the words name, if it is not one compared with."""
    found = _YEAR.findall(text)
    return int(found[-1]) if found else None
