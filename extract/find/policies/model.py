"""What is read of a citation on its way to a record."""

from dataclasses import dataclass, field
from typing import Literal

from extract.find.policies.parsing import Title
from extract.issuers import Issuer
from extract.model import Passage, Run
from extract.places import Place

__all__ = ["Around", "Citation", "Draft", "Form", "Stretch", "Told"]

Form = Literal["full", "alias", "suffix", "number", "anaphor"]


@dataclass(eq=False)
class Stretch:
    """One text, or two that a title is cut by. `tight` is its folded text without stray spaces.

    `tight[k]` stands at `offsets[k]` in `run.text`; `parts` are (offset in the run, index in `Reading.texts`).
    """

    run: Run
    tight: str
    offsets: tuple[int, ...]
    parts: tuple[tuple[int, int], ...]
    passage: Passage

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of `tight` in `run.text`."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def where(self, at: int) -> tuple[int, int]:
        """Index in `Reading.texts` and offset there, of an offset in `tight`."""
        offset = self.offsets[at]
        base, index = max(p for p in self.parts if p[0] <= offset)
        return index, offset - base


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a policy. `complete` is False where the list of issuers ends in 等; `strong` where the verb
    is one that only policies have; `place` and `country` where only those stand before the title: 英国的《国家数据战略》.
    `by_verb`: a verb of issue leads to the title; `elided`: and has no subject of its own, so that the one of the title
    before goes on: A印发《甲》，同步印发《乙》.
    """

    issuers: tuple[Issuer, ...] = ()
    place: Place | None = None
    country: str | None = None
    complete: bool = True
    strong: bool = False
    by_verb: bool = False
    elided: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a run of titles in its sentence: before the first, after the last; and right after this one."""

    before: str
    after: str
    next: str
    earlier: str


@dataclass(eq=False)
class Citation:
    """One place where a policy or publication is named: `start` to `end` in the stretch's `tight`, brackets included.

    `genre` is the word of an anaphor (该办法). `number_in` is the text that `number_span` stands in where it is another one. `row_...` is told by its row in a table; `listed` where that table lists
    policies. `of_nation`: the words right before say that it is the nation's. `in_case`: a case study cites it; `by_paper`: its place
    may be only that of the whole paper.
    `beside_foreign`: the same text cites policies of other countries; `under`: the country or international body that the
    heading or label over it names.
    """

    stretch: Stretch
    start: int
    end: int
    title: Title
    form: Form = "full"
    genre: str = ""
    around: Around | None = None
    told: Told = field(default_factory=Told)
    number: str | None = None
    number_span: tuple[int, int] | None = None
    number_in: Stretch | None = None
    aliases: tuple[str, ...] = ()
    quoted: str | None = None
    listed: bool = False
    row_issuers: tuple[Issuer, ...] = ()
    row_year: int | None = None
    row_place: Place | None = None
    row_country: str | None = None
    of_nation: bool = False
    place: Place | None = None
    in_case: bool = False
    by_paper: bool = False
    beside_foreign: bool = False
    under: str | None = None
    how: str = "title"

    @property
    def index(self) -> int:
        """Which of `Reading.texts` it starts in."""
        return self.stretch.where(self.start)[0]

    @property
    def printed(self) -> str:
        """As it stands on the page."""
        lo, hi = self.stretch.back(self.start, self.end)
        return self.stretch.run.text[lo:hi]


@dataclass(eq=False)
class Draft:
    """One policy and the citations that were found to be its own.

    `rows` are rows of tables that name it without 《》 and tell of it, but are no citations of their own.
    """

    citations: list[Citation]
    resolved: bool = True
    numbers: list[str] = field(default_factory=list)
    rows: list[Citation] = field(default_factory=list)

    @property
    def telling(self) -> list[Citation]:
        """The citations that tell of it: those by a full title, all where it stayed unresolved; and rows of tables."""
        return [c for c in self.citations if c.form == "full" or not self.resolved] + self.rows

    @property
    def title(self) -> Title:
        """The fullest of its titles, the first of equally full ones."""
        full = [c.title for c in self.citations if c.form == "full"] or [self.citations[0].title]
        return max(full, key=lambda t: (len(t.key), -full.index(t)))
