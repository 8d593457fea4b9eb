"""The words by which tables say where they begin, go on and end, each pattern on its examples."""

import pytest

from extract.fold import fold
from extract.model import Char, Line
from extract.tables.captions import read_caption
from extract.words import lexicon, pattern

WORDS = lexicon("tables")


@pytest.mark.parametrize(("key", "text"), [(k, t) for k, entry in WORDS.items() for t in entry["yes"]])
def test_matches(key: str, text: str) -> None:
    assert pattern("tables", key).search(fold(text))


@pytest.mark.parametrize(("key", "text"), [(k, t) for k, entry in WORDS.items() for t in entry["no"]])
def test_does_not_match(key: str, text: str) -> None:
    assert not pattern("tables", key).search(fold(text))


def line(text: str) -> Line:
    chars = [Char(c, 10.0 * i, 0, 10.0 * i + 10, 10, 1, 10, "Song", False, 0, 9) for i, c in enumerate(text)]
    return Line(text, list(chars), (0, 0, 10.0 * len(text), 10), 1, 10)


@pytest.mark.parametrize(
    ("text", "label", "title", "goes_on"),
    [
        ("表 1 2021 城市数字化转型百强榜", "表1", "2021 城市数字化转型百强榜", False),
        ("表1：各省上榜数量", "表1", "各省上榜数量", False),
        ("表 3-2 指标体系", "表3-2", "指标体系", False),
        ("附表1 城市名单", "附表1", "城市名单", False),
        ("续表 3", "表3", None, True),
        ("（续）表 1 2021 城市数字化转型百强榜", "表1", "2021 城市数字化转型百强榜", True),
        ("表2 城市名单（续）", "表2", "城市名单", True),
        ("续表", None, None, True),
        ("（续表）", None, None, True),
        ("Table 2 Cities", "Table2", "Cities", False),
    ],
)
def test_caption(text: str, label: str | None, title: str | None, goes_on: bool) -> None:
    caption = read_caption(line(text))
    assert caption is not None
    assert (caption.label, caption.title, caption.goes_on) == (label, title, goes_on)
    assert caption.of_table


@pytest.mark.parametrize("text", ["表1的数据显示，东部领先", "如表 2 所示，", "表现良好", "继续推进数字化", "表彰先进"])
def test_no_caption(text: str) -> None:
    assert read_caption(line(text)) is None


def test_a_figure_has_its_caption() -> None:
    caption = read_caption(line("图 7 区域分布"))
    assert caption is not None and not caption.of_table
