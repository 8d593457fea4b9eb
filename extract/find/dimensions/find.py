"""Dimensions to records: what the paper says of each (信息基础：建设卓有成效…), and who leads in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.find.dimensions.leaders import leaders
from extract.find.dimensions.names import Counted, counted, tabled
from extract.fold import fold
from extract.model import Passage
from extract.reading import Reading
from schema.base import Evidence
from schema.dimension import Dimension

__all__ = ["find"]

HOW = "dimension statement"
READ = ("paragraph", "list_item", "heading")
_MARKER = r"^\s*(?:[•●◆■▪➤✓○◇*·-]|[（(]?[\d一二三四五六七八九十]{1,3}[）).、.]|[①-⑳])?\s*"
_NUMBERED = re.compile(
    _MARKER
    + r"(?:维度|指标|一级指标|分指数)[一二三四五六七八九十\d]+[：:]?\s*(?P<name>[^，。；：:]{2,16})[。：:](?P<rest>.+)$",
    re.S,
)
_COLON = re.compile(
    _MARKER
    + r"(?:“?)(?P<name>[^，。；：:“”]{2,16}?)(?:”?)(?:维度|方面|指标|领域|分指数|指数)?\s*(?:[：:。]|——)(?P<rest>.+)$",
    re.S,
)


def find(reading: Reading) -> list[Dimension]:
    """The dimensions of the index, in the order in which the paper first names them.

    Where the paper has words on some of them, only their own level is kept: the lower levels stand in the table's record.
    """
    stated = _statements(reading)
    names, table = counted(reading, stated), tabled(reading)
    tabled_level = {c.name: c.level for c in reversed(table)}
    names = [replace(c, level=tabled_level.get(c.name, c.level)) for c in names]
    known = {c.name: c for c in (*table, *names)}
    said = {name: told for name, told in stated.items() if name in known}
    if said or names:
        levels = {known[n].level for n in said} or {c.level for c in names}
        listed = [c for c in (*names, *table) if c.level in levels or c.name in said]
    else:
        listed = table
    wanted = dict.fromkeys(c.name for c in listed)
    lead = leaders(reading, list(wanted))
    return [_record(known[name], said.get(name), lead.get(name, {})) for name in wanted]


def _record(
    counted: Counted, said: tuple[str, Sequence[Evidence]] | None, lead: dict[str, Sequence[Evidence]]
) -> Dimension:
    evidence = [*counted.evidence, *(said[1] if said else ()), *(e for found in lead.values() for e in found)]
    return Dimension(
        name=counted.name,
        level=counted.level,
        statement=said[0] if said else None,
        leaders=list(lead),
        evidence=evidence,
    )


def _statements(reading: Reading) -> dict[str, tuple[str, Sequence[Evidence]]]:
    """The first statement on each name that labels one."""
    found: dict[str, tuple[str, Sequence[Evidence]]] = {}
    for text in reading.texts:
        if text.kind in READ:
            for name, start, end in _stated(text):
                if name not in found and end > start:
                    found[name] = text.cut(start, end).text, text.evidence(HOW, start, end)
    return found


def _stated(text: Passage) -> Iterator[tuple[str, int, int]]:
    """A name and where the words on it stand: to the end of a heading or list item, else of the sentence."""
    folded = fold(text.text)
    m = _NUMBERED.match(folded) or _COLON.match(folded)
    if not m:
        return
    rest = m["rest"]
    stop = re.search(r"[。！？]", rest)
    end = m.start("rest") + (stop.start() if stop else len(rest.rstrip("；;")))
    yield m["name"].strip(), m.start("rest"), end
