"""Parts that stand in quotation marks before a name, or begin the clauses after its colon: (text, name, components)."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    (
        "南昌围绕“政务服务一网通办、城市运行一网统管、机关办公一网协同、百姓诉求一键直达”的“三网一键”总体布局推进改革。",
        "三网一键",
        "政务服务一网通办 城市运行一网统管 机关办公一网协同 百姓诉求一键直达",
    ),
    (
        "长沙提出“一数一源、一图通览、一脑赋能、一端服务”四个一治理模式。",
        "四个一",
        "一数一源 一图通览 一脑赋能 一端服务",
    ),
    (
        "遵义依托政务“一朵云”、服务“一张网”、办公“一平台”，完善“一云一网一平台”体系。",
        "一云一网一平台",
        "一朵云 一张网 一平台",
    ),
    (
        "烟台推出“三个一”服务体系：一屏览港城，依托中心汇聚指标；一码游港城，整合文旅场景；一键惠企业，通过平台匹配政策。",
        "三个一",
        "一屏览港城 一码游港城 一键惠企业",
    ),
    (
        "合肥条例明确城市大脑由中枢、系统与平台、数字驾驶舱和应用场景等要素组成。",
        "城市大脑",
        "中枢 系统与平台 数字驾驶舱 应用场景",
    ),
    (
        "佛山行动计划明确的“十大行动”中，企业上云、诊断服务、标杆示范等任务进展较快。",
        "十大行动",
        "企业上云 诊断服务 标杆示范",
    ),
    (
        "成都构建“王”字型智慧城市运行架构，横向的三级分别为市级运行中心、区县运行中心和镇街运行中心，纵向贯通各部门。",
        "“王”字型智慧城市运行架构",
        "市级运行中心 区县运行中心 镇街运行中心",
    ),
    ("太原在“四梁八柱”制度框架下开展授权运营。", "四梁八柱", ""),
    ("沈阳以“一脑统管、四域联动”重构城市数字化体系。", "一脑统管、四域联动", ""),
]


@pytest.mark.parametrize(("text", "name", "parts"), SENTENCES, ids=[t[:20] for t, _, _ in SENTENCES])
def test_parts_beside_a_name(make_reading, text, name, parts):
    assert [(f.name, " ".join(c.name for c in f.components)) for f in find(make_reading([text]))] == [(name, parts)]


def test_bullets_after_two_of_a_kind_are_no_parts_of_it(make_reading):
    lines = [
        "武汉建成两座中心，形成“双中心”算力格局。",
        "*产业优势：产量占全国六成。",
        "*应用创新：开放测试道路340公里。",
    ]
    assert [c.name for f in find(make_reading(lines)) for c in f.components] == []


INDEX = "评价体系由数字基建、数字产业、数字治理3个一级指标、15个二级指标和42个三级指标构成。"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["#2.1县域数字经济评价体系", INDEX], [("县域数字经济评价体系", "数字基建 数字产业 数字治理")]),
        (["#二、评价体系", INDEX], []),
        (["#2.1县域数字经济评价体系", "评价体系由3个一级指标、15个二级指标构成。"], []),
        ([INDEX], []),
    ],
)
def test_an_index_is_called_what_the_heading_above_calls_it(make_reading, lines, expected):
    assert [(f.name, " ".join(c.name for c in f.components)) for f in find(make_reading(lines))] == expected
