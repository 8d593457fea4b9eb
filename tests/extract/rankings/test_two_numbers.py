"""Cells with two numbers, ranks of other years in brackets, and names with the rank or the province in the same cell."""

import pytest
from grids import lines, only, rankings_of


def test_a_score_with_its_rank_in_brackets() -> None:
    text = """排名|城市|总得分|数字基础（排名）|数字产业（排名）
    1|北京|92|88.1（2）|90.0（1）
    2|上海|90|89.3（1）|—
    3|深圳|85|80.2（3）|81.5（2）"""
    found = {r.metric: lines(r) for r in rankings_of(text)}
    assert found["城市数字化发展指数"] == ["1 北京市/北京市 92", "2 上海市/上海市 90", "3 深圳市/广东省 85"]
    assert found["数字基础"] == ["2 北京市/北京市 88.1", "1 上海市/上海市 89.3", "3 深圳市/广东省 80.2"]
    assert found["数字产业"][0] == "1 北京市/北京市 90"


@pytest.mark.parametrize("header", ["排名（上年排名）", "2023年排名（2022年）", "排名"])
def test_the_rank_of_another_year_is_no_change(header: str) -> None:
    text = f"{header}|城市|得分\n1（3）|北京|92\n2（1）|上海|90\n3 (2)|深圳|85"
    assert lines(only(rankings_of(text))) == ["1 北京市/北京市 92", "2 上海市/上海市 90", "3 深圳市/广东省 85"]


@pytest.mark.parametrize("header", ["排名（变化）", "排名（较上年变化）"])
def test_a_change_in_brackets_is_one(header: str) -> None:
    text = f"{header}|城市|得分\n1（↑3）|北京|92\n2（—）|上海|90\n3（新）|深圳|85"
    assert lines(only(rankings_of(text))) == [
        "1 北京市/北京市 92 +3",
        "2 上海市/上海市 90 +0",
        "3 深圳市/广东省 85 new",
    ]


def test_dashes_for_missing_numbers_are_no_changes() -> None:
    text = "排名|城市|得分|信息基础\n1|北京|92|90\n2|上海|90|—\n3|深圳|85|—\n4|广州|84|—"
    assert lines(only(rankings_of(text)))[1] == "2 上海市/上海市 90"


PROVINCE = {"below": ["北京市", "深圳市广东", "吉林市 吉林"], "before": ["北京市", "广东 深圳市", "吉林 吉林市"]}


@pytest.mark.parametrize("names", PROVINCE.values(), ids=PROVINCE)
def test_a_city_and_its_province_in_one_cell(names: list[str]) -> None:
    text = "排名|城市|得分\n" + "\n".join(f"{i + 1}|{name}|{90 - i}" for i, name in enumerate(names))
    assert lines(only(rankings_of(text))) == ["1 北京市/北京市 90", "2 深圳市/广东省 89", "3 吉林市/吉林省 88"]


def test_two_provinces_in_one_cell_stay_two() -> None:
    found = only(rankings_of("梯队|省份\n第一梯队|广东 江苏\n第二梯队|浙江 山东", "各省数字化梯队"))
    assert len(found.entries) == 4


def test_the_places_of_one_rank_share_their_score() -> None:
    text = "排名|城市|得分\n1|北京|92\n2|上海、深圳|90\n4|广州|84"
    assert lines(only(rankings_of(text))) == [
        "1 北京市/北京市 92", "2 上海市/上海市 90", "2 深圳市/广东省 90", "4 广州市/广东省 84",
    ]  # fmt: skip


@pytest.mark.parametrize("rank", ["①②③", ["1.", "2.", "3."], ["❶", "❷", "❸"]])
def test_ranks_in_the_cells_of_the_places_without_header(rank: list[str]) -> None:
    text = "\n".join(
        f"{r}{city}|{score}分" for r, city, score in zip(rank, ["北京", "上海", "深圳"], [92, 90, 85], strict=True)
    )
    found = only(rankings_of(text, "十强城市", header=1))
    assert lines(found) == ["1 北京市/北京市 92", "2 上海市/上海市 90", "3 深圳市/广东省 85"]
