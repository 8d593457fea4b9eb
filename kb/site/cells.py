"""Cells of tables and queries as a reader wants them: names for keys, a dash for nothing, lists as chips, all escaped."""

import json
from functools import cache
from typing import Any

from datasette.utils import tilde_encode
from markupsafe import Markup, escape
from pluggy import HookimplMarker

from kb.site.addresses import PAGES, address
from kb.site.base import NAME
from kb.site.words import VALUES
from kb.tables import BY_NAME, Column

__all__ = ["chips", "nothing", "render_cell"]

hookimpl = HookimplMarker("datasette")

LONG = 90
"""Texts over so many characters are folded to three lines in a table; a click or Enter unfolds them."""

NOTHING = Markup('<span class="nothing" title="无 none">—</span>')


def nothing() -> Markup:
    """What stands where there is nothing."""
    return NOTHING


@cache
def columns_of(table: str | None) -> dict[str, Column]:
    """A table's columns by name; none for a query or a view."""
    return {c.name: c for c in BY_NAME[table].columns} if table in BY_NAME else {}


@cache
def booleans_of(table: str | None) -> frozenset[str]:
    """The columns of a table that say yes or no: SQLite keeps them as 1 and 0."""
    record = BY_NAME[table].record if table in BY_NAME else None
    fields = record.model_fields.items() if record else ()
    return frozenset(name for name, info in fields if info.annotation in (bool, bool | None))


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """The cell's HTML, or None where Datasette's own way is as good."""
    if database != NAME:
        return None
    known = columns_of(table).get(column)
    if isinstance(value, dict):
        return link(datasette, known, value)
    if value is None or value == "":
        return NOTHING
    if column in booleans_of(table):
        return Markup('<span class="yes">是</span>') if value else Markup('<span class="no">否</span>')
    if isinstance(value, str):
        return text(value)
    if isinstance(value, int | float):
        return number(value, column)
    return None


def link(datasette: Any, column: Column | None, value: dict[str, Any]) -> Markup:
    """A foreign key, by the name of the row it points to; the key itself is its tooltip."""
    key, label = value["value"], value["label"]
    shown = escape(label if label not in (None, "") else key)
    if column is None or column.references is None:
        return Markup(shown)
    own = PAGES.get(column.references)
    path = address(own, key) if own else f"/{NAME}/{column.references}/{tilde_encode(str(key))}"
    href = datasette.urls.path(path)
    return Markup('<a class="{}" href="{}" title="{}">{}</a>').format(width(shown), href, key, shown)


def width(words: str) -> str:
    """Short words stay on one line; longer ones get room."""
    return "short" if len(words) <= 16 else "mid"


def text(value: str) -> Markup:
    """Lists as chips, words of closed lists in Chinese, long texts folded."""
    if value[0] in "[{" and (listed := loaded(value)) is not None:
        return chips(listed) if listed else NOTHING
    if value in VALUES:
        return Markup('<span class="word word-{}" title="{}">{}</span>').format(value, value, VALUES[value])
    if len(value) > LONG:
        return Markup('<div class="fold" tabindex="0">{}</div>').format(value)
    return Markup('<span class="{}">{}</span>').format(width(value), value)


def loaded(value: str) -> list[Any] | None:
    """A JSON list of plain values; None for all else."""
    try:
        found = json.loads(value)
    except ValueError:
        return None
    flat = isinstance(found, list) and not any(isinstance(v, dict | list) for v in found)
    return found if flat else None


def chips(values: list[Any]) -> Markup:
    """Each value in a box of its own."""
    return Markup(" ").join(Markup('<span class="chip">{}</span>').format(v) for v in values)


def number(value: float, column: str) -> Markup | None:
    """Large amounts with thousands apart; years, codes and ranks as they are."""
    if column != "value" or abs(value) < 10_000:
        return None
    return Markup('<span title="{}">{:,}</span>').format(value, int(value) if float(value).is_integer() else value)
