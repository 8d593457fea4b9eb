"""The names in a cell."""

import pytest

from extract.find.rankings.items import is_place, items_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("济南", "济南"),
        ("济南市", "济南市"),
        ("济 南 市", "济 南 市"),
        ("南京市、苏州市、无锡市", "南京市 苏州市 无锡市"),
        ("南京，苏州,无锡；徐州/常州", "南京 苏州 无锡 徐州 常州"),
        ("北京 上海 广州", "北京 上海 广州"),
        ("南京市苏州市无锡市", "南京市 苏州市 无锡市"),
        ("北京上海广州", "北京 上海 广州"),
        ("南京、苏州和无锡", "南京 苏州 无锡"),
        ("武汉、长沙等2个城市", "武汉 长沙"),
        ("和田地区、阿克苏", "和田地区 阿克苏"),
        ("包头、呼和浩特和和田", "包头 呼和浩特 和田"),
        ("呼和浩特和包头等", "呼和浩特 包头"),
        ("广东·深圳", "广东·深圳"),
        ("吉林（吉林）", "吉林（吉林）"),
        ("深圳*", "深圳"),
        ("深圳①", "深圳"),
        ("深圳1", "深圳"),
        ("1 北京", "北京"),
        ("1.北京", "北京"),
        ("NO.1 北京", "北京"),
        ("第1名 北京", "北京"),
        ("一线城市：北京、上海", "北京 上海"),
        ("Beijing, Shanghai", "Beijing Shanghai"),
        ("Xi'an", "Xi'an"),
    ],
)
def test_names(text: str, names: str) -> None:
    items = items_in(text)
    assert " ".join(i.printed for i in items) == names
    assert all(is_place(i.printed) for i in items)


@pytest.mark.parametrize("text", ["腾讯科技", "数字政府", "北京大学", "2021", "—", "", "合计", "建设内容：北京牵头"])
def test_no_names(text: str) -> None:
    assert not any(is_place(i.printed) for i in items_in(text))


@pytest.mark.parametrize(
    ("text", "rank", "score", "change"),
    [
        ("1 北京", 1, None, None),
        ("12.上海", 12, None, None),
        ("北京（92.3）", None, 92.3, None),
        ("北京 92.35", None, 92.35, None),
        ("杭州 ↑2", None, None, 2),
        ("杭州（↓1）", None, None, -1),
        ("3 杭州 88.1", 3, 88.1, None),
        ("杭州（15）", None, None, None),
        ("杭州 —", None, None, 0),
        ("杭州 持平", None, None, 0),
    ],
)
def test_what_is_printed_with_a_name(text: str, rank: int | None, score: float | None, change: int | None) -> None:
    (item,) = items_in(text)
    assert is_place(item.printed)
    assert (item.rank, item.score, item.change.value if item.change else None) == (rank, score, change)


def test_where_the_names_stand() -> None:
    text = "1、南京市、苏 州市"
    assert [text[i.start : i.end] for i in items_in(text)][-2:] == ["南京市", "苏 州市"]


def test_lookups() -> None:
    assert [i.printed for i in items_in("济難", {"济難": "济南"})] == ["济南"]
    assert [i.printed for i in items_in("青岛、济難市", {"济難市": "济南市"})] == ["青岛", "济南市"]
