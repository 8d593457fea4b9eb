"""The page that lists tables and queries. Datasette's own asks the database a few questions for each of a hundred tables."""

from typing import Any

from datasette.utils.asgi import Response

from kb.base.tables import TABLES, VIEWS
from kb.site.base import NAME, base_of
from kb.site.pages.common import View

__all__ = ["tables"]


async def tables(datasette: Any, request: Any, send: Any) -> Any:
    """Our list of them; a query, or the list with internal tables, is Datasette's to answer."""
    base = base_of(datasette)
    if base is None or len(request.args) or request.method != "GET":
        from datasette.views.database import DatabaseView  # not yet there when Datasette loads this module

        view: View = DatabaseView.as_view(datasette)
        return await view(request, send)
    await datasette.ensure_permissions(request.actor, [("view-database", NAME), "view-instance"])
    return Response.html(
        await datasette.render_template("database.html", await listed(datasette, request, base), request)
    )


async def listed(datasette: Any, request: Any, base: Any) -> dict[str, Any]:
    """What the template of Datasette's page takes."""
    counts = await base.table_counts(limit=50)
    told = datasette.metadata("tables", database=NAME, fallback=False) or {}
    hidden = {name for name, of in told.items() if of.get("hidden")}
    queries = (await datasette.get_canned_queries(NAME, request.actor)).values()
    return {
        "database": NAME,
        "metadata": datasette.metadata(database=NAME),
        "queries": list(queries),
        "tables": [{"name": t.name, "count": counts.get(t.name), "hidden": t.name in hidden} for t in TABLES],
        "views": [{"name": v.name} for v in VIEWS],
        "hidden_count": len(counts) - len(TABLES) + len(hidden),
        "show_hidden": False,
        "allow_execute_sql": await datasette.permission_allowed(request.actor, "execute-sql", NAME, default=True),
        "allow_download": datasette.setting("allow_download") and not base.is_mutable,
        "size": base.size,
    }
