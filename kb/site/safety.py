"""What every response says to the browser: nothing from other hosts, no guessing of types, no framing."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from pluggy import HookimplMarker

from kb.site.downloads import spreadsheet_safe

__all__ = ["asgi_wrapper"]

hookimpl = HookimplMarker("datasette")

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]

# Datasette's own pages carry inline scripts and styles, so those are allowed; other hosts are not.
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Add the headers to each response."""

    def wrap(app: App) -> App:
        safe = spreadsheet_safe(app)

        async def wrapped(scope: Scope, receive: Any, send: Send) -> None:
            async def with_headers(message: MutableMapping[str, Any]) -> None:
                if message["type"] == "http.response.start":
                    message = {**message, "headers": [*message.get("headers", []), *HEADERS]}
                await send(message)

            await safe(scope, receive, with_headers)

        return wrapped

    return wrap
