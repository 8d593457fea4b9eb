"""Running heads, feet and page numbers, told by recurrence over pages at one height.

Real content recurs too: the head of a table that goes on, a slide's title. It stays because it stands where other pages
have their text, or right above its rows, or is set larger than the text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.fold import fold
from extract.layout.blocks import marker_of
from extract.layout.patterns import match
from extract.layout.sidetabs import side_tabs
from extract.layout.sizes import body_size
from extract.model import Laid, Line

__all__ = ["without_furniture"]

ZONE = 0.14
"""Share of the page's height, at its top and at its foot, in which furniture stands."""
NEAR = 3.0
"""Points by which its height may vary from page to page."""
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
UNFOLDED = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "Ⅶ": 7, "Ⅷ": 8, "Ⅸ": 9, "Ⅹ": 10, "Ⅺ": 11, "Ⅻ": 12}


@dataclass(slots=True, eq=False)
class _Spot:
    """A line in a margin: `y` is measured from the page's top, or negative from its foot."""

    line: Line
    page: int
    y: float
    key: str
    alone: bool
    close: bool


def without_furniture(laid: Sequence[Laid]) -> list[Laid]:
    """The pages without running heads, feet and page numbers."""
    body = body_size(line for page in laid for line in page.lines)
    spots = [s for page in laid for s in _spots(page)]
    numbers = {id(s.line) for s in _page_numbers(spots, len(laid))}
    off = set(numbers)
    taken = _taken([s for s in spots if id(s.line) not in off])
    found = list(_recurring(spots, len(laid), body, taken))
    off |= {id(s.line) for s in found}
    off |= {id(s.line) for s in _alike(spots, found)}
    off |= {id(s.line) for s in _composed(spots, {s.key for s in found if len(s.key) > 3})}
    off |= {id(s.line) for s in _slots([s for s in spots if id(s.line) not in off], off, laid, body)}
    off -= _within(laid, off) - numbers
    off |= side_tabs(laid)
    off |= {id(line) for line in _above_text(laid, off, body)}
    return [Laid(page.page, [line for line in page.lines if id(line) not in off]) for page in laid]


def _above_text(laid: Sequence[Laid], off: set[int], body: float) -> Iterator[Line]:
    """Single lines over the height at which the text of the pages starts: running heads that occur but once."""
    starts: Counter[int] = Counter()
    first: list[tuple[list[Line], float]] = []
    for page in laid:
        rows = [
            list(r) for _, r in groupby((x for x in page.lines if id(x) not in off), key=lambda x: round(x.box[3] / 2))
        ]
        tops = [min(x.box[1] for x in row) for row in rows[:2]]
        starts.update({round(t / 2) for t in tops})
        left = min((x.box[0] for x in page.lines), default=0.0)
        # Flush left on the first page it may be the title of a paper without a cover.
        if len(rows) > 2 and (page.page.number > 1 or rows[0][0].box[0] > left + 3 * body):
            first.append((rows[0], tops[1]))
    heads = [(row, below) for row, below in first if all(_may_be_head(x, below, body) for x in row)]
    used = [row[0].box[1] for row, _ in first if not any(row is head for head, _ in heads)]
    for row, below in heads:
        # Where other pages have text is no margin.
        margin = not any(abs(row[0].box[1] - top) < NEAR for top in used)
        if margin and starts[round(below / 2)] > max(1, 0.5 * len(laid)):
            yield from row


def _may_be_head(line: Line, below: float, body: float) -> bool:
    small = line.size <= 1.02 * body and not line.bold and len(line.text) < 30
    apart = below - line.box[3] > 0.9 * line.size
    plain = not set(line.text) & set("，。；：、") and not marker_of(line.text) and not match("label", line.text)
    return small and apart and plain


def _within(laid: Sequence[Laid], off: set[int]) -> set[int]:
    """Lines that are no furniture: text stands between them and the page's edge, or they go on from the text."""
    kept: set[int] = set()
    for page in laid:
        grown = True
        while grown:
            left = [x for x in page.lines if id(x) in off and id(x) not in kept]
            body = [x for x in page.lines if id(x) not in off or id(x) in kept]
            found = {id(x) for x in left if _is_text(x, body, x.box[1] < page.page.height / 2)}
            kept |= found
            grown = bool(found)
    return kept


def _is_text(line: Line, body: Sequence[Line], upper: bool) -> bool:
    beyond = [x for x in body if (x.box[3] <= line.box[1] + 1 if upper else x.box[1] >= line.box[3] - 1)]
    return any(_overlap(x, line) for x in beyond) or (not upper and _goes_on(line, body))


