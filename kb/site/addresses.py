"""Addresses of the site's own pages."""

from urllib.parse import quote

__all__ = ["PAGES", "address"]

PAGES = {"documents": "paper", "places": "place", "policies": "policy", "rankings": "ranking", "evidence": "evidence"}
"""Tables whose rows have a page of their own, and what it is called in addresses."""


def address(kind: str, key: object) -> str:
    """The path of a page of our own: readable, with what the key's characters need escaped."""
    return f"/-/{kind}/{quote(str(key), safe='/:〔〕（）')}"
