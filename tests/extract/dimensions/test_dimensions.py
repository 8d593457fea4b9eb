"""The dimensions of a paper's index: level | name | statement | leaders."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.find import dimensions
from extract.model import Cell, Char, Grid
from extract.reading import Reading
from extract.words import lexicon, pattern

SIX = "信息基础、城市治理、社会服务、产业经济、创新保障、低碳发展六个维度解码城市数字化转型趋势。"

PAPERS = [
    (
        [
            SIX,
            "*• 信息基础：建设卓有成效，转型支撑体系基本完善",
            "*• 城市治理：数字能力相对较强，治理效能不断提高",
            "*• 社会服务：数字能力比较薄弱，特色应用有待加强",
            "*• 产业经济：与数字技术融合初见成效，发展潜力足",
            "*• 创新保障：创新发展能力不足，创新保障有待强化",
            "*• 低碳发展：绿色低碳任重道远，数字发展刚刚起步",
            "百强城市整体数字化能力较强，其中上海在信息基础、杭州在城市治理能力较为出众。但百强城市在社会服务、创新保障方面差距较大。",
        ],
        [
            "1 | 信息基础 | 建设卓有成效，转型支撑体系基本完善 | 上海市",
            "1 | 城市治理 | 数字能力相对较强，治理效能不断提高 | 杭州市",
            "1 | 社会服务 | 数字能力比较薄弱，特色应用有待加强 | ",
            "1 | 产业经济 | 与数字技术融合初见成效，发展潜力足 | ",
            "1 | 创新保障 | 创新发展能力不足，创新保障有待强化 | ",
            "1 | 低碳发展 | 绿色低碳任重道远，数字发展刚刚起步 | ",
        ],
    ),
    (
        [
            "本白皮书从算力规模、算力环境和算力应用三个维度建立总体框架。",
            "维度一：算力规模。主要基于三类算力来衡量。智能算力主要是加速器。",
            "维度二：算力环境。主要基于网络环境和算力投入来衡量。",
            "维度三：算力应用。主要基于消费应用和行业应用来衡量。",
        ],
        [
            "1 | 算力规模 | 主要基于三类算力来衡量 | ",
            "1 | 算力环境 | 主要基于网络环境和算力投入来衡量 | ",
            "1 | 算力应用 | 主要基于消费应用和行业应用来衡量 | ",
        ],
    ),
    (
        ["开放数林指数由准备度、平台层、数据层、利用层四个维度组成。", "在数据层维度，上海、浙江得分最高。"],
        ["1 | 准备度 | - | ", "1 | 平台层 | - | ", "1 | 数据层 | - | 上海市 浙江省", "1 | 利用层 | - | "],
    ),
    (
        ["指标体系包含4个一级指标，分别为数字基础设施、数字经济、数字社会和数字政府。", "数字经济方面，深圳优势明显。"],
        ["1 | 数字基础设施 | - | ", "1 | 数字经济 | - | 深圳市", "1 | 数字社会 | - | ", "1 | 数字政府 | - | "],
    ),
    (
        [
            "营商环境评价设置“市场主体满意度”“政务服务”“法治环境”3个维度。",
            "（1）政务服务维度：全国一体化平台全面建成。",
        ],
        ["1 | 市场主体满意度 | - | ", "1 | 政务服务 | 全国一体化平台全面建成 | ", "1 | 法治环境 | - | "],
    ),
    (
        ["设立三个分指数：创新投入指数、创新产出指数、创新环境指数。"],
        ["1 | 创新投入指数 | - | ", "1 | 创新产出指数 | - | ", "1 | 创新环境指数 | - | "],
    ),
    (["政策、资金和人才三个方面共同发力。", "北京、上海、深圳三个城市入选。"], []),
    (
        ["从制度、技术、数据等5个维度评估。", "##制度：顶层设计不断完善"],
        ["1 | 制度 | 顶层设计不断完善 | ", "1 | 技术 | - | ", "1 | 数据 | - | "],
    ),
    (
        [
            "评估涵盖服务供给能力、服务响应能力、服务智慧能力三个一级指标。",
            "得分最高的服务供给能力维度中，浙江位居第一。",
            "服务智慧能力得分最高的是广东。",
        ],
        ["1 | 服务供给能力 | - | 浙江省", "1 | 服务响应能力 | - | ", "1 | 服务智慧能力 | - | 广东省"],
    ),
    (
        ["本报告从基础、管理、服务、安全四个方面构建评价指标体系。", "数字治理。全国推进一网统管。"],
        ["1 | 基础 | - | ", "1 | 管理 | - | ", "1 | 服务 | - | ", "1 | 安全 | - | "],
    ),
    (
        [
            "评价指标体系由3个一级指标（治理能力、服务水平、数据资源）、12个二级指标构成。",
            "（一）治理能力。各地推进一网统管，成效明显。平均得分68分。",
            "2.服务水平维度：掌上办事成为主流",
            "数据资源方面，上海、浙江优势明显。",
        ],
        [
            "1 | 治理能力 | 各地推进一网统管，成效明显 | ",
            "1 | 服务水平 | 掌上办事成为主流 | ",
            "1 | 数据资源 | - | 上海市 浙江省",
        ],
    ),
    (
        [
            "指数包含发展环境、信息基础、产业数字化三大分指数。",
            "信息基础指数：平均值71.2，北京最高",
            "发展环境分指数平均得分65分。",
        ],
        ["1 | 发展环境 | - | ", "1 | 信息基础 | 平均值71.2，北京最高 | ", "1 | 产业数字化 | - | "],
    ),
    (
        ["##评价维度", "*1.创新力：创新投入持续增加", "*2.生产力：产业基础坚实", "*3.融合力：两业融合加快"],
        ["1 | 创新力 | 创新投入持续增加 | ", "1 | 生产力 | 产业基础坚实 | ", "1 | 融合力 | 两业融合加快 | "],
    ),
    # judgements one after the other, under words that lead to the dimensions
    (
        [
            "评价对三项一级指标的总体判断如下：",
            "设施底座：覆盖面持续扩大，城乡差距仍存",
            "数据治理：目录日趋完整，质量参差不齐",
            "应用成效：亮点频出，协同不足",
        ],
        [
            "1 | 设施底座 | 覆盖面持续扩大，城乡差距仍存 | ",
            "1 | 数据治理 | 目录日趋完整，质量参差不齐 | ",
            "1 | 应用成效 | 亮点频出，协同不足 | ",
        ],
    ),
    (
        [
            "##四个维度看县域",
            "农业生产——无人农机铺开，丘陵山区掉队。示范县作业面积120万亩。",
            "乡村物流——快递进村提速，冷链短板突出。",
            "农村金融——线上授信普及，风控能力偏弱。",
            "公共服务——远程问诊常态化，老人使用率低。",
        ],
        [
            "1 | 农业生产 | 无人农机铺开，丘陵山区掉队 | ",
            "1 | 乡村物流 | 快递进村提速，冷链短板突出 | ",
            "1 | 农村金融 | 线上授信普及，风控能力偏弱 | ",
            "1 | 公共服务 | 远程问诊常态化，老人使用率低 | ",
        ],
    ),
    (
        [
            "我们用“三力”评价模型打分。",
            "*■ 【引才力】政策加码，留人不易",
            "*■ 【育才力】高校集聚，转化不畅",
            "*■ 【用才力】岗位充足，薪酬偏低",
        ],
        [
            "1 | 引才力 | 政策加码，留人不易 | ",
            "1 | 育才力 | 高校集聚，转化不畅 | ",
            "1 | 用才力 | 岗位充足，薪酬偏低 | ",
        ],
    ),
    (
        [
            "报告把韧性拆作三个要素：防灾能力、应急能力、恢复能力。",
            "防灾能力：监测预警成网，老旧管网堪忧",
            "恢复能力：重建提速，保险覆盖不足",
            "应急能力：指挥一体化，基层力量薄弱",
        ],
        [
            "1 | 防灾能力 | 监测预警成网，老旧管网堪忧 | ",
            "1 | 应急能力 | 指挥一体化，基层力量薄弱 | ",
            "1 | 恢复能力 | 重建提速，保险覆盖不足 | ",
        ],
    ),
    # a heading that is the dimension's name, and the judgement that opens its text
    (
        [
            "评价体系由绿色供给、绿色消费2个一级指标组成。",
            "##（一）绿色供给",
            "电源结构趋优，储能调峰承压。西部装机增长8%。",
            "##（二）绿色消费",
            "绿电交易活跃，认证标准不一。",
        ],
        ["1 | 绿色供给 | 电源结构趋优，储能调峰承压 | ", "1 | 绿色消费 | 绿电交易活跃，认证标准不一 | "],
    ),
    # labels that judge nothing of an index
    (
        [
            "##主要做法",
            "统一标准：制定规范，明确口径",
            "统一平台：集约建设，避免重复",
            "统一运营：公司化运作，长效管理",
        ],
        [],
    ),
]


def shown(reading: Reading) -> list[str]:
    return [f"{d.level} | {d.name} | {d.statement or '-'} | {' '.join(d.leaders)}" for d in dimensions.find(reading)]


@pytest.mark.parametrize(("lines", "expected"), PAPERS)
def test_dimensions(make_reading: Callable[..., Reading], lines: list[str], expected: list[str]) -> None:
    assert shown(make_reading(lines)) == expected


def grid(rows: list[list[str]]) -> Grid:
    seen: dict[tuple[int, str], Cell] = {}

    def cell(column: int, text: str) -> Cell:
        fresh = Cell(text, [Char(c, 0, 0, 9, 9, 1, 9, "Song", False, 0, 9) for c in text], (0, 0, 9, 9))
        return seen.setdefault((column, text), fresh)

    return Grid([[cell(i, t) for i, t in enumerate(row)] for row in rows], [(1, (0, 0, 99, 99))], header_rows=1)


SYSTEM = [
    ["一级指标", "二级指标", "三级指标", "单位"],
    ["算力规模", "基础算力", "服务器算力规模", "EFlops"],
    ["算力规模", "智能算力", "加速器算力规模", "EFlops"],
    ["算力环境", "网络环境", "出口带宽", "Tbps"],
]


def test_a_table_of_indicators_gives_levels(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["指标体系见下表。"])
    reading.grids.append(grid(SYSTEM))
    assert shown(reading) == [
        "1 | 算力规模 | - | ", "2 | 基础算力 | - | ", "3 | 服务器算力规模 | - | ", "2 | 智能算力 | - | ",
        "3 | 加速器算力规模 | - | ", "1 | 算力环境 | - | ", "2 | 网络环境 | - | ", "3 | 出口带宽 | - | ",
    ]  # fmt: skip


LAID_OUT = [["一级指标", "权重", "主要内容"], ["组织保障", "30%", "机构与经费"], ["数据底座", "70%", "归集与治理"]]


def test_a_table_of_one_level_that_lays_out_the_index(make_reading: Callable[..., Reading]) -> None:
    lines = ["#组织保障：统筹机制普遍建立", "各地成立专班。", "#数据底座：归集规模快速增长", "数据归集加快。"]
    whole = "在优化评价方法的基础上，从发展环境、区域格局和城市实践三个方面展开研究。"
    reading = make_reading([whole, *lines])
    reading.grids.append(replace(grid(LAID_OUT), title="城市数字政府评价指标体系"))
    assert shown(reading) == ["1 | 组织保障 | 统筹机制普遍建立 | ", "1 | 数据底座 | 归集规模快速增长 | "]


def test_a_table_that_weighs_indicators_lays_them_out(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["#评价体系：两个维度看能力"])
    reading.grids.append(grid(LAID_OUT))
    assert shown(reading) == ["1 | 组织保障 | - | ", "1 | 数据底座 | - | "]


def test_a_table_of_results_by_indicator_lays_out_nothing(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["结果见下表。"])
    results = [["一级指标", "平均分", "最高分"], ["组织保障", "61.2", "88.0"], ["数据底座", "55.4", "91.3"]]
    reading.grids.append(replace(grid(results), title="各地得分情况"))
    assert shown(reading) == []


def test_a_sentence_calls_the_dimensions_of_the_table_by_a_word_each(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["报告从组织、数据两个维度出发，构建评价指标体系。"])
    reading.grids.append(grid(LAID_OUT))
    assert shown(reading) == ["1 | 组织保障 | - | ", "1 | 数据底座 | - | "]
    reading = make_reading(["报告从组织、经费两个维度出发，构建评价指标体系。"])
    reading.grids.append(grid(LAID_OUT))
    assert "1 | 经费 | - | " in shown(reading)


def test_a_table_that_judges_each_dimension(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["各维度权重与判断见下表。"])
    rows = [
        ["评价维度", "权重", "总体判断"],
        ["供给能力", "40%", "总量充足，结构失衡"],
        ["流通能力", "60%", "交易升温，确权滞后"],
    ]
    reading.grids.append(grid(rows))
    assert shown(reading) == ["1 | 供给能力 | 总量充足，结构失衡 | ", "1 | 流通能力 | 交易升温，确权滞后 | "]


@pytest.mark.parametrize("name", ["judging", "named", "introducing"])
def test_examples_of_headers_and_leads(name: str) -> None:
    group = lexicon("dimensions")[name]
    assert all(pattern("dimensions", name).search(text) for text in group["yes"])
    assert not any(pattern("dimensions", name).search(text) for text in group["no"])


def test_statements_win_over_the_lower_levels_of_a_table(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["*算力规模：增长迅速，居全球第二", "*算力环境：网络质量不断提升"])
    reading.grids.append(grid(SYSTEM))
    assert shown(reading) == ["1 | 算力规模 | 增长迅速，居全球第二 | ", "1 | 算力环境 | 网络质量不断提升 | "]


@pytest.mark.parametrize("name", ["nouns", "naming"])
def test_examples_of_counting(make_reading: Callable[..., Reading], name: str) -> None:
    group = lexicon("dimensions")[name]
    for sentence in group["reads"]:
        assert dimensions.find(make_reading([sentence])), sentence
    for sentence in group["refuses"]:
        assert not dimensions.find(make_reading([sentence])), sentence


def test_examples_of_leading(make_reading: Callable[..., Reading]) -> None:
    def leaders(sentence: str) -> list[str]:
        return [x for d in dimensions.find(make_reading([SIX.replace("解码", "评价"), sentence])) for x in d.leaders]

    group = lexicon("dimensions")["leading"]
    assert all(leaders(s) for s in group["reads"])
    assert not any(leaders(s) for s in group["refuses"])


LEADERS = [
    ("北京在“创新保障”上排名第一，苏州在“产业经济”维度居全国首位。", "产业经济=苏州市 创新保障=北京市"),
    ("杭州的城市治理得分位居全国第一，高出第二名1.8分。", "城市治理=杭州市"),
    ("上海社会服务得分最高，为92.3分。", "社会服务=上海市"),
    ("信息基础维度排名首位的城市是广州。", "信息基础=广州市"),
    ("产业经济指数第一名为深圳，低碳发展指数第一名为海口。", "产业经济=深圳市 低碳发展=海口市"),
    ("低碳发展维度，厦门位列榜首。", "低碳发展=厦门市"),
    ("信息基础维度上海以91.2分居首，城市治理维度杭州领跑。", "信息基础=上海市 城市治理=杭州市"),
    ("宁波在信息基础和产业经济两个单项上排名第一。", "产业经济=宁波市 信息基础=宁波市"),
    ("推进城市治理杭州经验全国领先。", ""),
    ("天津的信息基础得分位居全国第八。", ""),
    ("北京的社会服务水平与上海存在差距。", ""),
    ("南京的城市治理得分低于杭州。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), LEADERS)
def test_who_leads_in_which_dimension(make_reading: Callable[..., Reading], sentence: str, expected: str) -> None:
    found = dimensions.find(make_reading([SIX.replace("解码", "评价"), sentence]))
    assert " ".join(f"{d.name}={x}" for d in sorted(found, key=lambda d: d.name) for x in d.leaders) == expected
