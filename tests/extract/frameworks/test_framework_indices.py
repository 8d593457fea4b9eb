"""An index and its levels: a framework where a table lays it out, else the dimensions of a ranking."""

import pytest
from grids import grid_of, reading_of, table

from extract.find.frameworks import find

NAMED = """
一级指标 | 二级指标 | 三级指标 | 单位
算网供给 | 网络能力 | 千兆用户占比 | %
^        | 算力能力 | 智算规模     | PFlops
数据活力 | 开放水平 | 有效数据集   | 个
"""
WEIGHTED = """
一级指标 | 权重 | 二级指标     | 三级指标数
供给     | 40%  | 网络能力     | 5
需求     | 60%  | 应用普及     | 3
"""
LISTED = """
一级指标 | 二级指标
基础     | 网络设施、算力设施
治理     | 政务服务、城市管理
"""
DIMENSIONS = [
    "评估团队建立了包含准备度、平台层、数据层、利用层四个维度的开放数据评估体系。",
    "课题组从基础、应用和保障三个方面构建了城市治理现代化评价指标体系。",
    "本报告营商环境评价体系涵盖市场准入、要素保障、法治环境三个维度。",
    "县域数字化评价体系由数字基础、数字产业、数字民生三个一级指标构成。",
    "指数沿用“投入—产出—成效”评价体系。",
    "评价指标体系延续“基础—能力—应用—成效”的总体框架，共设20个指标。",
]

TIERS = [
    "根据得分情况，50强城市划分为领跑型、追赶型、起步型三类。",
    "各城市可分为领先型、成长型两类。领先型城市10个，得分在70分以上。",
    "依据综合排名，样本县域归为引领型、发展型、培育型三类。",
]

AREAS = [
    "国务院印发《意见》，明确了科学技术、产业发展、民生福祉三大重点行动。",
    "中央网信办等部门印发《行动计划》，部署数字基础设施升级、智慧农业发展等8个方面的重点行动。",
]


def told(found):
    return [(f.name, " ".join(c.name for c in f.components)) for f in found]


@pytest.mark.parametrize(
    ("text", "parts"), [(NAMED, "算网供给 数据活力"), (WEIGHTED, "供给 需求"), (LISTED, "基础 治理")]
)
def test_a_table_that_lays_out_an_index_is_a_framework(text, parts):
    reading = reading_of([grid_of(table(text), title="数字城市指标体系")])
    assert told(find(reading)) == [("数字城市指标体系", parts)]


@pytest.mark.parametrize(
    ("over", "name"),
    [
        ("指数框架：城市转型评价指标体系", "城市转型评价指标体系"),
        ("指数框架", None),
        ("城市转型评价的方法与数据", None),
    ],
)
def test_an_index_without_a_caption_is_called_as_the_heading_over_its_table_ends(over, name):
    reading = reading_of([grid_of(table(WEIGHTED), label=None)], over)
    reading.texts[0].kind = "heading"
    assert [f.name for f in find(reading)] == ([name] if name else [])


def test_a_table_of_scores_is_none():
    assert find(reading_of([grid_of(table(WEIGHTED), title="一级指标得分情况")])) == []


@pytest.mark.parametrize("text", DIMENSIONS)
def test_what_an_index_is_built_from_are_dimensions(make_reading, text):
    assert find(make_reading([text])) == []


@pytest.mark.parametrize("text", TIERS)
def test_types_by_score_are_tiers(make_reading, text):
    assert find(make_reading([text])) == []


@pytest.mark.parametrize("text", AREAS)
def test_areas_in_which_a_policy_acts_are_no_framework(make_reading, text):
    assert find(make_reading([text])) == []


def test_named_actions_of_a_policy_are_one(make_reading):
    text = "国务院印发《行动方案》，部署网络提速行动、算力提升行动等6个方面的重点行动。"
    assert told(find(make_reading([text]))) == [("6个方面的重点行动", "网络提速行动 算力提升行动")]
