"""What is told of a tier without its name: under its heading, or in the sentence after the one that names it."""

import re
from dataclasses import dataclass

from extract.find.enumerations import SCOPE_NOUN, enumerations
from extract.find.tiers.model import Told
from extract.find.tiers.names import Named, claimed_in, names_in
from extract.find.tiers.scores import Scores, scores_in
from extract.find.told.marks import N
from extract.model import Passage
from extract.numerals import ordinal
from extract.prose import Prose

__all__ = ["Over", "heading_over", "newcomers", "told_under"]


@dataclass(frozen=True, slots=True)
class Over:
    """The heading of a section that names one tier, with the scores in it; `alone` where it says little else.

    `stacked` where it stands right under the name of another tier: what follows may be beside any of them.
    """

    heading: Passage
    named: Named
    scores: Scores
    alone: bool
    stacked: bool


def heading_over(
    heading: Passage, told: Prose, declared: frozenset[str], above: Over | None, before: Passage | None
) -> Over | None:
    """The one tier that a heading names, else None; `above` is the heading of a tier before it, `before` the last text."""
    names = list(names_in(told.masked, declared))
    if len(names) != 1:
        return None
    stacked = above is not None and above.heading is before and above.named.name != names[0].name
    return Over(heading, names[0], scores_in(told.masked), _alone(told, names[0]), stacked)


def _alone(told: Prose, named: Named) -> bool:
    """Whether a heading opens with the name of a tier."""
    return re.fullmatch(r"[\W\d一二三四五六七八九十]*", told.masked[: named.start]) is not None


def told_under(told: Prose, start: int, end: int, over: Over) -> Told | None:
    """A sentence under a tier's heading that is a list of places, or opens with one and counts it: …，共18城，…"""
    text, named = told.masked, over.named
    listed = list(enumerations(told, start, end))
    if not listed:
        counted = re.match(rf"(?:其余|其他|其它|包括|包含|共有?|合计)+({N})[个座]{SCOPE_NOUN}", text[start:end])
        claimed = ordinal(counted[1]) if counted and over.alone else None
        return Told(named, start, end, None, None, False, claimed, over.scores) if claimed else None
    first = listed[0]
    lead, rest = text[start : first.start], text[first.end : end]
    if not re.fullmatch(r"(?:城市|包括|包含|主要|有|成员|名单|为|[：:])*", lead) or len(first.members) < 2:
        return None
    counted = re.match(rf"[，,]?(?:总?共计?|合计|计)?有?({N})(?:个|座|家)?(?:{SCOPE_NOUN}|城)(?=[，。；]|$)", rest)
    short = len(listed) == 1 and re.fullmatch(r"[。；]?", rest)
    # 沈阳、大连、长春等3座城市得分在85分以上: as many as it counts
    tallied = claimed_in(text[start : first.end]) == len(first.members)
    if not (short or (over.alone and (counted or tallied))):
        return None
    if tallied and not counted:
        return Told(named, start, end, None, first, True, len(first.members), over.scores)
    whole = not (first.more or first.example)
    claimed = ordinal(counted[1]) if counted else claimed_in(text[start : first.end])
    return Told(named, start, end, None, first, whole, claimed, over.scores)


def newcomers(told: Prose, start: int, end: int, named: Named) -> Told | None:
    """第三梯队含54个城市。榆林、黄石4个城市新进入百强: places new in the list, told right after their tier."""
    text = told.masked
    first = next(enumerations(told, start, end), None)
    if first is None or first.start != start or len(first.members) < 2:
        return None
    new = re.match(r"(?:均|都|皆)?(?:为|是)?(?:首次|新)(?:进入|晋级?|上榜|入榜|入围|跻身)", text[first.end : end])
    return Told(named, start, end, None, first, False, None, Scores(None, None)) if new else None
