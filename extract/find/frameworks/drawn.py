"""Parts laid out in a drawing under or beside the passage that names the framework.

Each count stands in a box or line of its own, with its parts beside or below it: 1个底座 | 城市数字底座, 4大应用 | 智慧政务 | ….
Or as many boxes of one size hold a part each as the name counts: rings, layers, cards around a centre.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.find.frameworks.cards import is_name, of_card
from extract.find.frameworks.drawing import Drawing, alike, as_high, drawings, middle, named, sets_of
from extract.find.frameworks.lists import Item
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, Spelled, counted, satisfied
from extract.find.frameworks.stretches import group_parts
from extract.find.frameworks.tiles import Tile
from extract.find.frameworks.told import Told
from extract.model import Box
from extract.reading import Reading
from extract.spans.frameworks import framework_pattern

__all__ = ["shown_in_drawing"]

FEWEST = 3
"""Boxes of one size that are a framework by their number alone."""
BARE = 2
"""A counted noun that is not longer is not the name of the one part: 1个底座 | 云网平台."""


@dataclass(frozen=True, slots=True, eq=False)
class _Label:
    """A tile whose first line is a count of the name; `worded` says that it is more than the bare number.

    What it counts stands from `at` to `stop`, behind the noun of the name.
    """

    tile: Tile
    at: int
    stop: int
    worded: bool


def shown_in_drawing(reading: Reading, index: int, groups: list[Group]) -> tuple[Told, Spelled] | None:
    """What the drawing beside `texts[index]` tells of the framework that it names; None where it tells not all its counts."""
    titled = reading.texts[index].kind in ("heading", "caption")
    for drawing in drawings(reading, index) if groups else ():
        parts = _by_labels(drawing, groups) or _by_nouns(drawing, groups)
        if not parts:
            parts = _one_size(drawing, groups[0], titled) if len(groups) == 1 else _unlabelled(drawing, groups, titled)
        if parts:
            return drawing.told, Spelled(tuple(parts), satisfied(tuple(parts), groups), max(p.end for p in parts))
    return None


def _by_labels(drawing: Drawing, groups: list[Group]) -> list[Part] | None:
    """A label for each count and what stands beside or below it; a count without one is told by as many boxes of one size.

    None where no label says in words what it counts, unless all stand in boxes of one size, or where a count but the open
    one is not told.
    """
    labels = _labels(drawing, groups)
    if labels is None or not (any(label and label.worded for label in labels) or _are_column(labels)):
        return None
    taken = {id(label.tile) for label in labels if label}
    parts: list[Part] = []
    for which, (label, group) in enumerate(zip(labels, groups, strict=True)):
        if label:
            own = _of_label(drawing, label, _members(drawing, label, taken), group, which)
        else:
            own = [replace(p, group=which) for p in _one_size(drawing, group, True) or []]
        if not own and (label or group.count != ANY):
            return None
        parts += own
    return parts


def _are_column(labels: list[_Label | None]) -> bool:
    """Whether every count has its bare number in a box, all of one size."""
    tiles = [label.tile for label in labels if label and label.tile.drawn]
    return len(tiles) == len(labels) and all(alike(tiles[0], tile) for tile in tiles)


def _labels(drawing: Drawing, groups: list[Group]) -> list[_Label | None] | None:
    """The one tile that says each count, in words rather than by the bare number; equal counts stand in their order.

    None where several say one.
    """
    found: list[_Label | None] = []
    for which, group in enumerate(groups):
        alike = [i for i, g in enumerate(groups) if (g.count, g.noun) == (group.count, group.noun)]
        saying = list(_saying(drawing, group))
        ways = [[s for s in saying if s.worded is worded] for worded in (True, False)]
        fitting = next((way for way in ways if len(way) == len(alike)), None)
        if fitting is None and saying:
            return None
        found.append(fitting[alike.index(which)] if fitting else None)
    tiles = [id(label.tile) for label in found if label]
    return found if len(set(tiles)) == len(tiles) else None


def _saying(drawing: Drawing, group: Group) -> Iterator[_Label]:
    noun = rf"(?={re.escape(group.noun)})" if group.noun else ""
    count = re.compile(rf"[“\"「『]?{counted(group)}{noun}(?![\d.%+])[”\"」』]?[：:]?")
    for tile in drawing.tiles:
        lo, hi = drawing.at(tile.title)
        if m := count.match(drawing.told.text, lo, hi):
            at = min(m.end() + len(group.noun), hi)
            yield _Label(tile, at, hi, at < hi or bool(group.noun))


def _members(drawing: Drawing, label: _Label, taken: set[int]) -> list[Tile]:
    """The tiles beside a label, to its right on its level, else those below it, as far as the next label."""
    own = label.tile.box
    others = [t for t in drawing.tiles if t is not label.tile and not _is_number(drawing, t)]
    right = [t for t in others if t.box[0] >= own[2] - 1 and _level(own, t.box)]
    if beside := _until(sorted(right, key=lambda t: t.box[0]), taken):
        return beside
    under = [t for t in others if t.box[1] >= own[3] - 1 and own[0] - 1 <= middle(t.box) <= own[2] + 1]
    return _until(sorted(under, key=lambda t: (t.box[1], t.box[0])), taken)


def _of_one_make(tiles: Sequence[Tile]) -> list[Tile]:
    """The first of the tiles and those that are as high, drawn or not as it is, row by row."""
    own = [t for t in tiles if tiles and t.drawn == tiles[0].drawn and as_high(t, tiles[0])]
    return sorted(own, key=lambda t: (round(t.box[1]), t.box[0]))


def _until(tiles: Sequence[Tile], taken: set[int]) -> list[Tile]:
    stop = next((i for i, t in enumerate(tiles) if id(t) in taken), len(tiles))
    return list(tiles[:stop])


def _level(a: Box, b: Box) -> bool:
    """Whether the middle of one of two boxes is on the level of the other."""
    return a[1] <= (b[1] + b[3]) / 2 <= a[3] or b[1] <= (a[1] + a[3]) / 2 <= b[3]


def _is_number(drawing: Drawing, tile: Tile) -> bool:
    return not re.search("[一-鿿A-Za-z]{2}", drawing.told.text[slice(*drawing.at(tile.title))])


def _of_label(drawing: Drawing, label: _Label, members: list[Tile], group: Group, which: int) -> list[Part]:
    """The parts of a count: told in the label itself, each in a tile or line of its own, or as a list in the tile beside it."""
    text = drawing.told.text
    if colon := re.compile("[：:]").search(text, label.at, label.stop):
        return group_parts(text, colon.end(), label.stop, group, which)
    head, says = (label.at, label.stop), drawing.body(label.tile)
    lines = [Tile(label.tile.box, (line,), False) for line in label.tile.lines[1:]]
    for tiles in (lines, _of_one_make(members)):
        if own := _as_counted(text, head, named(drawing, tiles, which), group):
            return own
    if not label.worded and members:
        # A bare number leaves it to the next box to say what it counts.
        head, says, members = drawing.at(members[0].title), drawing.body(members[0]), members[1:]
    if says is None and len(members) == 1:
        says = drawing.at(members[0].title)[0], drawing.at(members[0].lines[-1])[1]
    return of_card(text, head, says or (head[1], head[1]), group, which)


def _as_counted(text: str, head: Item, names: list[Part], group: Group) -> list[Part]:
    """The names, if they are as many as their label says; the one beside a longer word for it (1个指挥体系) is called alike."""
    if group.count == 1 and len(names) == 1:
        word = text[slice(*head)]
        alike = len(word) <= BARE or text[names[0].end - 1] == word[-1] or framework_pattern("abstract").match(word)
        return names if alike else []
    return names if len(names) > 1 and group.count in (ANY, len(names)) else []


def _by_nouns(drawing: Drawing, groups: list[Group]) -> list[Part] | None:
    """As many boxes for each count as end in its noun: 太湖湾智算核 | 智能制造翼 | 车城协同翼 | … for 一核四翼."""
    if len(groups) < 2 or not all(g.noun and g.count != ANY for g in groups):
        return None
    text = drawing.told.text
    parts = named(drawing, [t for t in drawing.tiles if t.drawn and is_name(text[slice(*drawing.title(t))])])
    own = [
        replace(p, group=which)
        for which, group in enumerate(groups)
        for p in parts
        if text[p.start : p.end].endswith(group.noun) and p.end - p.start > len(group.noun) + 1
    ]
    return own if satisfied(tuple(own), groups) else None


def _one_size(drawing: Drawing, group: Group, titled: bool) -> list[Part] | None:
    """The one set of boxes of a size that are as many as the name counts; those that echo its noun before others.

    Two boxes, and those beside a mere sentence, must do so.
    """
    sets = _as_many(drawing, group, 0)
    echo = [s for s in sets if _echoes([drawing.told.text[p.start : p.end] for p in s], group)]
    found = echo or (sets if titled and group.count >= FEWEST else [])
    return found[0] if len(found) == 1 else None


def _as_many(drawing: Drawing, group: Group, which: int) -> list[list[Part]]:
    return [parts for parts in sets_of(drawing, which) if len(parts) == group.count]


def _echoes(names: list[str], group: Group) -> bool:
    """Whether all names hold what is counted, or end in the word it is counted by: the 层 of 五层架构."""
    measure = group.text.removesuffix(group.noun)[1:]
    return bool(group.noun) and (
        all(group.noun in name for name in names) or bool(measure and all(name.endswith(measure) for name in names))
    )


def _unlabelled(drawing: Drawing, groups: list[Group], titled: bool) -> list[Part] | None:
    """Under a title, rows of boxes as long as the counts, from the top or from the ground; or as many of one size for each."""
    if not titled:
        return None
    rows = [list(row) for _, row in groupby((t for t in drawing.tiles if t.drawn), lambda t: round(t.box[1]))]
    for order in (rows, rows[::-1]) if len(rows) == len(groups) else ():
        parts = [named(drawing, row, which) for which, row in enumerate(order)]
        if all(len(row) == g.count or (g.count == ANY and len(row) > 1) for row, g in zip(parts, groups, strict=True)):
            return [part for row in parts for part in row]
    sized = [_as_many(drawing, group, which) for which, group in enumerate(groups)]
    several = all(len(sets) == 1 for sets in sized) and len({g.count for g in groups}) == len(groups)
    return [part for (parts,) in sized for part in parts] if several else None
