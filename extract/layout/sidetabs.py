"""Tabs down the side of page after page: the names of the parts, one of them set off on the pages that belong to it."""

from collections import defaultdict
from collections.abc import Sequence

from extract.fold import fold
from extract.model import Laid, Line

__all__ = ["side_tabs"]

SIDE = 0.14
"""Share of the page's width, at its left and its right, in which such tabs stand."""
NEAR = 4.0
"""Points by which a tab's place may vary from page to page: one that is set off may be larger."""
STACK = 3
"""Tabs under each other at least: the head of a table that goes on is but one row."""
PAGES = 4
"""Pages on which each of them stands, at least."""
SHARE = 0.4
"""Share of the pages on which each of them stands, at least."""
LONGEST = 10

Key = tuple[str, bool]


def side_tabs(laid: Sequence[Laid]) -> set[int]:
    """Ids of the lines that are such tabs."""
    known: dict[Key, list[tuple[int, Line]]] = defaultdict(list)
    for page in laid:
        for line in page.lines:
            side = _side(line, page.page.width)
            if side is not None and len(line.text) <= LONGEST:
                known["".join(fold(line.text).split()), side].append((page.page.number, line))
    tabs = [level for found in known.values() for level in _levels(found) if _recurs(level, len(laid))]
    stacked = [a for a in tabs if sum(_in_line(a[0][1], b[0][1]) for b in tabs) >= STACK]
    return {id(line) for level in stacked for _, line in level}


def _side(line: Line, width: float) -> bool | None:
    """Whether it stands at the right side; None where it stands at none."""
    if line.box[2] < SIDE * width:
        return False
    return True if line.box[0] > (1 - SIDE) * width else None


def _levels(found: Sequence[tuple[int, Line]]) -> list[list[tuple[int, Line]]]:
    """The lines with one wording, those at one height together."""
    levels: list[list[tuple[int, Line]]] = []
    for page, line in sorted(found, key=lambda f: _middle(f[1])):
        if levels and _middle(line) - _middle(levels[-1][-1][1]) < NEAR:
            levels[-1].append((page, line))
        else:
            levels.append([(page, line)])
    return levels


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _recurs(level: Sequence[tuple[int, Line]], pages: int) -> bool:
    count = len({page for page, _ in level})
    return count >= max(PAGES, SHARE * pages)


def _in_line(a: Line, b: Line) -> bool:
    """Whether two tabs start at one left edge, or have one middle."""
    left = abs(a.box[0] - b.box[0]) < NEAR
    return left or abs(a.box[0] + a.box[2] - b.box[0] - b.box[2]) < 2 * NEAR
