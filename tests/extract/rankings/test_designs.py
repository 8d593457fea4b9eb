"""Tables in the designs that publishers use, with the rankings that a careful reader takes from them."""

import pytest
from grids import grid_of, lines, only, rankings_of, reading_of, table

from extract.find.rankings.tables import table_rankings
from extract.model import Char, Passage

DESIGNS = {
    "plain": (
        """名次|城市|省/自治区/直辖市|指数|较上年变化
        1|北京|北京|92.1|—
        2|吉林|吉林|88|↑3
        3|深圳|广东|80.5|↓2
        3|海南州|青海|80.5|新上榜""",
        [
            "1 北京市/北京市 92.1 +0",
            "2 吉林市/吉林省 88 +3",
            "3 深圳市/广东省 80.5 -2",
            "3 海南藏族自治州/青海省 80.5 new",
        ],
    ),
    "panels": (
        """排名|城市|得分|排名|城市|得分
        1|北京市|92.1|3|深圳|88.5
        2|上海市|90.1|4|杭州|85""",
        ["1 北京市/北京市 92.1", "2 上海市/上海市 90.1", "3 深圳市/广东省 88.5", "4 杭州市/浙江省 85"],
    ),
    "units under the header": (
        """名次|城市|省份|得分
        —|—|—|（分）
        1|北京|北京|92.1
        2|深圳|广东|90.1""",
        ["1 北京市/北京市 92.1", "2 深圳市/广东省 90.1"],
    ),
    "a dash for a place that is not named": (
        """名次|城市|得分|名次|城市|得分
        1|北京|92.1|3|广州|88
        2|深圳|90.1|—|/|—""",
        ["1 北京市/北京市 92.1", "2 深圳市/广东省 90.1", "3 广州市/广东省 88"],
    ),
    "rank behind the city": (
        """城市|综合得分（分）|位次|升降
        内蒙古呼和浩特|61.2|2|＋1
        延边|60|3|-1
        恩施州|70.5|1|持平""",
        [
            "2 呼和浩特市/内蒙古自治区 61.2 +1",
            "3 延边朝鲜族自治州/吉林省 60 -1",
            "1 恩施土家族苗族自治州/湖北省 70.5 +0",
        ],
    ),
    "tie in a merged cell": (
        """排名|城市|得分
        1|北京|90
        2|上海|80
        ^|深圳|80
        4|广州|70""",
        ["1 北京市/北京市 90", "2 上海市/上海市 80", "2 深圳市/广东省 80", "4 广州市/广东省 70"],
    ),
    "tie by word": (
        """排名|城市
        第1名|北京
        第2名|上海
        并列|深圳
        T4|广州""",
        ["1 北京市/北京市", "2 上海市/上海市", "2 深圳市/广东省", "4 广州市/广东省"],
    ),
    "rows of tiers": (
        """排名|城市|得分
        第一梯队（2个）|<|<
        1|北京|90
        2|上海|88
        第二梯队|<|<
        3|杭州|80""",
        ["1 北京市/北京市 90 第一梯队", "2 上海市/上海市 88 第一梯队", "3 杭州市/浙江省 80 第二梯队"],
    ),
    "column of tiers": (
        """所属梯队|排名|城市|所属省份|区域
        第一梯队|1|北京|—|华北
        ^|2|苏州|江苏|华东
        第二梯队|3|大理州|云南|西南""",
        [
            "1 北京市/北京市 [华北] 第一梯队",
            "2 苏州市/江苏省 [华东] 第一梯队",
            "3 大理白族自治州/云南省 [西南] 第二梯队",
        ],
    ),
    "provinces": (
        """排名|地区|指数
        1|广东|90
        2|北京|88
        3|吉林|80""",
        ["1 ?/广东省 90", "2 ?/北京市 88", "3 ?/吉林省 80"],
    ),
    "English": (
        """Rank|City|Province|Score|Change
        1|Beijing|Beijing|92.1|-
        2|Suzhou|Jiangsu|88|+3
        T3|Fuzhou|Fujian|80.5|NEW""",
        ["1 北京市/北京市 92.1 +0", "2 苏州市/江苏省 88 +3", "3 福州市/福建省 80.5 new"],
    ),
    "turned": (
        """排名|1|2|3|4|5
        城市|北京|上海|深圳|杭州|南京
        得分|90|88|80|79|70""",
        ["1 北京市/北京市 90", "2 上海市/上海市 88", "3 深圳市/广东省 80", "4 杭州市/浙江省 79", "5 南京市/江苏省 70"],
    ),
    "change in the cell of the rank": (
        """排名|城市
        1（—）|北京
        2（↑3）|上海
        3 NEW|无锡""",
        ["1 北京市/北京市 +0", "2 上海市/上海市 +3", "3 无锡市/江苏省 new"],
    ),
    "averages are no places": (
        """排名|城市|得分
        1|北京|90
        2|上海|80
        —|全国平均|60
        注：深圳、广州按2021年数据计算|<|<""",
        ["1 北京市/北京市 90", "2 上海市/上海市 80"],
    ),
    "ranks of two years": (
        """城市|2021年排名|2022年排名|变化
        北京|1|1|—
        杭州|3|2|1""",
        ["1 北京市/北京市 +0", "2 杭州市/浙江省 +1"],
    ),
    "years over the columns": (
        """城市|2022年|<|2021年|<
        ^|排名|得分|排名|得分
        北京|1|90|2|85
        上海|2|88|1|86""",
        ["1 北京市/北京市 90", "2 上海市/上海市 88"],
    ),
    "many columns of scores": (
        """排名|城市|经济活力|民生服务|生态|总分
        1|北京|90|80|70|88.8
        2|上海|88|91|60|85.1""",
        ["1 北京市/北京市 88.8", "2 上海市/上海市 85.1"],
    ),
    "the wrong province stays as printed": (
        """排名|城市|省份
        1|济南|河北
        2|宿州|安徽""",
        ["1 济南市/河北省", "2 宿州市/安徽省"],
    ),
    "what is ranked by has another name": (
        """排名|城市|GDP（亿元）|同比增速
        1|上海|43,214.85|8.1%
        2|北京|40,269.6|8.5%""",
        ["1 上海市/上海市 43214.8", "2 北京市/北京市 40269.6"],
    ),
    "spaces in names": (
        """名 次|城 市|省 份
        1|北 京|北京市
        2|济 南 市|山 东""",
        ["1 北京市/北京市", "2 济南市/山东省"],
    ),
    "remarks behind": (
        """排名|城市|优势领域|代表企业
        1|深圳|硬件|腾讯
        2|杭州|电商|阿里巴巴""",
        ["1 深圳市/广东省", "2 杭州市/浙江省"],
    ),
    "a running number, a year and a rank": (
        """序号|年份|排名|城市|得分
        1|2023|1|北京市|92.46
        2|2023|2|上海市|89.47
        3|2023|3|深圳市|78.95""",
        ["1 北京市/北京市 92.46", "2 上海市/上海市 89.47", "3 深圳市/广东省 78.95"],
    ),
    "two languages": (
        """排名 Rank|城市 City|得分 Score
        1|北京 Beijing|92
        2|上海 Shanghai|80""",
        ["1 北京市/北京市 92", "2 上海市/上海市 80"],
    ),
    "former names": (
        """排名|城市|省份
        1|襄樊|湖北
        2|莱芜|山东
        3|巢湖市|安徽""",
        ["1 襄阳市/湖北省", "2 莱芜市/山东省", "3 巢湖市/安徽省"],
    ),
}


