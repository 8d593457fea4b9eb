"""Tables among other things: text around and beside them, other tables, watermarks, captions, notes, sources."""

import pytest
from sample_tables import CITIES, ranking
from set_tables import PLAIN, PROSE, Table, captioned, grids_in, paper, table, texts

SCORES = Table([["名次", "城市", "得分"]], [[str(i + 1), CITIES[i], f"{95 - i * 0.4:.1f}"] for i in range(9)])
COUNTS = Table(
    [["省份", "上榜数量"]],
    [["江苏省", "13"], ["山东省", "13"], ["广东省", "10"], ["浙江省", "8"], ["福建省", "6"], ["湖南省", "6"]],
)
SLIDE = "width: 960pt, height: 540pt, margin: (x: 50pt, y: 90pt)"
JUSTIFIED = "#set par(justify: true, leading: 0.75em)\n"


@pytest.mark.parametrize("style", PLAIN)
class TestPlaces:
    def test_between_paragraphs(self, style: str) -> None:
        source = paper(PROSE, captioned(4, "城市得分", table(SCORES, style)), "数据来源：测试研究院，2021年10月", PROSE)
        (found,) = grids_in(source)
        assert texts(found) == SCORES.grid()
        assert (found.label, found.title) == ("表4", "城市得分")
        assert found.source is not None and found.source.text == "数据来源：测试研究院，2021年10月"

    def test_without_a_caption(self, style: str) -> None:
        (found,) = grids_in(paper(PROSE, f"#align(center)[{table(SCORES, style)}]", PROSE))
        assert texts(found) == SCORES.grid()
        assert found.caption is None

    def test_caption_below(self, style: str) -> None:
        (found,) = grids_in(paper(PROSE, table(SCORES, style), "#align(center)[*表 4 城市得分*]", PROSE))
        assert texts(found) == SCORES.grid()
        assert (found.label, found.title) == ("表4", "城市得分")

    def test_side_by_side(self, style: str) -> None:
        one, other = captioned(1, "得分", table(SCORES, style)), captioned(2, "各省上榜数量", table(COUNTS, style))
        found = grids_in(paper(f"#grid(columns: (1fr, 1fr), gutter: 20pt)[{one}][{other}]"))
        assert [texts(g) for g in found] == [SCORES.grid(), COUNTS.grid()]
        assert [g.label for g in found] == ["表1", "表2"]

    def test_beside_text(self, style: str) -> None:
        one = captioned(1, "得分", table(SCORES, style))
        (found,) = grids_in(paper(f"#grid(columns: (1fr, 1fr), gutter: 24pt)[{JUSTIFIED}{PROSE}{PROSE}][{one}]"))
        assert texts(found) == SCORES.grid()

    def test_in_a_column(self, style: str) -> None:
        one = captioned(1, "得分", table(SCORES, style))
        text = f"#columns(2, gutter: 30pt)[{JUSTIFIED}{PROSE}{PROSE}\n\n{one}\n\n{PROSE * 4}]"
        (found,) = grids_in(paper(text, page=SLIDE, size=10))
        assert texts(found) == SCORES.grid()

    def test_under_a_watermark(self, style: str) -> None:
        mark = "#place(center + horizon)[#rotate(-45deg)[#text(size: 60pt, fill: luma(220))[内部资料请勿外传]]]"
        (found,) = grids_in(paper(captioned(1, "得分", table(ranking(20, 2, 3), style)), background=mark))
        assert texts(found) == ranking(20, 2, 3).grid()

    def test_serif_bold_header_flush_right(self, style: str) -> None:
        t = table(ranking(20, 2, 3), style, align="right", bold=True)
        (found,) = grids_in(paper(captioned(1, "得分", t), font="Noto Serif CJK SC"))
        assert texts(found) == ranking(20, 2, 3).grid()


@pytest.mark.parametrize("style", ["full", "horizontal", "three-line", "zebra", "none", "open sides"])
def test_panels_set_as_tables_of_their_own(style: str) -> None:
    panels = [
        Table(SCORES.header, [[str(9 * p + i + 1), CITIES[9 * p + i], "80"] for i in range(9 - p)]) for p in range(3)
    ]
    grid = ", ".join(f"[#align(center)[{table(p, style)}]]" for p in panels)
    source = paper(f"#align(center)[*表 1 得分*]\n#grid(columns: (1fr, 1fr, 1fr), gutter: 16pt, {grid})")
    (found,) = grids_in(source)
    assert found.bands == [(0, 3), (3, 6), (6, 9)]
    assert texts(found)[1] == ["1", "北京市", "80", "10", "苏州市", "80", "19", "宁波市", "80"]
    assert texts(found)[9] == ["9", "成都市", "80", "", "", "", "", "", ""]


@pytest.mark.parametrize("style", ["full", "horizontal", "three-line", "open sides"])
def test_note_inside_the_frame(style: str) -> None:
    noted = Table(SCORES.header, [*SCORES.body, [("注：得分保留一位小数；不含港澳台。", 1, 3)]])
    (found,) = grids_in(paper(captioned(1, "得分", table(noted, style))))
    assert texts(found) == SCORES.grid()
    assert [n.text for n in found.notes] == ["注：得分保留一位小数；不含港澳台。"]


@pytest.mark.parametrize("style", ["full", "horizontal", "open sides"])
def test_caption_inside_the_frame(style: str) -> None:
    named = Table([[("表 1 得分前九的城市", 1, 3)], *SCORES.header], SCORES.body, 3)
    (found,) = grids_in(paper(table(named, style)))
    assert texts(found) == SCORES.grid()
    assert (found.label, found.title, found.header_rows) == ("表1", "得分前九的城市", 1)


def test_unit_between_caption_and_table() -> None:
    source = paper("#align(center)[*表 1 得分*]", "#align(right)[单位：分]", table(SCORES, "full"))
    (found,) = grids_in(source)
    assert (found.label, found.title) == ("表1", "得分")
