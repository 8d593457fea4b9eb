"""Lines of one column to blocks: paragraphs, list items, headings, captions, each with all its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.glyphs import CLOSERS, OPENERS, TERMINAL, is_han, is_latin
from extract.layout.patterns import match
from extract.layout.pitch import LEADING, Pitch, type_of, usual_pitch
from extract.layout.regions import Region
from extract.layout.rows import baseline, is_downward
from extract.layout.sentences import is_open, is_unfinished
from extract.layout.text import run_of
from extract.model import Box, Line, Run, joined
from extract.numerals import ordinal
from schema.document import PassageKind

__all__ = ["MARKERS", "Block", "blocks_of", "ended_early", "marker_of"]

MARKERS = ("bullet", "arabic_in_brackets", "han_in_brackets", "han_number", "decimal", "arabic", "ordinal")
TITLES = ("han_in_brackets", "han_number", "decimal")
SOFT = "·•-–—*"
"""Bullets that may also be punctuation, unless a space follows."""
QUOTES = frozenset("“”‘’\"'")
TRAILING = CLOSERS - OPENERS
PAUSES = frozenset("，、；：,;:—…")
GOES_ON = frozenset("的之和与及或、")
"""What a centred line ends in that goes on in the next one, whichever is longer."""
LONGEST_TITLE = 40
"""Characters of a title that running text may follow in another weight."""
FIRST = re.compile(r"(?:[（(]?[1一][）)]|1[.．、](?!\d)|一、|①|❶)")
"""The number of the first item of a list, right after the colon that leads to it."""
NUMERAL = re.compile(r"\d+|[一二三四五六七八九十]+")
INDENT = 1.2
"""Ems by which a paragraph's first line is set in, at least."""
PITCH = 1.22
"""A step down this much larger than usual starts a new paragraph."""
LOOSER = 1.08
"""The same after the end of a sentence."""


@dataclass(slots=True, eq=False)
class Block:
    """Lines that belong together, with the edges of the column they stand in.

    `frame` is the drawn frame they stand in. The first `parts` lines are numbers that stand apart from their title (01, PART ONE).
    """

    lines: list[Line]
    left: float
    right: float
    kind: PassageKind = "paragraph"
    label: str | None = None
    marker: str | None = None
    box_id: int | None = None
    frame: Box | None = None
    level: int | None = None
    region: Region | None = None
    parts: int = 0

    @property
    def text(self) -> str:
        """Its text, joined."""
        return self.run.text

    @property
    def run(self) -> Run:
        """Its lines, joined."""
        whole = run_of(self.lines[self.parts :])
        return joined([*self.lines[: self.parts], whole], " ") if self.parts else whole

    @property
    def size(self) -> float:
        """The size of its first line; in a box, where 01 may be set large beside a title, of the title."""
        return self.lines[self.parts if self.box_id is not None else 0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def banner(self) -> bool:
        """Whether it stands alone on a dark bar."""
        return all(line.banner for line in self.lines)

    @property
    def page(self) -> int:
        """The page it starts on."""
        return self.lines[0].page


def marker_of(text: str) -> tuple[str, str] | None:
    """The name of the pattern and the marker at the start of `text`."""
    for name in MARKERS:
        m = match(name, text)
        if m:
            return name, m.group().strip()
    return None


def blocks_of(lines: Sequence[Line], left: float, right: float, common: Pitch) -> list[Block]:
    """Blocks of the lines of a column, from top to bottom."""
    pitch = usual_pitch(lines, common)
    blocks: list[Block] = []
    for line in lines:
        if blocks and not _starts(blocks[-1], line, pitch.get(type_of(line), 0.0)):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line], left, right))
    return blocks


