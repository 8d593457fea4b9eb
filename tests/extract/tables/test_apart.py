"""Rankings side by side on a slide: each a table with the title over (or under) it, unless one count goes on through them."""

import pytest
import typst

from extract.layout import lay_out
from extract.model import Grid
from extract.read import opened
from extract.tables import find_grids

HEAD = """#set page(width: 720pt, height: 405pt, margin: 30pt)
#set text(font: "Noto Sans CJK SC", size: 10pt, lang: "zh")
#set table(inset: 4pt, align: center)
= 分维度排名
"""
NAMES = ["排名", "城市", "得分"]
CITIES = ["上海", "北京", "深圳", "杭州", "广州", "重庆", "成都", "苏州", "南京", "武汉"]
TOPICS = ["数字基础十强", "融合应用十强", "产业生态十强", "政策环境十强"]
LOOKS = {
    "bare": "stroke: none",
    "striped": "stroke: none, fill: (_, y) => if y == 0 { blue.darken(40%) } else if calc.odd(y) { luma(235) }",
    "ruled": "stroke: 0.5pt + gray",
    "rules across": "stroke: (bottom: 0.5pt + gray)",
}


def ranking(k: int, look: str, first: int = 1) -> str:
    rows = [[str(first + i), CITIES[(i * 3 + k) % 10], f"{95 - k - i * 0.7:.1f}"] for i in range(8)]
    cells = ", ".join(f"[{c}]" for row in [NAMES, *rows] for c in row)
    return f"#table(columns: (1fr,) * 3, {LOOKS[look]}, {cells})"


def grids(source: str) -> list[Grid]:
    with opened(typst.compile((HEAD + source).encode())) as file:
        return find_grids(lay_out(file.pages()))


def side_by_side(parts: list[str]) -> str:
    return f"#grid(columns: {len(parts)}, gutter: 20pt, {', '.join(f'[{p}]' for p in parts)})"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("under", [False, True])
def test_each_ranking_has_the_title_that_stands_with_it(look: str, count: int, under: bool) -> None:
    if under and look == "bare":
        pytest.skip("nothing tells the title from a last row")
    titles = [f"#align(center)[*{t}*]" for t in TOPICS[:count]]
    parts = [ranking(k, look) for k in range(count)]
    pairs = zip(parts, titles, strict=True) if under else zip(titles, parts, strict=True)
    found = grids(side_by_side(["\n".join(pair) for pair in pairs]))
    assert [(g.title, len(g.rows), len(g.rows[0])) for g in found] == [(t, 9, 3) for t in TOPICS[:count]]
    assert [g.rows[1][1].text for g in found] == [CITIES[k] for k in range(count)]


@pytest.mark.parametrize("look", LOOKS)
def test_a_title_with_a_mark_at_its_left(look: str) -> None:
    parts = [f"#text(11pt, red)[● {TOPICS[k]}]\n\n{ranking(k, look)}" for k in range(3)]
    assert [g.title for g in grids(side_by_side(parts))] == TOPICS[:3]


@pytest.mark.parametrize("look", LOOKS)
def test_one_count_through_all_panels_is_one_table(look: str) -> None:
    found = grids(side_by_side([ranking(k, look, 1 + 8 * k) for k in range(3)]))
    assert [(len(g.rows[0]), len(g.bands)) for g in found] == [(9, 3)]


@pytest.mark.parametrize("look", LOOKS)
def test_a_title_over_all_is_none_of_ones_own(look: str) -> None:
    found = grids(side_by_side([ranking(k, look) for k in range(2)]))
    assert [(g.title, len(g.rows[0])) for g in found] == [(None, 3)] * 2


@pytest.mark.parametrize("look", LOOKS)
def test_a_title_parted_from_its_label_stands_over_all_panels(look: str) -> None:
    """The label alone is over the first panel, label and title are over the second."""
    panels = side_by_side([ranking(k, look, 1 + 8 * k) for k in range(3)])
    found = grids(f"#align(center)[表2 #h(10pt) 城市公共数据开放利用评估结果（前24名）]\n{panels}")
    assert [(g.label, g.title, len(g.bands)) for g in found] == [("表2", "城市公共数据开放利用评估结果（前24名）", 3)]
