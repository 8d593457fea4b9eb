"""Tables of rankings under the column names and in the shapes of other publishers."""

import pytest
from grids import lines, only, rankings_of

TABLES = {
    "number, place, belongs to": ("2022数字经济百强城市", "序号|城市名称|所属省份|总分|层级\n1|深圳市|广东省|92.3|卓越\n2|杭州市|浙江省|90.1|卓越\n3|合肥市|安徽省|81.5|优秀",
        ["1 深圳市/广东省 92.3 卓越", "2 杭州市/浙江省 90.1 卓越", "3 合肥市/安徽省 81.5 优秀"]),
    "index value and moves by arrows": ("城市活力指数排名", "位次|地市|指数值|较2022年\n1|济南|88.12|—\n2|青岛|87.30|↑1\n3|烟台|85.11|↓1",
        ["1 济南市/山东省 88.12 +0", "2 青岛市/山东省 87.3 +1", "3 烟台市/山东省 85.11 -1"]),
    "rank of this year and of last": ("省级政务服务能力排名", "地区|2023年排名|2022年排名|变化\n浙江|1|2|↑1\n广东|2|1|↓1\n上海|3|3|—",
        ["1 ?/浙江省 +1", "2 ?/广东省 -1", "3 ?/上海市 +0"]),
    "rank now beside a dated one": ("2025年备案数量前3位城市", "排名|城市|备案数量（款）|2024年排名\n1|北京|168|1\n2|上海|139|3\n3|杭州|61|2",
        ["1 北京市/北京市 168", "2 上海市/上海市 139", "3 杭州市/浙江省 61"]),
    "overall rank among dimensions": ("2023营商环境评价结果", "城市|综合排名|综合得分|政务服务|法治环境|市场环境\n上海|1|91.2|93.0|90.1|90.5\n深圳|2|90.8|92.0|89.9|90.3\n杭州|3|89.0|90.2|88.1|88.7",
        ["1 上海市/上海市 91.2", "2 深圳市/广东省 90.8", "3 杭州市/浙江省 89"]),
    "English heads": ("Top 3 cities", "Rank|City|Province|Overall Score\n1|Shanghai|Shanghai|91.2\n2|Shenzhen|Guangdong|90.8\n3|Hangzhou|Zhejiang|89.0",
        ["1 上海市/上海市 91.2", "2 深圳市/广东省 90.8", "3 杭州市/浙江省 89"]),
    "medals": ("县域数字乡村三十强", "名次|县市|所在地市|得分\n🥇|德清县|湖州|91.2\n🥈|昆山市|苏州|90.8\n🥉|桐乡市|嘉兴|89.0\n4|慈溪市|宁波|88.2",
        ["1 德清县/浙江省 91.2", "2 昆山市/江苏省 90.8", "3 桐乡市/浙江省 89", "4 慈溪市/浙江省 88.2"]),
    "tie in a merged cell with grade": ("城市评级", "排名|城市|评级\n1|上海|A+\n^|深圳|^\n3|杭州|A",
        ["1 上海市/上海市 A+", "1 深圳市/广东省 A+", "3 杭州市/浙江省 A"]),
    "grade and stars": ("智慧城市星级评价结果", "排名|城市|星级|指数\n1|上海|★★★★★|91\n2|深圳|★★★★★|90\n3|合肥|★★★★|81",
        ["1 上海市/上海市 91 ★★★★★", "2 深圳市/广东省 90 ★★★★★", "3 合肥市/安徽省 81 ★★★★"]),
    "TOP in the cells": ("数字政府TOP5", "排名|省份|得分\nTOP1|浙江|91\nTOP2|广东|90\nTOP3|江苏|88",
        ["1 ?/浙江省 91", "2 ?/广东省 90", "3 ?/江苏省 88"]),
    "new in the list": ("百强县排名", "2022年排名|县（市）|省份|比上年\n1|昆山市|江苏|0\n2|江阴市|江苏|+1\n3|晋江市|福建|新进",
        ["1 昆山市/江苏省 +0", "2 江阴市/江苏省 +1", "3 晋江市/福建省 new"]),
    "region and province": ("2021城市榜", "大区|省份|城市|排名|指数\n华东|江苏|南京|1|88.1\n^|^|苏州|2|87.0\n华中|湖北|武汉|3|86.2",
        ["1 南京市/江苏省 88.1 [华东]", "2 苏州市/江苏省 87 [华东]", "3 武汉市/湖北省 86.2 [华中]"]),
    "a rank behind a total": ("绿色发展指数", "城市|总指数|排序\n厦门|88.2|1\n珠海|86.1|2\n海口|85.0|3",
        ["1 厦门市/福建省 88.2", "2 珠海市/广东省 86.1", "3 海口市/海南省 85"]),
    "autonomous places by short names": ("民族地区数字化排名", "排名|地区|得分\n1|延边|80.1\n2|恩施|79.0\n3|大理|78.8",
        ["1 延边朝鲜族自治州/吉林省 80.1", "2 恩施土家族苗族自治州/湖北省 79", "3 大理白族自治州/云南省 78.8"]),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_another_publisher(name: str) -> None:
    title, text, want = TABLES[name]
    assert lines(only(rankings_of(text, title))) == want


SEVERAL = {
    "a column for each dimension": ("分项指数前三城市", "名次|政务服务|智慧交通|智慧医疗\n1|上海|杭州|宁波\n2|杭州|深圳|厦门\n3|广州|北京|上海",
        {"政务服务": ["上海市", "杭州市", "广州市"], "智慧交通": ["杭州市", "深圳市", "北京市"], "智慧医疗": ["宁波市", "厦门市", "上海市"]}),
    "tops by dimension in lists": ("各维度前三名", "维度|第一名|第二名|第三名\n创新|北京|上海|深圳\n绿色|厦门|珠海|海口",
        {"创新": ["北京市", "上海市", "深圳市"], "绿色": ["厦门市", "珠海市", "海口市"]}),
    "with scores": ("分项排名", "排名|创新力|<|承载力|<\n^|城市|得分|城市|得分\n1|北京|98|厦门|91\n2|上海|95|珠海|90\n3|深圳|94|海口|89",
        {"创新力": ["北京市", "上海市", "深圳市"], "承载力": ["厦门市", "珠海市", "海口市"]}),
}  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_several_rankings_in_one_table(name: str) -> None:
    title, text, want = SEVERAL[name]
    header = 2 if "<" in text else 1
    found = rankings_of(text, title, header=header)
    assert {r.metric: [e.city for e in r.entries] for r in found} == want
    assert all([e.rank for e in r.entries] == [1, 2, 3] for r in found)


def test_tops_in_a_cell_for_each_dimension() -> None:
    found = rankings_of(
        "维度|前三名\n创新|北京、上海、深圳\n绿色|厦门、珠海、海口\n开放|上海、广州、青岛", "各维度前三名城市"
    )
    assert {r.metric: [(e.rank, e.city) for e in r.entries][:2] for r in found} == {
        "创新": [(1, "北京市"), (2, "上海市")],
        "绿色": [(1, "厦门市"), (2, "珠海市")],
        "开放": [(1, "上海市"), (2, "广州市")],
    }
