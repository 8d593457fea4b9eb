"""White text under a picture: left in the file by a template, never seen."""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.model import Affine, Box, Char, Shape

__all__ = ["without_covered"]

LARGE = 0.3
"""Share of the page that a picture covers at least to be one that hides text."""
WHITE = 250

Placed = tuple[int, Box]
"""A page object's place in the order of drawing, and its box."""


def without_covered(page: pdfium.PdfPage, chars: list[Char], shapes: Sequence[Shape], m: Affine) -> list[Char]:
    """The characters of an open page, without white ones over which an opaque picture is drawn later.

    Other covered text stays: under a scan it is what a machine recognised.
    """
    width, height = page.get_size()
    white = {id(c) for c in chars if c.color and min(c.color[:3]) >= WHITE}
    large = any(s.kind == "image" and (s.x1 - s.x0) * (s.bottom - s.top) > LARGE * width * height for s in shapes)
    if not (white and large):
        return chars
    texts, pictures = [], []
    for at, box, kind in _objects(page, m):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append((at, box))
        elif (box[2] - box[0]) * (box[3] - box[1]) > LARGE * width * height:
            pictures.append((at, box))
    return [c for c in chars if id(c) not in white or not _is_covered(c, texts, pictures)]


def _is_covered(c: Char, texts: Sequence[Placed], pictures: Sequence[Placed]) -> bool:
    x, y = (c.x0 + c.x1) / 2, (c.top + c.bottom) / 2
    drawn = max((at for at, box in texts if _holds(box, x, y)), default=None)
    return drawn is not None and any(at > drawn and _holds(box, x, y) for at, box in pictures)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] - 2 <= x <= box[2] + 2 and box[1] - 2 <= y <= box[3] + 2


def _objects(page: pdfium.PdfPage, m: Affine) -> Iterator[tuple[int, Box, int]]:
    """Texts and opaque pictures in the order they are drawn, with their boxes."""
    bounds = [ctypes.c_float() for _ in range(4)]
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        obj = raw.FPDFPage_GetObject(page.raw, at)
        kind = raw.FPDFPageObj_GetType(obj)
        if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE) or not raw.FPDFPageObj_GetBounds(obj, *bounds):
            continue
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_HasTransparency(obj):
            continue
        left, bottom, right, top = (b.value for b in bounds)
        points = [(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]) for x, y in ((left, bottom), (right, top))]
        (xa, ya), (xb, yb) = points
        yield at, (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)), kind
