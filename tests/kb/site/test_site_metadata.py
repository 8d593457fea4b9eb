"""metadata.yml says what every table and column means, and is what the records make it."""

import asyncio
import re
import sqlite3
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

import kb.site.words as words
from kb.base.tables import BY_NAME, TABLES, VIEWS
from kb.report.describe import record_types
from kb.site.metadata import base, metadata_as_yaml, metadata_for_datasette
from kb.site.sql import canned, parse
from schema import Paper

ROOT = Path(__file__).parents[3]
HAN = re.compile(r"[一-鿿]")
LATIN = re.compile(r"[A-Za-z]{2}")


@pytest.fixture(scope="module")
def tables() -> dict[str, Any]:
    found: dict[str, Any] = metadata_for_datasette()["databases"]["whitepapers"]["tables"]
    return found


def test_the_file_is_up_to_date() -> None:
    assert (ROOT / "metadata.yml").read_text("utf-8") == metadata_as_yaml(), "run: make docs"


def test_the_file_is_what_datasette_gets() -> None:
    assert yaml.safe_load((ROOT / "metadata.yml").read_text("utf-8")) == metadata_for_datasette()


def test_every_table_and_column_of_a_real_base_is_described(folder: Path, tables: dict[str, Any]) -> None:
    with sqlite3.connect(folder / "whitepapers.db") as db:
        names = [
            name
            for (name,) in db.execute("select name from sqlite_master where type in ('table', 'view')")
            if "_fts" not in name and not name.startswith("sqlite_")
        ]
        columns = {(name, row[1]) for name in names for row in db.execute(f'pragma table_info("{name}")')}
    assert len(names) > 30
    undescribed = [f"{t}.{c}" for t, c in sorted(columns) if not tables.get(t, {}).get("columns", {}).get(c)]
    assert undescribed == []
    assert [f"{t}.{c}" for t, found in tables.items() for c in found["columns"] if (t, c) not in columns] == []


def test_titles_and_descriptions_are_in_both_languages(tables: dict[str, Any]) -> None:
    texts = {f"{name}.{key}": found[key] for name, found in tables.items() for key in ("title", "description")}
    texts |= {f"{n}.{c}": text for n, found in tables.items() for c, text in found["columns"].items()}
    assert [name for name, text in texts.items() if not (HAN.search(text) and LATIN.search(text))] == []


def test_columns_start_with_their_label(tables: dict[str, Any]) -> None:
    assert words.column_label(tables["ranking_entries"]["columns"]["rank"], "rank") == ("名次", "Rank")
    unlabelled = [
        f"{t}.{c}"
        for t, found in tables.items()
        for c, text in found["columns"].items()
        if not all(words.column_label(text, c))
    ]
    assert unlabelled == []


def test_source_and_licence_stand_on_every_table(tables: dict[str, Any]) -> None:
    assert [name for name, found in tables.items() if not (found["source"] and found["license"])] == []


def test_units_are_never_declared() -> None:
    assert "units:" not in metadata_as_yaml()


def test_facets_sorts_and_labels_are_columns(tables: dict[str, Any]) -> None:
    for name, found in tables.items():
        named = [*found.get("facets", []), *(found[k] for k in ("sort", "sort_desc", "label_column") if k in found)]
        assert [column for column in named if column not in found["columns"]] == [], name


def test_every_table_has_its_facets_looked_at() -> None:
    assert set(base()["facets"]) | {"issuers"} == {*BY_NAME, *(view.name for view in VIEWS)}


def test_every_search_box_has_its_index(folder: Path, tables: dict[str, Any]) -> None:
    with sqlite3.connect(folder / "whitepapers.db") as db:
        for table in TABLES:
            assert bool(table.searched) == ("fts_table" in tables[table.name])
            if table.searched:
                db.execute(f'select 1 from "{tables[table.name]["fts_table"]}" limit 1')


@pytest.mark.parametrize("query", canned(), ids=lambda query: query.name)
def test_every_canned_query_runs(datasette: Any, query: Any) -> None:
    async def run() -> None:
        db = datasette.get_database("whitepapers")
        given = {name: parameter.default for name, parameter in query.parameters.items()}
        found = await db.execute(query.sql, given)
        columns = [column[0] for column in found.description]
        assert set(query.chart[1:]) <= set(columns)
        for parameter in query.parameters.values():
            assert HAN.search(parameter.label)
            if parameter.choices:
                await db.execute(parameter.choices)

    asyncio.run(run())


FOUND = {
    "ranking_of_a_year?list=样例百强榜&year=2021": ["济南市", "青岛市", "深圳市"],
    "ranking_of_a_year?list=&year=": ["青岛市"],
    "cities_of_a_province?province=山东省": ["济南市", "青岛市"],
    "where_a_city_is_ranked?city=济南": ["样例百强榜", "2022"],
    "ranks_over_the_years?city=济南市": ["2021", "2022"],
    "who_cites_a_policy?title_words=数字经济": ["国发〔2021〕29号"],
    "two_editions_of_a_list": ["样例百强榜：2021 → 2022", "青岛市", "上升", "新上榜", "落榜"],
    "policies_of_an_issuer?issuer=国务院": ["“十四五”数字经济发展规划", "郑州市"],
    "policies_of_several_cities": ["没有哪份政策与两个以上城市相连"],
    "policies_of_a_city?city=郑州市": ["数字经济发展规划"],
    "cases_of_a_city?city=济南市": ["济南创新提出"],
    "platforms_of_a_kind?kind=大脑": ["城市大脑"],
    "frameworks_with_parts?parts=2": ["一网通办、一网统管"],
    "contradictions?document=": ["华东39个"],
    "measurements_of_a_city?city=济南市": ["18万多家", "180,000"],
    "most_cited_policies": ["数字经济发展规划"],
}


@pytest.mark.parametrize(("path", "words"), FOUND.items(), ids=list(FOUND))
def test_canned_queries_answer(get: Any, path: str, words: list[str]) -> None:
    page = get(f"/whitepapers/{path}")
    assert page.status_code == 200
    assert [word for word in words if word not in page.text] == []


def test_every_canned_query_has_a_row_above() -> None:
    assert {query.name for query in canned()} == {path.partition("?")[0] for path in FOUND}


def test_a_query_without_words_for_a_parameter_is_refused() -> None:
    with pytest.raises(ValueError, match="city"):
        parse("x", "-- title: 某 X\n-- description: 某。X.\nselect :city")


def literals(annotation: Any) -> set[str]:
    if get_origin(annotation) is Literal:
        return {value for value in get_args(annotation) if isinstance(value, str)}
    return {word for part in get_args(annotation) for word in literals(part)}


def test_words_of_closed_lists_are_translated() -> None:
    records: list[type[BaseModel]] = list(record_types(Paper))
    closed = {word for record in records for info in record.model_fields.values() for word in literals(info.annotation)}
    assert "contradiction" in closed
    assert sorted(closed - set(words.VALUES)) == []
