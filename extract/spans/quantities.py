"""Numbers with their units: `doc.spans["quantities"]`, label = kind of unit, `kb_id_` = value and unit.

What counts as a unit stands in `lexicon/units.yml`. Ordinals, years, versions and names with digits (第3名, 前10强, 5G,
2.0版, FP32, 1+5+N) are no quantities.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extract.numerals import value_of
from extract.prose import squeezed
from extract.words import lexicon

__all__ = ["NAME", "Quantity", "quantities", "unit_words"]

NAME = "quantities"

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# 千瓦, 千米 and 百分点 are units of their own: their first character is none of the number's.
NUMERAL = rf"(?:{ARABIC}\s?[多余]?(?:[百千](?![瓦克米卡赫伏分]))?[万亿]*[多余]?|[〇零一二两三四五六七八九十百千万亿]+[多余]?[万亿]*)"
NAMED = ("PUE", "GDP", "R&D")
"""Measures by letters, that a number may follow with nothing between: 平均PUE1.38."""
FEW = 10
"""一个 to 十个 in Chinese numerals are words of the language more often than counts."""

_NO_NUMBER_AFTER = re.compile(
    r"(?:第|前|后|top|TOP|Top|No\.?|NO\.?|(?<!地)图|(?<![报代水电气仪手])表|(?<![模方形样])式|(?<![公印徽勋奖])章|(?<![环细])节"
    r"|(?<![账帐型信挂])号|(?<![问试答])卷|[A-Za-z](?:[-_./]\d*)?|[\d.,][-+/_:*^=]?|[+^_*/×=]|〔|［|\[|之)$"
)
_BARE_MULTIPLIER = re.compile(r"[百千万亿]+")
_FAR = re.compile(r"(约|近|超过|超)占[^，。；：\d]{1,12}$")
_BOOK = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》?|https?://\S+|www\.\S+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, at `start` to `end` with the words that belong to it; the bare number is `number`.

    `value` is in base units, shares as fractions. `kind` is the kind of its unit, `bare` where it has none.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal
    unit: str | None
    kind: str
    comparison: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon as patterns."""

    units: dict[str, dict[str, Any]]
    unit: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    meaning: dict[str, dict[str, Any]]


def unit_words() -> dict[str, list[dict[str, Any]]]:
    """`lexicon/units.yml` as it stands."""
    found: dict[str, list[dict[str, Any]]] = lexicon("units")
    return found


@lru_cache(maxsize=1)
def _words() -> Words:
    words = unit_words()
    units, patterns = {}, []
    for entry in words["units"]:
        for form in entry["forms"]:
            units[form] = entry
            guard = f"(?!{entry['but']})" if entry.get("but") else ""
            latin = "(?![A-Za-z/])" if form[-1].isascii() and form[-1].isalpha() else ""
            patterns.append((form, re.escape(form) + guard + latin))
    patterns.sort(key=lambda p: -len(p[0]))
    per = r"(?P<per>(?:/|每)(?:平方公里|平方米|立方米|万元|亿元|公里|小时|分钟|万人|千人|人|年|天|日|月|秒|户|家|亩|辆|件))?"
    meaning = {form: entry for side in ("before", "after") for entry in words[side] for form in entry["forms"]}
    return Words(
        units,
        re.compile(rf"\s?(?P<unit>{'|'.join(p for _, p in patterns)}){per}"),
        re.compile(rf"(?P<word>{_guarded(words['before'])})(?:[占为有了在至到]|其|GDP|上年|同期|总量)?$"),
        re.compile(rf"(?P<word>{_any(words['after'])})"),
        meaning,
    )


def _guarded(entries: list[dict[str, Any]]) -> str:
    """As `_any`, with what must not stand before each form."""
    guarded = [(f, f"(?<!{e['not_after']})" if e.get("not_after") else "") for e in entries for f in e["forms"]]
    return "|".join(guard + re.escape(form) for form, guard in sorted(guarded, key=lambda g: -len(g[0])))


def _any(entries: list[dict[str, Any]]) -> str:
    return "|".join(re.escape(f) for f in sorted((f for e in entries for f in e["forms"]), key=len, reverse=True))


