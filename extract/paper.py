"""One pass over a paper: read, lay out, find tables, find facts, audit."""

import hashlib
from collections.abc import Iterable, Sequence

from extract import find
from extract.audit import audit
from extract.layout import Cover, compose, lay_out, layer_of, layer_warnings, read_cover
from extract.model import Cell, Grid, Laid, Passage, Section
from extract.plain import in_plain_characters
from extract.read import opened
from extract.reading import Reading
from extract.tables import find_grids
from extract.turns import as_shown
from extract.version import EXTRACTOR
from schema import Paper, Source
from schema import document as records

__all__ = ["EXTRACTOR", "extract_paper", "read_paper"]


def extract_paper(data: bytes, source: Source | None = None, password: str | None = None) -> Paper:
    """All facts of the PDF in `data`. A pure function: the same bytes and source give the same records.

    Raises ReadError where the file can't be opened.
    """
    reading = read_paper(data, source, password)
    facts = find.find_all(reading)
    paper = Paper(
        extractor=EXTRACTOR,
        document=reading.document,
        pages=[_page(p) for p in reading.pages],
        sections=[_section(s) for s in reading.sections],
        passages=[_passage(p) for p in reading.passages if p.text.strip()],
        findings=audit(reading, facts),
        warnings=reading.warnings,
        **facts,
    )
    as_shown(paper, [p.page for p in reading.pages])
    in_plain_characters(paper)
    return paper


def read_paper(data: bytes, source: Source | None = None, password: str | None = None) -> Reading:
    """The paper as the finders get it: laid out, with its grids and sections. Raises ReadError as above."""
    source = source or Source()
    digest = hashlib.sha256(data).hexdigest()
    with opened(data, password) as file:
        laid = lay_out(file.pages())
        restricted = file.restricted
    grids = find_grids(laid)
    composed = compose(laid, grids)
    document = _document(source, read_cover(laid), laid, digest, restricted)
    texts = with_cells(composed.passages, grids)
    warnings = list(layer_warnings(laid))
    return Reading(document, source, laid, composed.passages, composed.sections, grids, texts, warnings=warnings)


def _document(source: Source, cover: Cover, laid: Sequence[Laid], digest: str, restricted: bool) -> records.Document:
    return records.Document(
        id=source.id or digest[:12],
        title=source.title or cover.title,
        publisher=source.publisher or cover.publisher,
        year=source.year or cover.year,
        published=source.published or cover.published,
        series=source.series,
        previous=source.previous,
        language=source.language,
        origin=source.origin,
        licence=source.licence,
        page_count=len(laid),
        sha256=digest,
        text_layer=layer_of(laid),
        restricted=restricted,
        evidence=cover.evidence,
    )


def with_cells(passages: Sequence[Passage], grids: Iterable[Grid]) -> list[Passage]:
    """The passages with each grid's cells put in where the grid stands; a merged cell comes once."""
    texts = list(passages)
    for grid in grids:
        page, box = grid.boxes[0]
        at = next((i for i, p in enumerate(texts) if (p.page, _top(p)) > (page, box[1])), len(texts))
        before = texts[at - 1] if at else None
        texts[at:at] = list(_cells(grid, before.section if before else None))
    return texts


def _top(passage: Passage) -> float:
    return next((c.top for c in passage.chars if c), 0.0)


def _cells(grid: Grid, section: str | None) -> Iterable[Passage]:
    seen: set[int] = set()
    for r, row in enumerate(grid.rows):
        for c, cell in enumerate(row):
            if id(cell) not in seen and cell.text.strip():
                seen.add(id(cell))
                yield _cell(grid, cell, section, r, c)


def _cell(grid: Grid, cell: Cell, section: str | None, row: int, column: int) -> Passage:
    return Passage(
        cell.text, cell.chars, kind="cell", section=section, label=grid.label, grid=grid, row=row, column=column
    )


def _page(laid: Laid) -> records.Page:
    text = "\n".join(line.text for line in laid.lines)
    page = laid.page
    width, height = (page.height, page.width) if page.turned in (90, 270) else (page.width, page.height)
    return records.Page(number=page.number, width=width, height=height, text_layer=page.text_layer, text=text)


def _section(section: Section) -> records.Section:
    return records.Section(
        id=section.id,
        parent=section.parent,
        level=section.level,
        title=section.title,
        page_from=section.heading.page,
        page_to=section.page_to or section.heading.page,
        evidence=section.heading.evidence("heading"),
    )


def _passage(p: Passage) -> records.Passage:
    assert p.kind != "cell"
    return records.Passage(
        id=p.id,
        kind=p.kind,
        section=p.section,
        label=p.label,
        page_from=p.page,
        page_to=p.last_page,
        text=p.text,
        evidence=p.evidence("layout"),
    )
