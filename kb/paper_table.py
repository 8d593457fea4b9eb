"""Papers and their counts, as wide as the terminal allows: a table with heads in two languages, in one, or lines a paper.

A table squeezed into too few columns loses digits without a word: 302 rows read as 3.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

__all__ = ["Column", "paper_table"]

UNBOUND = 10_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its head. The first column names the paper; `width` folds a text that may be long."""

    chinese: str
    english: str
    number: bool = False
    width: int | None = None


def paper_table(console: Console, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> RenderableType:
    """The widest form that fits the console whole; a cell that is empty is left out of the lines."""
    tables = (_table(columns, rows, english=english) for english in (True, False))
    return next((table for table in tables if _fits(console, table)), Text("\n").join(_lines(columns, rows)))


def _table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *, english: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1) if english else (0, 1, 0, 0))
    for column in columns:
        table.add_column(
            f"{column.chinese}\n{column.english}" if english else column.chinese,
            justify="right" if column.number else "left", no_wrap=column.width is None, width=column.width,
            overflow="fold",
        )  # fmt: skip
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _fits(console: Console, table: Table) -> bool:
    return Measurement.get(console, console.options.update(width=UNBOUND), table).maximum <= console.width


def _lines(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[Text]:
    for row in rows:
        told = [(column, " · ".join(cell.split("\n"))) for column, cell in zip(columns, row, strict=True) if cell]
        # No blank between a word and its number: a line must not be broken there.
        words = [cell for column, cell in told[1:] if not column.number]
        yield Text.assemble((told[0][1], "bold"), "  ", " · ".join(words))
        yield Text("  " + " · ".join(f"{column.chinese}{cell}" for column, cell in told if column.number))
