"""One paper's rows into the base, whole or not at all.

A paper's rows are compared with those it had: what is new comes in, what is gone goes out, what is the same is not
touched, nor is any other paper's row. So keys and row numbers stay, and what changed is known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import sqlite_utils

from kb.base.index import SEARCHED, index_rows, searched_texts, unindex
from kb.base.standing import Key, Renewal, Row, standing
from kb.base.tables import BY_NAME, TABLES, Table
from kb.base.tables.ddl import quoted
from kb.editions import RULE, refreshed, series_of
from kb.resolve.decisions import Decision
from kb.store.merge import Thing, merged_rows, things_of
from kb.store.rows import Rows
from kb.store.settle import Settled, candidate_rows, settle

__all__ = ["Change", "Changes", "remove", "resettle", "store"]


@dataclass(slots=True)
class Change:
    """Keys of rows of one table that came, went, or now say something else.

    `touched` are those rewritten though they tell the same (their position moved, say).
    """

    gained: list[Key] = field(default_factory=list)
    lost: list[Key] = field(default_factory=list)
    changed: list[Key] = field(default_factory=list)
    touched: list[Key] = field(default_factory=list)

    def extend(self, other: "Change") -> None:
        """Add the keys of another change of the same table."""
        self.gained += other.gained
        self.lost += other.lost
        self.changed += other.changed
        self.touched += other.touched

    @property
    def telling(self) -> bool:
        """Whether a fact came, went or changed."""
        return bool(self.gained or self.lost or self.changed)

    @property
    def keys(self) -> list[Key]:
        """All of them."""
        return [*self.gained, *self.lost, *self.changed, *self.touched]

    def __bool__(self) -> bool:
        return self.telling or bool(self.touched)


Changes = dict[str, Change]
OF_SEVERAL = {"findings": "rule", "evidence": "how"}
"""Tables that also hold rows that rest on several papers, and the column that tells."""


def store(db: sqlite_utils.Database, document: str, rows: Rows) -> Changes:
    """Put `rows` in the place of all rows of `document`. Call it inside a transaction.

    Rows of other papers are not touched, but where another key has become that of a thing which they tell of.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")
    before, series = things_of(db.conn, document), series_of(db.conn, document)
    settled = settle(db.conn, document, rows)
    changes: Changes = {}
    for table in _owned():
        own = settled.rows.get(table.name, {})
        changes[table.name] = _replace(db, table, _rows_of(db, table, document), own)
    things = before | things_of(db.conn, document) | settled.things
    _follow(db, settled, things, series | series_of(db.conn, document), changes)
    return {name: change for name, change in changes.items() if change}


