"""Titles of slides: the first heading of page after page, at one place and in a size of their own."""

from collections import defaultdict
from collections.abc import Sequence

from extract.layout.blocks import Block

__all__ = ["slide_titles", "told_pages"]

FEWEST = 3
"""Pages that have a title at one place."""
NEAR = 4.0
"""Points by which the place of a slide's title may vary."""
OWN = 0.7
"""Share of the headings of one size that stand at that place: a report's stand all over its pages."""
TOLD = 25
"""Characters of a paragraph from which on its page is one of text, not one that opens a part."""


def slide_titles(headings: Sequence[Block]) -> set[int]:
    """Ids of the headings that are the titles of slides."""
    sizes: dict[int, list[Block]] = defaultdict(list)
    first: dict[int, Block] = {}
    for heading in headings:
        sizes[round(2 * heading.size)].append(heading)
        if heading.page not in first or heading.lines[0].box[1] < first[heading.page].lines[0].box[1]:
            first[heading.page] = heading
    found: set[int] = set()
    for alike in sizes.values():
        top = [h for h in alike if first[h.page] is h]
        group = [h for h in top if sum(_is_level(h, other) for other in top) >= FEWEST]
        if len(group) >= OWN * len(alike):
            found |= {id(h) for h in group}
    return found


def _is_level(a: Block, b: Block) -> bool:
    """Whether two titles stand at one height, and at one left edge or about one middle."""
    one, other = a.lines[0].box, b.lines[0].box
    left = abs(one[0] - other[0]) < NEAR
    middle = abs(one[0] + one[2] - other[0] - other[2]) < 2 * NEAR
    return abs(one[3] - other[3]) < NEAR and (left or middle)


def told_pages(blocks: Sequence[Block]) -> set[int]:
    """The pages that have running text."""
    return {b.page for b in blocks if b.kind in ("paragraph", "list_item") and len(b.text) >= TOLD}
