"""The divisions of China as rows, and official names to their keys."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kb.base.standing import Row

__all__ = ["Division", "division_rows", "divisions", "names_place", "place_key"]

RANK = {"province": 3, "municipality": 3, "sar": 3, "prefecture": 2, "county": 1}
CITY = frozenset({"municipality", "prefecture", "sar"})


@dataclass(frozen=True, slots=True)
class Division:
    """One division and the province-level division that it belongs to (None for one of that level)."""

    code: str
    name: str
    short_name: str
    level: str
    parent: str | None
    province: str | None
    row: Row


@lru_cache(maxsize=1)
def divisions() -> dict[str, Division]:
    """All divisions by code. Where a city without districts stands twice under one code, the city is meant."""
    text = (files("extract") / "lexicon" / "divisions.csv").read_text(encoding="utf-8")
    rows: dict[str, Row] = {}
    for row in csv.DictReader(text.splitlines()):
        known = rows.get(row["adcode"])
        if known is None or RANK[row["level"]] > RANK[known["level"]]:
            rows[row["adcode"]] = row
    return {code: _division(code, rows) for code in rows}


def _division(code: str, rows: dict[str, Row]) -> Division:
    row = rows[code]
    top = row
    while top["parent"]:
        top = rows[top["parent"]]
    province = top["adcode"] if top is not row else None
    stored = {
        "code": code, "name": row["name"], "short_name": row["short_name"] or None, "level": row["level"],
        "parent": row["parent"] or None, "province": province or code,
        "longitude": float(row["longitude"]) if row["longitude"] else None,
        "latitude": float(row["latitude"]) if row["latitude"] else None,
        "region": row["region"] or top["region"] or None, "note": row["note"] or None,
    }  # fmt: skip
    return Division(code, row["name"], row["short_name"], row["level"], row["parent"] or None, province, stored)


def division_rows() -> list[Row]:
    """The rows of the table `places`, as the gazetteer has them."""
    return [d.row for d in divisions().values()]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Division]]:
    found: dict[str, list[Division]] = {}
    for division in divisions().values():
        found.setdefault(division.name, []).append(division)
    return found


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    """Official names, and short names of provinces and cities."""
    own = divisions().values()
    return frozenset(d.name for d in own) | {d.short_name for d in own if d.level != "county" and len(d.short_name) > 1}


def names_place(title: str) -> bool:
    """Whether a title starts with the name of a division."""
    return any(title[:n] in _prefixes() for n in range(2, 12))


def place_key(name: str, province: str | None = None, scope: str | None = None) -> str | None:
    """The code of the one division with this official name, alone or behind its city's, else None.

    Counties may share a name: `province` (its official name) and `scope` (`city`, `province`, `county`) tell them apart.
    """
    found = _by_name().get(name, [])
    if len(found) > 1 and scope:
        found = [d for d in found if _in_scope(d, scope)] or found
    if len(found) > 1 and province:
        found = [d for d in found if d.province and divisions()[d.province].name == province]
    return found[0].code if len(found) == 1 else _behind_city(name)


def _behind_city(name: str) -> str | None:
    """A district's code by its name behind that of its city (深圳市南山区), else None."""
    for end in range(2, len(name) - 1):
        over = {d.code for d in _by_name().get(name[:end], ())}
        found = [d for d in _by_name().get(name[end:], ()) if over & {d.parent, d.province}]
        if len(found) == 1:
            return found[0].code
    return None


def _in_scope(division: Division, scope: str) -> bool:
    if scope == "city":
        return division.level in CITY
    return RANK[division.level] == 3 if scope == "province" else division.level == "county"
