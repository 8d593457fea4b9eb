"""Reading PDFs in processes of their own, each limited in memory and time: what one file does harms no other.

A worker that runs over its time is killed, one that dies is replaced; both count as the failure of that file only.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extract.errors import ReadError
from schema import Paper, Source

__all__ = ["Limits", "Outcome", "Task", "read_all"]

MEGABYTE = 1 << 20
BROKEN = "读取出错，请把文件报告给开发者 (the reader failed; report the file)"
READY = "ready"
START_SECONDS = 120.0
"""How long a worker may take to start before it has read anything."""
NO_MEMORY = "内存不够；请用 --memory 放宽 (not enough memory; raise --memory)"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes; how many seconds and megabytes each file may take."""

    jobs: int = 1
    seconds: float = 300.0
    megabytes: int = 4096


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read."""

    path: Path
    source: Source
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: a paper, or the reason there is none."""

    task: Task
    paper: Paper | None
    error: str | None
    seconds: float


def read_all(tasks: Iterable[Task], limits: Limits) -> Iterator[Outcome]:
    """Read files, several at a time; outcomes come as they are ready."""
    waiting = list(tasks)[::-1]
    workers = [_Worker(limits) for _ in range(min(limits.jobs, len(waiting)))]
    try:
        for worker in workers:
            worker.take(waiting.pop())
        while busy := [w for w in workers if w.task]:
            ready = wait([w.pipe for w in busy], timeout=max(0.0, min(w.ends for w in busy) - time.monotonic()))
            for worker in busy:
                outcome = worker.outcome(worker.pipe in ready)
                if outcome is None:
                    continue
                if waiting:
                    worker.take(waiting.pop())
                yield outcome
    finally:
        for worker in workers:
            worker.stop()


@dataclass
class _Worker:
    """One process and the task it has."""

    limits: Limits
    task: Task | None = None
    started: float = 0.0
    ready: bool = False
    process: BaseProcess | None = None
    pipe: Connection = field(init=False)

    @property
    def ends(self) -> float:
        """When its time is over."""
        return self.started + (self.limits.seconds if self.ready else START_SECONDS)

    def take(self, task: Task) -> None:
        """Start on a task, in a new process if the last one is gone."""
        if self.process is None:
            context = multiprocessing.get_context("spawn")
            self.pipe, theirs = context.Pipe()
            self.process = context.Process(target=_serve, args=(theirs, self.limits.megabytes), daemon=True)
            self.process.start()
            theirs.close()
            self.ready = False
        self.task, self.started = task, time.monotonic()
        with suppress(BrokenPipeError):
            self.pipe.send(task)

    def outcome(self, told: bool) -> Outcome | None:
        """What came of its task; None while it works. `told` where there is something in the pipe."""
        if told:
            received = self._received()
            return self._done(*received) if received else None
        if time.monotonic() < self.ends:
            return None
        self.stop()
        most = f"{self.limits.seconds:g}"
        return self._done(
            None,
            f"读了超过 {most} 秒，已停下；可用 --timeout 放宽 (took over {most} seconds and was stopped; raise --timeout)",
        )

    def _received(self) -> tuple[Paper | None, str | None] | None:
        try:
            message = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            code = self._code()
            self.stop()
            return (
                None,
                f"读取进程意外中止（{code}）；文件可能已损坏 (the reading process died, {code}; the file may be damaged)",
            )
        if message == READY:
            self.ready, self.started = True, time.monotonic()
            return None
        read, error = message
        try:
            return (Paper.model_validate_json(read), None) if read else (None, error)
        except ValidationError as invalid:
            return None, f"{BROKEN}：{invalid.errors()[0]['loc']}"

    def _code(self) -> str:
        assert self.process is not None
        self.process.join(5)
        code = self.process.exitcode or 0
        try:
            return signal.Signals(-code).name if code < 0 else f"exit {code}"
        except ValueError:
            return str(code)

    def _done(self, paper: Paper | None, error: str | None) -> Outcome:
        assert self.task is not None
        task, self.task = self.task, None
        return Outcome(task, paper, error, time.monotonic() - self.started)

    def stop(self) -> None:
        """End the process."""
        if self.process is None:
            return
        self.process.kill()
        self.process.join()
        self.pipe.close()
        self.process = None


def _serve(pipe: Any, megabytes: int) -> None:
    """What a worker does: read files until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    _limit_memory(megabytes)
    import extract.paper  # noqa: F401 (loaded before the clock runs)

    pipe.send(READY)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        answer = _read(task)
        try:
            pipe.send(answer)
        except (BrokenPipeError, OSError):
            return


def _leave_with(parent: int) -> None:
    """End this process when the one that started it is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _limit_memory(megabytes: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    except (ImportError, ValueError, OSError):
        # Not every system can; the time limit still holds.
        return


def _read(task: Task) -> tuple[str | None, str | None]:
    """The paper as JSON, or a sentence that says why not."""
    from extract.paper import extract_paper

    try:
        return extract_paper(task.path.read_bytes(), task.source, task.password).model_dump_json(), None
    except ReadError as error:
        return None, str(error)
    except FileNotFoundError:
        return None, "文件不见了；请检查路径 (the file is gone; check the path)"
    except PermissionError:
        return None, "没有读取权限；请检查文件权限 (no permission to read; check the file's permissions)"
    except OSError as error:
        return None, f"读不了：{error.strerror}；请检查磁盘 (can't be read; check the disk)"
    except MemoryError:
        return None, NO_MEMORY
    except Exception as error:
        return (
            None,
            f"读取出错：{type(error).__name__}: {error}；请把文件报告给开发者 (the reader failed; report the file)",
        )
