"""Striped tables without rules whose merged cells break the stripes, and fills that are no stripes."""

from itertools import pairwise

import pytest
from set_tables import PROSE, Table, captioned, grids_in, paper, table, texts

GROUPS = {
    "华北（5个）": {"北京": ["北京"], "河北": ["保定", "唐山", "廊坊"], "天津": ["天津"]},
    "华南（6个）": {"广东": ["深圳", "广州", "东莞", "佛山"], "广西": ["南宁", "桂林"]},
    "华中（5个）": {"湖北": ["武汉", "襄阳"], "湖南": ["长沙", "衡阳", "岳阳"]},
}


def regions() -> Table:
    """Region and province merged over the rows of their cities."""
    body = []
    for region, provinces in GROUPS.items():
        count = sum(map(len, provinces.values()))
        for p, (province, cities) in enumerate(provinces.items()):
            for c, city in enumerate(cities):
                row: list[str | tuple[str, int, int]] = [(region, count, 1)] if not p and not c else []
                body.append([*row, *([(province, len(cities), 1)] if not c else []), city])
    return Table([["区域", "省份", "城市"]], body)


def provinces() -> Table:
    """Province merged over the rows of its cities."""
    body = [
        [*([(province, len(cities), 1)] if not c else []), city]
        for found in GROUPS.values()
        for province, cities in found.items()
        for c, city in enumerate(cities)
    ]
    return Table([["省份", "城市"]], body)


TABLES = {"regions": (regions(), "60pt, 50pt, 50pt"), "provinces": (provinces(), "60pt, 60pt")}


@pytest.mark.parametrize("align", ["center", "left"])
@pytest.mark.parametrize("style", ["zebra", "zebra, white gutter"])
@pytest.mark.parametrize("name", TABLES)
def test_merged_cells_beside_stripes(name: str, style: str, align: str) -> None:
    t, columns = TABLES[name]
    found = grids_in(paper(PROSE, captioned(1, "百强榜", table(t, style, columns, align=align)), PROSE))
    assert [texts(g) for g in found] == [t.grid()]


def test_drawn_lines_over_and_under_stripes() -> None:
    t, columns = TABLES["regions"]
    lines = "table.hline(y: 0, stroke: 1pt), table.hline(y: 1, stroke: 1pt), "
    lined = table(t, "zebra", columns).replace("table.header(", lines + "table.header(")
    assert [texts(g) for g in grids_in(paper(PROSE, captioned(1, "百强榜", lined), PROSE))] == [t.grid()]


BARS = [("2019", 60), ("2020", 75), ("2021", 92), ("2022", 110)]


def test_columns_of_a_chart_are_no_stripes() -> None:
    bars = "".join(f'#box(rect(fill: rgb("48e"), width: 30pt, height: {h}pt)) #h(8pt) ' for _, h in BARS)
    years = "".join(f"#box(width: 41pt)[{year}]" for year, _ in BARS)
    assert grids_in(paper(PROSE, bars, years, PROSE)) == []


def test_the_bar_beside_a_heading_is_no_stripe() -> None:
    t, columns = TABLES["provinces"]
    bar = '#place(dx: 0pt, rect(fill: rgb("e82"), width: 7pt, height: 30pt))\n#h(14pt)#text(size: 20pt)[数字治理百强]\n'
    found = grids_in(paper(bar, "#v(4pt)\n" + table(t, "zebra", columns)))
    assert [texts(g) for g in found] == [t.grid()]


def test_a_merged_cell_belongs_to_all_its_rows() -> None:
    t, columns = TABLES["provinces"]
    grid = grids_in(paper(PROSE, captioned(1, "百强榜", table(t, "zebra", columns)), PROSE))[0]
    same = [a[0] is b[0] for a, b in pairwise(grid.rows[1:])]
    assert same == [a == b for a, b in pairwise([row[0] for row in t.grid()[1:]])]
