"""Counts of tiers by their scores, counts of what a table lists, and moves where several tables rank a place."""

from collections.abc import Callable

import pytest

from extract.audit import audit
from extract.reading import Reading
from schema.finding import Finding
from schema.ranking import Ranking
from schema.tier import RankChange, Tier
from tests.extract.audit.test_claims import HERE, LISTED, brief, found, ranking


def scored() -> Ranking:
    table = ranking(LISTED)
    for i, e in enumerate(table.entries):
        e.score = 95.0 - 2 * i
    return table


def band(name: str, claimed: int, low: float | None, high: float | None, *members: str) -> Tier:
    whole = len(members) == claimed
    return Tier(
        name=name, claimed=claimed, score_min=low, score_max=high, members=list(members), complete=whole, evidence=HERE
    )


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        ((("一", 3, 90, None), ("二", 10, 70, 90), ("三", 9, None, 70)),
         {"confirmed 一 3/3", "confirmed 二 10/10", "confirmed 三 9/9"}),
        ((("一", 3, 90, None), ("二", 11, 70, 90), ("三", 9, None, 70)),
         {"confirmed 一 3/3", "contradiction 二 11/10", "confirmed 三 9/9"}),
        # a score right at the bound may be counted either way
        ((("一", 3, 89, None), ("二", 19, None, 89)), {"confirmed 一 3/3", "confirmed 二 19/19"}),
        # the table is the top of what was ranked: it ends within the last tier
        ((("一", 3, 90, None), ("二", 10, 70, 90), ("三", 28, None, 70)), {"confirmed 一 3/3", "confirmed 二 10/10"}),
        ((("一", 3, 90, None), ("二", 10, 70, 90), ("三", 10, None, 70)),
         {"confirmed 一 3/3", "confirmed 二 10/10", "contradiction 三 10/9"}),
        # too few agree: the tiers are of another list
        ((("一", 5, 90, None), ("二", 11, 70, 90), ("三", 9, None, 70)), set()),
        ((("一", 3, 90, None),), set()),
    ],
)  # fmt: skip
def test_tiers_by_scores(
    make_reading: Callable[..., Reading],
    tiers: tuple[tuple[str, int, float | None, float | None], ...],
    expected: set[str],
) -> None:
    assert brief(found(make_reading(["正文。"]), scored(), tiers=tuple(band(*t) for t in tiers))) == expected


def test_a_member_below_the_bound_of_its_tier(make_reading: Callable[..., Reading]) -> None:
    tiers = (band("一", 3, 90, None, "南京市", "苏州市", "北京市"), band("二", 10, 70, 90), band("三", 9, None, 70))
    findings = found(make_reading(["正文。"]), scored(), tiers=tiers)
    assert "contradiction 北京市 90分以上/53" in brief(findings)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全省遴选先行城市22个，覆盖7个省份，名单见表1。", {"confirmed 表1 22/22"}),
        ("表1列出了22个上榜城市。", {"confirmed 表1 22/22"}),
        ("共有23个城市入选，名单如表1所示。", {"contradiction 表1 23/22"}),
        ("得分居前的22个城市见表1。", {"confirmed 表1 22/22"}),
        # another number of other places
        ("参评的120个城市中，得分居前者见表1。", set()),
        ("300个城市的排名见表1。", set()),
        ("与表1相比，20个城市有所变化。", set()),
        ("22个城市入选。", set()),
        ("上榜城市见表1，其中20个城市位于东部。", set()),
    ],
)  # fmt: skip
def test_counts_of_what_a_table_lists(make_reading: Callable[..., Reading], sentence: str, expected: set[str]) -> None:
    assert brief(found(make_reading([sentence]), ranking())) == expected


TOLD = "苏州升至第2位，无锡升至第3位，徐州升至第4位，青岛升至第13位。"


def moves(reading: Reading, told: dict[str, int], *tables: Ranking) -> list[Finding]:
    changes = []
    for city, rank in told.items():
        at = reading.texts[0].text.index(city.removesuffix("市"))
        evidence = reading.texts[0].evidence("rank change", at, at + 7)
        changes.append(RankChange(city=city, change=1, rank=rank, evidence=evidence))
    return audit(reading, {"rankings": list(tables), "rank_changes": changes})


def test_the_table_that_most_moves_agree_with_is_meant(make_reading: Callable[..., Reading]) -> None:
    told = {"苏州市": 2, "无锡市": 3, "徐州市": 4, "青岛市": 13}
    other = ranking(label="表2", cities=["青岛", "济南", "苏州", "无锡", "徐州"])
    assert brief(moves(make_reading([TOLD]), told, ranking(), other)) == {
        "confirmed 苏州市 2/2", "confirmed 无锡市 3/3", "confirmed 徐州市 4/4", "contradiction 青岛市 13/14",
    }  # fmt: skip
    few = {"苏州市": 2, "青岛市": 13}
    assert "青岛市" not in " ".join(brief(moves(make_reading([TOLD]), few, ranking(), other)))
