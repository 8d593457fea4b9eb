"""Queries as plain .sql files: `pages/` for the site's own pages, `canned/` for those an analyst finds in Datasette.

A canned query's file starts with comment lines that say how Datasette shows it:

    -- title: 城市历年名次 A city's ranks over the years
    -- description: 一个城市在各榜单中的名次。Where a city stands in each ranking.
    -- city: 城市 City = 济南市 | select name from places where level = 'prefecture'

The last kind of line describes a parameter: its label, its value when none is given, and a query for its choices (a
second column is what to call each). They stand in a select box; where a parameter is called `…_words` any words will
do, and the choices only help to type.
`-- empty: …` is what to say where nothing is found. `-- chart: ranks year rank list` asks for a chart: its kind in charts.js, x, y, and the column that tells series apart.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

__all__ = ["Canned", "Parameter", "canned", "parse", "sql"]

HEAD = re.compile(r"--\s*(\w+):\s*(.+)")
PARAMETER = re.compile(r"(?P<label>[^=|]+?)\s*(?:=\s*(?P<default>[^|]*?)\s*)?(?:\|\s*(?P<choices>.+))?$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query asks for: its label, the value it has when none is given, and a query for its choices."""

    label: str
    default: str
    choices: str | None


@dataclass(frozen=True, slots=True)
class Canned:
    """A query that Datasette offers by name."""

    name: str
    title: str
    description: str
    sql: str
    parameters: dict[str, Parameter] = field(default_factory=dict)
    chart: tuple[str, ...] = ()
    empty: str | None = None


@cache
def sql(page: str) -> str:
    """The text of `pages/<page>.sql`."""
    return (files("kb.site.sql") / "pages" / f"{page}.sql").read_text("utf-8")


@cache
def canned() -> tuple[Canned, ...]:
    """The canned queries, in the order of their files' names; a number before the name sets the order only."""
    found = sorted(
        (f for f in (files("kb.site.sql") / "canned").iterdir() if f.name.endswith(".sql")), key=lambda f: f.name
    )
    return tuple(parse(f.name.removesuffix(".sql"), f.read_text("utf-8")) for f in found)


def parse(name: str, text: str) -> Canned:
    """A query file taken apart. Raises ValueError where it has no title or description, or a parameter has no line."""
    head: dict[str, str] = {}
    lines = text.splitlines()
    while lines and (found := HEAD.match(lines[0])):
        head[found[1]] = found[2].strip()
        lines.pop(0)
    body = "\n".join(lines).strip()
    asked = dict.fromkeys(re.findall(r"(?<![\w:]):(\w+)", body))
    missing = [key for key in ("title", "description", *asked) if key not in head]
    if missing:
        raise ValueError(f"{name}.sql: no line for {', '.join(missing)}")
    return Canned(
        re.sub(r"^\d+_", "", name),
        head["title"],
        head["description"],
        body,
        {key: parameter(head[key]) for key in asked},
        tuple(head.get("chart", "").split()),
        head.get("empty"),
    )


def parameter(line: str) -> Parameter:
    """A parameter's line: "城市 City = 济南市 | select name from places"."""
    found = PARAMETER.match(line)
    assert found is not None
    return Parameter(found["label"].strip(), (found["default"] or "").strip(), found["choices"])
