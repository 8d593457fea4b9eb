"""The texts of a paper that are told in sentences, each as a rule reads it."""

from collections.abc import Iterator

from extract.model import Passage
from extract.prose import Prose, prose
from extract.reading import Reading

__all__ = ["sentence_texts"]

_TOLD = ("paragraph", "list_item", "note")


def sentence_texts(reading: Reading, *, headings: bool = False) -> Iterator[tuple[int, Passage, Prose]]:
    """Paragraphs, list items, notes and the table cells that hold sentences, with their place in `reading.texts`."""
    for index, text in enumerate(reading.texts):
        cell = text.kind == "cell" and "。" in text.text
        if text.kind in _TOLD or cell or (headings and text.kind == "heading"):
            yield index, text, prose(reading.docs[index])
