"""Pages to laid pages: lines, text layer, furniture off."""

from collections.abc import Iterable

from extract.layout.furniture import without_furniture
from extract.layout.layer import judge
from extract.layout.lines import lines_of
from extract.layout.watermark import without_watermarks
from extract.model import Laid, Page

__all__ = ["lay_out"]


def lay_out(pages: Iterable[Page]) -> list[Laid]:
    """Each page with its body lines; pages whose text layer is missing or garbled have none."""
    read = list(pages)
    judge(read)
    chars = without_watermarks(read)
    laid = [
        Laid(page, lines_of(kept, page.number) if page.text_layer == "sound" else [])
        for page, kept in zip(read, chars, strict=True)
    ]
    return without_furniture(laid)
