"""Which notice carries which policy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from small_papers import policy, small

from kb.base.file import for_reading
from kb.graph import Edge, selected
from kb.store import Changes
from schema import Paper
from schema.policy import Policy

Put = Callable[[Path, Paper], Changes]
PLAN = "郑州市加快数字经济发展实施方案（2020—2022年）"
NOTICE = f"郑州市人民政府关于印发{PLAN}的通知"


def notice(title: str = NOTICE, carries: str = PLAN, level: str = "municipal", of: str | None = "郑州市") -> Policy:
    return policy(title, level, of=of, kind="通知", carries=carries)


def carried(base: Path) -> list[Edge]:
    with for_reading(base) as db:
        return [e for e in selected(db).edges() if e.type == "carries"]


def test_a_notice_of_one_paper_carries_the_plan_that_another_cites(base: Path, put: Put) -> None:
    put(base, small("甲", 2021, policies=[notice()]))
    assert carried(base) == []
    # Brackets and dashes are printed one way here and another there.
    put(
        base,
        small("乙", 2022, policies=[policy("郑州市加快数字经济发展实施方案(2020-2022年)", "municipal", of="郑州市")]),
    )
    (edge,) = carried(base)
    with for_reading(base) as db:
        labels = {n.id: n.label for n in selected(db).nodes()}
        told = {
            key for (key,) in db.execute("SELECT id FROM evidence WHERE document = '甲' AND fact_table = 'policies'")
        }
    assert labels[edge.source] == NOTICE and labels[edge.target].startswith("郑州市加快数字经济")
    # What says so is the title of the notice, in the paper that prints it.
    assert (edge.document, edge.year, edge.attrs["rule"]) == ("甲", 2021, "title")
    assert edge.evidence and set(edge.evidence) <= told


@pytest.mark.parametrize(
    ("carrying", "others"),
    [
        # A title that many bear.
        (notice("郑州市人民政府关于印发实施方案的通知", "实施方案"), [policy("实施方案", "municipal", of="郑州市")]),
        # Another's policy of the same name.
        (
            notice("郑州市人民政府关于印发数字政府建设总体规划的通知", "数字政府建设总体规划"),
            [policy("数字政府建设总体规划", "municipal", of="洛阳市")],
        ),
        (
            notice("郑州市人民政府关于印发数字政府建设总体规划的通知", "数字政府建设总体规划"),
            [policy("数字政府建设总体规划", "national")],
        ),
        # Part of the title only.
        (notice(), [policy("加快数字经济发展实施方案", "municipal", of="郑州市")]),
    ],
)
def test_nothing_is_carried_where_another_may_be_meant(
    base: Path, put: Put, carrying: Policy, others: list[Policy]
) -> None:
    put(base, small("甲", policies=[carrying]))
    put(base, small("乙", 2022, policies=others))
    assert carried(base) == []
