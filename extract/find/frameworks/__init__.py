"""Named structures that count their parts, whole: name, parts, what is said of each, and whether the count agrees.

How one is read: `mentions` says where a name stands and whether it counts, `names` what it counts, `whose` whose it is.
`spelling` then looks for the parts by the shape of the name: in the name itself (`images`), else by its counts.
`one_count` and `several_counts` try the places where parts may stand, those tied most closely to the name first: a list
that a word brings in or that stands before the name (`before`), clauses and lines that are numbered (`numbered`, `under`),
counts taken up again (`taken_up`) or standing among the parts (`among`), clauses of one make (`runs`), words that echo the
name (`echoes`), and lists as many and as long as the counts (`tallies`). `lists` and `stretches` take one list apart.
`rows` and `cards` read what is set in tables and boxes, `elsewhere` what another passage tells, `systems` what has no number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.context import city_and_place
from extract.find.frameworks.elsewhere import told_elsewhere
from extract.find.frameworks.mentions import Mention, mentions
from extract.find.frameworks.systems import System, index_tables, systems
from extract.find.frameworks.whose import city_told_with, place_told
from extract.model import Grid, Run
from extract.places import Place
from extract.reading import Reading
from extract.spans.frameworks import framework_pattern
from schema.base import Evidence
from schema.framework import Component, Framework

__all__ = ["find"]

INDEX = re.compile(r"(?:指标|指数|评价|评估)(?:指标)?体系$")


_Key = tuple[str | None, str]
"""The code of a framework's place, and its name."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A framework of one place and all its mentions, the one with the best told parts first."""

    place: Place | None
    name: str
    mentions: tuple[Mention, ...]

    @property
    def best(self) -> Mention:
        return self.mentions[0]


def find(reading: Reading) -> list[Framework]:
    """The frameworks of a paper in order; one named twice for one place is one record, with the parts told best."""
    named = _gathered(reading)
    told = [n for n in named if not _is_part(n, named) and not _is_areas(n)]
    found = [((n.best.index, n.best.at[0]), _record(reading, n)) for n in told]
    tables = [(grid, _of_table(grid, title, at, cells)) for grid, title, at, cells in index_tables(reading)]
    for system in systems(reading):
        record = _of_system(reading, system)
        if not any(_same_index(record, table) for _, table in tables):
            found.append(((system.index, system.name[0][0]), record))
    found += [((_index_of(reading, grid), 0), record) for grid, record in tables]
    found.sort(key=lambda x: x[0])
    return _once(record for _, record in found)


def _gathered(reading: Reading) -> list[_Named]:
    grouped: dict[_Key, list[Mention]] = {}
    places: dict[str, Place] = {}
    for mention in mentions(reading):
        place = place_told(reading, mention.index, *mention.at)
        if place:
            places[place.code] = place
        elif mention.shape == "pair":
            continue
        grouped.setdefault((place.code if place else None, _key(mention)), []).append(mention)
    found = []
    for (code, _), group in _joined(grouped).items():
        place = places.get(code or "")
        if place and not any(m.spelled for m in group) and (there := told_elsewhere(reading, group[0], place)):
            group.append(there)
        best = max(group, key=_told_best)
        # A model or a drawn structure has the name its parts are told with: “三度”评价模型, also where a heading says “三度”模型.
        models = [m for m in group if m.shape in ("model", "drawn")]
        names = next(filter(_told_with, models), (best if best in models else models[0])) if models else group[0]
        name = names.told.printed(*names.name)
        found.append(_Named(place, name, (best, *(m for m in group if m is not best))))
    return found


def _told_best(mention: Mention) -> tuple[bool, int, int]:
    """Whether all parts are told, how many, and of how many something is said."""
    parts = mention.spelled.parts if mention.spelled else ()
    described = sum(part.description is not None for part in parts)
    return bool(mention.spelled and mention.spelled.complete), len(parts), described


