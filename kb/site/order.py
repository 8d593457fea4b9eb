"""Rows of one value keep one order over all pages of a table.

Datasette 0.65 sorts a table's first page by the column alone and goes on after its last row by column and key: rows of
one value that the two orders place differently would stand on no page, and in no streamed CSV. Here the key is added.
"""

import re
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from pluggy import HookimplMarker

from kb.base.tables import BY_NAME
from kb.site.base import base_of

__all__ = ["startup", "with_key"]

hookimpl = HookimplMarker("datasette")

FIRST_PAGE = re.compile(
    r"select \[?\w+\]?(?:, \[?\w+\]?)* from \[?(?P<table>\w+)\]? (?P<where>.*?)order by \[?(?P<column>\w+)\]?(?: desc)?"
    r"(?P<limit> limit \d+)",
    re.S,
)
"""A table's page as Datasette asks for it: columns by name, one table, one column to sort by."""

COMPOUND = re.compile(r"\b(?:union|intersect|except|group\s+by|join)\b", re.I)
"""What a person's own query may hold, and Datasette's never does."""


def with_key(sql: str) -> str:
    """The query with the table's key behind the column it sorts by; any other query as it is."""
    found = FIRST_PAGE.fullmatch(sql.strip())
    if found is None or found["table"] not in BY_NAME or COMPOUND.search(found["where"]):
        return sql
    key = [f"[{name}]" for name in BY_NAME[found["table"]].key if name != found["column"]]
    return f"{sql.strip().removesuffix(found['limit'])}{''.join(f', {name}' for name in key)}{found['limit']}"


@hookimpl
def startup(datasette: Any) -> None:
    """Ask the base so from now on."""
    base = base_of(datasette)
    if base is not None and not hasattr(base.execute, "keeps_order"):
        base.execute = keeping_order(base.execute)


def keeping_order(execute: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """The database's `execute`, with the key in the order of a table's page."""

    @wraps(execute)
    async def kept(sql: str, *args: Any, **more: Any) -> Any:
        return await execute(with_key(sql) if more.get("truncate") else sql, *args, **more)

    kept.keeps_order = True  # type: ignore[attr-defined]
    return kept
