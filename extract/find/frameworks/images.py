"""Names that hold their parts in short, stand for orders of magnitude or are images: “早、小、快”工作法, “十百千万”, “一棵树”."""

import re

from extract.find.frameworks.lists import Item, best_split
from extract.find.frameworks.parts import LONGEST, Part, Spelled, sentence_end
from extract.numerals import ordinal
from extract.spans.frameworks import framework_pattern

__all__ = ["abridged", "in_full", "ladder", "likened", "short_list"]

MAGNITUDES = {"一": "1|一", "十": "10|十", "百": "100|百|一百", "千": "1000|千|一千", "万": "10000|1万|万|一万"}
FEWEST = 3
"""Parts that an image or a list in quotation marks must tell."""
CLAUSE = re.compile(r"(?P<part>[一-鿿]{1,6}?)(?:是|为|即|指|代表)(?P<what>[一-鿿]{2,12})")


def short_list(text: str, start: int, end: int) -> Spelled | None:
    """“A、B、C、D”四要素 | “A、B、C”工作法: as many short items as a count after them says."""
    close = start + 1 + next(i for i, c in enumerate(text[start + 1 : end]) if c in '”"」』')
    items = [(start + 1 + m.start(), start + 1 + m.end()) for m in re.finditer("[^、]+", text[start + 1 : close])]
    lengths = [hi - lo for lo, hi in items]
    told = re.match(r"[”\"」』]的?([二三四五六七八九两十]|\d)", text[close:end])
    if max(lengths) - min(lengths) > 1 or (told and ordinal(told[1].replace("两", "二")) != len(items)):
        return None
    full = in_full(text, end, items)
    if full:
        return Spelled(tuple(full), True, full[-1].end)
    return Spelled(tuple(Part(lo, hi) for lo, hi in items), True, end)


def abridged(text: str, start: int, end: int) -> Spelled | None:
    """“港产城海”四位一体: as many characters as are one."""
    said = re.match(r"[“\"「『](?P<parts>.+?)[”\"」』]的?(?P<count>.)位一体", text[start:end])
    if said is None or ordinal(said["count"]) != len(said["parts"]):
        return None
    lo = start + said.start("parts")
    return Spelled(tuple(Part(lo + i, lo + i + 1) for i in range(len(said["parts"]))), True, end)


def in_full(text: str, end: int, items: list[Item]) -> list[Part]:
    """The names that a list right after a name gives its short parts: …模式，即A…、B…和C…."""
    m = framework_pattern("in_full").match(text[end:])
    if m is None:
        return []
    lo = end + m.end()
    hi = sentence_end(text, lo, "。；！？\n")
    hi = lo + len(re.sub(r"(?:[二三四五六七八九]位一体|等?有机结合|相结合|共同发力)[^，、]{0,8}$", "", text[lo:hi]))
    full, more = best_split(text, lo, hi, len(items))
    if len(full) != len(items) or more:
        return []
    if any(re.match("[即是为指看]", text[a + hi - lo : b]) for (lo, hi), (a, b) in zip(items, full, strict=True)):
        return []
    lengths = [b - a for a, b in full]
    holds = all(text[lo:hi] in text[a:b] for (lo, hi), (a, b) in zip(items, full, strict=True))
    longer = all(b - a > hi - lo for (lo, hi), (a, b) in zip(items, full, strict=True))
    like = max(lengths) - min(lengths) <= 1 and max(lengths) <= LONGEST // 3
    return [Part(a, b) for a, b in full] if longer and max(lengths) <= LONGEST and (holds or like) else []


def ladder(text: str, start: int, end: int) -> Spelled | None:
    """“十百千”: 10家…、100个…、1000名…, each of its order of magnitude, in the order of the name."""
    hi = sentence_end(text, sentence_end(text, end) + 1)
    at, parts = end, list[Part]()
    for numeral in (c for c in text[start:end] if c in MAGNITUDES):
        counted = rf"(?<![\d.,一二三四五六七八九十百千万])(?:{MAGNITUDES[numeral]})(?![\d.%一二三四五六七八九十百千万亿年月日])"
        m = re.compile(rf"{counted}[余多]?[一-鿿A-Z0-9]{{2,20}}?(?=[、，。；\n]|和|以及|及)").search(text, at, hi)
        if m is None:
            return None
        parts.append(Part(m.start(), m.end()))
        at = m.end()
    return Spelled(tuple(parts), True, at)


def likened(text: str, end: int) -> Spelled | None:
    """比作“一座桥”：墩是甲，梁是乙，面是丙: what the parts of the image stand for."""
    opener = re.match(r"[”\"」』][^，。；：\n]{0,8}[：，。]", text[end:])
    if opener is None:
        return None
    lo = end + opener.end()
    clauses = list(re.finditer(r"[^，；、]+", text[lo : sentence_end(text, lo)]))
    found = [CLAUSE.fullmatch(c.group()) for c in clauses]
    parts = [
        Part(lo + c.start() + m.start("what"), lo + c.start() + m.end("what"))
        for c, m in zip(clauses, found, strict=True)
        if m
    ]
    return Spelled(tuple(parts), True, parts[-1].end) if len(parts) == len(clauses) >= FEWEST else None
