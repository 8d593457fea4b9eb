"""Lines that label a table or figure, and lines near a table that are not of it: notes, sources, units."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.fold import fold
from extract.layout.patterns import match
from extract.model import Line, joined, union
from extract.words import pattern

__all__ = ["Caption", "is_apart", "is_note", "is_source", "is_unit", "marked_caption", "read_caption", "whole_caption"]

LONGEST = 70
"""Characters: a longer line is a sentence."""


@dataclass(slots=True)
class Caption:
    """What a caption line says. `of` is 表 or 图 (or another word for it); `goes_on` where it says 续."""

    line: Line
    of: str | None
    label: str | None
    title: str | None
    goes_on: bool

    @property
    def of_table(self) -> bool:
        """Whether it may stand over a table."""
        return self.of is None or self.of.lower().startswith(("表", "附表", "续表", "tab", "图表", "专栏"))


def read_caption(line: Line) -> Caption | None:
    """The caption on a line, or None."""
    text = fold(line.text)
    if len(text) > LONGEST or text.rstrip().endswith(("。", "；", "，", "、")):
        return None
    text = text.lstrip(" ▲△▼■◆●")
    before = pattern("tables", "continued").match(text)
    after = pattern("tables", "continued_after").search(text)
    bare = text[before.end() :].lstrip(" :：") if before and not before.group().rstrip().endswith("表") else text
    label = match("label", bare) or (match("label", "表" + text[before.end() :].lstrip()) if before else None)
    if label:
        word, number = label["word"].removeprefix("续"), "".join(label["number"].split())
        source = bare if match("label", bare) else "表" + text[before.end() :].lstrip() if before else bare
        rest = source[label.end() :]
        if match("not_caption", rest):
            return None
        title = rest[: -len(after.group())] if after and rest.endswith(after.group()) else rest
        return Caption(line, word, word + number, title.strip(" :：.、") or None, bool(before or after))
    if before and len(text) < 40:
        title = text[before.end() :].strip(" :：")
        return Caption(line, None, None, title or None, True)
    return None


def marked_caption(line: Line) -> Caption | None:
    """A caption without a number, marked as one: ▲ 用户画像示例; 表 | 投融资事件."""
    found = pattern("tables", "marked").match(fold(line.text))
    title = line.text[found.end() :].strip() if found else ""
    return Caption(line, None, None, title, False) if title and len(title) < 50 else None


def whole_caption(line: Line, lines: Sequence[Line]) -> Caption | None:
    """The caption on a line, with its title where a gap parts it from its label."""
    caption = read_caption(line)
    if caption is None or caption.title or caption.label is None:
        return caption
    row = [x for x in lines if 0 <= x.box[0] - line.box[2] < 3 * line.size and _level(x, line)]
    if not row:
        return caption
    run = joined([line, row[0]], " ")
    box = union([line.box, row[0].box])
    return read_caption(Line(run.text, run.chars, box, line.number, line.size, line.bold)) or caption


def _level(a: Line, b: Line) -> bool:
    return abs(a.box[1] + a.box[3] - b.box[1] - b.box[3]) < a.size


def is_apart(text: str) -> bool:
    """Whether a line can't be a row of a table: a note, a source, a unit."""
    return is_source(text) or is_note(text) or is_unit(text)


def is_source(text: str) -> bool:
    """Whether a line names where data come from."""
    return bool(match("source", text))


def is_note(text: str) -> bool:
    """Whether a line is a note to a table."""
    return bool(pattern("tables", "note").match(fold(text)))


def is_unit(text: str) -> bool:
    """Whether a line names the unit of a table."""
    return bool(pattern("tables", "unit").match(fold(text)))
