"""What single places did: passages told about one place under a heading, bullet, number or frame of its own."""

from extract.context import city_and_place
from extract.find.case_studies.labels import is_case_label
from extract.find.case_studies.spans import case_spans
from extract.model import Passage
from extract.reading import CaseSpan, Reading
from schema.case_study import CaseStudy

__all__ = ["find"]

TOLD = ("paragraph", "list_item", "heading", "note")
SHORTEST_CELL = 12
"""The first cell of a row with fewer characters is its number or its place."""


def find(reading: Reading) -> list[CaseStudy]:
    """The case studies of a paper; fills `reading.cases`, the innermost first."""
    spans = case_spans(reading)
    # A case in a frame may stand inside another: who asks which case a text belongs to gets the innermost.
    reading.cases = sorted(spans, key=lambda c: c.last - c.first)
    reading.warnings += _unplaced(reading)
    return [_record(reading, span) for span in spans]


def _unplaced(reading: Reading) -> list[str]:
    """A word for each numbered case that tells about no one place we could make out."""
    return [
        f"第{t.page}页“{t.text[:40]}”像是案例，但认不出唯一的地方 (page {t.page}: looks like a case, but of no one place)"
        for i, t in enumerate(reading.texts)
        if t.kind in ("heading", "paragraph") and is_case_label(t.text) and reading.case_at(i) is None
    ]


def _record(reading: Reading, span: CaseSpan) -> CaseStudy:
    passages = reading.texts[span.first : span.last + 1]
    row = passages[0].kind == "cell"
    framed = _in_frames_of_others(reading, span)
    passages = [p for i, p in enumerate(passages, span.first) if i not in framed]
    told = [p for i, p in enumerate(passages) if i == 0 or p.kind in TOLD or (row and p.kind == "cell")]
    body = [p for i, p in enumerate(told) if not _is_title(p, i, span)] or told
    city, place = city_and_place(span.place)
    return CaseStudy(
        city=city,
        place=place,
        title=span.title,
        section=span.section.title if span.section else None,
        page_from=passages[0].page,
        page_to=max(p.last_page for p in passages if p.kind != "chart"),
        text="\n".join(p.text for p in body),
        evidence=[e for p in told for e in p.evidence("case_study")],
    )


def _in_frames_of_others(reading: Reading, span: CaseSpan) -> set[int]:
    """The texts between a case's first and last that a frame with a case of its own tells, or that a page break puts
    into the case's own frame.
    """
    texts, own = reading.texts, reading.texts[span.first].box_id
    inner = [(i, reading.case_at(i)) for i in range(span.first, span.last + 1)]
    framed = {i for i, c in inner if c and c is not span and texts[c.first].box_id not in (None, own)}
    return framed | {i for i, _ in inner if own is not None and texts[i].kind == "note" and texts[i].box_id != own}


def _is_title(passage: Passage, place_in_case: int, span: CaseSpan) -> bool:
    """Whether the passage holds the case's place or title alone."""
    if passage.kind == "cell":
        return passage.text.strip() == span.title or (passage.column == 0 and len(passage.text.strip()) < SHORTEST_CELL)
    if place_in_case == 0:
        return passage.kind == "heading" or not any(stop in passage.text for stop in "。；！")
    return place_in_case == 1 and span.title is not None and passage.text.strip().endswith(span.title)