def quantities(text: str) -> list[Quantity]:
    """The quantities in a folded and squeezed text, in order. A range (40%-50%) gives both its ends."""
    masked = _BOOK.sub(lambda m: "\ue010" * len(m[0]), text)
    found: list[Quantity] = []
    at = 0
    for m in re.finditer(NUMERAL, masked):
        if m.start() < at:
            continue
        read = _fraction(masked, m) or _range(masked, m) or _run(masked, m) or _one(masked, m.start(), m.end())
        if read:
            found += read
            at = max(q.end for q in read)
    return found


def _one(text: str, start: int, end: int) -> list[Quantity]:
    """A number and its unit."""
    if _NO_NUMBER_AFTER.search(text[max(0, start - 6) : start]) and not text[:start].rstrip().endswith(NAMED):
        return []
    words = _words()
    unit = words.unit.match(text, end)
    # 5千万 may be read as 5千 万…, and 三成 as a number: give back what belongs to the unit.
    value = value_of(re.sub(r"[多余]", "", text[start:end]))
    if value is None or (_BARE_MULTIPLIER.fullmatch(text[start:end]) and not words.before.search(text[:start][-8:])):
        return []
    if not unit:
        return _bare(text, start, end, value)
    entry = words.units[unit["unit"]]
    if _vague(text[start:end], value, entry) or value < entry.get("least", 0):
        return []
    name = (unit["unit"] if entry.get("spelt") else entry["unit"]) + (unit["per"] or "").replace("每", "/")
    scaled = value * {"%": Decimal("0.01"), "‰": Decimal("0.001"), "成": Decimal("0.1")}.get(entry["unit"], Decimal(1))
    rough = text[end - 1] in "多余"
    return [_worded(text, Quantity(start, unit.end(), (start, end), scaled, name, entry["kind"], None, rough))]


def _vague(number: str, value: Decimal, entry: dict[str, Any]) -> bool:
    """一个, 三大类, 十项: words of the language, not counts."""
    return not number[0].isdecimal() and value <= FEW and entry["unit"] not in ("成", "倍", "百分点")


def _bare(text: str, start: int, end: int, value: Decimal) -> list[Quantity]:
    """2 万亿, or an index value (指数达到 40 以上; PUE 低于 1.3), without a unit."""
    after = text[end : end + 3]
    closed = not after or bool(
        re.match(r"[，。；、）)！？]|以上|以下|左右|之间|以内|的(?:[城省地市区县]|共|仅?有)", after)
    )
    large = text[end - 1] in "万亿" and text[start].isdecimal()
    closed = closed or (large and text.startswith(_counted(), end))
    named = re.search(
        r"(?:指数|得分|分值|总分|评分|PUE|系数|强度|浓度|均值|平均分|中位数|标准差|方差|密度|基尼系数|电能利用效率|电能使用效率|能效比)(?:值|均|都|也|已|仅|分别|平均|总体)*"
        r"(?:为|是|达到?|超过?|突破|高达|约|近|低于|高于|不低于|不高于|不超过|大于|小于|在|降至|升至|提升至|提高到|下降至|控制在)*\s*$",
        text[max(0, start - 24) : start],
    )
    if not closed or not (large or (named and text[start].isdecimal())) or re.match(r"\d{4}$", text[start:end]):
        return []
    return [_worded(text, Quantity(start, end, (start, end), value, None, "bare"))]


@lru_cache(maxsize=1)
def _counted() -> tuple[str, ...]:
    return tuple(lexicon("units")["bare"]["words"])


def _worded(text: str, q: Quantity) -> Quantity:
    """With the words beside it that say how it is meant."""
    words = _words()
    before = words.before.search(text[max(0, q.start - 12) : q.start])
    after = words.after.match(text, q.end)
    start = q.start - (len(text[max(0, q.start - 12) : q.start]) - before.start()) if before else q.start
    found = [words.meaning[m["word"]] for m in (before, after) if m]
    if before and (more := words.before.search(text[max(0, start - 8) : start])):  # 达到约, 最高不超过
        found.insert(0, words.meaning[more["word"]])
    if not before and (far := _FAR.search(text[max(0, q.start - 18) : q.start])):
        found.insert(0, words.meaning[far[1]])
    said = [w["as"] for w in found if w["as"]]
    strongest = next((s for s in reversed(said) if s != "达到"), said[-1] if said else None)
    approximate = q.approximate or any(w.get("approximate") for w in found)
    return replace(q, start=start, end=after.end() if after else q.end, comparison=strongest, approximate=approximate)


