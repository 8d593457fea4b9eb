"""Tables set by typst in many styles, and the grid a reader sees in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import typst

from extract.layout import lay_out
from extract.model import Grid
from extract.read import opened
from extract.tables import find_grids

# HEAD stands for the number of header rows.
STYLES = {
    "full": "stroke: 0.5pt,",
    "horizontal": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt),",
    "three-line": "stroke: none,",
    "zebra": 'stroke: none, fill: (x, y) => if y >= HEAD and calc.odd(y - HEAD) { rgb("dfe8f3") },',
    "zebra, white gutter": 'stroke: 1.5pt + white, fill: (x, y) => if y < HEAD { rgb("1f4e9e") } '
    'else if calc.odd(y) { rgb("dfe8f3") } else { rgb("eff4fa") },',
    "none": "stroke: none,",
    "frame": "stroke: none,",
    "vertical": "stroke: (x, y) => (left: 0.5pt, right: 0.5pt),",
    "dotted": 'stroke: (thickness: 0.6pt, dash: "dotted"),',
    "dashed": 'stroke: (thickness: 0.5pt, dash: "dashed"),',
    "inner": "stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt }),",
    "open sides": "stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: 0.5pt, bottom: 0.5pt),",
    "header rule": "stroke: (x, y) => if y == HEAD - 1 { (bottom: 0.7pt) },",
    "header fill": 'stroke: none, fill: (x, y) => if y < HEAD { rgb("dfe8f3") },',
}
PLAIN = [s for s in STYLES if s not in ("frame", "inner", "dashed", "zebra, white gutter")]

PROSE = (
    "城市数字化转型是以数据为核心驱动要素，推动城市治理、公共服务和产业发展全面升级的过程。各地围绕数字政府、数字经济、"
    "数字社会持续发力，形成了各具特色的发展路径。从全国范围看，东部地区整体领先，中西部地区加速追赶，城市之间的差距正在缩小。"
    "未来应当进一步加强顶层设计，完善标准体系，夯实数字底座，培育应用生态。"
)

Cell = str | tuple[str, int, int]
"""A cell's text, with the rows and columns it covers where it is merged."""


@dataclass
class Table:
    """Header rows and body rows, each with the cells that begin in it."""

    header: Sequence[Sequence[Cell]]
    body: Sequence[Sequence[Cell]]
    width: int = 0

    @property
    def columns(self) -> int:
        return self.width or len((self.header or self.body)[0])

    def grid(self) -> list[list[str]]:
        """What a reader sees, merged cells repeated."""
        rows = [*self.header, *self.body]
        grid: list[list[str | None]] = [[None] * self.columns for _ in rows]
        for r, row in enumerate(rows):
            c = 0
            for cell in row:
                text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
                while grid[r][c] is not None:
                    c += 1
                for i in range(r, r + down):
                    grid[i][c : c + across] = [text] * across
        return [["".join((c or "").split()) for c in row] for row in grid]


def table(t: Table, style: str, columns: str = "auto", align: str = "center", inset: str = "(x: 5pt, y: 3.5pt)",
          repeat: bool = True, bold: bool = False) -> str:  # fmt: skip
    """The typst source of a table."""
    tracks = columns if "," in columns else ",".join([columns] * t.columns)
    head = ",".join(_cell(c, bold) for row in t.header for c in row)
    head = f"table.header(repeat: {str(repeat).lower()}, {head})," if t.header else ""
    body = ",".join(_cell(c) for row in t.body for c in row)
    look = STYLES[style].replace("HEAD", str(len(t.header)))
    top = bottom = ""
    if style == "three-line":
        top = f"table.hline(y: 0, stroke: 1pt), table.hline(y: {len(t.header)}, stroke: 0.6pt),"
        bottom = "table.hline(stroke: 1pt),"
    inner = (
        f"#table(columns: ({tracks},), align: {align} + horizon, inset: {inset}, {look} {top} {head} {body}, {bottom})"
    )
    return f"#rect(stroke: 0.6pt, inset: 0pt)[{inner}]" if style == "frame" else inner


def captioned(number: int, title: str, source: str) -> str:
    return f"#align(center)[*表 {number} {title}*]\n#align(center)[{source}]\n"


def paper(*parts: str, page: str = 'paper: "a4", margin: (x: 60pt, y: 125pt)', size: float = 9,
          font: str = "Noto Sans CJK SC", background: str = "") -> str:  # fmt: skip
    """The typst source of a document."""
    behind = f", background: [{background}]" if background else ""
    body = "\n\n".join(parts)
    return f'#set page({page}{behind})\n#set text(font: "{font}", size: {size}pt, lang: "zh")\n{body}'


def _cell(cell: Cell, bold: bool = False) -> str:
    text, rows, columns = cell if isinstance(cell, tuple) else (cell, 1, 1)
    for char in "\\#*_`$[]@<>~":
        text = text.replace(char, "\\" + char)
    text = f"[*{text}*]" if bold and text else f"[{text}]"
    return text if (rows, columns) == (1, 1) else f"table.cell(rowspan: {rows}, colspan: {columns}){text}"


@lru_cache(maxsize=64)
def grids_in(source: str) -> list[Grid]:
    """The grids found in a document's PDF."""
    with opened(typst.compile(source.encode())) as file:
        return find_grids(lay_out(file.pages()))


def texts(grid: Grid) -> list[list[str]]:
    return [["".join(c.text.split()) for c in row] for row in grid.rows]
