"""What the terminal shows of papers and their counts, however wide it is."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from kb.report.paper_table import Column, paper_table

COLUMNS = (
    Column("文献", "paper"), Column("标题", "title", width=12), Column("榜单", "lists", number=True),
    Column("行", "rows", number=True), Column("注意", "mind"),
)  # fmt: skip
ROWS = (
    ("城市指数-2021", "2021中国城市数字化转型白皮书", "4", "302", "矛盾 3 contradictions"),
    ("b", "短", "", "12345", ""),
)


def shown(width: int) -> list[str]:
    file = io.StringIO()
    console = Console(file=file, width=width)
    console.print(paper_table(console, COLUMNS, ROWS))
    return file.getvalue().splitlines()


@pytest.mark.parametrize("width", [30, 40, 60, 66, 68, 70, 80, 120])
def test_no_number_is_cut_and_no_line_too_long(width):
    lines = shown(width)
    text = "\n".join(lines)
    assert all(number in text for number in ("4", "302", "12345"))
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("width", "has", "has_not"), [(120, "lists", "榜单4"), (66, "榜单", "lists"), (40, "榜单4", "lists")]
)
def test_what_fits_is_chosen(width, has, has_not):
    text = "\n".join(shown(width))
    assert has in text
    assert has_not not in text


def test_lines_leave_out_what_is_empty():
    assert shown(40)[-2:] == ["b  短", "  行12345"]


def test_a_markup_sign_in_a_name_stays():
    file = io.StringIO()
    console = Console(file=file, width=120)
    console.print(paper_table(console, COLUMNS, [("[red]x", "y", "1", "2", "")]))
    assert "[red]x" in file.getvalue()
