"""Tables made by hand: grids of cells with characters, for tests of the rankings read from them."""

from collections.abc import Sequence

from extract.find.rankings.tables import table_rankings
from extract.model import Cell, Char, Grid, Passage
from extract.paper import with_cells
from extract.reading import Reading
from schema.document import Document
from schema.ranking import Ranking, RankingEntry
from schema.source import Source

ABOVE, LEFT = "^", "<"
"""In a table by hand: a cell merged with the one above, or with the one on its left."""


def cell(text: str, row: int, column: int) -> Cell:
    x, y = 50.0 + 120 * column, 60.0 + 20 * row
    chars = [Char(c, x + 9 * i, y, x + 9 * i + 9, y + 9, 1, 9, "Song", False, 0, y + 8) for i, c in enumerate(text)]
    return Cell(text, list(chars), (x, y, x + 120, y + 20))


def grid_of(
    rows: Sequence[Sequence[str]], title: str | None = None, label: str | None = "表1", header: int = 1
) -> Grid:
    cells: list[list[Cell]] = []
    for r, row in enumerate(rows):
        line: list[Cell] = []
        for c, text in enumerate(row):
            line.append(cells[r - 1][c] if text == ABOVE else line[c - 1] if text == LEFT else cell(text, r, c))
        cells.append(line)
    caption = cell(f"{label or ''} {title or ''}".strip(), -1, 0) if title or label else None
    return Grid(cells, [(1, (50, 60, 500, 60 + 20.0 * len(rows)))], header, label, title, caption, how="ruled")


def reading_of(grids: Sequence[Grid], over: str = "", lookups: dict[str, str] | None = None) -> Reading:
    document = Document(id="x", year=2023, page_count=1, sha256="0", text_layer="sound")
    line = cell(over, -2, 0)
    passages = [Passage(over, line.chars, id="p1")] if over else []
    return Reading(document, Source(lookups=lookups or {}), [], passages, [], list(grids), with_cells(passages, grids))


def table(text: str) -> list[list[str]]:
    """Rows from lines, cells apart by |."""
    return [[c.strip() for c in line.strip().split("|")] for line in text.strip().splitlines()]


def rankings_of(
    text: str,
    title: str | None = "2023年城市数字化发展指数排名",
    header: int = 1,
    over: str = "",
    lookups: dict[str, str] | None = None,
) -> list[Ranking]:
    return table_rankings(reading_of([grid_of(table(text), title, header=header)], over, lookups))


def only(rankings: Sequence[Ranking]) -> Ranking:
    assert len(rankings) == 1, [(r.metric, len(r.entries)) for r in rankings]
    return rankings[0]


def told(entry: RankingEntry) -> str:
    """An entry as a person would write it: 3 苏州市/江苏省 86.3 +2 第一梯队."""
    parts = [
        "-" if entry.rank is None else str(entry.rank),
        f"{entry.city or '?'}/{entry.province or '?'}",
        "" if entry.score is None else f"{entry.score:g}",
        "new" if entry.entered else "" if entry.change is None else f"{entry.change:+d}",
        f"[{entry.region}]" if entry.region else "",
        entry.tier or "",
    ]
    return " ".join(p for p in parts if p)


def lines(ranking: Ranking) -> list[str]:
    return [told(e) for e in ranking.entries]
