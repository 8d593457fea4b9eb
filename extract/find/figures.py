"""Figures by their captions: label, title, page, and the source named under them."""

from collections.abc import Sequence

from extract.layout import label_of
from extract.model import Passage
from extract.reading import Reading
from schema.table import Figure

__all__ = ["find"]


def find(reading: Reading) -> list[Figure]:
    """A figure for each label, in the order of the pages; a caption given in two languages is one figure."""
    tables = {grid.label for grid in reading.grids}
    found: dict[str, Figure] = {}
    for i, passage in enumerate(reading.passages):
        label = passage.label
        if passage.kind != "caption" or not label or label in found or not _is_figure(label, tables):
            continue
        named = label_of(passage.text)
        found[label] = Figure(
            label=label,
            title=(named[1] or None) if named else None,
            page=passage.page,
            source=_source(reading.passages, i),
            evidence=passage.evidence("caption"),
        )
    return list(found.values())


def _is_figure(label: str, tables: set[str | None]) -> bool:
    """图1, 附图1; 图表3 unless that is a table."""
    return label.startswith(("图", "附图")) and not (label.startswith("图表") and label in tables)


def _source(passages: Sequence[Passage], at: int) -> str | None:
    """The source line of the caption's figure, on its page or the next."""
    caption = passages[at]
    near = [p for p in passages[max(0, at - 40) : at + 40] if p.kind == "source" and p.label == caption.label]
    return next((p.text for p in near if abs(p.page - caption.page) < 2), None)
