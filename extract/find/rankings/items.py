"""The places that a cell names, each with where it stands in the cell and what is printed with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extract.find.rankings.values import Change, change_of, score_of
from extract.fold import fold
from extract.numerals import ordinal
from extract.places import Place, gazetteer

__all__ = ["Item", "is_place", "items_in"]

SEPARATOR = re.compile(r"[、，,；;/／|\n]")
AND = re.compile(r"以及|和|与|及")
SPACE = re.compile(r"\s+")
MARKS = "*※★☆◆◇■□●○†‡#^①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿¹²³⁴⁵⁶⁷⁸⁹⁰ \t。.·"
BEFORE = re.compile(
    r"^(?:第|no\.?|top)?\s*(?P<rank>\d{1,3}|[一二三四五六七八九十]{1,3}(?=名|位|、))(?:名|位)?\s*[.、:：)）\-\s]?\s*(?=[^\d\s.%])",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*[（(\[]\s*(?P<inside>[^（）()\[\]]{1,14})\s*[)）\]]\s*$")
BEHIND = re.compile(
    r"\s*(?P<value>[↑↓▲▼△▽⬆⬇]\s*\d{0,3}|(?<=\s)(?:new|新上榜|新进|持平|[—–→])|\s\d{1,3}(?:,\d{3})*(?:\.\d+)?分?|\d+\.\d+分?)\s*$",
    re.IGNORECASE,
)
CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2776 + i): i + 1 for i in range(10)}
WHOLE = re.compile(r"\s*[（(]\s*(\d{1,4}(?:\.\d+)?)\s*[)）]")
NOTE = re.compile(r"(?:\s|(?<=[\u4e00-\u9fff]))(?:注?\d{1,2})$")
MORE = re.compile(r"等(?:[\d一二三四五六七八九十两]+个?)?(?:城市|市|省份|省|地区|地|县|区|家)?$")
LABEL = re.compile(r"^\s*[^:：\d]{1,14}[:：]\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """A name at `start` to `end` of the cell's text; `printed` is the name, or what a lookup says is meant by it."""

    printed: str
    start: int
    end: int
    rank: int | None = None
    score: float | None = None
    change: Change | None = None


def is_place(printed: str) -> bool:
    """Whether anything is called so."""
    return bool(gazetteer().candidates(printed))


def items_in(text: str, lookups: Mapping[str, str] | None = None, *, scored: bool = False) -> list[Item]:
    """The names in a cell: one, or several apart by 、 or white space or nothing (南京市苏州市).

    `scored` says that whole numbers in brackets behind names are scores. What is no name of a place comes out as one item too: whoever asks finds that nothing is called so.
    """
    folded = fold(text)
    whole = _item(folded, 0, len(folded), lookups or {})
    if whole is None:
        return []
    if _known(whole):
        return [_scored(folded, whole)] if scored else [whole]
    label = LABEL.match(folded)
    parts = list(_parts(folded, label.end() if label else 0, lookups or {}))
    if scored:
        parts = [_scored(folded, p) for p in parts]
    return _owned(folded, parts) if parts and any(map(_known, parts)) else [whole]


def _owned(text: str, parts: list[Item]) -> list[Item]:
    """A city and, with nothing but white space between, the province it is in (深圳市 over 广东): one place, the city."""
    if len(parts) != 2 or text[parts[0].end : parts[1].start].strip():
        return parts
    for province, city in (parts, parts[::-1]):
        if place := gazetteer().resolve(city.printed, scope="city", province=province.printed):
            above = gazetteer().resolve(province.printed, scope="province")
            if above and place != above and gazetteer().province_of(place) == above:
                whole = province.printed + city.printed
                return [replace(city, printed=whole if is_place(whole) else city.printed)]
    return parts


def _known(item: Item) -> bool:
    return is_place(item.printed)


def _parts(text: str, start: int, lookups: Mapping[str, str]) -> Iterator[Item]:
    for lo, hi in _between(SEPARATOR, text, start, len(text)):
        item = _item(text, lo, hi, lookups)
        if item is None:
            continue
        if _known(item):
            yield item
            continue
        words = _split(text, lo, hi, lookups)
        yield from words or _covered(text, item) or [_shortened(item)]


