"""Frameworks whose parts are set as cards: (lines before the cards, cards, name, components, complete)."""

import pytest

from extract.find.frameworks import find

CARDS = [
    (
        ["厦门构建“1+2+N”总体架构。"],
        [
            "城市中枢|“1”：统一调度",
            "数据底座|“2”之一：归集数据",
            "算力底座|“2”之二：供给算力",
            "行业应用|“N”：覆盖交通、医疗",
        ],
        "1+2+N",
        "城市中枢 数据底座 算力底座 行业应用",
    ),
    (
        ["宁波形成智慧城市四层架构，支撑治理提升。"],
        ["感知层|布设传感器8万套", "网络层|光纤到户", "平台层|汇聚数据", "应用层|开放场景"],
        "四层架构",
        "感知层 网络层 平台层 应用层",
    ),
    (
        ["东莞实施数字化转型三大工程。", "三大工程由市工信局统筹。"],
        ["筑基|改造园区网络", "登云|企业上云3万家", "赋能|开放场景120个"],
        "三大工程",
        "筑基 登云 赋能",
    ),
    (
        ["常州推进“五个统一”建设模式。"],
        [
            "01统一规划|一张蓝图",
            "02统一标准|先立标准",
            "03统一平台|集约建设",
            "04统一数据|共享共用",
            "05统一运维|专班负责",
        ],
        "五个统一",
        "统一规划 统一标准 统一平台 统一数据 统一运维",
    ),
    (
        ["#湖州：数字政府3.0五层架构", "湖州迭代数字政府。"],
        ["设施层|云网一体", "数据层|归集数据", "能力层|共性组件", "业务层|重塑流程", "终端层|掌上办事"],
        "五层架构",
        "设施层 数据层 能力层 业务层 终端层",
    ),
]

NONE = [
    # one card more than the name counts; numbers on cards; cards under something else
    (["东莞实施数字化转型三大工程。"], ["筑基|改造网络", "登云|上云", "赋能|开放", "护航|安全"]),
    (["东莞实施数字化转型三大工程。"], ["8.5万套|布设传感器", "28%|投诉下降", "35个|整合系统"]),
    (["东莞实施数字化转型三大工程。", "#结语", "全市持续推进。"], ["筑基|改造网络", "登云|上云", "赋能|开放"]),
]


def read(make_reading, before, cards):
    lines = [*before, *(f"[{line}" for card in cards for line in card.split("|"))]
    reading = make_reading(lines)
    for i, passage in enumerate(reading.texts[len(before) :]):
        passage.box_id = 100 + i // 2
    return reading


@pytest.mark.parametrize(("before", "cards", "name", "parts"), CARDS, ids=[c[2] for c in CARDS])
def test_the_cards_under_a_name_are_its_parts(make_reading, before, cards, name, parts):
    found = find(read(make_reading, before, cards))
    assert [(f.name, " ".join(c.name for c in f.components), f.complete) for f in found] == [(name, parts, True)]
    assert all(c.description and "之" not in c.description for c in found[0].components)


@pytest.mark.parametrize(("before", "cards"), NONE)
def test_other_cards_are_no_parts(make_reading, before, cards):
    assert [c.name for f in find(read(make_reading, before, cards)) for c in f.components] == []


# a card for each count: its title counts, its text lists (name, cards, components with their counts)
COUNTED = [
    (
        "“1+3+5”推进体系",
        [
            "1个数据底座|汇聚重点企业的生产与订单数据",
            "3类服务载体|诊断服务商、实训基地、融资服务专窗",
            "5大重点行业|船舶海工、高端纺织、新材料、电子信息、高端装备",
        ],
        "1 数据底座 3 诊断服务商 3 实训基地 3 融资服务专窗 5 船舶海工 5 高端纺织 5 新材料 5 电子信息 5 高端装备",
    ),
    (
        "“1+2+N”服务体系",
        [
            "1：一个公共服务平台|统一入口，统一标准",
            "2：诊断与培训两类服务|面向规上企业和小微企业",
            "N：多个行业分平台|陶瓷平台、家具平台、家电平台",
        ],
        "1 公共服务平台 2 诊断 2 培训 N 陶瓷平台 N 家具平台 N 家电平台",
    ),
    (
        "“1+N”平台体系",
        ["“1”个城市级平台|统一门户", "“N”类行业平台|文旅平台、物流平台"],
        "1 城市级平台 N 文旅平台 N 物流平台",
    ),
]


@pytest.mark.parametrize(("name", "cards", "parts"), COUNTED, ids=[c[0] for c in COUNTED])
def test_a_card_for_each_count_lists_its_parts(make_reading, name, cards, parts):
    (found,) = find(read(make_reading, [f"#{name}"], cards))
    assert " ".join(f"{c.group} {c.name}" for c in found.components) == parts
    assert found.complete


LABELS = [
    ("“四链融合”推进机制", ["创新链", "产业链", "资金链", "人才链"], ["创新链", "产业链", "资金链", "人才链"]),
    ("“三大引擎”", ["科技", "→", "产业", "→", "金融"], ["科技", "产业", "金融"]),
    # not as many as the name counts; a chart's names with its values
    ("“四链融合”推进机制", ["创新链", "产业链", "资金链"], []),
    ("“三大引擎”", ["2021年", "2022年", "2023年"], []),
]


@pytest.mark.parametrize(("name", "labels", "parts"), LABELS)
def test_as_many_words_in_rings_as_the_name_counts_are_its_parts(make_reading, name, labels, parts):
    reading = make_reading([f"#{name}", *labels, "全市持续推进。"])
    for passage in reading.texts[1:-1]:
        passage.kind = "chart"
    assert [c.name for f in find(reading) for c in f.components] == parts


def test_what_stands_beside_headings_is_said_of_none_of_them(make_reading):
    lines = ["#“四链融合”推进机制", "##创新链", "##产业链", "##资金链", "##人才链", "长沙把经验推广到其他行业。"]
    (found,) = find(make_reading(lines))
    assert [(c.name, c.description) for c in found.components] == [
        (name, None) for name in ("创新链", "产业链", "资金链", "人才链")
    ]


SUMS = [
    (["#“链长+链主”", "##链长", "＋", "##链主", "全市持续推进。"], ["链长 链主"]),
    (["#“平台+生态+服务”双轮", "平台", "生态", "服务"], ["平台 生态 服务"]),
    # nothing is called so under the title; a sum in a sentence
    (["#“链长+链主”", "链长由市领导担任。", "链主由企业担任。"], []),
    (["推行“链长+链主”。", "链长", "链主"], []),
]


@pytest.mark.parametrize(("lines", "parts"), SUMS)
def test_a_sum_in_a_title_with_its_parts_under_it(make_reading, lines, parts):
    assert [" ".join(c.name for c in f.components) for f in find(make_reading(lines))] == parts
