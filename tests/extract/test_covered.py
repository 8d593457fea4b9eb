"""White text under a picture is no text of the page; other text is."""

import pytest
import typst

from extract.read import opened

PICTURE = '#place(top + left, image(bytes((0, 0, 160)), format: (encoding: "rgb8", width: 1, height: 1), width: 400pt, height: 400pt))'
PAGES = [
    ("#text(fill: white)[模板残留文字]\n" + PICTURE, ""),
    (PICTURE + "\n#text(fill: white)[封面标题]", "封面标题"),
    ("#text(fill: black)[扫描识别文字]\n" + PICTURE, "扫描识别文字"),
    ("#text(fill: white)[白字无图]", "白字无图"),
]


@pytest.mark.parametrize(("source", "expected"), PAGES)
def test_covered(source: str, expected: str) -> None:
    setup = '#set page(width: 400pt, height: 400pt)\n#set text(font: "Noto Sans CJK SC")\n'
    with opened(typst.compile((setup + source).encode())) as file:
        (page,) = file.pages()
    assert "".join(c.text for c in page.chars).strip() == expected
