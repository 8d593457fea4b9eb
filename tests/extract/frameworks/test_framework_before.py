"""Parts that stand before the name: in its clause, in the clauses or in the sentence before: (text, name, components, complete)."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    # counted again with a noun of the name
    ("和田地区把党建、环保、城管等三张网合为一张网，形成“三网合一”治理格局。", "三网合一", "党建 环保 城管", True),
    # each item holds what is counted
    ("榆树市坚持蓝图绘一张、审批盖一章、服务进一门，落实“三个一”要求。", "三个一", "蓝图绘一张 审批盖一章 服务进一门", True),
    # roles
    ("构建以信用为基础、以数据为支撑、以惩戒为保障的“三位一体”监管机制。", "三位一体", "信用 数据 惩戒", True),
    ("鸡西市将石墨作为“一主”，将大米、奶牛、蜂蜜作为“三特”，形成“一主三特”产业格局。", "一主三特", "石墨 大米 奶牛 蜂蜜", True),
    # named after they were told
    ("伊春市建立了数据主管、数据专员、数据助理组成的三级队伍，称为“三员制”。", "三员制", "数据主管 数据专员 数据助理", True),
    ("白山市将采集、清洗、标注、交易各环节打通。这一“四环链条”成为特色。", "四环链条", "采集 清洗 标注 交易", True),
    ("普洱市建设了市级中心、县级站点、乡镇网点。依托上述“三级驿站”，办事不出镇。", "三级驿站", "市级中心 县级站点 乡镇网点", True),
    ("昭通市搭建了统筹平台，建设了数据中心、指挥中心，完善了网络、算力、安全三项支撑。这一“123”架构降低了成本。", "123", "统筹平台 数据中心 指挥中心 网络 算力 安全", True),
    # made up of counts
    ("形成由1部总章程、N部专门办法、3部区域细则组成的“1+N+3”制度体系。", "1+N+3", "总章程 专门办法 区域细则", False),
    # in the clause before
    ("固原市紧扣“政府、经济、社会、生态”四大领域，构建“四位一体”发展格局。", "四位一体", "政府 经济 社会 生态", True),
    ("推行咖啡产业“三链”融合，以产业链为主体，以创新链为引领，以资金链为支撑。", "三链", "产业链 创新链 资金链", True),
    # a list that ends with its clause, under a name of several counts
    ("日喀则市打造“一云一网一平台”，即政务云、政务外网、共享平台，累计承载系统90个。", "一云一网一平台", "政务云 政务外网 共享平台", True),
    # what is said once more in Latin letters
    ("学者提出“3S”模型，即战略（Strategy）、系统（System）、场景（Scene）。", "3S", "战略 系统 场景", True),
]  # fmt: skip

UNTOLD = [
    "汇聚数据86亿条、接入部门42个、服务市民500万人、办件9万件，“四个满意”机制运行平稳。",
    "新增企业、人才、平台，“三链融合”机制不断完善。",
    "报告显示，教育、医疗、养老进步明显。全市“三个满意”工程继续推进。",
    "聚焦惠民、兴业、优政，有关部门召开会议。“三链融合”机制不断完善。",
    "荆州的“一院三中心”包括服务中心、成果转化和孵化中心，吸引团队20个。",
]


@pytest.mark.parametrize(("text", "name", "parts", "complete"), SENTENCES, ids=[s[0][:16] for s in SENTENCES])
def test_parts_told_before_the_name(make_reading, text, name, parts, complete):
    assert [(f.name, " ".join(c.name for c in f.components), f.complete) for f in find(make_reading([text]))] == [
        (name, parts, complete)
    ]


@pytest.mark.parametrize("text", UNTOLD)
def test_a_list_that_nothing_points_back_to_is_not_taken(make_reading, text):
    assert all(not f.complete for f in find(make_reading([text])))


def test_the_last_group_told_is_no_framework_of_its_own(make_reading):
    text = "按照“两横四纵”架构，两横指平台层、应用层，四纵指标准、安全、运营、组织四大体系。"
    assert [f.name for f in find(make_reading([text]))] == ["两横四纵"]


def test_the_paragraph_under_a_heading_tells_its_counts(make_reading):
    lines = [
        "#乌海市打造“1+2+3”运行体系",
        "依托1个运行中心，贯通公安、城管2个平台，围绕安全、环境、交通3大领域开展监测。",
    ]
    (found,) = find(make_reading(lines))
    assert [c.name for c in found.components] == ["运行中心", "公安", "城管", "安全", "环境", "交通"]
