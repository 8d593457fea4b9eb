"""What is drawn, as far as it shows."""

import pytest

from extract.model import Shape
from extract.read import opened


def pdf(content: str) -> bytes:
    """The smallest file with one page of 200 by 100 points that draws `content`."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    out = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 5\n0000000000 65535 f \n{table}{end}".encode("ascii")


def shapes(content: str) -> list[tuple[str, tuple[int, ...]]]:
    with opened(pdf(content)) as file:
        (page,) = file.pages()
    return [told(s) for s in page.shapes]


def told(shape: Shape) -> tuple[str, tuple[int, ...]]:
    return shape.kind, tuple(round(v) for v in shape.box)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("10 10 100 20 re f", [("rect", (10, 70, 110, 90))]),
        # The rule under a heading: the whole box is filled, and clipped to its lower edge.
        ("q 10 10 100 0.5 re W n 10 10 100 20 re f Q", [("line", (10, 90, 110, 90))]),
        ("q 10 10 100 0.5 re W n 10 40 100 20 re f Q", []),
        ("q 0 0 50 50 re W n 20 0 180 100 re W n 10 10 100 80 re f Q", [("rect", (20, 50, 50, 90))]),
        ("q 2 0 0 2 0 0 cm 0 0 10 10 re W n 0 0 100 50 re f Q", [("rect", (0, 80, 20, 100))]),
        ("10 10 m 110 10 l S", [("line", (10, 90, 110, 90))]),
        ("10 10 100 20 re n", []),
    ],
)
def test_what_shows_of_a_path(content: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert shapes(content) == expected