def _overlap(a: Line, b: Line) -> bool:
    return a.box[0] < b.box[2] and b.box[0] < a.box[2]


def _goes_on(line: Line, body: Sequence[Line]) -> bool:
    """Whether a line stands under the last ones of its size as they stand under each other."""
    above = [x for x in body if x.box[3] <= line.box[1] + 0.3 * line.size and _overlap(x, line)]
    above = sorted((x for x in above if abs(x.size - line.size) < 0.3), key=lambda x: x.box[3])[-2:]
    if not above:
        return False
    step = line.box[3] - above[-1].box[3]
    usual = above[-1].box[3] - above[0].box[3]
    alike = len(above) > 1 and abs(step - usual) < 0.15 * line.size and step < 2.6 * line.size
    return step < 1.6 * line.size or alike


def _spots(laid: Laid) -> Iterator[_Spot]:
    page = laid.page
    rows = [list(row) for _, row in groupby(laid.lines, key=lambda line: round(line.box[3] / 2))]
    for i, row in enumerate(rows):
        for line in row:
            middle = (line.box[1] + line.box[3]) / 2
            if line.mark or ZONE * page.height < middle < (1 - ZONE) * page.height:
                continue
            upper = middle < page.height / 2
            y = line.box[3] if upper else line.box[3] - page.height
            key = "".join(fold(line.text).split())
            below = rows[i + 1 : i + 3]
            yield _Spot(line, page.number, y, key, not _is_tabular(row, below), upper and _is_close(line, below))


def _is_tabular(row: Sequence[Line], below: Sequence[Sequence[Line]]) -> bool:
    """Whether a row is in columns that the next row goes on in."""
    if len(row) < 2 or not below:
        return len(row) > 2
    return len(row) > 2 or (len(below[0]) >= len(row) and all(any(_overlap(a, b) for b in below[0]) for a in row))


def _is_close(line: Line, below: Sequence[Sequence[Line]]) -> bool:
    """Whether a line stands over the next row as rows of one table, or lines of one text, stand over each other."""
    if not below or not any(abs(x.size - line.size) < 0.1 * line.size for x in below[0]):
        return False
    gap = min(x.box[1] for x in below[0]) - line.box[3]
    if len(below) > 1:
        step = min(x.box[1] for x in below[1]) - max(x.box[3] for x in below[0])
        if gap > max(step, 0) + 0.35 * line.size:
            return False
    return gap < 1.2 * line.size


def _page_numbers(spots: Iterable[_Spot], pages: int) -> Iterator[_Spot]:
    """Numbers in a margin that count with the pages, whatever ornaments they have."""
    offsets: dict[tuple[bool, int], list[_Spot]] = defaultdict(list)
    for spot in spots:
        value = _number(spot.line.text)
        if value is not None:
            offsets[spot.y < 0, value - spot.page].append(spot)
    for group in offsets.values():
        found = _at_one_height(group)
        places = {s.page for s in found}
        adorned = all(not s.key.isalnum() or "页" in s.key for s in found)
        if len(places) >= min(3, max(2, pages)) or (len(places) == 2 and pages <= 6) or (adorned and pages <= 3):
            yield from found


def _at_one_height(spots: Sequence[_Spot]) -> list[_Spot]:
    """Those at the height that most of them share: a rank or an axis' tick may equal the page's number by chance."""
    near = {id(s): sum(abs(s.y - other.y) <= NEAR for other in spots) for s in spots}
    # Of heights as common as each other, the one nearest to the edge of the page.
    best = max(spots, key=lambda s: (near[id(s)], s.y if s.y < 0 else -s.y))
    return [s for s in spots if abs(s.y - best.y) <= NEAR]


