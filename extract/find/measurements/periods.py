"""The year or period that a sentence sets for a number."""

import re

__all__ = ["period_before"]

_YEAR = r"(?:19|20)\d\d"
_PART = r"(?:\d{1,2}月(?:\d{1,2}日)?)?(?:底|末|初|上半年|下半年|前[一二三1-3]季度|第?[一二三四1-4]季度|年底|年末|全年)?"
_PERIOD = re.compile(
    rf"{_YEAR}年?(?:[-—–~至到]{{1,2}}{_YEAR}年?)(?:间|期间)?|{_YEAR}年(?:度|{_PART})|{_YEAR}(?=年?底|年?末)年?[底末]"
    r"|[“”]?十[一二三四五]五[”]?(?:末|期末|初|时期|期间|以来)?|[近过去未来]{1,2}(?:\d+|[一二三四五六七八九十]+)年|今年|去年"
)
_COMPARED = re.compile(r"(?:较|比|与|同|是|相比|相当于|超出)(?:于)?$")


def period_before(sentence: str, at: int) -> str | None:
    """The period nearest before the number at `at`: in its own clause, else in one before; never one compared with, nor
    the day since when something is there (自2020年6月上线).

    2020年…是2018年的4.4倍 is of 2020; 由2016年的95%下降至2020年的57% has two.
    """
    found = None
    for m in _PERIOD.finditer(sentence[:at]):
        compared = _COMPARED.search(sentence[: m.start()]) or sentence[: m.start()].endswith("自")
        if not compared and not _left_behind(sentence, m, at):
            found = m[0]
    return found.strip("”") if found and not found.startswith("“") else _quoted(found)


def _left_behind(sentence: str, m: re.Match[str], at: int) -> bool:
    """由2013年的1000家增加到8900家: the first number alone is of 2013."""
    between = sentence[m.end() : at]
    from_then = sentence[: m.start()].endswith(("由", "从"))
    return from_then and bool(
        re.search(r"\d[^，。；]*[增升降减长加高大缩展跌落涨少短低][至到为][^，。；]{0,4}$", between)
    )


def _quoted(found: str | None) -> str | None:
    return found if found is None or "”" in found else found + "”"
