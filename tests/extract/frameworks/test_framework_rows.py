"""Frameworks named in the rows of tables: 城市 | 模式 | 要点; what such columns hold besides is none."""

import pytest
from grids import grid_of, reading_of, table

from extract.find.frameworks import find

ROWS = {
    "a mode and its points": (
        """
        城市   | 模式       | 要点
        盐城市 | “四屏联动” | 大屏指挥、中屏调度、小屏处置、云屏督办
        枣庄市 | “三网合一” | 综治网格、城管网格、应急网格
        宿迁市 | “1+5”体系 | “1”为党建引领，“5”为网格治理、综合执法、政务服务、应急处突、诚信激励
        """,
        [
            ("盐城市", "四屏联动", "大屏指挥 中屏调度 小屏处置 云屏督办", True),
            ("枣庄市", "三网合一", "综治网格 城管网格 应急网格", True),
            ("宿迁市", "1+5", "党建引领 网格治理 综合执法 政务服务 应急处突 诚信激励", True),
        ],
    ),
    "without quotation marks": (
        """
        地区 | 典型模式         | 主要内容
        台州 | 三色预警工作机制 | 红色督办、黄色提醒、蓝色关注
        德阳 | 1+3+N总体架构    | 1个城市大脑；3个支撑：数据支撑、算力支撑、安全支撑；N个应用：智慧文旅、智慧环保
        柳州 | 五个统一         | 统一受理、统一分流、统一督办、统一反馈、统一考核
        """,
        [
            ("台州市", "三色预警", "红色督办 黄色提醒 蓝色关注", True),
            ("德阳市", "1+3+N", "城市大脑 数据支撑 算力支撑 安全支撑 智慧文旅 智慧环保", True),
            ("柳州市", "五个统一", "统一受理 统一分流 统一督办 统一反馈 统一考核", True),
        ],
    ),
    "numbered points": (
        """
        城市 | 品牌名称         | 具体做法
        衢州 | “三张清单”改革  | 1.需求清单：汇总企业诉求；2.供给清单：梳理政府资源；3.政策清单：集成惠企政策
        梅州 | “四化”工作法    | 一是网格化，划分单元；二是数字化，汇聚数据；三是协同化，联动处置；四是法治化，完善规则
        遵义 | “一主两辅”体系  | ①主平台 ②物联平台 ③视频平台
        """,
        [
            ("衢州市", "三张清单", "需求清单 供给清单 政策清单", True),
            ("梅州市", "四化", "网格化 数字化 协同化 法治化", True),
            ("遵义市", "一主两辅", "主平台 物联平台 视频平台", True),
        ],
    ),
    "in a province's column and over several rows": (
        """
        省份 | 城市   | “N”体系     | 构成
        浙江 | 湖州市 | “三横两纵” | 基础设施层、数据资源层、业务应用层、标准规范、安全保障
        ^    | 金华市 | “三级中枢” | 市级中枢
        ^    | ^      | ^            | 县级中枢
        ^    | ^      | ^            | 镇级中枢
        """,
        [
            ("湖州市", "三横两纵", "基础设施层 数据资源层 业务应用层 标准规范 安全保障", True),
            ("金华市", "三级中枢", "市级中枢 县级中枢 镇级中枢", True),
        ],
    ),
    "other headers": (
        """
        试点城市 | 空间格局             | 内涵
        泉州市   | 一核两翼             | 中心城区核心、环湾翼、山区翼
        绍兴市   | 党建引领“三联”机制 | 组织联建、队伍联管、服务联办
        许昌市   | “343”总体框架       | 3个底座：网络、算力、数据；4类应用：政务、民生、产业、治理；3大保障：标准、安全、运营
        六安市   | 党建+网格+信用       | 三者融合推进
        """,
        [
            ("泉州市", "一核两翼", "中心城区核心 环湾翼 山区翼", True),
            ("绍兴市", "三联", "组织联建 队伍联管 服务联办", True),
            ("许昌市", "343", "网络 算力 数据 政务 民生 产业 治理 标准 安全 运营", True),
            ("六安市", "党建+网格+信用", "党建 网格 信用", True),
        ],
    ),
    "the name and its parts in one cell": (
        """
        城市   | 模式要点
        绍兴市 | “三联”机制：组织联建、队伍联管、服务联办
        许昌市 | “四屏联动”（大屏指挥、中屏调度、小屏处置、云屏督办）
        """,
        [
            ("绍兴市", "三联", "组织联建 队伍联管 服务联办", True),
            ("许昌市", "四屏联动", "大屏指挥 中屏调度 小屏处置 云屏督办", True),
        ],
    ),
    "names alone": (
        """
        序号 | 城市   | 治理模式     | 启动年份
        1    | 洛阳市 | “五个一”    | 2019
        2    | 绵阳市 | “1+6+N”     | 2020
        3    | 襄阳市 | 网格化治理   | 2021
        """,
        [("洛阳市", "五个一", "", False), ("绵阳市", "1+6+N", "", False)],
    ),
    "a list that is not as long as the name says": (
        """
        城市   | 框架       | 组成
        保定市 | “五个一” | 一张网、一朵云、一个平台等
        赣州市 | “六统一” | 统一规划、统一建设、统一标准
        """,
        [
            ("保定市", "五个一", "一张网 一朵云 一个平台", False),
            ("赣州市", "六统一", "统一规划 统一建设 统一标准", False),
        ],
    ),
    "practices with their parts told": (
        """
        城市   | 做法名称       | 具体内容
        莆田市 | “三色管理法” | 红色重点管、黄色经常管、绿色一般管
        龙岩市 | 智慧停车     | 盘活泊位、统一支付、无感通行
        """,
        [("莆田市", "三色管理法", "红色重点管 黄色经常管 绿色一般管", True)],
    ),
    "what a cell says in a sentence": (
        """
        城市   | 主要做法
        宜春市 | 构建“一中心三平台”体系，“一中心”即城市运行中心，“三平台”即数据平台、物联平台、视频平台
        """,
        [("宜春市", "一中心三平台", "城市运行中心 数据平台 物联平台 视频平台", True)],
    ),
}