@pytest.mark.parametrize("design", DESIGNS)
def test_a_ranking(design: str) -> None:
    text, want = DESIGNS[design]
    rankings = rankings_of(text, header=2 if "\n        ^|排名" in text else 1)
    found = only(rankings)
    assert lines(found) == want
    assert found.ordered is True and found.told == "table"
    assert found.evidence and all(e.evidence for e in found.entries)


LISTS = {
    "by province": (
        "2021城市数字化治理百强榜",
        """省（区、市）|城市
        北京市|北京市
        江苏省|南京市、苏州市、无锡市
        海南省|海口市""",
        ["- 北京市/北京市", "- 南京市/江苏省", "- 苏州市/江苏省", "- 无锡市/江苏省", "- 海口市/海南省"],
    ),
    "by region and province, merged, in panels": (
        "2021城市数字化社会服务百强榜",
        """区域|省(自治区、直辖市)|城市|区域|省(自治区、直辖市)|城市
        华北（3个）|北京市|北京市|华东(2个)|浙江省|杭州市
        ^|河北省|保定市|^|^|宁波市
        ^|^|石家庄市|||""",
        [
            "- 北京市/北京市 [华北]",
            "- 保定市/河北省 [华北]",
            "- 石家庄市/河北省 [华北]",
            "- 杭州市/浙江省 [华东]",
            "- 宁波市/浙江省 [华东]",
        ],
    ),
    "by tier in rows": (
        "城市数字化发展梯队",
        """梯队|城市
        第一梯队（80分以上）|北京、上海、深圳
        第二梯队|杭州、南京等""",
        [
            "- 北京市/北京市 第一梯队",
            "- 上海市/上海市 第一梯队",
            "- 深圳市/广东省 第一梯队",
            "- 杭州市/浙江省 第二梯队",
            "- 南京市/江苏省 第二梯队",
        ],
    ),
    "by tier in columns": (
        "城市数字化梯队分布",
        """第一梯队|第二梯队
        北京、上海|杭州
        深圳|成都""",
        [
            "- 北京市/北京市 第一梯队",
            "- 上海市/上海市 第一梯队",
            "- 深圳市/广东省 第一梯队",
            "- 杭州市/浙江省 第二梯队",
            "- 成都市/四川省 第二梯队",
        ],
    ),
    "by ranges of ranks": (
        "2023年城市数字化百强榜",
        """排名|城市
        1-5名|北京、上海
        6-10名|杭州、南京""",
        ["- 北京市/北京市 1-5名", "- 上海市/上海市 1-5名", "- 杭州市/浙江省 6-10名", "- 南京市/江苏省 6-10名"],
    ),
    "by stars": (
        "数字化星级城市榜单",
        """星级|数量|城市
        ★★★★★|2|北京、上海
        ★★★★|1|杭州""",
        ["- 北京市/北京市 ★★★★★", "- 上海市/上海市 ★★★★★", "- 杭州市/浙江省 ★★★★"],
    ),
    "with counts": (
        "2022数字化百强市",
        """省份|上榜数量|上榜城市
        江苏|2|南京、苏州
        浙江|1|杭州""",
        ["- 南京市/江苏省", "- 苏州市/江苏省", "- 杭州市/浙江省"],
    ),
}


