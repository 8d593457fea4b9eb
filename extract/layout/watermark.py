"""Watermarks among upright text: large or pale characters at one place on page after page; type too small to read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.model import Char, Page

__all__ = ["without_watermarks"]

SHARE = 0.5
"""Share of the pages on which a watermark stands at least."""
PALE = 0.7
"""Brightness, or whiteness through a weak alpha, from which on a colour is pale."""
LARGER = 1.6
TINY = 3.5
"""Points: smaller type is not meant to be read (marks that trace a copy)."""
Key = tuple[str, int, int]


def without_watermarks(pages: Sequence[Page]) -> list[list[Char]]:
    """The characters of each page without its watermarks. Slanted text is left to whoever reads lines."""
    known = Counter(key for page in pages for key in {_key(c) for c in page.chars if c.angle == 0})
    sizes = Counter(round(c.size) for page in pages for c in page.chars)
    body = sizes.most_common(1)[0][0] if sizes else 10
    least = max(2, SHARE * len(pages))
    common = {key for key, count in known.items() if count >= least}
    return [list(_kept(page, common, body)) for page in pages]


def _key(c: Char) -> Key:
    return c.text, round(c.x0 / 2), round(c.baseline / 2)


def _kept(page: Page, common: set[Key], body: float) -> Iterator[Char]:
    margin = 0.14 * page.height
    for c in page.chars:
        inner = margin < c.baseline < page.height - margin
        marked = inner and c.angle == 0 and _key(c) in common and (_is_pale(c) or c.size > LARGER * body)
        if not marked and c.size > TINY:
            yield c


def _is_pale(c: Char) -> bool:
    if c.color is None:
        return False
    red, green, blue, alpha = c.color
    light = 1 - (1 - (0.3 * red + 0.59 * green + 0.11 * blue) / 255) * alpha / 255
    # White is no watermark's colour but that of a table's head on a dark ground.
    return PALE <= light < 0.985
