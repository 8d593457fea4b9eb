"""A policy's page: what it is, who issued it, who cites it and how, which cities it reaches."""

import sqlite3
from collections import Counter
from typing import Any

from kb.site.pages.common import Row, Site, page, within_limit

__all__ = ["policy"]


@page
async def policy(site: Site) -> Any:
    """By the policy's key."""
    found = await site.row("policy", id=site.key)
    citations = await site.rows("policy_citations", id=site.key)
    return await site.render(
        "kb_policy.html",
        policy=found,
        issuers=await site.rows("policy_issuers", id=site.key),
        cities=await site.rows("policy_cities", id=site.key),
        **await within_limit(site, lambda db: carried(db, site.key)),
        citations=citations,
        forms=forms(citations),
        metadata={},
    )


def carried(db: sqlite3.Connection, key: str) -> dict[str, list[Row]]:
    """What the policy carries and what carries it, by the graph's own query: the two never say different things."""
    from kb.graph.queries import prepare, text  # Datasette loads this module whenever it starts

    prepare(db)
    rows = db.execute(
        "select distinct p.id, p.title, tie.source = :node "
        f"from ({text('edges/carries')}) as tie join policies as p on 'policy:' || p.id in (tie.source, tie.target) "
        "where :node in (tie.source, tie.target) and p.id <> :key order by p.year, p.id",
        {"node": f"policy:{key}", "key": key},
    )
    found: dict[str, list[Row]] = {"carried": [], "carriers": []}
    for id, title, forward in rows:
        found["carried" if forward else "carriers"].append({"id": id, "title": title})
    return found


def forms(citations: list[Row]) -> list[tuple[tuple[str, str], int]]:
    """How the papers name it: (words, kind of form) with how often, the most usual first."""
    return Counter((c["as_printed"], c["form"]) for c in citations).most_common()
