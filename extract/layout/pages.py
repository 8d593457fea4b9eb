"""Pages to laid pages: lines, text layer, furniture off."""

from collections.abc import Iterable

from extract.layout.dropcaps import with_drop_caps
from extract.layout.furniture import without_furniture
from extract.layout.layer import has_picture, is_garbled
from extract.layout.lines import lines_of
from extract.layout.short_cards import card_sized
from extract.layout.turned import turned_lines, without_recurring
from extract.layout.watermark import without_watermarks
from extract.model import Laid, Page

__all__ = ["lay_out"]

FEWEST = 5
"""Letters that a page with a picture has at least where its text is more than the picture's."""


def lay_out(pages: Iterable[Page]) -> list[Laid]:
    """Each page with its body lines; pages whose text layer is missing or garbled have none.

    Sets each page's `text_layer`.
    """
    read = list(pages)
    laid = []
    for page, chars in zip(read, without_watermarks(read), strict=True):
        if page.text_layer == "sound" and is_garbled(page.chars):
            page.text_layer = "garbled"
        laid.append(Laid(page, with_drop_caps(lines_of(chars, card_sized(page))) if page.text_layer == "sound" else []))
    laid = without_furniture(laid)
    for one in laid:
        if one.page.text_layer == "sound" and _letters(one) < FEWEST and has_picture(one.page):
            one.page.text_layer, one.lines = "missing", []
    sides = [turned_lines(one.page.chars) if one.page.text_layer == "sound" else [] for one in laid]
    for one, lines in zip(laid, without_recurring(sides), strict=True):
        one.turned = lines
    return laid


def _letters(laid: Laid) -> int:
    return sum(c.isalpha() for line in laid.lines for c in line.text)
