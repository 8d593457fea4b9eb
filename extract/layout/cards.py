"""Cards: drawn frames of text beside or under each other. Each is read whole, rows of cards from left to right.

What a card is about may stand in a coloured bar over it, or in a box at its left, in it or touching it.
"""

from collections.abc import Sequence

from extract.layout.items import Item
from extract.layout.regions import holds, near
from extract.layout.short_cards import is_side
from extract.model import Box, Line, Shape, union

__all__ = ["card_items", "parts_of", "sides_of", "text_area", "with_heads"]

HEAD = 48.0
"""Points that the coloured bar over a card is high at most."""
LEVEL = 4.0
"""Points by which the edges of a card and of its bar may differ."""
STRIPE = 16.0
"""Points: what is less wide is a stripe."""
SHORT = 16
"""Characters in such a box at most."""


def with_heads(frames: Sequence[Box], shapes: Sequence[Shape], sides: Sequence[Box]) -> list[Box]:
    """The outermost frames, each with the bar right over it that is as wide as itself, and the box at its left."""
    outer = [f for f in frames if f not in sides]
    found = [f for f in outer if not any(f != other and _is_in(f, other) for other in outer)]
    bars = [s.box for s in shapes if s.kind in ("rect", "curve") and 8 < s.bottom - s.top < HEAD]
    return [union([f, *(b for b in bars if _is_head(b, f)), *(b for b in sides if is_side(b, f))]) for f in found]


def sides_of(frames: Sequence[Box], shapes: Sequence[Shape], lines: Sequence[Line]) -> list[Box]:
    """The boxes at the left of frames, as high as these, that hold a few words: what the frame is about, or its number."""
    filled = [s.box for s in shapes if s.kind in ("rect", "curve") and s.fill and s.x1 - s.x0 > STRIPE]
    beside = dict.fromkeys(b for b in filled if any(is_side(b, f) for f in frames))
    return [b for b in beside if 0 < sum(len(x.text) for x in lines if holds(b, x.box, 0.0)) <= SHORT]


def parts_of(members: Sequence[Item], card: Box, sides: Sequence[Box]) -> list[tuple[Box, list[Item]]]:
    """A card's items with their box: those in the box at its left, then the others."""
    side = next((s for s in sides if _is_in(s, card)), None)
    told = [i for i in members if side and holds(side, i.box, 0.0)]
    rest = [i for i in members if i not in told]
    if side is None or not told or not rest:
        return [(card, list(members))]
    return [(side, told), ((side[2], *card[1:]), rest)]


def _is_in(inner: Box, outer: Box) -> bool:
    inside = outer[0] - 1 <= inner[0] and inner[2] <= outer[2] + 1 and outer[1] - 1 <= inner[1] <= outer[3]
    return inside and inner[3] <= outer[3] + 1


def _is_head(bar: Box, frame: Box) -> bool:
    wide = abs(bar[0] - frame[0]) < LEVEL and abs(bar[2] - frame[2]) < LEVEL
    return wide and bar[1] < frame[1] and near(bar, frame, LEVEL) and bar[3] < frame[1] + LEVEL


def text_area(items: Sequence[Item], card: Box) -> tuple[float, float]:
    """Where full lines start and end in a card: as far from its edges on the right as on the left, if one goes so far."""
    left, right = min(i.box[0] for i in items), max(i.box[2] for i in items)
    em = max((i.line.size for i in items if i.line), default=10.0)
    even = card[2] - max(left - card[0], 0.0)
    return left, even if right <= even < right + 2 * em else right


def card_items(items: Sequence[Item], cards: Sequence[Box]) -> tuple[list[Item], list[tuple[Box, list[Item]]]]:
    """The items with one for each card (`card` its place among the second), and each card's box and items."""
    whole = [c for c in cards if sum(holds(c, i.box, 0.0) for i in items) > 0]
    inside = [[i for i in items if holds(c, i.box, 0.0)] for c in whole]
    taken = {id(i) for members in inside for i in members}
    rest = [i for i in items if id(i) not in taken]
    units = [
        Item(union([_narrowed(c), *(i.box for i in members)]), card=k)
        for k, (c, members) in enumerate(zip(whole, inside, strict=True))
    ]
    return rest + units, list(zip(whole, inside, strict=True))


def _narrowed(card: Box) -> Box:
    """A card's box without the pixel by which cards may touch."""
    return card[0] + 1, card[1] + 1, card[2] - 1, card[3] - 1
