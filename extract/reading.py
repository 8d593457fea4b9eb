"""What the finders get: one paper as passages, grids and sections, with what spaCy saw in each text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from spacy.tokens import Doc

from extract.fold import fold
from extract.model import Grid, Laid, Passage, Section
from extract.nlp import pipeline
from extract.places import Place
from extract.spans.counties import with_bare_counties
from extract.spans.lookups import with_lookups
from schema.document import Document
from schema.source import Source

__all__ = ["CaseSpan", "Reading"]

T = TypeVar("T")


@dataclass
class CaseSpan:
    """A case study: a place, and the texts that tell about it, `first` to `last` (both included) in `Reading.texts`."""

    place: Place
    title: str | None
    section: Section | None
    first: int
    last: int


@dataclass
class Reading:
    """One paper on its way to records.

    `texts` are the passages with the cells of the tables put in where each table stands, in reading order: what a
    finder walks over. `docs[i]` is the spaCy Doc of `texts[i]`, made from its folded text (same offsets).
    `cases` is filled by the first finder and says which place a text is about.
    """

    document: Document
    source: Source
    pages: list[Laid]
    passages: list[Passage]
    sections: list[Section]
    grids: list[Grid]
    texts: list[Passage]
    cases: list[CaseSpan] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _once: dict[object, object] = field(default_factory=dict, repr=False)

    def once(self, pass_over: Callable[["Reading"], T]) -> T:
        """What `pass_over` finds, computed at the first call: for finders that share one pass."""
        if pass_over not in self._once:
            self._once[pass_over] = pass_over(self)
        return cast(T, self._once[pass_over])

    @cached_property
    def docs(self) -> list[Doc]:
        """The spaCy Doc of each text, its places as the paper's `lookups` mean them."""
        docs = with_bare_counties(list(pipeline().pipe(fold(t.text) for t in self.texts)))
        return [with_lookups(doc, self.source.lookups) for doc in docs] if self.source.lookups else docs

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """Sections by their ids."""
        return {s.id: s for s in self.sections}

    def section_of(self, text: Passage) -> Section | None:
        """The innermost section that a text stands in."""
        return self.section_by_id.get(text.section or "")

    def case_at(self, index: int) -> CaseSpan | None:
        """The case study that `texts[index]` belongs to."""
        return next((c for c in self.cases if c.first <= index <= c.last), None)
