"""The graph and the map: what they are given to draw, and within which bounds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.graph import Edge, Node
from kb.site.graph_data import MOST_NODES, as_json, positions
from kb.site.pages.graph import ENDINGS
from kb.site.serve import datasette_for

Get = Callable[..., Any]


def names(graph: dict[str, Any]) -> set[str]:
    return {node["name"] for node in graph["nodes"]}


def ties(graph: dict[str, Any]) -> set[tuple[str, str]]:
    by_id = {node["id"]: node["name"] for node in graph["nodes"]}
    return {(by_id[edge["source"]], by_id[edge["target"]]) for edge in graph["edges"]}


def test_policies_and_cities(get: Get) -> None:
    graph = get("/-/graph/data.json").json()
    assert ("“十四五”数字经济发展规划", "郑州市") in ties(graph)
    assert set(graph["kinds"]) == {"place", "policy"}
    edge = next(e for e in graph["edges"] if e["source"] == "policy:国发〔2021〕29号")
    assert "说它的文句里引用" in edge["words"]


def test_the_neighbourhood_of_a_node(get: Get) -> None:
    graph = get("/-/graph/data.json?node=place:370100").json()
    assert {"济南市", "城市大脑", "“343”", "山东省", "表1 2021样例百强榜"} <= names(graph)
    assert "历下区" not in names(graph)
    assert ("济南市", "城市大脑") in ties(graph)


def test_a_year_narrows(get: Get) -> None:
    assert "表1 2022样例百强榜" not in names(get("/-/graph/data.json?node=place:370100&year=2021").json())
    assert get("/-/graph/data.json?year=1999").json()["nodes"] == []


def test_everything(get: Get) -> None:
    graph = get("/-/graph/data.json?view=all").json()
    assert {"place", "policy", "issuer", "platform", "framework", "ranking", "document"} <= set(graph["kinds"])
    assert {node["kind"] for node in get("/-/graph/data.json?view=all&kind=place&kind=platform").json()["nodes"]} == {
        "place",
        "platform",
    }


def test_nodes_lead_to_their_pages(get: Get) -> None:
    graph = get("/-/graph/data.json?view=all").json()
    for kind in graph["kinds"]:
        node = next(n for n in graph["nodes"] if n["kind"] == kind)
        assert get(node["href"]).status_code == 200, node
    region = next(n for n in graph["nodes"] if n["name"] == "华东")
    assert "山东省" in get(region["href"]).text


@pytest.mark.parametrize(
    "query", ["node=none", "node=place:0", "year=x", "kind=none", "view=none", "node=%00", "node='"]
)
def test_odd_requests_are_answered(get: Get, query: str) -> None:
    assert get(f"/-/graph/data.json?{query}").status_code == 200


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_graph_as_a_file(get: Get, ending: str) -> None:
    response = get(f"/-/graph/export.{ending}")
    assert "郑州市" in response.text or "\\u90d1" in response.text
    assert response.headers["content-disposition"] == f'attachment; filename="graph.{ending}"'
    assert get("/-/graph/export.exe").status_code == 404


def test_no_more_nodes_than_a_browser_bears() -> None:
    nodes = [Node(f"place:{n}", "place", f"地{n}") for n in range(MOST_NODES + 10)]
    edges = [Edge("place:0", f"place:{n}", "cites") for n in range(1, MOST_NODES + 10)]
    found = as_json((nodes, edges), {}, lambda node: "/")
    assert (len(found["nodes"]), found["left_out"]) == (MOST_NODES, 10)
    assert "place:0" in {n["id"] for n in found["nodes"]}
    kept = {n["id"] for n in found["nodes"]}
    assert all({e["source"], e["target"]} <= kept for e in found["edges"])
    json.dumps(found)


def test_positions_are_the_same_each_time_and_places_stand_where_they_lie() -> None:
    nodes = [
        Node("place:1", "place", "甲"),
        Node("policy:a", "policy", "乙"),
        Node("issuer:b", "issuer", "丙"),
        Node("tier:c", "tier", "丁"),
    ]
    edges = [Edge("policy:a", "place:1", "x"), Edge("policy:a", "issuer:b", "x")]
    at = positions(nodes, edges, {"place:1": (117.0, -36.0)})
    assert at == positions(nodes, edges, {"place:1": (117.0, -36.0)})
    assert at["place:1"] == (117.0, -36.0)
    assert abs(at["policy:a"][0] - 117) < 5
    assert len({at[n.id] for n in nodes}) == 4


def points(page: Any) -> list[dict[str, Any]]:
    held = page.text.partition('<script type="application/json">')[2].partition("</script>")[0]
    return list(json.loads(held))


def test_the_map_shows_a_rankings_places_where_they_lie(get: Get) -> None:
    page = get("/-/map?ranking=paper-2022/表1")
    found = {p["name"]: p for p in points(page)}
    assert (found["青岛市"]["rank"], found["青岛市"]["code"]) == (1, "370200")
    assert 119 < found["青岛市"]["at"][0] < 122
    assert get("/-/map").status_code == 200
    assert get("/-/map?ranking=none").status_code == 404


def test_borders_are_the_users_own(get: Get, folder: Path, tmp_path: Path) -> None:
    import asyncio
    import shutil

    assert get("/-/map/borders.json").status_code == 404
    assert "data-borders" not in get("/-/map").text
    shutil.copy(folder / "whitepapers.db", tmp_path)
    (tmp_path / "my.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    (tmp_path / "metadata.yml").write_text(yaml.safe_dump({"plugins": {"whitepaper-kb": {"borders": "my.geojson"}}}))
    own = datasette_for(tmp_path / "whitepapers.db")
    assert asyncio.run(own.client.get("/-/map/borders.json")).json()["type"] == "FeatureCollection"
    assert "data-borders" in asyncio.run(own.client.get("/-/map")).text


@pytest.mark.parametrize("view", ["", "view=indirect&", "view=all&", "node=place:410100&"])
def test_kinds_leave_out_the_others_in_every_view(get: Any, view: str) -> None:
    graph = get(f"/-/graph/data.json?{view}kind=policy").json()
    assert {node["kind"] for node in graph["nodes"] if node["id"] != "place:410100"} == {"policy"}
    shown = {node["id"] for node in graph["nodes"]}
    assert all(edge["source"] in shown and edge["target"] in shown for edge in graph["edges"])
    assert get(f"/-/graph/data.json?{view}kind=none").json()["edges"] == []
