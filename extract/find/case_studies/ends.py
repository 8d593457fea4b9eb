"""Where a case ends: before the next one, with its frame, and without what speaks of the paper or other places."""

import re
from itertools import pairwise

from extract.context import named_places, subject_of
from extract.find.case_studies.items import opens_in_bold, runs_in
from extract.find.case_studies.labels import bullet_of, is_numbered
from extract.find.case_studies.opening import STOPS, Opening
from extract.find.case_studies.titles import BARREN, in_title_box, title_line
from extract.fold import fold
from extract.model import Passage
from extract.numerals import ordinal
from extract.places import Place
from extract.reading import Reading
from extract.words import pattern

__all__ = ["last_text"]

COUNTED = re.compile(
    r"\s*(?P<before>第?)(?P<number>[一二三四五六七八九十]+|\d{1,2})(?P<after>[、．]|\.(?!\d)|章|节|部分|篇)"
)


def last_text(reading: Reading, opening: Opening, openings: dict[int, Opening], told_on: set[int]) -> int:
    """The index of the last text of a case; `told_on` are headings that carry a case on (苏州（续）)."""
    last = _without_closing(reading, opening, _last(reading, opening, openings, told_on))
    return _without_foreign_box(reading, opening, _without_foreign_tables(reading, opening, last))


def _last(reading: Reading, opening: Opening, openings: dict[int, Opening], told_on: set[int]) -> int:
    """The last text of the case: before the next case, a heading of the same or a higher level, the end of its frame."""
    texts = reading.texts
    head = opening.head if opening.head is not None else opening.index
    titles = [t for t in texts[opening.index : head + 1] if t.kind == "heading"]
    # A label (标杆实践 01) may be set smaller than the place and the title under it.
    own = min(titles, key=lambda t: t.level or 1, default=texts[opening.index])
    title = title_line(texts, opening, openings)
    box = None if in_title_box(texts, opening.index) else own.box_id
    run_on = _run_on(reading, opening, openings)
    before, inside = _counted_before(texts, opening.index), dict[str, int]()
    for i in range(head + 1, len(texts)):
        if box is None and texts[i].box_id is not None:
            continue
        if texts[i].box_id != box:
            if _breaks_into(texts, i, box):
                continue
            return i - 1
        if i in (title, opening.aside) or i in told_on or (i in run_on and i not in openings):
            continue
        if i in openings or is_numbered(texts[i].text) or _ends(reading, own, opening, texts[i], texts[i - 1]):
            return i - 1
        if texts[i].kind == "heading" and _goes_on_outside(texts[i], before, inside):
            return i - 1
    return len(texts) - 1


def _breaks_into(texts: list[Passage], index: int, box: int | None) -> bool:
    """Whether a text stands at the foot of a page that a frame goes on over: a footnote, a source."""
    after = texts[index + 1 : index + 3]
    foot = texts[index].kind in ("note", "source", "chart") and texts[index].box_id is None
    return box is not None and foot and any(t.box_id == box for t in after)


def _counted_before(texts: list[Passage], index: int) -> dict[str, int]:
    """For each way of numbering headings (三、 第三章 3.) the last number before a case."""
    return {mark: number for t in texts[:index] if t.kind == "heading" for mark, number in _counted(t)}


def _counted(heading: Passage) -> list[tuple[str, int]]:
    """How a heading is numbered, and its number; empty where it is not."""
    found = COUNTED.match(fold(heading.text))
    number = ordinal(found["number"]) if found else None
    return [(found["before"] + found["after"], number)] if found and number else []


def _goes_on_outside(heading: Passage, before: dict[str, int], inside: dict[str, int]) -> bool:
    """Whether a heading counts on from one before the case (三、 … 四、), however large the case's own title is set.

    `inside` are the last numbers of the case's own headings, which this one is put to.
    """
    for mark, number in _counted(heading):
        if before.get(mark) == number - 1 and inside.get(mark) != number - 1:
            return True
        inside[mark] = number
    return False


def _run_on(reading: Reading, opening: Opening, openings: dict[int, Opening]) -> range:
    """The paragraphs that carry on a case whose place is set in bold before its text (*宁波* …, then one without a place).

    The last case of a section has no more of them than the longest before it.
    """
    if not _runs_in_bold(reading, opening):
        return range(0)
    section = reading.texts[opening.index].section
    alike = [o.index for o in openings.values() if reading.texts[o.index].section == section]
    alike = [i for i in alike if _runs_in_bold(reading, openings[i])]
    at = alike.index(opening.index)
    longest = max((b - a for a, b in pairwise(alike)), default=1)
    return range(opening.index + 1, alike[at + 1] if at + 1 < len(alike) else opening.index + longest)


def _runs_in_bold(reading: Reading, opening: Opening) -> bool:
    """Whether a case is told in the paragraph or numbered item that opens with its place in bold."""
    own = reading.texts[opening.index]
    item = own.kind == "list_item" and opening.inline and own.box_id is None
    return (item or runs_in(reading, opening)) and opens_in_bold(own)


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
