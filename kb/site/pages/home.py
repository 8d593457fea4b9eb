"""The home page: what is in the base, and the ways in."""

from typing import Any

from kb.site.base import base_of
from kb.site.pages.common import Row, Site, View, page
from kb.site.pages.map import points_of
from kb.site.words import places as decimal_places

__all__ = ["home_page"]


async def home_page(datasette: Any, request: Any, send: Any) -> Any:
    """In the place of Datasette's, which looks into every table first; where there are no white papers, Datasette's."""
    if base_of(datasette) is None:
        from datasette.views.index import IndexView  # not yet there when Datasette loads this module

        view: View = IndexView.as_view(datasette)
        return await view(request, send)
    return await ours(datasette, request)


@page
async def ours(site: Site) -> Any:
    """The home page of the white papers."""
    return await site.render("index.html", home=await home(site), metadata=site.datasette.metadata())


async def home(site: Site) -> dict[str, Any]:
    """What the home page shows."""
    rankings = await site.remembered("home_ranking")
    entries = await site.remembered("ranking_entries", ranking=rankings[0]["id"], most=300) if rankings else []
    places = await site.remembered("cities")
    counts = await site.remembered("home_counts")
    return {
        "counts": {**counts[0], "cities": len(places)},
        "papers": await site.remembered("papers", most=6, skip=0),
        "ranking": rankings[0] if rankings else None,
        "entries": entries[:10],
        "decimals": decimal_places(e["score"] for e in entries),
        "points": points_of(entries),
        "policies": await site.remembered("home_policies", most=6),
        "places": sorted(places, key=told_most)[:18],
        "findings": await site.remembered("home_findings", most=4),
    }


def told_most(place: Row) -> tuple[int, int, int, str]:
    """Sorts places by how much the papers tell of them, then by rank."""
    told = sum(place[name] for name in ("case_studies", "frameworks", "policies", "platforms"))
    return -told, -place["rankings"], place["best_rank"] or 9999, place["code"]
