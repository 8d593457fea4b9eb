"""`kb evidence`: the picture of the page where a fact stands, as a file."""

import sqlite3
from pathlib import Path
from typing import Any

from kb.base.file import for_reading
from kb.errors import KbError
from kb.site.papers import find_pages
from kb.site.picture import Picture, draw
from kb.site.sql import sql

__all__ = ["evidence_picture"]

AROUND = 48.0
NONE = "{key}：库里没有这条出处；编号形如 ranking_entries:ccid-2021/表1/16 (no such evidence in the base; keys look like that)"
NO_PDF = (
    "{file}：PDF 不在手边；请用 --papers 给出它所在的文件夹 (the PDF is not at hand; give its folder with --papers)"
)


def evidence_picture(db: Path, key: str, folders: list[Path], scale: float = 2.0, *, whole: bool = False) -> bytes:
    """PNG of the page around the words of a fact (`table:key`) or of one box of it (`table:key:1`), the words marked.

    Raises KbError where there is no such evidence, or the PDF is not at hand.
    """
    with for_reading(db) as base:
        base.row_factory = sqlite3.Row
        one, found = _asked(base, key)
    for asked in [one] if one else found:
        path = find_pages(folders, asked["document"], asked["file"], asked["sha256"])
        if path is not None:
            break
    else:
        raise KbError(NO_PDF.format(file=(one or found[0])["file"]))
    boxes = tuple((e["x0"], e["top"], e["x1"], e["bottom"]) for e in found if _place(e) == _place(asked))
    try:
        return draw(Picture(path, asked["page"], boxes, scale, None if whole else AROUND))
    except ValueError as error:
        raise KbError(f"{path.name}：画不出第 {asked['page']} 页 (page {asked['page']} can't be drawn)") from error


def _place(row: Any) -> tuple[str, int]:
    return row["document"], row["page"]


def _asked(base: sqlite3.Connection, key: str) -> tuple[Any | None, list[Any]]:
    """The box that the key names, if it names one, and all of its fact."""
    one = base.execute(sql("evidence"), {"id": key}).fetchone()
    table, _, fact = key.partition(":")
    if one:
        table, fact = one["fact_table"], one["fact"]
    found = base.execute(sql("evidence_of_fact"), {"table": table, "fact": fact}).fetchall()
    if not found:
        raise KbError(NONE.format(key=key))
    return one, found
