"""Taking lists apart: A、B和C; “A”“B”“C”; A，B，C."""

import re
from collections.abc import Iterator
from functools import cache

from extract.places import gazetteer
from extract.spans.frameworks import framework_pattern

__all__ = ["Item", "best_split", "clauses_of", "leading_cut", "own_words", "trimmed"]

Item = tuple[int, int]
"""Where a part's name starts and ends."""

OPEN, CLOSE = "“「『‘（(《【[", "”」』’）)》】]"
AND = re.compile(r"和|与|及|以及|暨")
LEADING = re.compile(r"[\s，。；、,;:：]*(?:(?:以及|和|与|及|其中|包括|分别|即|是|为|下设|下辖|另设)(?=.{2}))?[\s：:]*")
LATIN = re.compile(r"(?<=[一-鿿])[（(][A-Za-z][A-Za-z &/\-]*[)）]$")
"""战略（Strategy）: the word in Latin letters after a part says the same once more."""
WAYS = tuple(re.compile(cut) for cut in ("、", "、", "、|和|与|以及|及", "[，,]", "[，,]", "[；;]", "[、，,；;]"))
"""How a list may be cut; the first and the fourth also cut the last item at its 和."""


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


def _names(text: str) -> set[int]:
    """Offsets of 和 that are part of the name of a place: 呼和浩特."""
    return {m.start() + at for m in _with_and().finditer(text) for at, c in enumerate(m.group()) if c in "和与及"}


@cache
def _with_and() -> re.Pattern[str]:
    names = {n for p in gazetteer().by_code.values() for n in (p.name, p.short_name) if AND.search(n) and len(n) > 2}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")


@cache
def _full_names() -> re.Pattern[str]:
    """What a place that acts is called: 敦煌市纺织、食品."""
    names = {p.name for p in gazetteer().by_code.values()}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _split(text: str, lo: int, hi: int, at: re.Pattern[str]) -> list[Item]:
    """Cut at the separators that stand outside quotation marks and brackets, and between 》《 or ”“."""
    depths, names = _depths(text[lo:hi]), _names(text[lo:hi])
    items, start = [], lo
    for m in at.finditer(text[lo:hi]):
        if depths[m.start()] == 0 and m.start() + lo >= start and m.start() not in names:
            items.append((start, lo + m.start()))
            start = lo + m.end()
    items.append((start, hi))
    return [x for item in items for x in _quotes_apart(text, *item)]


def _quotes_apart(text: str, lo: int, hi: int) -> Iterator[Item]:
    cuts = [lo + m.start() for m in re.finditer(r"(?<=[”」』’])(?=[“「『‘])", text[lo:hi])]
    yield from zip([lo, *cuts], [*cuts, hi], strict=True)


def trimmed(text: str, lo: int, hi: int) -> Item:
    """A part's name without what joins it to the others: the words in quotation marks where it ends in them."""
    lead = LEADING.match(text[lo:hi])
    lo += lead.end() if lead and not _with_and().match(text, lo, hi) else 0
    hi = lo + len(text[lo:hi].rstrip("，。；、,; \n"))
    if abroad := LATIN.search(text, lo, hi):
        hi = abroad.start()
    quoted = re.search(r"[“「『‘\"]([^“”「」『』‘’\"]+)[”」』’\"]$", text[lo:hi])
    if quoted:
        return lo + quoted.start(1), lo + quoted.end(1)
    return lo, hi


def best_split(text: str, lo: int, hi: int, count: int) -> tuple[list[Item], bool]:
    """The parts of a list, and whether it says that there are more (等).

    How it is cut (at 、 only, also at 和, at commas) is settled by `count`, where one of the ways gives so many.
    """
    end = framework_pattern("open_end").search(text[lo:hi])
    hi = lo + end.start() if end else hi
    ways = [_split(text, lo, hi, at) for at in WAYS]
    for last_too in (0, 3):
        ways[last_too] = _last_and(text, ways[last_too])
    heads = [_quoted_heads(text, way) for way in ways]
    ways = [head or way for head, way in zip(heads, ways, strict=True)]
    cleaned = [[trimmed(text, *item) for item in way if text[item[0] : item[1]].strip("，。；、 \n")] for way in ways]
    fitting = next((way for way in cleaned if len(way) == count and not _runs_on(text, way)), None)
    return fitting or cleaned[0], bool(end)