def resettle(db: sqlite_utils.Database, decisions: Sequence[Decision]) -> Changes:
    """Make these the decisions of the base, and give everything the keys that follow. Call it inside a transaction."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    table = BY_NAME["merge_decisions"]
    rows: dict[Key, Row] = {(row["id"],): row for row in map(_decision_row, decisions)}
    changes: Changes = {table.name: _replace(db, table, standing(db.conn, table.name, "1"), rows)}
    settled = settle(db.conn, None, {})
    policies = {("policies", key) for (key,) in db.execute("SELECT id FROM policies")}
    _follow(db, settled, settled.things | policies, settled.series, changes, every=True)
    return {name: change for name, change in changes.items() if change}


def _decision_row(one: Decision) -> Row:
    id = f"{one.kind}:{'='.join(sorted(one.pair))}"
    return {
        "id": id, "thing_table": one.kind, "one": one.one, "other": one.other, "decision": one.decision, "note": one.note,
    }  # fmt: skip


def _follow(
    db: sqlite_utils.Database, settled: Settled, things: set[Thing], series: set[str], changes: Changes, *, every: bool = False
) -> None:  # fmt: skip
    """Bring in step what follows from several papers: other keys, shared things, editions, doubtful pairs, search."""

    def put(found: Renewal) -> None:
        for name, (old, new) in found.items():
            changes.setdefault(name, Change()).extend(_replace(db, BY_NAME[name], old, new))

    put(settled.others)
    put(merged_rows(db.conn, things))
    put(refreshed(db.conn, series | settled.series))
    put(candidate_rows(db.conn, None if every else things | _issuers_of(db, things, changes)))
    _index(db, changes)


def remove(db: sqlite_utils.Database, document: str) -> Changes:
    """Take out all rows of `document`, and what no other paper tells of. Call it inside a transaction."""
    db.execute("UPDATE ingests SET document = NULL WHERE document = ?", (document,))
    return store(db, document, {})


def _issuers_of(db: sqlite_utils.Database, things: set[Thing], changes: Changes) -> set[Thing]:
    """The issuers of policies among `things`, also those that they no longer have."""
    found = {key[1] for key in changes["policy_issuers"].keys}
    for table, key in things:
        if table == "policies":
            found |= {row[0] for row in db.execute("SELECT issuer FROM policy_issuers WHERE policy = ?", (key,))}
    return {("issuers", name) for name in found}


def _owned() -> Iterable[Table]:
    return (t for t in TABLES if t.owner == "document")


def _rows_of(db: sqlite_utils.Database, table: Table, document: str) -> dict[Key, Row]:
    rows = standing(db.conn, table.name, "id = ?" if table.name == "documents" else "document = ?", document)
    if table.name in OF_SEVERAL:
        # What rests on two papers is no paper's own: `refreshed` looks after it.
        rows = {key: row for key, row in rows.items() if row[OF_SEVERAL[table.name]] != RULE}
    return rows


def _replace(db: sqlite_utils.Database, table: Table, old: dict[Key, Row], new: dict[Key, Row]) -> Change:
    change = _compared(table, old, new)
    if table.searched:
        unindex(db.conn, table, (*change.lost, *change.changed, *change.touched))
    where = " AND ".join(f"{quoted(k)} = ?" for k in table.key)
    if change.lost:
        db.conn.executemany(f"DELETE FROM {quoted(table.name)} WHERE {where}", change.lost)
    rewritten = [*change.changed, *change.touched]
    if rewritten:
        names = [n for n in table.names if n not in table.key]
        sets = ", ".join(f"{quoted(n)} = ?" for n in names)
        db.conn.executemany(
            f"UPDATE {quoted(table.name)} SET {sets} WHERE {where}",
            ([*(new[key][n] for n in names), *key] for key in rewritten),
        )
    if change.gained:
        db.table(table.name).insert_all({n: new[key].get(n) for n in table.names} for key in change.gained)
    return change


def _compared(table: Table, old: dict[Key, Row], new: dict[Key, Row]) -> Change:
    telling = [c.name for c in table.columns if not c.incidental]
    change = Change([k for k in new if k not in old], [k for k in old if k not in new])
    for key, row in new.items():
        before = old.get(key)
        if before is None or all(before[n] == row.get(n) for n in table.names):
            continue
        same = all(before[n] == row.get(n) for n in telling)
        (change.touched if same else change.changed).append(key)
    return change


def _index(db: sqlite_utils.Database, changes: Changes) -> None:
    """Bring the search tables, and the search over all, in step with what changed."""
    search = BY_NAME["search"]
    old: dict[Key, Row] = {}
    new: dict[Key, Row] = {}
    for table in SEARCHED:
        change = changes.get(table.name)
        if not change:
            continue
        rewritten = (*change.changed, *change.touched)
        fresh = list(searched_texts(db.conn, table, (*change.gained, *rewritten)))
        index_rows(db.conn, table, fresh)
        for key in (*change.lost, *rewritten):
            old.update(standing(db.conn, search.name, "id = ?", f"{table.name}:{key[0]}"))
        for row in (_search_row(db, table, key, texts) for _, key, *texts in fresh):
            new[row["id"],] = row
    change = _replace(db, search, old, new)
    keys = (*change.gained, *change.changed, *change.touched)
    index_rows(db.conn, search, searched_texts(db.conn, search, keys))


def _search_row(db: sqlite_utils.Database, table: Table, key: str, texts: list[str | None]) -> Row:
    label, to = quoted(table.label), table.column(table.label).references
    if to:
        label = f"(SELECT {quoted(BY_NAME[to].label)} FROM {quoted(to)} WHERE {quoted(BY_NAME[to].key[0])} = t.{label})"
    document = "t.id" if table.name == "documents" else "t.document" if "document" in table.names else "NULL"
    name, document = db.execute(
        f"SELECT {label}, {document} FROM {quoted(table.name)} AS t WHERE {quoted(table.key[0])} = ?", (key,)
    ).fetchone()
    text = "\n".join(dict.fromkeys(t for t in texts if t))
    return {
        "id": f"{table.name}:{key}", "kind": table.name, "key": key, "label": str(name or key), "text": text,
        "document": document,
    }  # fmt: skip
