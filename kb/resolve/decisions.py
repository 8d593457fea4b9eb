"""What people have decided on doubtful pairs: a YAML file under `corpus/`, made to be read, edited and versioned."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ConfigDict, Field, ValidationError

from kb.errors import KbError
from kb.resolve.clusters import components
from kb.yaml_files import in_words, load
from schema import Record

__all__ = ["FILE", "KINDS", "Decision", "append", "decisions_of", "find_file", "read"]

FILE = "decisions.yml"
KINDS = {
    "policies": "政策 policy", "platforms": "平台 platform", "frameworks": "框架 framework", "issuers": "发文机关 issuer",
    "dimensions": "维度 dimension",
}  # fmt: skip
HEAD = """\
# 哪些名称说的是同一事物，哪些不是。由 kb review 写入，也可手改；下次 kb ingest 时生效。
# Which names are of one thing, and which are not. Written by kb review; edit it freely, kb ingest goes by it.
#
#   kind: policies | platforms | frameworks | issuers | dimensions
#   decision: same | different
#   one, other: 编号 keys, as in the base
"""


class Decision(Record):
    """One pair, decided."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["policies", "platforms", "frameworks", "issuers", "dimensions"]
    decision: Literal["same", "different"]
    one: str = Field(min_length=1)
    other: str = Field(min_length=1)
    note: str | None = None

    @property
    def pair(self) -> frozenset[str]:
        """Both keys."""
        return frozenset((self.one, self.other))


def find_file(paths: Iterable[str] = ()) -> Path | None:
    """The decisions nearest to the papers at `paths`: in a folder given, or up to two above a file; else `corpus/`'s."""
    folders = []
    for path in map(Path, paths):
        folders += [path, *path.absolute().parents[:2]] if path.is_dir() else list(path.absolute().parents[:3])
    return next((f / FILE for f in (*folders, Path("corpus")) if (f / FILE).is_file()), None)


def read(path: Path) -> list[Decision]:
    """The decisions of a file. Raises KbError where it is wrong, or says two things of one pair."""
    told = load(path)
    if told is not None and not isinstance(told, list):
        raise KbError(f"{path}：应是一个列表，每条以 - 开头；请改正 (must be a list, each item with a dash; mend it)")
    found = [_one(path, number, one) for number, one in enumerate(told or [], 1)]
    said: dict[tuple[str, frozenset[str]], str] = {}
    for one in found:
        if said.setdefault((one.kind, one.pair), one.decision) != one.decision:
            raise KbError(f"{path}：{one.one} 与 {one.other} 既同又异；请改正 (both same and different; mend it)")
    _refuse_chains(path, found)
    return list(dict.fromkeys(found))


def _one(path: Path, number: int, told: object) -> Decision:
    try:
        one = Decision.model_validate(told)
    except ValidationError as error:
        raise in_words(path, error, Decision, f"第 {number} 条 item {number}：") from error
    if one.one == one.other:
        raise KbError(
            f"{path}：第 {number} 条的 one 与 other 是同一个；请改正 (both keys of item {number} are the same; mend it)"
        )
    return one


def _refuse_chains(path: Path, found: list[Decision]) -> None:
    """甲同乙、乙同丙、甲异丙 can't all hold."""
    for kind in KINDS:
        own = [d for d in found if d.kind == kind]
        same = [(d.one, d.other) for d in own if d.decision == "same"]
        group = {
            key: n for n, keys in enumerate(components(sorted({k for p in same for k in p}), same)) for key in keys
        }
        for d in own:
            if d.decision == "different" and d.one in group and group[d.one] == group.get(d.other):
                raise KbError(
                    f"{path}：{d.one} 与 {d.other} 判为不同，却都判为与别的相同；请改正 "
                    f"(told apart, yet the same by way of others; mend it)"
                )


def append(path: Path, decision: Decision) -> None:
    """Write one more decision at the end; what a person wrote before it stays as it is."""
    before = path.read_text(encoding="utf-8") if path.is_file() else HEAD
    told = yaml.safe_dump(
        [decision.model_dump(exclude_none=True)], allow_unicode=True, sort_keys=False, width=10_000
    )  # fmt: skip
    fresh = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(f"{before.rstrip()}\n\n{told}", encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise KbError(f"{path}：写不了：{error.strerror}；请检查位置与权限 (can't be written; check it)") from error


def decisions_of(db: sqlite3.Connection) -> list[Decision]:
    """What people have decided, as the base knows it."""
    found = db.execute("SELECT thing_table, decision, one, other, note FROM merge_decisions ORDER BY id")
    return [Decision(kind=k, decision=d, one=one, other=other, note=note) for k, d, one, other, note in found]
