"""What kind of sign a character is, and whether a gap between two of them is a space.

Widths and gaps are in ems: multiples of the larger character's size.
"""

from extract.model import Char

__all__ = [
    "CLOSERS",
    "HALF_CLOSERS",
    "HALF_OPENERS",
    "OPENERS",
    "TERMINAL",
    "is_han",
    "is_latin",
    "is_punctuation",
    "spaced",
]

OPENERS = frozenset("（《〈“‘【〔「『([{［｛＜<")
CLOSERS = frozenset("，。、；：！？）》〉”’】〕」』…—～·,.;:!?)]}％%‰℃")
HALF_CLOSERS = frozenset("，。、；：！？）》〉】」』”’")
HALF_OPENERS = frozenset("（《〈【「『“‘")
"""Signs with half of their full width blank: after them, or before them."""
TERMINAL = frozenset("。！？；!?;…")
"""What ends a sentence."""

MIXED_GAP = 0.8
HAN_GAP = 0.33
LATIN_GAP = 0.19


def is_han(char: str) -> bool:
    """Whether it is an ideograph (also a compatibility one or a radical used as one)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\u2e80" <= char <= "\u2fdf"
        or "\uf900" <= char <= "\ufaff"
        or char in "〇々"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def is_punctuation(char: str) -> bool:
    """Whether it is Chinese punctuation: full-width, with its own blank half."""
    return "\u3000" < char <= "\u303f" or "\uff01" <= char <= "\uff0f" or char in "：；＜＝＞？［］｛｜｝～“”‘’—…·"


def is_latin(char: str) -> bool:
    """Whether it is a letter, digit or sign that is set with spaces between words."""
    return char < "\u2000" and not char.isspace()


def spaced(a: Char, b: Char, gap: float, usual: float, real: bool) -> bool:
    """Whether a space stands between two neighbours `gap` ems apart.

    `usual` is the median gap between neighbours of this kind on the line (justified and tracked lines spread all their
    characters); `real` says that the file has a space character there.
    """
    left, right = a.text[-1], b.text[0]
    loose = gap - usual
    if is_latin(left) and is_latin(right):
        return loose > (0.05 if real else LATIN_GAP)
    if is_punctuation(left) or is_punctuation(right):
        return loose > MIXED_GAP and left not in OPENERS and right not in CLOSERS
    if is_latin(left) or is_latin(right):
        return loose > MIXED_GAP
    return loose > (0.1 if real else HAN_GAP)
