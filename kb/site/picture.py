"""The picture of a page, or of the part of it where a fact stands, with the words marked."""

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

__all__ = ["MAX_PIXELS", "PICTURED_AT", "Box", "NoPage", "Picture", "draw", "placeholder"]

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the page's top left."""

MAX_PIXELS = 12_000_000
"""A picture is made smaller rather than larger than this: a page may claim to be metres wide."""

MARK = (255, 226, 110)
EDGE = (190, 60, 40)
PDFIUM = threading.Lock()
"""PDFium must not be entered by two threads at once."""


PICTURED_AT = 2.0
"""The scale of pictures of pages that stand in for a PDF."""


class NoPage(ValueError):
    """The paper has no such page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw: a page of a file, the boxes to mark, and how much of the page to show around them.

    `file` is a PDF, or a folder with pictures of its pages.
    """

    file: Path
    page: int
    boxes: tuple[Box, ...] = ()
    scale: float = 2.0
    around: float | None = None
    """Points to show above and below the boxes, over the page's whole width; None for the whole page."""
    beside: float | None = None
    """With `around`: points to show left and right of the boxes, in place of the page's whole width."""


def draw(picture: Picture) -> bytes:
    """The picture as PNG. Raises NoPage where there is no such page, ValueError where it can't be drawn."""
    image, scale = pictured(picture) if picture.file.is_dir() else render(picture)
    mark(image, picture.boxes, scale)
    if picture.around is not None and picture.boxes:
        image = image.crop(region(picture.boxes, picture.around, picture.beside, scale, image.size))
    written = io.BytesIO()
    image.save(written, "PNG", optimize=False, compress_level=6)
    return written.getvalue()


def pictured(picture: Picture) -> tuple[Image.Image, float]:
    """The page from the folder of pictures, at the scale asked for."""
    path = picture.file / f"{picture.page}.png"
    if not path.is_file():
        raise NoPage(f"{picture.file.name} has no page {picture.page}")
    image = Image.open(path).convert("RGB")
    if picture.scale == PICTURED_AT:
        return image, picture.scale
    ratio = picture.scale / PICTURED_AT
    return image.resize((round(image.width * ratio), round(image.height * ratio))), picture.scale


def render(picture: Picture) -> tuple[Image.Image, float]:
    """The page as an image, and the scale it was drawn at."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(picture.file)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise ValueError(f"{picture.file.name} can't be opened") from error
        try:
            if not 1 <= picture.page <= len(document):
                raise NoPage(f"{picture.file.name} has no page {picture.page}")
            page = document[picture.page - 1]
            width, height = page.get_size()
            scale = min(picture.scale, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
            return page.render(scale=scale).to_pil().convert("RGB"), scale
        except pypdfium2.PdfiumError as error:
            raise ValueError(f"page {picture.page} of {picture.file.name} can't be drawn") from error
        finally:
            document.close()


def mark(image: Image.Image, boxes: Sequence[Box], scale: float) -> None:
    """Lay a marker's colour over the boxes, so that the words stay as dark as they are, and a thin line around."""
    pad = 1.5 * scale
    for box in boxes:
        x0, top, x1, bottom = (round(v * scale) for v in box)
        area = (max(x0 - round(pad), 0), max(top - round(pad), 0), x1 + round(pad), bottom + round(pad))
        area = (area[0], area[1], min(area[2], image.width), min(area[3], image.height))
        if area[0] >= area[2] or area[1] >= area[3]:
            continue
        under = image.crop(area)
        image.paste(ImageChops.multiply(under, Image.new("RGB", under.size, MARK)), area)
        ImageDraw.Draw(image).rectangle((area[0], area[1], area[2] - 1, area[3] - 1), outline=EDGE)


def region(
    boxes: Sequence[Box], around: float, beside: float | None, scale: float, size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """The part of the page to keep: from above the first box to below the last, and as wide as asked."""
    top = min(b[1] for b in boxes) - around
    bottom = max(b[3] for b in boxes) + around
    left, right = 0, size[0]
    if beside is not None:
        left = max(round((min(b[0] for b in boxes) - beside) * scale), 0)
        right = min(round((max(b[2] for b in boxes) + beside) * scale), size[0])
    return left, max(round(top * scale), 0), right, min(round(bottom * scale), size[1])


def placeholder(width: int = 900, height: int = 240) -> bytes:
    """A picture that stands where the paper's file is not at hand: an empty frame, crossed."""
    image = Image.new("RGB", (width, height), (243, 239, 232))
    pen = ImageDraw.Draw(image)
    pen.rectangle((8, 8, width - 9, height - 9), outline=(200, 190, 175), width=2)
    pen.line((8, 8, width - 9, height - 9), fill=(220, 212, 200), width=2)
    pen.line((8, height - 9, width - 9, 8), fill=(220, 212, 200), width=2)
    pen.text((width // 2, height // 2), "PDF not at hand", fill=(120, 110, 95), anchor="mm", font_size=24)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
