"""Issuers and years told in lines of their own over or under a title: cards of policies, chronicles set in lines."""

import pytest

from extract.find import policies

# (lines, title -> issuers and year)
CARDS = {
    "date, issuer, title, sentence": (
        [
            "[2023年2月",
            "[中共中央、国务院",
            "[#《数字中国建设整体布局规划》",
            "[夯实数字基础设施和数据资源体系",
            "|间",
            "[2023年12月",
            "[国家数据局等17部门",
            "[#《“数据要素×”三年行动计划（2024—2026年）》",
            "[释放数据要素价值",
        ],
        {
            "数字中国建设整体布局规划": (["中共中央", "国务院"], 2023),
            "“数据要素×”三年行动计划（2024—2026年）": (["国家数据局"], 2023),
        },
    ),
    "title first": (
        ["#《苏州市数字经济行动方案》", "2024年3月", "苏州市人民政府办公室", "建设一批场景，服务企业。"],
        {"苏州市数字经济行动方案": (["苏州市人民政府办公室"], 2024)},
    ),
    "title first, without sentences: a line tells of one title only": (
        ["《数据管理办法》", "财政部", "2021.08", "《算力发展意见》", "工业和信息化部等六部门", "2023.10"],
        {"数据管理办法": (["财政部"], 2021), "算力发展意见": (["工业和信息化部"], 2023)},
    ),
    "date and issuer on one line": (
        ["2022-12｜国务院办公厅", "《关于深化监管的指导意见》", "明确清单，分类推进。"],
        {"关于深化监管的指导意见": (["国务院办公厅"], 2022)},
    ),
    "issuer and date on one line under the title": (
        ["* 《陕西省数字化转型行动方案》", "发布机构：陕西省人民政府 2023年5月", "到2025年，建成一批平台。"],
        {"陕西省数字化转型行动方案": (["陕西省人民政府"], 2023)},
    ),
    "issuer with a verb": (
        ["国家网信办等七部门联合发布", "《算法管理规定》", "规范服务。"],
        {"算法管理规定": (["国家网信办"], None)},
    ),
    "date under the title of a card": (
        ["[山东省大数据局", "[《山东省公共数据办法》", "[2022年4月", "[推进共享开放"],
        {"山东省公共数据办法": (["山东省大数据局"], 2022)},
    ),
    "an organ that heads a card whose text begins with the title": (
        ["[#苏州市文化广电和旅游局", "[《苏州市文旅产业措施》对沉浸式演艺给予奖补。"],
        {"苏州市文旅产业措施": (["苏州市文化广电和旅游局"], None)},
    ),
    "an organ over a text that names the title later": (
        ["[#苏州市文化广电和旅游局", "[近年来出台的《苏州市文旅产业措施》给予奖补。"],
        {"苏州市文旅产业措施": ([], None)},
    ),
    "a sentence under the title that leaves it out": (
        ["#《江苏省试点实施方案》", "江苏省人民政府办公厅印发（苏政办发〔2024〕38号），支持设区市开展试点。"],
        {"江苏省试点实施方案": (["江苏省人民政府办公厅"], 2024)},
    ),
    "such a sentence with a date": (
        ["#《算力发展意见》", "2023年10月，工业和信息化部等六部门联合印发，明确了目标。"],
        {"算力发展意见": (["工业和信息化部"], 2023)},
    ),
    # a heading, a sentence or a mere place is no issuer; what stands in another box is told of another title
    "no organ": (["江苏省", "《制造业转型行动计划》", "分级分类推进改造。"], {"制造业转型行动计划": ([], None)}),
    "a title in a sentence": (
        ["国务院办公厅", "近日，《监管意见》明确了清单。"],
        {"监管意见": ([], None)},
    ),
    "another box": (
        ["[2021年", "[《数据办法》", "[规范管理", "|间", "[财政部", "[《预算办法》"],
        {"数据办法": ([], None), "预算办法": (["财政部"], None)},
    ),
}


@pytest.mark.parametrize("name", CARDS)
def test_lines_beside_a_title_tell_its_issuer(make_reading, name):
    lines, wanted = CARDS[name]
    found = policies.find(make_reading(lines))
    assert {p.title: (p.issuers, p.year) for p in found} == wanted


