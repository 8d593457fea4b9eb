"""What the paper says of each dimension: after its name (信息基础：建设卓有成效…), under it as a heading, or in a table."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.fold import fold
from extract.marks import MARK
from extract.model import Cell, Grid, Passage
from extract.numerals import ordinal
from extract.prose import squeezed
from extract.reading import Reading
from extract.words import pattern
from schema.base import Evidence

__all__ = ["COUNTED", "MARKER", "Statement", "labelled", "led_by_headings", "runs", "sentence_end", "tabled_statements"]

HOW = "dimension statement"
READ = ("paragraph", "list_item", "heading", "chart")
FARTHEST = 6
"""Texts between two cards, or between cards and the words that count them."""
OUTDENT = 4
"""Ems that a line in another size begins left of a judgement, at least, where it is not set in its card."""
LONGEST = 48
"""A judgement is short: what says more explains."""

MARKER = rf"^\s*(?:{MARK}|-|—{{1,2}}|[（(]?[\d一二三四五六七八九十]{{1,3}}[）)、]|\d{{1,2}}(?:\.\d{{1,2}})*[.．]?(?=\s|[^\d\s.])|[①-⑳])?\s*"
_NUMBERED = re.compile(
    MARKER
    + r"(?:维度|指标|一级指标|分指数)[一二三四五六七八九十\d]+[：:]?\s*(?P<name>[^，。；：:]{2,16})[。：:](?P<rest>.+)$",
    re.S,
)
_LABEL = r"[“【\[]?(?P<name>[^，。；：:“”【】\[\]|｜]{2,16}?)[”】\]]?(?:维度|方面|指标|领域|分指数|指数)?\s*"
_COLON = re.compile(MARKER + _LABEL + r"(?:[：:。|｜]|-{1,2}|—{1,2}|(?<=】)|(?<=\]))\s*(?P<rest>.+)$", re.S)
COUNTED = re.compile(r"([三四五六七八九十]|\d{1,2})(?:个|大)(?:评价|一级|核心)?(?:维度|分指数|一级指标|领域|分项)")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,8}")


@dataclass(frozen=True, slots=True)
class Statement:
    """A name, where it stands, and the words on it."""

    name: str
    text: str
    at: int
    evidence: Sequence[Evidence]
    named: Sequence[Evidence] = ()

    @property
    def is_judgement(self) -> bool:
        """Whether it is a short judgement under a short name: no figures, titles, labels, and not just who ranks where."""
        words = re.sub(r"[56]G(?![A-Za-z])|12345|IPv\d", "", fold(self.text))
        plain = not re.search(r"\d|[《》：:]", words) and 5 <= len(self.text) <= LONGEST
        plain = plain and not pattern("dimensions", "ranked").match(words)
        return plain and _NAME.fullmatch(self.name) is not None and not re.search("之[一二三四五六]$", self.name)


def labelled(reading: Reading) -> list[Statement]:
    """Every label with the words after it, in order."""
    found: list[Statement] = []
    for i, text in enumerate(reading.texts):
        if text.kind in READ:
            for start, end in _parts(text):
                found += _stated(text, i, start, end)
    return found


def _parts(text: Passage) -> Iterator[tuple[int, int]]:
    """A passage, cut where a printed line opens with a label (several labelled lines may stand in one passage)."""
    cuts = [i for i in _line_starts(text) if _opens_label(fold(text.text[i : i + 16]))]
    edges = [0, *(i for i in cuts if i), len(text.text)]
    yield from pairwise(edges)


def _line_starts(text: Passage) -> Iterator[int]:
    last = None
    for i, c in enumerate(text.chars):
        if c is None:
            continue
        if last is not None and (c.page != last.page or c.x0 < last.x0 - last.size):
            yield i
        last = c


def _opens_label(head: str) -> bool:
    return re.match(r"[\u4e00-\u9fff]{2,8}(?:[：:]|——)", head) is not None


def _stated(text: Passage, at: int, start: int, end: int) -> Iterator[Statement]:
    """A name and the words on it: to the end of a heading or list item, else of the sentence."""
    folded = fold(text.text[start:end])
    m = _NUMBERED.match(folded) or _COLON.match(folded)
    if not m:
        return
    low = start + m.start("rest")
    high = _styled(text, low, low + sentence_end(m["rest"]))
    name = m["name"].strip()
    if high > low and text.cut(low, high).text:
        named = text.evidence(HOW, start + m.start("name"), start + m.end("name"))
        yield Statement(name, text.cut(low, high).text, at, text.evidence(HOW, low, high), named)


def sentence_end(rest: str) -> int:
    """Where the first sentence of `rest` ends."""
    stop = re.search(r"[。！？]", rest)
    return stop.start() if stop else len(rest.rstrip("；;\n "))


def _styled(text: Passage, start: int, end: int) -> int:
    """Where the words stop being set as they start, at the start of a printed line: a run-in heading ends there."""
    first = next((c for c in text.chars[start:end] if c), None)
    for i in _line_starts(text):
        c = text.chars[i]
        if (
            first
            and c
            and start < i < end
            and ((c.bold, c.font) != (first.bold, first.font) or first.x0 - c.x0 > OUTDENT * first.size)
            and abs(c.size - first.size) > 0.4
        ):
            return i
    return end


def runs(reading: Reading, found: Sequence[Statement]) -> list[Statement]:
    """Judgements one after the other under words that lead to the dimensions (对五项一级指标作出判断: …)."""
    kept: list[Statement] = []
    run: list[Statement] = []
    for s in [*found, None]:
        if (
            s is not None
            and s.is_judgement
            and (not run or _goes_on(reading, run[-1].at, s.at) or _cards(reading, run[-1].at, s.at))
        ):
            run.append(s)
            continue
        if (
            len(run) > 2
            and len({x.name for x in run}) == len(run)
            and _introduced(reading, run)
            and _is_whole(reading, run)
        ):
            kept += run
        run = [s] if s is not None and s.is_judgement else []
    return kept


def _goes_on(reading: Reading, last: int, at: int) -> bool:
    """Whether a label stands right behind another, and is no heading over the next section."""
    one, other = reading.texts[last], reading.texts[at]
    section = reading.section_of(one)
    over = other.kind == "heading" != one.kind and section is not None and (other.level or 1) <= section.level
    return at - last <= 1 and not over


def _cards(reading: Reading, last: int, at: int) -> bool:
    """Whether nothing but the texts of labelled headings, or of labels that are set like headings, stands between two."""
    one, other, between = reading.texts[last], reading.texts[at], reading.texts[last + 1 : at]
    if len(between) > FARTHEST or any(t.kind == "heading" for t in between):
        return False
    if all("|" in t.text or "｜" in t.text for t in (one, other)):
        return True
    alike = _set(one) == _set(other) and all(_set(t) != _set(one) for t in between)
    return alike and (_counted(reading, one) is not None or _is_on_dimensions(reading, one))


def _is_on_dimensions(reading: Reading, text: Passage) -> bool:
    """Whether the heading over a text says that dimensions follow: 分维度观察."""
    section = reading.section_of(text)
    return section is not None and bool(pattern("dimensions", "introducing").search(squeezed(fold(section.title))[0]))


def _set(text: Passage) -> tuple[float, bool] | None:
    """The size and weight in which a text opens."""
    first = next((c for c in text.chars if c), None)
    return (round(first.size, 1), first.bold) if first else None


def _counted(reading: Reading, text: Passage) -> int | None:
    """How many dimensions the heading over a text counts."""
    section = reading.section_of(text)
    m = COUNTED.search(squeezed(fold(section.title))[0]) if section else None
    return ordinal(m[1]) if m else None


def _is_whole(reading: Reading, run: Sequence[Statement]) -> bool:
    """Whether labels with other texts between them are as many as the heading over them counts, where it counts any."""
    apart = any(b.at - a.at > 1 and "|" not in fold(reading.texts[a.at].text) for a, b in pairwise(run))
    count = _counted(reading, reading.texts[run[0].at])
    return not apart or count is None or count == len(run)


def _introduced(reading: Reading, run: Sequence[Statement]) -> bool:
    """Whether words just before lead to dimensions, or those over a run of cards count as many."""
    at = run[0].at
    before = [t for t in reversed(reading.texts[:at]) if t.kind in ("paragraph", "heading", "list_item")]
    lead = pattern("dimensions", "introducing")
    if _is_on_dimensions(reading, reading.texts[at]) or (before and lead.search(squeezed(fold(before[0].text))[0])):
        return True
    counts = (m for t in before[:FARTHEST] for m in COUNTED.finditer(squeezed(fold(t.text))[0]))
    return any(ordinal(m[1]) == len(run) for m in counts)


def led_by_headings(reading: Reading, names: Collection[str]) -> Iterator[Statement]:
    """The sentence that opens the text under a heading which is the name of a dimension, if it is a judgement."""
    for section in reading.sections:
        title = re.sub(MARKER, "", fold(section.title)).strip()
        title = re.sub(r"^第?[一二三四五六七八九十\d]+[章节部分、.．\s]*", "", title)
        name = next((n for n in names if re.fullmatch(re.escape(n) + "(?:维度|分指数|指数|方面)?", title)), None)
        at = next((i for i, t in enumerate(reading.texts) if t.section == section.id and t.kind == "paragraph"), None)
        if name is None or at is None:
            continue
        text = reading.texts[at]
        stop = sentence_end(fold(text.text))
        said = Statement(name, text.cut(0, stop).text, at, text.evidence(HOW, 0, stop))
        if (
            said.is_judgement
            and stop < len(text.text)
            and not any(p.start_char < stop for p in reading.docs[at].spans.get("places", []))
        ):
            yield said


def tabled_statements(reading: Reading) -> Iterator[Statement]:
    """The rows of a table with a column of dimensions and one that judges each (维度 | 权重 | 年度判断)."""
    for grid in reading.grids:
        columns = _columns(grid)
        if columns is None:
            continue
        for row in grid.rows[grid.header_rows :]:
            name, said = row[columns[0]], row[columns[1]]
            if name is not said and name.text.strip() and said.text.strip():
                yield _row(name, said)


def _row(name: Cell, said: Cell) -> Statement:
    return Statement(
        re.sub(r"\s", "", name.text), said.text.strip().rstrip("。"), -1, said.evidence(HOW), name.evidence(HOW)
    )


def _columns(grid: Grid) -> tuple[int, int] | None:
    header = (
        [re.sub(r"\s|[（(].*", "", fold(c.text)) for c in grid.rows[grid.header_rows - 1]] if grid.header_rows else []
    )
    names = [i for i, h in enumerate(header) if pattern("dimensions", "named").match(h)]
    said = [i for i, h in enumerate(header) if pattern("dimensions", "judging").match(h)]
    return (names[0], said[0]) if len(names) == 1 and len(said) == 1 else None
