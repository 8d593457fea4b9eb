"""Characters in a form (a drawing placed with a matrix) stand where they are seen, also those told by an /ActualText."""

import pytest

from extract.read import opened

SPAN = "/Span << /ActualText (B) >> BDC (B) Tj EMC"


def pdf(form: str, matrix: str) -> bytes:
    """One page of 200 by 100 points that draws `form` through `matrix`, in Helvetica."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        f"<< /Length {len(matrix) + 12} >>\nstream\nq {matrix} cm /F Do\nendstream",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 1000 1000] /Resources << /Font << /H 6 0 R >> >> /Length {len(form)} >>"
        f"\nstream\n{form}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 7\n0000000000 65535 f \n{table}{end}".encode("ascii")


@pytest.mark.parametrize("matrix", ["1 0 0 1 0 0", "0.25 0 0 0.25 20 30", "1 0 0 1 50 0", "1 0 0 -1 0 90"])
@pytest.mark.parametrize("told", [SPAN, "(B) Tj"])
def test_beside_each_other(matrix: str, told: str) -> None:
    flip = "-1" if matrix.split()[3].startswith("-") else "1"
    text = f"BT /H 40 Tf 1 0 0 {flip} 20 40 Tm (A) Tj ET BT /H 40 Tf 1 0 0 {flip} 46.7 40 Tm {told} ET"
    with opened(pdf(text, matrix)) as file:
        (page,) = file.pages()
    a, b = (c for c in page.chars if c.text in "AB")
    assert abs(a.baseline - b.baseline) < 0.1
    assert 0 <= b.x0 - a.x1 < a.x1 - a.x0
    assert a.top - 1 < b.top < b.bottom < a.bottom + 1
