"""One writer at a time, across processes. The lock goes with the process that holds it, however that ends."""

import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from kb.errors import KbError

__all__ = ["lock_path", "locked"]

WAIT = 3.0
"""Seconds to wait for another writer before saying who it is."""


def lock_path(base: Path) -> Path:
    """The lock's file, beside the base."""
    return base.with_name(f"{base.name}.lock")


@contextmanager
def locked(base: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the base for writing. Raises KbError, naming the holder, where another process keeps it for too long."""
    path = lock_path(base)
    with _held(path, base, time.monotonic() + wait) as file:
        # A full disk need not keep us from holding the lock.
        with suppress(OSError):
            file.seek(0)
            file.truncate()
            file.write(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": _now()}))
            file.flush()
        try:
            yield
        finally:
            with suppress(OSError):
                path.unlink()


def _held(path: Path, base: Path, until: float) -> IO[str]:
    while True:
        try:
            file = path.open("a+", encoding="utf-8")
        except OSError as error:
            raise KbError(
                f"{base}：文件夹不存在或不可写；请检查路径与权限，或用 --db 另给位置 (folder missing or not writable; check it or use --db)"
            ) from error
        if _take(file) and _is_at(path, file):
            return file
        if time.monotonic() > until:
            with file:
                raise KbError(_who(file, base))
        file.close()
        time.sleep(0.1)


def _take(file: IO[str]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows: SQLite's own lock has to do.
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_at(path: Path, file: IO[str]) -> bool:
    """Whether the file we hold is the one that stands there: its last holder has removed it when it was done."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _who(file: IO[str], base: Path) -> str:
    file.seek(0)
    try:
        told = json.loads(file.read())
        who = f"进程 {told['pid']}（{told['host']}，自 {told['since']} 起）"
    except (ValueError, KeyError):
        who = "另一个进程"
    return f"{base}：{who}正在写入；等它结束再运行 (another kb is writing to it; run this again when it is done)"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
