"""Tiers told in sentences, headings and lists: subject | name | claimed | score range | members | whole?"""

from collections.abc import Callable

import pytest

from extract.find import tiers
from extract.reading import Reading

ONE = [
    (
        ["城市数字化转型第一梯队包含北京、上海、深圳、广州、杭州5个城市，得分均在70分以上，城市整体数字能力全国领先。"],
        ["城市数字化转型 | 第一梯队 | 5 | 70- | 北京 上海 深圳 广州 杭州 | whole"],
    ),
    (
        [
            "#第二梯队（+3）：七城新鲜加入，四城不慎跌出",
            "城市数字化转型第二梯队包含36个城市，得分在55-70之间。其中哈尔滨、长春是新跨入第二梯队的城市。",
        ],
        ["城市数字化转型 | 第二梯队 | 36 | 55-70 | 哈尔滨 长春 | part"],
    ),
    (
        [
            "综合考虑各项指标，将低碳发展Top100城市划分为3个梯队。深圳、北京、珠海、常德和佛山位居第1梯队，水平遥遥领先；"
            "青岛、长沙市、成都等位居第2梯队。"
        ],
        [
            "低碳发展 | 第一梯队 | - | - | 深圳 北京 珠海 常德 佛山 | whole",
            "低碳发展 | 第二梯队 | - | - | 青岛 长沙 成都 | part",
        ],
    ),
    (["北京、上海、深圳处于第一梯队。"], ["- | 第一梯队 | - | - | 北京 上海 深圳 | whole"]),
    (["第一梯队：北京、上海、广州、深圳。"], ["- | 第一梯队 | - | - | 北京 上海 广州 深圳 | whole"]),
    (
        ["*第一梯队（80分以上）：浙江、上海、广东", "*第二梯队（60-80分）：四川、湖北、安徽等"],
        ["- | 第一梯队 | - | 80- | 浙江 上海 广东 | whole", "- | 第二梯队 | - | 60-80 | 四川 湖北 安徽 | part"],
    ),
    (
        ["数字经济发展水平可分为三个梯队，广东、江苏、浙江为第一梯队。"],
        ["数字经济发展水平 | 第一梯队 | - | - | 广东 江苏 浙江 | whole"],
    ),
    (["以成都、武汉、西安为代表的第二梯队加速追赶。"], ["- | 第二梯队 | - | - | 成都 武汉 西安 | part"]),
    (["第三梯队由兰州、西宁、银川3个城市组成，得分低于60分。"], ["- | 第三梯队 | 3 | -60 | 兰州 西宁 银川 | whole"]),
    (["杭州、苏州、成都位列新能源汽车推广第一方阵。"], ["新能源汽车推广 | 第一方阵 | - | - | 杭州 苏州 成都 | whole"]),
    (
        ["智慧城市第一梯队城市包括深圳、杭州等8个城市，综合得分在85分及以上。"],
        ["智慧城市 | 第一梯队 | 8 | 85- | 深圳 杭州 | part"],
    ),
    (["营商环境第一梯队的城市有上海、深圳、广州。"], ["营商环境 | 第一梯队 | - | - | 上海 深圳 广州 | whole"]),
    (
        ["沈阳、大连属于第二梯队，长春、哈尔滨处于第三梯队。"],
        ["- | 第二梯队 | - | - | 沈阳 大连 | whole", "- | 第三梯队 | - | - | 长春 哈尔滨 | whole"],
    ),
    (["今年，合肥、佛山首次进入第一梯队。"], ["- | 第一梯队 | - | - | 合肥 佛山 | part"]),
    (
        ["第二梯队共20个城市，得分介于60分至75分之间，包括宁波、无锡、青岛等。"],
        ["- | 第二梯队 | 20 | 60-75 | 宁波 无锡 青岛 | part"],
    ),
    (
        [
            "将参评城市分为引领型、追赶型、培育型三个梯队。引领型城市包括北京、上海、深圳，追赶型城市有成都、武汉、南京等12个。"
        ],
        ["- | 引领型 | - | - | 北京 上海 深圳 | whole", "- | 追赶型 | 12 | - | 成都 武汉 南京 | part"],
    ),
    (
        ["#第一梯队", "北京、上海、深圳、广州。", "##第二梯队：潜力城市", "城市：成都、武汉等10个城市"],
        ["- | 第一梯队 | - | - | 北京 上海 深圳 广州 | whole", "- | 第二梯队 | 10 | - | 成都 武汉 | part"],
    ),
    (
        ["数字政府指数第1梯队有上海、北京、广东3个省市，第2梯队有浙江、江苏、四川。"],
        [
            "数字政府指数 | 第一梯队 | 3 | - | 上海 北京 广东 | whole",
            "数字政府指数 | 第二梯队 | - | - | 浙江 江苏 四川 | whole",
        ],
    ),
    (["从得分看，第一梯队为得分90分以上的城市，包括杭州、深圳。"], ["- | 第一梯队 | - | 90- | 杭州 深圳 | whole"]),
    (["第三档（60分以下）共15个城市。"], ["- | 第三档 | 15 | -60 |  | part"]),
    (["宁波、苏州两市从第二梯队晋级第一梯队。"], ["- | 第一梯队 | - | - | 宁波 苏州 | part"]),
]
NONE = [
    "数字低碳百强城市第一梯队和第二梯队主要分布在江苏、广东、福建、山东、浙江、河南等省份。",
    "豆包、智谱等标杆模型性能稳居全球第一梯队。",
    "全球基础算力竞争以美国和中国为第一梯队。",
    "南京、西安跌出第一梯队。",
    "力争到2025年，郑州、长沙进入第一梯队。",
    "第一梯队城市与北京、上海的差距不断缩小。",
    "赛迪顾问将数字化转型百强城市分为三个梯队。",
]


def shown(reading: Reading) -> list[str]:
    def number(value: float | None) -> str:
        return "" if value is None else f"{value:g}"

    found = []
    for t in tiers.find(reading):
        scores = f"{number(t.score_min)}-{number(t.score_max)}" if t.score_min or t.score_max else "-"
        members = " ".join(m.removesuffix("市").removesuffix("省") for m in t.members)
        whole = "whole" if t.complete else "part"
        found.append(f"{t.subject or '-'} | {t.name} | {t.claimed or '-'} | {scores} | {members} | {whole}")
    return found


@pytest.mark.parametrize(("lines", "expected"), ONE)
def test_tiers(make_reading: Callable[..., Reading], lines: list[str], expected: list[str]) -> None:
    assert shown(make_reading(lines)) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_tiers(make_reading: Callable[..., Reading], sentence: str) -> None:
    assert shown(make_reading([sentence])) == []
