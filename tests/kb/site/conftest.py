"""The base and its site, for every test here."""

from site_base import datasette, folder, get, pdf

__all__ = ["datasette", "folder", "get", "pdf"]
