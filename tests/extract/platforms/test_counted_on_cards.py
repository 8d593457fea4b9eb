"""What a large number on a card counts is no platform's name; what it is told of may be one."""

import pytest

from extract.find.platforms import find

CARDS = [
    (["[12个", "[省级行业产业大脑"], []),
    (["[县级城市运行平台", "[35个"], []),
    (["[2.4亿次", "[“浙里办”平台访问量"], ["浙里办"]),
    (["[1个", "[城市数字大脑"], ["城市数字大脑"]),
    (["[86%", "[城市数字大脑"], ["城市数字大脑"]),
]


@pytest.mark.parametrize(("lines", "names"), CARDS)
def test_names_beside_numbers(make_reading, lines, names):
    assert [p.name for p in find(make_reading(["#嘉兴：推进数字化转型", *lines]))] == names
