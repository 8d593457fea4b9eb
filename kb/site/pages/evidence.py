"""看原文 See the page: where a fact stands, as a page and as a picture with the words marked."""

import asyncio
import hashlib
from typing import Any

from datasette.utils.asgi import Response

from kb.site.cache import PictureCache
from kb.site.errors import Missing
from kb.site.pages.common import Row, Site, page
from kb.site.papers import pages_of
from kb.site.picture import Box, NoPage, Picture, draw, placeholder

__all__ = ["evidence", "evidence_picture", "page_picture"]

KEPT = PictureCache()
SCALES = {"1": 1.0, "2": 2.0, "3": 3.0}
PAGE = (420, 594)
"""Width and height of a placeholder for a whole page, in pixels."""
AROUND = 48.0
"""Points of the page shown above and below the words, unless the whole page is asked for."""
BESIDE = 100.0
"""Points shown left and right of the words on a phone, where a whole page's width could not be read."""


@page
async def evidence(site: Site) -> Any:
    """The page about a fact's evidence: each place where it stands, with its picture."""
    asked, found = await asked_for(site)
    labels = await site.rows("label", id=f"{asked['fact_table']}:{asked['fact']}")
    return await site.render(
        "kb_evidence.html",
        asked=asked,
        places=[
            {
                "first": places[0],
                "words": places,
                "quote": quote(places[0]),
                "at_hand": pages_of(site.datasette, paper_of(places[0])) is not None,
            }
            for places in by_page(found)
        ],
        label=labels[0]["label"] if labels else asked["fact"],
        entry=next(iter(await site.rows("entry", id=asked["fact"])), None),
        metadata={},
    )


@page
async def evidence_picture(site: Site) -> Any:
    """The strip of the page around the words, as PNG; `?page=1` the whole page, `?narrow=1` for a phone, `?scale=` 1 to 3."""
    asked, found = await asked_for(site)
    boxes = tuple(box(e) for e in found if (e["document"], e["page"]) == (asked["document"], asked["page"]))
    around = None if site.request.args.get("page") else AROUND
    beside = BESIDE if site.request.args.get("narrow") else None
    return await picture(site, paper_of(asked), asked["page"], boxes, around, beside)


async def asked_for(site: Site) -> tuple[Row, list[Row]]:
    """The evidence that the address names, and all of the same fact.

    An address names one box by its key (`policies:国发〔2021〕29号:1`), or a fact by its table and key: then the first box
    whose page can be shown is meant.
    """
    one = await site.rows("evidence", id=site.key)
    table, _, fact = site.key.partition(":")
    if one:
        table, fact = one[0]["fact_table"], one[0]["fact"]
    found = await site.rows("evidence_of_fact", table=table, fact=fact)
    if not found:
        raise Missing("库里没有这条出处 The base holds no such evidence")
    at_hand = (row for row in found if pages_of(site.datasette, paper_of(row)) is not None)
    return one[0] if one else next(at_hand, found[0]), found


def quote(row: Row) -> str:
    """How to quote the page, by GB/T 7714: 发布机构. 题名[R]. 年份: 页."""
    title = row["paper_title"] or row["paper"]
    who = f"{row['publisher']}. " if row["publisher"] else ""
    when = f" {row['year']}:" if row["year"] else ""
    return f"{who}{title}[R].{when} {row['page']}."


def by_page(found: list[Row]) -> list[list[Row]]:
    """Evidence, put together where it stands on one page of one paper."""
    pages: dict[tuple[str, int], list[Row]] = {}
    for row in found:
        pages.setdefault((row["document"], row["page"]), []).append(row)
    return list(pages.values())


@page
async def page_picture(site: Site) -> Any:
    """A page of a paper as PNG, nothing marked."""
    paper = await site.row("paper", id=site.key)
    return await picture(site, paper, int(site.request.url_vars["page"]), (), None)


def paper_of(row: Row) -> Row:
    """The paper's part of a row of evidence."""
    return {"id": row["document"], **{name: row[name] for name in ("file", "sha256", "restricted")}}


def box(row: Row) -> Box:
    """The box of a row of evidence."""
    return row["x0"], row["top"], row["x1"], row["bottom"]


async def picture(
    site: Site, paper: Row, number: int, boxes: tuple[Box, ...], around: float | None, beside: float | None = None
) -> Any:
    """The picture as a response that a browser may keep; a placeholder where the PDF is not at hand."""
    scale = SCALES.get(site.request.args.get("scale") or "2", 2.0)
    path = pages_of(site.datasette, paper)
    if path is None:
        return nothing_to_show(whole=not boxes)
    wanted = Picture(path, number, boxes, scale, around, beside)
    key = (paper["sha256"], number, boxes, scale, around, beside)
    tag = f'"{hashlib.sha256(repr(key).encode()).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "max-age=86400"}
    if site.request.headers.get("if-none-match") == tag:
        return Response(b"", status=304, headers=headers)
    try:
        made = await asyncio.to_thread(KEPT.get, key, lambda: draw(wanted))
    except NoPage as error:
        raise Missing(str(error)) from error
    except ValueError:
        return nothing_to_show(whole=not boxes)
    return Response(made, headers=headers, content_type="image/png")


def nothing_to_show(*, whole: bool) -> Any:
    """The placeholder: the PDF is not at hand, may not be shown, or needs a password. A cover's is a page."""
    made = placeholder(*PAGE) if whole else placeholder()
    return Response(made, headers={"cache-control": "no-store"}, content_type="image/png")
