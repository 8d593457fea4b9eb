"""`kb serve`."""

from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["serve"]


@click.command(short_help="在浏览器里看库。Browse the base in a web browser.")
@base_option
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, metavar="N",
              help="端口，0 为任一空闲的。Port; 0 for any free one.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H",
              help="监听的地址。The address to listen on.")  # fmt: skip
@click.option("--metadata", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="另用一份 metadata.yml。Another metadata.yml.")  # fmt: skip
@click.option(
    "--public",
    is_flag=True,
    help="给外人看：更严的限度，不安全的设置一概拒绝。For strangers: tighter limits, no unsafe settings.",
)
@click.option("--setting", "settings", type=(str, str), multiple=True, metavar="NAME VALUE",
              help="Datasette 的设置，可多次。A setting of Datasette; repeat.")  # fmt: skip
def serve(
    base: Path, port: int, host: str, metadata: Path | None, public: bool, settings: tuple[tuple[str, str], ...]
) -> None:
    """在浏览器里看库：榜单、城市、政策，可检索、可查询；只读。

    Serves the base read-only with Datasette until Ctrl+C: rankings, cities, policies, to browse, search and query.
    """
    from kb.site.serve import serve as run
    from kb.site.serve import settings_from

    run(base, host, port, metadata, public=public, settings=settings_from(settings))
