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


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # As office programs draw a box: from the middle of its lower edge round to there.
        ("60 10 m 10 10 l 10 30 l 110 30 l 110 10 l 60 10 l h f", ("rect", (10, 70, 110, 90))),
        ("10 20 m 10 30 l 110 30 l 110 10 l 10 10 l 10 20 l f", ("rect", (10, 70, 110, 90))),
        # A roof and an arrow are no boxes.
        ("60 10 m 10 10 l 30 50 l 90 50 l 110 10 l h f", ("curve", (10, 50, 110, 90))),
        ("10 10 m 90 10 l 110 20 l 90 30 l 10 30 l h f", ("curve", (10, 70, 110, 90))),
        ("10 10 m 110 10 l 110 30 l 60 30 l 60 20 l 10 20 l h f", ("curve", (10, 70, 110, 90))),
    ],
)
def test_a_box_is_one_wherever_its_path_starts(content: str, expected: tuple[str, tuple[int, ...]]) -> None:
    assert shapes(content) == [expected]


PICTURE = "/W 1 /H 1 /BPC 8 /CS /G"


def image(x0: float, y0: float, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} {x0} {y0} cm BI {PICTURE} ID x EI Q\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (image(7, 5, 106, 27) + "10 10 100 20 re f", ["rect"]),
        (image(10, 6, 104, 24) + "10 10 100 20 re f", ["rect"]),
        # A picture with a rule around it, one with a caption's bar at its foot, one over a box.
        (image(10, 10, 100, 60) + "9 9 102 62 re S", ["image", "rect"]),
        (image(10, 10, 100, 60) + "10 10 100 20 re f", ["image", "rect"]),
        ("10 10 100 20 re f " + image(7, 5, 106, 27), ["rect", "image"]),
    ],
)
def test_the_shadow_of_a_box_is_no_picture(content: str, expected: list[str]) -> None:
    assert [kind for kind, _ in shapes(content)] == expected
