"""Rows of the paper itself."""

import re

from kb.keys import at, bare, clipped, path
from kb.rows.builder import Builder
from schema import Paper
from schema.document import Document

__all__ = ["add_paper", "add_texts", "edition_of", "without_year"]

YEAR = re.compile(r"[（(]?(19|20)\d\d\s*(年度|年)?[)）]?")


def without_year(title: str) -> str:
    """A title without its year: what editions of one series, or lists of one kind, have in common."""
    return bare(YEAR.sub("", title)) or bare(title)


def edition_of(document: Document) -> str:
    """The series, as told; else the title without its year, with the publisher; else the document itself."""
    if document.series:
        return document.series
    if not document.title:
        return document.id
    title = without_year(document.title)
    return f"{title}（{document.publisher}）" if document.publisher else title


def add_paper(b: Builder, paper: Paper, **more: str | None) -> None:
    """The document and its pages. `more` says how it was read."""
    document = paper.document
    for page in paper.pages:
        b.pages.add(page.number)
        b.add("pages", page, id=path(b.document, f"p{page.number}"))
    b.add(
        "documents", document,
        name=document.title or document.id, edition_of=edition_of(document), extractor=paper.extractor, **more,
    )  # fmt: skip
    b.evidence("documents", document.id, document.evidence)


def add_texts(b: Builder, paper: Paper) -> None:
    """Sections, passages, tables and figures."""
    for section in paper.sections:
        b.sections[section.id] = b.key("sections", f"p{section.page_from}", f"§{clipped(section.title)}")
        b.add(
            "sections", section, id=b.sections[section.id], parent=b.sections.get(section.parent or ""),
        )  # fmt: skip
        b.evidence("sections", b.sections[section.id], section.evidence)
    for passage in paper.passages:
        key = b.key("passages", f"p{passage.page_from}", clipped(passage.text, 12))
        b.add("passages", passage, id=key)
        b.evidence("passages", key, passage.evidence)
    for table in paper.tables:
        first = table.pages[0] if table.pages else table.evidence[0].page
        own = (table.label,) if table.label else (f"p{first}", f"表{at(table.evidence)}")
        key = b.key("tables", *own)
        name = " ".join(t for t in (table.label, table.title) if t) or f"第{first}页的表 Table on page {first}"
        b.add("tables", table, id=key, name=name)
        b.evidence("tables", key, table.evidence)
    for figure in paper.figures:
        key = b.key("figures", figure.label)
        b.add("figures", figure, id=key)
        b.evidence("figures", key, figure.evidence)
