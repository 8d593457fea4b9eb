"""One paper's records to rows: keys, links, evidence; nothing lost."""

from collections import Counter
from typing import Any

import pytest
from papers import full_paper, ranked, where

from kb.base.tables import BY_NAME, TABLES
from kb.store.rows import rows_of
from schema import Paper, Record
from schema.measurement import Measurement
from schema.ranking import Ranking, RankingEntry


def rows(paper: Paper) -> dict[str, dict[tuple[str, ...], dict[str, Any]]]:
    return rows_of(paper)


def keys(paper: Paper, table: str) -> list[str]:
    return [key[0] for key in rows(paper).get(table, {})]


def test_keys_can_be_read():
    found = rows(full_paper("p"))
    wanted = {
        "documents": "p", "pages": "p/p1", "sections": "p/p2/§济南案例", "rankings": "p/表1", "ranking_entries": "p/表1/2",
        "tiers": "p/低碳发展/第一梯队", "tier_members": "p/低碳发展/第一梯队/深圳市", "rank_changes": "p/北京市/+2",
        "policy_cities": "p/郑州市/国发〔2021〕29号", "policy_citations": "p/p3/《规划》@72,220",
        "case_studies": "p/济南市/城市大脑", "framework_components": "p/济南市/343/3/一网通办",
        "measurements": "p/p2/18万多家@72,210", "tables": "p/表1", "figures": "p/图1",
        "dimension_statements": "p/信息基础/建设卓有成效", "dimension_leaders": "p/信息基础/深圳市",
        "findings": "p/count/华东/华东39个", "evidence": "ranking_entries:p/表1/2:1",
        "attestations": "p/platforms/济南市/城市大脑", "derived_ranks": "p/表1/济南市/2020",
    }  # fmt: skip
    assert {table: key for table, key in wanted.items() if (key,) not in found[table]} == {}
    assert (
        set(found)
        == {t.name for t in TABLES if t.owner == "document"}
        == set(wanted) | {"passages", "publication_citations"}
    )


def test_each_row_has_each_column_of_its_table():
    for table, own in rows(full_paper()).items():
        for key, row in own.items():
            assert set(row) == set(BY_NAME[table].names), (table, key)
            assert tuple(row[k] for k in BY_NAME[table].key) == key


def test_each_fact_has_evidence():
    paper = full_paper()
    found = rows(paper)
    told = {(row["fact_table"], row["fact"]) for row in found["evidence"].values()}
    without = {"pages", "evidence", "attestations", "tier_members", "policy_cities", "dimension_leaders"}
    for table, own in found.items():
        if table not in without:
            assert {(table, key[0]) for key in own} <= told, table
    shared = {(r["thing_table"], r["thing"]) for r in found["attestations"].values() if r["thing_table"] != "places"}
    assert shared <= told


def leaves(value: Any) -> Counter[str]:
    """Every text and number in a record, as text."""
    if isinstance(value, Record):
        return sum((leaves(getattr(value, name)) for name in type(value).model_fields), Counter[str]())
    if isinstance(value, list | tuple):
        return sum(map(leaves, value), Counter[str]())
    return Counter[str]() if value is None or isinstance(value, bool) else Counter([str(value)])


def test_no_value_of_a_paper_is_lost():
    paper = full_paper()
    stored = "\n".join(
        str(v) for own in rows(paper).values() for row in own.values() for v in row.values() if v is not None
    )
    codes = {"济南市": "370100", "深圳市": "440300", "北京市": "110000", "郑州市": "410100", "青岛市": "370200"}
    for leaf in leaves(paper.model_copy(update={"warnings": []})):
        if leaf not in {"s1", "s2", *(p.id for p in paper.passages)}:  # running ids, left out on purpose
            assert leaf in stored or codes.get(leaf, "?") in stored or repr(float(leaf)) in stored, leaf


