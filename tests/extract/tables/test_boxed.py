"""Tables in drawn boxes of text (专栏), and tables beside the coloured bars of headings and titles."""

from collections.abc import Sequence

import pytest
from sample_tables import CITIES
from set_tables import PROSE, STYLES, Table, grids_in, paper, table, texts

BOXES = {
    "tint": 'fill: rgb("f1ede6")',
    "tint and bar": 'fill: rgb("f1ede6"), stroke: (left: 3pt + red)',
    "frame": "stroke: 0.7pt",
    "round frame": "stroke: 0.7pt, radius: 6pt",
}
SCORES = Table([["名次", "城市", "得分"]], [[str(i + 1), CITIES[i], f"{95 - i * 0.4:.1f}"] for i in range(7)])
CAPTION = "#align(center)[表 NO 示范基地]"


def wide(style: str) -> str:
    return table(SCORES, style, columns="1fr, 1fr, 1fr")


def paged(pages: Sequence[Sequence[str]]) -> str:
    """A page for each list of parts, at varied heights: what recurs at one place is a running head. # is its number."""
    parts = ["\n\n".join([f"#v({9 * i}pt)", PROSE, *p, PROSE]).replace("NO", str(i + 1)) for i, p in enumerate(pages)]
    return paper("\n#pagebreak()\n".join(parts), page='paper: "a4", margin: (x: 60pt, y: 70pt)')


def boxed(look: str, *parts: str) -> str:
    return f"#block({BOXES[look]}, inset: 12pt, width: 100%)[" + "\n\n".join(parts) + "]"


def bar(text: str, size: int) -> str:
    return f'#block(fill: rgb("0d6e84"), width: 100%, inset: 6pt)[#text(fill: white, size: {size}pt)[{text}]]'


@pytest.mark.parametrize("style", STYLES)
def test_in_a_box(style: str) -> None:
    captioned = f"{CAPTION}\n{wide(style)}"
    narrow = f"{CAPTION}\n#align(center)[{table(SCORES, style)}]"
    pages = [
        [boxed(look, *parts)]
        for look in BOXES
        for parts in (["*延伸阅读*", PROSE, captioned], [captioned, PROSE], [narrow, "数据来源：测试"])
    ]
    found = grids_in(paged(pages))
    assert [(g.label, g.boxes[0][0]) for g in found] == [(f"表{i + 1}", i + 1) for i in range(len(pages))]
    assert [i for i, g in enumerate(found) if texts(g) != SCORES.grid()] == []
    assert all(g.source is not None for g in found[2::3])


HEADING = "3.NO 梯队特征：三大梯队各具优势"


@pytest.mark.parametrize("size", [13, 9])
@pytest.mark.parametrize("style", STYLES)
def test_bar_of_a_heading(style: str, size: int) -> None:
    captioned = f"{CAPTION}\n{wide(style)}"
    pages = [
        [captioned, bar(HEADING, size)],
        [captioned, "#text(7pt)[资料来源：测试研究院]", bar(HEADING, size)],
        [bar(HEADING, size), captioned],
        [bar(HEADING, size), wide(style)],
    ]
    found = grids_in(paged(pages))
    assert [(g.label, g.title) for g in found] == [(f"表{i}", "示范基地") for i in (1, 2, 3)] + [(None, None)]
    assert [i for i, g in enumerate(found) if texts(g) != SCORES.grid()] == []
    assert found[1].source is not None


@pytest.mark.parametrize("size", [13, 9])
@pytest.mark.parametrize("style", [s for s in STYLES if s != "inner"])
def test_bar_with_the_title(style: str, size: int) -> None:
    title = "2022城市数字经济竞争力榜单"
    source = paper(PROSE, f"#stack({bar(title, size)[1:]}, [{wide(style)}])", PROSE)
    (found,) = grids_in(source)
    assert texts(found) == SCORES.grid()
    assert found.header_rows == 1
    # A larger title, or one over bare text, may also stand over the table as a heading.
    assert found.title == title or size == 13 or style == "none"
