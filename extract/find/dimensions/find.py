"""Dimensions to records: what the paper says of each (信息基础：建设卓有成效…), and who leads in it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.find.dimensions.cards import labels_beside
from extract.find.dimensions.leaders import leaders
from extract.find.dimensions.names import Counted, counted, tabled
from extract.find.dimensions.statements import Statement, labelled, led_by_headings, runs, tabled_statements
from extract.find.dimensions.subtitles import judging, subtitles
from extract.find.dimensions.topics import topics
from extract.reading import Reading
from schema.base import Evidence
from schema.dimension import Dimension

__all__ = ["find"]


def find(reading: Reading) -> list[Dimension]:
    """The dimensions of the index, in the order in which the paper first names them.

    Where the paper has words on some of them, only their own level is kept: the lower levels stand in the table's record.
    """
    found = labelled(reading)
    own = [s for s in found if reading.texts[s.at].kind != "chart"]
    names, table = counted(reading, {s.name for s in own}), tabled(reading)
    first = {c.name for c in (*names, *table) if c.level == 1}
    told = judging([*subtitles(reading, first), *labels_beside(reading, first), *topics(reading, first)])
    judged = [
        Counted(s.name, 1, tuple(s.named)) for s in (*tabled_statements(reading), *runs(reading, own), *told) if s.named
    ]
    tabled_level = {c.name: c.level for c in reversed(table)}
    names = [replace(c, level=tabled_level.get(c.name, c.level)) for c in (*names, *judged)]
    known = {c.name: c for c in (*table, *reversed(names))}
    said = _said(reading, [*told, *found], known)
    if said or names:
        levels = {known[n].level for n in said} or {c.level for c in names}
        aside = _of_another_index(names, said)
        listed = [c for c in (*names, *table) if (c.level in levels and c not in aside) or c.name in said]
    else:
        listed = table
    wanted = dict.fromkeys(c.name for c in listed)
    lead = leaders(reading, list(wanted))
    return [_record(known[name], said.get(name), lead.get(name, {})) for name in wanted]


def _of_another_index(names: Sequence[Counted], said: Collection[str]) -> list[Counted]:
    """The dimensions of lists on which the paper has no words, where it has words on most of another list's.

    A paper on a main index names the aspects of side indices by the way.
    """
    lists: dict[int, list[Counted]] = {}
    for c in names:
        lists.setdefault(c.among, []).append(c)
    told = {among: sum(c.name in said for c in found) for among, found in lists.items()}
    main = any(told[among] >= max(2, len(found) / 2) for among, found in lists.items())
    return [c for among, found in lists.items() if main and not told[among] for c in found]


def _record(counted: Counted, said: Statement | None, lead: dict[str, Sequence[Evidence]]) -> Dimension:
    evidence = [*counted.evidence, *(said.evidence if said else ()), *(e for found in lead.values() for e in found)]
    return Dimension(
        name=counted.name,
        level=counted.level,
        statement=said.text if said else None,
        leaders=list(lead),
        evidence=evidence,
    )


def _said(reading: Reading, found: Sequence[Statement], names: Collection[str]) -> dict[str, Statement]:
    """The first statement on each name: in a table of judgements, after a label, under a heading."""
    said: dict[str, Statement] = {}
    for s in (*tabled_statements(reading), *found, *led_by_headings(reading, names)):
        if s.name in names:
            said.setdefault(s.name, s)
    return said
