"""A box at the end of a case that tells of something else."""

import pytest

from extract.find import case_studies

CASE = ["#三、城市", "##宁波：单项冠军之城", "宁波累计培育冠军企业39家。"]
LINES = {
    "about lessons of the case": ([*CASE, "[##经验启示", "[以企业为主体，以市场为导向。"], 4),
    "about something else": ([*CASE, "[##延伸阅读 基地是怎样炼成的", "[基地分三类，多采取孵化模式。"], 2),
    "that names the place": ([*CASE, "[##延伸阅读 宁波的基地", "[宁波的基地分三类。"], 4),
    "without a heading": ([*CASE, "[亮点：冠军企业数量居首。", "[时间：2021年。"], 4),
}


@pytest.mark.parametrize("case", LINES)
def test_a_box_at_the_end_of_a_case(make_reading, case):
    lines, last = LINES[case]
    reading = make_reading(lines)
    case_studies.find(reading)
    assert [(c.place.name, c.last) for c in reading.cases] == [("宁波市", last)]


def test_a_label_set_smaller_than_the_place_under_it_opens_all_of_the_case(make_reading):
    told = ["##总体思路", "宁波市围绕港产城文深度融合，推进转型。", "##建设成效", "平台日均流转事件1.8万件。"]
    reading = make_reading(
        ["[###标杆实践01", "[#宁波市", "[##以运行中枢重塑港城协同治理", *told, "#四、建议", "因地制宜。"]
    )
    case_studies.find(reading)
    assert [(c.place.name, c.title, c.last) for c in reading.cases] == [("宁波市", "以运行中枢重塑港城协同治理", 6)]


def test_places_under_bars_and_numbers_are_no_cases(make_reading):
    reading = make_reading(["#前三甲", "##上海", "##深圳", "##杭州", "头部城市领先优势稳定。"])
    assert case_studies.find(reading) == []
    reading = make_reading(
        ["#地方实践", "##上海", "上海建成了城市运行平台。", "##杭州", "杭州建成了城市大脑。", "##深圳"]
    )
    assert [c.city for c in case_studies.find(reading)] == ["上海市", "杭州市"]


def test_a_numbered_line_with_a_comma_is_the_title_of_its_case(make_reading):
    told = (
        "近年来，围绕公共数据流通，上线统一平台，打通了八个部门的业务系统，办理时间压缩七成，满意度提高到九成五以上。"
    )
    reading = make_reading(["[案例1 杭州市：场景牵引，打通授权运营全链条", "[" + told, "[案例2 贵阳市：" + told + told])
    assert [(c.city, c.title) for c in case_studies.find(reading)] == [
        ("杭州市", "场景牵引，打通授权运营全链条"),
        ("贵阳市", None),
    ]


def test_a_box_with_a_case_of_its_own_is_told_by_that_case_alone_also_over_a_page_break(make_reading):
    own = "苏州制造业门类齐全、链条完整，数据要素与先进制造的结合点多，全市建成行业数据空间十二个。"
    boxed = "上海是国内较早开展数据立法的城市，数据交易市场保持活跃，全年交易额超过四十亿元。"
    reading = make_reading(
        [
            "#（二）苏州：以数据空间带动产业集群升级",
            own,
            "[专栏1 上海：以法治护航数据市场",
            "[" + boxed,
            "!4数据来源：市数据局。",
            "[" + boxed,
        ]
    )
    reading.texts[5].box_id = reading.texts[3].box_id
    assert [(c.city, c.text) for c in case_studies.find(reading)] == [
        ("苏州市", own),
        ("上海市", boxed + "\n" + boxed),
    ]
