"""What lines of their own over or under a title tell of it, as on cards of policies and in chronicles set in lines.

2023年12月 / 国家数据局等17部门 / 《…行动计划》 / what it asks for; or 《…》 / 发布机构：国务院办公厅.
"""

import re
from collections.abc import Iterable, Sequence

from extract.find.policies.identity import with_organ
from extract.find.policies.model import Citation, Stretch
from extract.find.policies.sentence import JOINTLY, groups
from extract.fold import fold
from extract.issuers import Issuer, full_name, issuers_in
from extract.places import Place
from extract.spans.document_numbers import numbers_in
from extract.words import pattern

__all__ = ["EDGES", "NEAR", "SET", "number_over", "tells_at_most_who", "told_in_line", "told_in_lines"]

LONGEST = 44
"""Characters: a longer line tells more than who and when."""
NEAR = 3
"""Lines over or under a title that may tell of it."""
SET = ("heading", "paragraph", "list_item", "chart")
"""Kinds of text that cards are set in."""
NUMBER_LABEL = re.compile(r"(?:发文)?(?:文号|字号)[：:]?")
DAY = re.compile(
    r"^(?P<year>(?:19|20)\d\d)(?:年度?|[.\-/](?=\d))(?:\d{1,2}(?:月|[.\-/](?=\d)|$))?(?:\d{1,2}日?)?(?:起)?"
)
ISSUES = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?)?由?(?P<who>[^，。；：（(《》]{2,40}?)(?:联合|正式)?"
    r"(?P<verb>印发|出台|发布|颁布|公布)(?:实施|施行|执行)?(?:[（(][^（）()]{4,30}[）)]|(?=[，。；]))"
)
"""A sentence that opens with who issued what stands over it."""
NAMED = re.compile(r"(?:实施|施行|执行)?[（(，,]?(?:(?:发文)?(?:文号|字号)(?:为|是)?[：:]?)?")
"""What stands between 印发 and the number: 国家发展改革委印发，文号为发改规划〔2022〕266号."""
SEPARATOR = re.compile(r"^[\s|｜丨/·•・,，:：\-—–]+|[\s|｜丨/·•・,，:：\-—–]+$")
EDGES = "（）(),，、|｜丨/·•・—–- "
"""What parts a number from the organ on its line."""
MARKS = re.compile(r"^(?:[（(]?\d{1,2}[)）.、]?|[●•·■◆▪▶①-⑳])*")


def told_in_lines(stretches: Sequence[Stretch], found: Iterable[Citation]) -> None:
    """Puts issuers and year of the lines right over or under a title that stands alone into its citation.

    A line tells of one title only, the one it stands over where there is none under it yet.
    """
    at = {id(s): n for n, s in enumerate(stretches)}
    used: set[int] = set()
    for c in found:
        if id(c.stretch) not in at:
            continue
        n = at[id(c.stretch)]
        if not _is_alone(c):
            _headed_by(c, stretches[n - 1] if n else None, used)
            continue
        over = [stretches[k] for k in range(n - 1, max(-1, n - 1 - NEAR), -1)]
        under = list(stretches[n + 1 : n + 1 + NEAR])
        sides = [_beside(c, lines, used) for lines in (over, under)]
        told = any(_take(c, side, used) for side in sides) or _opens_under(c, under[:1])
        if told and c.row_year is None and c.stretch.passage.box_id is not None:
            c.row_year = next(
                (y for side in sides for s in side for y, rest in [_parted(s.tight)] if y and not rest), None
            )


def _headed_by(c: Citation, over: Stretch | None, used: set[int]) -> None:
    """Takes the organ that heads a card whose text begins with the title: 苏州市文化广电和旅游局 / 《…若干措施》对项目给予奖补。"""
    own = c.stretch.passage
    opens = c.form == "full" and MARKS.sub("", c.stretch.tight[: c.start]) == "" and own.box_id is not None
    if over and opens and not c.told.issuers and over.passage.kind == "heading":
        _take(c, _beside(c, [over], used), used)


def told_in_line(text: str, home: Place | None) -> bool:
    """Whether a line tells but who issued a policy, when, or both."""
    when, rest = _parted(text)
    return len(text) <= LONGEST and "《" not in text and bool((when and not rest) or (rest and _organs(rest, home)))


def tells_at_most_who(text: str, home: Place | None) -> bool:
    """Whether what stands before a number on its line is nothing, or names but who issued it: 财政部·财会〔2023〕11号."""
    who = text.strip(EDGES)
    return not who or bool(_organs(who, home))


