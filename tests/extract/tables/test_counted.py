"""Places counted in bare lines, side by side, without header or rules; and lists that are none."""

import pytest
from set_tables import PROSE, grids_in, paper, texts

CITIES = ["北京", "上海", "深圳", "杭州", "广州", "南京", "苏州", "成都", "武汉", "重庆", "天津", "宁波", "无锡", "合肥", "长沙", "青岛", "济南", "郑州", "西安", "厦门", "福州", "佛山", "东莞", "大连", "沈阳", "贵阳", "昆明", "南昌", "嘉兴", "温州"]  # fmt: skip
ENTRIES = {
    "number": "{rank} {city}",
    "point": "{rank}.{city}市",
    "word": "第{rank}名 #h(6pt) {city}市",
    "score": "{rank} #h(8pt) {city} #h(8pt) {score:.1f}",
}


def lines(entries: list[str], columns: int, *, across: bool = False) -> str:
    """Entries that run down each of several columns, or from line to line."""
    rows = len(entries) // columns
    order = [entries[r * columns + c] if across else entries[c * rows + r] for r in range(rows) for c in range(columns)]
    return (
        f"#grid(columns: ({', '.join(['105pt'] * columns)}), row-gutter: 6pt, "
        + ", ".join(f"[{e}]" for e in order)
        + ")"
    )


def entries(design: str) -> list[str]:
    return [ENTRIES[design].format(rank=i + 1, city=c, score=95.5 - i) for i, c in enumerate(CITIES)]


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("design", ENTRIES)
def test_down_the_columns(design: str, columns: int) -> None:
    found = grids_in(paper(PROSE, "2023年数字城市三十强", lines(entries(design), columns), PROSE))
    rows = len(CITIES) // columns
    assert [len(g.rows) for g in found] == [rows]
    first = "".join(texts(found[0])[0])
    assert [first.count(CITIES[k * rows]) for k in range(columns)] == [1] * columns
    assert "".join(texts(found[0])[-1]).count(CITIES[-1]) == 1


def test_from_line_to_line() -> None:
    found = grids_in(paper(PROSE, "2023年数字城市三十强", lines(entries("point"), 3, across=True), PROSE))
    assert texts(found[0])[1] == ["4.杭州市", "5.广州市", "6.南京市"]


TASKS = [
    "夯实数字底座",
    "完善标准体系",
    "培育应用生态",
    "推进数据共享",
    "加强安全保障",
    "强化人才支撑",
    "优化营商环境",
    "深化场景开放",
]
NONE = {
    "numbered tasks": [f"{i + 1}. {t}" for i, t in enumerate(TASKS)],
    "places that are not counted": [f"{c}市" for c in CITIES[:8]],
    "years before places": [f"{2015 + i} {c}" for i, c in enumerate(CITIES[:8])],
}


@pytest.mark.parametrize("name", NONE)
def test_no_counted_places(name: str) -> None:
    assert grids_in(paper(PROSE, "重点内容", lines(NONE[name], 2), PROSE)) == []


def test_names_over_counted_places() -> None:
    """Several places beside each number, under names that are no common ones."""
    rows = [[str(i + 1), CITIES[i], CITIES[29 - i], CITIES[10 + i]] for i in range(10)]
    head = ["位次", "数字基础", "数字产业", "数字治理"]
    cells = ", ".join(f"[{c}]" for row in [head, *rows] for c in row)
    found = grids_in(paper(PROSE, "各分项指数前10名城市", f"#grid(columns: (50pt, 80pt, 80pt, 80pt), row-gutter: 7pt, {cells})", PROSE))  # fmt: skip
    assert [texts(g) for g in found] == [[head, *rows]]


def test_a_title_over_rows_between_rules_is_no_name_of_a_column() -> None:
    rows = "\n".join(f"#box(width: 240pt)[{i + 1} #h(30pt) {CITIES[i]}市 #h(1fr) {95.5 - i}]\n#line(length: 240pt, stroke: 0.4pt)" for i in range(8))  # fmt: skip
    found = grids_in(paper(PROSE, f"#set par(spacing: 5pt)\n#box(width: 240pt)[#align(center)[2023年城市数字经济发展指数TOP8]]\n{rows}"))  # fmt: skip
    assert [texts(g)[0] for g in found] == [["1", "北京市", "95.5"]]
