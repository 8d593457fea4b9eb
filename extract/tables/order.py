"""Tables of a page in reading order: those of one text column before those of the next."""

from collections.abc import Sequence

from extract.model import Box, Laid
from extract.tables.build import Draft

__all__ = ["in_reading_order"]


def in_reading_order(drafts: Sequence[Draft], laid: Laid) -> list[Draft]:
    """Drafts from top to bottom; one in a left column comes before one in a right column that starts higher."""
    found: list[Draft] = []
    for d in sorted(drafts, key=lambda d: (d.region.box[1], d.region.box[0])):
        at = next((i for i, o in enumerate(found) if _is_left(d.region.box, o.region.box, laid)), len(found))
        found.insert(at, d)
    return found


def _is_left(box: Box, other: Box, laid: Laid) -> bool:
    """Whether a box stands left of a higher one, and nothing runs over both their columns between them."""
    if box[2] > other[0] + 2:
        return False
    between = [x.box for x in laid.lines if other[3] - 2 < x.box[1] and x.box[3] < box[1] + 2]
    return not any(b[0] < box[2] - 2 and b[2] > other[0] + 2 for b in between)