def _opens_under(c: Citation, under: Sequence[Stretch]) -> bool:
    """Takes who, when and the number from a sentence under the title that leaves the title out.

    江苏省人民政府办公厅印发（苏政办发〔2024〕38号），支持…
    """
    own = c.stretch.passage
    for s in under:
        m = ISSUES.match(s.tight)
        if not m or s.passage.page != own.page or s.passage.box_id != own.box_id:
            return False
        who = _organs(m["who"], c.title.place)
        if not who:
            return False
        c.row_issuers = who
        c.row_year = c.row_year or (int(m["year"]) if m["year"] else None)
        number = next(
            (
                n
                for n in numbers_in(s.tight)
                if n.start >= m.end("verb") and NAMED.fullmatch(s.tight[m.end("verb") : n.start])
            ),
            None,
        )
        if number and not c.number and (named := with_organ(number, c.title.place)):
            c.number, c.number_span, c.number_in = named, (number.start, number.end), s
        return True
    return False


def _is_alone(c: Citation) -> bool:
    """Whether nothing but marks and brackets stands in the text beside the title."""
    passage, text = c.stretch.passage, c.stretch.tight
    _, length = groups(text[c.end :])
    bare = MARKS.sub("", text[: c.start]) == "" and not text[c.end + length :].strip("。；;，：: ")
    return c.form == "full" and passage.kind in SET and bare


def _beside(c: Citation, lines: Iterable[Stretch], used: set[int]) -> list[Stretch]:
    """The lines nearest to a title, in its box and on its page, that name no title and were not told of another."""
    found = []
    own = c.stretch.passage
    for s in lines:
        p = s.passage
        near = p.page == own.page and p.box_id == own.box_id and p.kind in SET
        if not near or id(s) in used or len(s.tight) > LONGEST or "《" in s.tight:
            break
        found.append(s)
    return found


def _take(c: Citation, lines: Sequence[Stretch], used: set[int]) -> bool:
    """Takes who and when from the lines on one side; whether they tell who. A line with but a date may stand between."""
    days: list[tuple[Stretch, int]] = []
    for s in lines:
        when, rest = _parted(s.tight)
        days += [(s, when)] if when else []
        if not rest or s is c.number_in:
            continue
        c.row_issuers = _organs(rest, c.title.place)
        if not c.row_issuers:
            return False
        used.add(id(s))
        at = lines.index(s)
        days += [(x, y) for x in lines[at + 1 :] for y, more in [_parted(x.tight)] if y and not more]
        used.update(id(x) for x, _ in days)
        c.row_year = c.row_year or next((y for _, y in days), None)
        return True
    return False


def number_over(c: Citation, over: Iterable[Stretch], used: set[int]) -> None:
    """Takes the number that alone fills a line over a title that stands alone; `used` are the lines of other titles."""
    for s in _beside(c, over, used) if c.number is None and _is_alone(c) else ():
        n = next(iter(numbers_in(s.tight)), None)
        bare = n and NUMBER_LABEL.sub("", s.tight[: n.start], count=1) + s.tight[n.end :]
        if n and bare == "" and (named := with_organ(n, c.title.place)):
            c.number, c.number_span, c.number_in = named, (n.start, n.end), s
            return


def _parted(text: str) -> tuple[int | None, str]:
    """The year of the date in a line, and what else it says."""
    rest = MARKS.sub("", fold(text)) if not DAY.match(fold(text)) else fold(text)
    label = pattern("citations", "issued_by_label").match(rest)
    rest = SEPARATOR.sub("", rest[label.end() :] if label else rest)
    day = DAY.match(rest)
    if day:
        return int(day["year"]), SEPARATOR.sub("", rest[day.end() :])
    behind = re.search(r"[|｜丨/·•，,]?\s*(?P<day>(?:19|20)\d\d年?(?:[.\-/]?\d{1,2}月?)?(?:[.\-/]?\d{1,2}日?)?)$", rest)
    return (int(behind["day"][:4]), SEPARATOR.sub("", rest[: behind.start()])) if behind else (None, rest)


def _organs(text: str, home: Place | None) -> tuple[Issuer, ...]:
    """The organs that a line names, where it names nothing else and no mere place."""
    said = pattern("citations", "issued_behind").sub("", text)
    found = tuple(issuers_in(JOINTLY.sub("", said), home) or ())
    return () if any(i.place is not None and i.name == full_name(i.place) for i in found) else found
