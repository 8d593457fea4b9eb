"""Whether words name a dimension: 信息基础 is named in 信息基础领域, not in 信息基础设施.

Chinese sets no spaces between words, so a name counts only where what stands beside it ends it: a mark, a word of grammar,
or a noun that such names go with (the groups `before_name` and `after_name` of the lexicon of dimensions). Short names need that on both sides, being parts of many longer words.
"""

import re
from functools import lru_cache

from extract.words import lexicon

__all__ = ["names", "told_together"]

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
MARK = r"[\s\W]"
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
    before = f"(?:^|{MARK}|{_any_of('before_name')})" if len(name) < SHORT else ""
    return re.compile(f"{before}{re.escape(name)}(?=$|{MARK}|{_any_of('after_name')})")


def _any_of(group: str) -> str:
    return "|".join(map(re.escape, lexicon("dimensions")[group]["words"]))