def _number(text: str) -> int | None:
    m = match("page_number", text)
    if m is None:
        return None
    if m["number"]:
        return int(m["number"])
    if m["roman"] in UNFOLDED:
        return UNFOLDED[m["roman"]]
    values = [ROMAN.get(c, 0) for c in m["roman"].upper()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _taken(spots: Iterable[_Spot]) -> Counter[int]:
    """How many pages have a line that no other page has, for each point of height."""
    known = Counter((s.key, round(s.y / NEAR)) for s in spots)
    pages: dict[int, set[int]] = defaultdict(set)
    for s in spots:
        if known[s.key, round(s.y / NEAR)] == 1:
            pages[round(s.y)].add(s.page)
    return Counter({y: len(found) for y, found in pages.items()})


def _recurring(spots: Sequence[_Spot], pages: int, body: float, taken: Counter[int]) -> Iterator[_Spot]:
    """Lines with the same words, or the same but for a number that counts the pages, at one height."""
    groups: dict[tuple[str, int], list[_Spot]] = defaultdict(list)
    for spot in spots:
        groups[_counted(spot), spot.y < 0].append(spot)
    for (key, _), found in groups.items():
        for level in _levels(found):
            if _is_furniture(key, level, pages, body, taken):
                yield from level


def _alike(spots: Iterable[_Spot], known: Sequence[_Spot]) -> Iterator[_Spot]:
    """Lines set where and as running heads on other pages are, on pages that have none: one on a single even page."""
    pages = {s.page for s in known}
    for spot in spots:
        if spot.page not in pages and spot.y > 0 and not spot.close:
            like = [
                s
                for s in known
                if abs(s.y - spot.y) < 1 and s.line.size == spot.line.size and s.line.bold == spot.line.bold
            ]
            if len({s.page for s in like}) > 1 and len(spot.key) < 40:
                yield spot


def _composed(spots: Iterable[_Spot], known: set[str]) -> Iterator[_Spot]:
    """Lines in a margin that are nothing but known furniture, run together, with or without a page number."""
    for spot in spots:
        rest = spot.key
        for text in sorted(known, key=len, reverse=True):
            rest = rest.replace(text, "")
        if rest != spot.key and (not rest or match("page_number", rest)):
            yield spot


def _counted(spot: _Spot) -> str:
    """The words, with the page's number (as counted, or up to 30 less) as #."""
    digits = "".join(c if c.isdecimal() else " " for c in spot.key).split()
    for number, at in ((digits[-1], -1), (digits[0], 0)) if digits else ():
        if len(number) < 4 and 0 <= spot.page - int(number) < 30:
            count = f"#{spot.page - int(number)}"
            if at and spot.key.endswith(number):
                return spot.key[: -len(number)] + count
            if not at and spot.key.startswith(number):
                return count + spot.key[len(number) :]
    return spot.key


def _levels(spots: Sequence[_Spot]) -> Iterator[list[_Spot]]:
    ordered = sorted(spots, key=lambda s: s.y)
    start = 0
    for i in range(1, len(ordered) + 1):
        if i == len(ordered) or ordered[i].y - ordered[i - 1].y > NEAR:
            yield ordered[start:i]
            start = i


def _is_furniture(key: str, found: list[_Spot], pages: int, body: float, taken: Counter[int]) -> bool:
    places = {s.page for s in found}
    count, reach = len(places), max(places) - min(places) + 1
    share = _share(places, pages)
    if count < 2 or (count < 3 and pages > 4 and share < 1):
        return False
    larger = max(s.line.size for s in found) > 1.15 * body
    if larger and (share < 0.4 or pages < 5 or match("chapter", found[0].line.text)):
        return False
    if match("label", key) or match("note", key) or match("source", key) or set(key) & set("，。；"):
        return share > 0.6 and count > 3
    if count / reach < 0.25 and share < 0.2:
        return False
    y = round(sum(s.y for s in found) / len(found))
    others = sum(taken[k] for k in range(y - 3, y + 4))
    if others > 0.4 * count and share < 0.5:
        return False
    if sum(s.close for s in found) <= len(found) / 2:
        return True
    # Right above the text: the head of a table, or the text's own first line.
    if sum(not s.alone for s in found) > 0.5 * len(found) or others:
        return False
    return share > (0.5 if count > 4 else 0.99) and count > 2


def _share(places: set[int], pages: int) -> float:
    """On how many of the pages, or of the odd or the even ones where it stands on no others."""
    parities = {n % 2 for n in places}
    if len(parities) > 1:
        return len(places) / pages
    return len(places) / ((pages + 1) // 2 if 1 in parities else pages // 2)


def _slots(spots: Iterable[_Spot], off: set[int], laid: Sequence[Laid], body: float) -> Iterator[_Spot]:
    """Running heads that change with the chapter: one height and size on most pages, each wording on several."""
    tops: dict[tuple[int, float], list[_Spot]] = defaultdict(list)
    for page in laid:
        lines = [line for line in page.lines if id(line) not in off]
        # Nothing over them: the running head may stand beside the title of a slide, a little lower than it.
        first = {id(x) for x in lines if not any(o.box[1] < x.box[1] - 1 and _overlap(o, x) for o in lines)}
        for s in spots:
            if s.page == page.page.number and id(s.line) in first and not s.close and s.y > 0:
                tops[round(s.y / NEAR), s.line.size].append(s)
    for found in tops.values():
        wordings = len({s.key for s in found})
        if (
            len(found) >= 0.5 * len(laid)
            and len(found) > 4
            and wordings <= len(found) / 2
            and found[0].line.size < body
        ):
            yield from found
