"""What a sentence claims of a list, and what only sounds like a claim."""

from collections.abc import Callable

import pytest

from extract.audit import audit
from extract.places import gazetteer
from extract.reading import Reading
from schema import Evidence
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry
from schema.tier import Tier

HERE = [Evidence(page=1, bbox=(0, 0, 1, 1), text="x", how="test")]
JIANGSU = ["南京", "苏州", "无锡", "徐州", "常州", "南通", "连云港", "淮安", "盐城", "扬州", "镇江", "泰州", "宿迁"]
LISTED = [*JIANGSU, "青岛", "济南", "烟台", "潍坊", "深圳", "广州", "杭州", "宁波", "北京"]


def ranking(cities: list[str] = LISTED, **more: object) -> Ranking:
    entries = []
    for i, name in enumerate(cities, 1):
        place = gazetteer().resolve(name, scope="city")
        assert place
        province = gazetteer().province_of(place).name
        entries.append(RankingEntry(rank=i, city=place.name, province=province, as_printed=name, evidence=HERE))
    told: dict[str, object] = {"label": "表1", "title": "城市榜", "ordered": True, **more}
    return Ranking(entries=entries, evidence=HERE, **told)


def found(reading: Reading, *rankings: Ranking, tiers: tuple[Tier, ...] = ()) -> list[Finding]:
    return audit(reading, {"rankings": list(rankings), "tiers": list(tiers)})


def brief(findings: list[Finding]) -> set[str]:
    return {f"{f.kind} {f.about} {f.expected}/{f.actual}" for f in findings}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("山东上榜城市4个。", {"confirmed 山东省 4/4"}),
        ("其中，江苏省有13个城市上榜，浙江省有3个。", {"confirmed 江苏省 13/13", "contradiction 浙江省 3/2"}),
        ("江苏、山东、浙江位居前三，上榜城市分别为13个、4个和2个。",
         {"confirmed 江苏省 13/13", "confirmed 山东省 4/4", "confirmed 浙江省 2/2"}),
        ("江苏、山东、浙江分别有13个、4个和2个城市入围。",
         {"confirmed 江苏省 13/13", "confirmed 山东省 4/4", "confirmed 浙江省 2/2"}),
        ("江苏、山东上榜城市数量领先，均超过4个。", {"confirmed 江苏省 > 4/13", "contradiction 山东省 > 4/4"}),
        ("广东上榜城市不少于3个。", {"contradiction 广东省 ≥ 3/2"}),
        ("浙江入选城市不足3座。", {"confirmed 浙江省 < 3/2"}),
        ("山东有两个城市进入前15强。", {"confirmed 山东省 2/2"}),
        ("前15名城市中，江苏占13席，山东占1席。", {"confirmed 江苏省 13/13", "contradiction 山东省 1/2"}),
        ("入围城市最多的是江苏，浙江、广东次之，分别有2个城市入围。", {"confirmed 浙江省 2/2", "confirmed 广东省 2/2"}),
        ("江苏（13个）、山东（5个）两省入围城市数量居前。", {"confirmed 江苏省 13/13", "contradiction 山东省 5/4"}),
        ("江苏以13个上榜城市领跑，山东紧随其后，有4市入选。", {"confirmed 江苏省 13/13", "confirmed 山东省 4/4"}),
        ("浙江有2市入选。", {"confirmed 浙江省 2/2"}),
        ("从前15强看，山东有2座，浙江没有城市入围。", {"confirmed 山东省 2/2"}),
        ("江苏更是全域入榜。", {"confirmed 江苏省 13/13"}),
        ("山东省共有4个城市参评并全部上榜。", {"confirmed 山东省 4/4"}),
        ("山东4个城市均上榜。", {"confirmed 山东省 4/4"}),
        ("山东所有地市均上榜。", {"contradiction 山东省 16/4"}),
        ("江苏13个设区市全部入围，实现全域入榜。", {"confirmed 江苏省 13/13"}),
    ],
)  # fmt: skip
def test_a_claim_is_held_against_the_table(
    make_reading: Callable[..., Reading], sentence: str, expected: set[str]
) -> None:
    assert brief(found(make_reading([sentence]), ranking())) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "江苏、浙江均上榜。",
        "山东上榜城市数量遥遥领先。",
        "山东新上榜城市3个。",
        "与上年相比，山东上榜城市增加2个。",
        "山东上榜城市近5个。",
        "山东有10个上榜项目。",
        "全省共有17个县区入选百强县。",
        "山东拥有5个国家级开发区。",
        "除山东外，其余省份均有5个以上城市上榜。",
        "山东省上升2个位次，跻身前列。",
    ],
)
def test_what_no_table_can_confirm_is_passed_over(make_reading: Callable[..., Reading], sentence: str) -> None:
    assert found(make_reading([sentence]), ranking()) == []


def test_a_claim_that_may_speak_of_two_tables_is_passed_over(make_reading: Callable[..., Reading]) -> None:
    other = ranking(label="表2", cities=["北京", "上海", "深圳", "青岛", "济南"])
    assert found(make_reading(["山东上榜城市3个。"]), ranking(), other) == []
    assert brief(found(make_reading(["如表1所示，山东上榜城市3个。"]), ranking(), other)) == {
        "contradiction 山东省 3/4"
    }