@pytest.mark.parametrize("design", LISTS)
def test_a_list_without_order(design: str) -> None:
    title, text, want = LISTS[design]
    found = only(rankings_of(text, title))
    assert lines(found) == want
    assert found.ordered is False


def _several(text: str, header: int = 1, title: str = "2023年城市数字化排名") -> dict[str | None, list[str]]:
    return {r.metric: lines(r) for r in rankings_of(text, title, header=header)}


def test_ranks_in_dimensions_are_rankings_of_their_own() -> None:
    text = """排名|城市|总指数|信息基础|<|城市治理|<
    ^|^|^|得分|排名|得分|排名
    1|北京|92|80|2|90|1
    2|上海|91|82|1|88|2"""
    assert _several(text, header=2) == {
        "城市数字化": ["1 北京市/北京市 92", "2 上海市/上海市 91"],
        "信息基础": ["2 北京市/北京市 80", "1 上海市/上海市 82"],
        "城市治理": ["1 北京市/北京市 90", "2 上海市/上海市 88"],
    }


def test_a_pair_of_columns_for_each_dimension() -> None:
    text = """信息基础|排名|城市治理|排名
    北京|1|杭州|1
    上海|2|深圳|2"""
    assert _several(text) == {
        "信息基础": ["1 北京市/北京市", "2 上海市/上海市"],
        "城市治理": ["1 杭州市/浙江省", "2 深圳市/广东省"],
    }


def test_a_column_for_each_rank() -> None:
    text = """维度|第1名|第2名|第3名
    信息基础|上海|北京|深圳
    城市治理|杭州|北京|上海"""
    assert _several(text) == {
        "信息基础": ["1 上海市/上海市", "2 北京市/北京市", "3 深圳市/广东省"],
        "城市治理": ["1 杭州市/浙江省", "2 北京市/北京市", "3 上海市/上海市"],
    }


