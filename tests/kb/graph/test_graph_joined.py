"""What `kb review` has made one is one in the graph, and every edge ends at a node."""

from collections.abc import Callable
from pathlib import Path

import pytest
from papers import full_paper, where
from small_papers import policy, small

from kb.base.file import for_reading, for_writing
from kb.graph import Edge, selected
from kb.resolve.decisions import Decision
from kb.store import Changes, resettle
from schema import Paper
from schema.framework import Framework
from schema.platform import Platform

Put = Callable[[Path, Paper], Changes]
SHORT, FULL = "浙江省发展改革委", "浙江省发展和改革委员会"


def issued(year: int, *issuers: str) -> Paper:
    own = policy(f"浙江省{year}年重点项目清单", "provincial", of="浙江省").model_copy(update={"issuers": list(issuers)})
    return small(f"甲{year}", year, policies=[own])


def join(base: Path, kind: str, one: str, other: str) -> None:
    with for_writing(base) as db, db.atomic():
        resettle(db, [Decision(kind=kind, decision="same", one=one, other=other)])


def edges(base: Path, kind: str) -> list[Edge]:
    with for_reading(base) as db:
        part = selected(db)
        nodes = {n.id for n in part.nodes()}
        found = list(part.edges())
    assert [e for e in found if not {e.source, e.target} <= nodes] == []
    return [e for e in found if e.type == kind]


def test_policies_are_issued_by_the_issuer_that_others_were_joined_into(base: Path, put: Put) -> None:
    put(base, issued(2021, SHORT))
    put(base, issued(2022, FULL))
    join(base, "issuers", SHORT, FULL)
    assert [(e.target, e.document) for e in edges(base, "issued_by")] == [
        (f"issuer:{FULL}", "甲2021"), (f"issuer:{FULL}", "甲2022"),
    ]  # fmt: skip


def test_a_paper_that_tells_both_names_tells_one_issuer(base: Path, put: Put) -> None:
    put(base, issued(2021, SHORT, FULL))
    assert len(edges(base, "issued_by")) == 2
    join(base, "issuers", SHORT, FULL)
    (edge,) = edges(base, "issued_by")
    assert edge.target == f"issuer:{FULL}" and edge.evidence


@pytest.mark.parametrize(
    ("kind", "one", "other", "edge"),
    [
        ("platforms", "济南市/城市大脑", "济南市/济南城市大脑", "runs"),
        ("frameworks", "济南市/343", "济南市/343架构", "adopts"),
        ("policies", "浙江省数字经济规划", "浙江省数字经济发展规划", "applies_to"),
    ],
)
def test_what_is_joined_leaves_no_edge_without_its_node(
    base: Path, put: Put, kind: str, one: str, other: str, edge: str
) -> None:
    put(base, full_paper())
    later = full_paper("paper-2022", 2022)
    more = {
        "platforms": [*later.platforms, Platform(city="济南市", name="济南城市大脑", evidence=where(2, y=400.0))],
        "frameworks": [*later.frameworks, Framework(city="济南市", name="343架构", evidence=where(2, y=420.0))],
    }
    put(base, later.model_copy(update=more))
    put(base, small("甲", policies=[policy("浙江省数字经济规划", "provincial", of="浙江省")]))
    put(base, small("乙", policies=[policy("浙江省数字经济发展规划", "provincial", of="浙江省")]))
    before = {e.source if edge == "applies_to" else e.target for e in edges(base, edge)}
    join(base, kind, one, other)
    after = {e.source if edge == "applies_to" else e.target for e in edges(base, edge)}
    assert len(after) == len(before) - 1 and after < before
