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

__all__ = ["COUNTED", "LAYERS", "MIND", "PAPER", "Column", "console_for", "paper_table"]

UNBOUND = 10_000
PLAIN_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its head. The first column names the paper; `width` folds a text that may be long."""

    chinese: str
    english: str
    number: bool = False
    width: int | None = None


LAYERS = {
    "missing": "无文字层 no text layer",
    "garbled": "文字层乱码 garbled",
    "mixed": "部分页不可读 partly unreadable",
}
COUNTED = {
    kind: Column(chinese, english, number=True)
    for kind, chinese, english in (
        ("pages", "页", "pages"), ("rankings", "榜单", "lists"), ("ranking_entries", "行", "rows"),
        ("policies", "政策", "policies"), ("case_studies", "案例", "cases"), ("frameworks", "框架", "frames"),
        ("platforms", "平台", "systems"), ("measurements", "数据", "numbers"), ("findings", "核对", "checks"),
    )
}  # fmt: skip
PAPER, MIND = Column("文献", "paper"), Column("注意", "mind")


def console_for(*, err: bool = False) -> Console:
    """A console; of one width where nobody sits before it."""
    console = Console(stderr=err, highlight=False)
    if not console.is_terminal:
        console = Console(stderr=err, highlight=False, width=PLAIN_WIDTH, no_color=True)
    return console


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
