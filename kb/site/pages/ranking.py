"""A ranking's page: its rows, how many places of each province, what moved since the last edition."""

import re
from collections import Counter
from typing import Any

from kb.site.pages.common import Row, Site, page
from kb.site.words import places

__all__ = ["ranking"]

MOST = 2000


@page
async def ranking(site: Site) -> Any:
    """By the ranking's key."""
    found = await site.row("ranking", id=site.key)
    entries = await site.rows("ranking_entries", ranking=site.key, most=MOST)
    previous = await site.rows("ranking_previous", ranking=site.key)
    before = await site.rows("ranking_entries", ranking=previous[0]["id"], most=MOST) if previous else []
    history = history_of(entries, before) if previous else {}
    findings = await site.rows("findings_of", document=found["document"], most=500, skip=0)
    return await site.render(
        "kb_ranking.html",
        ranking=found,
        entries=entries,
        decimals=places(e["score"] for e in entries),
        history=history,
        previous=previous[0] if previous else None,
        provinces=provinces(entries) if found["scope"] == "city" else [],
        shows={
            name: any(e[name] is not None for e in entries) for name in ("rank", "score", "tier", "region", "change")
        },
        editions=await site.rows("ranking_editions", ranking=site.key),
        gone=gone(entries, before),
        moves=(moved := moves(history)),
        at_once={key: first(moved[key]) for key in ("rises", "falls")},
        findings=[f for f in findings if about(f, found)],
        metadata={},
    )


def provinces(entries: list[Row]) -> list[dict[str, Any]]:
    """How many places of each province, the most first."""
    counted = Counter(e["province_name"] for e in entries if e["province_name"])
    return [{"name": name, "value": count} for name, count in counted.most_common()]


def ranks(entries: list[Row]) -> dict[str, Row]:
    """The entry of each place, the best where it stands twice."""
    best: dict[str, Row] = {}
    for entry in entries:
        if entry["place"] and entry["rank"] and entry["rank"] < best.get(entry["place"], {"rank": 1e9})["rank"]:
            best[entry["place"]] = entry
    return best


def history_of(entries: list[Row], before: list[Row]) -> dict[str, Row]:
    """By entry: how the place moved since the last edition, or that it was not in it."""
    old = ranks(before)
    found = {}
    for place, entry in ranks(entries).items():
        last = old[place]["rank"] if place in old else None
        change = last - entry["rank"] if last else None
        found[entry["id"]] = {
            **entry,
            "previous_rank": last,
            "change_computed": change,
            "entered_computed": last is None,
        }
    return found


def gone(entries: list[Row], before: list[Row]) -> list[Row]:
    """Entries of the last edition whose places are not in this one."""
    now = {entry["place"] for entry in entries}
    return [entry for place, entry in ranks(before).items() if place not in now]


def moves(history: dict[str, Row]) -> dict[str, list[Row]]:
    """Those that rose and fell, as computed, the largest moves first; those that stayed; those that came in."""
    moved = sorted((h for h in history.values() if h["change_computed"]), key=lambda h: -abs(h["change_computed"]))
    return {
        "rises": [h for h in moved if h["change_computed"] > 0],
        "falls": [h for h in moved if h["change_computed"] < 0],
        "same": [h for h in history.values() if h["change_computed"] == 0],
        "entered": [h for h in history.values() if h["entered_computed"]],
    }


def first(rows: list[Row], most: int = 8) -> int:
    """How many moves are shown at once: those of the size of the last of them are not left out."""
    if len(rows) <= most:
        return len(rows)
    least = abs(rows[most - 1]["change_computed"])
    return sum(abs(row["change_computed"]) >= least for row in rows)


def about(finding: Row, ranking: Row) -> bool:
    """Whether a finding of the same paper is about this ranking: its key or its words name the label or the title."""
    said = f"{finding['id']} {finding['about']} {finding['statement']} {finding['look_at'] or ''}"
    label, title = ranking["label"], ranking["title"]
    return bool((label and re.search(rf"{re.escape(label)}(?!\d)", said)) or (title and title in said))
