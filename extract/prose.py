"""A text as a rule reads it: no stray spaces, names of places masked, and a way back to the text as it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.places.unlisted import unlisted_in

__all__ = ["FIRST", "PLACE", "REST", "Name", "Prose", "prose", "squeezed"]

FIRST, REST = "\ue000", "\ue001"
PLACE = f"{FIRST}{REST}*+"
"""A pattern for one name of a place in `Prose.masked`."""

_STRAY = {FIRST: "\ufffd", REST: "\ufffd"}
"""Icon fonts print such characters: they are no names."""

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]?[”’」』]?")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place: where it stands in `Prose.text`, and its GB/T 2260 code where only one place is meant."""

    start: int
    end: int
    printed: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Prose:
    """`text` is the folded text without spaces in or beside Chinese; `masked` is as long and has `PLACE` for each name.

    `offsets[i]` is where the character `text[i]` stands in the text it came from.
    """

    text: str
    masked: str
    names: tuple[Name, ...]
    offsets: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text it came from."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names between two offsets."""
        return [n for n in self.names if start <= n.start and n.end <= end]

    def unmasked(self, part: str, start: int = 0) -> str:
        """A part of `masked`, first found at or after `start`, as `text` has it."""
        at = self.masked.find(part, start)
        return self.text[at : at + len(part)] if at >= 0 else part

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence starts and ends."""
        for m in _SENTENCE.finditer(self.text):
            yield m.span()


def squeezed(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` without white space, save between two Latin words or numbers, and where each character stood."""
    kept: list[int] = []
    for i, char in enumerate(text):
        between_words = kept and _latin(text[kept[-1]]) and _latin(text[i + 1 : i + 2])
        if between_words or not char.isspace():
            kept.append(i)
    return "".join(text[i] if not text[i].isspace() else " " for i in kept), tuple(kept)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def prose(doc: Doc) -> Prose:
    """A spaCy Doc (of folded text) with its `places`."""
    text, offsets = squeezed(doc.text)
    where = {old: new for new, old in enumerate(offsets)}
    masked, names = [_STRAY.get(c, c) for c in text], []
    for span in doc.spans.get("places", []):
        start, end = where[span.start_char], where[span.end_char - 1] + 1
        masked[start:end] = FIRST + REST * (end - start - 1)
        names.append(Name(start, end, text[start:end], span.kb_id_ or None))
    for start, end in unlisted_in(text):
        inside = [n for n in names if n.start < end and start < n.end]
        start = min([start, *(n.start for n in inside), *(n.start for n in names if n.end == start)])
        names = [n for n in names if n.end <= start or end <= n.start]
        masked[start:end] = FIRST + REST * (end - start - 1)
        names.append(Name(start, end, text[start:end], None))
    names.sort(key=lambda n: n.start)
    return Prose(text, "".join(masked), tuple(names), offsets)
