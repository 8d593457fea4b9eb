"""The graph page: what it draws, and the same as a file for Gephi, Neo4j and others.

The graph's libraries are loaded when a graph is asked for: Datasette loads this module whenever it starts.
"""

import io
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response

from kb.site.addresses import fact_path
from kb.site.base import NAME
from kb.site.cells import label_of
from kb.site.memory import remembered
from kb.site.pages.common import Site, page, within_limit

if TYPE_CHECKING:
    from kb.graph import Node
    from kb.site.graph_data import Asked

__all__ = ["ENDINGS", "graph", "graph_data", "graph_export"]

ENDINGS = ("gexf", "graphml", "json", "cyjs", "cypher", "ttl", "jsonld", "dot")
TABLES = {
    "place": "places", "policy": "policies", "issuer": "issuers", "platform": "platforms", "dimension": "dimensions",
    "framework": "frameworks", "component": "framework_components", "document": "documents", "ranking": "rankings",
    "tier": "tiers",
}  # fmt: skip


@page
async def graph(site: Site) -> Any:
    """The page; the graph itself is fetched by it."""
    from kb.graph import NODE_KINDS

    years = await site.rows("graph_years")
    asked = asked_for(site)
    return await site.render(
        "kb_graph.html",
        years=[row["year"] for row in years],
        kinds=NODE_KINDS,
        narrow=("policy", "place"),
        about=await name_of(site, asked.node) if asked.node else None,
        endings=ENDINGS,
        asked=asked,
        metadata={},
    )


async def name_of(site: Site, node: str) -> str:
    """What to call a node: its row's name, else its key."""
    kind, _, key = node.partition(":")
    return str(await label_of(site.datasette, TABLES.get(kind), key) or key)


@page
async def graph_data(site: Site) -> Any:
    """What the page draws, as JSON."""
    from kb.site.graph_data import Position, as_json, graph_of

    asked = asked_for(site)

    def made(db: sqlite3.Connection) -> dict[str, Any]:
        rows = db.execute("select code, longitude, latitude from places where longitude is not null")
        at: dict[str, Position] = {f"place:{code}": (x, -y * 1.2) for code, x, y in rows}
        return as_json(graph_of(db, asked), at, lambda node: link(site, node))

    found = await remembered(site.base, asked, lambda: within_limit(site, made))
    return Response.json(found)


@page
async def graph_export(site: Site) -> Any:
    """The same as a file."""
    from kb.graph.plain import plain
    from kb.graph.write import write
    from kb.site.graph_data import graph_of

    ending = site.request.url_vars["ending"]
    asked = asked_for(site)
    written = io.StringIO()
    await within_limit(site, lambda db: write(plain(*graph_of(db, asked)), Path("graph"), written, f".{ending}"))
    headers = {"content-disposition": f'attachment; filename="graph.{ending}"'}
    return Response(written.getvalue(), headers=headers, content_type="application/octet-stream")


def asked_for(site: Site) -> "Asked":
    """What the address asks for."""
    from kb.site.graph_data import Asked

    args = site.request.args
    year = args.get("year") or ""
    return Asked(
        node=args.get("node") or None,
        everything=args.get("view") == "all",
        indirect=args.get("view") == "indirect",
        year=int(year) if year.isdigit() and len(year) == 4 else None,
        kinds=frozenset(args.getlist("kind")),
    )


def link(site: Site, node: "Node") -> str:
    """The address of a node's own page or row; of a region, which is no row, that of its places."""
    key = node.id.partition(":")[2]
    if node.attrs.get("level") == "region":
        return str(site.datasette.urls.path(f"/{NAME}/places?{urlencode({'region': key})}"))
    return str(site.datasette.urls.path(fact_path(TABLES[node.kind], key)))
