"""Parts set as cards under the passage that names the framework: the first line of each box names a part, the rest tells it.

Or drawn: as many words in rings as the name counts.

城市大脑“1+2+N”总体架构 | [城市中枢 / “1”：…] [数据底座 / “2”之一：…] [算力底座 / “2”之二：…] [智慧应用 / “N”：…]
"""

import re
from collections.abc import Sequence
from itertools import groupby

from extract.find.frameworks.lists import Item, best_split
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, Spelled, counted, satisfied, sentence_end
from extract.find.frameworks.stretches import group_parts
from extract.find.frameworks.told import Told
from extract.fold import fold
from extract.model import Passage
from extract.spans.frameworks import framework_pattern

__all__ = [
    "NUMBERED",
    "by_cards",
    "by_labels",
    "by_sum",
    "cards_under",
    "is_name",
    "labels_under",
    "of_card",
    "shown_sum",
]

BETWEEN = 2
"""Passages that may stand between the one that names the framework and its cards."""
LONGEST_TITLE = 14
MOST_CARDS = 12
LONGEST_LABEL = 10
"""Characters of a label in a picture."""
LONGEST_ITEM = 16
"""Characters of an item in a card's list."""
PAIRED = 8
"""The same where 和 alone joins two."""
REFERENCE = re.compile(r"[“\"「『]?(?:\d{1,2}|[一-十NMX])[”\"」』]?(?:之[一二三四五六七八九十])?[：:]")
"""“2”之一：… says which count the card belongs to."""
SUM = re.compile(r"[“\"「『](?P<sum>[一-鿿]{2,10}(?:\+[一-鿿]{2,10}){1,5})[”\"」』]")
REACH = 16
"""Passages under a title among which the parts of its sum are looked for."""
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
    spans = told.spans()
    heads = [_headed(told, spans, own) for own in boxes]
    if len(boxes) == len(groups) > 1 and (parts := _counted(told.text, heads, groups)):
        return Spelled(tuple(parts), satisfied(tuple(parts), groups), spans[-1][1])
    counts = _shared_out(len(boxes), groups)
    if counts is None:
        return None
    parts = []
    for ((lo, hi), (start, stop)), which in zip(heads, counts, strict=True):
        mark = NUMBERED.match(told.text[lo:hi])
        lo += mark.end() if mark else 0
        if start >= stop or not is_name(told.text[lo:hi]):
            return None
        says = REFERENCE.match(told.text[start:stop])
        parts.append(Part(lo, hi, which, (start + (says.end() if says else 0), stop)))
    return Spelled(tuple(parts), True, spans[-1][1])


def is_name(title: str) -> bool:
    """Whether the title of a card can be the name of a part."""
    whole = 2 <= len(title) <= LONGEST_TITLE and not re.search(r"[，。；：！？,;:\d%《》…|｜]", title)
    return whole and not framework_pattern("rubric").search(title)


def _headed(told: Told, spans: list[Item], own: list[int]) -> tuple[Item, Item]:
    """Where a card's title and its text stand; a title in bold type may stand on the line of its text."""
    lo, hi = spans[own[0]]
    if len(own) > 1:
        return (lo, hi), (spans[own[1]][0], spans[own[-1]][1])
    chars = told.passages[own[0]].chars
    bold = [bool((c := chars[told.origin[at][1]]) and c.bold) for at in range(lo, hi)]
    lead = bold.index(False) if False in bold else hi - lo
    return ((lo, lo + lead), (lo + lead, hi)) if lead else ((lo, hi), (hi, hi))


def _counted(text: str, heads: list[tuple[Item, Item]], groups: list[Group]) -> list[Part]:
    """A card for each count: 1个数据底座 / … | 3类服务载体 / A、B、C | N：多个行业平台 / A、B."""
    parts: list[Part] = []
    for which, (((lo, hi), (start, stop)), group) in enumerate(zip(heads, groups, strict=True)):
        count = re.match(rf"[“\"「『]?{counted(group)}[”\"」』]?[：:]?", text[lo:hi])
        if count is None:
            return []
        at = lo + count.end()
        own = of_card(text, (at, hi), (start, stop), group, which)
        if not own:
            return []
        parts += own
    return parts


