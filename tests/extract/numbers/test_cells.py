"""Numbers told in the cells of a table: which cells tell something, and of which place."""

from collections.abc import Callable

import pytest

from extract.find import measurements
from extract.model import Cell, Char, Grid, Passage
from extract.reading import Reading

HEADER = ["城市", "做法"]


def with_row(reading: Reading, row: list[str], header: list[str] = HEADER) -> Reading:
    def cell(text: str) -> Cell:
        return Cell(text, [Char(c, 0, 0, 9, 9, 1, 9, "Song", False, 0, 9) for c in text], (0, 0, 9, 9))

    grid = Grid([[cell(t) for t in header], [cell(t) for t in row]], [(1, (0, 0, 99, 99))], header_rows=1)
    reading.texts += [
        Passage(c.text, list(c.chars), kind="cell", grid=grid, row=i, column=j)
        for i, cells in enumerate(grid.rows)
        for j, c in enumerate(cells)
    ]
    return reading


ROWS = [
    (["成都", "累计发放算力券8000万元，接入中小企业620家"], ["成都市 80000000 元", "成都市 620 家"]),
    (["昆山市", "智慧工地平台覆盖项目310个，安全事故下降两成"], ["昆山市 310 个", "昆山市 0.2 增长率"]),
    (["贵州", "全省数据中心标准机架达到62万架"], ["贵州省 620000 架"]),
    (["成都", "93.5"], []),
    (["成都", "62万架"], []),
    (["成都、重庆", "共建算力调度平台，接入企业410家"], ["- 410 家"]),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_cells_that_tell(make_reading: Callable[..., Reading], row: list[str], expected: list[str]) -> None:
    found = measurements.find(with_row(make_reading([]), row))
    assert [f"{m.city or m.place or '-'} {m.value:.10g} {m.unit}" for m in found] == expected


def test_headers_tell_nothing(make_reading: Callable[..., Reading]) -> None:
    reading = with_row(make_reading([]), ["成都", "93.5"], ["城市", "数据开放规模超过5000万条的数据集占比"])
    assert measurements.find(reading) == []


def test_a_place_inside_quotation_marks_makes_no_list(make_reading: Callable[..., Reading]) -> None:
    lines = ["烟台市推进智慧城市建设。市民通过“爱山东·烟台”客户端可办事项达3120项。"]
    assert [(m.city, m.value) for m in measurements.find(make_reading(lines))] == [("烟台市", 3120)]


FIGURES = [
    (["指标", "数值"], ["汇聚公共数据", "216亿条"], ["汇聚公共数据 21600000000 条"]),
    (["主要指标", "2023年"], ["事件按时办结率", "98.2%"], ["事件按时办结率 0.982 比重"]),
    (["城市", "数值"], ["成都", "62万架"], []),
    (["指标", "权重"], ["网络覆盖", "12.5%"], []),
    (["指标", "数值"], ["网络覆盖", "12.5"], []),
    (["指标", "数值"], ["网络覆盖", "全省第一"], []),
]


@pytest.mark.parametrize(("header", "row", "expected"), FIGURES)
def test_tables_of_figures(
    make_reading: Callable[..., Reading], header: list[str], row: list[str], expected: list[str]
) -> None:
    found = measurements.find(with_row(make_reading([]), row, header))
    assert [f"{m.subject} {m.value:.12g} {m.unit}" for m in found] == expected


def run(text: str, x: float, y: float) -> list[Char | None]:
    return [Char(c, x + 9 * i, y, x + 9 * i + 9, y + 9, 1, 9, "Song", False, 0, y + 9) for i, c in enumerate(text)]


@pytest.mark.parametrize(
    ("heads", "cities"),
    [
        ([("案例一 柳州", 60), ("案例二 赣州", 310)], ["柳州市", "赣州市"]),
        ([("更多实践", 60)], [None, None]),
        ([("柳州、赣州的探索", 250)], [None, None]),
    ],
)
def test_pairs_side_by_side_are_of_the_place_over_them(
    make_reading: Callable[..., Reading], heads: list[tuple[str, int]], cities: list[str | None]
) -> None:
    rows = [["指标", "数值", "指标", "数值"], ["接入企业", "1360家", "接入部门", "46个"]]
    cells = [
        [Cell(t, run(t, 60 + 125 * j, 200 + 20 * i), (50 + 125 * j, 195, 175 + 125 * j, 240)) for j, t in enumerate(r)]
        for i, r in enumerate(rows)
    ]
    grid = Grid(cells, [(1, (50, 195, 550, 240))], header_rows=1)
    reading = make_reading([])
    reading.texts += [Passage(text, run(text, x, 100), kind="heading", level=2) for text, x in heads]
    reading.texts += [
        Passage(c.text, list(c.chars), kind="cell", grid=grid, row=i, column=j)
        for i, row in enumerate(cells)
        for j, c in enumerate(row)
    ]
    assert [m.city for m in measurements.find(reading)] == cities
