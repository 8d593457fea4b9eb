"""What a province's policy reaches, and cities that share policies, on a base where there are such."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from papers import ranked, where
from small_papers import case, policy, small

from kb.base.file import for_reading
from kb.cli import main
from kb.graph import Selection
from kb.graph.policy_city import Tie, ties
from kb.store import Changes
from schema import Paper
from schema.ranking import Ranking

Put = Callable[[Path, Paper], Changes]
PROVINCE, CITY, STATE, OTHER = (
    "山东省数字强省建设规划", "济南市新型智慧城市建设行动计划", "数字中国建设整体布局规划", "新一代人工智能发展规划",
)  # fmt: skip


@pytest.fixture
def filled(base: Path, put: Put) -> Path:
    """One paper tells of 济南, 青岛, 深圳; another of 烟台; the province's policy is cited in the case of 济南."""
    first = small(
        "甲", 2021,
        policies=[
            policy(PROVINCE, "provincial", "济南市", of="山东省", y=100.0),
            policy(CITY, "municipal", "济南市", of="济南市", y=200.0),
            policy(STATE, "national", "济南市", "深圳市", y=300.0),
        ],
        case_studies=[case("青岛市", 1), case("深圳市", 2, STATE), case("济南市", 3, PROVINCE, STATE)],
        rankings=[Ranking(title="甲榜", year=2021, ordered=True, entries=ranked("深圳市", "济南市"), evidence=where())],
    )  # fmt: skip
    second = small(
        "乙", 2022,
        policies=[policy(STATE, "national", "烟台市", y=100.0), policy(OTHER, "national", "烟台市", "济南市", y=300.0)],
        rankings=[Ranking(title="乙榜", year=2022, ordered=True, entries=ranked("烟台市"), evidence=where())],
    )  # fmt: skip
    put(base, first)
    put(base, second)
    return base


def found(base: Path, indirect: bool = False, **selection: Any) -> list[Tie]:
    with for_reading(base) as db:
        return list(ties(db, Selection(**selection), indirect=indirect))


