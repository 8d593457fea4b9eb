"""What the site's pages share: their queries, their addresses, how they are drawn."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote

from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb.site.base import NAME, base_of, connection_to
from kb.site.errors import Busy, Missing
from kb.site.memory import remembered
from kb.site.sql import sql

__all__ = ["Row", "Site", "View", "page", "within_limit"]

MILLISECONDS = 20_000
GRAPH_MILLISECONDS = 10_000
T = TypeVar("T")
Row = dict[str, Any]
View = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Site:
    """One request for a page of ours."""

    datasette: Any
    request: Any
    base: Any

    @property
    def key(self) -> str:
        """What the address names."""
        return unquote(self.request.url_vars["key"])

    @property
    def number(self) -> int:
        """Which page of a long list is asked for, from 1 on."""
        given = self.request.args.get("page") or ""
        return max(int(given), 1) if given.isdigit() and len(given) < 6 else 1

    async def rows(self, query: str, **given: Any) -> list[Row]:
        """What `sql/pages/<query>.sql` finds. Its time is limited, but not as tightly as that of a visitor's own SQL."""

        def found(connection: Any) -> list[Row]:
            with sqlite_timelimit(connection, MILLISECONDS):
                return [dict(row) for row in connection.execute(sql(query), given)]

        rows: list[Row] = await self.base.execute_fn(found)
        return rows

    async def remembered(self, query: str, **given: Any) -> list[Row]:
        """The same, found once for as long as the base stays as it is. Not to be changed by who gets it."""
        return await remembered(self.base, (query, *given.items()), lambda: self.rows(query, **given))

    async def row(self, query: str, **given: Any) -> Row:
        """The one row it finds. Raises Missing where there is none."""
        found = await self.rows(query, **given)
        if not found:
            raise Missing("库里没有这一条 The base holds no such thing")
        return found[0]

    async def render(self, template: str, **context: Any) -> Any:
        """A page as a response."""
        html = await self.datasette.render_template(template, context, request=self.request, view_name=template)
        return Response.html(html)


def page(view: Callable[[Site], Awaitable[Any]]) -> View:
    """A view of ours as Datasette calls it: seen by those who may see the base, where there is one."""

    async def checked(datasette: Any, request: Any) -> Any:
        base = base_of(datasette)
        if base is None:
            raise Missing("这里没有白皮书知识库 No white papers are served here")
        await datasette.ensure_permissions(request.actor, [("view-database", NAME), "view-instance"])
        return await view(Site(datasette, request, base))

    # Not functools.wraps: Datasette would look through it for the parameters to pass.
    checked.__name__, checked.__doc__ = view.__name__, view.__doc__
    return checked


async def within_limit(site: Site, work: Callable[[sqlite3.Connection], T]) -> T:
    """Run `work` in a thread with a connection of its own (it may use temporary tables), but not for long."""

    def run() -> T:
        with closing(connection_to(site.base)) as db, sqlite_timelimit(db, GRAPH_MILLISECONDS):
            return work(db)

    try:
        return await asyncio.to_thread(run)
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        raise Busy("图太大，请按年份或类别缩小 The graph is too large: choose a year or kinds") from error
