"""The home page: what is in the base, and the ways in."""

from typing import Any

from kb.site.pages.common import Site

__all__ = ["home"]


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
