"""Which policy is tied to which city, and why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.paper import extract_paper
from kb.base.file import for_reading
from kb.graph import Selection
from kb.graph.policy_city import Tie, as_graph, project, ties
from kb.store import Changes
from schema import Paper, Source

Put = Callable[[Path, Paper], Changes]
CORPUS = Path(__file__).parents[3] / "corpus" / "ccid-2021"


@pytest.fixture(scope="module")
def paper() -> Paper:
    return extract_paper((CORPUS / "ccid-2021.pdf").read_bytes(), Source(id="ccid-2021", year=2021))


@pytest.fixture
def filled(base: Path, put: Put, paper: Paper) -> Path:
    put(base, paper)
    return base


def found(base: Path, indirect: bool = False, **selection: object) -> list[Tie]:
    with for_reading(base) as db:
        return list(ties(db, Selection(**selection), indirect=indirect))  # type: ignore[arg-type]


def test_the_2021_paper_ties_five_policies_to_three_cities(filled: Path) -> None:
    assert {(t.city_name, t.policy_name[:14], t.why) for t in found(filled)} == {
        ("郑州市", "河南省人民政府办公厅关于加快", "province"),
        ("郑州市", "郑州市人民政府关于印发郑州市", "issued"),
        ("郑州市", "郑州市人民政府关于加快推进新", "issued"),
        ("成都市", "成都市智慧城市建设行动方案(", "issued"),
        ("无锡市", "无锡市新型智慧城市顶层设计方", "issued"),
    }


def test_each_tie_has_its_paper_year_and_evidence(filled: Path) -> None:
    for tie in found(filled):
        assert tie.documents == ("ccid-2021",) and tie.years == (2021,)
        assert tie.direct and tie.count >= 1 and tie.evidence


def test_what_a_province_reaches_comes_only_when_asked_for(filled: Path) -> None:
    reached = [t for t in found(filled, indirect=True) if not t.direct]
    assert all(t.why == "reached" for t in reached)
    assert not [t for t in found(filled) if not t.direct]


def test_a_city_and_a_year_narrow_it(filled: Path) -> None:
    assert {t.city_name for t in found(filled, city="510100")} == {"成都市"}
    assert found(filled, year=1999) == []


def test_cities_are_joined_by_policies_they_share() -> None:
    told = [
        Tie(policy, policy, city, city, "cited", True, 1, ("甲",), (2021,), (f"{policy}{city}",))
        for policy, city in [("一", "济南"), ("一", "青岛"), ("二", "济南"), ("二", "青岛"), ("二", "烟台")]
    ]
    nodes, edges = project(*as_graph(iter(told)), "cities")
    assert {frozenset((e.source, e.target)): e.attrs["weight"] for e in edges} == {
        frozenset(("place:济南", "place:青岛")): 2,
        frozenset(("place:济南", "place:烟台")): 1,
        frozenset(("place:烟台", "place:青岛")): 1,
    }
    assert {n.kind for n in nodes} == {"place"}
    _, between = project(*as_graph(iter(told)), "policies")
    assert [(e.attrs["weight"], e.attrs["shared"]) for e in between] == [(2, ["济南", "青岛"])]
