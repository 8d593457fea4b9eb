"""Which extractor is at work, and how its records are stored."""

from extract.version import EXTRACTOR
from kb.base.tables.ddl import fingerprint

__all__ = ["extractor_version", "stored_as"]

ROWS = "4"
"""Raised whenever the same records make other rows or keys: `kb ingest` stores such papers again."""


def extractor_version() -> str:
    """The extractor's version."""
    return EXTRACTOR


def stored_as() -> str:
    """Changes whenever the tables, or the rows that records make, do."""
    return f"{ROWS}-{fingerprint()}"
