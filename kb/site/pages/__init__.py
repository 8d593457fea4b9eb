"""The site's own pages: which address shows what."""

from typing import Any

from pluggy import HookimplMarker

from kb.site.base import NAME
from kb.site.errors import Missing
from kb.site.pages.common import View
from kb.site.pages.evidence import evidence, evidence_picture, page_picture
from kb.site.pages.graph import ENDINGS, graph, graph_data, graph_export
from kb.site.pages.home import home_page
from kb.site.pages.lists import about, audit, cities, help, papers, policies, rankings
from kb.site.pages.map import borders, map_page
from kb.site.pages.paper import paper
from kb.site.pages.place import place
from kb.site.pages.policy import policy
from kb.site.pages.ranking import ranking
from kb.site.pages.search import search
from kb.site.pages.tables import tables
from kb.site.papers import settings

__all__ = ["register_routes"]

hookimpl = HookimplMarker("datasette")

ROUTES: tuple[tuple[str, View], ...] = (
    (r"/(\.(?P<format>(?!)))?$", home_page),
    (rf"/(?P<database>{NAME})(\.(?P<format>(?!)))?$", tables),
    (r"/-/evidence/(?P<key>.+)\.png$", evidence_picture),
    (r"/-/evidence/(?P<key>.+)$", evidence),
    (r"/-/paper/(?P<key>.+)/page/(?P<page>\d{1,5})\.png$", page_picture),
    (r"/-/paper/(?P<key>.+)$", paper),
    (r"/-/place/(?P<key>.+)$", place),
    (r"/-/policy/(?P<key>.+)$", policy),
    (r"/-/ranking/(?P<key>.+)$", ranking),
    (r"/-/search$", search),
    (r"/-/graph$", graph),
    (r"/-/graph/data\.json$", graph_data),
    (rf"/-/graph/export\.(?P<ending>{'|'.join(ENDINGS)})$", graph_export),
    (r"/-/map$", map_page),
    (r"/-/map/borders\.json$", borders),
    (r"/-/cities$", cities),
    (r"/-/policies$", policies),
    (r"/-/rankings$", rankings),
    (r"/-/papers$", papers),
    (r"/-/audit$", audit),
    (r"/-/about$", about),
    (r"/-/help$", help),
)


PRIVATE = r"/-/(databases|threads|settings|versions|plugins|permissions|allow-debug|messages|patterns)(\.json)?$"
"""Datasette's pages about the machine and itself: not for strangers."""


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, View]]:
    """Pages under /-/, where no table can have its address."""
    hidden = [(PRIVATE, withheld)] if settings(datasette).get("public") else []
    return [*hidden, *ROUTES]


async def withheld(request: Any) -> Any:
    """What strangers get in the place of a private page."""
    raise Missing("这里没有这一页 No such page here")
