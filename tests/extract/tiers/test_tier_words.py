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
