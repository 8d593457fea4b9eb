"""What titles say."""

import pytest

from extract.find.rankings import titles


@pytest.mark.parametrize(
    ("title", "year", "size", "criterion", "metric"),
    [
        ("2021 城市数字化转型百强榜", 2021, 100, None, "城市数字化转型"),
        ("2023中国城市数字化发展指数百强榜", 2023, 100, None, "城市数字化发展指数"),
        ("2022年数字政府发展指数得分前20名城市", 2022, 20, "前20名", "数字政府发展指数"),
        ("数字经济发展TOP50", None, 50, "TOP50", "数字经济发展"),
        ("2020-2021年全国县域经济百强县", 2021, 100, None, "县域经济"),
        ("全国营商环境十佳城市", None, 10, None, "营商环境"),
        ("各省市数据开放指数排名", None, None, None, "数据开放指数"),
        ("2021年GDP二十强城市", 2021, 20, None, "GDP"),
        ("数字生态总指数排名（2022年）", 2022, None, None, "数字生态总指数"),
        ("城市算力指数排行榜（前十名）", None, 10, "前十名", "城市算力指数"),
        ("Top 50 Smart Cities 2022", 2022, 50, "Top 50", "Smart Cities"),
        ("千强镇", None, 1000, None, "镇"),
        ("", None, None, None, None),
    ],
)
def test_title(title: str, year: int | None, size: int | None, criterion: str | None, metric: str | None) -> None:
    found = (titles.year_of(title), titles.claimed_size(title), titles.criterion(title), titles.metric_of(title))
    assert found == (year, size, criterion, metric)


@pytest.mark.parametrize("text", ["排名不分先后", "注：以下城市排名不分先后。", "名次 不分 先后", "（不分先后）"])
def test_unordered(text: str) -> None:
    assert titles.says_unordered(text)


@pytest.mark.parametrize("text", ["（按拼音首字母排序）", "注：按行政区划代码排序", "以笔画为序"])
def test_by_name(text: str) -> None:
    assert titles.says_by_name(text) and not titles.says_unordered(text)


@pytest.mark.parametrize("text", ["按得分从高到低排序", "排名第一", "先后出台多项政策", "按先后顺序", ""])
def test_ordered(text: str) -> None:
    assert not titles.says_unordered(text) and not titles.says_by_name(text)
