"""Numbers as papers print them: 1,234; 18万多; 2 万亿; 53.7 亿亿; 三; 一百零五; 两千余; 二〇二一."""

import re
from decimal import Decimal, InvalidOperation

__all__ = ["CHINESE_DIGITS", "NUMBER", "ordinal", "value_of"]

CHINESE_DIGITS = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
HAN = "〇零一二两三四五六七八九十百千万亿"
NUMBER = rf"(?:{ARABIC}\s?[百千]?[万亿]*|[{HAN}]+)"
"""A pattern for folded text; what it matches may still be no number (百万, 三四): ask `value_of`."""

_ARABIC_PART = re.compile(rf"({ARABIC})\s?([百千]?[万亿]*)")
_TRAILING = re.compile(r"[多余来]$")


def value_of(text: str) -> Decimal | None:
    """The number that a folded `text` prints, else None: 数十, 几百, 近百, 三四 and a bare 百, 千 or 万 are vague.

    A trailing 多, 余 or 来 is let go (18万多 -> 180000). A bare 万亿 or 千亿 is one of them (10^12, 10^11).
    """
    text = _TRAILING.sub("", re.sub(r"\s", "", text))
    if not text:
        return None
    return _arabic(text) if text[0].isdecimal() else _chinese(text)


def ordinal(text: str) -> int | None:
    """A small whole number such as a rank: 3, 三, 十二, 一百; None for anything else."""
    if text in ("百", "千"):
        return SMALL[text]
    value = value_of(text)
    if value is None or value != value.to_integral_value() or not 0 < value < 10**6:
        return None
    return int(value)


def _arabic(text: str) -> Decimal | None:
    """1,234.5; 18万; 53.7亿亿; 1亿2000万."""
    total, at, last = Decimal(0), 0, Decimal("Infinity")
    while at < len(text):
        m = _ARABIC_PART.match(text, at)
        if not m:
            return None
        factor = Decimal(1)
        for char in m[2]:
            factor *= SMALL.get(char) or LARGE[char]
        if factor >= last:
            return None
        try:
            total += Decimal(m[1].replace(",", "")) * factor
        except InvalidOperation:
            return None
        at, last = m.end(), factor
    return total


def _chinese(text: str) -> Decimal | None:
    if any(c not in CHINESE_DIGITS and c not in SMALL and c not in LARGE for c in text):
        return None
    if all(c in CHINESE_DIGITS for c in text):
        return _digits(text)
    if not _well_formed(text):
        return None
    total, section, digit = 0, 0, 0
    for char in text:
        if char in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[char]
        elif char in SMALL:
            section, digit = section + (digit or 1) * SMALL[char], 0
        else:
            below = section + digit
            total = (total + below or 1) * LARGE[char] if char == "亿" else total + (below or 1) * LARGE[char]
            section, digit = 0, 0
    return Decimal(total + section + digit * _unsaid(text))


def _digits(text: str) -> Decimal | None:
    """三 is 3 and 二〇二一 is 2021, but 三四 means about three or four."""
    if len(text) == 1:
        return Decimal(CHINESE_DIGITS[text])
    if len(text) == 2 and "〇" not in text and "零" not in text:
        return None
    return Decimal("".join(str(CHINESE_DIGITS[c]) for c in text))


def _well_formed(text: str) -> bool:
    """No two digits side by side (二三十), and no bare 百, 千, 万 or 亿."""
    if re.search(r"[一二两三四五六七八九]{2}|[十百千]{2}|[万亿][百千]", text):
        return False
    return text not in SMALL.keys() - {"十", "拾"} and text not in LARGE


def _unsaid(text: str) -> int:
    """What a last digit counts: 一万二 is 12,000, but 一万零二 is 10,002."""
    if len(text) < 2 or text[-1] not in CHINESE_DIGITS:
        return 1
    before = text[-2]
    return {"百": 10, "千": 100, "万": 1000, "亿": 10**7}.get(before, 1)
