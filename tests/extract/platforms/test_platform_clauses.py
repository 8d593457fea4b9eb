"""Clauses that only sound like a platform's name, and names that stand in such clauses: (text, names)."""

import pytest

from extract.find.platforms import find

SENTENCES = [
    # what is shut, solved or sought is any of a kind
    ("大连整合关停部门自建系统42个。", []),
    ("泉州着力解决部门平台多、口径不一的问题。", []),
    ("三亚坚持小步快跑，不追求系统大而全。", []),
    ("山西省制定条例，对数据利用和保护作出系统规定。", []),
    ("绍兴围绕防汛救灾等重点工作检验平台能力。", []),
    ("无锡以市级国资平台承担运营。", []),
    ("烟台避免系统重复建设，淘汰老旧系统30个。", []),
    # a verb before a name is no part of it
    ("温州出台条例，明确温州城市大脑由中枢和场景组成。", ["温州城市大脑"]),
    ("佛山解决了粤农产品溯源监管平台的对接难题。", ["粤农产品溯源监管平台"]),
    ("常州依托检验检测公共服务平台服务企业。", ["检验检测公共服务平台"]),
    ("成华区印发区街两级城运中心组建方案。", []),
    ("各地打造行业产业大脑，推动数据汇聚。", []),
    ("厦门的智慧政务平台应当具备感知、分析的能力。", []),
    ("厦门的智慧政务平台应用广泛。", ["智慧政务平台"]),
    # a name that holds its place is one, whatever it is said to be
    ("撑起这套流程的，是上线不到一年的福州市民诉求一体化平台。", ["福州市民诉求一体化平台"]),
    ("这是市民常用的诉求一体化平台。", []),
    # in quotation marks
    ("通过“一窗受理、四端协同”平台，义乌市实现同源办理。", ["“一窗受理、四端协同”平台"]),
    ("义乌市推行“无偿代办、一次办成所有事项”平台服务理念。", []),
    ("嘉兴“邻里帮”触达居民45万户。", ["邻里帮"]),
    ("绵阳“减表通”在1200个村（社区）推广使用。", ["减表通"]),
    ("宁波依托“宁波城市大脑”数字驾驶舱掌握经济运行。", ["“宁波城市大脑”数字驾驶舱"]),
    ("湖州推动治理由“人工判断”向“智能推演”升级。", []),
    ("南通“智改数转”累计实施项目1.2万个。", []),
    ("大连建设“大连政务服务”应用程序和“一网协同”办公系统。", ["“大连政务服务”应用程序", "“一网协同”办公系统"]),
    # without
    ("深圳建成鹏城智能体，接入场景300个。", ["鹏城智能体"]),
    ("丽水搭建基层治理综合应用，贯通四级网格。", ["基层治理综合应用"]),
    ("成都12345亲清在线归集办理诉求846万件。", ["12345亲清在线"]),
    ("杭州打造五大综合应用。", []),
]


def test_the_place_that_works_by_a_platform_named_before_it(make_reading):
    (found,) = find(make_reading(["依托城市运行管理服务平台，潍坊对4.2万个部件编码。"]))
    assert found.city == "潍坊市"


@pytest.mark.parametrize(("text", "names"), SENTENCES, ids=[t[:20] for t, _ in SENTENCES])
def test_what_a_clause_names(make_reading, text, names):
    assert [p.name for p in find(make_reading([text]))] == names
