"""What a fact is: one record a kind, with bilingual labels. Imports nothing of ours."""

from schema.base import Evidence, Fact, Record
from schema.paper import Paper
from schema.source import Source

__all__ = ["Evidence", "Fact", "Paper", "Record", "Source"]
