"""Cells of tables and queries as a reader wants them: names for keys, a dash for nothing, lists as chips, all escaped."""

import json
from collections.abc import Awaitable
from functools import cache
from typing import Any

from markupsafe import Markup, escape
from pluggy import HookimplMarker

from kb.base.tables import BY_NAME, Column
from kb.site.addresses import address, fact_path
from kb.site.base import NAME, base_of
from kb.site.words import VALUES

__all__ = ["chips", "label_of", "nothing", "render_cell"]

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
def render_cell(
    value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Markup | Awaitable[Markup] | None:
    """The cell's HTML, or None where Datasette's own way is as good."""
    if database != NAME:
        return None
    known = columns_of(table).get(column)
    if isinstance(value, dict):
        return link(datasette, known, value["value"], value["label"])
    if value is None or value == "":
        return NOTHING
    if known is not None and known.references:
        return looked_up(datasette, known, value)
    if table is None and isinstance(value, str) and column in QUERY_LINKS:
        return query_link(datasette, column, value)
    if column in booleans_of(table):
        return Markup('<span class="yes">是</span>') if value else Markup('<span class="no">否</span>')
    if isinstance(value, str):
        return text(value)
    if isinstance(value, int | float):
        return number(value, column)
    return None


QUERY_LINKS = {"城市": "place", "地方": "place", "省级": "place", "原文": "evidence"}
"""Columns of queries that lead to a page: a place by its name, evidence by its table and key."""


def query_link(datasette: Any, column: str, value: str) -> Markup:
    """The cell of a query as a link."""
    shown = "◧ 原文" if column == "原文" else value
    href = datasette.urls.path(address(QUERY_LINKS[column], value))
    return Markup('<a class="{}" href="{}">{}</a>').format("see" if column == "原文" else "short", href, shown)


async def looked_up(datasette: Any, column: Column, key: Any) -> Markup:
    """A foreign key on the page of a row, where Datasette looks up no label."""
    label = await label_of(datasette, column.references, key)
    return link(datasette, column, key, label)


async def label_of(datasette: Any, table: str | None, key: Any) -> Any:
    """What to call the row with this key; where its label is a key itself, what that stands for."""
    base = base_of(datasette)
    if table is None or base is None:
        return None
    of = BY_NAME[table]
    found = await base.execute(f'select "{of.label}" from "{table}" where "{of.key[0]}" = ?', [key])
    label = found.rows[0][0] if found.rows else None
    further = of.column(of.label).references
    return await label_of(datasette, further, label) if further and label is not None else label


def link(datasette: Any, column: Column | None, key: Any, label: Any) -> Markup:
    """A foreign key, by the name of the row it points to; the key itself is its tooltip."""
    shown = escape(label if label not in (None, "") else key)
    if column is None or column.references is None:
        return Markup(shown)
    href = datasette.urls.path(fact_path(column.references, key))
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
