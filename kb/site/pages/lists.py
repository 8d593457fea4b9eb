"""Pages that list all of a kind: cities, policies, rankings, papers, findings."""

from itertools import groupby
from typing import Any

from kb.base.tables import TABLES, VIEWS
from kb.site.pages.common import Row, Site, page

__all__ = ["about", "audit", "cities", "help", "papers", "policies", "rankings"]

HIDDEN = ("search", "attestations")
EACH = 300
"""Rows on a page of a long list."""


def grouped(rows: list[Row], by: str) -> list[tuple[Any, list[Row]]]:
    """Rows that follow each other with the same value of `by`, together."""
    return [(value, list(group)) for value, group in groupby(rows, key=lambda row: row[by])]


async def part(site: Site, query: str, **given: Any) -> dict[str, Any]:
    """One page of a long list: its rows, its number, whether more follow."""
    rows = await site.rows(query, most=EACH + 1, skip=(site.number - 1) * EACH, **given)
    return {"rows": rows[:EACH], "number": site.number, "more": len(rows) > EACH, "metadata": {}}


@page
async def cities(site: Site) -> Any:
    """All places told of, by province."""
    found = await site.remembered("cities")
    return await site.render("kb_cities.html", provinces=grouped(found, "province"), metadata={})


@page
async def policies(site: Site) -> Any:
    """All policies: by whom they bind, those most cited first."""
    return await site.render("kb_policies.html", **await part(site, "policies"))


@page
async def rankings(site: Site) -> Any:
    """All rankings, of the newest papers first."""
    return await site.render("kb_rankings.html", **await part(site, "rankings"))


@page
async def papers(site: Site) -> Any:
    """All papers, the newest first."""
    return await site.render("kb_papers.html", **await part(site, "papers"))


@page
async def audit(site: Site) -> Any:
    """What the papers say held against what their tables list."""
    shown = await part(site, "findings_of", document="")
    return await site.render("kb_audit.html", papers=grouped(shown["rows"], "paper"), **shown)


@page
async def help(site: Site) -> Any:
    """How to use the site, for who has never seen it: evidence, quoting, searching, downloads, what each table holds."""
    counts = await site.base.table_counts(limit=50)
    example = await site.remembered("example")
    return await site.render(
        "kb_help.html",
        tables=[t for t in TABLES if t.name not in HIDDEN],
        views=VIEWS,
        counts=counts,
        example=example[0] if example else None,
        metadata={},
    )


@page
async def about(site: Site) -> Any:
    """How the facts were read, and what that means for who uses them."""
    return await site.render("kb_about.html", metadata={})