def test_two_tables_of_the_same_places_are_one_list(make_reading: Callable[..., Reading]) -> None:
    sorted_out = ranking(label="表2", title="梯队", ordered=False)
    assert brief(found(make_reading(["山东、浙江上榜城市各有4个。"]), ranking(), sorted_out)) == {
        "confirmed 山东省 4/4",
        "contradiction 浙江省 4/2",
    }


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"claimed_size": 22}, {"confirmed 表1 22/22"}),
        ({"claimed_size": 23}, {"incomplete 表1 23/22"}),
        ({"claimed_size": 100}, set()),
        ({"cities": ["北京", "上海", "深圳", "北京"]}, {"contradiction 北京市 1/2"}),
    ],
)
def test_a_table_is_held_against_its_title(
    make_reading: Callable[..., Reading], change: dict[str, object], expected: set[str]
) -> None:
    assert brief(found(make_reading(["正文。"]), ranking(**change))) == expected  # type: ignore[arg-type]


def test_a_missing_rank_is_told_and_one_freed_by_a_tie_is_not(make_reading: Callable[..., Reading]) -> None:
    gap = ranking(cities=JIANGSU)
    for e in gap.entries[6:]:
        e.rank = (e.rank or 0) + 1
    assert [f.statement for f in found(make_reading(["正文。"]), gap)] == ["缺第7名 (rank 7 is missing)"]
    tie = ranking(cities=JIANGSU)
    tie.entries[6].rank = 6
    assert found(make_reading(["正文。"]), tie) == []


def test_scores_must_fall_with_the_rank(make_reading: Callable[..., Reading]) -> None:
    table = ranking(cities=JIANGSU)
    for i, e in enumerate(table.entries):
        e.score = 90.0 - i
    table.entries[4].score = 88.5
    (finding,) = found(make_reading(["正文。"]), table)
    assert (finding.kind, finding.rule) == ("contradiction", "order") and "第4名" in finding.statement


def test_equal_scores_under_different_ranks_may_be_a_tie(make_reading: Callable[..., Reading]) -> None:
    table = ranking(cities=JIANGSU)
    for i, e in enumerate(table.entries):
        e.score = 90.25 - i
    table.entries[4].score = table.entries[3].score
    (finding,) = found(make_reading(["正文。"]), table)
    assert (finding.kind, finding.rule, finding.severity) == ("incomplete", "unmarked_tie", "minor")


def test_a_city_under_another_province_is_a_contradiction(make_reading: Callable[..., Reading]) -> None:
    table = ranking(cities=["宿州", "苏州", "台州"])
    table.entries[0].province = "江苏省"
    assert brief(found(make_reading(["正文。"]), table)) == {"contradiction 宿州市 安徽省/江苏省"}


def tier(name: str, *members: str, claimed: int | None = None, complete: bool = True) -> Tier:
    return Tier(subject="城市", name=name, claimed=claimed, members=list(members), complete=complete, evidence=HERE)


def test_tiers_agree_with_their_claims_and_with_each_other(make_reading: Callable[..., Reading]) -> None:
    tiers = (
        tier("第一梯队", "南京市", "苏州市", claimed=2),
        tier("第二梯队", "苏州市", "无锡市", claimed=3, complete=False),
    )
    findings = found(make_reading(["正文。"]), ranking(), tiers=tiers)
    assert brief(findings) == {"contradiction 苏州市 第一梯队/第二梯队", "confirmed 第一梯队 2/2"}
    assert any("第1至2名" in f.statement for f in findings)


def test_a_past_year_after_the_papers_own(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(
        ["截至2025年底，全市建成基站3万个。", "到2025年，建成基站5万个。", "截至2021年底，建成1万个。"]
    )
    reading.document.year = 2021
    assert [(f.rule, f.actual) for f in found(reading)] == [("future_year", 2025)]


def test_every_finding_has_the_evidence_of_both_sides(make_reading: Callable[..., Reading]) -> None:
    (finding,) = found(make_reading(["山东上榜城市3个。"]), ranking())
    assert {e.how for e in finding.evidence} == {"audit", "test"} and finding.look_at and finding.severity == "major"


DISTRICTS = ["历下区", "历城区", "章丘区", "黄岛区", "城阳区", "芝罘区"]


def districts() -> Ranking:
    entries = []
    for i, name in enumerate(DISTRICTS, 1):
        place = gazetteer().resolve(name, scope="county", province="山东省")
        assert place
        entries.append(RankingEntry(rank=i, city=place.name, province="山东省", as_printed=name, evidence=HERE))
    return Ranking(
        label="表3", title="县（市、区）前60名", ordered=True, scope="county", entries=entries, evidence=HERE
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("前6名中，山东占6席。", {"confirmed 山东省 6/6"}),
        ("前3名中，山东占2席。", {"contradiction 山东省 2/3"}),
        ("榜单中，山东有4个城市。", {"confirmed 山东省 4/4"}),
    ],
)  # fmt: skip
def test_a_bare_count_in_a_chapter_on_districts(
    make_reading: Callable[..., Reading], sentence: str, expected: set[str]
) -> None:
    reading = make_reading(["#一、城市评价", "总体稳定。", "#二、县域评价", sentence])
    for char in (c for t in reading.texts[2:] for c in t.chars if c):
        char.page = 2
    for section, page in zip(reading.sections, (1, 2), strict=True):
        section.page_to = page
    county = districts()
    county.evidence = [Evidence(page=2, bbox=(0, 0, 1, 1), text="x", how="test")]
    assert brief(found(reading, ranking(), county)) == expected


