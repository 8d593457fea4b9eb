"""Tables that tell tiers by lists of places, and ranks whose cells hold a picture or nothing."""

import pytest
from grids import grid_of, lines, only, rankings_of, reading_of, table

from extract.find.rankings import find

TIERS = {
    "tiers with the range of their scores": (
        "城市数字能力分级（80分以上）",
        "级别|得分区间|城市\n领跑级|90分以上|北京、上海\n追赶级|80—90分|成都、武汉、西安",
        ["- 北京市/北京市 领跑级", "- 上海市/上海市 领跑级", "- 成都市/四川省 追赶级", "- 武汉市/湖北省 追赶级", "- 西安市/陕西省 追赶级"],
    ),
    "tiers with how many": (
        "智慧城市梯队划分",
        "梯队|数量|代表城市\n第一梯队|2个|深圳、杭州\n第二梯队|1个|合肥",
        ["- 深圳市/广东省 第一梯队", "- 杭州市/浙江省 第一梯队", "- 合肥市/安徽省 第一梯队".replace("第一", "第二")],
    ),
    "tiers with what they are like": (
        "城市梯队",
        "梯队|主要特征|城市\n第一梯队|综合实力强，各项能力均衡|深圳、杭州\n第二梯队|特色突出，短板明显|合肥、长沙",
        ["- 深圳市/广东省 第一梯队", "- 杭州市/浙江省 第一梯队", "- 合肥市/安徽省 第二梯队", "- 长沙市/湖南省 第二梯队"],
    ),
    "letters with bounds": (
        "营商环境评级",
        "等级|分数|城市\nA+|≥90|北京、深圳\nA|[80,90)|宁波、济南\nB|<80|唐山、保定",
        ["- 北京市/北京市 A+", "- 深圳市/广东省 A+", "- 宁波市/浙江省 A", "- 济南市/山东省 A", "- 唐山市/河北省 B", "- 保定市/河北省 B"],
    ),
    "a tier a row, no title that says so": (
        "2024年评估情况",
        "档次|城市\n第一档|北京、深圳\n第二档|宁波、济南",
        ["- 北京市/北京市 第一档", "- 深圳市/广东省 第一档", "- 宁波市/浙江省 第二档", "- 济南市/山东省 第二档"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TIERS)
def test_tiers_listed(name: str) -> None:
    title, text, wanted = TIERS[name]
    ranking = only(rankings_of(text, title))
    assert lines(ranking) == wanted
    assert ranking.ordered is False


NONE = {
    "levels of pilots with tasks": ("试点任务", "级别|任务|地区\n国家级|数据确权|北京\n省级|数据流通|济南"),
    "kinds of platforms": ("平台类型", "类型|代表平台|城市\n政务类|随申办、浙里办|上海、杭州\n民生类|i厦门|厦门"),
}


@pytest.mark.parametrize("name", NONE)
def test_no_tiers(name: str) -> None:
    title, text = NONE[name]
    assert rankings_of(text, title) == []


def test_tiers_of_a_ranking_by_their_usual_names() -> None:
    """第1梯队 is 第一梯队, as in the table of tiers; groups have names of many kinds."""
    numbered = only(
        rankings_of("排名|城市|得分|梯队\n1|深圳|92.1|第1梯队\n2|杭州|90.4|第1梯队\n3|合肥|78.8|第2梯队", "百强榜")
    )
    assert [e.tier for e in numbered.entries] == ["第一梯队", "第一梯队", "第二梯队"]
    grouped = only(
        rankings_of("位次|城市|得分|组别\n1|深圳|92.1|领跑组\n2|杭州|90.4|奋进组\n3|合肥|78.8|蓄势组", "百强榜")
    )
    assert [e.tier for e in grouped.entries] == ["领跑组", "奋进组", "蓄势组"]


RANKED = "排名|城市|得分\n1|深圳|92.1\n2|杭州|90.4\n3|合肥|78.8"


@pytest.mark.parametrize(
    ("tiers", "lists"),
    [
        pytest.param("梯队|城市\n第一梯队|深圳、杭州\n第二梯队|合肥", 1, id="the same places"),
        pytest.param("梯队|城市\n第一梯队|深圳、杭州\n第二梯队|合肥、长沙", 2, id="one more"),
        pytest.param("梯队|城市\n第一梯队|深圳、杭州", 2, id="those of one tier only"),
    ],
)
def test_ranked_places_sorted_by_tier_are_no_second_list(tiers: str, lists: int) -> None:
    ranked, sorted_ = (grid_of(table(t), title) for t, title in ((RANKED, "城市排名"), (tiers, "城市梯队划分")))
    assert len(find(reading_of([ranked, sorted_]))) == lists


GAPS = {
    "medals for the first three": (
        "排名|城市|得分\n|北京|95\n|上海|94\n|深圳|93\n4|广州|92\n5|杭州|91",
        [1, 2, 3, 4, 5],
    ),
    "one number lost": ("排名|城市|得分\n1|北京|95\n2|上海|94\n|深圳|93\n4|广州|92", [1, 2, 3, 4]),
    "two numbers lost": ("排名|城市|得分\n1|北京|95\n|上海|94\n|深圳|93\n4|广州|92", [1, 2, 3, 4]),
    "the last lost": ("排名|城市|得分\n1|北京|95\n2|上海|94\n3|深圳|93\n|广州|92", [1, 2, 3, None]),
    "a gap too small: a tie": ("排名|城市|得分\n1|北京|95\n2|上海|94\n|深圳|94\n3|广州|92", [1, 2, 2, 3]),
    "a tie in the gap": ("排名|城市|得分\n1|北京|95\n2|上海|94\n|深圳|94\n4|广州|92", [1, 2, 2, 4]),
    "not ranked": ("排名|城市|得分\n1|北京|95\n2|上海|94\n|深圳|\n3|广州|92", [1, 2, None, 3]),
    "most without": ("排名|城市|得分\n1|北京|95\n|上海|94\n|深圳|93\n|苏州|93\n|宁波|92\n6|广州|92", [1, None, None, None, None, 6]),
}  # fmt: skip


@pytest.mark.parametrize("name", GAPS)
def test_ranks_that_only_the_rows_around_tell(name: str) -> None:
    text, ranks = GAPS[name]
    assert [e.rank for e in only(rankings_of(text)).entries] == ranks


@pytest.mark.parametrize(
    "medal", ["🥇|🥈|🥉", "冠军|亚军|季军", "①|②|③", "NO.1|NO.2|NO.3", "TOP1|TOP2|TOP3", "第1|第2|第3"]
)
def test_medals_and_words(medal: str) -> None:
    one, two, three = medal.split("|")
    text = f"排名|城市|得分\n{one}|北京|95\n{two}|上海|94\n{three}|深圳|93\n4|广州|92\n5|杭州|91"
    assert [e.rank for e in only(rankings_of(text)).entries] == [1, 2, 3, 4, 5]


EDGES = "||||\n|大区|省份|城市|\n|华东（2个）|江苏省|南京市|\n|^|^|苏州市|\n|华中（1个）|湖北省|武汉市|"


def test_empty_edges_are_no_part_of_a_table() -> None:
    ranking = only(rankings_of(EDGES, "数字城市百强名单", header=0))
    assert lines(ranking) == ["- 南京市/江苏省 [华东]", "- 苏州市/江苏省 [华东]", "- 武汉市/湖北省 [华中]"]


def test_a_whole_list_by_region_is_listed_though_order_does_not_count() -> None:
    text = "大区|省份|城市\n华东（2个）|江苏省|南京市\n^|^|苏州市\n华中（1个）|湖北省|武汉市"
    ranking = only(rankings_of(text, "案例库城市名单（3个）", over="城市按区域列于下表，排名不分先后。"))
    assert ranking.ordered is False and ranking.claimed_size == 3
    assert lines(ranking) == ["- 南京市/江苏省 [华东]", "- 苏州市/江苏省 [华东]", "- 武汉市/湖北省 [华中]"]


def test_lists_of_districts_with_their_cities() -> None:
    text = "位次|县（市、区）|所属市|指数\n1|历下区|济南市|88.1\n2|黄岛区|青岛市|87.0\n3|邹城市|济宁市|86.2"
    assert lines(only(rankings_of(text, "2022年县（市、区）综合指数（前3名）"))) == [
        "1 历下区/山东省 88.1", "2 黄岛区/山东省 87", "3 邹城市/山东省 86.2"]  # fmt: skip
