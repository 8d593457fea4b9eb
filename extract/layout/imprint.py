"""Who publishes a paper, from its cover and imprint."""

import re
from collections.abc import Iterator, Sequence

from extract.fold import fold
from extract.layout.dates import date_of
from extract.layout.glyphs import is_han
from extract.layout.text import run_of
from extract.model import Laid, Line, Run
from extract.words import pattern

__all__ = ["publisher_of"]

BETWEEN = re.compile(r"\s*[|｜·•/—–]+\s*|\s{2,}|\s+(?=20\d\d)|(?<=[年月日])\s+")
"""What parts the names, dates and places that stand on one line of a cover."""
SHORT = 40
"""Characters of a line on a cover that can be an organisation's name."""


def publisher_of(cover: Sequence[Line], front: Sequence[Laid], back: Sequence[Laid] = ()) -> Run | None:
    """The publisher: labelled on the cover, named on it, or told by the imprint or the notice of copyright.

    A label on the last pages names who wrote to whom, not who publishes: of `back` only the notice of copyright counts.
    """
    named = _labelled(cover) or _named(cover)
    if named:
        return named
    for page in front:
        # On a page of text a longer line may be but the start of a list of names.
        found = _labelled([x for x in page.lines if len(x.text) <= SHORT]) or _owner(page.lines)
        if found:
            return found
    return next((owner for page in back if (owner := _owner(page.lines))), None)


def _labelled(lines: Sequence[Line]) -> Run | None:
    for name in ("publisher", "published_by"):
        for line in lines:
            text = fold(line.text)
            m = pattern("cover", name).search(text)
            if m and len(text) <= 70 and not pattern("cover", "helper").search(text):
                return line.cut(*m.span("who"))
    return None


def _named(lines: Sequence[Line]) -> Run | None:
    """Lines that are organisations' names, all of the first group of them; the team that wrote it only where no other is."""
    groups = list(_groups(lines))
    published = [[name for name in group if not pattern("cover", "team").search(fold(name.text))] for group in groups]
    found = next((group for group in [*published, *groups] if group), None)
    if not found:
        return None
    run = Run(found[0].text, list(found[0].chars))
    for name in found[1:]:
        run = Run(f"{run.text}、{name.text}", [*run.chars, None, *name.chars])
    return run


def _groups(lines: Sequence[Line]) -> Iterator[list[Run]]:
    """Organisations' names on lines that follow one another closely."""
    found: list[Run] = []
    foot = 0.0
    for line in lines:
        name = _name_of(line)
        if found and (name is None or line.box[1] - foot > 2 * line.size):
            yield found
            found = []
        if name:
            found.append(name)
            foot = line.box[3]
    if found:
        yield found


def _name_of(line: Line) -> Run | None:
    """An organisation's name that a line is, or has beside a date or a place: 样例研究院 ｜ 2025年9月."""
    if len(line.text) > SHORT or pattern("cover", "helper").search(fold(line.text)):
        return None
    parts = list(_parts(line))
    dated = [p for p in parts if date_of(p)]
    names = [p for p in parts if pattern("cover", "org").search(fold(p.text))]
    rest = [p for p in parts if p not in dated and p not in names]
    if dated and len(names) == 1 and all(len(p.text) <= 4 and all(map(is_han, p.text)) for p in rest):
        return names[0]
    return line if pattern("cover", "org").search(fold(line.text)) else None


def _parts(line: Line) -> Iterator[Run]:
    start = 0
    for m in BETWEEN.finditer(line.text):
        yield line.cut(start, m.start())
        start = m.end()
    yield line.cut(start, len(line.text))


def _owner(lines: Sequence[Line]) -> Run | None:
    """Whom the notice of copyright names."""
    run = run_of(lines)
    m = pattern("cover", "copyright").search(fold(run.text))
    if not m:
        return None
    return run.cut(*m.span("who" if m["who"] else "who2"))
