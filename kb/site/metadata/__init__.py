"""What Datasette is told of the base: made from the tables' own titles and descriptions, never written twice."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.base.fts import fts_name
from kb.base.tables import TABLES, VIEWS, Column, Table, View
from kb.site.base import NAME
from kb.site.sql import Canned, canned

__all__ = ["column_description", "metadata_as_yaml", "metadata_for_datasette"]

SOURCES = ("source", "source_url", "license", "license_url", "about", "about_url")
"""Repeated on each table, because Datasette shows a table's own only."""

NOTICE = "# Made by `python -m kb.site.metadata` from the records, kb/base/tables, kb/site/metadata/base.yml and kb/site/sql: edit those.\n"


@cache
def base() -> dict[str, Any]:
    """The hand-written part."""
    found: dict[str, Any] = yaml.safe_load((files("kb.site.metadata") / "base.yml").read_text("utf-8"))
    return found


def metadata_for_datasette() -> dict[str, Any]:
    """The whole of it, as Datasette takes it."""
    own = {key: base()[key] for key in ("title", "description", *SOURCES)}
    tables = {table.name: _table(table) for table in TABLES} | {view.name: _view(view) for view in VIEWS}
    return {**own, "databases": {NAME: {**own, "tables": tables, "queries": {q.name: _query(q) for q in canned()}}}}


def metadata_as_yaml() -> str:
    """The text of metadata.yml."""
    return NOTICE + yaml.safe_dump(metadata_for_datasette(), allow_unicode=True, sort_keys=False, width=10_000)


def column_description(column: Column) -> str:
    """ "名次 Rank：所印名次，并列同号。As printed; ties keep their rank." with the unit, where there is one."""
    unit = f" 单位 unit: {column.unit}" if column.unit else ""
    return f"{column.title}：{column.description}{unit}"


def _table(table: Table) -> dict[str, Any]:
    found = _described(table.name, table.title, table.description, table.columns)
    found["label_column"] = table.label
    if table.searched:
        found["fts_table"] = fts_name(table.name)
    if table.sort:
        found["sort_desc" if table.sort.startswith("-") else "sort"] = table.sort.removeprefix("-")
    if table.name in base()["hidden"]:
        found["hidden"] = True
    return found


def _view(view: View) -> dict[str, Any]:
    found = _described(view.name, view.title, view.description, view.columns)
    if view.name in base()["sort"]:
        found["sort"] = base()["sort"][view.name]
    return found


def _described(name: str, title: str, description: str, columns: Iterable[Column]) -> dict[str, Any]:
    facets = base()["facets"].get(name)
    return {
        "title": title,
        "description": description,
        **{key: base()[key] for key in SOURCES},
        "columns": {column.name: column_description(column) for column in columns},
        **({"facets": list(facets)} if facets else {}),
    }


def _query(query: Canned) -> dict[str, Any]:
    found: dict[str, Any] = {"title": query.title, "description": query.description, "sql": query.sql}
    if query.parameters:
        found["params"] = list(query.parameters)
        found["asks"] = {
            name: {key: value for key in ("label", "default", "choices") if (value := getattr(p, key))}
            for name, p in query.parameters.items()
        }
    if query.chart:
        found["chart"] = list(query.chart)
    if query.empty:
        found["empty"] = query.empty
    return found
