"""`kb serve`: the base in a browser, by the real Datasette with our plugin.

Everything that can be wrong is found before the server starts: the file, the port, the plugin.
"""

import asyncio
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from kb.base.file import for_reading
from kb.errors import KbError

__all__ = ["PUBLIC_SETTINGS", "SETTINGS", "datasette_for", "serve", "settings_from"]

SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 5000,
    "num_sql_threads": 4,
    "sql_time_limit_ms": 3000,
    "suggest_facets": False,
    "truncate_cells_html": 0,  # long texts are folded by the site's own cells
}

PUBLIC_SETTINGS = {
    **SETTINGS,
    "default_cache_ttl": 60,
    "max_csv_mb": 20,
    "max_returned_rows": 2000,
    "sql_time_limit_ms": 1000,
}
LIMITS = {"sql_time_limit_ms": 2000, "max_returned_rows": 10_000, "max_csv_mb": 100, "facet_time_limit_ms": 2000}
"""What a public site may allow at most; 0 would be no limit."""


def serve(
    db: Path,
    host: str = "127.0.0.1",
    port: int = 8001,
    metadata: Path | None = None,
    *,
    public: bool = False,
    settings: Mapping[str, Any] | None = None,
) -> None:
    """Serve the base in `db` until Ctrl+C. Raises KbError with what to do where it can't start.

    `public` is for strangers: tighter limits, nothing about the machine, and a refusal of settings that are not safe.
    """
    with for_reading(db):
        pass
    datasette = datasette_for(db, metadata, public=public, settings=settings)
    if public and (wrong := unsafe(datasette)):
        raise KbError(f"--public 不允许 does not allow：{'；'.join(wrong)}")
    listening = listen(host, port)
    import uvicorn

    asyncio.run(check_plugin(datasette))
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"白皮书知识库 The white papers: http://{shown}:{listening.getsockname()[1]}/   (Ctrl+C 停止 stops)")
    server = uvicorn.Server(uvicorn.Config(datasette.app(), log_level="warning", lifespan="on", workers=1))
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        click.echo()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on `port` (0: any free one), so that the address is ours before it is printed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        other = port + 1 if port < 65_535 else 8001
        raise KbError(
            f"{host}:{port}：端口被占用或地址不可用；请换一个，如 --port {other}；用 make 则 PORT={other} (can't listen there, {error.strerror}; try another port)"
        ) from error
    return listening


def settings_from(given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Settings as typed, in Datasette's types. Raises KbError for a name it does not know or a value that is none."""
    from datasette.app import DEFAULT_SETTINGS

    found: dict[str, Any] = {}
    for name, value in given:
        if name not in DEFAULT_SETTINGS:
            raise KbError(f"{name}：Datasette 没有这项设置；见 datasette serve --help-settings (no such setting)")
        typed = _typed(DEFAULT_SETTINGS[name], value)
        if typed is None:
            raise KbError(f"{name}：“{value}”不是它的值 (not a value of this setting)")
        found[name] = typed
    return found


def _typed(usual: object, value: str) -> bool | int | str | None:
    if isinstance(usual, bool):
        return {"on": True, "true": True, "1": True, "off": False, "false": False, "0": False}.get(value.lower())
    if isinstance(usual, int):
        return int(value) if value.isdigit() else None
    return value


def unsafe(datasette: Any) -> list[str]:
    """What of the settings and the metadata must not face strangers, each in words."""
    told = datasette.metadata()
    wrong = [
        f"{name} 须在 1 与 {most} 之间 (between)"
        for name, most in LIMITS.items()
        if not 0 < datasette.setting(name) <= most
    ]
    wrong += [f"{name} 须关 (must be off)" for name in ("trace_debug", "template_debug") if datasette.setting(name)]
    for database, of in (told.get("databases") or {}).items():
        for name, query in (of.get("queries") or {}).items():
            if isinstance(query, dict) and query.get("write"):
                wrong.append(f"{database}/{name} 会写库 (writes)")
    own = (told.get("plugins") or {}).get("whitepaper-kb") or {}
    papers = own.get("papers") or []
    for path in [papers] if isinstance(papers, str) else papers:
        if Path(path).is_absolute() or ".." in Path(path).parts:
            wrong.append(f"papers: {path} 在库的文件夹之外 (outside the base's folder)")
    return wrong


def datasette_for(
    db: Path, metadata: Path | None = None, *, public: bool = False, settings: Mapping[str, Any] | None = None
) -> Any:
    """Datasette with the base in `db`, our settings and our metadata; the base is called the same whatever its file is."""
    from datasette.app import Datasette

    from kb.site.base import NAME, Base
    from kb.site.papers import PLUGIN

    told = read_metadata(db, metadata)
    if public:
        plugins = told.get("plugins") or {}
        told["plugins"] = {**plugins, PLUGIN: {**(plugins.get(PLUGIN) or {}), "public": True}}
    chosen = {**(PUBLIC_SETTINGS if public else SETTINGS), **(settings or {})}
    datasette = Datasette([], metadata=told, settings=chosen)
    datasette.remove_database("_memory")
    datasette.add_database(Base(datasette, db), name=NAME)
    return datasette


def read_metadata(db: Path, metadata: Path | None = None) -> dict[str, Any]:
    """What Datasette is told of tables and columns.

    The file given, else `metadata.yml` beside the base, else the same made anew from the installed package: so the
    command works from any folder and from a wheel.
    """
    import yaml

    path = metadata or db.resolve().parent / "metadata.yml"
    if metadata is None and not path.exists():
        from kb.site.metadata import metadata_for_datasette

        return metadata_for_datasette()
    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise KbError(
            f"{path}：读不了 ({error.strerror})；请检查 --metadata (can't be read; check --metadata)"
        ) from error
    except yaml.YAMLError as error:
        raise KbError(
            f"{path}：不是 YAML，或写错了；请改正 (not YAML; mend it): {str(error).splitlines()[0]}"
        ) from error
    if not isinstance(found, dict):
        raise KbError(
            f"{path}：里面没有元数据；请用 make docs 重新生成 (holds no metadata; make it anew with make docs)"
        )
    return found


async def check_plugin(datasette: Any) -> None:
    """Raise KbError unless our plugin is at work: without it a search for 济南 finds nothing."""
    from kb.base.fts import escape_fts
    from kb.site.base import base_of

    await datasette.invoke_startup()
    base = base_of(datasette)
    asked = "济南 5G"
    found = (await base.execute("select escape_fts(?)", [asked])).single_value() if base else None
    if found != escape_fts(asked):
        raise KbError(
            "插件 kb.site 没有载入；请重新安装：pip install -e . (the plugin is not loaded; install the project again)"
        )
