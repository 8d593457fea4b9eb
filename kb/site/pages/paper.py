"""A paper's page: its cover, its contents, what was found, what was doubtful, its audit."""

import json
from typing import Any

from kb.site.pages.common import Row, Site, page
from kb.site.papers import pages_of

__all__ = ["paper"]

ORDER = (
    "rankings", "ranking_entries", "tiers", "rank_changes", "derived_ranks", "policies", "policy_citations",
    "case_studies", "frameworks", "framework_components", "platforms", "measurements", "dimensions",
    "dimension_statements", "findings",
)  # fmt: skip


@page
async def paper(site: Site) -> Any:
    """By the document's key."""
    found = await site.row("paper", id=site.key)
    policies = await site.rows("paper_policies", id=site.key)
    pages = await site.rows("paper_pages", id=site.key)
    return await site.render(
        "kb_paper.html",
        paper=found,
        at_hand=pages_of(site.datasette, found) is not None,
        sections=await site.rows("paper_sections", id=site.key),
        tables=await site.rows("paper_tables", id=site.key),
        rankings=await site.rows("paper_rankings", id=site.key),
        cases=await site.rows("paper_cases", id=site.key),
        counts=sorted(await site.rows("paper_counts", id=site.key), key=lambda row: place_of(row["kind"])),
        policies=[p for p in policies if p["resolved"]],
        doubtful={
            "warnings": await warnings(site),
            "policies": [p for p in policies if not p["resolved"]],
            "pages": [p for p in pages if p["text_layer"] != "sound"],
        },
        findings=await site.rows("findings_of", document=site.key, most=500, skip=0),
        metadata={},
    )


def place_of(table: str) -> int:
    """Where a kind of fact stands among the others: what readers come for first."""
    return ORDER.index(table) if table in ORDER else len(ORDER)


async def warnings(site: Site) -> list[str]:
    """What was skipped or doubtful when it was last read."""
    ingests: list[Row] = await site.rows("paper_ingest", id=site.key)
    kept = ingests[0]["warnings"] if ingests else None
    return [str(w) for w in json.loads(kept)] if kept else []
