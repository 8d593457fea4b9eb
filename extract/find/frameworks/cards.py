"""Parts set as cards under the passage that names the framework: the first line of each box names a part, the rest tells it.

城市大脑“1+2+N”总体架构 | [城市中枢 / “1”：…] [数据底座 / “2”之一：…] [算力底座 / “2”之二：…] [智慧应用 / “N”：…]
"""

import re
from collections.abc import Sequence
from itertools import groupby

from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, Spelled
from extract.find.frameworks.told import Told
from extract.model import Passage

__all__ = ["by_cards", "cards_under"]

BETWEEN = 2
"""Passages that may stand between the one that names the framework and its cards."""
LONGEST_TITLE = 14
MOST_CARDS = 12
REFERENCE = re.compile(r"[“\"「『]?(?:\d{1,2}|[一-十NMX])[”\"」』]?(?:之[一二三四五六七八九十])?[：:]")
"""“2”之一：… says which count the card belongs to."""
NUMBERED = re.compile(r"(?:0?\d{1,2}|[①-⑳])[.、．\s]*(?=[一-鿿])")


def cards_under(texts: Sequence[Passage], index: int) -> list[Passage]:
    """The passages of the row of boxes under `texts[index]`, two boxes or more; none where it stands in a box itself."""
    if texts[index].box_id is not None:
        return []
    at = index + 1
    while at < len(texts) and at - index <= BETWEEN and texts[at].box_id is None and texts[at].kind == "paragraph":
        at += 1
    found: list[Passage] = []
    for passage in texts[at:]:
        if passage.box_id is None or passage.kind not in ("heading", "paragraph", "list_item"):
            break
        found.append(passage)
    return found if 1 < len({p.box_id for p in found}) <= MOST_CARDS else []


def by_cards(told: Told, cards: int, groups: list[Group]) -> Spelled | None:
    """The parts that the last `cards` passages of `told` name, as many as the name counts."""
    first = len(told.passages) - cards
    boxes = [list(own) for _, own in groupby(range(first, len(told.passages)), lambda i: told.passages[i].box_id)]
    counts = _shared_out(len(boxes), groups)
    if counts is None or any(len(own) < 2 for own in boxes):
        return None
    spans = _spans(told)
    parts = []
    for own, which in zip(boxes, counts, strict=True):
        lo, hi = spans[own[0]]
        mark = NUMBERED.match(told.text[lo:hi])
        lo += mark.end() if mark else 0
        if not 2 <= hi - lo <= LONGEST_TITLE or re.search(r"[，。；：,;:\d%]", told.text[lo:hi]):
            return None
        start, stop = spans[own[1]][0], spans[own[-1]][1]
        says = REFERENCE.match(told.text[start:stop])
        parts.append(Part(lo, hi, which, (start + (says.end() if says else 0), stop)))
    return Spelled(tuple(parts), True, spans[-1][1])


def _shared_out(cards: int, groups: list[Group]) -> list[int] | None:
    """Which count each card belongs to, in order; the cards beyond the counts go to the one that is open."""
    still_open = [i for i, g in enumerate(groups) if g.count == ANY]
    spare = cards - sum(g.count for g in groups)
    if len(still_open) > 1 or spare < len(still_open) or (spare and not still_open):
        return None
    return [i for i, g in enumerate(groups) for _ in range(spare if g.count == ANY else g.count)]


def _spans(told: Told) -> list[tuple[int, int]]:
    """Where each passage begins and ends in `told.text`, without its line break."""
    ends = [at for at, char in enumerate(told.text) if char == "\n" and _is_break(told, at)]
    return list(zip([0, *(e + 1 for e in ends[:-1])], ends, strict=True))


def _is_break(told: Told, at: int) -> bool:
    which, offset = told.origin[at]
    return offset == len(told.passages[which].text)
