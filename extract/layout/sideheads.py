"""Labels that stand one under the other beside what is said of each: label boxes, years of a timeline, terms, badges.

They look like a narrow column of their own, but are read row by row: a label, then its text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.layout.items import Column, Item
from extract.layout.rows import baseline
from extract.model import union

__all__ = ["carded_rows", "labelled_rows"]

LONGEST = 12
"""Characters of a line of a label."""
APART = 1.2
"""Ems between two labels, at least."""
GUTTER = 1.0
"""Ems between a label and its text, at least."""
TOLD = 15
"""Characters of a line that says something of a label."""
CLEAR = 1.15
"""Times that the gap between two rows is larger than the gaps between lines in a row."""

LEVEL = 3.0
"""Points by which the edges of cards under each other may differ, or a text reach beyond the card that it stands beside."""
NARROW = 0.35
"""Share of the width that such cards take at most."""

Group = list[Item]


def carded_rows(items: Sequence[Item]) -> list[Group]:
    """The items as parts in reading order, each of the cards at the left before what stands beside it at its height.

    Empty unless all that stands beside the cards is beside one of them, and something is beside each.
    """
    cards = sorted((i for i in items if i.card >= 0), key=lambda i: i.box[1])
    if len(cards) < 2 or any(abs(a.box[k] - b.box[k]) > LEVEL for a, b in pairwise(cards) for k in (0, 2)):
        return []
    others = [i for i in items if i.card < 0]
    above = [i for i in others if i.box[3] <= cards[0].box[1] + LEVEL]
    below = [i for i in others if i.box[1] >= cards[-1].box[3] - LEVEL]
    beside = [i for i in others if i not in above and i not in below]
    rows = [[i for i in beside if _is_level(i, card)] for card in cards]
    left, right = cards[0].box[0], max((i.box[2] for i in beside), default=0.0)
    whole = all(rows) and sum(map(len, rows)) == len(beside)
    clear = all(i.box[0] > cards[0].box[2] for i in beside) and cards[0].box[2] - left < NARROW * (right - left)
    if not (whole and clear):
        return []
    return [
        part for part in (above, *(p for c, row in zip(cards, rows, strict=True) for p in ([c], row)), below) if part
    ]


def _is_level(item: Item, card: Item) -> bool:
    return card.box[1] - LEVEL <= item.box[1] and item.box[3] <= card.box[3] + LEVEL


def labelled_rows(items: Sequence[Item]) -> list[Column | Group]:
    """The items as parts in reading order, a label as a column of its own before the items of its row.

    Empty where there are no such rows.
    """
    for labels in _stacks(items):
        parts = _parts(items, labels)
        if parts:
            return parts
    return []


def _stacks(items: Sequence[Item]) -> Iterator[list[Group]]:
    """Short lines under each other, flush left or centred, each with the lines right under it; the leftmost first."""
    short = [i for i in items if i.line and _is_short(i)]
    tried: set[frozenset[int]] = set()
    for first in sorted(short, key=lambda i: i.box[0]):
        for at in (_left, _middle):
            stack = [i for i in short if abs(at(i) - at(first)) < 0.5 * _em(first) and _look(i) == _look(first)]
            key = frozenset(map(id, stack))
            groups = _groups(stack) if key not in tried and len(stack) > 1 else []
            tried.add(key)
            if len(groups) > 1:
                yield groups


def _is_short(item: Item) -> bool:
    text = item.line.text if item.line else ""
    return len(text) <= LONGEST and not set(text) & set("，。；：、")


def _look(item: Item) -> tuple[int, bool]:
    return (round(2 * item.line.size), item.line.bold) if item.line else (0, False)


def _left(item: Item) -> float:
    return item.box[0]


def _middle(item: Item) -> float:
    return (item.box[0] + item.box[2]) / 2


def _em(item: Item) -> float:
    return item.line.size if item.line else 10.0


def _groups(stack: Sequence[Item]) -> list[Group]:
    groups: list[Group] = []
    for item in sorted(stack, key=lambda i: i.box[1]):
        if groups and item.box[1] - groups[-1][-1].box[3] < APART * _em(item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _parts(items: Sequence[Item], labels: Sequence[Group]) -> list[Column | Group]:
    boxes = [union([i.box for i in group]) for group in labels]
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    own = {id(i) for group in labels for i in group}
    others = [i for i in items if id(i) not in own]
    gutter = right + GUTTER * _em(labels[0][0])
    across = [i for i in others if i.box[0] < gutter]
    top = max((i.box[3] for i in across if i.box[1] < boxes[0][1]), default=float("-inf"))
    foot = min((i.box[1] for i in across if i.box[3] > boxes[-1][3]), default=float("inf"))
    if any(boxes[0][1] < i.box[3] and i.box[1] < boxes[-1][3] for i in across):
        return []
    beside = [i for i in others if i.box[0] >= gutter and i.box[1] >= top - 2 and i.box[3] <= foot + 2]
    rows = _rows(beside, labels)
    if not rows or right - left > 0.3 * (max(i.box[2] for i in beside) - left):
        return []
    taken = {id(i) for i in beside} | own
    rest = [i for i in others if id(i) not in taken]
    above = [i for i in rest if i.box[1] < boxes[0][1]]
    below = [i for i in rest if i.box[1] >= boxes[0][1]]
    told = [
        part for label, row in zip(labels, rows, strict=True) for part in (Column(label, left, right, whole=True), row)
    ]
    return [part for part in (above, *told, below) if part]


def _rows(beside: Sequence[Item], labels: Sequence[Group]) -> list[Group]:
    """What stands beside each label, where each row is told from the next; every row says something."""
    bounds = []
    for a, b in pairwise(labels):
        bound = _bound(beside, a, b)
        if bound is None:
            return []
        bounds.append(bound)
    edges = [float("-inf"), *bounds, float("inf")]
    rows = [[i for i in beside if lo < _height(i) <= hi] for lo, hi in pairwise(edges)]
    told = all(any(i.line and len(i.line.text) >= TOLD for i in row) for row in rows)
    return rows if told else []


def _height(item: Item) -> float:
    return (item.box[1] + item.box[3]) / 2


def _bound(beside: Sequence[Item], a: Group, b: Group) -> float | None:
    """The height between two labels at which the text beside the first ends."""
    top, foot = (sum(map(_height, group)) / len(group) for group in (a, b))
    spans: list[list[float]] = []
    for item in sorted(beside, key=lambda i: i.box[1]):
        if spans and item.box[1] <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], item.box[3])
        else:
            spans.append([item.box[1], item.box[3]])
    gaps = sorted(
        ((y1[0] - y0[1], (y0[1] + y1[0]) / 2) for y0, y1 in pairwise(spans) if top < (y0[1] + y1[0]) / 2 < foot),
        reverse=True,
    )
    if gaps and (len(gaps) == 1 or gaps[0][0] > CLEAR * gaps[1][0]):
        return gaps[0][1]
    # Lines as far apart as the rows: a label stands on the first line of its row.
    line = b[0].line
    level = [i for i in beside if i.line and line and abs(baseline(i.line) - baseline(line)) < 0.3 * line.size]
    return min(i.box[1] for i in level) if level else None
