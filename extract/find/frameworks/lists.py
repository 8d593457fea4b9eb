"""Taking lists apart: A、B和C; “A”“B”“C”; A，B，C."""

import re
from collections.abc import Iterator

__all__ = ["Item", "best_split", "leading_cut", "trimmed"]

Item = tuple[int, int]
"""Where a part's name starts and ends."""

OPEN, CLOSE = "“「『‘（(《【[", "”」』’）)》】]"
AND = re.compile(r"和|与|及|以及|暨")
OPEN_END = re.compile(r"等(?:等|方面|内容|领域|若干|多个|各类|一批|环节|在内|[^，。；、]{0,8})?[，。；、\s]*$")
VERBS = re.compile(
    r"(?:实施|构建|打造|推出|形成|建立|建设|建成|搭建|完善|围绕|聚焦|推进|推动|启动|布局|坚持|深化|创新|开展|依托|强化|夯实|做强"
    r"|健全|提升|实现|拥有|具备|确立|涵盖|覆盖|包括|包含|按照|通过|瞄准|突出|运用|整合|打通|贯通|设立|成立|部署|提出|采用|优化|培育|发展|分别|"
    r"由|以|从|将|把|对|在|即|指|是|为)(?:了|出|起|成)?"
)


LEADS = re.compile(r"(?:通过|围绕|聚焦|包括|包含|涵盖|分别|依托|瞄准|实施|推出|从|由)(?:了|出)?(?=.{2})")
"""Words that bring in a list and never begin a part of it."""


def _depths(text: str) -> list[int]:
    depth, straight, out = 0, False, []
    for char in text:
        if char == '"':
            depth += -1 if straight else 1
            straight = not straight
        elif char in CLOSE:
            depth -= 1
        out.append(depth + (char in CLOSE))
        if char in OPEN:
            depth += 1
    return out


def _split(text: str, lo: int, hi: int, at: re.Pattern[str]) -> list[Item]:
    """Cut at the separators that stand outside quotation marks and brackets, and between 》《 or ”“."""
    depths = _depths(text[lo:hi])
    items, start = [], lo
    for m in at.finditer(text[lo:hi]):
        if depths[m.start()] == 0 and m.start() + lo >= start:
            items.append((start, lo + m.start()))
            start = lo + m.end()
    items.append((start, hi))
    return [x for item in items for x in _quotes_apart(text, *item)]


def _quotes_apart(text: str, lo: int, hi: int) -> Iterator[Item]:
    for m in re.finditer(r"(?<=[”」』’])(?=[“「『‘])", text[lo:hi]):
        yield lo, lo + m.start()
        lo += m.start()
        yield from _quotes_apart(text, lo, hi)
        return
    yield lo, hi


def trimmed(text: str, lo: int, hi: int) -> Item:
    """A part's name without what joins it to the others: the words in quotation marks where it ends in them."""
    lead = re.match(r"[\s，。；、,;:：]*(?:(?:以及|和|与|及|其中|包括|分别|即|是|为)(?=.{2}))?[\s：:]*", text[lo:hi])
    lo += lead.end() if lead else 0
    hi = lo + len(text[lo:hi].rstrip("，。；、,; \n"))
    quoted = re.search(r"[“「『‘\"]([^“”「」『』‘’\"]+)[”」』’\"]$", text[lo:hi])
    if quoted:
        return lo + quoted.start(1), lo + quoted.end(1)
    return lo, hi


def best_split(text: str, lo: int, hi: int, count: int) -> tuple[list[Item], bool]:
    """The parts of a list, and whether it says that there are more (等).

    How it is cut (at 、 only, also at 和, at commas) is settled by `count`, where one of the ways gives so many.
    """
    end = OPEN_END.search(text[lo:hi])
    more = bool(end)
    if end:
        hi = lo + end.start()
    ways = [
        _last_and(text, _split(text, lo, hi, re.compile("、"))),
        _split(text, lo, hi, re.compile("、")),
        _split(text, lo, hi, re.compile("、|和|与|以及|及")),
        _last_and(text, _split(text, lo, hi, re.compile("[，,]"))),
        _split(text, lo, hi, re.compile("[，,]")),
        _split(text, lo, hi, re.compile("[；;]")),
        _split(text, lo, hi, re.compile("[、，,；;]")),
    ]
    cleaned = [[trimmed(text, *item) for item in way if text[item[0] : item[1]].strip("，。；、 \n")] for way in ways]
    fitting = next((way for way in cleaned if len(way) == count), None)
    return fitting or cleaned[0], more


def _last_and(text: str, items: list[Item]) -> list[Item]:
    """The last item cut at its 和, if it has just one outside quotation marks."""
    lo, hi = items[-1]
    depths = _depths(text[lo:hi])
    ands = [m for m in AND.finditer(text[lo:hi]) if depths[m.start()] == 0 and m.start() > 0 and m.end() < hi - lo]
    if len(ands) != 1:
        return items
    return [*items[:-1], (lo, lo + ands[0].start()), (lo + ands[0].end(), hi)]


def leading_cut(text: str, items: list[Item]) -> list[Item]:
    """The items with the verb cut off that stands before the first: 实施数字新基建、数字新产业 -> 数字新基建, 数字新产业.

    Of the possible cuts the one is taken that makes the first item most like the others in length and last character.
    """
    if len(items) < 2 or text[items[0][1] : items[0][1] + 1] in ("”", "」", "』", "’", '"'):
        return items
    lo, hi = items[0]
    lead = list(LEADS.finditer(text[lo:hi]))
    lo += lead[-1].end() if lead else 0
    others = sorted(end - start for start, end in items[1:])
    usual = others[len(others) // 2]
    last = {text[end - 1] for _, end in items[1:]}
    cuts = [lo, *(lo + m.end() for m in VERBS.finditer(text[lo:hi]) if m.end() < hi - lo)]

    def unlike(start: int) -> tuple[int, int]:
        return abs(hi - start - usual) - (2 if text[hi - 1] in last and start > lo else 0), start

    best = min(cuts, key=unlike)
    return [(best, hi), *items[1:]]
