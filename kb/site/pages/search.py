"""Search over everything at once: hits by kind, with what was searched for marked."""

import json
from typing import Any

from kb.base.fts import terms
from kb.site.marks import highlight, snippet
from kb.site.pages.common import Row, Site, page

__all__ = ["search"]

ORDER = (
    "policies", "rankings", "ranking_entries", "case_studies", "frameworks", "framework_components", "platforms",
    "measurements", "dimensions", "dimension_statements", "tiers", "findings", "documents", "tables", "figures",
    "publications", "policy_citations", "publication_citations", "issuers", "passages",
)  # fmt: skip
EACH = 5
PAGE = 50
SHORT = 160
RANKS = 5
"""So many of a place's ranks stand beside its name, of the newest papers."""


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
        told = [await told_of(site, hit) for hit in hits]
        groups.append({"kind": name, "found": kinds[name], "hits": [shown(hit, q) for hit in told]})
    own = await place_of(site, q) if terms(q) and not kind else None
    places = await site.rows("search_places", q=q) if terms(q) and not kind else []
    return await site.render(
        "kb_search.html",
        q=q,
        kind=kind,
        number=site.number,
        more=bool(kind) and site.number * PAGE < kinds.get(kind, 0),
        total=sum(kinds.values()),
        own=own,
        places=[p for p in places if own is None or p["code"] != own["code"]],
        groups=groups,
        metadata={},
    )


async def place_of(site: Site, q: str) -> Row | None:
    """The place that is asked for by its name, also among other words (济南 排名), with where it is ranked."""
    for name in dict.fromkeys((q, *q.split())):
        for place in await site.rows("search_place", name=name):
            ranks = await site.rows("place_ranks", code=place["code"])
            first = sorted(ranks, key=lambda row: row["rank"] is None)[:RANKS]
            return {**place, "ranks": first, "more": len(ranks) - len(first)}
    return None


async def told_of(site: Site, hit: Row) -> Row:
    """The hit with what its row means: the rank and the list of an entry, the words of a table without the marks of JSON."""
    if hit["kind"] == "ranking_entries":
        entry = await site.row("entry", id=hit["key"])
        rank = [f"第 {entry['rank']} 名"] if entry["rank"] else []
        label = " · ".join([entry["place_name"], *rank, entry["name"]])
        return {**hit, "label": label if str(entry["edition"]) in label else f"{label}（{entry['edition'] or '—'}）"}
    return {**hit, "text": "\n".join(map(in_words, hit["text"].split("\n")))}


def in_words(line: str) -> str:
    """A table's grid, kept as JSON, as its cells in order of rows; any other line as it is."""
    if not line.startswith("[["):
        return line
    try:
        rows = json.loads(line)
    except ValueError:
        return line
    return " ／ ".join(" ".join(str(cell) for cell in row if cell) for row in rows)


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
