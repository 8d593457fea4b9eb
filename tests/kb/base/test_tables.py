"""The tables follow from the records, and nothing of a record is forgotten."""

import re
import sqlite3
from pathlib import Path

import pytest

from kb.base.tables import BY_NAME, TABLES, VIEWS
from kb.report.describe import record_types
from schema import Paper, Record

DESIGNED = [
    "documents",
    "pages",
    "sections",
    "passages",
    "tables",
    "figures",
    "places",
    "rankings",
    "ranking_entries",
    "tiers",
    "tier_members",
    "rank_changes",
    "policies",
    "issuers",
    "policy_issuers",
    "policy_citations",
    "publications",
    "publication_citations",
    "case_studies",
    "frameworks",
    "framework_components",
    "platforms",
    "measurements",
    "dimensions",
    "dimension_statements",
    "findings",
    "evidence",
    "ingests",
]
BILINGUAL = re.compile(r"[一-鿿].*[A-Za-z]")


def test_all_tables_and_views_of_the_design_are_there():
    assert set(DESIGNED) <= set(BY_NAME)
    assert {"rank_history", "policy_city", "city_overview"} <= {v.name for v in VIEWS}


@pytest.mark.parametrize("record", [r for r in record_types(Paper) if r is not Paper], ids=lambda r: r.__name__)
def test_each_field_of_a_record_is_stored_or_said_to_be_left_out(record: type[Record]):
    tables = [t for t in TABLES if t.record is record]
    assert tables, f"no table holds {record.__name__}"
    for table in tables:
        for name in record.model_fields:
            assert (name in table.fields) != (name in table.left_out), f"{table.name}.{name}"
            assert all(column in table.names for column in table.fields.get(name, ()))


def test_what_is_left_out_goes_to_a_table_that_exists_or_says_why():
    for table in TABLES:
        for name, where in table.left_out.items():
            assert where in BY_NAME or len(where) > 10, f"{table.name}.{name}: {where}"


def test_each_field_of_a_paper_has_a_table():
    kept_elsewhere = {"extractor": "documents", "document": "documents", "warnings": "ingests"}
    for name in Paper.model_fields:
        assert name in BY_NAME or name in kept_elsewhere


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_tables_are_described_in_both_languages_and_hold_together(table):
    assert BILINGUAL.search(table.title)
    assert BILINGUAL.search(table.description)
    assert table.label in table.names
    assert set(table.key) <= set(table.names)
    assert set(table.searched) <= set(table.names)
    assert (table.sort or table.label).removeprefix("-") in table.names
    assert len(set(table.names)) == len(table.names)
    for column in table.columns:
        assert BILINGUAL.search(column.title), column.name
        assert BILINGUAL.search(column.description), column.name
        assert column.references is None or column.references in BY_NAME


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)
def test_views_have_the_columns_they_describe(view, base: Path):
    with sqlite3.connect(base) as db:
        found = [row[0] for row in db.execute(f"SELECT * FROM {view.name}").description]
    assert found == [c.name for c in view.columns]
    assert all(BILINGUAL.search(c.title) and BILINGUAL.search(c.description) for c in view.columns)


def test_the_base_has_the_columns_and_links_they_say(base: Path):
    with sqlite3.connect(base) as db:
        for table in TABLES:
            info = db.execute(f'PRAGMA table_info("{table.name}")').fetchall()
            assert [(i[1], i[2]) for i in info] == [(c.name, c.type) for c in table.columns]
            links = {row[3]: row[2] for row in db.execute(f'PRAGMA foreign_key_list("{table.name}")')}
            assert links == {c.name: c.references for c in table.columns if c.references}
