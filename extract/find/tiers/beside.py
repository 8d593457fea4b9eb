"""Tiers named in the shapes of a figure, a pyramid or steps, their places told beside each shape at the same height.

第一梯队 / 80分及以上 / 6城 in a shape; 上海、北京、深圳、杭州、广州、苏州 right of it.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise

from extract.find.tiers.cards import Card, are_tiers, card_of, only_places, put_places, take_any
from extract.model import Box, union
from extract.prose import prose
from extract.reading import Reading
from schema.tier import Tier

__all__ = ["tiers_in_figures"]

HOW = "tier figure"
READ = ("heading", "paragraph", "list_item", "note", "chart")
APART = 2.0
"""Heights of its last line that a line under a name may be below it at most."""

Text = tuple[int, Box]


def tiers_in_figures(reading: Reading, declared: Collection[str]) -> list[Tier]:
    """The tiers whose names stand one under the other on a page, in a figure or in boxes."""
    numbered = ((i, t) for i, t in enumerate(reading.texts) if t.kind in READ and any(t.chars))
    found: list[Tier] = []
    for _, page in groupby(numbered, key=lambda n: n[1].page):
        texts = [(i, union([c.box for c in t.chars if c])) for i, t in page]
        found += _on_page(reading, texts, declared)
    return found


def _on_page(reading: Reading, texts: Sequence[Text], declared: Collection[str]) -> Iterator[Tier]:
    named = [(card, box) for i, box in texts if (card := card_of(reading, i))]
    in_figure = [(card, box) for card, box in named if reading.texts[card.first].kind == "chart"]
    named = in_figure if len(in_figure) > 1 else named
    if len(named) < 2 or not _is_stack([box for _, box in named]):
        return
    names = {card.first for card, _ in named}
    rest = [t for t in texts if t[0] not in names]
    bands = [_under(reading, card, box, rest) for card, box in named]
    for (card, _), band in zip(named, bands, strict=True):
        # Counts and bounds first: they say how long a list is, and behind a whole list nothing more is read.
        level = sorted(
            (t for t in rest if _is_level(t[1], band, bands)),
            key=lambda t: (bool(prose(reading.docs[t[0]]).names), t[1][1]),
        )
        beside = [i for i, box in level if box[0] >= band[2] or box[2] <= band[0]]
        chips = sorted(i for i in beside if only_places(reading, i))
        if len(chips) < 2 or card.members or not put_places(reading, card, chips):
            for i in beside:
                if card.cut or not card.members:
                    _read(reading, card, i)
    cards = [card for card, _ in named]
    if are_tiers(cards, declared):
        yield from (card.record() for card in cards)


def _is_stack(boxes: Sequence[Box]) -> bool:
    """Whether texts stand under each other: none beside another."""
    ordered = sorted(boxes, key=lambda b: b[1])
    return all(a[3] <= b[1] + 1 for a, b in pairwise(ordered))


def _under(reading: Reading, card: Card, box: Box, rest: Sequence[Text]) -> Box:
    """The box of a name with the lines of counts and bounds right under it, which go into its card."""
    for i, other in sorted(rest, key=lambda t: t[1][1]):
        middle = (other[0] + other[2]) / 2
        near = -1 <= other[1] - box[3] <= APART * (other[3] - other[1])
        if near and box[0] - 20 < middle < box[2] + 20 and _read(reading, card, i):
            box = union([box, other])
    return box


def _is_level(box: Box, band: Box, bands: Sequence[Box]) -> bool:
    """Whether the middle of a text is at the height of one shape, and nearer to it than to any other."""
    middle = (box[1] + box[3]) / 2
    apart = {b: abs(middle - (b[1] + b[3]) / 2) for b in bands}
    height = max(band[3] - band[1], box[3] - box[1])
    return apart[band] == min(apart.values()) and apart[band] < height


def _read(reading: Reading, card: Card, at: int) -> bool:
    """Takes a text into a card, if it is counts and bounds, or a list of places."""
    return take_any(reading, reading.texts[at], prose(reading.docs[at]), card)