def _split(text: str, lo: int, hi: int, lookups: Mapping[str, str]) -> list[Item] | None:
    """The names between white space, if each of them is one."""
    words = [_item(text, a, b, lookups) for a, b in _between(SPACE, text, lo, hi)]
    found = [_shortened(w) for w in words if w]
    return found if len(found) > 1 and all(map(_known, found)) else None


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for m in separator.finditer(text, start, end):
        yield at, m.start()
        at = m.end()
    yield at, end


def _item(text: str, start: int, end: int, lookups: Mapping[str, str]) -> Item | None:
    """The name between two offsets with the marks, rank, score or change around it taken off."""
    counted = CIRCLED.get(text[start : start + 1])
    start, end = _trimmed(text, start, end)
    if start >= end:
        return None
    item = Item(text[start:end], start, end, rank=counted)
    bracket = BRACKET.search(item.printed)
    plain = bracket is None or is_place(bracket["inside"])
    if plain and is_place(item.printed) and item.printed not in lookups and not BEHIND.search(item.printed):
        return item
    if m := BEFORE.match(item.printed):
        item = _cut(item, m.end(), len(item.printed), rank=ordinal(m["rank"].lstrip("0") or "0"))
    if (m := BRACKET.search(item.printed)) and (any(_says(m["inside"])) or not is_place(m["inside"])):
        item = _noted(_cut(item, 0, m.start()), m["inside"])
    if m := BEHIND.search(item.printed):
        item = _noted(_cut(item, 0, m.start()), m["value"].strip())
    elif (m := NOTE.search(item.printed)) and is_place(item.printed[: m.start()]):
        item = _cut(item, 0, m.start())
    squeezed = "".join(item.printed.split())
    meant = lookups.get(item.printed) or lookups.get(squeezed)
    if meant:
        return replace(item, printed=meant)
    # a dash or a slash says that nothing stands here
    return item if any(c.isalnum() for c in item.printed) else None


def _says(text: str) -> tuple[float | None, Change | None]:
    """What stands beside a name: 92.3 is a score, ↑2 or 新上榜 a change; a bare whole number says nothing."""
    score = score_of(text) if "." in text or text.endswith("分") else None
    change = change_of(text) if score is None and not text.isdigit() else None
    return score, change


def _noted(item: Item, text: str) -> Item:
    score, change = _says(text)
    return replace(item, score=score if score is not None else item.score, change=change or item.change)


def _scored(text: str, item: Item) -> Item:
    m = WHOLE.match(text, item.end)
    return replace(item, score=score_of(m[1])) if m and item.score is None else item


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def _cut(item: Item, start: int, end: int, **more: object) -> Item:
    lo, hi = _trimmed(item.printed, start, end)
    return replace(item, printed=item.printed[lo:hi], start=item.start + lo, end=item.start + hi, **more)  # type: ignore[arg-type]


def _shortened(item: Item) -> Item:
    """Without 等10个城市."""
    m = MORE.search(item.printed)
    return _cut(item, 0, m.start()) if m and m.start() and is_place(item.printed[: m.start()]) else item


def _covered(text: str, item: Item) -> list[Item] | None:
    """Names with nothing or 和 between them, the longest first from the left; None where anything else is left.

    和 may stand in a name (呼和浩特), so it is a word of its own only where no name goes on with it.
    """
    found: list[Item] = []
    more = MORE.search(item.printed)
    at, last = item.start, item.start + (more.start() if more else len(item.printed))
    while at < last:
        end = next((e for e in range(min(last, at + 12), at + 1, -1) if _form(text[at:e])), None)
        if end is not None:
            found.append(Item(text[at:end], at, end))
            at = end
        elif text[at].isspace():
            at += 1
        elif found and (m := AND.match(text, at)):
            at = m.end()
        else:
            return None
    return found if len(found) > 1 else None


def _form(text: str) -> list[Place]:
    return gazetteer().forms.get("".join(text.split()), [])