def tiered() -> Ranking:
    table = ranking(LISTED)
    for i, e in enumerate(table.entries):
        e.tier = "A+" if i < 3 else "A" if i < 10 else "B"
        e.region = (
            "华东" if e.province in ("江苏省", "山东省", "浙江省") else "华南" if e.province == "广东省" else "华北"
        )
        e.score = 95.0 - i
    return table


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("济南有3个县（市、区）进入前60名，青岛有3个，烟台有1个。",
         {"confirmed 济南市 3/3", "contradiction 青岛市 3/2", "confirmed 烟台市 1/1"}),
        ("青岛入榜区县2个。", {"confirmed 青岛市 2/2"}),
        ("济南有3个城市入榜。", set()),
        ("烟台有两个区县项目入选。", set()),
    ],
)  # fmt: skip
def test_districts_of_a_city(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    assert brief(found(make_reading([sentence]), districts())) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("其中A+级3座，A级6座，B级12座。", {"confirmed A+ 3/3", "contradiction A 6/7", "confirmed B 12/12"}),
        ("A级城市共有7个。", {"confirmed A 7/7"}),
        ("华东地区上榜城市19个，华南2个。", {"confirmed 华东 19/19", "confirmed 华南 2/2"}),
        ("华东共有18座城市入围。", {"contradiction 华东 18/19"}),
        ("华东新增上榜城市3个。", set()),
        ("华北、华南合计8个城市上榜。", set()),
        ("华东建成项目18个。", set()),
        ("全省建成A级景区7个。", set()),
        ("近七成A级城市建有平台3个。", set()),
    ],
)  # fmt: skip
def test_tiers_and_regions(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    assert brief(found(make_reading([sentence]), tiered())) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("江苏、山东两省合计17个城市入榜。", {"confirmed 江苏省、山东省 17/17"}),
        ("江苏、浙江、山东三省共有20个城市上榜，占比86.4%。",
         {"contradiction 江苏省、浙江省、山东省 20/19", "confirmed 江苏省、浙江省、山东省 86.4%/86.4%"}),
        ("江苏、山东两省合计占据近八成席位。", set()),
        ("江苏、山东两省上榜企业合计17个。", set()),
        ("江苏、山东合计新增2个上榜城市。", set()),
    ],
)  # fmt: skip
def test_provinces_together(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    assert brief(found(make_reading([sentence]), ranking())) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("22个入榜城市平均得分84.5分。", {"confirmed 表1 84.5/84.5"}),
        ("22个入榜城市平均得分86分。", {"contradiction 表1 86/84"}),
        ("12个入榜城市平均得分86分。", set()),
        ("6个城市得分在90分以上，构成第一梯队。", {"confirmed 表1 6/6"}),
        ("得分超过90分的城市有7个。", {"contradiction 表1 7/5"}),
        ("得分超过90分的城市有6个。", {"confirmed 表1 6/5"}),
        ("5个城市感知能力得分在90分以上。", set()),
        ("6个城市得分在60分以上。", set()),
    ],
)  # fmt: skip
def test_scores(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    table = ranking()
    for i, e in enumerate(table.entries):
        e.score = 95.0 - i
    assert brief(found(make_reading([sentence]), table)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "深圳、杭州、广州、上海占据前四席。",
        "江苏占据前十强中的前四席。",
        "北京有2个城市入榜。",
        "副省级城市中，山东有2个城市入榜。",
    ],
)
def test_what_is_no_claim_about_a_province(make_reading: Callable[..., Reading], sentence: str) -> None:
    part = ranking(label="表2", cities=["青岛", "济南", "深圳", "广州", "杭州", "宁波"])
    assert found(make_reading([sentence]), ranking(), part) == []


def test_a_part_of_the_list_is_not_meant(make_reading: Callable[..., Reading]) -> None:
    part = ranking(label="表2", cities=["青岛", "济南", "深圳", "广州", "杭州", "宁波"])
    assert brief(found(make_reading(["从省域看，江苏有13个城市入榜，山东有3个。"]), ranking(), part)) == {
        "confirmed 江苏省 13/13",
        "contradiction 山东省 3/4",
    }
    other = ranking(label="表2", cities=[*JIANGSU[:5], "成都", "西安"])
    assert found(make_reading(["江苏有13个城市入榜。"]), ranking(), other) == []
