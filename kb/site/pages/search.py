"""Search over everything at once: hits by kind, with what was searched for marked."""

from typing import Any

from kb.base.fts import terms
from kb.site.marks import highlight, snippet
from kb.site.pages.common import Row, Site, page

__all__ = ["search"]

ORDER = (
    "policies", "rankings", "case_studies", "frameworks", "framework_components", "platforms", "measurements",
    "dimensions", "dimension_statements", "ranking_entries", "tiers", "findings", "documents", "tables", "figures",
    "publications", "policy_citations", "publication_citations", "issuers", "passages",
)  # fmt: skip
EACH = 5
PAGE = 50
SHORT = 160


@page
async def search(site: Site) -> Any:
    """`?q=` what to search for; `&kind=` one kind only, `&page=` further on in it."""
    q = (site.request.args.get("q") or "").strip()[:200]
    kind = site.request.args.get("kind") or ""
    kinds = {row["kind"]: row["found"] for row in await site.rows("search_kinds", q=q, kind=kind)} if terms(q) else {}
    groups = []
    for name in sorted(kinds, key=lambda k: (ORDER.index(k) if k in ORDER else len(ORDER), k)):
        most, skip = (PAGE, (site.number - 1) * PAGE) if kind else (EACH, 0)
        hits = await site.rows("search_hits", q=q, kind=name, most=most, skip=skip)
        groups.append({"kind": name, "found": kinds[name], "hits": [shown(hit, q) for hit in hits]})
    return await site.render(
        "kb_search.html",
        q=q,
        kind=kind,
        number=site.number,
        more=bool(kind) and site.number * PAGE < kinds.get(kind, 0),
        total=sum(kinds.values()),
        places=await site.rows("search_places", q=q) if terms(q) and not kind else [],
        groups=groups,
        metadata={},
    )


def shown(hit: Row, q: str) -> Row:
    """A hit with its label and text as they are shown: of a short text what the label does not say, of a long one a cut.

    A long passage has no label but its own words: then the cut stands in its place.
    """
    label, text = hit["label"], hit["text"]
    rest = " · ".join(line for line in text.split("\n") if line and line not in label)
    if len(label) > SHORT:
        return {**hit, "label": snippet(text, q), "snippet": ""}
    return {
        **hit,
        "label": highlight(label[:SHORT], q),
        "snippet": highlight(rest, q) if len(text) < SHORT else snippet(text, q),
    }
