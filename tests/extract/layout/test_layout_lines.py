"""Characters to lines: what a space is, what a mark is, what is printed twice."""

import pytest

from extract.layout.lines import lines_of
from extract.model import Char

Placed = tuple[str, float]


def row(
    text: str,
    gaps: dict[int, float] | None = None,
    x: float = 50,
    baseline: float = 100,
    size: float = 10,
    **more: object,
) -> list[Char]:
    """Characters one after the other; `gaps` has the ems of blank before the character at that index."""
    chars = []
    for i, c in enumerate(text):
        x += size * (gaps or {}).get(i, 0)
        width = size if c > "\u2000" else 0.5 * size
        chars.append(
            Char(c, x, baseline - 0.9 * size, x + width, baseline + 0.1 * size, 1, size, "F", False, 0, baseline)
        )
        for name, value in more.items():
            setattr(chars[-1], name, value)
        x += width
    return chars


SPACES = [
    ("中共中央国务院关于", {4: 0.5}, "中共中央 国务院关于"),
    ("中共中央国务院关于", {}, "中共中央国务院关于"),
    ("和优化训练数据安全规范", dict.fromkeys(range(1, 11), 0.45), "和优化训练数据安全规范"),
    ("到2025年建成", {1: 0.25, 5: 0.25}, "到2025年建成"),
    ("发展AI技术", {2: 0.25, 4: 0.25}, "发展AI技术"),
    ("SmartCity", {5: 0.25}, "Smart City"),
    ("SmartCity", {5: 0.05}, "SmartCity"),
    ("图12020年各省算力", {1: 0.25, 2: 0.25}, "图1 2020年各省算力"),
    ("图1中国算力", {1: 0.25, 2: 0.5}, "图1 中国算力"),
    ("1战略深化", {1: 0.5}, "1 战略深化"),
    ("《办法》第二条", {4: 0.4}, "《办法》第二条"),
    ("CONTENTS", dict.fromkeys(range(1, 8), 0.4), "CONTENTS"),
]


@pytest.mark.parametrize(("text", "gaps", "expected"), SPACES)
def test_spaces(text: str, gaps: dict[int, float], expected: str) -> None:
    assert [x.text for x in lines_of(row(text, gaps))] == [expected]


def test_wide_gap_cuts() -> None:
    assert [x.text for x in lines_of(row("北京市海淀区", {3: 2.0}))] == ["北京市", "海淀区"]


MARKS = [
    ("达到9EFlops", "5", "，其中", "达到9EFlops，其中"),
    ("换算为FP32", "2", "）为", "换算为FP32）为"),
    ("三部分", "[12]", "，分别", "三部分，分别"),
    ("已有研究", "①", "表明", "已有研究表明"),
    ("等于10", "18", "次", "等于10^18次"),
    ("面积为12km", "2", "。", "面积为12km2。"),
]


@pytest.mark.parametrize(("before", "mark", "after", "expected"), MARKS)
def test_raised(before: str, mark: str, after: str, expected: str) -> None:
    first = row(before)
    raised = row(mark, x=first[-1].x1, baseline=96, size=6)
    rest = row(after, x=raised[-1].x1)
    assert [x.text for x in lines_of([*first, *raised, *rest])] == [expected]


def test_mark_at_the_start_of_a_line_is_kept_apart() -> None:
    mark = row("3", baseline=95.5, size=5)
    (line,) = lines_of([*mark, *row("参见《办法》。", x=56)])
    assert (line.mark, line.text) == ("3", "参见《办法》。")


def test_lowered_characters_stay() -> None:
    first = row("算力=∑")
    low = row("近六年", x=first[-1].x1, baseline=102, size=5)
    assert [x.text for x in lines_of([*first, *low, *row("规模", x=low[-1].x1)])] == ["算力=∑近六年规模"]


def test_printed_twice_to_look_bold() -> None:
    assert [x.text for x in lines_of([*row("数字化"), *row("数字化", x=50.3)])] == ["数字化"]


def test_one_glyph_for_two_characters() -> None:
    a, b = row("——")
    b.x0, b.x1 = a.x0, a.x1
    assert [x.text for x in lines_of([a, b, *row("济南", x=60)])] == ["——济南"]


def test_columns_with_other_baselines_are_no_row() -> None:
    lines = lines_of([*row("左栏一"), *row("左栏二", baseline=115), *row("右栏一", x=200, baseline=107)])
    assert [x.text for x in lines] == ["左栏一", "右栏一", "左栏二"]


def test_slanted_text_is_no_line() -> None:
    assert lines_of(row("内部资料", angle=45.0)) == []


def down(text: str, step: float, x: float = 50) -> list[Char]:
    """One character under the other, `step` ems from each to the next."""
    return [c for i, t in enumerate(text) for c in row(t, x=x, baseline=100 + 10 * step * i)]


def test_word_set_downwards_is_one_word() -> None:
    beside = [*row("平台提供了技术，", x=70, baseline=103), *row("数据变得可控。", x=70, baseline=117)]
    assert [x.text for x in lines_of([*down("隐私计算赋能", 1.2), *beside])] == [
        "隐私计算赋能",
        "平台提供了技术，",
        "数据变得可控。",
    ]


def test_cells_of_a_column_are_no_word() -> None:
    assert [x.text for x in lines_of(down("优良中差", 2.0))] == ["优", "良", "中", "差"]


def test_lines_of_a_grid_are_no_words() -> None:
    lines = [c for i in range(4) for c in row("城市数字化", baseline=100 + 12 * i)]
    assert [x.text for x in lines_of(lines)] == ["城市数字化"] * 4


def test_slanted_type_overlaps() -> None:
    words = ["What", "is", "the", "new", "data", "protection", "law"]
    chars: list[Char] = []
    x = 50.0
    for word in words:
        for c in word:
            chars.append(Char(c, x, 91, x + 8, 101, 1, 10, "Italic", False, 0, 100))
            x += 5
        x += 2.5
    assert [line.text for line in lines_of(chars)] == [" ".join(words)]
