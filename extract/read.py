"""Bytes in, pages out: every character with its box, and what is drawn, by pypdfium2.

One page is opened at a time and closed again. Nothing here knows what a line or a table is.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.covered import without_covered
from extract.errors import ReadError
from extract.forms import Form, form_of, left_inside, placed
from extract.model import Affine, Char, Page
from extract.shapes import shapes_of
from extract.turns import upright

__all__ = ["Opened", "opened"]

HYPHEN = 2
"""What pdfium makes of a hyphen at the end of a line."""
COPY = 1 << 4
"""The permission bit for copying text, PDF 32000-1, table 22 (bit 5)."""


@dataclass
class Opened:
    """An open file."""

    pdf: pdfium.PdfDocument
    restricted: bool

    def __len__(self) -> int:
        return len(self.pdf)

    def pages(self) -> Iterator[Page]:
        """Its pages, one at a time."""
        for index in range(len(self.pdf)):
            yield read_page(self.pdf, index)


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[Opened]:
    """The PDF in `data`. Raises ReadError where it can't be opened."""
    if not data.strip(b"\0 \r\n\t"):
        raise ReadError("文件是空的；请重新取得该文件 (the file is empty; fetch it again)")
    if b"%PDF-" not in data[:1024]:
        raise ReadError("不是 PDF 文件；请给出 PDF (not a PDF; give a PDF file)")
    try:
        pdf = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        raise ReadError(_why(error, password)) from error
    try:
        if not len(pdf):
            raise ReadError("文件里没有页；可能已损坏，请重新取得 (no pages; it may be damaged, fetch it again)")
        encrypted = raw.FPDF_GetSecurityHandlerRevision(pdf.raw) != -1
        restricted = encrypted and not raw.FPDF_GetDocPermissions(pdf.raw) & COPY
        yield Opened(pdf, restricted)
    finally:
        pdf.close()


def _why(error: pdfium.PdfiumError, password: str | None) -> str:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        if password:
            return "密码不对；请用 --password 给出正确密码 (wrong password; give the right one with --password)"
        return "文件有密码；请用 --password 给出 (the file needs a password; give it with --password)"
    return "文件已损坏或被截断，打不开；请重新取得 (the file is damaged or cut short; fetch it again)"


def read_page(pdf: pdfium.PdfDocument, index: int) -> Page:
    """Page `index` (from 0) of an open file. A page that can't be loaded comes back empty, its text layer missing."""
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return Page(index + 1, 0.0, 0.0, [], [], "missing")
    try:
        to_top_left = _affine(page)
        width, height = page.get_size()
        chars = _chars(page, index + 1, to_top_left)
        turned = _turned(chars)
        if turned:
            to_top_left = upright(to_top_left, turned, width, height)
            width, height = (width, height) if turned == 180 else (height, width)
            chars = _chars(page, index + 1, to_top_left)
        shapes = shapes_of(page, to_top_left, (width, height))
        chars = without_covered(page, chars, shapes, to_top_left)
        return Page(index + 1, width, height, chars, shapes, turned=turned)
    finally:
        page.close()


def _turned(chars: Sequence[Char]) -> int:
    """The angle at which most of a page's text stands, where it is not upright: 90, 180 or 270, else 0."""
    angles = Counter(c.angle for c in chars if not c.text.isspace())
    angle, count = angles.most_common(1)[0] if angles else (0.0, 0)
    return int(angle) if angle in (90.0, 180.0, 270.0) and count > max(40, 0.6 * len(chars)) else 0


def _affine(page: pdfium.PdfPage) -> Affine:
    """The map from PDF page space to points from the top left of the page as shown."""
    width, height = page.get_size()
    scale = 1000
    points = []
    for x, y in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
        dx, dy = ctypes.c_int(), ctypes.c_int()
        size = (round(width * scale), round(height * scale))
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, dx, dy)
        points.append((dx.value / scale, dy.value / scale))
    (e, f), (ax, ay), (cx, cy) = points
    return (ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f


@dataclass(slots=True)
class _Style:
    """What all characters of one text object share."""

    size: float
    font: str
    bold: bool
    angle: float
    color: tuple[int, int, int, int] | None
    form: Form | None


def _chars(page: pdfium.PdfPage, number: int, m: Affine) -> list[Char]:
    text = page.get_textpage()
    try:
        return list(_read_chars(text.raw, number, m))
    finally:
        text.close()


def _read_chars(text: raw.FPDF_TEXTPAGE, number: int, m: Affine) -> Iterator[Char]:
    styles: dict[int, _Style] = {}
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    tight = [ctypes.c_double() for _ in range(4)]
    high = 0
    for i in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, i) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code == HYPHEN:
            code = ord("-")
        if code in (0, 0xFFFE, 0xFFFF) or raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            code = 0xFFFD
        style = _style(text, i, styles, m)
        raw.FPDFText_GetLooseCharBox(text, i, rect)
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        at = m
        if style.form and left_inside(style.form, x.value, y.value):
            at = placed(style.form, m)
        corners = [_at(at, rect.left, rect.top), _at(at, rect.right, rect.bottom)]
        (xa, xb), (ya, yb) = (sorted(p[k] for p in corners) for k in (0, 1))
        if not 0.3 * style.size < yb - ya < 2.5 * style.size and style.angle == 0:
            # Some fonts carry nonsense for ascent and descent: the inked box is all there is.
            raw.FPDFText_GetCharBox(text, i, *tight)
            ends = [_at(at, tight[0].value, tight[3].value), _at(at, tight[1].value, tight[2].value)]
            ya, yb = sorted(p[1] for p in ends)
        char = "\n" if code in (10, 13) else chr(code)
        yield Char(
            char, xa, ya, xb, yb, number, style.size, style.font, style.bold, style.angle,
            _at(at, x.value, y.value)[1], style.color,
        )  # fmt: skip


def _at(m: Affine, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _style(text: raw.FPDF_TEXTPAGE, i: int, known: dict[int, _Style], page: Affine) -> _Style:
    obj = raw.FPDFText_GetTextObject(text, i)
    key = ctypes.cast(obj, ctypes.c_void_p).value or -1
    if key in known:
        return known[key]
    m = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, m)
    # The direction of writing as shown: the text matrix's x axis, turned with the page.
    dx, dy = page[0] * m.a + page[2] * m.b, page[1] * m.a + page[3] * m.b
    angle = round(math.degrees(math.atan2(-dy, dx)) % 360, 1)
    size = raw.FPDFText_GetFontSize(text, i) * (math.hypot(m.c, m.d) or 1.0)
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, i, buffer, 256, flags)
    font = buffer.value.decode("utf-8", "replace")
    mode = raw.FPDFTextObj_GetTextRenderMode(obj) if obj else 0
    heavy = any(word in font.lower() for word in ("bold", "heavy", "black", "simhei", "黑体", "粗"))
    bold = heavy or raw.FPDFText_GetFontWeight(text, i) >= 600 or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    rgba = [ctypes.c_uint() for _ in range(4)]
    color = None
    if raw.FPDFText_GetFillColor(text, i, *rgba):
        # Text that is not painted (a scan's recognised text) is fully transparent.
        alpha = 0 if mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE else rgba[3].value
        color = (rgba[0].value, rgba[1].value, rgba[2].value, alpha)
    known[key] = _Style(size, font, bold, 0.0 if angle == 360.0 else angle, color, form_of(text, i))
    return known[key]
