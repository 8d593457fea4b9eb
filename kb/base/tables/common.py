"""Columns and helpers that many tables share."""

from collections.abc import Mapping, Sequence

from kb.base.tables.model import Column, Table, columns_of, text_column
from schema import Paper, Record

__all__ = [
    "CITY",
    "DOCUMENT",
    "EVIDENCE",
    "PLACES",
    "POSITION",
    "SHARED",
    "key_column",
    "number_column",
    "page_key",
    "table",
]

DOCUMENT = text_column(
    "document", "文献 Document", "所出白皮书。The white paper it comes from.", references="documents", required=True
)
POSITION = Column(
    "position", "INTEGER", "次序 Position", "在文中的先后。Its place in the order of the paper.",
    required=True, incidental=True,
)  # fmt: skip
SHARED = (
    Column("papers", "INTEGER", "文献数 Papers", "说到它的白皮书有几份。How many papers tell of it.", required=True),
    text_column(
        "document", "最近文献 Latest paper", "说到它的最近一份。The latest paper that tells of it.",
        references="documents", required=True,
    ),
)  # fmt: skip
PLACES = {"city": "places", "place": "places"}
CITY = text_column("city", "城市 City", "城市或省份。The place.", references="places", required=True)
EVIDENCE = "evidence"
"""Where the field `evidence` of every fact goes."""


def key_column(example: str) -> Column:
    """The key of a table, with an example of what it looks like."""
    return text_column("id", "编号 Key", f"重读后不变，如 {example}。Stays over re-ingests.", required=True)


def page_key() -> Column:
    """The link to a page."""
    return text_column("page_id", "页 Page", "所在页。The page it stands on.", references="pages", incidental=True)


def number_column(name: str, title: str, description: str) -> Column:
    """A whole number that no record has."""
    return Column(name, "INTEGER", title, description)


def table(
    name: str,
    record: type[Record],
    *,
    before: Sequence[Column],
    after: Sequence[Column] = (),
    label: str,
    title: str | None = None,
    description: str | None = None,
    rename: Mapping[str, str | Sequence[str]] | None = None,
    links: Mapping[str, str] | None = None,
    left_out: Mapping[str, str] | None = None,
    shared: bool = False,
    searched: tuple[str, ...] = (),
    sort: str | None = None,
) -> Table:
    """A table whose columns follow from a record; title and description from the paper's field of that name."""
    info = Paper.model_fields.get(name)
    names = {f: (rename or {}).get(f, f) for f in record.model_fields if f not in (left_out or {})}
    columns = columns_of(record, names, links or {})
    return Table(
        name, title or (info and info.title) or name, description or (info and info.description) or "",
        (*before, *columns, *after), label, owner="shared" if shared else "document", searched=searched,
        sort=sort, record=record, left_out=left_out or {},
        fields={f: (n,) if isinstance(n, str) else tuple(n) for f, n in names.items()},
    )  # fmt: skip
