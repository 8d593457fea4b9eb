"""Places side by side: which list, whole or not, standing for others or not, and which places are meant."""

import pytest

from extract.find.enumerations import enumerations, resolved
from extract.fold import fold
from extract.nlp import pipeline
from extract.prose import prose

LISTS = [
    ("北京、广东、上海位列前三", "北京市 广东省 上海市", "province", ""),
    ("以武汉、长沙为代表的中部城市崛起", "武汉市 长沙市", "city", "example"),
    ("河南、湖北为代表的中部省份以及四川为代表的西部省份", "河南省 湖北省 四川省", "province", "example"),
    ("合肥、长沙等城市进入前列", "合肥市 长沙市", "city", "more"),
    ("六安、宿州、滁州等安徽城市", "六安市 宿州市 滁州市", "city", "more"),
    ("苏州（第6）、南京（92.3分）和无锡", "苏州市 南京市 无锡市", "city", ""),
    ("江苏苏州、浙江省杭州市、广东的佛山", "苏州市 杭州市 佛山市", "city", ""),
    ("吉林、长春、四平", "吉林市 长春市 四平市", "city", ""),
    ("吉林、辽宁、黑龙江", "吉林省 辽宁省 黑龙江省", "province", ""),
    ("海南、广东、福建三省", "海南省 广东省 福建省", "province", ""),
    ("昆山、江阴、张家港", "昆山市 江阴市 张家港市", "county", ""),
    ("北京、上海", "北京市 上海市", "city", ""),
    ("北京、上海等省市", "北京市 上海市", "province", "more"),
    ("江苏、浙江、广东城市上榜数量", "江苏省 浙江省 广东省", "province", ""),
    ("上海、香港、高雄、台北", "上海市 香港特别行政区 高雄 台北", "city", ""),
    ("雄安新区、浦东新区、重庆两江新区", "雄安新区 浦东新区 重庆两江新区", "county", ""),
    ("江苏、浙江5G基站数量", "江苏省 浙江省", "province", ""),
]


@pytest.mark.parametrize(("text", "places", "scope", "kind"), LISTS)
def test_lists(text: str, places: str, scope: str, kind: str) -> None:
    told = prose(pipeline()(fold(text)))
    (listed,) = enumerations(told)
    found = resolved(listed)
    assert found is not None
    assert (found[0], " ".join(p.name for p in found[1])) == (scope, places)
    assert (listed.more, listed.example) == (kind == "more", kind == "example")


def test_a_list_of_nothing_but_places_without_code_resolves_to_none() -> None:
    (listed,) = enumerations(prose(pipeline()(fold("雄安新区、贵安新区"))))
    assert resolved(listed) is None


def test_a_part_of_another_word_is_no_place() -> None:
    told = prose(pipeline()(fold("依托平台中的数据，上海位居前列")))
    assert [n.printed for n in told.names] == ["上海"]


def test_a_name_that_may_mean_two_places_resolves_to_none() -> None:
    (listed,) = enumerations(prose(pipeline()(fold("北京、吉林"))))
    assert resolved(listed) is None


def test_ranks_and_scores_in_brackets() -> None:
    def notes(text: str) -> list[tuple[int | None, float | None]]:
        (listed,) = enumerations(prose(pipeline()(fold(text))))
        return [(m.rank, float(m.score) if m.score is not None else None) for m in listed.members]

    assert notes("苏州（第6）、南京（第12）") == [(6, None), (12, None)]
    assert notes("苏州（92.3）、南京（91分）") == [(None, 92.3), (None, 91.0)]
    assert notes("苏州（1）、南京（2）") == [(1, None), (2, None)]
    assert notes("苏州（13）、南京（12）") == [(None, None), (None, None)]
    assert notes("苏州（13个）、南京（上升2位）") == [(None, None), (None, None)]
