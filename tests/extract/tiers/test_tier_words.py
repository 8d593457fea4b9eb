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
    assert [(t.name, t.claimed, t.complete, t.members) for t in tiers.find(reading)] == [
        ("第一梯队", None, True, ["北京市", "上海市", "深圳市"]),
        ("第二梯队", 10, False, ["成都市", "武汉市"]),
        ("第一档", None, True, ["北京市", "上海市"]),
        ("第二档", None, True, ["杭州市"]),
    ]


def test_a_tier_that_a_table_names_is_known_in_sentences(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["领跑梯队得分在75分及以上，共2个城市，分别是成都、武汉。"])
    rows = [["梯队", "城市数", "城市"], ["领跑梯队", "2个", "成都、武汉"], ["追赶梯队", "3个", "西安、长沙、郑州"]]
    reading.grids.append(grid(rows))
    assert [(t.name, t.subject, t.claimed, t.score_min, t.complete) for t in tiers.find(reading)] == [
        ("领跑梯队", "百强城市", 2, 75, True),
        ("追赶梯队", "百强城市", 3, None, True),
    ]


def test_tiers_called_by_words_of_their_own(make_reading: Callable[..., Reading]) -> None:
    two = ["领跑梯队共2个城市，分别是成都、武汉。", "追赶梯队包括西安、长沙、郑州。"]
    assert [(t.name, len(t.members)) for t in tiers.find(make_reading(two))] == [("领跑梯队", 2), ("追赶梯队", 3)]
    assert tiers.find(make_reading(two[:1])) == []


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


def test_groups_called_by_how_far_they_have_come(make_reading: Callable[..., Reading]) -> None:
    told = (
        "领跑组为得分80分以上的城市，共2个，分别是成都、武汉；奋进组得分在65至80分之间，共3个，包括西安、长沙、郑州。"
    )
    assert [(t.name, t.claimed, t.score_min, len(t.members)) for t in tiers.find(make_reading([told]))] == [
        ("领跑组", 2, 80, 2),
        ("奋进组", 3, 65, 3),
    ]
    staff = "领导小组共2个城市，包括成都、武汉。工作专班组有3个城市，分别是西安、长沙、郑州。"
    assert tiers.find(make_reading([staff])) == []
