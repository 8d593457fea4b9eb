"""What is drawn inside the cells of a table: bars as long as the scores beside them, and badges under the ranks.

Neither parts rows or columns. Charts have bars too: only names of columns over them tell that they stand in a table.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.model import Shape

__all__ = ["inlaid_in"]

LOWEST, HIGHEST = 3.5, 26.0
"""Points: the height of a bar or badge."""
FEWEST = 3
ALIGNED = 1.0
"""Points by which the left ends of bars, or the middles of badges, may miss each other."""
SQUARE = 1.8
"""Times as wide as high, or as high as wide, a badge may be at most."""


def inlaid_in(shapes: Sequence[Shape]) -> list[Shape]:
    """The bars and badges among the shapes of a page."""
    filled = [s for s in shapes if s.kind in ("rect", "curve") and s.fill and LOWEST <= s.bottom - s.top <= HIGHEST]
    bars = [s for stack in _stacks(filled, left=True) if _are_bars(stack) for s in stack]
    found = [*bars, *(s for s in filled if any(_is_track(s, bar) for bar in bars))]
    badges = [s for s in filled if _is_square(s) and not _adjoins(s, filled)]
    found += [s for stack in _stacks(badges, left=False) if _are_badges(stack) for s in stack]
    return list({id(s): s for s in found}.values())


def _stacks(shapes: Sequence[Shape], *, left: bool) -> Iterator[list[Shape]]:
    """Shapes of one height under each other, each clear of the next: their left ends, or else their middles, in line."""

    def place(s: Shape) -> float:
        return s.x0 if left else (s.x0 + s.x1) / 2

    stacks: list[list[Shape]] = []
    for s in sorted(shapes, key=lambda s: (s.top, s.x0)):
        for stack in stacks:
            last = stack[-1]
            alike = abs(place(last) - place(s)) <= ALIGNED and abs(_height(last) - _height(s)) <= ALIGNED
            if alike and s.top > last.bottom:
                stack.append(s)
                break
        else:
            stacks.append([s])
    yield from (s for s in stacks if len(s) >= FEWEST)


def _height(s: Shape) -> float:
    return s.bottom - s.top


def _are_bars(stack: Sequence[Shape]) -> bool:
    """Whether their lengths differ as values do; stripes and the fills of cells are all of one width."""
    widths = {round(s.x1 - s.x0) for s in stack}
    return len(widths) >= max(FEWEST, 0.3 * len(stack)) and max(widths) > 1.5 * _height(stack[0])


def _is_track(s: Shape, bar: Shape) -> bool:
    """Whether a bar lies on a pale one as long as the highest score."""
    return (
        s is not bar and s.x1 > bar.x1 and max(abs(s.x0 - bar.x0), abs(s.top - bar.top), abs(s.bottom - bar.bottom)) < 1
    )


def _are_badges(stack: Sequence[Shape]) -> bool:
    """Whether they are clear of each other as cells are not."""
    return all(b.top - a.bottom >= 0.1 * _height(a) for a, b in pairwise(stack))


def _is_square(s: Shape) -> bool:
    wide, high = s.x1 - s.x0, _height(s)
    return high <= SQUARE * wide and wide <= SQUARE * high


def _adjoins(s: Shape, others: Sequence[Shape]) -> bool:
    """Whether another fill of the same height goes on beside it, as in the next cell of a row."""
    return any(
        o is not s and abs(o.top - s.top) < 1 and abs(o.bottom - s.bottom) < 1
        and (abs(o.x0 - s.x1) < 2 or abs(o.x1 - s.x0) < 2)
        for o in others
    )  # fmt: skip