def of_card(text: str, head: Item, body: Item, group: Group, which: int) -> list[Part]:
    """What a card says of its count: what its title counts, or the list of them in its text."""
    lo, hi = head
    if group.count == 1:
        name = re.match(rf"(?:{counted(group)})?", text[lo:hi])
        lo += name.end() if name and hi - lo - name.end() > 1 else 0
        return [Part(lo, hi, which, body if body[0] < body[1] else None)] if 1 < hi - lo <= LONGEST_TITLE else []
    if "、" in text[lo:hi] or re.search("[和与及]", text[lo:hi]):
        return group_parts(text, lo, hi, group, which)
    stop = min(sentence_end(text, body[0], "。！？；\n"), body[1])
    items, _ = best_split(text, body[0], stop, group.count)
    short = all(2 <= b - a <= (LONGEST_ITEM if "、" in text[body[0] : stop] else PAIRED) for a, b in items)
    fits = len(items) == group.count or (group.count == ANY and len(items) > 1)
    return [Part(a, b, which) for a, b in items] if fits and short else []


def labels_under(texts: Sequence[Passage], index: int) -> list[Passage]:
    """The words drawn in the picture under `texts[index]`, each a label of its own: in rings, on arrows."""
    at = index + 1
    while at < len(texts) and at - index <= BETWEEN and texts[at].kind == "paragraph" and texts[at].box_id is None:
        at += 1
    found: list[Passage] = []
    for passage in texts[at:]:
        if passage.kind != "chart" or passage.page != texts[index].page:
            break
        found.append(passage)
    return [p for p in found if any("一" <= c <= "鿿" for c in p.text)]


def by_labels(told: Told, labels: int, groups: list[Group]) -> Spelled | None:
    """The labels, the last passages of `told`, as parts: exactly as many as one count says, alike in size."""
    if len(groups) != 1 or labels != groups[0].count or labels < 2:
        return None
    spans = told.spans()[-labels:]
    passages = told.passages[-labels:]
    sizes = [c.size for p in passages for c in p.chars if c]
    plain = all(2 <= b - a <= LONGEST_LABEL and re.fullmatch("[一-鿿A-Za-z]+", told.text[a:b]) for a, b in spans)
    if not plain or max(sizes) > 1.1 * min(sizes):
        return None
    return Spelled(tuple(Part(a, b) for a, b in spans), True, spans[-1][1])


def shown_sum(texts: Sequence[Passage], index: int) -> tuple[Item, list[Passage]] | None:
    """Where a title says “链长+链主” and the passages under it that are called so: drawn as two rings, or set as two cards."""
    named = SUM.search(fold(texts[index].text)) if texts[index].kind == "heading" else None
    if named is None:
        return None
    under = [t for t in texts[index + 1 : index + 1 + REACH] if t.page == texts[index].page]
    found = [next((t for t in under if fold(t.text).strip() == name), None) for name in named["sum"].split("+")]
    return (named.span("sum"), [t for t in found if t]) if all(found) else None


def by_sum(told: Told) -> Spelled:
    """The parts of a sum, each the whole of one of the passages of `told` behind the first."""
    spans = told.spans()
    return Spelled(tuple(Part(a, b) for a, b in spans[1:]), True, spans[-1][1])


def _shared_out(cards: int, groups: list[Group]) -> list[int] | None:
    """Which count each card belongs to, in order; the cards beyond the counts go to the one that is open."""
    still_open = [i for i, g in enumerate(groups) if g.count == ANY]
    spare = cards - sum(g.count for g in groups)
    if len(still_open) > 1 or spare < len(still_open) or (spare and not still_open):
        return None
    return [i for i, g in enumerate(groups) for _ in range(spare if g.count == ANY else g.count)]
