"""From the passages that open cases to the texts that tell about them."""

import re
from collections.abc import Iterator

from extract.context import named_places, subject_of
from extract.find.case_studies.openings import (
    LONGEST_TITLE,
    Opening,
    bullet_of,
    is_numbered,
    opening_at,
    ordinal_of,
    runs_in,
)
from extract.find.case_studies.rows import row_cases
from extract.fold import fold
from extract.model import Passage, Section
from extract.places import Place
from extract.reading import CaseSpan, Reading
from extract.words import pattern

__all__ = ["case_spans"]

STOPS = "。！？；!?;"
SHORTEST_SUBTITLE = 6
"""Characters of a line under a place that may be its case's title."""
SHORTEST_TOLD = 30
"""Characters of a text that may be a sentence though no full stop ends it."""
BARREN = ("caption", "source", "chart", "contents", "cell")


def case_spans(reading: Reading) -> list[CaseSpan]:
    """The cases in order; every one has text of its own."""
    openings = {i: o for i in range(len(reading.texts)) if (o := opening_at(reading, i))}
    heads = {i for o in openings.values() if o.head for i in range(o.index + 1, o.head + 1)}
    openings = {i: o for i, o in openings.items() if i not in heads}
    openings = {i: o for i, o in openings.items() if not _is_told_on(reading, o, openings)}
    placed = {id(reading.texts[i]) for i in openings if reading.texts[i].kind == "heading"}
    openings = {i: o for i, o in openings.items() if not (runs_in(reading, o) and _is_under(reading, o, placed))}
    told = [span for o in openings.values() for span in _spans(reading, o, openings) if _has_text(reading, o, span)]
    return sorted([*told, *row_cases(reading)], key=lambda c: c.first)


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


def _spans(reading: Reading, opening: Opening, openings: dict[int, Opening]) -> Iterator[CaseSpan]:
    first = opening.index
    last = _without_closing(reading, opening, _last(reading, opening, openings))
    last = _without_foreign_box(reading, opening, _without_foreign_tables(reading, opening, last))
    section = _around(reading, reading.texts[first])
    titles = _titles(reading, first, last) if opening.bare else []
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


def _last(reading: Reading, opening: Opening, openings: dict[int, Opening]) -> int:
    """The last text of the case: before the next case, a heading of the same or a higher level, the end of its frame."""
    texts = reading.texts
    head = opening.head or opening.index
    titles = [t for t in texts[opening.index : head + 1] if t.kind == "heading"]
    # A label (标杆实践 01) may be set smaller than the place and the title under it.
    own = min(titles, key=lambda t: t.level or 1, default=texts[opening.index])
    title = _title_line(texts, opening, openings)
    box = None if _in_title_box(texts, opening.index) else own.box_id
    for i in range(head + 1, len(texts)):
        if box is None and texts[i].box_id is not None:
            continue
        if texts[i].box_id != box:
            return i - 1
        if i == title:
            continue
        if i in openings or is_numbered(texts[i].text) or _ends(reading, own, opening, texts[i], texts[i - 1]):
            return i - 1
    return len(texts) - 1


def _in_title_box(texts: list[Passage], at: int) -> bool:
    """Whether a heading stands in a box that holds nothing but titles: what they head stands outside of it."""
    own = texts[at]
    inside = [t for t in texts if t.box_id == own.box_id and t.page == own.page] if own.box_id is not None else []
    return own.kind == "heading" and bool(inside) and all(t.kind in ("heading", "chart") for t in inside)


def _title_line(texts: list[Passage], opening: Opening, openings: dict[int, Opening]) -> int | None:
    """The heading right under a place that stands alone, followed by text: its title, whatever its level."""
    at = opening.index + 1
    if not opening.bare or at + 1 >= len(texts) or at in openings or texts[opening.index].kind != "heading":
        return None
    told = texts[at].kind == "heading" and texts[at + 1].kind == "paragraph"
    return at if told and not is_numbered(texts[at].text) and not ordinal_of(texts[at].text) else None


def _ends(reading: Reading, own: Passage, opening: Opening, text: Passage, before: Passage) -> bool:
    if text.kind == "heading":
        return own.kind != "heading" or (text.level or 1) <= (own.level or 1)
    if runs_in(reading, opening):
        return text.kind == "paragraph"
    if own.kind != "list_item":
        return False
    if text.kind == "list_item":
        return bullet_of(text.text) == bullet_of(own.text) and (bullet_of(own.text) is not None or not opening.inline)
    return opening.inline and text.kind == "paragraph" and before.text.rstrip().endswith(tuple(STOPS))


