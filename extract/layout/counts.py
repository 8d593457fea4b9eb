"""Numbers set large in a row, each with what it counts under or over it: each number is read with its name."""

from collections.abc import Sequence

from extract.layout.items import Column, Item
from extract.layout.patterns import match
from extract.layout.rows import rows_of
from extract.model import Line, union

__all__ = ["counted_rows"]

LARGER = 1.3
"""Times the size of its name that a number is set in, at least."""
NEAR = 1.2
"""Ems of the number between it and its name at most."""
PITCH = 2.0
"""Ems from line to line of a name at most."""
LEVEL = 1.0
"""Ems by which the middles, or the starts, of a number and its name may differ."""


def counted_rows(items: Sequence[Item]) -> list[Column | list[Item]]:
    """The items as parts in reading order: what stands over such a row, each number as a column, what stands under it.

    Empty where there is no such row.
    """
    lines = {id(i.line): i for i in items if i.line}
    for row in rows_of([i.line for i in items if i.line]):
        if len(row) > 1 and all(match("amount", x.text) for x in row):
            for down in (True, False):
                named = _named(row, [x for x in (i.line for i in items) if x and x not in row], down)
                parts = _parts(items, [[lines[id(x)] for x in group] for group in named]) if named else []
                if parts:
                    return parts
    return []


def _named(row: Sequence[Line], others: Sequence[Line], down: bool) -> list[list[Line]]:
    """Each number of a row with the lines of its name under it, or over it; empty where one has none."""
    found: list[list[Line]] = []
    for number in row:
        name: list[Line] = []
        for line in sorted(others, key=lambda x: x.box[1], reverse=not down):
            last = name[-1] if name else number
            gap = line.box[1] - last.box[3] if down else last.box[1] - line.box[3]
            near = -0.3 * line.size < gap < (NEAR * number.size if not name else (PITCH - 1) * line.size)
            alike = not name or (abs(line.size - name[0].size) < 0.3 and line.bold == name[0].bold)
            if near and alike and line.size * LARGER <= number.size and _in_line(line, number):
                name.append(line)
        if not name or any(set(x.text) & set("。；") or match("amount", x.text) for x in name):
            return []
        if any(_follows(x, name[-1]) for x in others if down and x not in name):
            # A title under a number, with its text: a column of its own.
            return []
        found.append([number, *name] if down else [*reversed(name), number])
    return found


def _follows(line: Line, name: Line) -> bool:
    """Whether a line stands right under a name, as text does under its title."""
    return 0 < line.box[1] - name.box[3] < name.size and _in_line(line, name)


def _in_line(line: Line, number: Line) -> bool:
    """Whether a line stands about the number's middle, or starts where it does."""
    middle = abs(line.box[0] + line.box[2] - number.box[0] - number.box[2]) < 2 * LEVEL * line.size
    return middle or abs(line.box[0] - number.box[0]) < LEVEL * line.size


def _parts(items: Sequence[Item], named: Sequence[Sequence[Item]]) -> list[Column | list[Item]]:
    """The parts, where nothing else stands among the numbers and their names."""
    boxes = [union([i.box for i in group]) for group in named]
    own = {id(i) for group in named for i in group}
    whole = union(boxes)
    rest = [i for i in items if id(i) not in own and not i.rule]
    above = [i for i in items if id(i) not in own and i.box[3] <= whole[1] + 2]
    below = [i for i in items if id(i) not in own and i.box[1] >= whole[3] - 2]
    if sum(map(len, named)) != len(own) or any(i not in above and i not in below for i in rest):
        return []
    found: list[Column | list[Item]] = [above] if above else []
    found += [Column(list(group), box[0], box[2]) for group, box in zip(named, boxes, strict=True)]
    return [*found, below] if below else found
