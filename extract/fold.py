"""Folding text for matching, one character for one: offsets into the folded text are offsets into the text."""

import unicodedata
from functools import lru_cache

__all__ = ["fold"]

KEPT = frozenset(
    "，。；：！？（）《》〈〉“”‘’、—…〔〕【】「」『』·　～％"
    # Numbers of list items and raised digits are no part of the numbers beside them.
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⓪⁰¹²³⁴⁵⁶⁷⁸⁹"
)


@lru_cache(maxsize=65536)
def _one(char: str) -> str:
    if char in KEPT:
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def fold(text: str) -> str:
    """Full-width letters and digits to ASCII, Kangxi radicals and compatibility forms to common characters.

    Chinese punctuation stays. The result is as long as `text`.
    """
    return "".join(map(_one, text))
