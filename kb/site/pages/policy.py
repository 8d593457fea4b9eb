"""A policy's page: what it is, who issued it, who cites it and how, which cities it reaches."""

from collections import Counter
from typing import Any

from kb.site.pages.common import Row, Site, page

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
        related=await site.rows("policy_carries", id=site.key),
        citations=citations,
        forms=forms(citations),
        metadata={},
    )


def forms(citations: list[Row]) -> list[tuple[tuple[str, str], int]]:
    """How the papers name it: (words, kind of form) with how often, the most usual first."""
    return Counter((c["as_printed"], c["form"]) for c in citations).most_common()