def _starts(block: Block, line: Line, pitch: float) -> bool:
    """Whether `line` starts a new block under `block`."""
    last = block.lines[-1]
    step = baseline(line) - baseline(last)
    if is_downward(line) or is_downward(last) or line.banner or last.banner:
        return True
    if step < 0.3 * line.size:
        return step < -line.size or line.box[0] - last.box[2] > line.size
    if abs(line.size - last.size) > 0.08 * max(line.size, last.size) or step > LEADING * line.size:
        return True
    if _is_title_rest(block, line, step):
        return False
    if pitch and step > (LOOSER if last.text[-1] in TERMINAL else PITCH) * pitch + 0.5:
        return True
    if line.bulleted or _is_bullet(line.text) or _is_title_part(line.text):
        return True
    if is_open(block.text):
        return False
    if match("document_number", line.text) or match("document_number", last.text):
        return True
    if _changes(block, line):
        return True
    if _is_centred_rest(block, line, step):
        return False
    quoted = last.text.count("“") > last.text.count("”")
    if _is_label(last) and _is_label(line) and step > 1.7 * line.size and not quoted:
        return True
    if line.text.startswith("——") and last.text[-1] in "。”）》！？":
        return True
    early = ended_early(last, line, block.right)
    if _is_next(block, line):
        return True
    mine, its = marker_of(line.text), marker_of(block.lines[0].text)
    if last.text[-1] in "：:" and FIRST.match(line.text):
        return True
    if mine and its and mine[0] in TITLES and its[0] in TITLES and (mine[0] != its[0] or _counts_on(its[1], mine[1])):
        return True
    if early and (_is_runt(block, line, mine is not None) or _breaks_off(block, line, mine is not None)):
        return False
    if _is_centred(block, line):
        return _style(last, -1) != _style(line, 0)
    if early or _indent(block, line):
        return True
    # An item of a list whose items stand flush: the one before ended with its line by chance.
    return bool(mine and its and mine[0] == its[0] != "ordinal" and last.text[-1] in "。；;")


def _is_title_rest(block: Block, line: Line, step: float) -> bool:
    """Whether the line is what did not fit on a full line of a title, which may be leaded wider than running text."""
    last = block.lines[-1]
    alike = _is_uniform(last) and _is_uniform(line) and _style(last, -1) == _style(line, 0)
    full = last.box[2] - last.box[0] > 12 * line.size and not ended_early(last, line, block.right)
    numbered = line.bulleted or _is_bullet(line.text) or _is_title_part(line.text) or marker_of(line.text)
    short = line.box[2] - line.box[0] < 0.7 * (last.box[2] - last.box[0]) and len(block.text) <= LONGEST_TITLE
    ended = last.text[-1] in TERMINAL or last.text[-1] in PAUSES
    level = abs(line.box[0] - block.lines[0].box[0]) < 4 * line.size
    tight = 0.8 * line.size < step < 2.1 * line.size
    return alike and full and short and tight and level and not (_is_plain(block, line) or ended or numbered)


def _changes(block: Block, line: Line) -> bool:
    """Whether a line is set in another weight or colour than the whole line above, where a title or a sentence ended."""
    last = block.lines[-1]
    if not (_is_uniform(last) and _is_uniform(line)) or _style(last, -1) == _style(line, 0):
        return False
    titled = all(_is_uniform(x) and _style(x, 0) == _style(last, 0) for x in block.lines) and not _is_plain(block, last)
    if titled:
        return len(block.text) <= LONGEST_TITLE and last.text[-1] not in PAUSES
    return last.text[-1] in TERMINAL and not _is_plain(block, line)


def _counts_on(marker: str, after: str) -> bool:
    """Whether one number is the next after another: 1.2 and 1.3, （一） and （二）."""
    one, other = (NUMERAL.findall(text) for text in (marker, after))
    steps = [((ordinal(b) or 0) - (ordinal(a) or 0)) for a, b in zip(one, other, strict=False)]
    return len(one) == len(other) and steps[-1:] == [1] and not any(steps[:-1])


def _is_next(block: Block, line: Line) -> bool:
    """Whether the line is set in like the block's only line, which ended a sentence: the next indented paragraph."""
    first = block.lines[0]
    alike = len(block.lines) == 1 and abs(line.box[0] - first.box[0]) < 0.3 * line.size
    inset = first.box[0] - block.left >= INDENT * line.size
    return alike and inset and first.text[-1] in TERMINAL


def _is_runt(block: Block, line: Line, marked: bool) -> bool:
    """Whether a heading's last word was set on a line of its own though there was some room above."""
    last = block.lines[-1]
    heading = _is_uniform(last) and _style(last, 0) == _style(line, 0) and not _is_plain(block, line)
    tight = baseline(line) - baseline(last) < 1.8 * line.size
    return (
        heading
        and tight
        and not marked
        and block.right - last.box[2] < 3.5 * line.size
        and last.text[-1] not in "。；："
    )


