"""Addresses: of the site's own pages, and of rows in Datasette."""

from urllib.parse import quote

from datasette.utils import tilde_encode

from kb.site.base import NAME

__all__ = ["PAGES", "address", "fact_path", "row_path"]

PAGES = {"documents": "paper", "places": "place", "policies": "policy", "rankings": "ranking", "evidence": "evidence"}
"""Tables whose rows have a page of their own, and what it is called in addresses."""


def address(kind: str, key: object) -> str:
    """The path of a page of our own: readable, with what the key's characters need escaped."""
    return f"/-/{kind}/{quote(str(key), safe='/:〔〕（）')}"


def row_path(table: str, key: object) -> str:
    """The path of a row in Datasette."""
    return f"/{NAME}/{table}/{tilde_encode(str(key))}"


def fact_path(table: str, key: object) -> str:
    """The path of a row's own page, where its table has pages; else of the row."""
    return address(PAGES[table], key) if table in PAGES else row_path(table, key)
