"""The base as Datasette's database: immutable while nobody writes to it, read-only as soon as somebody does.

SQLite's `immutable=1` reads fastest and takes no lock, but must not see a file that changes. So the file is looked at
before each query (two `stat` calls): a write-ahead log that holds pages, or other bytes than before, opens it anew.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from datasette.database import Database

__all__ = ["NAME", "Base", "base_of", "connection_to"]

NAME = "whitepapers"
"""What the database is called in addresses and in metadata.yml, whatever its file is called."""

T = TypeVar("T")


class Base(Database):  # type: ignore[misc]
    """A file that an ingest may change while it is being browsed."""

    def __init__(self, datasette: Any, path: Path) -> None:
        super().__init__(datasette, path=str(path), is_mutable=True)
        self._seen = state(path)
        self.is_mutable = self._seen is None
        self._local = threading.local()

    def refresh(self) -> None:
        """Open the file anew if somebody has written to it, or has stopped writing."""
        now = state(Path(self.path))
        if now == self._seen:
            return
        self._seen = now
        self.is_mutable = now is None
        self.cached_hash = self.cached_size = self._cached_table_counts = None
        self._local = threading.local()

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection for Datasette to keep; never one that writes."""
        if write:
            raise ValueError("the base is served read-only")
        return connection_to(self)

    async def execute_fn(self, fn: Callable[[Any], T]) -> T:
        """Run `fn` with this thread's connection, in one of Datasette's threads."""
        self.refresh()
        local = self._local

        def in_thread() -> T:
            connection = getattr(local, "connection", None)
            if connection is None:
                connection = local.connection = self.connect()
                self.ds._prepare_connection(connection, self.name)
            return fn(connection)

        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, in_thread)


def state(path: Path) -> tuple[int, int, int] | None:
    """What tells one resting state of the file from another; None while somebody writes to it or it is gone."""
    try:
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size:
            return None
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def connection_to(base: Any) -> sqlite3.Connection:
    """A connection of the caller's own, to close: it can't write."""
    how = "mode=ro" if base.is_mutable else "immutable=1"
    return sqlite3.connect(f"{Path(base.path).resolve().as_uri()}?{how}", uri=True, check_same_thread=False)


def base_of(datasette: Any) -> Any | None:
    """The white papers' database among those that Datasette serves; None where it serves others only."""
    return datasette.databases.get(NAME)
