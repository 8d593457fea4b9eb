"""Rows of the paper itself."""

from kb.base.keys import at, clipped, path
from kb.resolve.names import series_name
from kb.store.rows.builder import Builder
from schema import Paper

__all__ = ["add_paper", "add_texts"]


def add_paper(b: Builder, paper: Paper, **more: str | None) -> None:
    """The document and its pages. `more` says how it was read."""
    document = paper.document
    for page in paper.pages:
        b.pages.add(page.number)
        b.add("pages", page, id=path(b.document, f"p{page.number}"))
    b.add(
        "documents", document,
        name=document.title or document.id, edition_of=series_name(document.series, document.title, document.publisher, document.id), extractor=paper.extractor, **more,
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