def _without_closing(reading: Reading, opening: Opening, last: int) -> int:
    """The last text of the case without the paragraphs at its end that speak of the paper, the country or another place."""
    publisher = fold(reading.document.publisher or "")
    for i in range(last, (opening.head or opening.index) + 1, -1):
        text = fold(reading.texts[i].text)
        named = len(publisher) >= 4 and text.startswith(publisher[:4])
        closing = named or pattern("cases", "closing").match(text) or _is_elsewhere(reading, i, opening.place)
        if reading.texts[i].kind == "paragraph" and closing:
            last = i - 1
        elif reading.texts[i].kind not in BARREN:
            break
    return last


def _is_elsewhere(reading: Reading, index: int, place: Place) -> bool:
    """Whether a paragraph opens with the country, or with a place outside of the case's, and never names the case's."""
    text = fold(reading.texts[index].text)
    named = named_places(reading.docs[index], text, None)
    if place.short_name in text or any(_is_within(n.place, place) for n in named):
        return False
    subject = subject_of(text, named, 0)
    return bool(pattern("cases", "nationwide").match(text)) or isinstance(subject, Place)


def _is_within(inner: Place, outer: Place) -> bool:
    """Whether a place is the other or lies in it, or around it: the province of a city."""
    a, b = (re.sub(r"(?:00)+$", "", p.code) for p in (inner, outer))
    return a.startswith(b) or b.startswith(a)


def _without_foreign_tables(reading: Reading, opening: Opening, last: int) -> int:
    """The last text of the case without figures and tables at its end that do not name the place."""
    names = (opening.place.name, opening.place.short_name)
    end = last
    while end > opening.index and reading.texts[end].kind in BARREN:
        end -= 1
    for i in range(end + 1, last + 1):
        text = reading.texts[i]
        if text.kind == "caption" and any(name in text.text for name in names):
            label = text.label
            same = [j for j in range(i, last + 1) if reading.texts[j].label == label]
            end = max([i, *same])
    return end


def _without_foreign_box(reading: Reading, opening: Opening, last: int) -> int:
    """The last text of the case without a box at its end that is an aside by its heading and does not name the place."""
    texts, box = reading.texts, reading.texts[last].box_id
    first = next((i for i in range(opening.index, last + 1) if texts[i].box_id == box), last)
    if box is None or first <= (opening.head or opening.index):
        return last
    if not pattern("cases", "aside").match(fold(texts[first].text)):
        return last
    names = (opening.place.name, opening.place.short_name)
    return last if any(name in t.text for t in texts[first : last + 1] for name in names) else first - 1


def _titles(reading: Reading, first: int, last: int) -> list[int]:
    """Where titles stand under a heading that is only a place: ● 智慧公交站, or one heading without a number."""
    texts = reading.texts
    inside = [i for i in range(first + 1, last + 1) if texts[i].kind not in BARREN]
    if not inside:
        return []
    head = texts[inside[0]]
    if head.kind == "heading" and head.box_id == texts[first].box_id and _in_title_box(texts, first):
        return inside[:1]
    if texts[first].kind == "heading" and _is_subtitle(texts, inside[0]):
        return inside[:1]
    bullet = bullet_of(head.text)
    if not _is_title(head) or (ordinal_of(head.text) and bullet is None):
        return []
    alike = [
        i for i in inside if texts[i].kind == head.kind and bullet_of(texts[i].text) == bullet and _is_title(texts[i])
    ]
    told = [i for i in alike if i < last and texts[i + 1].kind == "paragraph"]
    if bullet is None:
        return alike if head.kind == "heading" and len(alike) == 1 else []
    return told if told == alike else []


def _is_title(passage: Passage) -> bool:
    text = passage.text.strip()
    return passage.kind in ("heading", "list_item") and len(text) <= LONGEST_TITLE and text[-1:] not in STOPS


def _tells(text: str) -> bool:
    """Whether a text is a sentence, if one without its full stop, as slides print them."""
    return text[-1:] in STOPS or (len(text) >= SHORTEST_TOLD and "，" in text)


def _is_subtitle(texts: list[Passage], at: int) -> bool:
    """Whether a line of its own between a place and the text about it is the case's title: no sentence, mark or author."""
    line = texts[at]
    text = fold(line.text).strip()
    told = at + 1 < len(texts) and texts[at + 1].kind == "paragraph" and _tells(texts[at + 1].text.strip())
    words = SHORTEST_SUBTITLE <= len(text) <= LONGEST_TITLE and text[-1] not in f"{STOPS},，、:：…"
    plain = line.kind == "paragraph" and told and words and len(text) < len(texts[at + 1].text)
    return plain and not ordinal_of(text) and not pattern("cases", "no_subtitle").search(text)


def _has_text(reading: Reading, opening: Opening, span: CaseSpan) -> bool:
    inside = reading.texts[(opening.head or span.first) + 1 : span.last + 1]
    return opening.inline or any(p.kind in ("paragraph", "list_item") for p in inside)
