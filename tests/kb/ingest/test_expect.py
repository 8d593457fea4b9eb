"""What source.yml says a paper must yield."""

import pytest
from papers import full_paper

from kb.ingest.expect import failed
from schema.source import Expectation, GoldenRow, RankingExpectation


@pytest.mark.parametrize(
    ("expect", "statements"),
    [
        ({"rankings": [("表1", 3)]}, []),
        ({"rankings": [("表1", 100)]}, ["表1 应有 100 行"]),
        ({"rankings": [("表9", 1)]}, ["表9 应有 1 行"]),
        ({"counts": {"tables": 2}, "minimum": {"policies": 3}}, []),
        ({"counts": {"tables": 3}}, ["表 Tables 应有 3 条"]),
        ({"minimum": {"policies": 9}}, ["政策 Policies 至少应有 9 条"]),
        ({"minimum": {"policys": 1}}, ["policys 至少应有 1 条"]),
        ({"golden_rows": [("表1", 2, "青岛市", "山东省"), ("表1", None, "深圳市", None)]}, []),
        ({"golden_rows": [("表1", 1, "青岛市", None)]}, ["表1 应第 1 名青岛市"]),
        ({"golden_rows": [("表1", 2, "青岛市", "广东省")]}, ["表1 应第 2 名青岛市"]),
    ],
)
def test_what_does_not_hold_is_a_finding(expect, statements):
    told = Expectation(
        rankings=[RankingExpectation(label=a, rows=b) for a, b in expect.get("rankings", [])],
        counts=expect.get("counts", {}),
        minimum=expect.get("minimum", {}),
        golden_rows=[GoldenRow(ranking=a, rank=b, city=c, province=d) for a, b, c, d in expect.get("golden_rows", [])],
    )
    found = failed(full_paper(), told)
    assert [f.statement.removeprefix("source.yml：") for f in found] == statements
    assert all(f.kind == "incomplete" and f.rule == "expectation" and f.evidence for f in found)


def test_a_golden_row_that_is_missing_says_who_is_there_instead():
    (finding,) = failed(
        full_paper(), Expectation(golden_rows=[GoldenRow(ranking="表1", rank=1, city="青岛市", province=None)])
    )
    assert (finding.expected, finding.actual) == ("青岛市", "济南市")


def test_without_expectations_there_is_nothing_to_fail():
    assert failed(full_paper(), None) == []