def _fraction(text: str, m: re.Match[str]) -> list[Quantity]:
    """三分之一, 2/3 is none."""
    whole = re.compile(r"([一二三四五六七八九十百\d]+)分之([一二三四五六七八九十\d.]+)").match(text, m.start())
    if not whole:
        return []
    below, above = value_of(whole[1]), value_of(whole[2])
    if not below or above is None:
        return []
    share = Quantity(*whole.span(), whole.span(), above / below, "%", "share")
    return [_worded(text, share)]


def _range(text: str, m: re.Match[str]) -> list[Quantity]:
    """40%-50%, 3~4元, 1000至2000万元: both ends, the first with the unit of the second where it has none."""
    words = _words()
    first_unit = words.unit.match(text, m.end())
    at = first_unit.end() if first_unit else m.end()
    dash = re.compile(r"\s?(?:[-—–~～]+|[至到])\s?").match(text, at)
    second = re.compile(NUMERAL).match(text, dash.end()) if dash else None
    if not second or _NO_NUMBER_AFTER.search(text[max(0, m.start() - 6) : m.start()]):
        return []
    high = _one(" " * second.start() + text[second.start() :], second.start(), second.end())
    if not high or high[0].unit is None or not text[m.start()].isdecimal():
        return []
    low = _low(text, m, high[0], second)
    if low is None or low >= high[0].value:
        return []
    ends = replace(high[0], start=m.start(), number=m.span(), value=low, comparison="不低于")
    return [ends, replace(high[0], start=m.start(), comparison="不超过")]


def _low(text: str, m: re.Match[str], high: Quantity, second: re.Match[str]) -> Decimal | None:
    """The lower end on the scale of the higher one: in 3-5万 it is 30,000, in 9000-1.2万 it is 9,000."""
    value, upper = value_of(m[0]), value_of(second[0])
    if value is None or not upper:
        return None
    factor = high.value / upper
    multiplied = second[0].rstrip("多余")[-1] in "万亿" and m[0].rstrip("多余")[-1] not in "万亿百千"
    figure = value_of(re.sub(r"[百千万亿多余]", "", second[0])) if multiplied else None
    return value * factor * (upper / figure if figure and value < figure else 1)


def _run(text: str, m: re.Match[str]) -> list[Quantity]:
    """30、50万元; 36、31和11个: numbers that share the unit after the last."""
    run = re.compile(rf"{ARABIC}(?:[、/](?={ARABIC}))").match(text, m.start())
    if not run or not m.start() or _NO_NUMBER_AFTER.search(text[max(0, m.start() - 6) : m.start()]):
        return []
    whole = re.compile(rf"{ARABIC}(?:[、/]{ARABIC})*(?:[、/和及与]|以及){NUMERAL}").match(text, m.start())
    if not whole:
        return []
    numbers = list(re.finditer(NUMERAL, text[: whole.end()][m.start() :]))
    last = numbers[-1]
    shared = _one(text, m.start() + last.start(), m.start() + last.end())
    if not shared or shared[0].unit is None:
        return []
    figure = value_of(re.sub(r"[百千万亿多余]", "", last[0]))
    if not figure:
        return []
    found, first = [], _worded(text, replace(shared[0], start=m.start()))
    for n in numbers[:-1]:
        value = value_of(n[0])
        if value is None or n[0][-1] in "万亿百千":
            return []
        span = m.start() + n.start(), m.start() + n.end()
        found.append(
            replace(shared[0], start=span[0], end=span[1], number=span, value=value * shared[0].value / figure)
        )
    said = first.comparison or shared[0].comparison
    return [replace(q, comparison=said, approximate=first.approximate) for q in (*found, *shared)]


@Language.factory(NAME)
def _component(nlp: Language, name: str):  # type: ignore[no-untyped-def]
    def component(doc: Doc) -> Doc:
        text, offsets = squeezed(doc.text)
        spans = []
        for q in quantities(text):
            value = f"{q.value.normalize():f}{q.unit or ''}"
            start, end = offsets[q.start], offsets[q.end - 1] + 1
            span = doc.char_span(start, end, label=q.kind, kb_id=value, alignment_mode="expand")
            spans += [span] if span else []
        doc.spans[NAME] = spans
        return doc

    return component