def _quoted_heads(text: str, items: list[Item]) -> list[Item]:
    """“集单”问需求、“列单”统项目: what stands in quotation marks at the head of every item of a list of three and more."""
    heads = [re.compile("[“「『]([^“”「」『』]{1,6})[”」』](?=[一-鿿])").match(text, *item) for item in items]
    return [m.span(1) for m in heads if m] if len(items) > 2 and all(heads) else []


def _runs_on(text: str, items: list[Item]) -> bool:
    """Whether an item holds a comma outside quotation marks and brackets: it is two clauses, no name."""
    return any(
        char in "，；" and depth == 0
        for lo, hi in items
        for char, depth in zip(text[lo:hi], _depths(text[lo:hi]), strict=True)
    )


def _last_and(text: str, items: list[Item]) -> list[Item]:
    """The last item cut at its 和, if it has just one outside quotation marks."""
    lo, hi = items[-1]
    depths = _depths(text[lo:hi])
    names = _names(text[lo:hi])
    ands = [
        m
        for m in AND.finditer(text[lo:hi])
        if depths[m.start()] == 0 and m.start() > 0 and m.end() < hi - lo and m.start() not in names
    ]
    if len(ands) != 1 or (len(items) == 1 and "的" in text[lo + ands[0].end() : hi]):
        return items
    return [*items[:-1], (lo, lo + ands[0].start()), (lo + ands[0].end(), hi)]


def clauses_of(text: str, lo: int, hi: int) -> list[Item]:
    """The clauses of a stretch, cut at commas and stops outside quotation marks and brackets."""
    depths, cuts = _depths(text[lo:hi]), [lo - 1]
    cuts += [lo + i for i, char in enumerate(text[lo:hi]) if char in "，。；：\n" and depths[i] <= 0]
    return [(a + 1, b) for a, b in zip(cuts, [*cuts[1:], hi], strict=True) if text[a + 1 : b].strip()]


def own_words(text: str, items: list[Item]) -> list[Item]:
    """边防、公安、海关、渔政力量: the last without the word that all share, where the others are as long as each other."""
    lengths = {hi - lo for lo, hi in items[:-1]}
    shared = framework_pattern("shared").search(text[slice(*items[-1])])
    if len(items) < 3 or len(lengths) != 1 or not shared or shared.start() != min(lengths):
        return items
    return [*items[:-1], (items[-1][0], items[-1][0] + shared.start())]


def leading_cut(text: str, items: list[Item]) -> list[Item]:
    """The items with the verb cut off that stands before the first: 实施数字新基建、数字新产业 -> 数字新基建, 数字新产业.

    Of the possible cuts the one is taken that makes the first item most like the others in length, first and last character.
    """
    if len(items) < 2 or text[items[0][1] : items[0][1] + 1] in ("”", "」", "』", "’", '"'):
        return items
    if len({text[start : start + 2] for start, _ in items}) == 1:
        return items
    lo, hi = items[0]
    leads = list(framework_pattern("lead").finditer(text[lo:hi]))
    lo += leads[-1].end() if leads else 0
    others = sorted(end - start for start, end in items[1:])
    usual = others[len(others) // 2]
    first, last = {text[start] for start, _ in items[1:]}, {text[end - 1] for _, end in items[1:]}
    verbs = framework_pattern("verb").finditer(text[lo:hi])
    place = _full_names().match(text, lo, hi - 1)
    cuts = [lo, *(lo + m.end() for m in verbs if m.end() < hi - lo), *([place.end()] if place else [])]

    def unlike(start: int) -> tuple[int, int]:
        alike = (text[hi - 1] in last) + (text[start] in first) if start > lo else 0
        return abs(hi - start - usual) - 2 * alike, -start

    return [(min(cuts, key=unlike), hi), *items[1:]]
