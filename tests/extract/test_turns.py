"""A page whose text stands on its side is read as the upright one, and its evidence is where the words are seen."""

import io

import pypdfium2 as pdfium
import pytest
import typst

from extract.paper import extract_paper

SOURCE = """#set page(width: 420pt, height: 560pt, margin: 50pt)
#set text(font: "Noto Sans CJK SC", size: 10pt, lang: "zh")
= 一、总体情况
数字经济已成为推动城市高质量发展的重要引擎，2021年全市数字经济核心产业增加值达到1.2万亿元，同比增长16.2%，平台的用户超过千万。

#table(columns: (1fr, 1fr, 1fr), [名次], [城市], [得分], [1], [杭州], [90], [2], [宁波], [80], [3], [温州], [70])"""


def turned(angle: int) -> bytes:
    pdf = pdfium.PdfDocument(typst.compile(SOURCE.encode()))
    pdf[0].set_rotation(angle)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_page(angle: int) -> None:
    data = turned(angle)
    paper, plain = extract_paper(data), extract_paper(turned(0))
    assert [p.text for p in paper.passages] == [p.text for p in plain.passages]
    assert [t.grid for t in paper.tables] == [t.grid for t in plain.tables] != []
    page = pdfium.PdfDocument(data)[0]
    width, height = page.get_size()
    assert (paper.pages[0].width, paper.pages[0].height) == (width, height)
    image = page.render(scale=1).to_numpy()
    for evidence in (e for p in paper.passages for e in p.evidence):
        x0, top, x1, bottom = (round(v) for v in evidence.bbox)
        assert 0 <= x0 < x1 <= width and 0 <= top < bottom <= height
        assert image[top:bottom, x0:x1].min() < 128
