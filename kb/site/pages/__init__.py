"""The site's own pages: which address shows what."""

from collections.abc import Awaitable, Callable
from typing import Any

from pluggy import HookimplMarker

__all__ = ["register_routes"]

hookimpl = HookimplMarker("datasette")

View = Callable[..., Awaitable[Any]]


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """Pages under /-/, where no table can have its address."""
    return []
