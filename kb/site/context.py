"""What every template can use: addresses of static files, the main pages, titles of tables and columns."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from pluggy import HookimplMarker

from kb.site.base import NAME, base_of
from kb.site.words import column_label, split
from kb.tables import BY_NAME, VIEWS

__all__ = ["NAV", "extra_template_vars"]

hookimpl = HookimplMarker("datasette")

NAV = (
    ("/-/cities", "城市 Cities"),
    ("/-/policies", "政策 Policies"),
    ("/-/rankings", "榜单 Rankings"),
    ("/-/papers", "文献 Papers"),
    ("/-/graph", "图谱 Graph"),
    ("/-/map", "地图 Map"),
    ("/-/audit", "核对 Audit"),
    (f"/{NAME}", "数据表 Tables"),
)


@cache
def digest(name: str) -> str:
    """Changes when a static file does, so that browsers keep it until then."""
    return hashlib.sha256((files("kb.site") / "static" / name).read_bytes()).hexdigest()[:8]


@hookimpl
def extra_template_vars(datasette: Any, request: Any, database: str | None) -> dict[str, Any]:
    """Names that our templates use, also where they stand in for Datasette's."""
    urls = datasette.urls
    path = request.path if request else ""

    def static(name: str) -> str:
        return str(urls.static_plugins("whitepaper-kb", f"{name}?{digest(name)}"))

    def nav() -> list[dict[str, Any]]:
        return [{"href": urls.path(href), "label": label, "here": here(path, href)} for href, label in NAV]

    def table_columns(database: str, table: str) -> dict[str, str]:
        return datasette.table_metadata(database, table).get("columns") or {}

    def table_title(database: str, table: str) -> str:
        return str(datasette.table_metadata(database, table).get("title") or table)

    def crumb_label(label: str) -> str:
        return CRUMBS.get(label) or split(table_title(NAME, label))[0]

    has_base = base_of(datasette) is not None
    return {
        "static": static,
        "has_base": has_base,
        "site_nav": nav() if has_base else [],
        "table_columns": table_columns,
        "table_title": table_title,
        "crumb_label": crumb_label,
        "row_label": row_label,
        "any_column_label": any_column_label,
    }


CRUMBS = {"home": "首页", NAME: "数据表"}


def here(path: str, href: str) -> bool:
    """Whether the page at `path` belongs under the main page at `href`."""
    return path == href or path.startswith(f"{href}/")


def row_label(database: str, table: str, rows: Iterable[Any]) -> str | None:
    """What to call the row that a page shows: its label column's words; None where there is none."""
    if database != NAME or table not in BY_NAME:
        return None
    for row in rows:
        for cell in row:
            if cell["column"] == BY_NAME[table].label:
                raw = cell["raw"]
                return str(raw.get("label") if isinstance(raw, dict) else raw) if raw is not None else None
    return None


@cache
def titles() -> dict[str, str]:
    """Column titles by name, where all tables and views that have the column agree on one."""
    found: dict[str, set[str]] = {}
    for columns in (*(t.columns for t in BY_NAME.values()), *(v.columns for v in VIEWS)):
        for column in columns:
            found.setdefault(column.name, set()).add(column.title)
    return {name: next(iter(titles)) for name, titles in found.items() if len(titles) == 1}


def any_column_label(name: str) -> tuple[str, str]:
    """The label of a query's column: names in Chinese stand as they are, known ones get their title."""
    title = titles().get(name)
    return column_label(f"{title}：", name) if title else (name, "")
