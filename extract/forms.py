"""Characters of a form (a drawing placed with a matrix) that pdfium leaves where the form's own coordinates have them.

For a text object whose words an /ActualText gives, pdfium takes place and box from the object as it stands inside its
form, without the form's matrix. Browsers print single characters so: 第二梯队 would lose its 二.
"""

import pypdfium2.raw as raw

from extract.model import Affine

__all__ = ["Form", "form_of", "left_inside", "placed"]

Form = tuple[Affine, tuple[float, float]]
"""The matrix of a form, and where a text object stands inside of it."""

NEAR = 0.05
"""Points by which two places may differ and be the same."""


def form_of(text: raw.FPDF_TEXTPAGE, i: int) -> Form | None:
    """The form around the text object of character `i`; None where it has no matrix of its own."""
    shown, own = raw.FS_MATRIX(), raw.FS_MATRIX()
    obj = raw.FPDFText_GetTextObject(text, i)
    if not obj or not raw.FPDFPageObj_GetMatrix(obj, own) or not raw.FPDFText_GetMatrix(text, i, shown):
        return None
    outer, inner = _affine(shown), _affine(own)
    scale = inner[0] * inner[3] - inner[1] * inner[2]
    if not scale or max(abs(x - y) for x, y in zip(outer, inner, strict=True)) < NEAR:
        return None
    a, b, c, d = inner[3] / scale, -inner[1] / scale, -inner[2] / scale, inner[0] / scale
    m = (
        a * outer[0] + b * outer[2], a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2], c * outer[1] + d * outer[3],
    )  # fmt: skip
    e, f = inner[4], inner[5]
    return (*m, outer[4] - m[0] * e - m[2] * f, outer[5] - m[1] * e - m[3] * f), (e, f)


def _affine(m: raw.FS_MATRIX) -> Affine:
    return m.a, m.b, m.c, m.d, m.e, m.f


def left_inside(form: Form, x: float, y: float) -> bool:
    """Whether a character at (x, y) of the page was left where the form's own coordinates have its text object."""
    (a, b, c, d, e, f), (u, v) = form
    moved = abs(a * u + c * v + e - u) > NEAR or abs(b * u + d * v + f - v) > NEAR
    return moved and abs(x - u) < NEAR and abs(y - v) < NEAR


def placed(form: Form, page: Affine) -> Affine:
    """The map from the form's own coordinates to where `page` maps those of the page."""
    (a, b, c, d, e, f), _ = form
    return (
        page[0] * a + page[2] * b, page[1] * a + page[3] * b,
        page[0] * c + page[2] * d, page[1] * c + page[3] * d,
        page[0] * e + page[2] * f + page[4], page[1] * e + page[3] * f + page[5],
    )  # fmt: skip
