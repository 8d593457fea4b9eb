"""What every template can use: addresses of static files, the main pages, titles of tables and columns."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pluggy import HookimplMarker

from kb.base.tables import BY_NAME, VIEWS
from kb.site.addresses import PAGES
from kb.site.base import NAME, base_of
from kb.site.chart_data import chart_data, chart_height
from kb.site.errors import meaning
from kb.site.names import Names, comparison
from kb.site.rules import rule_words
from kb.site.words import FILTERS, column_label

__all__ = ["any_column_label", "extra_template_vars", "prepare_jinja2_environment"]

hookimpl = HookimplMarker("datasette")


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
        **Names(datasette).by_name(),
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


FACT_TABLES = {table.name for table in BY_NAME.values() if "evidence" in table.left_out} | {"derived_ranks"}
"""Tables each of whose rows says where it stands on a page."""


def number_columns(rows: Sequence[Any]) -> list[bool]:
    """For each column of a query's answer, whether it holds numbers: they stand below each other, at the right."""
    columns = zip(*map(tuple, rows), strict=True)
    return [all(isinstance(v, int | float) for v in held) and bool(held) for held in map(present, columns)]


def present(values: Iterable[Any]) -> list[Any]:
    """The values that are there."""
    return [value for value in values if value is not None]


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
