"""Pages for what is not there, or was asked for wrongly: said to the reader, in Chinese, not to the log."""

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from datasette.utils.asgi import Base400, Response
from pluggy import HookimplMarker

from kb.site.words import split

__all__ = ["Busy", "Missing", "handle_exception", "meaning"]

hookimpl = HookimplMarker("datasette")

SAID = {
    "；": "SQL 里有中文分号“；”；请改成半角的 ; 或删去",
    "404": "这里没有这一页；地址也许打错了",
    "Database not found": "这里没有这一页；地址也许打错了",
    "Table not found": "没有这张表",
    "Record not found": "表里没有这一行",
    "No data": "没有这样的文件；可以下载的是 CSV、JSON 与 Excel",
    "Statement must be a SELECT": "只能查询：以 select 或 with 开头",
    "interrupted": "查询太久，被中止了；请缩小范围，或加上 limit",
    "no such column": "没有这一列；各列的名称见数据表的页面",
    "no such table": "没有这张表；各表的名称见“数据表与查询”",
    "syntax error": "SQL 写错了，请看引号里的那一处",
    "incomplete input": "SQL 没有写完",
    "unrecognized token": "SQL 里有认不出的字符；引号是否成对？是否用了中文标点？",
    "took too long": "查询太久，被中止了；请缩小范围，或加上 limit",
    "Cannot sort table by": "没有这一列，不能按它排序",
    "_sort and _sort_desc": "只能按一列排序",
    "_size must be": "每页的行数不对",
    "_facet= is not allowed": "这里不能分面",
    "permission": "不能看这一页",
    "forbidden": "不能下载",
}
"""What Datasette's and SQLite's messages mean, by words that stand in them."""
TITLES = {404: "没有这一页 Not found", 403: "不能看 Forbidden", 503: "太忙 Too busy", 500: "网站出错了 Error"}


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
    from datasette.views.base import DatasetteError  # not yet there when Datasette loads this module

    answers = yield
    if isinstance(exception, sqlite3.OperationalError) and "interrupted" in str(exception):
        exception = Busy("太忙，请稍后再试 Too busy just now, please try again")
    told = isinstance(exception, Base400 | DatasetteError)
    return [page_for(datasette, request, exception)] if told else answers


def page_for(datasette: Any, request: Any, exception: Any) -> Callable[[], Awaitable[Any]]:
    """The page that says what was wrong."""

    async def shown() -> Any:
        message = plain_message(exception)
        status = 400 if exception.status == 500 else exception.status  # Datasette's default, for what was asked wrongly
        if request.path.endswith(".json"):
            told = {"ok": False, "title": getattr(exception, "title", None), "error": message}
            return Response.json({**told, "status": status}, status=status)
        template = datasette.jinja_env.get_template("error.html")
        said = {
            "status": status,
            "title": "SQL 有误 Invalid SQL" if sql_of(request) else TITLES.get(status),
            "error": message,
            "sql": sql_of(request),
            "urls": datasette.urls,
            "menu_links": list,
        }
        return Response.html(await template.render_async(request=request, **said), status=status)

    return shown


def plain_message(exception: Any) -> str:
    """The exception's words; Datasette's page of HTML for an interrupted query says no more than its first sentence."""
    if getattr(exception, "message_is_html", False):
        return "SQL query took too long"
    return str(getattr(exception, "message", None) or exception)


def sql_of(request: Any) -> str | None:
    """The SQL that a visitor typed, to be mended on the same page."""
    return request.args.get("sql") if request is not None else None


def meaning(message: str) -> str | None:
    """A message in Chinese; None where it is Chinese already, or not known."""
    if split(message)[1]:
        return None
    return next((said for words, said in SAID.items() if words.lower() in message.lower()), None)
