"""The words between a tier and a list of places: whether they make the places its members, all of them or some."""

import re

from extract.find.enumerations import SCOPE_NOUN, Enumeration
from extract.find.tiers.names import LEVEL, group
from extract.find.told.marks import N
from extract.find.told.model import CLAUSE_END

__all__ = ["belongs", "holds", "stand_for_the_rest"]


def holds(between: str) -> bool:
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


def stand_for_the_rest(between: str, rest: str) -> bool:
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
    if last == "由" and re.search("组成|构成", rest):
        return False  # 第一梯队由北京、上海、深圳三市组成
    led = re.search("为主|组成|构成|为代表", rest)
    return bool(led and re.fullmatch(rf"(?:{SCOPE_NOUN})?(?:主要|则)?[以由]", last))


def belongs(between: str, listed: Enumeration) -> str | None:
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