def _told_with(mention: Mention) -> bool:
    """Whether the parts are told in the passage of the name."""
    parts = mention.spelled.parts if mention.spelled else ()
    return bool(parts) and all(mention.told.origin[part.start][0] == 0 for part in parts)


def _joined(grouped: dict[_Key, list[Mention]]) -> dict[_Key, list[Mention]]:
    """Mentions that tell no place go to the one place that has a framework of that name."""
    joined = dict(grouped)
    for code, name in grouped:
        placed = [key for key in grouped if key[1] == name and key[0] is not None]
        if code is None and len(placed) == 1:
            joined[placed[0]] = sorted([*grouped[placed[0]], *joined.pop((code, name))], key=lambda m: (m.index, m.at))
    return joined


def _key(mention: Mention) -> str:
    name = mention.told.text[slice(*mention.name)]
    if mention.shape == "drawn" and (letter := re.match('[“"「『]?([一-鿿A-Z])[”"」』]?字?[形型]', name)):
        return letter[1]
    if mention.shape == "model":
        name = re.split(r"[”\"」』]", name[1:])[0]
    return re.sub(r"[\s“”\"「」『』‘’]", "", name)


def _is_part(one: _Named, all_named: list[_Named]) -> bool:
    """Whether it is one group of another framework of its place: 三融 of 三融五跨, 两大平台 of 一主体两平台."""
    others = [other for other in all_named if other is not one]
    if any(_says_again(one, other) or _holds_its_parts(one, other) for other in others):
        return True
    if len(one.best.groups) != 1:
        return False
    own = one.best.groups[0]
    parts = _part_names(one.best)
    for other in others:
        if all(_is_inside(mention, other.best) for mention in one.mentions):
            return True
        if one.place not in (None, other.place) or len(other.best.groups) < 2:
            continue
        if any(
            own.count == g.count and (own.noun == g.noun or (own.noun.endswith(g.noun) and g.noun))
            for g in other.best.groups
        ):
            return True
        if parts and (parts <= _part_names(other.best) or _part_ends(one.best) <= _part_ends(other.best)):
            return True
    return False


def _says_again(one: _Named, other: _Named) -> bool:
    """“141”模式（1个中心+4大平台+1套标准）: what the digits of a name count, said with nouns, is no other framework."""
    counts = [[g.count for g in named.best.groups] for named in (one, other)]
    worded, coded = one.best.shape in ("sum", "listed"), other.best.shape in ("code", "digits", "bare_digits")
    return worded and coded and one.place == other.place and counts[0] == counts[1]


def _holds_its_parts(one: _Named, other: _Named) -> bool:
    """“A+B+C”的“三步工作法”: what is only called by its parts is no framework beside the name that counts them.

    三位一体 is no name: “A+B+C”三位一体模式.
    """
    alone, counts = (other, one) if one.best.shape == "union" else (one, other)
    ends = _part_ends(one.best)
    named = bool(counts.best.groups) and (counts.best.shape == "union") == (counts is one)
    return named and not alone.best.groups and bool(ends) and ends == _part_ends(other.best)


def _is_areas(one: _Named) -> bool:
    """Whether a policy of the whole country only counts the areas it acts in: 明确科学技术、产业发展两大重点行动.

    What it names are actions: 部署A行动、B行动两大重点行动.
    """
    best = one.best
    name = best.told.text[slice(*best.name)]
    noun = framework_pattern("action").search(name)
    if (
        one.place
        or best.shape != "big"
        or noun is None
        or best.told.text[best.name[0] - 1 : best.name[0]] in ("“", '"')
    ):
        return False
    return not any(part.endswith(noun.group()) for part in _part_names(best))


def _is_inside(mention: Mention, other: Mention) -> bool:
    """Whether a framework is named inside the name of a part of another: ①强化网络、平台、安全三大体系."""
    if other.spelled is None:
        return False
    own = mention.told.passages[0]
    places = (at for part in other.spelled.parts for at in other.told.origin[part.start : part.end])
    stands = {at for which, at in places if other.told.passages[which] is own}
    return all(at in stands for at in range(*mention.at) if not own.text[at].isspace())


