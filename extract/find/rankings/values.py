"""What single cells of a ranking say: a rank, a change of rank, a score."""

import re
from dataclasses import dataclass

from extract.fold import fold
from extract.numerals import ordinal

__all__ = ["Change", "Rank", "change_of", "is_number", "rank_of", "score_of"]

NUMERAL = r"(\d{1,4}|[一二三四五六七八九十百]{1,5})"
RANK = re.compile(
    rf"^(?:第|no\.?|top\s*|并列|tied?|t|=|#|[（(])*\s*{NUMERAL}\s*(?:名|位|th|st|nd|rd|并列|\(?tied?\)?|=|[.、)）](?!\d)|[（(]并列[)）])*"
    r"\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
CIRCLED = {chr(0x2460 + i): str(i + 1) for i in range(20)}
ROMAN = {c: str(i + 1) for i, c in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")}
MEDALS = {"🥇": "1", "🥈": "2", "🥉": "3", "冠军": "1", "亚军": "2", "季军": "3", "榜首": "1"}
ASIDE = re.compile(r"^\s*[（(]\s*\d{1,3}\s*[)）]$")
"""Behind a rank: the rank of another year, which is no change."""
TIED = re.compile(r"并列|^(?:t|=)\s*\d|\d\s*=$|tie", re.IGNORECASE)

UP, DOWN = "↑▲△⬆⇧⇑↗+升涨进", "↓▼▽⬇⇩⇓↘-−–降跌退落滑下后减"
SAME = re.compile(
    r"^(?:[—–―\-−－→=○◯●・~～⇒➡/\\]+|持平|不变|未变|无变化|维持|相同|平|0|±0|unchanged|same|nc|n/c)(?:位|名)?$",
    re.IGNORECASE,
)
ENTERED = re.compile(
    r"^[（(]?(?:新|新上榜|新进|新进榜|新进入|新入榜|新入围|新增|首次上榜|首次入榜|首次|首次进入|首次入围|重新上榜|回归|new|new\s*entry|re-?entry|debut|n)[)）]?$",
    re.IGNORECASE,
)
MOVE = re.compile(
    rf"^[（(]?(?:排名|位次|名次)?[{re.escape(UP + DOWN)}上提回前移]{{0,3}}了?(?P<number>\d{{1,3}})"
    rf"(?:个?(?:位次|名次|位|名))?[{re.escape(UP + DOWN)}]?[)）]?$"
)
NUMBER = re.compile(
    r"^[-−]?\s*(\d{1,3}(?:[,，\s]\d{3})+|\d+)(\.\d+)?\s*(%|‰|分|points?|亿元|万元|万亿元|亿|万|元)?"
    r"\s*(?:[（(]\s*[-+−＋↑↓▲▼]\s*\d+(?:\.\d+)?\s*[)）])?$",
    re.IGNORECASE,
)
"""Thousands may be parted; in brackets behind the number may stand by how much it rose or fell."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A printed rank. `rest` is what stands behind it in the cell (↑2)."""

    number: int
    tied: bool
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A printed change of rank: a rise is positive; `value` is None where only the direction is printed or it is new."""

    value: int | None
    entered: bool = False


def rank_of(text: str) -> Rank | None:
    """The rank in a cell: 3, 03, 第三名, No.3, 并列3, T3, ③, 3（↑2）, 3（5）. None where there is none or several."""
    text = "".join(CIRCLED.get(c, ROMAN.get(c, c)) for c in text)
    text = fold(text).strip(" *※★🏆")
    text = MEDALS.get(text) or text.strip("🥇🥈🥉 ")
    m = RANK.match(text)
    if not m:
        return None
    number, rest = ordinal(m[1].lstrip("0") or "0"), ASIDE.sub("", m["rest"]).strip()
    if rest.isdigit():
        return None
    if not number or (rest and change_of(rest) is None) or (rest and rest[0] in "-−–—~～" and rest[1:2].isdigit()):
        return None
    return Rank(number, TIED.search(text) is not None, rest)


def change_of(text: str) -> Change | None:
    """The change in a cell: ↑3, ▼2, +1, -4, 上升3位, — (0), 持平, 新上榜. None where it says no change."""
    text = "".join(fold(text).split())
    text = text[1:-1] if text[:1] in ("(", "（") and text[-1:] in (")", "）") else text
    if not text:
        return None
    if ENTERED.match(text):
        return Change(None, True)
    if SAME.match(text):
        return Change(0)
    if m := MOVE.match(text):
        number = int(m["number"])
        fell = any(c in DOWN for c in text)
        return Change(-number if fell else number)
    return Change(None) if len(text) == 1 and text in "↑▲⬆↗↓▼⬇↘" else None


def score_of(text: str) -> float | None:
    """The number in a cell: 86.3, 1,234.5, 92.1分, 98.7% (0.987). None where it is no number."""
    text = fold(text).strip(" *※")
    m = NUMBER.match(text)
    if not m:
        return None
    value = float(re.sub(r"[,，\s]", "", m[1]) + (m[2] or ""))
    value = -value if text[0] in "-−" else value
    return round(value / {"%": 100, "‰": 1000}.get(m[3] or "", 1), 10)


def is_number(text: str) -> bool:
    """Whether a cell holds nothing but a number."""
    return score_of(text) is not None
