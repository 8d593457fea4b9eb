"""Folding text for matching, one character for one: offsets into the folded text are offsets into the text."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "plain"]

KEPT = frozenset(
    "，。；：！？（）《》〈〉“”‘’、—…〔〕【】·　～％"
    # Numbers of list items and raised digits are no part of the numbers beside them.
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⓪⁰¹²³⁴⁵⁶⁷⁸⁹"
)


# Radicals that fonts share with a common character and that NFKC leaves alone (Unicode, EquivalentUnifiedIdeograph):
# a printer that names a glyph by the first of its codes writes ⻓ where the text had 长.
RADICALS = dict(
    zip(
        "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺠⺡⺣⺥⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺶⺷⺹⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙刀卜小小兀巳幺彑彐忄扌攵旡日月歺民氵灬爫牜犭王疋目示礻竹糹纟罓罒羊羊耂聿肉臼艹艹艹虎衤覀西见角讠贝足车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)

# Corner marks are quotation marks: no rule has to know both.
QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’"}


ODD = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff]")
# Fonts draw one dot for all of these; a printer writes the code it meets first. A bullet opens a line: no word before it.
DOT = re.compile(r"(?<=[^\W\d_])[•・‧∙⋅・](?=[^\W\d_])")


@lru_cache(maxsize=65536)
def _one(char: str) -> str:
    if char in QUOTES:
        return QUOTES[char]
    if char in KEPT:
        return char
    if char in RADICALS:
        return RADICALS[char]
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def fold(text: str) -> str:
    """Full-width letters and digits to ASCII, Kangxi radicals and compatibility forms to common characters.

    Chinese punctuation stays, but every quotation mark becomes a curved one: 「」, and "" where they come in pairs. The
    result is as long as `text`.
    """
    folded = "".join(map(_one, text))
    return _curved(folded) if '"' in folded else folded


def plain(text: str) -> str:
    """What a reader sees: radicals and compatibility ideographs as the common characters they look like, every raised dot
    within words as the 间隔号 · of GB/T 15834. Nothing else changes, and the result is as long as `text`.
    """
    return DOT.sub("·", ODD.sub(lambda m: _one(m[0]), text))


def _curved(text: str) -> str:
    """Straight quotation marks, opening and closing in turn; as they stand where one has no partner."""
    first, *others = text.split('"')
    if len(others) % 2:
        return text
    return first + "".join("“”"[i % 2] + part for i, part in enumerate(others))