def exported(base: Path, *options: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges that the command writes."""
    done = CliRunner().invoke(main, ["export", "policy-city", "-", "--db", str(base), *options])
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    return data["nodes"], data["links"]


def told(base: Path, *options: str) -> set[frozenset[str]]:
    nodes, edges = exported(base, *options)
    names = {n["id"]: n["label"] for n in nodes}
    return {frozenset((names[e["source"]], names[e["target"]])) for e in edges}


DIRECT = {
    frozenset(pair) for pair in (
        (PROVINCE, "济南市"), (CITY, "济南市"), (STATE, "济南市"), (STATE, "深圳市"), (STATE, "烟台市"), (OTHER, "烟台市"),
        (OTHER, "济南市"),
    )
}  # fmt: skip


def test_why_a_policy_and_a_city_are_tied(filled: Path) -> None:
    assert {(t.policy_name, t.city_name, t.why) for t in found(filled) if t.documents == ("甲",)} == {
        (PROVINCE, "济南市", "province"), (CITY, "济南市", "issued"), (STATE, "济南市", "national"), (STATE, "深圳市", "national"),
    }  # fmt: skip


def test_a_tie_from_a_sentence_outside_any_case_is_not_said_to_be_from_one(filled: Path) -> None:
    assert {(t.policy_name, t.city_name, t.why) for t in found(filled) if t.documents == ("乙",)} == {
        (STATE, "烟台市", "told"), (OTHER, "烟台市", "told"), (OTHER, "济南市", "told"),
    }  # fmt: skip
    with for_reading(filled) as db:
        why = dict(db.execute("SELECT city || policy, why FROM policy_city"))
    assert why[f"济南市{STATE}"].startswith("国家政策，其案例引用")
    assert why[f"济南市{OTHER}"].startswith("说它的文句里引用")


def test_a_province_reaches_its_cities_that_the_paper_tells_of(filled: Path) -> None:
    assert told(filled) == DIRECT
    # 青岛 has a case in that paper; 烟台 is told of in another only, 深圳 lies elsewhere, 济南 is tied already.
    assert told(filled, "--indirect") == DIRECT | {frozenset((PROVINCE, "青岛市"))}
    (reached,) = (t for t in found(filled, indirect=True) if not t.direct)
    assert (reached.city_name, reached.why, reached.documents, reached.years) == ("青岛市", "reached", ("甲",), (2021,))
    assert reached.count == 1 and reached.evidence
    _, edges = exported(filled, "--indirect")
    assert [e["direct"] for e in edges].count(False) == 1


def test_cities_are_joined_by_policies_they_share(filled: Path) -> None:
    nodes, edges = exported(filled, "--project", "cities")
    names = {n["id"]: n["label"] for n in nodes}
    assert set(names.values()) == {"济南市", "深圳市", "烟台市"}
    joined = {frozenset((names[e["source"]], names[e["target"]])): e for e in edges}
    assert {pair: e["weight"] for pair, e in joined.items()} == {
        frozenset(("济南市", "深圳市")): 1, frozenset(("济南市", "烟台市")): 2, frozenset(("深圳市", "烟台市")): 1,
    }  # fmt: skip
    both = joined[frozenset(("济南市", "烟台市"))]
    assert set(both["shared"].split("; ")) == {STATE, OTHER}
    assert (both["document"], both["year"]) == ("乙", 2022)


def test_what_joins_two_cities_has_the_evidence_of_their_own_ties(filled: Path) -> None:
    evidence = {(t.policy_name, t.city_name): set(t.evidence) for t in found(filled)}
    nodes, edges = exported(filled, "--project", "cities")
    names = {n["id"]: n["label"] for n in nodes}
    for edge in edges:
        ends = names[edge["source"]], names[edge["target"]]
        own = [evidence[policy, city] for policy in edge["shared"].split("; ") for city in ends]
        assert all(own) and set(edge["evidence"]) == set().union(*own)


def test_policies_are_joined_by_cities_they_share(filled: Path) -> None:
    nodes, edges = exported(filled, "--project", "policies")
    names = {n["id"]: n["label"] for n in nodes}
    weights = {frozenset((names[e["source"]], names[e["target"]])): e["weight"] for e in edges}
    assert weights[frozenset((STATE, OTHER))] == 2 and weights[frozenset((PROVINCE, CITY))] == 1
    assert len(weights) == 6
    # An indirect tie joins what no paper joins: only where asked for.
    assert told(filled, "--project", "cities", "--indirect") == told(filled, "--project", "cities") | {
        frozenset(("济南市", "青岛市"))
    }


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--year", "2022"], {(STATE, "烟台市"), (OTHER, "烟台市"), (OTHER, "济南市")}),
        (["--document", "乙"], {(STATE, "烟台市"), (OTHER, "烟台市"), (OTHER, "济南市")}),
        (["--city", "深圳"], {(STATE, "深圳市")}),
        (["--min-rank", "1"], {(STATE, "深圳市"), (STATE, "烟台市"), (OTHER, "烟台市")}),
        (["--min-rank", "1", "--document", "甲"], {(STATE, "深圳市")}),
        # 深圳 is first in 2021, of which nothing is left.
        (["--min-rank", "1", "--year", "2022"], {(STATE, "烟台市"), (OTHER, "烟台市")}),
        (["--kind", "place", "--kind", "policy", "--city", "深圳"], {(STATE, "深圳市")}),
        (["--kind", "policy"], set()),
    ],
)
def test_what_narrows_it(filled: Path, options: list[str], expected: set[tuple[str, str]]) -> None:
    assert told(filled, *options) == set(map(frozenset, expected))


def test_one_kind_alone_is_its_nodes(filled: Path) -> None:
    nodes, _ = exported(filled, "--kind", "policy", "--year", "2022")
    assert {n["label"] for n in nodes} == {STATE, OTHER}
    nodes, edges = exported(filled, "--kind", "place", "--project", "cities")
    assert len(nodes) == len(edges) == 3


@pytest.mark.parametrize("options", [["--kind", "ranking"], ["--kind", "policy", "--project", "cities"]])
def test_a_kind_that_is_not_in_this_graph_is_refused(filled: Path, options: list[str]) -> None:
    done = CliRunner().invoke(main, ["export", "policy-city", "-", "--db", str(filled), *options])
    assert done.exit_code == 2 and "place" in done.output and done.stdout == ""


@pytest.mark.parametrize("graph", ["graph", "policy-city"])
@pytest.mark.parametrize("options", [["--year", "1999"], ["--city", "拉萨市"], ["--year", "2022", "--city", "拉萨市"]])
def test_what_matches_nothing_is_a_sentence_and_no_file(
    filled: Path, tmp_path: Path, graph: str, options: list[str]
) -> None:
    file = tmp_path / "x.gexf"
    done = CliRunner().invoke(main, ["export", graph, str(file), "--db", str(filled), *options])
    assert done.exit_code == 1 and not file.exists()
    assert " ".join(options) in done.stderr and "库中的年份 years in the base：" in done.stderr


def test_a_base_with_nothing_in_it_is_an_empty_graph(base: Path) -> None:
    assert exported(base) == ([], [])
