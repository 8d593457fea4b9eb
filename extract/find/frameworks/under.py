"""Parts told in lines of their own under a name: list items, numbered lines, headings with their text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.find.case_studies.labels import ordinal_of
from extract.find.frameworks.lists import trimmed
from extract.find.frameworks.names import Group
from extract.find.frameworks.parts import LONGEST, Part, counted, measures, sentence_end
from extract.find.frameworks.stretches import after_verb, group_parts, named_one, so_many
from extract.find.frameworks.told import Told
from extract.model import Passage
from extract.spans.frameworks import framework_pattern

__all__ = ["line_for_each_count", "line_for_each_part"]

HEAD = re.compile(r"[：:。，,；;]|——")
"""Where the name of a part ends in its line."""
ONE = re.compile("[一1][个张朵套本块组条座批支项份名家][^，。；：、\n]{2,14}")
"""一个城市大脑平台, alone in its line."""
TITLE = 30
"""A line that paragraphs under it may tell more of is not longer."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its number, `start` to `stop` in the told text, and where what stands under it ends."""

    start: int
    stop: int
    end: int


def line_for_each_part(told: Told, end: int, count: int) -> list[Part]:
    """Exactly as many lines as the name says, each with the name of a part and perhaps what is said of it."""
    lines = _lines_under(told, end)
    if len(lines) != count:
        return []
    if len(lines) > 1 and all(line.end == line.stop for line in lines[:-1]):
        # What stands under the last line alone is told of them all, or stands beside them.
        lines[-1] = replace(lines[-1], end=lines[-1].stop)
    found = []
    for line in lines:
        head = HEAD.search(told.text, line.start, line.stop)
        start, stop = trimmed(told.text, line.start, head.start() if head else line.stop)
        if not 0 < stop - start <= LONGEST:
            return []
        says = head.end() if head and head.end() < line.stop else line.stop + 1
        found.append(Part(start, stop, 0, (says, line.end) if says < line.end else None))
    rubrics = all(framework_pattern("rubric").search(told.text[p.start : p.end]) for p in found)
    return [] if rubrics else found


def line_for_each_count(told: Told, end: int, groups: list[Group]) -> list[Part]:
    """A line for each count: ● 1个数字底座：… ● 2个中枢：A、B ● 打造“3”级联动。覆盖市级、区级、街道级."""
    lines = _lines_under(told, end)
    if len(lines) != len(groups):
        return []
    parts: list[Part] = []
    for which, (line, group) in enumerate(zip(lines, groups, strict=True)):
        at = _counted_at(told.text, line, group)
        own = _of_count(told.text, line, at, group, which) if at else []
        if not own and not group.noun:
            return []
        parts += own
    return parts if any(groups[p.group].count != 1 for p in parts) or len(parts) == len(groups) else []


def _counted_at(text: str, line: _Line, group: Group) -> int | None:
    """Where the count that opens a line ends, perhaps after a verb."""
    found = re.search(rf"[“\"「『]?{counted(group)}{re.escape(group.noun)}", text[line.start : line.stop])
    lead = text[line.start : line.start + found.start()] if found else ""
    opens = found and (not lead or framework_pattern("verb").fullmatch(lead))
    if found and group.noun and re.match("[一-鿿]", text[line.start + found.end() :]):
        return None  # 一网统管 counts no 一网
    return line.start + found.end() if found and opens else None


def _of_count(text: str, line: _Line, at: int, group: Group, which: int) -> list[Part]:
    """What a line tells of a count that ends at `at`: the noun that is counted, or what stands after it."""
    noun = framework_pattern("counted_noun").match(text[at : line.stop])
    stop = at + (noun.end() if noun else 0)
    colon = text[stop : stop + 1] in "：:"
    if group.count != 1:
        listed = (
            group_parts(text, stop + 1, line.stop, group, which) if colon else _listed(text, stop, line, group, which)
        )
        return listed or group_parts(text, line.start, line.stop, group, which)
    if colon and (own := _named_behind(text, at, stop, line)):
        return [Part(*own, which)]
    says = (stop + 1, line.end) if line.end - stop > 2 else None
    if named := named_one(text, at, stop, which):
        return [replace(p, description=says) for p in named]
    after = min(sentence_end(text, stop + 1, "，。；！？\n"), line.end)
    return named_one(text, after_verb(text, stop + 1, after), after, which)


def _listed(text: str, lo: int, line: _Line, group: Group, which: int) -> list[Part]:
    """打造“3”大中枢。围绕A、B、C建设…: the first list of so many in what a line says after its count."""
    clauses = re.finditer("[^，；。：\n]+", text[lo : line.end])
    found = (so_many(text, lo + c.start(), lo + c.end(), group, which) for c in clauses)
    return next((parts for parts in found if parts), [])


def _named_behind(text: str, at: int, stop: int, line: _Line) -> tuple[int, int] | None:
    """洛阳工业云平台, the one in 1个综合型平台：洛阳工业云平台: a name that ends in what is counted."""
    start, end = trimmed(text, stop + 1, line.stop)
    noun, name = text[at:stop], text[start:end]
    named = len(noun) > 2 and name.endswith(noun[-2:]) and len(noun[-2:]) < len(name) <= LONGEST
    return (start, end) if named and not re.search("[，、。；：]", name) else None


def _lines_under(told: Told, end: int) -> list[_Line]:
    """The lines right after the passage in which the name's sentence is the last.

    A line is a list item, a numbered paragraph or a heading, all of one kind. What is no such line belongs to a short one
    before it; under a longer one it ends the list. A paragraph may stand between a heading that names the framework and
    the lines.
    """
    text, line_end = told.text, told.text.find("\n", end)
    close = sentence_end(text, end)
    if text[close:line_end].strip("。：:\n ”"):
        return []
    if text[end - 3 : end].startswith("双") and text[line_end - 1] not in "：:":
        return []
    found: list[_Line] = []
    kind: str | None = None
    box: int | None = None
    closed = False
    under_heading = told.passages[0].kind == "heading"
    told_under = (p for p in _passages(told, line_end + 1) if any(c.isalnum() for c in text[p[1] : p[2]]))  # no icons
    own_mark = told.passages[0].marker
    for nth, (passage, start, stop) in enumerate(told_under):
        mark = _mark(text[start:stop])
        if found and own_mark and passage.marker == own_mark:
            break  # the next of the list that the name stands in
        if _is_line(passage, mark) and kind in (None, passage.kind):
            kind, box, closed = passage.kind, passage.box_id, False
            found.append(_Line(start + len(mark), stop, stop))
        elif found and passage.kind == "paragraph" and found[-1].stop - found[-1].start <= TITLE:
            # What stands in another box, or behind one, is told of something else.
            closed = closed or passage.box_id != box
            found[-1] = found[-1] if closed else replace(found[-1], end=stop)
        elif nth or not under_heading or passage.kind != "paragraph":
            break
    return found


def _mark(line: str) -> str:
    """The number or bullet of a line; the 3 of 3级联动 counts."""
    mark = ordinal_of(line)
    return "" if mark.isdigit() and line.startswith(measures(), len(mark)) else mark


def _is_line(passage: Passage, mark: str) -> bool:
    return bool(mark.strip()) or passage.kind in ("list_item", "heading") or bool(ONE.fullmatch(passage.text.strip()))


def _passages(told: Told, at: int) -> Iterator[tuple[Passage, int, int]]:
    """The passages under the first with where each stands in the text, from `at` on."""
    for passage in told.passages[1:]:
        stop = told.text.find("\n", at)
        yield passage, at, stop
        at = stop + 1
