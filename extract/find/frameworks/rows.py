"""Frameworks that the rows of a table name, with their parts in a cell beside: 城市 | 模式 | 要点.

The name's cell may have quotation marks or none, and may end in what it is (“1+5”体系). The cells with the parts are read as
if they stood behind the name in a sentence; else as the plain list that they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.find.frameworks.lists import Item, best_split, trimmed
from extract.find.frameworks.names import ANY, Group, groups_of
from extract.find.frameworks.parts import LONGEST, Part, Spelled, satisfied
from extract.find.frameworks.spelling import spelled
from extract.find.frameworks.told import Told
from extract.fold import fold
from extract.model import Grid, Passage
from extract.numerals import ordinal
from extract.prose import squeezed
from extract.reading import Reading
from extract.rows import heads, place_columns
from extract.spans.frameworks import framework_pattern, shape_patterns

__all__ = ["RowName", "row_names"]

QUOTED = re.compile(r"[“\"「『‘](?P<name>[^“”\"「」『』‘’]+)[”\"」』’]")
LONGEST_NAME = 30
FEWEST = 2
"""Marks that make a list."""
NUMBERED = re.compile(r"[（(]?(?<!\d)(?P<number>\d{1,2})(?:[）)．、]|\.(?!\d))|[①-⑳]|[●•◆■▪]")
"""What begins an item: 1. | （1） | ① | ●."""
ENUMERATED = re.compile(r"(?P<number>[一二三四五六七八九十])[是要]")
HEAD = re.compile(r"[：:]|——")
"""Where the name of a part ends in its item, if the item says more of it."""


@dataclass(frozen=True, slots=True)
class RowName:
    """A framework named in a cell: where there (`at`), its shape and counts, and its parts as the row tells them.

    `name` is where the name stands in `told`. `structure` says that the column holds names of structures.
    """

    at: Item
    shape: str
    groups: tuple[Group, ...]
    told: Told
    name: Item
    spelled: Spelled | None
    structure: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    parts: int | None
    structure: bool
    whole: bool


def row_names(reading: Reading) -> dict[int, RowName]:
    """By the index of its cell in `texts`, each framework that a row names."""
    return dict(x for grid in reading.grids for x in _of_grid(reading, grid))


def _of_grid(reading: Reading, grid: Grid) -> Iterator[tuple[int, RowName]]:
    columns = _columns(grid)
    if columns is None:
        return
    texts = {(t.row, t.column): i for i, t in enumerate(reading.texts) if t.grid is grid}
    where = {id(grid.rows[r][c]): i for (r, c), i in texts.items() if r is not None and c is not None}
    rows: dict[int, list[int]] = {}
    for row in range(grid.header_rows, len(grid.rows)):
        rows.setdefault(where.get(id(grid.rows[row][columns.name]), -1), []).append(row)
    for index, own in rows.items():
        told = [grid.rows[r][columns.parts] for r in own] if columns.parts is not None else []
        beside = dict.fromkeys(where[id(c)] for c in told if id(c) in where)
        found = _named(reading.texts[index], [reading.texts[i] for i in beside], columns) if index >= 0 else None
        if found:
            yield index, found


def _columns(grid: Grid) -> _Columns | None:
    """The column of the names and that of their parts; without a column of places only names with their parts count."""
    headers = heads(grid)
    places = place_columns(headers)
    others = [(c, h) for c, h in enumerate(headers) if c not in places]
    named = [c for c, h in others if framework_pattern("row_structure").search(h)]
    maybe = [c for c, h in others if framework_pattern("row_named").search(h)]
    if not (named or maybe):
        return None
    name = (named or maybe)[0]
    parts = next((c for c, h in others if c != name and framework_pattern("row_parts").search(h)), None)
    whole = parts is not None and bool(framework_pattern("row_whole").search(headers[parts]))
    return _Columns(name, parts, bool(named and places), whole)


def _named(cell: Passage, beside: Sequence[Passage], columns: _Columns) -> RowName | None:
    """The framework that a cell names, if what it says has the shape of such a name."""
    text, offsets = squeezed(fold(cell.text))
    lo, hi = _core(text)
    if not 0 < hi - lo <= LONGEST_NAME:
        return None
    shaped = _shape(text[lo:hi])
    if shaped is None:
        return None
    told, start = _as_sentence(cell, (lo, hi), beside)
    end = start + hi - lo
    groups = groups_of(text[lo:hi], shaped)
    parts = _parts(told, start, end, shaped, groups, columns.whole) if beside or not groups else None
    if parts is None and not columns.structure:
        return None
    return RowName(
        (offsets[lo], offsets[hi - 1] + 1), shaped, tuple(groups), told, (start, end), parts, columns.structure
    )


def _core(text: str) -> Item:
    """Where the name stands in its cell: what is in quotation marks, or all without the words for what it is.

    Nowhere, where the cell says more than a name.
    """
    quoted = list(QUOTED.finditer(text))
    if len(quoted) > 1 or re.search("[，。；：:（(]", QUOTED.sub("", text)):
        return 0, 0
    if quoted:
        return quoted[0].span("name")
    tail = framework_pattern("row_tail").search(text)
    return 0, tail.start() if tail and tail.start() > 1 else len(text)


def _shape(name: str) -> str | None:
    """The shape that the whole name has, in quotation marks and before a word such as 体系."""
    sentence = f"“{name}”体系"
    for shape, pattern in shape_patterns():
        for m in pattern.finditer(sentence):
            if m.group().strip("“”").removesuffix("”体系") == name:
                return shape
    return None


def _as_sentence(cell: Passage, core: Item, beside: Sequence[Passage]) -> tuple[Told, int]:
    """The name in quotation marks, a colon, and the cells with its parts; with where the name begins."""
    text, offsets = squeezed(fold(cell.text))
    end = len(cell.text)
    words = "“" + text[slice(*core)] + "”："
    origin = [(0, end), *((0, o) for o in offsets[slice(*core)]), (0, end), (0, end)]
    for which, passage in enumerate(beside, 1):
        part, places = squeezed(fold(passage.text))
        stop = "；" if which < len(beside) and part[-1:] not in "；;。，、" else ""
        words += part + stop
        origin += [(which, at) for at in places] + [(which, len(passage.text))] * len(stop)
    return Told(words + "\n", (cell, *beside), (*origin, (len(beside), len(([cell, *beside])[-1].text)))), 1


def _parts(told: Told, start: int, end: int, shape: str, groups: list[Group], whole: bool) -> Spelled | None:
    """The parts one by one where the cells number them, as a sentence tells them, or as the list that the cells are."""
    text, at = told.text, end + 2
    marked = _marked(text, at)
    found = _as_many(text, marked, groups) or spelled(told, start, end, shape, groups)
    if found and found.complete:
        return found
    items = marked or _items(text, at)
    if listed := _as_many(text, items, groups):
        return listed
    if found is None and whole and len(groups) == 1 and len(items) > 1:
        return _listed(text, items, [0] * len(items), groups)
    return found


def _as_many(text: str, items: Sequence[Item], groups: list[Group]) -> Spelled | None:
    """The items as parts, where there are as many as the name counts."""
    of = _shared_out(len(items), groups)
    return _listed(text, items, of, groups) if of else None


def _listed(text: str, items: Sequence[Item], of: Sequence[int], groups: list[Group]) -> Spelled | None:
    parts = tuple(_item(text, item, which) for item, which in zip(items, of, strict=True))
    named = all(0 < p.end - p.start <= LONGEST for p in parts)
    return Spelled(parts, satisfied(parts, groups), len(text) - 1) if named else None


def _marked(text: str, lo: int) -> list[Item]:
    """The items that a number or a bullet begins, two or more."""
    hi = len(text.rstrip("\n。；"))
    marks = list(NUMBERED.finditer(text, lo, hi)) or list(ENUMERATED.finditer(text, lo, hi))
    numbers = [ordinal(m["number"]) for m in marks if m["number"]]
    if len(marks) < FEWEST or marks[0].start() != lo or numbers != list(range(1, len(numbers) + 1)):
        return []
    ends = [*(m.start() for m in marks[1:]), hi]
    return [trimmed(text, m.end(), stop) for m, stop in zip(marks, ends, strict=True)]


def _items(text: str, lo: int) -> list[Item]:
    """The items apart by the stops between them."""
    hi = len(text.rstrip("\n。；"))
    for stop in "；、":
        if stop in text[lo:hi]:
            found = [(lo + m.start(), lo + m.end()) for m in re.finditer(f"[^{stop}]+", text[lo:hi])]
            return [trimmed(text, *item) for item in found]
    return best_split(text, lo, hi, ANY)[0]


def _item(text: str, item: Item, which: int) -> Part:
    """The name of an item up to its colon, else its comma or end, and what is said of it."""
    lo, hi = item
    head = HEAD.search(text, lo, hi) or re.compile("[，,。；]").search(text, lo, hi)
    start, stop = trimmed(text, lo, head.start() if head else hi)
    return Part(start, stop, which, (head.end(), hi) if head and head.end() < hi else None)


def _shared_out(items: int, groups: Sequence[Group]) -> list[int]:
    """Which count each item belongs to, in order, where there are as many as the counts come to; the spare ones go to the open one."""
    still_open = [i for i, g in enumerate(groups) if g.count == ANY]
    spare = items - sum(g.count for g in groups)
    if not groups or len(still_open) > 1 or spare < len(still_open) or (spare and not still_open):
        return []
    return [i for i, g in enumerate(groups) for _ in range(spare if g.count == ANY else g.count)]
