"""Which pairs are put to a person, and which are not."""

from typing import Any

import pytest

from kb.resolve.candidates import Thing, candidates
from kb.resolve.model import Paper, Told


def thing(table: str, document: str, name: str, key: str | None = None, group: str = "", **fields: Any) -> Thing:
    told = Told(
        Paper(document, None, None, None, 2021, None), table, key or name, {"title": name, "name": name} | fields
    )
    return Thing(table, key or name, name, (told,), group)


POLICIES = [
    # one paper's title, the other's, what else they tell, whether somebody should look
    ("无锡市数字经济行动方案（2020—2022年）", "无锡市数字经济行动方案", {}, {}, "括号"),
    ("无锡市数字经济行动方案（试行）", "无锡市数字经济行动方案", {}, {}, "括号"),
    (
        "无锡市数字经济行动方案（2020—2022年）",
        "无锡市数字经济行动方案（2023—2025年）",
        {"period_from": 2020},
        {"period_from": 2023},
        None,
    ),
    ("国务院关于印发“十四五”数字经济发展规划的通知", "“十四五”数字经济发展规划", {}, {}, "含另一个"),
    ("“十四五”数字经济发展规划", "“十三五”数字经济发展规划", {}, {}, None),
    ("广东省数字经济促进条例", "数字经济促进条例", {}, {}, "含另一个"),
    ("广东省数字经济促进条例", "数字经济促进条例", {"jurisdiction": "440000"}, {"jurisdiction": "330000"}, None),
    ("数字经济促进条例", "数字经济促进条例", {"year": 2021}, {}, "题名相同"),
    ("数字经济促进条例", "数字经济促进条例", {"year": 2021}, {"year": 2020}, None),
    ("关于加快推进新型智慧城市建设的指导意见", "关于加快推动新型智慧城市建设的指导意见", {}, {}, "相近"),
    ("关于加快推进新型智慧城市建设的指导意见", "关于加强城市生活垃圾分类工作的指导意见", {}, {}, None),
    ("实施意见", "关于加快数字化发展的实施意见", {}, {}, None),
    ("实施方案", "实施方案", {}, {}, None),
    (
        "杭州市数字化改革总体方案",
        "宁波市数字化改革总体方案",
        {"jurisdiction": "330100"},
        {"jurisdiction": "330200"},
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "a", "b", "reason"), POLICIES)
def test_policies_that_may_be_one(one, other, a, b, reason):
    pair = [thing("policies", "a", one, f"1{one}", **a), thing("policies", "b", other, f"2{other}", **b)]
    found = [c.reasons[0] for c in candidates(pair, set())]
    assert len(found) == (reason is not None)
    assert all(reason in r for r in found)
    assert len(candidates(pair[::-1], set())) == len(found)


def test_a_number_that_one_tells_is_said():
    pair = [
        thing("policies", "a", "数字经济促进条例", "1"),
        thing("policies", "b", "数字经济促进条例", "2", document_number="国发[2021]29号"),
    ]
    (found,) = candidates(pair, set())
    assert "国发〔2021〕29号" in found.reasons[1]


OWNED = [
    ("济南城市大脑", "城市大脑", "只差地名"),
    ("一体化政务服务平台", "政务服务平台", "含另一个"),
    ("城市运行管理中心", "城市运营管理中心", "相近"),
    ("城市大脑", "政务云", None),
    ("1+5+N", "1+6+N", None),
    ("泉惠企2.0", "泉惠企3.0", None),
]


@pytest.mark.parametrize(("one", "other", "reason"), OWNED)
def test_platforms_of_one_place_with_near_names(one, other, reason):
    pair = [thing("platforms", "a", one, group="370100"), thing("platforms", "b", other, group="370100")]
    assert [reason in c.reasons[0] for c in candidates(pair, set())] == [True] * (reason is not None)
    apart = [pair[0], thing("platforms", "b", other, group="370200")]
    assert candidates(apart, set()) == []


ISSUERS = [
    ("中华人民共和国工业和信息化部", "工业和信息化部", True),
    ("浙江省发展和改革委员会", "浙江省发展改革委员会", True),
    ("河南省人民政府", "河南省人民政府办公厅", False),
    ("国务院", "国务院办公厅", False),
    ("上海市人民政府", "重庆市人民政府", False),
    ("中共江苏省委办公厅", "中共浙江省委办公厅", False),
    ("山东省大数据局", "省大数据局", True),
]


@pytest.mark.parametrize(("one", "other", "found"), ISSUERS)
def test_issuers_with_near_names(one, other, found):
    assert bool(candidates([thing("issuers", "a", one), thing("issuers", "b", other)], set())) is found


@pytest.mark.parametrize(("one", "other", "found"), [("城市治理", "数字治理", True), ("城市治理", "低碳发展", False)])
def test_dimensions_whose_name_may_have_changed(one, other, found):
    pair = [thing("dimensions", "a", one, group="系列"), thing("dimensions", "b", other, group="系列")]
    assert bool(candidates(pair, set())) is found


@pytest.mark.parametrize(
    ("table", "one", "other", "found"),
    [
        ("platforms", "济南城市大脑", "城市大脑", True),
        ("policies", "无锡市数字经济行动方案（2020—2022年）", "无锡市数字经济行动方案", True),
        ("issuers", "山东省大数据局", "省大数据局", True),
        ("dimensions", "城市治理", "数字治理", False),
    ],
)
def test_one_paper_may_call_a_thing_by_two_names_but_tells_its_dimensions_apart(table, one, other, found):
    pair = [thing(table, "a", n, group="370100") for n in (one, other)]
    assert bool(candidates(pair, set())) is found


def test_what_is_decided_never_comes_again():
    pair = [thing("platforms", p, n, group="370100") for p, n in (("a", "济南城市大脑"), ("b", "城市大脑"))]
    assert len(candidates(pair, set())) == 1
    assert candidates(pair, {frozenset(("济南城市大脑", "城市大脑"))}) == []
    assert candidates(pair, {frozenset(("a/济南城市大脑", "城市大脑"))}) == []


def test_only_pairs_with_what_is_touched():
    things = [
        thing("platforms", p, n, group="370100")
        for p, n in (("a", "济南城市大脑"), ("b", "城市大脑"), ("c", "泉城城市大脑"))
    ]
    assert len(candidates(things, set())) == 3
    assert [c.key for c in candidates(things, set(), {"泉城城市大脑"})] == [
        c.key for c in candidates(things, set()) if "泉城城市大脑" in c.key
    ]  # fmt: skip
