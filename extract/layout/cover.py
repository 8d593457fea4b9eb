"""Title, publisher, year and date from the cover and the imprint."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.fold import fold
from extract.layout.dates import date_of
from extract.layout.glyphs import is_han
from extract.layout.imprint import publisher_of
from extract.layout.levels import numbering_of
from extract.layout.patterns import match
from extract.layout.rows import rejoined
from extract.layout.sizes import body_size
from extract.layout.text import run_of
from extract.model import Laid, Line, Run
from extract.words import pattern
from schema.base import Evidence

__all__ = ["Cover", "read_cover", "title_lines"]

DISPLAY = 1.3
"""A cover's title is set at least so many times as large as the text."""
ALIKE = 0.78
"""Lines of one title differ in size by no more than this."""
LONGEST = 70
BACK = 3
"""Pages at the end on which the notice of copyright may stand."""
FRONT = 6
"""Pages at the front on which the title may stand again where the cover is a picture."""


@dataclass
class Cover:
    """What cover and imprint say; None where they don't, or where it is unclear."""

    title: str | None = None
    publisher: str | None = None
    year: int | None = None
    published: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


def read_cover(laid: Sequence[Laid]) -> Cover:
    """Reads the cover, and where it leaves something open the first pages."""
    cover = Cover()
    lines = title_lines(laid)
    run = _title(lines)
    if run:
        cover.title = run.text
        cover.evidence += run.evidence("title")
    page = next((p for p in laid[:2] if any(x in p.lines for x in lines)), None) or (laid[0] if laid else None)
    rest = [x for x in rejoined(page.lines) if x.box not in {t.box for t in lines}] if page else []
    if not run and any(len(x.text) > 25 for x in rest):
        # A page of text: whatever it names is no imprint.
        rest = []
    found = publisher_of(rest, _front(laid, page), laid[FRONT:][-BACK:])
    if found:
        cover.publisher = found.text
        cover.evidence += found.evidence("publisher")
    dated = next((d for x in reversed(rest) if _is_dated(x) and (d := date_of(x))), None)
    if dated:
        cover.published = dated[0]
        cover.evidence += dated[1].evidence("published")
    cover.year = _year(cover.title) or (int(cover.published[:4]) if cover.published else None)
    return cover


def _is_dated(line: Line) -> bool:
    """Whether a line can be the date on a cover: hardly more than the date."""
    return len(line.text) <= 24 and not set(line.text) & set("，。；、")


def _front(laid: Sequence[Laid], cover: Laid | None) -> list[Laid]:
    return [p for p in laid[:4] if p is not cover]


def title_lines(laid: Sequence[Laid]) -> list[Line]:
    """The lines of the title, from top to bottom: the largest type of the cover, else the title over the first text."""
    body = body_size(line for page in laid for line in page.lines)
    first = next((p for p in laid[:2] if p.lines), None)
    if first and (first is laid[0] or len(first.lines) < 16):
        lines = _largest(rejoined(first.lines), body)
        if lines and not _is_heading(lines, laid):
            return lines
    return _repeated(laid[:FRONT], body)


def _is_heading(lines: Sequence[Line], laid: Sequence[Laid]) -> bool:
    """Whether what looks like the title of a paper without a cover is the first of its headings."""
    text = run_of(lines).text
    if pattern("cover", "genre").search(fold(text)):
        return False
    if numbering_of(text) or match("parted", text):
        return True
    own = {x.box for x in lines}
    alike = sum(abs(x.size - lines[0].size) < 0.3 for p in laid for x in p.lines if x.box not in own)
    return alike > 0 and any(len(x.text) > 25 for x in laid[0].lines)


def _largest(lines: Sequence[Line], body: float) -> list[Line]:
    worded = [x for x in lines if sum(map(is_han, x.text)) >= 2] or [
        x for x in lines if sum(map(str.isalpha, x.text)) > 5
    ]
    worded = [x for x in worded if not match("contents_title", x.text) and not match("front_matter", x.text)]
    worded = [x for x in worded if not _is_masthead(x, lines)]
    size = max((x.size for x in worded), default=0.0)
    if size < DISPLAY * body:
        return []
    main = [i for i, x in enumerate(lines) if x in worded and x.size >= ALIKE * size]
    if not main:
        return []
    if any(_is_text(x) for x in lines[: main[0]]):
        return []
    start = end = main[0]
    while end + 1 < len(lines) and _goes_on(lines[end], lines[end + 1], size):
        end += 1
    while start and _leads(lines[start - 1], lines[start], size):
        start -= 1
    found = _without_names(lines[start : end + 1])
    return found if sum(len(x.text) for x in found) <= LONGEST else []


