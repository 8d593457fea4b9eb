"""Rows in the making: one paper's records to rows by table, each under its key."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.base.keys import path
from kb.base.places import place_key
from kb.base.standing import Key, Row
from kb.base.tables import BY_NAME
from kb.base.tables.model import stored
from kb.resolve.titles import owned_name
from schema import Evidence, Record

__all__ = ["Builder", "Rows"]

Rows = dict[str, dict[Key, Row]]


@dataclass
class Builder:
    """Collects the rows of one document.

    `rows` are the document's own. What papers share goes to `attestations`, as this paper tells it: a thing's row
    follows from what all papers say of it.
    """

    document: str
    rows: Rows = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)

    def key(self, table: str, *parts: str | int | None) -> str:
        """The key made of the document and `parts`; a second thing told in the same words gets `~2`."""
        wanted = path(self.document, *parts)
        taken = self.rows.get(table, {})
        key, n = wanted, 1
        while (key,) in taken:
            n += 1
            key = f"{wanted}~{n}"
        return key

    def add(self, table: str, record: Record | None, **more: Any) -> str:
        """Add a row: the record's fields as the table stores them, and `more` columns. Returns its key."""
        spec = BY_NAME[table]
        row: Row = dict.fromkeys(spec.names)
        if record is not None:
            for name, columns in spec.fields.items():
                for column, value in zip(columns, _parts(getattr(record, name), len(columns)), strict=True):
                    row[column] = stored(value, spec.column(column).type)
        own = self.rows.setdefault(table, {})
        row.update({name: stored(value, spec.column(name).type) for name, value in more.items()})
        if "document" in row:
            row["document"] = self.document
        if "position" in row and "position" not in more:
            row["position"] = len(own) + 1
        for name in ("city", "place", "province", "jurisdiction"):
            if name in more or row.get(name) is None or name not in row:
                continue
            row[name] = self.place(row[name], scope=name)
        if "page" in row:
            row["page_id"] = self.page(row["page"])
        if "section" in row and spec.column("section").references:
            row["section"] = self.sections.get(row["section"] or "")
        key = tuple(row[name] for name in spec.key)
        own[key] = row
        return str(key[0])

    def place(self, name: str | None, province: str | None = None, scope: str | None = None) -> str | None:
        """The key of a place; one outside the gazetteer, or with several namesakes, is kept under its name."""
        if not name:
            return None
        code = place_key(name, province, scope)
        if code:
            return code
        note = "区划表里没有，或不止一个 (not in the gazetteer, or more than one of this name)"
        self.attest("places", name, {"name": name, "level": "other", "note": note})
        return name

    def thing(self, name: str, place: str | None, place_id: str | None) -> str:
        """The key of a platform or framework of a place, which has the key `place_id`."""
        return owned_name(name, place, place_id, self.document)

    def page(self, number: int | None) -> str | None:
        """The key of a page, if the paper has it."""
        return path(self.document, f"p{number}") if number in self.pages else None

    def attest(self, table: str, thing: str, fields: Row) -> None:
        """What this paper says of a thing that papers share; told twice, the second fills what the first left open."""
        key = path(self.document, table, thing)
        own = self.rows.setdefault("attestations", {})
        if (known := own.get((key,))) is not None:
            fields = _filled(json.loads(known["fields"]), fields)
        text = json.dumps(fields, ensure_ascii=False, sort_keys=True)
        own[key,] = {
            "id": key, "document": self.document, "thing_table": table, "thing": thing, "told_as": thing, "fields": text,
            "linked": None,
        }  # fmt: skip

    def attested(self, table: str, record: Record, thing: str, **more: Any) -> str:
        """Attest a thing by its record. Returns its key."""
        spec = BY_NAME[table]
        fields: Row = {}
        for name, columns in spec.fields.items():
            for column, value in zip(columns, _parts(getattr(record, name), len(columns)), strict=True):
                fields[column] = stored(value, spec.column(column).type)
        fields.update(more)
        self.attest(table, thing, fields)
        return thing

    def evidence(self, table: str, fact: str, boxes: Sequence[Evidence]) -> None:
        """Where a fact stands."""
        own = self.rows.setdefault("evidence", {})
        shared = "" if fact == self.document or fact.startswith(f"{self.document}/") else f"{self.document}:"
        box = 0
        for one in boxes:
            box += 1
            while (f"{table}:{fact}:{shared}{box}",) in own:
                box += 1
            self.add("evidence", one, id=f"{table}:{fact}:{shared}{box}", fact_table=table, fact=fact, box=box)


def _filled(first: Row, second: Row) -> Row:
    merged = dict(first)
    for name, value in second.items():
        if isinstance(value, list):
            merged[name] = [*(merged.get(name) or []), *(v for v in value if v not in (merged.get(name) or []))]
        elif merged.get(name) in (None, 0):
            merged[name] = value
    return merged


def _parts(value: Any, count: int) -> Sequence[Any]:
    if count == 1:
        return [value]
    return [None] * count if value is None else list(value)
