"""Ranks printed once for all rows of a tie, in the middle of them, where no rules part the rows."""

import pytest
from set_tables import PROSE, Table, captioned, grids_in, paper, table, texts

TIED = {
    "two and three": ([1, 2, 3, 3, 5, 6, 6, 6, 9], "北京 上海 深圳 杭州 广州 南京 苏州 成都 武汉"),
    "at the end": ([1, 2, 3, 4, 5, 5], "北京 上海 深圳 杭州 广州 南京"),
}


def tied(ranks: list[int], cities: list[str]) -> Table:
    body = []
    for i, (rank, city) in enumerate(zip(ranks, cities, strict=True)):
        own: list[str | tuple[str, int, int]] = [(str(rank), ranks.count(rank), 1)] if rank not in ranks[:i] else []
        body.append([*own, city, f"{95 - rank}.1"])
    return Table([["排名", "城市", "得分"]], body)


@pytest.mark.parametrize("style", ["none", "three-line", "header fill"])
@pytest.mark.parametrize("name", TIED)
def test_ties(name: str, style: str) -> None:
    ranks, cities = TIED[name]
    t = tied(ranks, cities.split())
    found = grids_in(paper(PROSE, captioned(1, "得分", table(t, style, "40pt, 60pt, 60pt")), PROSE))
    assert [texts(g) for g in found] == [t.grid()]


def test_numbers_beside_two_lines_each_are_no_ties() -> None:
    rows = [["1", "完善数字基础设施，推进城市光网建设", "市大数据局，市经信局"], ["2", "推进公共数据的开放与共享", "市大数据局，市财政局"],
            ["3", "培育数据要素的流通市场", "市发改委，市大数据局"]]  # fmt: skip
    t = Table([["序号", "任务", "单位"]], rows)
    found = grids_in(paper(PROSE, captioned(1, "分工", table(t, "three-line", "30pt, 90pt, 60pt")), PROSE))
    assert [texts(g) for g in found] == [t.grid()]
