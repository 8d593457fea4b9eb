"""From the passages that open cases to the texts that tell about them."""

from collections.abc import Iterator

from extract.find.case_studies.continued import told_on_under
from extract.find.case_studies.ends import last_text
from extract.find.case_studies.items import runs_in
from extract.find.case_studies.labels import is_numbered, ordinal_of
from extract.find.case_studies.opening import Opening
from extract.find.case_studies.openings import opening_at
from extract.find.case_studies.rows import row_cases
from extract.find.case_studies.titles import is_profile, titles_under
from extract.model import Passage, Section
from extract.reading import CaseSpan, Reading

__all__ = ["case_spans"]


def case_spans(reading: Reading) -> list[CaseSpan]:
    """The cases in order; every one has text of its own."""
    openings = {i: o for i in range(len(reading.texts)) if (o := opening_at(reading, i))}
    heads = {i for o in openings.values() for i in _title_of(o)}
    openings = {i: o for i, o in openings.items() if i not in heads}
    openings = {i: o for i, o in openings.items() if not _is_told_on(reading, o, openings)}
    openings = {i: o for i, o in openings.items() if not _heads_others(reading, o, openings)}
    placed = {id(reading.texts[i]) for i in openings if reading.texts[i].kind == "heading"}
    openings = {i: o for i, o in openings.items() if not (runs_in(reading, o) and _is_under(reading, o, placed))}
    told_on = told_on_under(reading, openings)
    openings = {i: o for i, o in openings.items() if i not in told_on}
    told = {
        i: [s for s in _spans(reading, o, openings, told_on) if _has_text(reading, o, s)] for i, o in openings.items()
    }
    cases = [s for i, spans in told.items() if not _is_label(reading, openings[i], openings, told) for s in spans]
    return sorted([*cases, *row_cases(reading)], key=lambda c: c.first)


def _is_label(
    reading: Reading, opening: Opening, openings: dict[int, Opening], told: dict[int, list[CaseSpan]]
) -> bool:
    """Whether a place alone stands among others on its page of which most head nothing: names under bars or numbers."""
    page = reading.texts[opening.index].page
    alike = [i for i, o in openings.items() if _is_name(reading, o) and reading.texts[i].page == page]
    empty = sum(not told[i] for i in alike)
    return _is_name(reading, opening) and empty > 1 and 2 * empty >= len(alike)


def _is_name(reading: Reading, opening: Opening) -> bool:
    return opening.bare and reading.texts[opening.index].kind == "heading"


def _title_of(opening: Opening) -> set[int]:
    """The texts after a case's first that hold its title or place alone, and open no case."""
    below = set(range(opening.index + 1, (opening.head or opening.index) + 1))
    return below | ({opening.aside} if opening.aside is not None else set())


def _heads_others(reading: Reading, opening: Opening, openings: dict[int, Opening]) -> bool:
    """Whether it is a heading that says 案例 and nothing else, over cases that open with their own places."""
    own = reading.texts[opening.index]
    if own.kind != "heading" or opening.bare or opening.title is not None or opening.head is not None:
        return False
    under = next((s for s in reading.sections if s.heading is own), None)
    return any(o is not opening and reading.texts[i].section == (under and under.id) for i, o in openings.items())


def _is_under(reading: Reading, opening: Opening, placed: set[int]) -> bool:
    """Whether it stands under a heading that is a place itself: the districts of a city are parts of its case."""
    section = reading.section_of(reading.texts[opening.index])
    while section:
        if id(section.heading) in placed:
            return True
        section = reading.section_by_id.get(section.parent or "")
    return False


def _is_told_on(reading: Reading, opening: Opening, openings: dict[int, Opening]) -> bool:
    """Whether it is a title or heading inside the case of its own place, and opens no case of its own."""
    own = reading.texts[opening.index]
    if own.kind != "heading" or own.level is None or is_numbered(own.text):
        return False
    around = own.level
    for i in range(opening.index - 1, -1, -1):
        text = reading.texts[i]
        if text.kind != "heading" or (text.level or 1) >= around:
            continue
        if i in openings:
            return openings[i].place == opening.place
        around = text.level or 1
    return False


def _spans(reading: Reading, opening: Opening, openings: dict[int, Opening], told_on: set[int]) -> Iterator[CaseSpan]:
    first = opening.index
    last = last_text(reading, opening, openings, told_on)
    section = _around(reading, reading.texts[first])
    titles = titles_under(reading, opening, last) if opening.bare else []
    if not titles:
        yield CaseSpan(opening.place, opening.title, section, first, last)
        return
    ends = [*(at - 1 for at in titles[1:]), last]
    for n, (at, end) in enumerate(zip(titles, ends, strict=True)):
        title = reading.texts[at].text
        yield CaseSpan(opening.place, title[len(ordinal_of(title)) :].strip(), section, at if n else first, end)


def _around(reading: Reading, passage: Passage) -> Section | None:
    """The section that a passage stands in; for a heading, not the one that it opens itself."""
    section = reading.section_of(passage)
    if section and section.heading is passage:
        return reading.section_by_id.get(section.parent or "")
    return section


def _has_text(reading: Reading, opening: Opening, span: CaseSpan) -> bool:
    inside = reading.texts[(opening.head or span.first) + 1 : span.last + 1]
    return opening.inline or any(p.kind in ("paragraph", "list_item") and not is_profile(p) for p in inside)
