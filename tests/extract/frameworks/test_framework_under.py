"""Parts told in lines of their own under the name: (lines, name, components, complete)."""

import pytest

from extract.find.frameworks import find

LINES = {
    "headings under icons": (
        ["#厦门市：“三个一”打造无感服务之城", "厦门市聚焦出行、办事，以“三个一”推动服务转型。", "▣", "##一码通行", "市民亮码即可通行。", "◉", "##一屏统览", "汇聚指标1280项。", "⌘", "##一网协同", "重构流转规则。"],
        ("三个一", "一码通行 一屏统览 一网协同", True),
    ),
    "bullets without marks": (
        ["#鹤岗市推行“三张名录”", "*企业名录", "*项目名录", "*人才名录"],
        ("三张名录", "企业名录 项目名录 人才名录", True),
    ),
    "bullets of which one tells it": (
        ["#柳州：“四个统一”破解办事堵点", "*2024年3月，柳州市印发《深化行动方案》，与条例的要求相衔接。",
         "*针对标准不一的问题，柳州市推行“四个统一”，即统一标准规范、统一数据目录、统一身份认证、统一运维监管。",
         "*“龙城通办”APP已上线高频服务事项836项，注册用户突破210万人。", "*工业企业多是柳州的一大特点。窗口人员把服务送进园区。"],
        ("四个统一", "统一标准规范 统一数据目录 统一身份认证 统一运维监管", True),
    ),
    "headings with their text": (
        ["#二、宝山县实施“三大行动”", "##（一）设施提升行动", "新建基站两千个，覆盖全部乡镇。", "##（二）产业赋能行动", "推动企业上云。", "##（三）治理增效行动", "建设运行中心。", "#三、其他"],
        ("三大行动", "设施提升行动 产业赋能行动 治理增效行动", True),
    ),
    "numbered lines with paragraphs under them": (
        ["#二、重点任务", "玉林市部署“四大工程”：", "1. 强基工程", "加快算力中心建设。", "2. 融合工程", "打造示范园区。", "3. 惠民工程", "推广电子证照。", "4. 护航工程", "落实等级保护。"],
        ("四大工程", "强基工程 融合工程 惠民工程 护航工程", True),
    ),
    "a paragraph between the heading and the lines": (
        ["#宜宾市推行“三化”转型模式", "转型任务细化为以下几个方面。", "*网络化：普及千兆", "*数字化：沉淀数据", "*智能化：用好模型"],
        ("三化", "网络化 数字化 智能化", True),
    ),
    "a line for each count with its own nouns": (
        ["#铜仁市：构建“1+3+4”数字城管体系", "*1个平台：数字城管指挥平台", "*3级联动：市级、县级、镇级三级", "*4类应用：智慧环卫、智慧停车、智慧照明、智慧执法"],
        ("1+3+4", "数字城管指挥平台 市级 县级 镇级 智慧环卫 智慧停车 智慧照明 智慧执法", True),
    ),
    "a line for each count after a verb": (
        ["齐齐哈尔市构建“1+3+N”城市运行体系，推动治理转变。", "（1）夯实“1”个底座。建成城市数据中台，汇聚数据320亿条。", "（2）打造“3”大领域应用。围绕城建、交通、环保等领域建设应用。", "（3）拓展“N”个场景。鼓励创新，上线随手拍、慧停车等场景。"],
        ("1+3+N", "城市数据中台 城建 交通 环保 随手拍 慧停车", True),
    ),
    "a line that counts none": (
        ["#四平市：“一网三中心”赋能老工业基地", "1. 一网统管，织密城市网络。部署终端12万个。", "2. 建设三大中心。建成算力中心、数据中心、孵化中心，服务企业3200家。"],
        ("一网三中心", "算力中心 数据中心 孵化中心", False),
    ),
    "a line that says what each count is": (
        ["潍坊市形成“1243”治理体系：", "*“1”即建设一个城市运行管理中心；", "*“2”即畅通两条诉求渠道，分别为12345热线和网格上报；", "*“4”即健全四项机制，包括统一受理、分级派单、联动处置、闭环评价；", "*“3”即强化三类保障，包括组织保障、经费保障、技术保障。"],
        ("1243", "城市运行管理中心 12345热线 网格上报 统一受理 分级派单 联动处置 闭环评价 组织保障 经费保障 技术保障", True),
    ),
    "sentences that begin with what is counted": (
        ["#佳木斯市：“三个聚焦”推动数据赋能", "聚焦制度建设。出台细则。", "聚焦平台支撑。建成平台。", "聚焦场景应用。打造场景。"],
        ("三个聚焦", "聚焦制度建设 聚焦平台支撑 聚焦场景应用", True),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LINES)
def test_parts_told_in_lines_under_a_name(make_reading, case):
    lines, expected = LINES[case]
    assert [(f.name, " ".join(c.name for c in f.components), f.complete) for f in find(make_reading(lines))] == [
        expected
    ]


def test_the_text_under_a_line_tells_of_its_part(make_reading):
    lines, _ = LINES["headings with their text"]
    (found,) = find(make_reading(lines))
    assert [c.description for c in found.components] == [
        "新建基站两千个，覆盖全部乡镇。",
        "推动企业上云。",
        "建设运行中心。",
    ]


def test_headings_of_another_number_are_no_parts(make_reading):
    lines = ["#玉树州实施“三大行动”计划", "##（一）背景", "形势。", "##（二）目标", "到2025年建成。"]
    assert [(f.name, f.components) for f in find(make_reading(lines))] == [("三大行动", [])]
