"""Tables without rules that flow on: to the top of the next page, or of the next text column."""

from collections.abc import Iterator, Sequence

from extract.model import Box, Laid
from extract.tables.build import Draft, draft
from extract.tables.rules import Rules
from extract.tables.unruled import continued_region

__all__ = ["gone_on"]


def gone_on(drafts: Sequence[Draft], laid: Laid, rules: Rules, taken: Sequence[Box]) -> list[Draft]:
    """What goes on, on a page, of the drafts before it and on it; `taken` are the boxes of other tables."""
    found: list[Draft] = []
    todo = list(drafts)
    boxes = list(taken)
    while todo:
        last = todo.pop(0)
        away = laid.page.number - last.laid.page.number
        if last.ruled or not last.ends or not 0 <= away <= 1 or last.alone is None:
            continue
        box, xs = last.region.box, last.alone.xs
        for dx in _steps(last.laid, laid):
            here = (box[0] + dx, box[1], box[2] + dx, box[3])
            region = continued_region(laid, here, [x + dx for x in xs], rules, boxes, 2 if dx else 1)
            more = draft(region, laid, [], grow=False) if region else None
            if region and more:
                boxes.append(region.box)
                found.append(more)
                todo.insert(0, more)
                break
    return found


def _steps(before: Laid, laid: Laid) -> Iterator[float]:
    """By how far to the right (or left, on another page) the next text column may stand: of one, two or three."""
    if before is not laid:
        yield 0.0
    pitch = _pitch(laid) or _pitch(before)
    if pitch:
        yield from (pitch,) if before is laid else (-pitch, -2 * pitch)


def _pitch(laid: Laid) -> float:
    """From the left edge of one text column to that of the next, where margins are alike; 0 where there are no columns."""
    if not laid.lines:
        return 0.0
    left = min(x.box[0] for x in laid.lines)
    right = laid.page.width - left
    long = [x.box[2] for x in laid.lines if x.box[0] < left + 3 * x.size and len(x.text) > 9]
    for columns in (2, 3):
        ends = sorted(x for x in long if x < left + (right - left) / columns)
        if ends and ends[-1] > left + 0.8 * (right - left) / columns and len(ends) > 0.7 * len(long):
            return (right - ends[-1]) / (columns - 1)
    return 0.0
