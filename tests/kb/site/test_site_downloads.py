"""CSV and Excel from tables and queries: Chinese intact, nothing that acts."""

import csv
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from kb.site.chart_data import chart_data
from kb.site.downloads import inert, letters

Get = Callable[..., Any]

CELLS = [
    ("=1+1", "'=1+1"), ("+86 10", "'+86 10"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("＝1", "'＝1"),
    ("-3", "-3"), ("+0.5", "+0.5"), ("-1e9", "-1e9"), ("济南", "济南"), ("", ""), ("a=b", "a=b"), ("1+5+N", "1+5+N"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "safe"), CELLS)
def test_no_cell_acts_as_a_formula(cell: str, safe: str) -> None:
    assert inert(cell) == safe


@pytest.mark.parametrize(
    "path", ["ranking_entries.csv?_size=max", "ranking_entries.csv?_stream=on", "ranking_entries.csv?_labels=on&_dl=on"]
)
def test_csv_opens_in_excel_with_its_chinese_intact(get: Get, path: str) -> None:
    response = get(f"/whitepapers/{path}")
    assert response.content.startswith("\ufeff".encode())
    assert response.content.count("\ufeff".encode()) == 1
    assert response.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == 21
    assert "济南市" in {row["as_printed"] + "市" for row in rows}


def test_a_query_gives_csv_too_and_formulas_are_inert(get: Get) -> None:
    sql = "select '=cmd|''/c calc''!A0' as a, -3.5 as b, 'x' || char(10) || '\"y\",z' as c"
    response = get("/whitepapers.csv", params={"sql": sql})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert rows == [["a", "b", "c"], ["'=cmd|'/c calc'!A0", "-3.5", 'x\n"y",z']]


def test_an_error_is_no_csv(get: Get) -> None:
    assert get("/whitepapers/none.csv").status_code == 404


def sheet_of(response: Any) -> list[tuple[Any, ...]]:
    assert response.status_code == 200
    return list(openpyxl.load_workbook(io.BytesIO(response.content)).active.values)


def test_excel_has_labels_and_numbers(get: Get) -> None:
    head, *rows = sheet_of(get("/whitepapers/ranking_entries.xlsx?_size=max&_labels=on&ranking=paper-2022/表1"))
    assert {"名次 rank", "城市 city", "得分 score"} <= set(head)
    first = dict(zip(head, rows[0], strict=True))
    assert (first["名次 rank"], first["城市 city"], first["榜单 ranking"]) == (1, "青岛市", "表1 2022样例百强榜")


def test_excel_keeps_formulas_as_text(get: Get) -> None:
    response = get("/whitepapers.xlsx", params={"sql": "select '=1+1' as a, 2 as b, char(7) || '甲' as c, null as d"})
    cells = openpyxl.load_workbook(io.BytesIO(response.content)).active[2]
    assert [(c.value, c.data_type) for c in cells] == [("=1+1", "s"), (2, "n"), ("甲", "s"), (None, "n")]


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_their_letters(number: int, name: str) -> None:
    assert letters(number) == name


def test_charts_are_drawn_from_the_rows() -> None:
    rows = [{"y": 2022, "r": 2, "l": "甲"}, {"y": 2021, "r": 1, "l": "甲"}, {"y": 2021, "r": None, "l": "乙"}]
    assert chart_data(("ranks", "y", "r", "l"), rows) == [{"name": "甲", "points": [[2021, 1], [2022, 2]]}]
    assert chart_data(("bars", "l", "y"), rows[:1]) == [{"name": "甲", "value": 2022}]


def test_a_canned_query_draws_its_chart(get: Get) -> None:
    text = get("/whitepapers/ranks_over_the_years?city=济南市").text
    assert 'data-chart="ranks"' in text
    assert '"points": [[2021, 1], [2022, 2]]' in text