def test_places_are_linked_by_code_and_those_unknown_are_kept_by_name():
    found = rows(full_paper("p"))
    entry = found["ranking_entries"]["p/表1/1",]
    assert (entry["city"], entry["province"]) == ("370100", "370000")
    assert found["ranking_entries"]["p/p4/县域榜@72,100/1",]["city"] == "朝阳区"
    told = {r["thing"] for r in found["attestations"].values() if r["thing_table"] == "places"}
    assert told == {"朝阳区", "雄安新区"}


def test_citations_point_to_section_page_and_city():
    row = rows(full_paper("p"))["policy_citations"]["p/p3/国发〔2021〕29号@72,200",]
    assert (row["section"], row["page_id"], row["city"], row["policy"]) == (
        "p/p2/§济南案例",
        "p/p3",
        "410100",
        "国发〔2021〕29号",
    )


def measured(y: float, text: str = "3.5%") -> Measurement:
    return Measurement(value=0.035, as_printed=text, evidence=where(2, y=y))


def test_a_fact_keeps_its_key_when_others_come_before_it():
    paper = full_paper("p")
    more = paper.model_copy(update={"measurements": [measured(90.0), measured(95.0, "2项"), *paper.measurements]})
    assert set(keys(paper, "measurements")) < set(keys(more, "measurements"))


def test_passages_keep_their_keys_when_one_is_found_before_them():
    paper = full_paper("p")
    shorter = paper.model_copy(update={"passages": paper.passages[2:]})
    assert keys(paper, "passages")[2:] == keys(shorter, "passages")


@pytest.mark.parametrize(
    ("ranks", "wanted"),
    [
        ([1, 2, 3], ["p/表1/1", "p/表1/2", "p/表1/3"]),
        ([1, 2, 2], ["p/表1/1", "p/表1/2/青岛市", "p/表1/2/深圳市"]),
        ([None, None, None], ["p/表1/济南市", "p/表1/青岛市", "p/表1/深圳市"]),
    ],
)
def test_entries_are_known_by_rank_and_where_that_is_shared_by_place(ranks, wanted):
    entries = [
        e.model_copy(update={"rank": r}) for e, r in zip(ranked("济南市", "青岛市", "深圳市"), ranks, strict=True)
    ]
    paper = full_paper("p").model_copy(update={"rankings": [Ranking(label="表1", entries=entries, evidence=where())]})
    assert keys(paper, "ranking_entries") == wanted


@pytest.mark.parametrize(("scope", "ranked_province"), [("city", None), ("province", "370000")])
def test_a_name_that_means_no_one_city_does_not_rank_its_province(scope: str, ranked_province: str | None) -> None:
    entry = RankingEntry(rank=5, province="山东省", as_printed="济男市", evidence=where())
    paper = full_paper("p").model_copy(
        update={"rankings": [Ranking(label="表1", scope=scope, entries=[entry], evidence=where())]}
    )
    (row,) = rows(paper)["ranking_entries"].values()
    assert (row["city"], row["province"], row["as_printed"]) == (None, ranked_province, "济男市")


def test_two_rankings_of_one_table_are_told_apart_by_what_they_rank_by():
    two = [Ranking(label="表1", metric=m, entries=ranked("济南市"), evidence=where()) for m in ("总分", "增速")]
    paper = full_paper("p").model_copy(update={"rankings": two})
    assert keys(paper, "rankings") == ["p/表1/总分", "p/表1/增速"]
    assert keys(paper, "ranking_entries") == ["p/表1/总分/1", "p/表1/增速/1"]


def test_the_same_told_twice_is_kept_twice():
    paper = full_paper("p")
    twice = paper.model_copy(update={"rank_changes": paper.rank_changes * 2, "platforms": paper.platforms * 2})
    assert keys(twice, "rank_changes") == ["p/北京市/+2", "p/北京市/+2~2"]
    assert keys(twice, "attestations") == keys(paper, "attestations")
    assert len(keys(twice, "evidence")) == len(keys(paper, "evidence")) + 3