NUMBERS = {
    "issuer, then number": (
        ["[《数据行动计划》", "[国家数据局等17部门", "[国数政策〔2023〕11号", "[选取12个行业"],
        "国数政策〔2023〕11号",
    ),
    "number, then issuer": (
        ["[《数据行动计划》", "[国数政策〔2023〕11号", "[国家数据局等17部门"],
        "国数政策〔2023〕11号",
    ),
    "issuer and number on one line, as a timeline sets it": (
        ["[《数据资产意见》", "[财政部·财资〔2023〕141号"],
        "财资〔2023〕141号",
    ),
    "number named in a line that tells more": (
        ["[《数据行动计划》", "[各地落实国数政策〔2023〕11号的做法"],
        None,
    ),
    "date, then number": (["[《数据行动计划》", "[2023年12月", "[（国数政策〔2023〕11号）"], "国数政策〔2023〕11号"),
    "named in a sentence under the title": (
        ["#《长江城市群实施方案》", "国家发展改革委印发，文号为发改规划〔2022〕266号，提出共建设施。"],
        "发改规划〔2022〕266号",
    ),
    "in a sentence under the title": (
        ["#《江苏省试点实施方案》", "江苏省人民政府办公厅印发（苏政办发〔2024〕38号），支持设区市开展试点。"],
        "苏政办发〔2024〕38号",
    ),
    # words that tell more, or another box, part a number from a title
    "behind a sentence": (["[《数据行动计划》", "[选取12个行业和领域。", "[国数政策〔2023〕11号"], None),
    "in another box": (["[《数据行动计划》", "[国家数据局", "|间", "[国数政策〔2023〕11号"], None),
    "of another title": (
        ["《数据行动计划》", "国务院办公厅印发《监管意见》（国办发〔2022〕12号），明确了清单。"],
        None,
    ),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_lines_beside_a_title_tell_its_number(make_reading, name):
    lines, wanted = NUMBERS[name]
    assert policies.find(make_reading(lines))[0].document_number == wanted


OVER = {
    "number, issuer and date over the title": (
        ["文号：国办发〔2022〕102号", "发布机构：国务院办公厅", "发布时间：2022年9月13日", "《数据体系建设指南》"],
        {"数据体系建设指南": ("国办发〔2022〕102号", ["国务院办公厅"])},
    ),
    "cards one under the other, the number over each": (
        ["国办发〔2022〕102号", "《数据体系建设指南》", "国发〔2022〕14号", "《数字政府意见》"],
        {
            "数据体系建设指南": ("国办发〔2022〕102号", ["国务院办公厅"]),
            "数字政府意见": ("国发〔2022〕14号", ["国务院"]),
        },
    ),
    "issuer and number under each": (
        ["《会计暂行规定》", "财政部·财会〔2023〕11号", "《数据行动计划》", "国家数据局 国数政策〔2023〕11号"],
        {"会计暂行规定": ("财会〔2023〕11号", ["财政部"]), "数据行动计划": ("国数政策〔2023〕11号", ["国家数据局"])},
    ),
    "the number under each": (
        ["《数据体系建设指南》", "国办发〔2022〕102号", "《数字政府意见》", "国发〔2022〕14号"],
        {
            "数据体系建设指南": ("国办发〔2022〕102号", ["国务院办公厅"]),
            "数字政府意见": ("国发〔2022〕14号", ["国务院"]),
        },
    ),
}


@pytest.mark.parametrize("name", OVER)
def test_numbers_on_lines_over_titles(make_reading, name):
    lines, wanted = OVER[name]
    assert {p.title: (p.document_number, p.issuers) for p in policies.find(make_reading(lines))} == wanted


NOTES = {
    "of the place of one": (
        [
            "郑州市人民政府印发《郑州市内涝防治方案》，《河南省防洪方案》也已出台。",
            "!郑政〔2021〕31号，2021年12月印发。",
        ],
        {"郑州市内涝防治方案": "郑政〔2021〕31号", "河南省防洪方案": None},
    ),
    "of the nation's only one": (
        ["《城镇排水条例》明确了责任。", "!2013年10月2日以国务院令第641号公布。"],
        {"城镇排水条例": "国务院令第641号"},
    ),
    "of either of two": (
        ["《城镇排水条例》《城镇供水条例》明确了责任。", "!国务院令第641号。"],
        {"城镇排水条例": None, "城镇供水条例": None},
    ),
    "by their marks": (
        [
            "遵循《个人信息出境办法》①和《数据跨境流动规定》②。",
            "!①国家互联网信息办公室令第13号。",
            "!②国务院令第790号，2024年公布。",
        ],
        {"个人信息出境办法": "国家互联网信息办公室令第13号", "数据跨境流动规定": "国务院令第790号"},
    ),
    "in a sentence on this plan": (
        [
            "《德阳市数据要素行动计划》《德阳市数据条例》提出目标。",
            "!该行动计划由德阳市人民政府办公室于2023年6月印发，文号为德办函〔2023〕27号。",
        ],
        {"德阳市数据要素行动计划": "德办函〔2023〕27号", "德阳市数据条例": None},
    ),
    "of another place": (
        ["郑州市人民政府印发《郑州市内涝防治方案》。", "!洪府办发〔2021〕56号。"],
        {"郑州市内涝防治方案": None},
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_numbers_told_in_footnotes(make_reading, name):
    lines, wanted = NOTES[name]
    found = {p.title: p.document_number for p in policies.find(make_reading(lines))}
    assert {title: found[title] for title in wanted} == wanted


def test_a_footnote_names_the_organ_of_a_place_that_the_text_names(make_reading):
    note = "!该行动计划由德阳市人民政府办公室于2023年6月印发，文号为德办函〔2023〕27号。"
    (policy,) = policies.find(make_reading(["德阳市印发《德阳市数据要素行动计划》。", note]))
    assert (policy.document_number, policy.issuers) == ("德办函〔2023〕27号", ["德阳市人民政府办公室"])
