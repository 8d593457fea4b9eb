"""A city's page (or a province's, a county's): all that the papers tell of it."""

from typing import Any

from datasette.utils.asgi import Response

from kb.site.addresses import address
from kb.site.errors import Missing
from kb.site.marks import Fact, marked
from kb.site.pages.common import Row, Site, page

__all__ = ["place"]

PARTS = (
    "ranks", "tiers", "leads", "cases", "frameworks", "platforms", "policies", "policies_county", "policies_indirect",
    "measurements", "changes", "derived", "citations",
)  # fmt: skip


@page
async def place(site: Site) -> Any:
    """By GB/T 2260 code; a name leads to its code."""
    found = await site.rows("place", code=site.key)
    if not found:
        return await by_name(site)
    parts = {name: await site.rows(f"place_{name}", code=site.key) for name in PARTS}
    for framework in parts["frameworks"]:
        framework["groups"] = groups(await site.rows("framework_parts", framework=framework["id"]))
    printed = {(row["list"], row["edition"]) for row in parts["ranks"] if row["rank"]}
    parts["derived"] = [row for row in once(parts["derived"]) if (row["list"], row["year"]) not in printed]
    parts["policies"] += parts.pop("policies_county")
    tied = {row["policy_id"] for row in parts["policies"]}
    parts["policies_indirect"] = [row for row in parts["policies_indirect"] if row["id"] not in tied]
    with_changes(parts["ranks"], await site.remembered("editions"))
    facts = facts_of(parts)
    for case in parts["cases"]:
        case["marked"] = marked(case["text"], facts)
    return await site.render(
        "kb_place.html",
        place=found[0],
        history=history(parts["ranks"], parts["derived"]),
        shows=told_of(parts["ranks"]),
        neighbours=neighbours(found[0], await site.remembered("cities")),
        metadata={},
        **parts,
    )


def once(derived: list[Row]) -> list[Row]:
    """Each derived rank once: a move may stand in a table and in a sentence, and both give the same."""
    found: dict[tuple[str, int, int], Row] = {}
    for row in derived:
        found.setdefault((row["ranking"], row["year"], row["rank"]), row)
    return list(found.values())


def with_changes(ranks: list[Row], editions: list[Row]) -> None:
    """Put into each rank how it moved since the last edition of its list; None where there is none to compare with."""
    years: dict[tuple[str, str], list[int]] = {}
    for row in editions:
        years.setdefault((row["series"], row["list"]), []).append(row["edition"])
    held: dict[tuple[str, str, int], int] = {}
    for row in ranks:
        if row["rank"] and row["told"] == "table":
            key = (row["series"], row["list"], row["edition"])
            held[key] = min(row["rank"], held.get(key, row["rank"]))
    for row in ranks:
        series, key = (row["series"], row["list"]), (row["series"], row["list"], row["edition"])
        before = [year for year in years.get(series, []) if row["edition"] and year < row["edition"]]
        last = held.get((*series, before[-1])) if before else None
        row["change_computed"] = last - row["rank"] if last and key in held and row["rank"] else None


def told_of(ranks: list[Row]) -> dict[str, bool]:
    """Which columns of the table of ranks hold anything."""
    shows = {name: any(r[name] is not None for r in ranks) for name in ("score", "change", "change_computed", "tier")}
    shows["change"] |= any(r["entered"] for r in ranks)
    return shows


def neighbours(place: Row, places: list[Row], most: int = 40) -> list[Row]:
    """The other places of its province that papers tell of, the best ranked first; not the province itself."""
    own = (place["code"], place["province"])
    near = [p for p in places if p["province_code"] == place["province"] and p["code"] not in own]
    return sorted(near, key=lambda p: (p["best_rank"] or 9999, p["code"]))[:most]


async def by_name(site: Site) -> Any:
    """济南 leads to the page of 370100."""
    named = await site.rows("place_by_name", name=site.key)
    if not named:
        raise Missing("库里没有这个地方 The base knows no such place")
    return Response.redirect(site.datasette.urls.path(address("place", named[0]["code"])))


def groups(parts: list[Row]) -> list[tuple[str | None, list[Row]]]:
    """A framework's parts by the number of its name that they belong to, in the order told."""
    found: dict[str | None, list[Row]] = {}
    for part in parts:
        found.setdefault(part["part_of"], []).append(part)
    return list(found.items())


def history(ranks: list[Row], derived: list[Row]) -> list[dict[str, Any]]:
    """A line for each list that tells of the place in two editions or more: [{name, points: [[year, rank], ...]}].

    Where years are derived ("上升2位"), the list has a second line, `derived`, from them to what is printed; the years in
    `printed` are points of its own line, and never drawn over.
    """
    lines: dict[tuple[str, str], dict[int, int]] = {}
    for row in ranks:
        if row["rank"] and row["list"] and row["edition"] and (row["criterion"] is None or row["told"] == "table"):
            lines.setdefault((row["series"], row["list"]), {}).setdefault(row["edition"], row["rank"])
    inferred: dict[str, dict[int, int]] = {}
    for row in derived:
        if row["rank"] and row["year"] and row["list"]:
            inferred.setdefault(row["list"], {}).setdefault(row["year"], row["rank"])
    found: list[dict[str, Any]] = []
    for (_, name), line in lines.items():
        guessed = inferred.get(name, {})
        if len(line) > 1 or guessed:
            found.append({"name": name, "points": points(line)})
        if guessed:
            found.append(
                {
                    "name": f"{name}（推算 derived）",
                    "points": points(guessed | line),
                    "derived": True,
                    "printed": sorted(line),
                }
            )
    return found


def points(line: dict[int, int]) -> list[list[int]]:
    """Years and ranks in order of years."""
    return [[year, rank] for year, rank in sorted(line.items())]


def facts_of(parts: dict[str, list[Row]]) -> list[Fact]:
    """What can be marked in the texts of the place's cases."""
    named = (("frameworks", "框架 framework"), ("platforms", "平台 platform"))
    found = [Fact(row["name"], kind, table, row["id"]) for table, kind in named for row in parts[table]]
    found += [Fact(m["as_printed"], "数据 figure", "measurements", m["id"]) for m in parts["measurements"]]
    found += [Fact(c["as_printed"], "政策 policy", "policy_citations", c["id"]) for c in parts["citations"]]
    return found
