"""Grades that are tiers where the words say so: A+级, 五星级, 四叶, ★★★★★, 一档."""

import re
from collections.abc import Iterator

__all__ = ["GRADE", "TYPED", "grades"]

GRADE = r"(?:(?<![A-Za-z\d])[A-ES]{1,3}[+-]{0,2}(?:等级|级|类|档|等)|(?<![A-Za-z\d])L\d级|(?<![A-Za-z])(?:[IV]{1,3}|[ⅡⅢⅣⅤ])[级类]|(?<![第\d])[一二三四五六七](?:星级?|叶|钻级?|档)(?!期|红旗)|[★☆⭐]{1,5})"
"""A pattern for a grade; of what, only the words around it tell."""
TYPED = re.compile(r"[型级类档层者叶星]$|(?<![小作题])组$|梯队|方阵|城市$|地区$|省份$")
"""Names that can be nothing but those of tiers, once a paper has given them."""

_GIVEN = r"(?:授予|给予|获评|获得|获|评为|评定为|被评|认定为|定为|列为|归为|归入|划为|划入|属于|位于|处于|处在|达到|进入|跻身|入选|位列|列入|升至|列|为)(?:了)?(?:全国|总体)?“?"
_OF_PLACES = r"(?=”?(?:（[^（）\d]{1,6}）)?(?:城市|省份|地区|区县|县市|县域|县)(?![^，。；：]{0,4}(?:数量|景区))|”?（[^）]*[分名位]）|”?（[^）]*分|”?(?:（[^（）\d]{1,6}）)?(?:共|有|共有)?\d+[个座家](?!景区|酒店|医院|项目|企业)|”?[：:]|”?(?:得分|总分|指数)?(?:为|是|在|介于)[^，。；：]{0,4}?\d[^，。；：]{0,12}分)"
_ENDS = r"(?=”?(?:[，。；、）]|$|的|者|城市|省份|地区|县域))"
_GRADES = re.compile(rf"(?P<name>{GRADE}){_OF_PLACES}")
_AFTER_VERB = re.compile(rf"{_GIVEN}(?P<name>{GRADE}){_ENDS}")


def grades(text: str) -> Iterator[re.Match[str]]:
    """The grades of places that a text names (group `name`): 其中A级7座; 获评五星级的城市有; 授予四叶. No 五星级酒店."""
    taken: set[int] = set()
    for pattern in (_GRADES, _AFTER_VERB):
        for m in pattern.finditer(text):
            if m.start("name") not in taken:
                taken.add(m.start("name"))
                yield m
