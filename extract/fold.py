"""Folding text for matching, one character for one: offsets into the folded text are offsets into the text."""

import unicodedata
from functools import lru_cache

__all__ = ["fold"]

KEPT = frozenset(
    "，。；：！？（）《》〈〉“”‘’、—…〔〕【】·　～％"
    # Numbers of list items and raised digits are no part of the numbers beside them.
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⓪⁰¹²³⁴⁵⁶⁷⁸⁹"
)


# Corner marks are quotation marks: no rule has to know both.
QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’"}


@lru_cache(maxsize=65536)
def _one(char: str) -> str:
    if char in QUOTES:
        return QUOTES[char]
    if char in KEPT:
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def fold(text: str) -> str:
    """Full-width letters and digits to ASCII, Kangxi radicals and compatibility forms to common characters.

    Chinese punctuation stays, but every quotation mark becomes a curved one: 「」, and "" where they come in pairs. The
    result is as long as `text`.
    """
    folded = "".join(map(_one, text))
    return _curved(folded) if '"' in folded else folded


def _curved(text: str) -> str:
    """Straight quotation marks, opening and closing in turn; as they stand where one has no partner."""
    first, *others = text.split('"')
    if len(others) % 2:
        return text
    return first + "".join("“”"[i % 2] + part for i, part in enumerate(others))
