"""Which extractor this is. It stands alone, so that asking for it loads nothing else."""

__all__ = ["EXTRACTOR"]

EXTRACTOR = "6"
"""Raised whenever the same bytes may yield other records: `kb ingest` reads such papers again."""