def _part_ends(mention: Mention) -> set[tuple[str, int]]:
    """Where the parts end, by passage and offset."""
    places = (mention.told.origin[p.end - 1] for p in mention.spelled.parts) if mention.spelled else ()
    return {(mention.told.passages[which].id, at) for which, at in places}


def _part_names(mention: Mention) -> set[str]:
    return {mention.told.text[p.start : p.end] for p in mention.spelled.parts} if mention.spelled else set()


def _record(reading: Reading, named: _Named) -> Framework:
    best = named.best
    how = f"framework:{best.shape}"
    city, other = city_and_place(named.place, city_told_with(reading, best.index, named.place))
    components = [
        Component(
            name=best.told.printed(part.start, part.end),
            group=best.groups[part.group].text if len(best.groups) > 1 else None,
            description=best.told.printed(*part.description) if part.description else None,
            evidence=best.told.evidence(how, part.start, part.end),
        )
        for part in (best.spelled.parts if best.spelled else ())
    ]
    return Framework(
        city=city,
        place=other,
        name=named.name,
        components=components,
        complete=bool(best.spelled and best.spelled.complete),
        evidence=[e for m in named.mentions for e in m.told.evidence(how, *m.sentence)],
    )


def _of_system(reading: Reading, system: System) -> Framework:
    told, spelled = system.told, system.spelled
    part = system.spelled.parts[0]
    stands = system.name[0] if told.origin[system.name[0][0]][0] == 0 else (part.start, part.end)
    place = place_told(reading, system.index, *(told.origin[at][1] for at in stands))
    city, other = city_and_place(place, city_told_with(reading, system.index, place))
    components = [
        Component(
            name=told.printed(part.start, part.end),
            description=told.printed(*part.description) if part.description else None,
            evidence=told.evidence(system.how, part.start, part.end),
        )
        for part in spelled.parts
    ]
    first = min(spelled.parts[0].start, system.name[0][0])
    return Framework(
        city=city,
        place=other,
        name=_own_title(reading, "".join(told.printed(*span) for span in system.name)),
        components=components,
        complete=spelled.complete,
        evidence=told.evidence(system.how, first, spelled.end),
    )


def _own_title(reading: Reading, name: str) -> str:
    """The name without its 的, where a caption or heading of the paper calls it so."""
    short = name.replace("的", "")
    titles = (t.text for t in reading.texts if t.kind in ("caption", "heading"))
    return short if short != name and any(short in re.sub(r"\s", "", t) for t in titles) else name


def _of_table(grid: Grid, title: str, at: Run | None, cells: list[tuple[int, int]]) -> Framework:
    how = "framework:index_table"
    runs = [grid.rows[r][c] for r, c in cells]
    first = at.evidence(how) if at else []
    boxes = [Evidence(page=page, bbox=box, text=title, how=how) for page, box in grid.boxes]
    return Framework(
        name=title,
        components=[Component(name=run.text.strip(), group="一级指标", evidence=run.evidence(how)) for run in runs],
        complete=True,
        evidence=first or boxes,
    )


def _same_index(record: Framework, table: Framework) -> bool:
    """Whether a sentence builds the index that a table lays out."""
    return bool(INDEX.search(record.name)) and {c.name for c in record.components} == {c.name for c in table.components}


def _index_of(reading: Reading, grid: Grid) -> int:
    return next((i for i, t in enumerate(reading.texts) if t.grid is grid), len(reading.texts))


def _once(records: Iterable[Framework]) -> list[Framework]:
    found: dict[tuple[str | None, str], Framework] = {}
    for record in records:
        found.setdefault((record.city or record.place, re.sub(r"[\s“”的]", "", record.name)), record)
    return list(found.values())
