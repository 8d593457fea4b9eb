"""Labels in two languages: Chinese first, English small beside it, for templates and cells."""

import json
import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

__all__ = ["FILTERS", "amount", "bilingual", "column_label", "decimals", "places", "plain", "split", "value_words"]

SUFFIX = re.compile("(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|[省市])$")
LATIN = re.compile(r"^(?P<zh>.*?[\u3000-\u9fff\uff00-\uffef）》”…]) (?P<en>[A-Za-z].*)$", re.S)

VALUES = {
    "confirmed": "相符",
    "contradiction": "矛盾",
    "incomplete": "不全",
    "info": "提示",
    "minor": "次要",
    "major": "重要",
    "national": "国家",
    "provincial": "省级",
    "municipal": "市级",
    "foreign": "外国",
    "international": "国际",
    "table": "表格",
    "prose": "文句",
    "city": "城市",
    "province": "省级",
    "county": "区县",
    "region": "大区",
    "sound": "完好",
    "missing": "缺失",
    "garbled": "乱码",
    "mixed": "部分可读",
    "full": "全称",
    "alias": "简称",
    "suffix": "尾名",
    "number": "文号",
    "anaphor": "指代",
    "heading": "标题",
    "paragraph": "段落",
    "list_item": "列表项",
    "caption": "图表题",
    "source": "数据来源",
    "note": "注",
    "contents": "目录",
    "chart": "图内文字",
}
"""What the words of the records' closed lists mean. A test holds this against the records."""


def split(label: str) -> tuple[str, str]:
    """ "名次 Rank" -> ("名次", "Rank"); a label in one language has an empty second part."""
    found = LATIN.match(label.strip())
    return (found["zh"], found["en"]) if found else (label.strip(), "")


def bilingual(label: str | None) -> Markup:
    """A label as HTML: the Chinese, then the English in a span of its own."""
    zh, en = split(label or "")
    return Markup('{} <span class="en" lang="en">{}</span>').format(zh, en) if en else Markup(escape(zh))


def column_label(description: str | None, name: str) -> tuple[str, str]:
    """The label at the head of a column's description ("名次 Rank：所印名次。…"), else the column's name."""
    head, colon, _ = (description or "").partition("：")
    return split(head) if colon and len(head) <= 40 else (name, "")


def value_words(value: object) -> str:
    """The Chinese for a word from a closed list, else the value as it is."""
    return VALUES.get(value, value) if isinstance(value, str) else str(value)


def amount(value: float) -> str:
    """A number with thousands apart: 300,000,000 or 0.987."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def places(values: Iterable[float | None]) -> int:
    """How many decimals the numbers of a column need, so that their points stand below each other."""
    return max((len(f"{v:.6f}".rstrip("0").partition(".")[2]) for v in values if v is not None), default=0)


def decimals(value: float, number: int) -> str:
    """A number with so many decimals."""
    return f"{value:.{number}f}"


def plain(value: object) -> Markup:
    """What a JSON column holds, in words: a list with 、 between."""
    try:
        held = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        held = value
    if held is None or held == "":
        return Markup('<span class="nothing">—</span>')
    return Markup(escape("、".join(map(str, held)) if isinstance(held, list) else held))


def short_place(name: str) -> str:
    """A province without what kind of unit it is: 广西, 内蒙古, 北京."""
    return SUFFIX.sub("", name) or name


FILTERS: dict[str, Callable[..., object]] = {
    "amount": amount,
    "bilingual": bilingual,
    "decimals": decimals,
    "en": lambda label: split(label or "")[1],
    "plain": plain,
    "short_place": short_place,
    "value_words": value_words,
    "zh": lambda label: split(label or "")[0],
}
"""For templates, by name."""
