"""The map page: the cities of a ranking by longitude and latitude. No borders are drawn but the user's own."""

from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from kb.site.base import base_of
from kb.site.errors import Missing
from kb.site.pages.common import Row, Site, page
from kb.site.papers import settings

__all__ = ["borders", "map_page", "points_of"]

MOST = 2000


@page
async def map_page(site: Site) -> Any:
    """`?ranking=` the ranking to show; the newest large one by default."""
    rankings = await site.rows("map_rankings")
    wanted = site.request.args.get("ranking") or (rankings[0]["id"] if rankings else "")
    shown = next((r for r in rankings if r["id"] == wanted), None)
    if wanted and shown is None:
        raise Missing("库里没有这个榜单 The base holds no such ranking")
    entries = await site.rows("ranking_entries", ranking=wanted, most=MOST) if shown else []
    return await site.render(
        "kb_map.html",
        rankings=rankings,
        ranking=shown,
        points=points_of(entries),
        unplaced=[e for e in entries if e["longitude"] is None],
        borders=borders_file(site.datasette) is not None,
        metadata={},
    )


def points_of(entries: list[Row]) -> list[dict[str, Any]]:
    """A ranking's places that have coordinates, as the chart takes them."""
    return [
        {
            "name": e["place_name"],
            "code": e["place"],
            "rank": e["rank"],
            "score": e["score"],
            "at": [e["longitude"], e["latitude"]],
        }
        for e in entries
        if e["longitude"] is not None
    ]


@page
async def borders(site: Site) -> Any:
    """The configured GeoJSON, if there is one."""
    path = borders_file(site.datasette)
    if path is None:
        raise Missing("没有配置底图 No borders are configured")
    return Response(path.read_text("utf-8"), content_type="application/json; charset=utf-8")


def borders_file(datasette: Any) -> Path | None:
    """`borders` in our plugin's configuration: a GeoJSON file, from the database's folder."""
    named = settings(datasette).get("borders")
    base = base_of(datasette)
    path = Path(base.path).resolve().parent / named if named and base is not None else None
    return path if path is not None and path.is_file() else None
