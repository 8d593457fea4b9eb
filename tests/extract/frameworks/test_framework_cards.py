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
