"""The base as a graph: its edges, what narrows it, what links two places."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from papers import full_paper

from kb.base.file import for_reading
from kb.graph import EDGE_TYPES, NODE_KINDS, Selection, selected
from kb.store import Changes
from schema import Paper

Put = Callable[[Path, Paper], Changes]


@pytest.fixture
def filled(base: Path, put: Put) -> Path:
    put(base, full_paper())
    put(base, full_paper("paper-2022", 2022, ("青岛市", "济南市")))
    return base


def edges(db: sqlite3.Connection, **selection: object) -> set[tuple[str, str, str]]:
    return {(e.type, e.source, e.target) for e in selected(db, Selection(**selection)).edges()}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "edge",
    [
        ("located_in", "place:370100", "place:370000"),
        ("located_in", "place:370000", "place:华东"),
        ("located_in", "place:110000", "place:华北"),
        ("issued_by", "policy:国发〔2021〕29号", "issuer:国务院"),
        ("applies_to", "policy:郑州市人民政府关于加快推进新型智慧城市建设的通知", "place:410100"),
        ("cites", "document:paper-2021", "policy:国发〔2021〕29号"),
        ("cites", "place:410100", "policy:国发〔2021〕29号"),
        ("has_part", "document:paper-2021", "ranking:paper-2021/表1"),
        ("ranked_in", "place:370100", "ranking:paper-2021/表1"),
        ("adopts", "place:370100", "framework:济南市/343"),
        ("has_part", "framework:济南市/343", "component:paper-2021/济南市/343/3/一网通办"),
        ("runs", "place:370100", "platform:济南市/城市大脑"),
        ("member_of", "place:440300", "tier:paper-2021/低碳发展/第一梯队"),
        ("excels_in", "place:440300", "dimension:样例城市报告/信息基础"),
        ("previous_edition_of", "document:paper-2021", "document:paper-2022"),
    ],
)
def test_what_a_paper_tells_is_an_edge(filled: Path, edge: tuple[str, str, str]) -> None:
    with for_reading(filled) as db:
        assert edge in edges(db)


def test_every_edge_has_its_paper_its_year_and_evidence_that_is_in_the_base(filled: Path) -> None:
    with for_reading(filled) as db:
        known = {key for (key,) in db.execute("SELECT id FROM evidence")}
        part = selected(db)
        nodes = {n.id: n for n in part.nodes()}
        found = list(part.edges())
        assert found
        for e in found:
            assert {e.source, e.target} <= set(nodes), e
            assert e.type in EDGE_TYPES
            # Only where a division lies is no paper's word.
            assert e.type == "located_in" or (e.document and e.year and e.evidence and set(e.evidence) <= known), e
        assert {n.kind for n in nodes.values()} == set(NODE_KINDS)
        assert {n.attrs["level"] for n in nodes.values() if n.kind == "place"} >= {"region", "province", "prefecture"}


def test_a_year_a_paper_a_rank_and_kinds_narrow_it(filled: Path) -> None:
    with for_reading(filled) as db:
        assert all("paper-2021" not in t for _, _, t in edges(db, year=2022))
        assert all("paper-2022" not in t for _, _, t in edges(db, document="paper-2021"))
        listed = edges(db, document="paper-2021", min_rank=1, kinds=frozenset({"place", "ranking"}))
        top = {s for _, s, t in listed if t == "ranking:paper-2021/表1"}
        assert top == {"place:370100"}
        assert {kind for kind, _, _ in edges(db, kinds=frozenset({"policy", "issuer"}))} == {"issued_by"}
        around = edges(db, city="370100")
        assert ("runs", "place:370100", "platform:济南市/城市大脑") in around
        assert not any(s == "place:440300" and t.startswith("dimension") for _, s, t in around)


def test_one_kind_alone_is_its_nodes(filled: Path) -> None:
    with for_reading(filled) as db:
        part = selected(db, Selection(kinds=frozenset({"policy"})))
        assert {n.kind for n in part.nodes()} == {"policy"}


def test_around_a_city_its_frameworks_have_their_parts(filled: Path) -> None:
    with for_reading(filled) as db:
        assert {kind for kind, source, _ in edges(db, city="370100") if source.startswith("framework:")} >= {"has_part"}