def test_a_column_for_each_dimension() -> None:
    text = """排名|总指数|信息基础
    1|北京|上海
    2|上海|北京"""
    assert _several(text) == {
        "总指数": ["1 北京市/北京市", "2 上海市/上海市"],
        "信息基础": ["1 上海市/上海市", "2 北京市/北京市"],
    }


def test_ranks_that_start_anew_in_each_dimension() -> None:
    text = """维度|排名|城市
    信息基础|1|上海
    ^|2|北京
    城市治理|1|杭州
    ^|2|北京"""
    assert _several(text) == {
        "信息基础": ["1 上海市/上海市", "2 北京市/北京市"],
        "城市治理": ["1 杭州市/浙江省", "2 北京市/北京市"],
    }


def test_ranks_beside_each_number() -> None:
    text = """地区|GDP|排名|人口|排名
    广东|12.4|1|1.26|1
    江苏|11.6|2|0.85|3
    山东|8.3|3|1.01|2"""
    assert _several(text) == {
        "GDP": ["1 ?/广东省 12.4", "2 ?/江苏省 11.6", "3 ?/山东省 8.3"],
        "人口": ["1 ?/广东省 1.26", "3 ?/江苏省 0.85", "2 ?/山东省 1.01"],
    }


def test_cities_over_the_columns() -> None:
    text = """指标|北京|上海|深圳
    总排名|1|2|3
    信息基础排名|2|1|3"""
    assert _several(text)["信息基础"] == ["2 北京市/北京市", "1 上海市/上海市", "3 深圳市/广东省"]


def test_each_year_has_its_ranking() -> None:
    text = """排名|2021年|2022年
    1|北京|上海
    2|上海|北京"""
    found = rankings_of(text, "2021-2022年城市数字化排名")
    assert [(r.year, lines(r)[0]) for r in found] == [(2021, "1 北京市/北京市"), (2022, "1 上海市/上海市")]


def test_panels_under_tiers() -> None:
    text = """第一梯队|<|第二梯队|<
    排名|城市|排名|城市
    1|北京|3|杭州
    2|上海|4|南京"""
    assert lines(only(rankings_of(text, header=2))) == [
        "1 北京市/北京市 第一梯队", "2 上海市/上海市 第一梯队", "3 杭州市/浙江省 第二梯队", "4 南京市/江苏省 第二梯队",
    ]  # fmt: skip


def test_panels_under_dimensions() -> None:
    text = """信息基础|<|城市治理|<
    排名|城市|排名|城市
    1|北京|1|杭州
    2|上海|2|南京"""
    assert _several(text, header=2) == {
        "信息基础": ["1 北京市/北京市", "2 上海市/上海市"],
        "城市治理": ["1 杭州市/浙江省", "2 南京市/江苏省"],
    }


def test_a_title_in_the_first_row() -> None:
    found = only(rankings_of("2022城市数字化百强榜|<|<\n排名|城市|得分\n1|北京|92\n2|上海|80", None))
    assert (found.title, found.year, found.claimed_size) == ("2022城市数字化百强榜", 2022, 100)


def test_a_row_for_each_province() -> None:
    found = rankings_of("省份|第一名|第二名\n江苏|苏州|南京\n浙江|杭州|宁波", "各省数字化排名前两名城市")
    assert [lines(r) for r in found] == [["1 苏州市/江苏省", "2 南京市/江苏省"], ["1 杭州市/浙江省", "2 宁波市/浙江省"]]


def test_a_ranking_that_goes_on_in_a_table_of_its_own() -> None:
    first = grid_of(table("名次|城市\n1|北京\n2|上海\n3|深圳"), "百强榜")
    rest = grid_of(table("4|广州\n5|杭州\n6|成都"), None, None, header=0)
    apart = grid_of(table("名次|城市\n4|南京\n5|苏州"), "另一榜", "表2")
    found = table_rankings(reading_of([first, rest, apart]))
    assert [[e.rank for e in r.entries] for r in found] == [[1, 2, 3, 4, 5, 6], [4, 5]]
    assert table_rankings(reading_of([rest])) == []


