"""Tables set by typst in many styles, and the grid a reader sees in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import typst

from extract.layout import lay_out
from extract.model import Grid
from extract.read import opened
from extract.tables import find_grids

STYLES = {
    "full": "stroke: 0.5pt,",
    "horizontal": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt),",
    "three-line": "stroke: none,",
    "zebra": 'stroke: none, fill: (x, y) => if y >= HEAD and calc.odd(y - HEAD) { rgb("dfe8f3") },',
    "zebra, white gutter": 'stroke: 1.5pt + white, fill: (x, y) => if y < HEAD { rgb("1f4e9e") } else if calc.odd(y) { rgb("dfe8f3") } else { rgb("eff4fa") },',
    "none": "stroke: none,",
    "frame": "stroke: none,",
    "vertical": "stroke: (x, y) => (left: 0.5pt, right: 0.5pt),",
    "dotted": 'stroke: (thickness: 0.6pt, dash: "dotted"),',
    "dashed": 'stroke: (thickness: 0.5pt, dash: "dashed"),',
    "inner": "stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt }),",
    "open sides": "stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: 0.5pt, bottom: 0.5pt),",
    "header rule": "stroke: (x, y) => if y == HEAD - 1 { (bottom: 0.7pt) },",
    "header fill": 'stroke: none, fill: (x, y) => if y < HEAD { rgb("dfe8f3") },',
    "double": "stroke: 0.5pt,",
}


@dataclass
class Look:
    """How a table is set."""

    style: str = "full"
    align: str = "center"
    inset: str = "(x: 5pt, y: 3.5pt)"
    size: float = 9
    columns: str = "auto"
    font: str = "Noto Sans CJK SC"
    caption: str | None = "表 1　2021 城市数字化转型百强榜"
    caption_below: bool = False
    repeat_header: bool = True
    bold_header: bool = False
    after: str = ""
    before: str = ""
    page: str = 'paper: "a4", margin: (x: 60pt, y: 125pt)'
    background: str = ""


@dataclass
class Set:
    """Header rows and body rows; a cell is its text, or a (text, rowspan, colspan)."""

    header: Sequence[Sequence["str | tuple[str, int, int]"]]
    body: Sequence[Sequence["str | tuple[str, int, int]"]]
    width: int = field(default=0)


def source(table: Set, look: Look) -> str:
    width = table.width or len(table.header[0] if table.header else table.body[0])
    columns = f"({look.columns},)" if "," in look.columns else f"({','.join([look.columns] * width)},)"
    head = ",".join(_cell(c, look.bold_header) for row in table.header for c in row)
    if table.header:
        head = f"table.header(repeat: {str(look.repeat_header).lower()}, {head}),"
    lines = {0: "1pt", len(table.header): "0.6pt"} if look.style == "three-line" else {}
    rules = "".join(f"table.hline(y: {y}, stroke: {w})," for y, w in lines.items())
    end = "table.hline(stroke: 1pt)," if look.style == "three-line" else ""
    body = ",".join(_cell(c) for row in table.body for c in row)
    heads = str(len(table.header))
    inner = f"#table(columns: {columns}, align: {look.align} + horizon, inset: {look.inset}, {STYLES[look.style].replace('HEAD', heads)} {rules} {head} {body}, {end})"
    if look.style == "frame":
        inner = f"#rect(stroke: 0.6pt, inset: 0pt)[{inner}]"
    caption = f"#align(center)[*{look.caption}*]" if look.caption else ""
    parts = [inner, caption] if look.caption_below else [caption, f"#align(center)[{inner}]"]
    return f"""
#set page({look.page}{", background: [" + look.background + "]" if look.background else ""})
#set text(font: "{look.font}", size: {look.size}pt, lang: "zh")
{look.before}

{chr(10).join(parts)}

{look.after}
"""


def _cell(cell: "str | tuple[str, int, int]", bold: bool = False) -> str:
    text, rows, columns = cell if isinstance(cell, tuple) else (cell, 1, 1)
    for char in "\\#*_`$[]@<>~":
        text = text.replace(char, "\\" + char)
    text = f"[*{text}*]" if bold and text else f"[{text}]"
    if (rows, columns) == (1, 1):
        return text
    return f"table.cell(rowspan: {rows}, colspan: {columns}){text}"


def expected(table: Set) -> list[list[str]]:
    """The grid with merged cells repeated."""
    rows = [*table.header, *table.body]
    width = table.width or len(table.header[0] if table.header else table.body[0])
    grid: list[list[str | None]] = [[None] * width for _ in rows]
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while grid[r][c] is not None:
                c += 1
            for i in range(r, r + down):
                grid[i][c : c + across] = [text] * across
    return [[c or "" for c in row] for row in grid]


@lru_cache(maxsize=64)
def pdf(text: str) -> bytes:
    return typst.compile(text.encode())


def grids(text: str) -> list[Grid]:
    with opened(pdf(text)) as file:
        return find_grids(lay_out(file.pages()))


def texts(grid: Grid) -> list[list[str]]:
    return [["".join(c.text.split()) for c in row] for row in grid.rows]


def plain(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [["".join(c.split()) for c in row] for row in rows]