def _breaks_off(block: Block, line: Line, marked: bool) -> bool:
    """Whether a sentence goes on in a line set like the one it breaks off in."""
    alike = _style(block.lines[-1], -1) == _style(line, 0)
    return alike and not marked and is_unfinished(block.lines, line, INDENT)


def _is_plain(block: Block, line: Line) -> bool:
    """Whether it is set like running text: neither bold nor in a colour of its own."""
    bold, color = _style(line, 0)
    return not bold and (color is None or (isinstance(color, tuple) and max(color[:3]) - min(color[:3]) < 40))


def _is_bullet(text: str) -> bool:
    """Whether a line starts with a sign that is nothing but a bullet."""
    m = match("bullet", text)
    return bool(m and m["b"] and (m["b"] not in SOFT or m.end() > 1))


def _is_label(line: Line) -> bool:
    """Whether a line is short and no part of a sentence."""
    return line.box[2] - line.box[0] < 10 * line.size and not set(line.text) & set("，。；：、")


def _is_title_part(text: str) -> bool:
    return bool(match("source", text) or (match("label", text) and not _is_sentence(text)))


def _is_sentence(text: str) -> bool:
    m = match("label", text)
    return bool(m and match("not_caption", text[m.end() :]))


def _style(line: Line, at: int) -> tuple[bool, object]:
    c = next((c for c in (line.chars if at == 0 else reversed(line.chars)) if c), None)
    return (c.bold, c.color) if c else (False, None)


def _is_uniform(line: Line) -> bool:
    return len({(c.bold, c.color) for c in line.chars if c}) == 1


def _is_centred(block: Block, line: Line) -> bool:
    middle = (block.left + block.right) / 2
    last = block.lines[-1]
    apart = [abs((x.box[0] + x.box[2]) / 2 - middle) for x in (last, line)]
    return max(apart) < line.size and min(last.box[0], line.box[0]) - block.left > 2 * line.size


def _is_centred_rest(block: Block, line: Line, step: float) -> bool:
    """Whether the line is what did not fit on a full line above, both centred: the words under a number on a card."""
    last = block.lines[-1]
    middle = abs((last.box[0] + last.box[2]) - (line.box[0] + line.box[2])) < line.size
    inset = line.box[0] - last.box[0] > 0.7 * line.size and last.box[2] - line.box[2] > 0.7 * line.size
    if middle and last.text[-1] in GOES_ON and step < 1.8 * line.size:
        return _style(last, -1) == _style(line, 0)
    alike = _style(last, -1) == _style(line, 0) and last.text[-1] not in TERMINAL and not marker_of(line.text)
    return middle and inset and alike and step < 1.8 * line.size and not ended_early(last, line, block.right)


def _indent(block: Block, line: Line) -> bool:
    """Whether the line is set in (or out) against the lines it would go on."""
    x, em = line.box[0], line.size
    first = block.lines[0].box[0]
    if len(block.lines) > 1:
        rest = min(b.box[0] for b in block.lines[1:])
        return abs(x - rest) > 0.8 * em
    if marker_of(block.lines[0].text) and not block.lines[0].bulleted:
        return x - first > 5 * em or block.left + INDENT * em < x < first - 0.5 * em
    return x - first > 0.7 * em


def ended_early(line: Line, after: Line, right: float) -> bool:
    """Whether `line` left room in which the first word of the line after it would have stood."""
    text = after.text
    if not text:
        return True
    end = 0
    while end < len(text) - 1 and text[end] in OPENERS:
        end += 1
    if is_latin(text[end]):
        while end < len(text) and is_latin(text[end]):
            end += 1
    else:
        end += 1
    while end < len(text) and text[end] in TRAILING:
        end += 1
    # Browsers break a line neither before nor after a quotation mark.
    while end < len(text) and (text[end] in QUOTES or text[end - 1] in QUOTES or text[end] in TRAILING):
        end += 1
    word = [c for c in after.chars[:end] if c]
    width = max(c.x1 for c in word) - min(c.x0 for c in word) if word else after.size
    if is_han(text[0]):
        width = max(width, after.size)
    return right - line.box[2] > width + 0.6 * after.size