def _is_text(line: Line) -> bool:
    """Whether a line is one of a text, which no title stands under; the number of a journal's issue may be as long."""
    issue = pattern("cover", "issue").search(fold(line.text))
    return (len(line.text) > 25 and not issue) or line.text.endswith("。")


def _is_masthead(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is the name of a journal: its publisher is named after it, or its issue's number stands under it.

    A cover that has no other line of a title's size that names its genre has no masthead.
    """
    name = fold(line.text).strip()
    others = [fold(x.text) for x in lines if x is not line]
    if pattern("cover", "genre").search(name) or not any(pattern("cover", "genre").search(text) for text in others):
        return False
    if any(text.startswith(name) and pattern("cover", "press").search(text[len(name) :]) for text in others):
        return True
    at = next(i for i, x in enumerate(lines) if x is line)
    return any(pattern("cover", "issue").search(fold(x.text)) for x in lines[at + 1 : at + 2])


def _without_names(lines: Sequence[Line]) -> list[Line]:
    """The title's lines without the publisher's name set over or under it in the same type."""
    found = list(lines)
    for at in (0, -1):
        named = len(found) > 1 and pattern("cover", "org").search(fold(found[at].text))
        if named and pattern("cover", "genre").search(fold("".join(x.text for x in found if x is not found[at]))):
            del found[at]
    return found


def _goes_on(line: Line, after: Line, size: float) -> bool:
    """Whether the line after belongs to the title: as large, or its genre or year right under it."""
    gap = after.box[1] - line.box[3]
    if gap > 2.5 * size or fold(after.text).startswith(("—", "-")):
        return False
    if after.size >= ALIKE * size:
        return any(map(is_han, after.text)) or bool(pattern("cover", "edition").search(fold(after.text)))
    small = after.size >= 0.4 * size
    year = pattern("cover", "edition").search(fold(after.text))
    return small and bool(pattern("cover", "genre_alone").search(fold(after.text)) or (year and after.text[0] in "（("))


def _leads(before: Line, line: Line, size: float) -> bool:
    """Whether the line before belongs to the title: the edition's year over it."""
    near = line.box[1] - before.box[3] < 2.0 * size
    edition = pattern("cover", "edition").search(fold(before.text))
    # A title that gives the year itself has it over it once more for show.
    return near and before.size >= 0.5 * size and edition is not None and edition["year"] not in fold(line.text)


def _repeated(laid: Iterable[Laid], body: float) -> list[Line]:
    """The title where it stands at the head of the text: a large first line that names its genre."""
    for page in laid:
        lines = page.lines[:3]
        for i, line in enumerate(lines):
            alone = line.size >= 1.1 * body and pattern("cover", "genre").search(fold(line.text))
            if (
                alone
                and len(line.text) >= 6
                and not match("contents_entry", line.text)
                and not match("chapter", line.text)
            ):
                start = i
                while start and lines[start - 1].size >= 0.95 * line.size:
                    start -= 1
                return list(lines[start : i + 1])
    return []


def _title(lines: Sequence[Line]) -> Run | None:
    """The lines as one title; a blank before its genre (转型 白皮书) is the cover's layout."""
    if not lines:
        return None
    run = run_of(lines)
    m = pattern("cover", "genre").search(fold(run.text))
    at = m.start() if m else 0
    while at > 0 and run.text[at - 1] == " ":
        run = Run(run.text[: at - 1] + run.text[at:], run.chars[: at - 1] + run.chars[at:])
        at -= 1
    return run


def _year(title: str | None) -> int | None:
    years = [int(text) for text in pattern("cover", "title_year").findall(fold(title or ""))]
    return max(years) if years else None
