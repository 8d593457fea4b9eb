"""Counts by region, ranks told with moves or scores, and which of several tables a sentence speaks of."""

from collections.abc import Callable

import pytest

from extract.audit import audit
from extract.find import rank_changes
from extract.find.told import told_rankings
from extract.places import gazetteer
from extract.reading import Reading
from schema import Evidence
from schema.ranking import Ranking, RankingEntry
from tests.extract.audit.test_claims import JIANGSU, brief, ranking

EAST = [*JIANGSU, "青岛", "济南"]
LIST = [*EAST, "深圳", "广州", "武汉", "长沙", "北京", "成都", "西安"]


def scored() -> Ranking:
    table = ranking(["深圳", "上海", "北京", "杭州", "合肥", "苏州"])
    for i, e in enumerate(table.entries):
        e.score = 95.25 - i
    return table


def found(reading: Reading, *tables: Ranking) -> set[str]:
    facts = {"rankings": [*told_rankings(reading), *tables], "tiers": [], "rank_changes": rank_changes.find(reading)}
    return brief(audit(reading, facts))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("华东地区上榜城市15个，华南2个，华中2个，西南1个。",
         {"confirmed 华东 15/15", "confirmed 华南 2/2", "confirmed 华中 2/2", "confirmed 西南 1/1"}),
        ("华东上榜15个，华南2个，华中3个，西北1个。",
         {"confirmed 华东 15/15", "confirmed 华南 2/2", "contradiction 华中 3/2", "confirmed 西北 1/1"}),
        ("华东上榜12个，华南5个。", set()),  # the paper may divide the country otherwise
        ("华东新增上榜城市15个。", set()),
        ("华东建成示范项目15个，上榜企业众多。", set()),
    ],
)  # fmt: skip
def test_regions_that_the_table_does_not_print(
    make_reading: Callable[..., Reading], sentence: str, expected: set[str]
) -> None:
    assert found(make_reading([sentence]), ranking(LIST)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("深圳以95.25分位居榜首，上海、北京分列第二、第三位。", {"confirmed 深圳市 1/1"}),
        ("合肥较上年提升4个位次，升至第5名。", {"confirmed 合肥市 5/5"}),
        ("合肥较上年提升4个位次，升至第3名。", {"contradiction 合肥市 3/5"}),
        ("合肥较上年提升4个位次，首次闯入前五；苏州下降1位。", {"confirmed 合肥市 ≤ 5/5"}),
        ("合肥较上年提升4个位次，首次闯入前三。", {"contradiction 合肥市 ≤ 3/5"}),
        ("创新维度，深圳以97.1分位居榜首，上海第二。", set()),
    ],
)
def test_ranks_told_in_sentences(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    assert found(make_reading([sentence]), scored()) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("山东无疑是“大户”，2座城市跻身22强；广东紧随其后，有2座。", {"confirmed 山东省 2/2", "confirmed 广东省 2/2"}),
        ("山东、广东上榜城市数量领先，分别为2个和3个。", {"confirmed 山东省 2/2", "contradiction 广东省 3/2"}),
        ("四川凭借成都的带动，上榜城市达到1个。", {"confirmed 四川省 1/1"}),
        ("山东2城入围22强，陕西有1座城市进入榜单。", {"confirmed 山东省 2/2", "confirmed 陕西省 1/1"}),
    ],
)
def test_counts_that_go_on(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    assert found(make_reading([sentence]), ranking(LIST)) == expected


def later(*cities: str) -> Ranking:
    """A shorter ranking on the third page."""
    part = ranking(list(cities), label="表2", metric="数字服务")
    here = [Evidence(page=3, bbox=(0, 0, 1, 1), text="x", how="test")]
    return part.model_copy(update={"evidence": here})


def test_the_long_list_is_meant_before_any_other(make_reading: Callable[..., Reading]) -> None:
    part = later("成都", "西安", "昆明")
    assert found(make_reading(["江苏有13个城市上榜，山东3个。"]), ranking(LIST), part) == {
        "confirmed 江苏省 13/13",
        "contradiction 山东省 3/2",
    }
    assert found(make_reading(["数字服务榜单中，江苏有13个城市上榜。"]), ranking(LIST), part) == set()


def test_a_list_called_by_its_size(make_reading: Callable[..., Reading]) -> None:
    other = later(*JIANGSU[:10], "昆明", "贵阳", "兰州")
    reading = make_reading(["江苏10城入围13强。"])
    assert found(reading, ranking(LIST), other) == {"confirmed 江苏省 10/10"}


def test_districts_where_no_table_ranks_cities(make_reading: Callable[..., Reading]) -> None:
    names = ["昆山市", "江阴市", "慈溪市"]
    entries = []
    for i, name in enumerate(names, 1):
        place = gazetteer().resolve(name, scope="county")
        assert place
        province = gazetteer().province_of(place).name
        here = [Evidence(page=1, bbox=(0, 0, 1, 1), text=name, how="test")]
        entries.append(RankingEntry(rank=i, city=place.name, province=province, as_printed=name, evidence=here))
    table = Ranking(label="表1", title="县域榜", ordered=True, scope="county", entries=entries, evidence=here)
    assert found(make_reading(["从省域分布看，江苏省入围2个，浙江省入围2个。"]), table) == {
        "confirmed 江苏省 2/2",
        "contradiction 浙江省 2/1",
    }


def test_a_move_whose_words_a_line_break_cuts(make_reading: Callable[..., Reading]) -> None:
    """合 | 肥升至…: the first character alone stands in other texts too; two tables rank the place."""
    told = "上海上升1位，列第2位；苏州下降1位，列第6位；杭州下降2位，列第4位；合肥由第9位升至第3位。"
    reading = make_reading(["合计六城上榜。", told])
    text = reading.texts[1]
    for i, c in enumerate(text.chars):
        if c and i >= told.index("肥"):
            c.x0, c.x1, c.top, c.bottom = c.x0 - 300, c.x1 - 300, c.top + 12, c.bottom + 12
    assert "contradiction 合肥市 3/5" in found(reading, scored(), later("合肥", "苏州", "上海"))