def test_without_header() -> None:
    text = """1|北京|90.1|3|深圳|80
    2|上海|88.2|4|杭州|79.5"""
    assert lines(only(rankings_of(text, None, header=0))) == [
        "1 北京市/北京市 90.1", "2 上海市/上海市 88.2", "3 深圳市/广东省 80", "4 杭州市/浙江省 79.5",
    ]  # fmt: skip


def test_ranks_inside_the_cells() -> None:
    text = """1 北京|3 深圳
    2 上海|4 杭州"""
    found = only(rankings_of(text, "十强城市", header=0))
    assert lines(found) == ["1 北京市/北京市", "2 上海市/上海市", "3 深圳市/广东省", "4 杭州市/浙江省"]
    assert [e.as_printed for e in found.entries] == ["北京", "上海", "深圳", "杭州"]


def test_cells_without_numbers_or_names_of_columns_run_from_row_to_row() -> None:
    text = """北京|上海|深圳
    广州|杭州|南京"""
    found = only(rankings_of(text, "数字经济城市排名（前6名）", header=0))
    assert [(e.rank, e.as_printed) for e in found.entries] == list(
        enumerate(["北京", "上海", "深圳", "广州", "杭州", "南京"], 1)
    )


def test_of_many_scores_that_fall_the_composite_is_the_score() -> None:
    text = """排名|城市|综合|基础|产业
    1|北京|95.4|94.1|93.0
    2|上海|94.4|93.2|92.1
    3|深圳|93.5|92.3|91.2"""
    assert [e.score for e in only(rankings_of(text)).entries] == [95.4, 94.4, 93.5]
    assert [e.score for e in only(rankings_of(text.replace("综合", "设施"))).entries] == [None] * 3


def test_the_order_of_the_rows_is_the_rank_where_the_title_says_so() -> None:
    text = """城市|得分
    北京|90
    上海|88
    深圳|88
    杭州|70"""
    assert lines(only(rankings_of(text, "得分前4名城市"))) == [
        "1 北京市/北京市 90", "2 上海市/上海市 88", "2 深圳市/广东省 88", "4 杭州市/浙江省 70",
    ]  # fmt: skip
    plain = only(rankings_of(text.replace("|90", "|60"), "十佳城市"))
    assert plain.ordered is None and all(e.rank is None for e in plain.entries)


def test_running_numbers_that_are_no_ranks() -> None:
    found = only(rankings_of("序号|城市|得分\n1|北京|80\n2|上海|90\n3|深圳|70", "百强榜"))
    assert found.ordered is None and [e.rank for e in found.entries] == [None, None, None]


def test_a_mark_to_pass() -> None:
    found = only(rankings_of("序号|城市|GDP（亿元）\n1|上海|43214\n2|北京|40269", "2021年GDP超过1万亿元城市"))
    assert lines(found) == ["1 上海市/上海市 43214", "2 北京市/北京市 40269"]
    assert found.criterion == "超过1万亿元"


def test_counties() -> None:
    text = """排名|县市|所属市|所属省份
    1|昆山市|苏州市|江苏
    2|江阴|无锡市|江苏省
    3|慈溪|宁波|浙江"""
    found = only(rankings_of(text, "2023年中国百强县"))
    assert found.scope == "county" and found.claimed_size == 100
    assert lines(found) == ["1 昆山市/江苏省", "2 江阴市/江苏省", "3 慈溪市/浙江省"]


def test_districts_of_one_city() -> None:
    text = """排名|区|得分
    1|南山区|90
    2|福田区|89
    3|宝安|88"""
    found = only(rankings_of(text, "2023年深圳市各区数字化指数排名"))
    assert found.scope == "county"
    assert lines(found) == ["1 南山区/广东省 90", "2 福田区/广东省 89", "3 宝安区/广东省 88"]


def test_districts_with_their_cities() -> None:
    text = """排名|区|所在城市
    1|鼓楼区|南京
    2|朝阳区|北京市"""
    assert lines(only(rankings_of(text, "百强区榜"))) == ["1 鼓楼区/江苏省", "2 朝阳区/北京市"]


def test_cities_of_one_province() -> None:
    text = """排名|地市|得分
    1|长春|90
    2|吉林|80
    3|延边|70"""
    assert lines(only(rankings_of(text, "吉林省各市州排名")))[1] == "2 吉林市/吉林省 80"


