"""Tables that go on over pages, with and without their header, whole rows or cut ones."""

import pytest
from sample_tables import CITIES, POLICIES, REGIONS, ranking, two_levels
from set_tables import PLAIN, PROSE, STYLES, Table, captioned, grids_in, paper, table, texts

SMALL = 'paper: "a5", margin: (x: 50pt, y: 90pt)'
LONG = {
    "ranking": (ranking(60), "auto"),
    "two panels": (ranking(50, 2, 3), "auto"),
    "policies": (
        Table(POLICIES.header, [[str(6 * k + int(str(r[0]))), *r[1:]] for k in range(4) for r in POLICIES.body]),
        "auto, 1fr, auto, 1fr",
    ),
    "regions": (Table(REGIONS.header, [*REGIONS.body] * 3), "auto"),
    "two levels": (two_levels(45), "auto"),
}
UNLIKELY = {("zebra", "regions")}
BROKEN = [s for s in STYLES if s not in ("frame", "inner")]


@pytest.mark.parametrize("repeat", [True, False], ids=["header again", "no header"])
@pytest.mark.parametrize("style", BROKEN)
def test_goes_on_over_pages(style: str, repeat: bool) -> None:
    names = [n for n in LONG if (style, n) not in UNLIKELY]
    pages = [
        captioned(i + 1, n, table(*_first(n, style), inset="(x: 4pt, y: 3pt)", repeat=repeat))
        for i, n in enumerate(names)
    ]
    found = grids_in(paper("\n#pagebreak()\n".join(pages), page=SMALL, size=7.5))
    assert [g.label for g in found] == [f"表{i + 1}" for i in range(len(names))]
    assert all(len(g.boxes) == 2 for g in found)
    assert not {n: texts(g) for n, g in zip(names, found, strict=True) if texts(g) != LONG[n][0].grid()}


def _first(name: str, style: str) -> tuple[Table, str, str]:
    t, columns = LONG[name]
    return t, style, columns


FIRST = Table([["名次", "城市", "得分"]], [[str(i + 1), CITIES[i], f"{95 - i * 0.4:.1f}"] for i in range(9)])
REST = Table(FIRST.header, [[str(i + 10), CITIES[i + 12] + "（新）", f"{90 - i * 0.4:.1f}"] for i in range(9)])


@pytest.mark.parametrize("caption", ["续表 3", "（续）表 3 城市得分", "表 3 城市得分（续）", "续表", "（续表）"])
@pytest.mark.parametrize("style", ["full", "horizontal", "three-line", "none"])
def test_continued_caption(style: str, caption: str) -> None:
    source = paper(
        PROSE,
        captioned(3, "城市得分", table(FIRST, style)),
        "数据来源：测试研究院",
        "#pagebreak()",
        f"#align(center)[*{caption}*]\n#align(center)[{table(REST, style)}]",
        "注：不含港澳台。",
        PROSE,
    )
    (found,) = grids_in(source)
    assert texts(found) == FIRST.grid() + REST.grid()[1:]
    assert (found.label, found.title) == ("表3", "城市得分")
    assert [n.text for n in found.notes] == ["注：不含港澳台。"]
    assert found.source is not None and found.source.text == "数据来源：测试研究院"


def test_another_table_under_the_same_header_stays_another() -> None:
    source = paper(
        captioned(1, "得分", table(FIRST, "full")), "#pagebreak()", captioned(2, "新的得分", table(REST, "full"))
    )
    assert [g.label for g in grids_in(source)] == ["表1", "表2"]


@pytest.mark.parametrize("style", PLAIN)
def test_two_tables_on_a_page(style: str) -> None:
    source = paper(captioned(1, "得分", table(FIRST, style)), captioned(2, "新的得分", table(REST, style)))
    found = grids_in(source)
    assert [texts(g) for g in found] == [FIRST.grid(), REST.grid()]


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("repeat", [True, False], ids=["header again", "no header"])
@pytest.mark.parametrize("style", ["full", "horizontal", "three-line", "zebra"])
def test_flows_through_text_columns(style: str, repeat: bool, columns: int) -> None:
    """From the foot of a text column to the top of the next, and to the next page."""
    page = "width: 700pt, height: 400pt, margin: (x: 40pt, y: 50pt), columns: " + str(columns)
    t = ranking(70, 1, 3)
    set_small = "#set columns(gutter: 20pt)\n#set par(justify: true)\n"
    printed = captioned(1, "得分", table(t, style, inset="(x: 6pt, y: 3pt)", repeat=repeat))
    (found,) = grids_in(set_small + paper(PROSE, printed, PROSE, page=page, size=7.5))
    assert texts(found) == t.grid()
    assert found.label == "表1"
    assert len(found.boxes) >= columns


def test_only_the_caption_and_the_names_at_the_foot_of_a_page() -> None:
    """Three rules on the page before frame but the names of the columns."""
    rows = [[p, c] for p, c in zip(["河北", "山西", "广东", "广西", "河南", "湖北"], ["石家庄、唐山", "太原、大同", "深圳、广州", "南宁、桂林", "郑州、洛阳", "武汉、襄阳"], strict=True)]  # fmt: skip
    first = "#table(columns: (60pt, 150pt), align: center, stroke: none, table.hline(), [省份], [城市], table.hline())"
    rest = table(Table([], rows, 2), "horizontal", "60pt, 150pt")
    source = paper(PROSE, captioned(3, "城市百强", first), f"#pagebreak()\n#align(center)[{rest}]", PROSE, page='paper: "a4", margin: (x: 60pt, y: 60pt)')  # fmt: skip
    (found,) = grids_in(source)
    assert (found.label, texts(found)) == ("表3", [["省份", "城市"], *rows])
