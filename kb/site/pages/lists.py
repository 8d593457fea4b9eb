"""Pages that list all of a kind: cities, policies, rankings, papers, findings."""

from itertools import groupby
from typing import Any

from kb.site.pages.common import Row, Site, page

__all__ = ["about", "audit", "cities", "papers", "policies", "rankings"]

MOST = 2000


def grouped(rows: list[Row], by: str) -> list[tuple[Any, list[Row]]]:
    """Rows that follow each other with the same value of `by`, together."""
    return [(value, list(group)) for value, group in groupby(rows, key=lambda row: row[by])]


@page
async def cities(site: Site) -> Any:
    """All places told of, by province."""
    found = await site.rows("cities")
    return await site.render("kb_cities.html", places=found, provinces=grouped(found, "province"), metadata={})


@page
async def policies(site: Site) -> Any:
    """All policies, by whom they bind."""
    found = await site.rows("policies")
    return await site.render("kb_policies.html", policies=found, levels=grouped(found, "level"), metadata={})


@page
async def rankings(site: Site) -> Any:
    """All rankings, by paper."""
    found = await site.rows("rankings")
    return await site.render("kb_rankings.html", rankings=found, papers=grouped(found, "paper"), metadata={})


@page
async def papers(site: Site) -> Any:
    """All papers, the newest first."""
    return await site.render("kb_papers.html", papers=await site.rows("papers", most=MOST), metadata={})


@page
async def audit(site: Site) -> Any:
    """What the papers say held against what their tables list."""
    found = await site.rows("findings_of", document="", most=MOST)
    return await site.render("kb_audit.html", papers=grouped(found, "paper"), findings=found, metadata={})


@page
async def about(site: Site) -> Any:
    """How the facts were read, and what that means for who uses them."""
    return await site.render("kb_about.html", counts=await site.row("home_counts"), metadata={})
