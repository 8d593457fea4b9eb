"""The tables of the base, derived from the records of `schema`: the one list that storing, search and site read."""

from kb.base.tables import cases, ledger, papers, places, policies
from kb.base.tables.model import Column, Table
from kb.base.tables.views import VIEWS, View

__all__ = ["BY_NAME", "TABLES", "VIEWS", "Column", "Table", "View"]

TABLES: tuple[Table, ...] = (
    *papers.TABLES, *places.TABLES, *policies.TABLES, *cases.TABLES, *ledger.TABLES,
)  # fmt: skip
BY_NAME = {table.name: table for table in TABLES}
