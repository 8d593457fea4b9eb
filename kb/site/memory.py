"""What was found is kept for as long as the base stays as it is: overviews of a large base take a second to count."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from kb.site.base import state

__all__ = ["remembered"]

T = TypeVar("T")

KEPT: WeakKeyDictionary[Any, tuple[Any, dict[Hashable, asyncio.Future[Any]]]] = WeakKeyDictionary()
MOST = 64


async def remembered(base: Any, key: Hashable, find: Callable[[], Awaitable[T]]) -> T:
    """What `find` gives, asked once for each key and state of the base's file; several who ask at once wait for one."""
    now = state(Path(base.path)) if base.path else None
    if now is None:
        return await find()
    loop = asyncio.get_running_loop()
    kept_for, kept = KEPT.get(base, (None, {}))
    if kept_for != (now, loop) or len(kept) >= MOST:
        kept = {}
        KEPT[base] = ((now, loop), kept)
    if key not in kept:
        kept[key] = loop.create_task(_found(find))
    try:
        return await asyncio.shield(kept[key])
    except Exception:
        kept.pop(key, None)
        raise


async def _found(find: Callable[[], Awaitable[T]]) -> T:
    return await find()
