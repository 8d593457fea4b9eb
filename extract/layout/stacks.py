"""Words set downwards, one upright character under the other, as in narrow boxes beside a figure or a table."""

from collections import defaultdict
from collections.abc import Sequence

from extract.layout.glyphs import is_han
from extract.model import Char, Line, union

__all__ = ["stacks_of"]

STEP = (0.85, 1.35)
"""Ems from one character down to the next: less than from row to row of a table."""
FEWEST = 3
BESIDE = 0.4
"""Ems to the left and right in which nothing else stands."""


def stacks_of(chars: Sequence[Char]) -> tuple[list[Line], set[int]]:
    """The stacked words of a page, and the ids of their characters. `chars` in the order of the file."""
    columns: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for i, c in enumerate(chars):
        beside = [chars[k] for k in (i - 1, i + 1) if 0 <= k < len(chars)]
        if is_han(c.text) and not any(_is_beside(c, n) for n in beside):
            columns[round(c.x0), round(c.size)].append(c)
    found: list[Line] = []
    taken: set[int] = set()
    for column in columns.values():
        for stack in _chains(sorted(column, key=lambda c: c.baseline)):
            ids = {id(c) for c in stack}
            alone = not any(_is_beside(c, n) for c in stack for n in chars if id(n) not in ids)
            if alone and len({c.text for c in stack}) > 1:
                bold = 2 * sum(c.bold for c in stack) > len(stack)
                box = union([c.box for c in stack])
                found.append(Line("".join(c.text for c in stack), list(stack), box, stack[0].page, stack[0].size, bold))
                taken |= ids
    return found, taken


def _is_beside(c: Char, other: Char) -> bool:
    level = abs(c.baseline - other.baseline) < 0.6 * c.size
    return level and other.x0 - c.x1 < BESIDE * c.size and c.x0 - other.x1 < BESIDE * c.size


def _chains(column: Sequence[Char]) -> list[list[Char]]:
    """Runs of characters at the step of one line of text, each long enough to be a word."""
    runs: list[list[Char]] = []
    for c in column:
        step = (c.baseline - runs[-1][-1].baseline) / c.size if runs else 0.0
        if runs and STEP[0] <= step <= STEP[1]:
            runs[-1].append(c)
        else:
            runs.append([c])
    return [run for run in runs if len(run) >= FEWEST]
