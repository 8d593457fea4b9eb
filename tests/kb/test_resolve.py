"""When two papers mean the same policy, and when nobody can know."""

from typing import Any

import pytest

from kb.resolve import KnownPolicy, Policies, number_key, owned_name, policy_key, publication_key
from schema import Evidence
from schema.policy import Policy

LONG = "郑州市人民政府关于加快推进新型智慧城市建设的指导意见"


def policy(title: str, **more: Any) -> Policy:
    return Policy(title=title, evidence=[Evidence(page=1, bbox=(0, 0, 1, 1), text="x", how="test")], **more)


def key(one: Policy, *known: KnownPolicy) -> str:
    return policy_key(one, one.jurisdiction, "doc", Policies.of(known))


OWN = [
    # what the paper tells of it -> its key, where no other paper cites any
    (policy("“十四五”数字经济发展规划", document_number="国发〔2021〕29号", level="national"), "国发〔2021〕29号"),
    (policy("规划", document_number="国发[2021] 29号"), "国发〔2021〕29号"),
    (policy(LONG), LONG),
    (policy("无锡市新型智慧城市顶层设计方案"), "无锡市新型智慧城市顶层设计方案"),
    (policy("中华人民共和国数据安全法"), "中华人民共和国数据安全法"),
    (policy("数据安全法", level="national"), "数据安全法"),
    (policy("数字经济促进条例", jurisdiction="广东省", year=2021), "数字经济促进条例（广东省2021）"),
    (policy("数字经济促进条例"), "doc/数字经济促进条例"),
    (policy("实施意见", level="national"), "doc/实施意见"),
    (policy("政府工作报告", issuers=["国务院"], year=2021, level="national"), "政府工作报告（国务院2021）"),
    (policy("政府工作报告", issuers=["国务院"], level="national"), "doc/政府工作报告"),
    (policy(LONG, resolved=False), f"doc/{LONG}"),
]


@pytest.mark.parametrize(("one", "wanted"), OWN, ids=[w for _, w in OWN])
def test_a_policy_alone_is_known_by_what_tells_it_apart(one, wanted):
    assert key(one) == wanted


SAME = [
    # this paper's, the other paper's, whether they are the same
    (policy(LONG), KnownPolicy("k", LONG, number="郑政〔2020〕5号"), True),
    (policy(LONG, document_number="郑政〔2020〕5号"), KnownPolicy("k", LONG), True),
    (policy("甲", document_number="国发（2021）29号"), KnownPolicy("k", "乙", number="国发〔2021〕29号"), True),
    (policy(LONG, document_number="郑政〔2020〕5号"), KnownPolicy("k", LONG, number="郑政〔2021〕5号"), False),
    (policy(LONG, year=2020), KnownPolicy("k", LONG, year=2021), False),
    (policy(LONG, issuers=["郑州市人民政府"]), KnownPolicy("k", LONG, issuers=frozenset({"国务院"})), False),
    (policy("“十四五”规划纲要要点", level="national"), KnownPolicy("k", "十四五规划纲要要点", level="national"), True),
    (policy("数字经济发展规划", level="national"), KnownPolicy("k", "数字经济发展规划", jurisdiction="广东省"), False),
    (
        policy("数字经济发展规划", jurisdiction="广东省"),
        KnownPolicy("k", "数字经济发展规划", jurisdiction="广东省"),
        True,
    ),
    (
        policy("数字经济发展规划", jurisdiction="广东省"),
        KnownPolicy("k", "数字经济发展规划", jurisdiction="浙江省"),
        False,
    ),
    (policy("数字经济发展规划"), KnownPolicy("k", "数字经济发展规划"), False),
    (policy("实施意见"), KnownPolicy("k", "实施意见"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_two_policies_are_one_only_where_nothing_speaks_against_it(one, other, same):
    assert (key(one, other) == "k") is same


def test_of_two_that_it_may_be_it_is_none():
    assert key(policy(LONG), KnownPolicy("a", LONG, year=2019), KnownPolicy("b", LONG, year=2020)) == f"doc/{LONG}"


def test_a_key_that_another_policy_has_is_not_taken():
    assert key(policy(LONG, year=2021), KnownPolicy(LONG, LONG, year=2019)) == f"doc/{LONG}"


@pytest.mark.parametrize(
    "printed", ["国发〔2021〕29号", "国发[2021]29号", "国发（2021）29号", "国发【2021】 29号", "国发﹝２０２１﹞29号"]
)
def test_brackets_make_no_other_number(printed):
    assert number_key(printed) == "国发〔2021〕29号"


@pytest.mark.parametrize(
    ("name", "place", "place_id", "wanted"),
    [
        ("“城市大脑”", "济南市", "370100", "济南市/城市大脑"),
        ("1+5+N", None, None, "doc/—/1+5+N"),
        ("城市大脑", "朝阳区", "朝阳区", "doc/朝阳区/城市大脑"),
    ],
)
def test_things_without_a_sure_place_are_the_papers_own(name, place, place_id, wanted):
    assert owned_name(name, place, place_id, "doc") == wanted


def test_publications_are_known_by_title_unless_it_is_too_short():
    assert publication_key("人民日报", "doc") == "人民日报"
    assert publication_key("报告", "doc") == "doc/报告"
