"""What every template can use: addresses of static files, the main pages, titles of tables and columns."""

import hashlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pluggy import HookimplMarker

from kb.base.tables import BY_NAME, VIEWS
from kb.site.addresses import PAGES, address, fact_path, row_path
from kb.site.base import NAME, base_of
from kb.site.cells import label_of
from kb.site.chart_data import chart_data, chart_height
from kb.site.errors import meaning
from kb.site.rules import rule_words
from kb.site.words import FILTERS, column_label, split, value_words

__all__ = ["NAV", "extra_template_vars", "prepare_jinja2_environment"]

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
    ("/-/help", "说明 Help"),
)


@cache
def digest(name: str) -> str:
    """Changes when a static file does, so that browsers keep it until then."""
    return hashlib.sha256((files("kb.site") / "static" / name).read_bytes()).hexdigest()[:8]


@cache
def plugin_name() -> str:
    """What Datasette calls our plugin in addresses: the distribution's name, or the module's where it is none."""
    from datasette.plugins import get_plugins  # not yet there when Datasette loads this module

    own = str(files("kb.site") / "static")
    return next((str(p["name"]) for p in get_plugins() if p["static_path"] == own), "whitepaper-kb")


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """Names and filters of every template, also of Datasette's page for errors, which gets no others."""
    env.filters.update(FILTERS, rule_words=rule_words)
    env.globals.update(
        any_column_label=any_column_label,
        chart_data=chart_data,
        fact_tables=FACT_TABLES,
        own_pages=PAGES,
        chart_height=chart_height,
        column_label=column_label,
        comparison=comparison,
        meaning=meaning,
        number_columns=number_columns,
        row_label=row_label,
        with_args=with_args,
        **names_for(datasette),
    )


@hookimpl
def extra_template_vars(datasette: Any, request: Any, template: str | None) -> Callable[[], Awaitable[dict[str, Any]]]:
    """The choices that a canned query offers."""

    async def found() -> dict[str, Any]:
        base = base_of(datasette)
        if base is not None and template == "query.html" and request is not None:
            return {"choices": await choices(datasette, base, request.path.rpartition("/")[2])}
        return {}

    return found


async def choices(datasette: Any, base: Any, query: str) -> dict[str, list[tuple[str, str]]]:
    """For each parameter of a canned query, the values that its query for choices finds, each with what to call it."""
    asks = (datasette.metadata("queries", database=NAME, fallback=False) or {}).get(query, {}).get("asks") or {}
    found = {}
    for name, ask in asks.items():
        if "choices" in ask:
            rows = await base.execute(ask["choices"], truncate=True)
            found[name] = [(str(row[0]), str(row[-1])) for row in rows.rows if row[0] is not None]
    return found


def names_for(datasette: Any) -> dict[str, Any]:
    """The names that depend on what Datasette serves, and where."""
    urls = datasette.urls

    def static(name: str) -> str:
        return str(urls.static_plugins(plugin_name(), f"{name}?{digest(name)}"))

    def site_nav(request: Any) -> list[dict[str, Any]]:
        path = request.path if request else ""
        shown = NAV if base_of(datasette) is not None else ()
        return [{"href": urls.path(href), "label": label, "here": here(path, href)} for href, label in shown]

    def table_columns(database: str, table: str) -> dict[str, str]:
        return datasette.table_metadata(database, table).get("columns") or {}

    def table_title(database: str, table: str) -> str:
        return str(datasette.table_metadata(database, table).get("title") or table)

    def about_words(about: str) -> str:
        return split(BY_NAME[about].title)[0] if about in BY_NAME else about

    def crumb_label(label: str) -> str:
        return CRUMBS.get(label) or split(table_title(NAME, label))[0]

    def page_url(kind: str, key: object) -> str:
        return str(urls.path(address(kind, key)))

    def row_url(table: str, key: str) -> str:
        return str(urls.path(row_path(table, key)))

    def fact_url(table: str, key: str) -> str:
        return str(urls.path(fact_path(table, key)))

    async def has_evidence(database: str, table: str, key: str) -> bool:
        """Whether the base says where the row's fact stands."""
        base = base_of(datasette)
        if base is None or database != NAME:
            return False
        found = await base.execute("select 1 from evidence where fact_table = ? and fact = ? limit 1", [table, key])
        return bool(found.rows)

    async def filter_words(table: str, column: str, lookup: str, value: str) -> str:
        """A filter in words: a foreign key by the name of what it points to."""
        known = {c.name: c for c in BY_NAME[table].columns}.get(column) if table in BY_NAME else None
        name = column_label(table_columns(NAME, table).get(column), column)[0]
        if known is not None and known.references and lookup == "exact":
            value = str(await label_of(datasette, known.references, value) or value)
        told = {"exact": "为", "not": "不为", "gt": "大于", "gte": "不小于", "lt": "小于", "lte": "不大于"}
        empty = lookup in ("isnull", "notnull", "isblank", "notblank")
        return f"{name}{told.get(lookup) or comparison(lookup, lookup)}" + ("" if empty else f"“{value_words(value)}”")

    named = (
        filter_words,
        has_evidence,
        static,
        site_nav,
        table_columns,
        table_title,
        about_words,
        crumb_label,
        page_url,
        row_url,
        fact_url,
    )
    return {function.__name__: function for function in named}


FACT_TABLES = {table.name for table in BY_NAME.values() if "evidence" in table.left_out} | {"derived_ranks"}
"""Tables each of whose rows says where it stands on a page."""

CRUMBS = {"home": "首页", NAME: "数据表"}


def here(path: str, href: str) -> bool:
    """Whether the page at `path` belongs under the main page at `href`."""
    return path == href or path.startswith(f"{href}/")


def number_columns(rows: Sequence[Any]) -> list[bool]:
    """For each column of a query's answer, whether it holds numbers: they stand below each other, at the right."""
    columns = zip(*map(tuple, rows), strict=True)
    return [all(isinstance(v, int | float) for v in held) and bool(held) for held in map(present, columns)]


def present(values: Iterable[Any]) -> list[Any]:
    """The values that are there."""
    return [value for value in values if value is not None]


def comparison(lookup: str, usual: str) -> str:
    """A comparison of a table's filter in Chinese, where Datasette has English words."""
    return COMPARISONS.get(lookup, usual)


COMPARISONS = {
    "contains": "含", "notcontains": "不含", "startswith": "开头是", "endswith": "结尾是", "like": "像 like",
    "notlike": "不像 not like", "glob": "通配 glob", "in": "是其中之一 in", "notin": "不在其中 not in",
    "arraycontains": "列表中有", "arraynotcontains": "列表中没有", "date": "日期是", "isnull": "为空", "notnull": "不为空",
    "isblank": "空白", "notblank": "不空白",
}  # fmt: skip


def with_args(url: str, **args: str | None) -> str:
    """The address with arguments set, or taken off where they are None."""
    parts = urlsplit(url)
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key not in args]
    return urlunsplit(parts._replace(query=urlencode(kept + [(k, v) for k, v in args.items() if v is not None])))


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
    """Column titles by name: what most tables and views that have the column call it."""
    found: dict[str, Counter[str]] = {}
    for columns in (*(t.columns for t in BY_NAME.values()), *(v.columns for v in VIEWS)):
        for column in columns:
            found.setdefault(column.name, Counter())[column.title] += 1
    return {name: counted.most_common(1)[0][0] for name, counted in found.items()}


def any_column_label(name: str) -> tuple[str, str]:
    """The label of a query's column: names in Chinese stand as they are, known ones get their title."""
    title = titles().get(name)
    return column_label(f"{title}：", name) if title else (name, "")
