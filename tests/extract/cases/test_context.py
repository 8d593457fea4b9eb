"""Which place a span is about."""

import pytest

from extract.context import place_of, sentence_of

# the span asked about stands in ⟦⟧
SENTENCES = [
    ("济南成立公司，搭建⟦运行管理中心⟧。", "济南市"),
    ("2020年，成都市人民政府印发方案，为⟦智慧城市⟧建设提供指南。", "成都市"),
    ("其中江苏省大力支持无锡、昆山国家级超算中心建设，北京已在全国率先实现⟦超算云服务化⟧。", "北京市"),
    ("其中江苏省大力支持无锡建设⟦超算中心⟧，北京已率先实现超算云服务化。", "江苏省"),
    ("四川省成都⟦超算中心⟧是西部第一家。", "成都市"),
    ("广东“粤省事”、浙江“⟦浙里办⟧”、上海“随申办”等移动端。", "浙江省"),
    ("厦门市：对已备案的企业给予奖励。产品已上架到⟦AI产业服务平台⟧上的，另加奖励。", "厦门市"),
    ("以杭州为例，⟦城市大脑⟧已覆盖全市。", "杭州市"),
    ("在深圳，⟦一网统管⟧体系基本建成。", "深圳市"),
    ("北京、上海、深圳均建成⟦城市大脑⟧。", None),
    ("我国⟦算力规模⟧持续扩大。", None),
    ("企业与深圳、武汉等地方政府合作推进⟦计算中心⟧。", None),
    ("武汉大学牵头建设⟦遥感平台⟧。", None),
    ("近年来，贵阳市深耕大数据。先后建成⟦块数据平台⟧。", "贵阳市"),
    ("近年来，贵阳市深耕大数据。合肥市紧随其后。先后建成⟦块数据平台⟧。", None),
    ("《上海市数据条例》施行后，⟦数据交易所⟧挂牌。", None),
    ("截至2021年底，海淀区建成⟦城市大脑⟧。", "海淀区"),
    ("如上海推出⟦随申办⟧。", "上海市"),
    ("浙江省杭州市打造⟦城市大脑⟧2.0。", "杭州市"),
    ("借鉴上海经验，推进⟦一网统管⟧。", None),
]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_the_place_a_sentence_names_as_its_subject(make_reading, marked, expected):
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    reading = make_reading([marked.replace("⟦", "").replace("⟧", "")])
    found = place_of(reading, 0, start, end)
    assert (found.name if found else None) == expected


def test_a_sentence_ends_after_the_quotation_mark_that_closes_it():
    text = "他说：“好。”下一句！最后"
    assert [text[slice(*sentence_of(text, i))] for i in (0, 7, 11)] == ["他说：“好。”", "下一句！", "最后"]


def test_the_heading_speaks_where_the_sentence_does_not(make_reading):
    reading = make_reading(["#一、评价结果", "##（一）苏州市", "建成城市运行管理平台。"])
    assert place_of(reading, 2, 0, 2).name == "苏州市"


def test_the_paper_speaks_where_nothing_else_does(make_reading):
    reading = make_reading(["#一、总体情况", "建成城市运行管理平台。"], title="2023深圳市数字政府发展白皮书")
    assert place_of(reading, 1, 0, 2).name == "深圳市"
