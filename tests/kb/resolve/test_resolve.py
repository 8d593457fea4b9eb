"""When papers mean the same thing, and when nobody can know; whatever order they come in."""

import itertools
from typing import Any

import pytest

from extract.words import lexicon, pattern
from kb.resolve import Decision, Told, identified, number_key, owned_name, policy_key, publication_key
from kb.resolve.model import Paper
from kb.resolve.series import series_of
from schema import Evidence
from schema.policy import Policy

LONG = "郑州市人民政府关于加快推进新型智慧城市建设的指导意见"
NUMBER = "国发〔2021〕29号"
PLAN = "“十四五”数字经济发展规划"


def policy(title: str, **more: Any) -> Policy:
    return Policy(title=title, evidence=[Evidence(page=1, bbox=(0, 0, 1, 1), text="x", how="test")], **more)


def paper(id: str, year: int | None = None, **more: Any) -> Paper:
    told: dict[str, Any] = {"series": None, "title": None, "publisher": None, "previous": None} | more
    return Paper(id, year=year, **told)


def told(document: str, one: Policy, year: int | None = None) -> Told:
    return Told(paper(document, year), "policies", policy_key(one, document), one.model_dump())


def keys(*those: Told, decisions: tuple[Decision, ...] = ()) -> list[str]:
    """The key of each; the same in whatever order they come."""
    series = {t.paper.id: t.paper.series or t.paper.id for t in those}
    found = [identified(order, series, decisions) for order in itertools.permutations(those)]
    assert all(one == found[0] for one in found)
    return [found[0][t.id] for t in those]


