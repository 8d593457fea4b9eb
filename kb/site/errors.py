"""Pages for what is not there, or was asked for wrongly: said to the reader, not to the log."""

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from datasette.utils.asgi import Base400, Response
from pluggy import HookimplMarker

__all__ = ["Busy", "Missing", "handle_exception"]

hookimpl = HookimplMarker("datasette")


class Missing(Base400):  # type: ignore[misc]
    """Not in the base. Unlike Datasette's NotFound it is not answered by trying the address in another encoding."""

    status = 404


class Busy(Base400):  # type: ignore[misc]
    """A query took longer than it may."""

    status = 503


@hookimpl(wrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, list[Any], list[Any]]:
    """A quiet page for 400, 403, 404 and 503, in the place of Datasette's answer.

    Datasette would print a traceback with each; it still does for what is broken.
    """
    answers = yield
    if isinstance(exception, sqlite3.OperationalError) and "interrupted" in str(exception):
        exception = Busy("太忙，请稍后再试 Too busy just now, please try again")
    return [page_for(datasette, request, exception)] if isinstance(exception, Base400) else answers


def page_for(datasette: Any, request: Any, exception: Any) -> Callable[[], Awaitable[Any]]:
    """The page that says what was wrong."""

    async def shown() -> Any:
        said = {"status": exception.status, "error": str(exception)}
        if request.path.endswith(".json"):
            return Response.json({"ok": False, "title": None, **said}, status=exception.status)
        template = datasette.jinja_env.get_template("error.html")
        said |= {"urls": datasette.urls, "menu_links": list}
        return Response.html(await template.render_async(request=request, **said), status=exception.status)

    return shown
