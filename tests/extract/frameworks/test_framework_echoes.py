"""Parts that echo what a name counts, also where it ends in how they work together: (text, name, components)."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    ("推进“产业链”“创新链”“人才链”相互融合，许昌市以“三链融合”引领升级。", "三链融合", "产业链 创新链 人才链"),
    ("南安市打造“三网合一”体系，将政务外网、视频专网、应急网整合为一张城市神经网。", "三网合一", "政务外网 视频专网 应急网"),
    ("宝塔区把“三治融合”延伸到线上，自治有“说事”小程序，法治有“调解室”，德治有“积分”系统。", "三治融合", "自治 法治 德治"),
    ("秦都区实施“三联共建”，组织联建、活动联办、资源联享，覆盖213个小区。", "三联共建", "组织联建 活动联办 资源联享"),
    ("大连市推出“三链一平台”模式，把创新链、产业链、资金链接入平台。", "三链一平台", "创新链 产业链 资金链"),
    ("青白江区推行“三单工作法”（“集单”问需求、“列单”统项目、“晒单”链资源）。", "三单工作法", "集单 列单 晒单"),
    ("丽水市建设天眼守望、公众监督、部门协同“三位一体”监管体系。", "三位一体", "天眼守望 公众监督 部门协同"),
    ("兴安盟以法治强保障、以德治强教化、以智治强支撑，形成“三治融合”体系。", "三治融合", "法治 德治 智治"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "parts"), SENTENCES, ids=[s[1] for s in SENTENCES])
def test_what_echoes_the_name(make_reading, text, name, parts):
    assert [(f.name, " ".join(c.name for c in f.components)) for f in find(make_reading([text]))] == [(name, parts)]


def test_heads_before_colons_also_where_two_lines_run_together(make_reading):
    lines = [
        "#厦门市",
        "##“三端同治”模式",
        "政府端：统一受理、统一派发",
        "企业端：物业协同处置市民端：线索上报、结果评价",
    ]
    (found,) = find(make_reading(lines))
    assert [c.name for c in found.components] == ["政府端", "企业端", "市民端"]


def test_other_heads_before_colons(make_reading):
    lines = ["#厦门市", "##“三端同治”模式", "政府端：统一受理", "企业端：协同处置", "成效：满意度98%"]
    assert [f.components for f in find(make_reading(lines))] in ([], [[]])