OWN = [
    # what the paper tells of it -> its key, where no other paper cites any
    (policy(PLAN, document_number=NUMBER, level="national"), NUMBER),
    (policy("规划", document_number="国发[2021] 29号"), NUMBER),
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
    assert keys(told("doc", one)) == [wanted]


SAME = [
    # one paper's, the other paper's, whether they are the same
    (policy(LONG), policy(LONG, document_number="郑政〔2020〕5号"), True),
    (policy("甲", document_number="国发（2021）29号"), policy("乙", document_number=NUMBER), True),
    (policy(LONG, document_number="郑政〔2020〕5号"), policy(LONG, document_number="郑政〔2021〕5号"), False),
    (policy(LONG, year=2020), policy(LONG, year=2021), False),
    (policy(LONG, year=2020), policy(LONG), True),
    (policy(LONG, issuers=["郑州市人民政府"]), policy(LONG, issuers=["国务院"]), False),
    (policy("“十四五”规划纲要要点", level="national"), policy("十四五规划纲要要点", level="national"), True),
    (policy("数字经济发展规划", level="national"), policy("数字经济发展规划", jurisdiction="广东省"), False),
    (policy("数字经济发展规划", jurisdiction="广东省"), policy("数字经济发展规划", jurisdiction="广东省"), True),
    (policy("数字经济发展规划", jurisdiction="广东省"), policy("数字经济发展规划", jurisdiction="浙江省"), False),
    (policy("数字经济发展规划"), policy("数字经济发展规划"), False),
    (policy("数据安全法", level="national"), policy("中华人民共和国数据安全法", level="national", year=2021), True),
    (policy("数据安全法", level="national", year=2020), policy("数据安全法", level="national", year=2021), False),
    (policy("数据管理办法", level="national"), policy("数据管理办法", level="national", year=2021), False),
    (policy("实施意见"), policy("实施意见"), False),
    (policy("实施意见", level="national"), policy("实施意见", level="national"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_two_policies_are_one_only_where_nothing_speaks_against_it(one, other, same):
    first, second = keys(told("a", one), told("b", other))
    assert (first == second) is same


def test_cited_by_title_here_and_by_number_there_the_number_is_the_key():
    one, other = policy(PLAN, level="national"), policy(PLAN, level="national", document_number=NUMBER)
    assert keys(told("a", one, 2020), told("b", other, 2022)) == [NUMBER, NUMBER]
    assert keys(told("a", other, 2020), told("b", one, 2022)) == [NUMBER, NUMBER]


def test_what_may_be_either_of_two_is_neither():
    found = keys(
        told("a", policy(LONG, year=2019), 2019),
        told("b", policy(LONG), 2018),
        told("c", policy(LONG, year=2021), 2021),
    )
    assert found == [LONG, f"b/{LONG}", f"c/{LONG}"]


@pytest.mark.parametrize(
    "printed", ["国发〔2021〕29号", "国发[2021]29号", "国发（2021）29号", "国发【2021】 29号", "国发﹝２０２１﹞29号"]
)
def test_brackets_make_no_other_number(printed):
    assert number_key(printed) == NUMBER


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


def decision(how: str, one: str, other: str, kind: str = "policies") -> Decision:
    return Decision.model_validate({"kind": kind, "decision": how, "one": one, "other": other})


SHORT, DATED = "无锡市数字经济行动方案", "无锡市数字经济行动方案（2020—2022年）"


def test_decided_to_be_the_same_the_number_stays_else_the_earliest_papers_key():
    short, dated = told("a", policy(SHORT), 2020), told("b", policy(DATED), 2022)
    assert keys(short, dated) == [SHORT, DATED]
    same = decision("same", DATED, SHORT)
    assert keys(short, dated, decisions=(same,)) == [SHORT, SHORT]
    numbered = told("c", policy(DATED, document_number="锡政〔2020〕1号"), 2023)
    assert keys(short, dated, numbered, decisions=(same,)) == ["锡政〔2020〕1号"] * 3


def test_a_decision_holds_where_a_key_has_become_a_number():
    short, numbered = told("a", policy(SHORT), 2020), told("b", policy(DATED, document_number="锡政〔2020〕1号"), 2022)
    dated = told("c", policy(DATED), 2021)
    assert keys(short, numbered, dated, decisions=(decision("same", SHORT, DATED),)) == ["锡政〔2020〕1号"] * 3


def test_decided_to_be_different_what_would_be_one_is_two():
    one, other = told("a", policy(LONG), 2020), told("b", policy(LONG), 2022)
    assert keys(one, other) == [LONG, LONG]
    assert keys(one, other, decisions=(decision("different", f"a/{LONG}", f"b/{LONG}"),)) == [LONG, f"b/{LONG}"]


def test_a_decision_on_what_is_not_in_the_base_does_nothing():
    assert keys(told("a", policy(LONG)), decisions=(decision("same", LONG, "没有的"),)) == [LONG]


def dimension(document: str, name: str, year: int, series: str = "系列") -> Told:
    return Told(paper(document, year, series=series), "dimensions", f"{series}/{name}", {"name": name})


def test_dimensions_are_one_by_name_within_a_series_whatever_noun_follows():
    a, b, c = (
        dimension("a", "城市治理指数", 2020),
        dimension("b", "城市治理维度", 2021),
        dimension("c", "城市治理", 2021, "别的"),
    )
    assert keys(a, b, c) == ["系列/城市治理指数", "系列/城市治理指数", "别的/城市治理"]


@pytest.mark.parametrize("kind", ["yes", "no"])
def test_nouns_that_name_no_other_dimension(kind):
    for name in lexicon("dimensions")["tail"][kind]:
        assert bool(pattern("dimensions", "tail").search(name)) is (kind == "yes"), name


def test_dimensions_whose_name_changed_are_one_by_decision():
    a, b = dimension("a", "城市治理", 2020), dimension("b", "数字治理", 2021)
    assert keys(a, b) == ["系列/城市治理", "系列/数字治理"]
    same = decision("same", "系列/数字治理", "系列/城市治理", "dimensions")
    assert keys(a, b, decisions=(same,)) == ["系列/城市治理", "系列/城市治理"]


def test_dimensions_known_to_have_been_renamed_are_one_unless_a_paper_or_a_person_tells_them_apart():
    a, b = dimension("a", "信息基础设施", 2020), dimension("b", "数字基础设施指数", 2021)
    assert keys(a, b) == ["系列/信息基础设施"] * 2
    assert keys(a, dimension("b", "数字基础设施", 2021, "别的")) == ["系列/信息基础设施", "别的/数字基础设施"]
    both = dimension("b", "信息基础设施", 2021)
    assert keys(a, b, both) == ["系列/信息基础设施", "系列/数字基础设施指数", "系列/信息基础设施"]
    apart = decision("different", "系列/信息基础设施", "系列/数字基础设施指数", "dimensions")
    assert keys(a, b, decisions=(apart,)) == ["系列/信息基础设施", "系列/数字基础设施指数"]


SERIES = [
    # papers -> whether they are of one series
    ({"title": "2021样例报告", "publisher": "甲院"}, {"title": "样例报告（2022年）", "publisher": "甲院"}, True),
    ({"title": "2021样例报告", "publisher": "甲院"}, {"title": "2022样例报告", "publisher": "乙院"}, False),
    (
        {"title": "2021样例报告", "publisher": "赛迪顾问"},
        {"title": "2022样例报告", "publisher": "赛迪顾问股份有限公司"},
        True,
    ),
    ({"title": "2021样例报告", "publisher": "甲院"}, {"title": "2022样例报告"}, False),
    ({"title": "2021样例报告"}, {"title": "2022样例报告"}, True),
    (
        {"series": "样例报告", "title": "2021样例报告", "publisher": "甲院"},
        {"title": "2022样例报告", "publisher": "甲院"},
        True,
    ),
    ({"series": "样例报告", "title": "题"}, {"title": "2022样例报告", "publisher": "甲院"}, True),
    ({"series": "甲", "title": "2021样例报告"}, {"series": "乙", "title": "2022样例报告"}, False),
    ({"series": "甲", "title": "2021旧名"}, {"series": "甲", "title": "2022新名"}, True),
    ({}, {}, False),
]


@pytest.mark.parametrize(("one", "other", "same"), SERIES)
def test_editions_of_a_series_are_known_by_title_and_publisher(one, other, same):
    for order in ((0, 1), (1, 0)):
        papers = [paper("a", 2021, **one), paper("b", 2022, **other)]
        found = series_of([papers[n] for n in order])
        assert (found["a"] == found["b"]) is same
        assert found["a"] == one.get("series", found["a"])
