"""The names that templates use and that depend on what Datasette serves, and where."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kb.base.tables import BY_NAME
from kb.site.addresses import address, fact_path, row_path
from kb.site.base import NAME, base_of
from kb.site.cells import label_of
from kb.site.words import column_label, split, value_words

__all__ = ["Names", "comparison", "digest"]

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
CRUMBS = {"home": "首页", NAME: "数据表"}
COMPARISONS = {
    "contains": "含", "notcontains": "不含", "startswith": "开头是", "endswith": "结尾是", "like": "像 like",
    "notlike": "不像 not like", "glob": "通配 glob", "in": "是其中之一 in", "notin": "不在其中 not in",
    "arraycontains": "列表中有", "arraynotcontains": "列表中没有", "date": "日期是", "isnull": "为空", "notnull": "不为空",
    "isblank": "空白", "notblank": "不空白",
}  # fmt: skip
IN_A_SENTENCE = {"exact": "为", "not": "不为", "gt": "大于", "gte": "不小于", "lt": "小于", "lte": "不大于"}
WITHOUT_VALUE = ("isnull", "notnull", "isblank", "notblank")


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


def comparison(lookup: str, usual: str) -> str:
    """A comparison of a table's filter in Chinese, where Datasette has English words."""
    return COMPARISONS.get(lookup, usual)


@dataclass(frozen=True, slots=True)
class Names:
    """Each public method is a function of the templates, under its own name."""

    _datasette: Any

    def by_name(self) -> dict[str, Any]:
        """All of them."""
        own = (name for name in vars(type(self)) if not name.startswith("_") and name != "by_name")
        return {name: getattr(self, name) for name in own}

    def static(self, name: str) -> str:
        """The address of a static file."""
        return str(self._datasette.urls.static_plugins(plugin_name(), f"{name}?{digest(name)}"))

    def site_nav(self, request: Any) -> list[dict[str, Any]]:
        """The main pages, and which of them the request is for."""
        path = request.path if request else ""
        shown = NAV if base_of(self._datasette) is not None else ()
        urls = self._datasette.urls
        return [{"href": urls.path(href), "label": label, "here": _here(path, href)} for href, label in shown]

    def table_columns(self, database: str, table: str) -> dict[str, str]:
        """What metadata.yml says of a table's columns."""
        return self._datasette.table_metadata(database, table).get("columns") or {}

    def table_title(self, database: str, table: str) -> str:
        """What a table is called."""
        return str(self._datasette.table_metadata(database, table).get("title") or table)

    def about_words(self, about: str) -> str:
        """What kind of thing a finding is about, in Chinese."""
        return split(BY_NAME[about].title)[0] if about in BY_NAME else about

    def crumb_label(self, label: str) -> str:
        """A step of the way to a page, in Chinese."""
        return CRUMBS.get(label) or split(self.table_title(NAME, label))[0]

    def page_url(self, kind: str, key: object) -> str:
        """The address of a thing's own page."""
        return str(self._datasette.urls.path(address(kind, key)))

    def row_url(self, table: str, key: str) -> str:
        """The address of a row."""
        return str(self._datasette.urls.path(row_path(table, key)))

    def fact_url(self, table: str, key: str) -> str:
        """The address of a fact: its own page, else its row."""
        return str(self._datasette.urls.path(fact_path(table, key)))

    async def has_evidence(self, database: str, table: str, key: str) -> bool:
        """Whether the base says where the row's fact stands."""
        base = base_of(self._datasette)
        if base is None or database != NAME:
            return False
        found = await base.execute("select 1 from evidence where fact_table = ? and fact = ? limit 1", [table, key])
        return bool(found.rows)

    async def filter_words(self, table: str, column: str, lookup: str, value: str) -> str:
        """A filter in words: a foreign key by the name of what it points to."""
        known = {c.name: c for c in BY_NAME[table].columns}.get(column) if table in BY_NAME else None
        name = column_label(self.table_columns(NAME, table).get(column), column)[0]
        if known is not None and known.references and lookup == "exact":
            value = str(await label_of(self._datasette, known.references, value) or value)
        told = IN_A_SENTENCE.get(lookup) or comparison(lookup, lookup)
        return f"{name}{told}" + ("" if lookup in WITHOUT_VALUE else f"“{value_words(value)}”")


def _here(path: str, href: str) -> bool:
    """Whether the page at `path` belongs under the main page at `href`."""
    return path == href or path.startswith(f"{href}/")