NONE = {
    "set phrases": """
        城市   | 改革       | 主要内容
        柳州市 | “双随机” | 随机抽取对象、随机选派人员
        保定市 | “一网通办” | 网上申请、网上受理、网上反馈
        """,
    "other names": """
        城市   | 品牌     | 内容
        柳州市 | “柳暖心” | 便民、利企、惠民
        保定市 | 河长制   | 巡河、护河、治河
        """,
    "marks": """
        城市   | 排名 | 得分
        柳州市 | 三   | 80.2
        保定市 | 四   | 79.8
        """,
    "practices without parts": """
        城市   | 做法名称     | 成效
        柳州市 | “三个一”   | 办结率提高到98%
        """,
}


@pytest.mark.parametrize("name", ROWS)
def test_what_a_row_names_and_tells(name: str) -> None:
    text, expected = ROWS[name]
    found = find(reading_of([grid_of(table(text), "部分城市治理模式比较")]))
    assert [(f.city, f.name, " ".join(c.name for c in f.components), f.complete) for f in found] == expected
    assert all(f.evidence and all(c.evidence for c in f.components) for f in found)


@pytest.mark.parametrize("name", NONE)
def test_what_a_row_names_that_is_no_framework(name: str) -> None:
    assert find(reading_of([grid_of(table(NONE[name]), "部分城市做法")])) == []


def test_what_stands_below_a_table_tells_nothing_of_its_cells() -> None:
    text = """
        城市   | 说明
        柳州市 | 推行“三网合一”
        """
    reading = reading_of([grid_of(table(text), "做法")], "比较来看：一是强调统筹，二是强调整合，三是强调下沉。")
    reading.texts.append(reading.texts.pop(0))
    assert [c.name for f in find(reading) for c in f.components] == []
