"""What the site's pages share: their queries, their addresses, how they are drawn."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb.site.base import NAME, base_of
from kb.site.errors import Missing
from kb.site.memory import remembered
from kb.site.sql import sql

__all__ = ["Row", "Site", "View", "page"]

MILLISECONDS = 20_000
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
