"""A ranking's page: its rows, how many places of each province, what moved since the last edition."""

from collections import Counter
from typing import Any

from kb.site.pages.common import Row, Site, page

__all__ = ["ranking"]

MOST = 2000


@page
async def ranking(site: Site) -> Any:
    """By the ranking's key."""
    found = await site.row("ranking", id=site.key)
    entries = await site.rows("ranking_entries", ranking=site.key, most=MOST)
    history = {h["entry"]: h for h in await site.rows("ranking_history", ranking=site.key)}
    findings = await site.rows("findings_of", document=found["document"], most=500)
    return await site.render(
        "kb_ranking.html",
        ranking=found,
        entries=entries,
        history=history,
        provinces=provinces(entries) if found["scope"] == "city" else [],
        shows={
            name: any(e[name] is not None for e in entries) for name in ("rank", "score", "tier", "region", "change")
        },
        editions=await site.rows("ranking_editions", ranking=site.key),
        gone=await site.rows("ranking_left", ranking=site.key),
        moves=moves(history),
        findings=[f for f in findings if about(f, found, entries)],
        metadata={},
    )


def provinces(entries: list[Row]) -> list[dict[str, Any]]:
    """How many places of each province, the most first."""
    counted = Counter(e["province_name"] for e in entries if e["province_name"])
    return [{"name": name, "value": count} for name, count in counted.most_common()]


def moves(history: dict[str, Row], most: int = 8) -> dict[str, list[Row]]:
    """The largest rises and falls, as computed, and those that came in."""
    moved = [h for h in history.values() if h["change_computed"]]
    rises = sorted((h for h in moved if h["change_computed"] > 0), key=lambda h: -h["change_computed"])
    falls = sorted((h for h in moved if h["change_computed"] < 0), key=lambda h: h["change_computed"])
    entered = [h for h in history.values() if h["entered_computed"]]
    return {"rises": rises[:most], "falls": falls[:most], "entered": entered}


def about(finding: Row, ranking: Row, entries: list[Row]) -> bool:
    """Whether a finding of the same paper is about this ranking: it names its label or title."""
    said = f"{finding['about']} {finding['statement']} {finding['look_at'] or ''}"
    return any(name and name in said for name in (ranking["label"], ranking["title"]))
