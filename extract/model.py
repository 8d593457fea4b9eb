"""What stands on a page, from single characters to passages and grids.

Coordinates are points from the top left of the page as it is shown (rotation applied, crop box at the origin).
Text is never changed: a `Run` keeps, for each character of its text, the character on the page it came from, so that
any cut of it can say where it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from schema.base import Evidence
from schema.document import PassageKind, TextLayer

__all__ = [
    "Affine",
    "Box",
    "Cell",
    "Char",
    "Grid",
    "Laid",
    "Line",
    "Page",
    "Passage",
    "Run",
    "Section",
    "Shape",
    "joined",
    "union",
]

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""
Affine = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x to ax + cy + e, y to bx + dy + f."""


@dataclass(slots=True, eq=False)
class Char:
    """One character as printed. `angle` in degrees, 0 for upright text; `baseline` is the y of its origin."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    page: int
    size: float
    font: str
    bold: bool
    angle: float
    baseline: float
    color: tuple[int, int, int, int] | None = None

    @property
    def box(self) -> Box:
        """Its box."""
        return self.x0, self.top, self.x1, self.bottom


@dataclass(slots=True, eq=False)
class Shape:
    """A visible drawn thing: an axis-parallel rectangle, a straight line, or anything else (`curve`), or an image.

    `fill` and `stroke` are RGBA, None where it is not filled or not stroked; `width` is the stroke's, in points.
    """

    kind: Literal["rect", "line", "curve", "image"]
    x0: float
    top: float
    x1: float
    bottom: float
    fill: tuple[int, int, int, int] | None = None
    stroke: tuple[int, int, int, int] | None = None
    width: float = 0.0

    @property
    def box(self) -> Box:
        """Its box."""
        return self.x0, self.top, self.x1, self.bottom


@dataclass(slots=True, eq=False)
class Page:
    """One page: all its characters in the order of the file, and what is drawn on it.

    `turned` is the angle by which the page was turned to have its text upright; coordinates are those of the turned page.
    """

    number: int
    width: float
    height: float
    chars: list[Char]
    shapes: list[Shape]
    text_layer: TextLayer = "sound"
    turned: int = 0


@dataclass(slots=True, eq=False)
class Laid:
    """A page with its body lines from top to bottom: running heads, page numbers and watermarks are off.

    `turned` are lines that stand on their side.
    """

    page: Page
    lines: list["Line"]
    turned: list["Line"] = field(default_factory=list)


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of `boxes` (at least one)."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


@dataclass(slots=True, eq=False)
class Run:
    """Text with, for each of its characters, the character on the page; None for a space that joining put in."""

    text: str
    chars: list[Char | None]

    def cut(self, start: int, end: int) -> "Run":
        """The run from `start` to `end`, without white space at its ends."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
        return Run(self.text[start:end], self.chars[start:end])

    @property
    def page(self) -> int:
        """The page it starts on; 0 for a run without characters."""
        return next((c.page for c in self.chars if c), 0)

    @property
    def last_page(self) -> int:
        """The page it ends on; 0 for a run without characters."""
        return next((c.page for c in reversed(self.chars) if c), 0)

    def page_at(self, offset: int) -> int:
        """The page on which the character at `offset` stands, or the next one that stands anywhere."""
        return next((c.page for c in self.chars[offset:] if c), self.last_page)

    def evidence(self, how: str, start: int = 0, end: int | None = None) -> list[Evidence]:
        """Where the text from `start` to `end` stands: one box for each printed line it runs over."""
        found = []
        text, chars = self.text[start:end], self.chars[start:end]
        for lo, hi in printed_lines(chars):
            box = union([c.box for c in chars[lo:hi] if c])
            x0, top, x1, bottom = (round(v, 2) for v in box)
            page = next(c.page for c in chars[lo:hi] if c)
            found.append(Evidence(page=page, bbox=(x0, top, x1, bottom), text=text[lo:hi].strip(), how=how))
        return found


def printed_lines(chars: Sequence[Char | None]) -> Iterator[tuple[int, int]]:
    """Index ranges of `chars` that stand on one printed line each."""
    start, last = 0, None
    for i, c in enumerate(chars):
        if c is None:
            continue
        if last is not None:
            overlap = min(c.bottom, last.bottom) - max(c.top, last.top)
            same = c.page == last.page and overlap > 0.4 * min(c.bottom - c.top, last.bottom - last.top)
            if not same or c.x0 < last.x0 - last.size:
                yield start, i
                start = i
        last = c
    if last is not None:
        yield start, len(chars)


def joined(runs: Sequence[Run], between: str = "") -> Run:
    """Runs one after the other, with `between` put in."""
    text, chars = "", list[Char | None]()
    for i, run in enumerate(runs):
        if i and between:
            text += between
            chars += [None] * len(between)
        text += run.text
        chars += run.chars
    return Run(text, chars)


@dataclass(slots=True, eq=False)
class Line(Run):
    """One printed line (or the part of it in one column), furniture off. `size` and `bold` are of most of its chars.

    Raised footnote marks are left out of the text; one at the start of the line is kept as `mark`. `bulleted` says that
    a bullet is drawn before it, as a shape and not as a character; `banner` that it stands alone on a dark bar and heads
    what is under it. `baseline` is the y that most of it stands on.
    """

    box: Box = (0, 0, 0, 0)
    number: int = 0
    size: float = 0.0
    bold: bool = False
    mark: str | None = None
    bulleted: bool = False
    banner: bool = False
    baseline: float | None = None


@dataclass(slots=True, eq=False)
class Passage(Run):
    """A heading, paragraph, list item, caption or note, joined over lines, columns and pages.

    `marker` is the list marker or number taken off a list item or heading (it stays in `text`); `level` the depth of a
    heading; `label` the figure or table that a caption, source line or chart text belongs to (图1, 表2); `box_id` is
    the same for passages in one drawn frame (专栏). A table cell wrapped for the finders has kind `cell` and its `grid`,
    `row` and `column`; cells are no passages of the record.
    """

    kind: PassageKind | Literal["cell"] = "paragraph"
    id: str = ""
    section: str | None = None
    level: int | None = None
    marker: str | None = None
    label: str | None = None
    box_id: int | None = None
    size: float = 0.0
    bold: bool = False
    grid: "Grid | None" = None
    row: int | None = None
    column: int | None = None


@dataclass(slots=True, eq=False)
class Section:
    """A heading and the passages under it, by their place in the list of passages."""

    id: str
    parent: str | None
    level: int
    title: str
    heading: Passage
    first: int
    last: int
    page_to: int = 0


@dataclass(slots=True, eq=False)
class Cell(Run):
    """A table cell. A merged cell is the same object at each position it covers."""

    box: Box = (0, 0, 0, 0)


@dataclass(slots=True, eq=False)
class Grid:
    """A table: rows of cells, all rows equally long. `boxes` has a (page, box) for each page it stands on.

    `bands` cut the columns into panels that repeat one header side by side: [(0, 3), (3, 6)]; one band for a plain table.
    `caption` is the line with its label and title, `source` the line under it that names where the data come from.
    """

    rows: list[list[Cell]]
    boxes: list[tuple[int, Box]]
    header_rows: int = 0
    label: str | None = None
    title: str | None = None
    caption: Run | None = None
    notes: list[Run] = field(default_factory=list)
    source: Run | None = None
    how: str = ""
    bands: list[tuple[int, int]] = field(default_factory=list)
