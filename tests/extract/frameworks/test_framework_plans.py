"""Sentences as plans and reports word them: (text, lines apart by |; name; components; complete)."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    (
        "本白皮书提出“四横三纵”总体架构。|“四横”自下而上分别为感知层、网络层、平台层、应用层；“三纵”即标准规范、安全保障、运营管理。",
        "四横三纵",
        "感知层 网络层 平台层 应用层 标准规范 安全保障 运营管理",
        True,
    ),
    (
        "烟台构建“一底座三中枢九场景”体系，“一底座”为信息模型平台，“三中枢”包括数据中枢、智能中枢、指挥中枢，“九场景”已上线海洋牧场、智慧文旅等应用。",
        "一底座三中枢九场景",
        "信息模型平台 数据中枢 智能中枢 指挥中枢 海洋牧场 智慧文旅",
        False,
    ),
    (
        "贵阳把“一云承载、一库汇聚、一网流通、一窗服务”概括为“四个一”治理模式。",
        "四个一",
        "一云承载 一库汇聚 一网流通 一窗服务",
        True,
    ),
    ("罗田县将应急广播网与网格管理网合二为一，形成“两网融合”的工作机制。", "两网融合", "应急广播网 网格管理网", True),
    (
        "沭阳县推进以品种标准化、交易线上化、物流集约化为内容的“三化”改造。",
        "三化",
        "品种标准化 交易线上化 物流集约化",
        True,
    ),
    ("咸阳形成以政务云、数据湖、城市大脑为主体的“三位一体”架构。", "三位一体", "政务云 数据湖 城市大脑", True),
    (
        "总体架构采用“四横四纵、两个一体化”，四横为业务应用、共性支撑、数据资源、基础设施，四纵为政策制度、标准规范、组织人才、安全防护。",
        "四横四纵、两个一体化",
        "业务应用 共性支撑 数据资源 基础设施 政策制度 标准规范 组织人才 安全防护",
        False,
    ),
    (
        "济宁提出“1个城市云脑、4大业务中枢、N个智慧应用”的“1+4+N”总体框架。",
        "1+4+N",
        "城市云脑 业务中枢 智慧应用",
        False,
    ),
    (
        "湘潭建立“1名首席数据官+1个数据专班+N名数据专员”的“1+1+N”组织体系。",
        "1+1+N",
        "首席数据官 数据专班 数据专员",
        True,
    ),
    ("温岭首创“四色预警”机制，按照风险高低分为红、橙、黄、蓝四级。", "四色预警", "红 橙 黄 蓝", True),
    ("嘉兴深化“四治融合”，即自治、法治、德治、智治相结合。", "四治融合", "自治 法治 德治 智治", True),
    (
        "东营依托“采、存、管、用、评”全生命周期数据治理体系，形成闭环。",
        "“采、存、管、用、评”全生命周期数据治理体系",
        "采 存 管 用 评",
        True,
    ),
    (
        "赤壁市形成“党建引领+网格吹哨+部门报到+数字支撑”的“四步工作法”。",
        "四步工作法",
        "党建引领 网格吹哨 部门报到 数字支撑",
        True,
    ),
    (
        "湖州形成“数字大脑+产业地图+服务专员”三位一体的企业服务模式。",
        "数字大脑+产业地图+服务专员",
        "数字大脑 产业地图 服务专员",
        True,
    ),
    (
        "玉溪“三库一平台”建设提速，人口库、法人库、电子证照库全部建成，运行平稳。",
        "三库一平台",
        "人口库 法人库 电子证照库",
        False,
    ),
    (
        "蚌埠提出城市品质六维评价框架，从规划、建设、管理、服务、生态、人文六个维度衡量。",
        "六维评价框架",
        "规划 建设 管理 服务 生态 人文",
        True,
    ),
    (
        "雅安推出“数据四问”：数据从哪里来、数据归谁管、数据怎么用、安全谁负责。",
        "数据四问",
        "数据从哪里来 数据归谁管 数据怎么用 安全谁负责",
        True,
    ),
    (
        "营口推广“六步闭环工作法”：受理、分析、派单、处置、反馈、评价。",
        "六步闭环工作法",
        "受理 分析 派单 处置 反馈 评价",
        True,
    ),
    ("兰州新区以数据湖、算力港、灵境谷“一湖一港一谷”布局未来产业。", "一湖一港一谷", "数据湖 算力港 灵境谷", True),
    ("榆林以智能煤矿、智慧油气、数字电网为三大支柱。", "三大支柱", "智能煤矿 智慧油气 数字电网", True),
    # a run of counts: the last is one of them
    ("宁波的架构有1套数据底座、1张感知网络、2大支撑体系和4类应用，形成“1124”总体架构。", "1124", "", False),
    # clauses that words number count nothing of a name that stands far before them
    (
        "长春还将实施“1358”工程。|工厂有三点经验。一是设备数字化，装上传感器；二是网络化；三是管理智能化，用算法排产。",
        "1358",
        "",
        False,
    ),
]

NONE = ["要避免“一县一套系统”的重复投入。", "各地存在“一部门一套平台”的现象。"]


@pytest.mark.parametrize(("text", "name", "parts", "complete"), SENTENCES, ids=[s[1] for s in SENTENCES])
def test_the_wordings_of_plans(make_reading, text, name, parts, complete):
    found = find(make_reading(text.split("|")))
    assert [(f.name, " ".join(c.name for c in f.components), f.complete) for f in found] == [(name, parts, complete)]


@pytest.mark.parametrize("text", NONE)
def test_one_for_each_of_many_is_no_structure(make_reading, text):
    assert find(make_reading([text])) == []


def test_a_list_ends_where_the_bullet_of_the_name_comes_again(make_reading):
    reading = make_reading(
        [
            "*– 温州提出“三个一”",
            "*• 一套规则：有章可循",
            "*• 一个园区：引入机构",
            "*• 一支队伍：推广专员",
            "*– 上线服务平台",
        ]
    )
    for passage in reading.texts:
        passage.marker = passage.text[0]
    (found,) = find(reading)
    assert [c.name for c in found.components] == ["一套规则", "一个园区", "一支队伍"]


def test_a_district_with_a_case_of_its_own_stands_for_itself(make_reading):
    from extract.find import case_studies

    reading = make_reading(
        ["#上海市徐汇区：以“三个一”治理城市", "徐汇区提出“一屏观全域、一网管全城、一线通民情”的“三个一”思路。"]
    )
    case_studies.find(reading)
    assert [(f.city, f.place) for f in find(reading)] == [(None, "徐汇区")]
