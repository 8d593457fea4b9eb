"""Figures and tables as they stand."""

from schema.base import Fact, field

__all__ = ["Figure", "Table"]


class Figure(Fact):
    """A figure's caption."""

    label: str = field("图号 Label", "如 图1。Such as 图1.")
    title: str | None = field("图题 Title", "图的标题。Its title.", None)
    page: int = field("页码 Page", "所在页。The page it stands on.", ge=1)
    source: str | None = field("数据来源 Source", "图下所注来源。The source named under it.", None)


class Table(Fact):
    """A table as a grid: merged cells are repeated into each position they cover."""

    label: str | None = field("表号 Label", "如 表1。Such as 表1.", None)
    title: str | None = field("表题 Title", "表的标题。Its title.", None)
    pages: list[int] = field("页码 Pages", "所在各页。The pages it stands on.", [])
    header_rows: int = field("表头行数 Header rows", "表头占几行。How many rows are header.", 0, ge=0)
    grid: list[list[str]] = field("单元格 Grid", "各行各列的文字。Rows of cell texts.", [])
    source: str | None = field("数据来源 Source", "表下所注来源。The source named under it.", None)
