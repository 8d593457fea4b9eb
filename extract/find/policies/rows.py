"""What the row of a table tells of the policy that one of its cells names, and names that stand without 《》."""

import re
from collections.abc import Iterator

from extract.find.policies.identity import with_organ
from extract.find.policies.model import Citation, Stretch
from extract.find.policies.parsing import parse
from extract.find.policies.sentence import groups
from extract.find.policies.sorting import publication_ending
from extract.fold import fold
from extract.issuers import issuer, issuers_in
from extract.model import Grid, Passage
from extract.prose import squeezed
from extract.spans.document_numbers import numbers_in
from extract.words import lexicon, pattern

__all__ = ["columns", "is_list_of_policies", "named_in_rows", "told_in_row"]

Columns = dict[str, int]
FORMAL = {"通知", "意见", "指导意见", "决定", "批复", "函", "公告", "通告"}


def columns(heads: list[str]) -> Columns:
    """Role -> index of the column, by the words of its head; the first column where several fit."""
    words = lexicon("citations")["columns"]
    found: Columns = {}
    for i, head in enumerate(heads):
        text = re.sub(r"\s|[（(].*?[）)]$", "", fold(head)) or re.sub(r"\s", "", fold(head))
        role = next(
            (
                r
                for r, forms in words.items()
                if r != "examples" and (text in forms or re.sub(r"\s", "", head) in forms)
            ),
            None,
        )
        if role:
            found.setdefault(role, i)
    return found


def is_list_of_policies(found: Columns, title: str | None = None) -> bool:
    """Whether a table with these columns lists policies, so that their names need no 《》.

    A column headed 政策 or 法规 says so. One headed only 文件名称 does where document numbers stand beside it, or who issued
    each and when, under a title that says so (部分政策文件一览): other lists of files, and of standards, have such heads too.
    """
    if "policy" in found:
        return len(found) > 1
    titled = pattern("citations", "list_title").search(fold(title or "")) is not None
    return "name" in found and ("number" in found or (titled and {"issuer", "date"} <= found.keys()))


def columns_of(grid: Grid, column: int) -> Columns:
    """The roles of the columns of the panel that `column` lies in."""
    lo, hi = next(((a, b) for a, b in grid.bands if a <= column < b), (0, len(grid.rows[0]) if grid.rows else 0))
    heads = grid.rows[: grid.header_rows or 1]
    texts = [heads[-1][c].text for c in range(lo, hi)] if heads else []
    return {role: lo + i for role, i in columns(texts).items()}


def told_in_row(c: Citation, titles_in_cell: int) -> None:
    """Puts number, issuers, date and place of its row into a citation in a table's cell that names a policy."""
    p = c.stretch.passage
    if p.grid is None or p.row is None or p.column is None or p.row < p.grid.header_rows:
        return
    found = columns_of(p.grid, p.column)
    named = p.column in (found.get(r) for r in ("policy", "name", "standard"))
    if not found or not (named or _fills_cell(c)):
        return
    c.listed = p.column == found.get("policy") and titles_in_cell <= 3
    _read_row(c, p.grid, p.row, found)


def _fills_cell(c: Citation) -> bool:
    text = c.stretch.tight
    _, length = groups(text[c.end :])
    return len(text[: c.start].strip()) + len(text[c.end + length :].strip()) <= 6


def _read_row(c: Citation, grid: Grid, row: int, found: Columns) -> None:
    cells = {role: fold(grid.rows[row][at].text) for role, at in found.items() if at < len(grid.rows[row])}
    home = c.title.place or c.place
    if c.number is None:
        numbers = [n for role in ("number", "standard_number") for n in numbers_in(cells.get(role, ""))]
        c.number = with_organ(numbers[0], home) if len(numbers) == 1 else None
    if "issuer" in cells:
        c.row_issuers = tuple(issuers_in(cells["issuer"], home, strict=False) or ()) if _names(cells["issuer"]) else ()
    if m := re.search(r"(?:19|20)\d\d", cells.get("date", "")):
        c.row_year = int(m.group())
    where = re.sub(r"\s", "", cells.get("place", ""))
    if where and (told := issuer(where)):
        c.row_place, c.row_country = told.place, told.country
    c.of_nation = c.of_nation or where in ("国家", "全国", "中央", "中国")


def _names(cell: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]{2}", cell)) and not re.fullmatch(r"\W*", cell)


def named_in_rows(grids: list[Grid], texts: list[Passage]) -> Iterator[Citation]:
    """Names of policies in tables, without 《》.

    `listed` is set where the table is one of policies, or the name is a full official title in itself.
    """
    cells = {(id(t.grid), t.row, t.column): i for i, t in enumerate(texts) if t.kind == "cell"}
    for grid in grids:
        for lo in [a for a, _ in grid.bands] or [0]:
            if not grid.rows or lo >= len(grid.rows[0]):
                continue
            found = columns_of(grid, lo)
            at = found.get("policy", found.get("name"))
            if at is None:
                continue
            whole = is_list_of_policies(found, grid.title)
            for row in range(grid.header_rows or 1, len(grid.rows)):
                index = cells.get((id(grid), row, at))
                c = _named(texts[index], index) if index is not None else None
                if c is not None:
                    c.listed = whole or _formal(c)
                    _read_row(c, grid, row, found)
                    if c.title.genre is not None or (whole and c.number is not None):
                        yield c


def _named(passage: Passage, index: int) -> Citation | None:
    tight, offsets = squeezed(fold(passage.text))
    if "《" in tight or re.search(r"[。；;]", tight):
        return None
    end = len(tight)
    while m := re.search(r"[（(][^（）()]*[）)]$", tight[:end]):
        if not numbers_in(m.group()):
            break
        end = m.start()
    start = len(re.match(r"^(?:\d{1,2}[.、．)）])?", tight).group())  # type: ignore[union-attr]
    if end - start < 5:
        return None
    lo, hi = offsets[start], offsets[end - 1] + 1
    title = parse(passage.text[lo:hi])
    ending = title.genre.ending if title.genre else ""
    if title.bare or len(publication_ending(title.text)) > len(ending):
        return None
    stretch = Stretch(passage, tight, offsets, ((0, index),), passage)
    c = Citation(stretch, start, end, title, how="table of policies")
    numbers = numbers_in(tight[end:])
    c.number = numbers[0].text if len(numbers) == 1 else None
    return c


def _formal(c: Citation) -> bool:
    """A name that is a full official title in itself: issuer, 关于, genre of an official document."""
    title = c.title
    return bool(title.issuers and title.genre and title.genre.kind in FORMAL and "关于" in title.text)
