"""Judgements set as headings: under the dimension's name, beside it, or over a text that opens with the name.

One such heading proves nothing (总体情况, 主要做法); most dimensions of a paper must have one, each another.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from extract.find.dimensions.statements import MARKER, Statement
from extract.find.told.marks import any_of
from extract.fold import fold
from extract.model import Passage
from extract.reading import Reading
from extract.words import pattern

__all__ = ["introduced", "judging", "subtitles"]

HOW = "dimension statement"
MOST = 0.6
"""The share of the dimensions that must have such a heading."""

_NOUN = r"(?:维度|分指数|一级指标|指标|指数|领域|方面)"
_NUMBER = re.compile(r"^第?[一二三四五六七八九十\d]+[章节部分篇、.．\s]+")
_SCORE = re.compile(r"[\u4e00-\u9fff]{0,6}[：:]?\s*\d{1,3}(?:\.\d+)?分?\s*")
_OPENS = re.compile(
    rf"^(?:在|从|就)?(?P<name>[\u4e00-\u9fff]{{2,8}}?)(?P<noun>{_NOUN})(?:方面|上|中)?(?:来?看|而言)?[，,]"
)


def subtitles(reading: Reading, names: Collection[str]) -> list[Statement]:
    """The judgements that stand as headings, on `names` (of the first level) or on those that a heading leads to."""
    ways = (_under(reading, names), _beside(reading, names), _over(reading, names))
    return [s for way in ways for s in _shared(way, names)]


def _shared(found: Sequence[Statement], names: Collection[str]) -> Sequence[Statement]:
    found = judging(found)
    told = {s.name for s in found}
    enough = max(2, MOST * len(names)) if names else 3
    return found if len(told) >= enough and len(told) == len(found) == len({s.text for s in found}) else ()


def judging(found: Sequence[Statement]) -> list[Statement]:
    """The texts on names without those that define one (登记、交易与授权运营的活跃程度) where another judges it in clauses."""
    judged = {s.name for s in found if "，" in s.text}
    return [s for s in found if "，" in s.text or s.name not in judged]


def introduced(reading: Reading, at: int) -> str | None:
    """The heading before a text, if it leads to the dimensions of an index."""
    before = next((t for t in reversed(reading.texts[:at]) if t.kind == "heading"), None)
    title = fold(before.text) if before else ""
    return title if pattern("dimensions", "introducing").search(title) else None


def _bare(title: str) -> str:
    return _NUMBER.sub("", re.sub(MARKER, "", fold(title))).strip()


def _name(title: str, names: Collection[str]) -> str | None:
    m = re.fullmatch(rf"(?P<name>{any_of(list(names))}){_NOUN}?", _bare(title)) if names else None
    return m["name"] if m else None


def _statement(name: str, text: Passage, at: int, start: int = 0, end: int | None = None) -> Statement:
    end = len(text.text.rstrip("。 \n")) if end is None else end
    return Statement(name, text.cut(start, end).text, at, text.evidence(HOW, start, end))


def _is_numbered(text: Passage) -> bool:
    return _bare(text.text) != fold(text.text).strip()


def _under(reading: Reading, names: Collection[str]) -> list[Statement]:
    """（一）市场准入 / 开办流程大幅压缩，准营仍显不足: the line below a heading that is a name, and the only such line."""
    found = []
    for first, text in enumerate(reading.texts[:-1]):
        name = _name(text.text, names) if text.kind == "heading" else None
        if name is None:
            continue
        at = _below(reading, first)
        below = reading.texts[at]
        if below.kind not in ("heading", "paragraph") or _is_numbered(below):
            continue
        said = _statement(name, below, at)
        titled = below.kind == "heading" or not re.search(r"[。；！？]", below.text)
        if said.is_judgement and titled and not _rivals(reading, at, text.level or 1, names):
            found.append(said)
    return found


def _below(reading: Reading, at: int) -> int:
    """The text under the one at `at`, past a line of its box that but prints its score (均值74.8)."""
    text, below = reading.texts[at], reading.texts[at + 1]
    scored = text.box_id is not None and below.box_id == text.box_id and _SCORE.fullmatch(fold(below.text))
    return at + 2 if scored and at + 2 < len(reading.texts) else at + 1


def _rivals(reading: Reading, at: int, level: int, names: Collection[str]) -> bool:
    """Whether the heading at `at` has others beside it before the next dimension: then none is on all of the dimension.

    Behind a judgement with a comma, headings that only name something (专栏, 小结) are none beside it.
    """
    own = reading.texts[at]
    if own.kind != "heading":
        return False
    for text in reading.texts[at + 1 :]:
        if text.kind != "heading":
            continue
        if (text.level or 1) < level or _name(text.text, names):
            return False
        alike = (text.level or 1) >= (own.level or 1)
        if alike and ("，" in text.text or "，" not in own.text):
            return True
    return False


def _beside(reading: Reading, names: Collection[str]) -> list[Statement]:
    """市场准入 开办流程大幅压缩，准营仍显不足; 开办流程大幅压缩，准营仍显不足（市场准入）."""
    if not names:
        return []
    name = rf"(?P<name>{any_of(list(names))}){_NOUN}?"
    first = re.compile(rf"{name}\s+(?P<rest>\S.+)$", re.S)
    last = re.compile(rf"(?P<rest>[^（(]+?)(?:—+|-{{2,}}|[（(【])\s*{name}[）)】]?\s*$", re.S)
    found = []
    for at, text in enumerate(reading.texts):
        bare = _bare(text.text) if text.kind == "heading" else ""
        if m := first.match(bare) or last.match(bare):
            start = fold(text.text).index(m["rest"])
            found.append(_statement(m["name"], text, at, start, start + len(m["rest"])))
    return [s for s in found if s.is_judgement]


def _over(reading: Reading, names: Collection[str]) -> list[Statement]:
    """开办流程大幅压缩，准营仍显不足 / 市场准入维度，深圳位列第一: one after the other under a heading on dimensions, or of `names`."""
    known = [s for s, _ in _headed_topics(reading) if s.name in names]
    if names:
        return known
    run: list[Statement] = []
    for said, noun in _headed_topics(reading):
        goes_on = run and all(t.kind != "heading" for t in reading.texts[run[-1].at + 1 : said.at])
        if noun == "方面" or not (goes_on or introduced(reading, said.at)):
            continue
        run.append(said)
    return run


def _headed_topics(reading: Reading) -> Iterator[tuple[Statement, str]]:
    for at, (text, below) in enumerate(pairwise(reading.texts)):
        m = _OPENS.match(fold(below.text)) if text.kind == "heading" and below.kind == "paragraph" else None
        if m is None:
            continue
        bare = _bare(text.text)
        start = fold(text.text).index(bare)
        said = _statement(m["name"], text, at, start)
        if said.is_judgement:
            named = below.evidence(HOW, *m.span("name"))
            yield Statement(said.name, said.text, at, said.evidence, named), m["noun"]
