"""Tables and queries as files: CSV that Excel opens with its Chinese intact, and Excel itself. No cell acts as a formula."""

import csv
import io
import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from datasette.utils.asgi import Response
from pluggy import HookimplMarker

from kb.base.tables import BY_NAME
from kb.site.base import NAME
from kb.site.context import any_column_label

__all__ = ["inert", "register_output_renderer", "spreadsheet_safe"]

hookimpl = HookimplMarker("datasette")

ACTS = "=+-@\t\r＝＋－＠"
"""A cell that begins so may be run as a formula by a spreadsheet."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767
BOM = "\ufeff".encode()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def inert(cell: str) -> str:
    """The cell's text, with an apostrophe before it where a spreadsheet might run it. Numbers stay numbers."""
    if not cell or cell[0] not in ACTS:
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def spreadsheet_safe(app: Any) -> Any:
    """The ASGI application with its CSV made safe: Datasette sends one message a row, or a few whole rows."""

    async def wrapped(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not scope["path"].endswith(".csv"):
            await app(scope, receive, send)
            return
        is_csv = begun = False

        async def safe(message: MutableMapping[str, Any]) -> None:
            nonlocal is_csv, begun
            if message["type"] == "http.response.start":
                is_csv = message["status"] == 200
                if is_csv:
                    message = {**message, "headers": as_csv(message.get("headers", []))}
            elif is_csv and message.get("body"):
                body = rows(message["body"])
                message = {**message, "body": body if begun else BOM + body}
                begun = True
            await send(message)

        await app(scope, receive, safe)

    return wrapped


def as_csv(headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers, with the content called what it is."""
    kept = [(key, value) for key, value in headers if key.lower() not in (b"content-type", b"content-length")]
    return [*kept, (b"content-type", b"text/csv; charset=utf-8")]


def rows(body: bytes) -> bytes:
    """Whole rows of CSV, each cell inert."""
    written = io.StringIO()
    csv.writer(written).writerows([inert(cell) for cell in row] for row in csv.reader(io.StringIO(body.decode(), "")))
    return written.getvalue().encode()


@hookimpl
def register_output_renderer() -> dict[str, Any]:
    """`.xlsx` after the name of any table or query."""
    return {"extension": "xlsx", "render": render_xlsx}


def render_xlsx(columns: Sequence[str], rows: Sequence[Any], table: str | None, query_name: str | None) -> Any:
    """The rows as an Excel file; foreign keys by their labels."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet((table or query_name or "query")[:31])
    sheet.freeze_panes = "A2"
    for number in range(len(columns)):
        sheet.column_dimensions[letters(number)].width = 18
    sheet.append([styled(sheet, heading(column, table)) for column in columns])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    name = (table or query_name or "query").encode("ascii", "ignore").decode() or NAME
    headers = {"content-disposition": f'attachment; filename="{name}.xlsx"'}
    return Response(written.getvalue(), headers=headers, content_type=XLSX)


def letters(number: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    return (letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def heading(column: str, table: str | None) -> str:
    """A column's Chinese title, with its name behind it."""
    known = {c.name: c.title for c in BY_NAME[table].columns} if table in BY_NAME else {}
    label = known[column].split()[0] if column in known else any_column_label(column)[0]
    return label if label == column else f"{label} {column}"


def styled(sheet: Any, text: str) -> Any:
    """A cell of the head row."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    made = WriteOnlyCell(sheet, value=text)
    made.font = Font(bold=True)
    return made


def cell(sheet: Any, value: Any) -> Any:
    """A value as a cell; text is text, whatever it begins with."""
    if isinstance(value, dict):
        value = value["label"] if value["label"] is not None else value["value"]
    if value is None or isinstance(value, int | float):
        return value
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, value=CONTROL.sub("", str(value))[:LONGEST_CELL])
    made.data_type = "s"
    return made
