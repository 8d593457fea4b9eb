"""Every example of the words of tiers, both ways, and tiers in tables."""

from collections.abc import Callable

import pytest

from extract.find import tiers
from extract.model import Cell, Char, Grid
from extract.reading import Reading
from extract.words import lexicon

GROUPS = lexicon("tiers")


@pytest.mark.parametrize("name", GROUPS)
def test_examples(make_reading: Callable[..., Reading], name: str) -> None:
    assert GROUPS[name]["words"] and GROUPS[name]["reads"] and GROUPS[name]["refuses"]
    for sentence in GROUPS[name]["reads"]:
        assert any(t.members for t in tiers.find(make_reading([sentence]))), sentence
    for sentence in GROUPS[name]["refuses"]:
        assert not any(t.members for t in tiers.find(make_reading([sentence]))), sentence


def grid(rows: list[list[str]]) -> Grid:
    def cell(text: str) -> Cell:
        return Cell(text, [Char(c, 0, 0, 9, 9, 1, 9, "Song", False, 0, 9) for c in text], (0, 0, 9, 9))

    return Grid([[cell(t) for t in row] for row in rows], [(1, (0, 0, 99, 99))], header_rows=1, title="百强城市")


def test_a_tier_column_and_lists_in_cells(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading([])
    reading.grids.append(
        grid([["梯队", "城市"], ["第一梯队", "北京、上海、深圳"], ["第二梯队（10个）", "成都、武汉"], ["备注", "其他"]])
    )
    reading.grids.append(
        grid([["名次", "城市", "层级"], ["1", "北京", "第1档"], ["2", "上海", "第1档"], ["3", "杭州", "第2档"]])
    )
    assert [(t.name, t.members) for t in tiers.find(reading)] == [
        ("第一梯队", ["北京市", "上海市", "深圳市"]),
        ("第二梯队", ["成都市", "武汉市"]),
        ("第一档", ["北京市", "上海市"]),
        ("第二档", ["杭州市"]),
    ]


def test_a_column_of_grades_names_its_own_tiers(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading([])
    rows = [
        ["级别", "得分区间", "城市"],
        ["领航级", "85分以上", "成都、武汉"],
        ["成长级", "70—85分", "西安、长沙、郑州"],
    ]
    reading.grids.append(grid(rows))
    assert [(t.name, t.score_min, t.score_max, t.members) for t in tiers.find(reading)] == [
        ("领航级", 85, None, ["成都市", "武汉市"]),
        ("成长级", 70, 85, ["西安市", "长沙市", "郑州市"]),
    ]


RANKED = [
    ["名次", "城市", "得分", "等级"],
    ["1", "北京", "90", "A+"],
    ["2", "上海", "88", "A+"],
    ["3", "杭州", "80", "A"],
]


def test_grades_in_a_ranking_fill_the_tiers_of_the_sentences(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["其中A+级2座，A级1座。"])
    reading.grids.append(grid(RANKED))
    assert [(t.name, t.claimed, t.members, t.complete) for t in tiers.find(reading)] == [
        ("A+", 2, ["北京市", "上海市"], True),
        ("A", None, ["杭州市"], True),
    ]


def test_types_that_come_again_down_a_ranking_are_no_tiers(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading([])
    rows = [["名次", "城市", "类型"], ["1", "北京", "超大城市"], ["2", "无锡", "大城市"], ["3", "上海", "超大城市"]]
    reading.grids.append(grid(rows))
    assert tiers.find(reading) == []
