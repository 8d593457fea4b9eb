"""Workers that go wrong, in a module of their own that a new process can import."""

import os
import time
from typing import Any

from kb.ingest import workers


def dying(pipe: Any, megabytes: int) -> None:
    """A worker that dies of one file and hangs on another."""
    pipe.send(workers.READY)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        if task.path.stem == "crash":
            os.abort()
        if task.path.stem == "slow":
            time.sleep(60)
        pipe.send((None, "done"))


def hungry(pipe: Any, megabytes: int) -> None:
    """A worker whose file needs more memory than there is."""
    workers._limit_memory(megabytes)
    pipe.send(workers.READY)
    pipe.recv()
    try:
        held = bytearray(4 << 30)
        pipe.send((None, f"{len(held)}"))
    except MemoryError:
        pipe.send((None, workers.NO_MEMORY))
