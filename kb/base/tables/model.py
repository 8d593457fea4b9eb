"""What a table of the base is, and how its columns follow from a record's fields."""

import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from schema import Record

__all__ = ["Column", "SqlType", "Table", "columns_of", "stored", "text_column"]

SqlType = Literal["TEXT", "INTEGER", "REAL"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `references` names the table whose key it holds; `incidental` ones tell no fact of their own.

    `split` gives the names of the columns that a pair of numbers is stored in.
    """

    name: str
    type: SqlType
    title: str
    description: str
    unit: str | None = None
    references: str | None = None
    required: bool = False
    incidental: bool = False
    json: bool = False


@dataclass(frozen=True)
class Table:
    """One table. `label` is the column that names a row to a reader; `searched` columns go into full-text search.

    `owner` says whose rows they are: `document` rows come and go with one paper, `shared` rows are told by one or more
    papers, `derived` rows follow from the rows of several papers, `base` rows belong to the base itself. `fields` gives the columns that each field of the record is stored in;
    `left_out` says, for each other field, where it is kept or why it is not.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    label: str
    key: tuple[str, ...] = ("id",)
    owner: Literal["document", "shared", "derived", "base"] = "document"
    searched: tuple[str, ...] = ()
    sort: str | None = None
    record: type[Record] | None = None
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """Its columns by name."""
        return {c.name: c for c in self.columns}

    def column(self, name: str) -> Column:
        """The column called `name`. Raises KeyError."""
        return self.by_name[name]

    @cached_property
    def names(self) -> list[str]:
        """Its columns' names."""
        return [c.name for c in self.columns]


def text_column(name: str, title: str, description: str, **more: Any) -> Column:
    """A column of text that no record has."""
    return Column(name, "TEXT", title, description, **more)


def columns_of(
    record: type[Record], names: Mapping[str, str | Sequence[str]], links: Mapping[str, str]
) -> list[Column]:
    """The columns of those fields of a record that `names` names, in its order.

    A field may be stored in several columns, where a tuple of numbers is taken apart. `links` gives the table that a
    field's value is looked up in.
    """
    found = []
    for field_name, info in record.model_fields.items():
        stored = names.get(field_name, ())
        for part in [stored] if isinstance(stored, str) else stored:
            found.append(_column(part, info, links.get(field_name), alone=isinstance(stored, str)))
    return found


def _column(name: str, info: FieldInfo, references: str | None, *, alone: bool) -> Column:
    sql, optional, json = sql_type(info.annotation)
    if not alone:
        sql, json = _inner(info.annotation), False
    extra = info.json_schema_extra
    unit = extra.get("unit") if isinstance(extra, dict) else None
    return Column(
        name, "TEXT" if references else sql, info.title or name, info.description or "",
        unit=str(unit) if unit else None, references=references,
        required=not optional and not json and not references, json=json,
    )  # fmt: skip


def sql_type(annotation: Any) -> tuple[SqlType, bool, bool]:
    """The SQL type of an annotation, whether it may be empty, and whether it is kept as JSON."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        inner = [a for a in args if a is not type(None)]
        if len(inner) != 1:
            return "TEXT", True, True
        sql, _, json = sql_type(inner[0])
        return sql, True, json
    if origin is Literal or annotation is str:
        return "TEXT", False, False
    if annotation in (int, bool):
        return "INTEGER", False, False
    if annotation is float:
        return "REAL", False, False
    return "TEXT", annotation is Any, True


def _inner(annotation: Any) -> SqlType:
    for arg in get_args(annotation):
        if arg in (int, bool):
            return "INTEGER"
        if arg is float:
            return "REAL"
        if get_origin(arg) is tuple:
            return _inner(arg)
    return "TEXT"


def stored(value: Any, sql: SqlType = "TEXT") -> Any:
    """A field's value as SQLite keeps it: yes and no as 1 and 0, in columns of text what is no text as JSON."""
    if value is None or isinstance(value, str):
        return value
    if sql == "TEXT":
        return json.dumps(value, ensure_ascii=False)
    return float(value) if sql == "REAL" else int(value)
