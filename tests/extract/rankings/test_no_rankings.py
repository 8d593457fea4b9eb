"""Tables that rank no places."""

import pytest
from grids import grid_of, rankings_of, reading_of, table

from extract.find.rankings.tables import table_rankings

TABLES = {
    "companies": ("企业50强", "排名|企业名称|所在城市|融资额\n1|腾讯|深圳|90\n2|阿里|杭州|88"),
    "companies behind their cities": ("企业名单", "序号|城市|企业名称\n1|深圳|腾讯\n2|杭州|阿里"),
    "parks": ("百强园区榜", "排名|所在城市|园区名称|得分\n1|北京|中关村|90\n2|上海|张江|88"),
    "cases": ("2023十佳案例", "城市|案例名称|等级\n北京|一网通办|一等\n上海|一网统管|一等"),
    "policies": ("各地政策", "序号|地区|政策名称|发布时间\n1|北京市|北京市促进办法|2021\n2|上海市|上海市条例|2022"),
    "policies by issuer": ("政策一览", "序号|文件名称|发布机构\n1|数字经济条例|深圳市人民政府\n2|数据条例|上海市人大"),
    "statistics": ("各地经济数据", "地区|GDP（亿元）|人口\n北京|40000|2100\n上海|43000|2400"),
    "statistics, numbered": ("各地经济数据", "序号|地区|人口|面积\n1|北京|2100|1\n2|上海|2400|2\n3|天津|1300|3"),
    "a list of pilots": ("第一批试点城市名单", "序号|城市\n1|北京\n2|上海\n3|深圳"),
    "indicators": ("评价指标体系", "一级指标|二级指标|权重\n信息基础|网络|10\n城市治理|政务|20"),
    "companies of cities counted": ("世界500强企业分布", "城市|500强企业数\n北京|50\n上海|10"),
    "one place again and again": ("项目排名", "排名|城市|金额\n1|深圳|9\n2|深圳|8\n3|深圳|7\n4|北京|6"),
    "countries": ("各国排名", "排名|国家|得分\n1|美国|90\n2|中国|88\n3|日本|80"),
    "people": ("专家名单", "序号|姓名|单位|城市\n1|张三|研究院|北京\n2|李四|大学|上海"),
    "ranks of companies by year": ("市场份额排名", "排名|2021年|2022年\n1|华为|浪潮\n2|浪潮|华为"),
    "timeline": ("发展历程", "时间|地区|事件\n2019|杭州|城市大脑上线\n2020|深圳|先行示范"),
    "practice": ("上榜城市主要做法", "城市|做法\n北京|建设城市大脑，推动一网统管和一网通办深度融合\n上海|以两张网为牵引，推进城市数字化全面转型"),
    "fares": ("票价", "线路|起点|终点\n1|北京|上海\n2|广州|深圳"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_no_ranking(name: str) -> None:
    title, text = TABLES[name]
    assert rankings_of(text, title) == []


LISTS = {
    "said by the title": ("百强城市（排名不分先后）", "序号|城市\n1|北京\n2|上海", ""),
    "said over the table": ("十佳城市", "序号|城市\n1|北京\n2|上海", "（排名不分先后）"),
    "pairs of columns": ("评估“成效明显”城市（排名不分先后）", "城市|省份|城市|省份\n北京|北京|上海|上海", ""),
    "by province": ("最佳实践城市（排名不分先后）", "省级行政区|入选城市\n北京市|北京\n上海市|上海", ""),
    "sorted by few words": ("先行城市名单（2023年）", "城市|特色方向\n北京|电商直播\n上海|电商直播", ""),
    "places that stand out": ("2024先行城市名单", "省份|城市\n北京市|北京市\n上海市|上海市", ""),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_whose_order_does_not_count(name: str) -> None:
    title, text, over = LISTS[name]
    (found,) = rankings_of(text, title, over=over)
    assert found.ordered is False
    assert [(e.rank, e.city, e.as_printed[:2]) for e in found.entries] == [
        (None, "北京市", "北京"),
        (None, "上海市", "上海"),
    ]


def test_a_list_of_places_with_words_on_each_is_no_ranking() -> None:
    text = "城市|做法\n北京|建设城市大脑\n上海|建设两张网"
    assert rankings_of(text, "最佳实践城市（排名不分先后）") == []


def test_a_list_without_order_goes_on_over_the_page() -> None:
    rows = [f"{city}|" + province for city, province in (("南京", "江苏"), ("苏州", "江苏"))]
    first = grid_of(table("城市|省份\n" + "\n".join(rows)), "先行城市名单")
    rest = grid_of(table("城市|省份\n杭州|浙江\n宁波|浙江"), None, label=None)
    for row in rest.rows:
        for cell in row:
            for char in cell.chars:
                if char:
                    char.page = 2
    rest.boxes[0] = (2, rest.boxes[0][1])
    (found,) = table_rankings(reading_of([first, rest]))
    assert [e.city for e in found.entries] == ["南京市", "苏州市", "杭州市", "宁波市"]