def test_a_name_that_means_no_one_place_is_kept_and_told() -> None:
    reading = reading_of([grid_of(table("名次|城市\n1|北京\n2|苏洲\n3|上海"), "百强榜")])
    found = only(table_rankings(reading))
    assert lines(found)[1] == "2 ?/?" and found.entries[1].as_printed == "苏洲"
    assert len(reading.warnings) == 1 and "苏洲" in reading.warnings[0] and "第1页表1" in reading.warnings[0]
    assert "source.yml 里加一行 lookups: {苏洲: 正式全称}" in reading.warnings[0]


def test_lookups_of_the_source() -> None:
    found = only(rankings_of("名次|城市\n1|北京\n2|苏洲", "百强榜", lookups={"苏洲": "苏州"}))
    assert lines(found)[1] == "2 苏州市/江苏省" and found.entries[1].as_printed == "苏洲"


def test_what_the_title_says() -> None:
    found = only(rankings_of("名次|城市\n1|北京\n2|上海", "2022中国城市数字化发展指数前20名"))
    assert (found.label, found.year, found.claimed_size, found.criterion) == ("表1", 2022, 20, "前20名")
    assert found.metric == "城市数字化发展指数"


def test_a_line_over_the_table_stands_for_a_title() -> None:
    found = only(rankings_of("序号|城市\n1|北京\n2|上海", None, over="2022年城市活力指数TOP20"))
    assert (found.title, found.year, found.claimed_size, found.ordered) == (None, 2022, 20, True)


def test_evidence_is_the_words_on_the_page() -> None:
    found = only(rankings_of("省份|城市\n江苏|南京市、苏州市\n浙江|杭州市", "百强榜"))
    assert [[e.text for e in x.evidence] for x in found.entries] == [["南京市"], ["苏州市"], ["杭州市"]]
    ranked = only(rankings_of("名次|城市|得分\n1|北京|90.5\n2|上海|88", "百强榜"))
    assert [e.text for e in ranked.entries[0].evidence] == ["1", "北京", "90.5"]


def test_regions_in_the_middle_of_the_rows_under_them() -> None:
    text = "省份|城市\n|华北（2个）\n北京|北京\n河北|保定\n|西北（1个）\n陕西|西安"
    found = only(rankings_of(text, "城市治理百强榜"))
    assert lines(found) == ["- 北京市/北京市 [华北]", "- 保定市/河北省 [华北]", "- 西安市/陕西省 [西北]"]


def test_bars_with_the_names_of_tiers_over_the_panels() -> None:
    text = """排名|城市|得分|排名|城市|得分
    1|北京|91.9|3|无锡|78.7
    2|深圳|90.6|4|青岛|77.5"""
    grid = grid_of(table(text), "2025城市发展指数4强")
    reading = reading_of([grid])
    bars = [bar("领航级｜80分及以上｜2城", 60), bar("先锋级｜65—80分｜2城", 420)]
    reading.texts[:0] = bars
    assert [e.tier for e in only(table_rankings(reading)).entries] == ["领航级", "领航级", "先锋级", "先锋级"]
    reading.texts[:2] = bars[:1]
    assert [e.tier for e in only(table_rankings(reading)).entries] == ["领航级"] * 4
    reading.texts[:1] = [bar("领航级城市发展报告", 60)]
    assert [e.tier for e in only(table_rankings(reading)).entries] == [None] * 4


def bar(text: str, x: float) -> Passage:
    """A line of its own right over the table."""
    chars = [Char(c, x + 9 * i, 46, x + 9 * i + 9, 55, 1, 9, "Song", False, 0, 54) for i, c in enumerate(text)]
    return Passage(text, list(chars), id=text, size=9)


def test_the_first_three_stand_on_a_podium_of_their_own() -> None:
    rest = grid_of(table("排名|城市|得分\n4|成都|80.1\n5|武汉|79.2\n6|西安|78.3"), None, label=None)
    podium = grid_of(table("1|上海|92.4\n2|北京|90.7\n3|深圳|88.2"), None, label=None, header=0)
    found = only(table_rankings(reading_of([rest, podium], over="城市指数30强")))
    assert [e.rank for e in found.entries] == [1, 2, 3, 4, 5, 6]
