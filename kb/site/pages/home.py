"""The home page: what is in the base, and the ways in."""

from typing import Any

from kb.site.base import base_of
from kb.site.pages.common import Site, View, page

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
    papers = await site.rows("papers", most=6)
    rankings = await site.rows("home_ranking")
    entries = await site.rows("ranking_entries", ranking=rankings[0]["id"], most=10) if rankings else []
    return {
        "counts": await site.row("home_counts"),
        "papers": papers,
        "ranking": rankings[0] if rankings else None,
        "entries": entries,
        "policies": await site.rows("home_policies", most=6),
        "places": await site.rows("home_places", most=18),
        "findings": await site.rows("home_findings", most=4),
    }
