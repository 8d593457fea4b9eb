"""The texts of a paper that are told in sentences, each as a rule reads it."""

import re
from collections.abc import Iterator

from extract.model import Passage
from extract.prose import Prose, prose
from extract.reading import Reading

__all__ = ["sentence_texts"]

LEAST = 8
"""Chinese characters that a cell without a full stop needs to tell something."""

_TOLD = ("paragraph", "list_item", "note")


def sentence_texts(reading: Reading, *, headings: bool = False) -> Iterator[tuple[int, Passage, Prose]]:
    """Paragraphs, list items, notes and the table cells that tell something, with their place in `reading.texts`."""
    for index, text in enumerate(reading.texts):
        cell = text.kind == "cell" and _tells(text)
        if text.kind in _TOLD or cell or (headings and text.kind == "heading"):
            yield index, text, prose(reading.docs[index])


def _tells(cell: Passage) -> bool:
    """Whether a table cell tells something: it has a sentence, or a clause with a number and enough words around it."""
    header = cell.grid is not None and cell.row is not None and cell.row < cell.grid.header_rows
    words = re.search(r"[\u4e00-\u9fff]{2}[^，；\d]*\d[\d.,]*\s?[\u4e00-\u9fffA-Za-z%]", cell.text)
    return not header and ("。" in cell.text or bool(words and len(re.findall("[\u4e00-\u9fff]", cell.text)) >= LEAST))
