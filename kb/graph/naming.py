"""Whether words name a dimension: 信息基础 is named in 信息基础领域, not in 信息基础设施.

Chinese sets no spaces between words, so a name counts only where what stands beside it ends it: a mark, a word of grammar,
or a noun that such names go with. Short names need that on both sides, being parts of many longer words.
"""

import re
from functools import lru_cache

__all__ = ["names", "told_together"]

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
MARK = r"[\s\W]"
BEFORE = (
    r"在|从|对|以|为|是|和|与|及|或|的|等|于|向|了|把|将|"
    r"提升|加强|推进|推动|促进|聚焦|围绕|强化|优化|服务|赋能|支撑|助力|面向|深化|改善|提高|开展|实现|覆盖|涵盖|涉及"
)
AFTER = (
    r"和|与|及|或|的|等|上|中|是|以|在|"
    r"领域|方面|维度|层面|板块|能力|水平|指数|指标|得分|排名|场景|工作|平台|系统|中心|大脑|水准|效能|效率|成效"
)
SHORT = 4


def names(text: str | None, name: str | None) -> bool:
    """Whether `text` names the dimension `name`, and not something longer that begins with it."""
    return bool(text and name and _pattern(name).search(text))


def told_together(text: str | None, words: str | None, name: str | None) -> bool:
    """Whether a sentence of `text` that holds `words` names the dimension `name`."""
    if not text or not words:
        return False
    return any(words in m.group() and names(m.group(), name) for m in SENTENCE.finditer(text))


@lru_cache(maxsize=512)
def _pattern(name: str) -> re.Pattern[str]:
    before = f"(?:^|{MARK}|(?:{BEFORE}))" if len(name) < SHORT else ""
    return re.compile(f"{before}{re.escape(name)}(?=$|{MARK}|{AFTER})")
