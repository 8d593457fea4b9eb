"""Datasette's search box, for Chinese."""

import sqlite3

from pluggy import HookimplMarker

from kb.base.fts import escape_fts

__all__ = ["prepare_connection"]

hookimpl = HookimplMarker("datasette")


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Put ours in the place of Datasette's `escape_fts`, which the search box calls on what a person types."""
    conn.create_function("escape_fts", 1, escape_fts, deterministic=True)
