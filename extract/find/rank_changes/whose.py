"""Whose move it is: the places before it in its clause or the one before, or after it (上升最快的是X, 上升6位的X)."""

import re
from collections.abc import Sequence

from extract.context import named_places, place_of
from extract.find.case_studies.labels import place_alone
from extract.find.enumerations import SCOPE_NOUN, Enumeration
from extract.find.rank_changes.moves import Move
from extract.find.told.model import CLAUSE_END, words
from extract.fold import fold
from extract.places import Place, gazetteer
from extract.prose import PLACE, Prose
from extract.reading import Reading
from extract.words import pattern

__all__ = ["LONGEST_LINE", "card_title", "lead_of", "pointed_back", "whose"]

CARD = 3
"""Lines of a card under its title that may tell its move."""
LONGEST_LINE = 24
"""Characters of a line on a card."""


def lead_of(text: str, start: int, at: int) -> str:
    """The words of a clause before `at`."""
    return CLAUSE_END.split(text[start:at])[-1]


def whose(told: Prose, start: int, move: Move, listed: Sequence[Enumeration]) -> Enumeration | None:
    """The list that moved: the last one before it in its clause, else the only one of a clause before; or 的是X, 的X after it."""
    text = told.masked
    after = re.compile(rf"的(?:{SCOPE_NOUN})?(?:是|为|有|包括)").match(text, move.end)
    if after:
        return next((x for x in listed if x.start == after.end()), None)
    if behind := re.compile(rf"[，,](?={PLACE}(?:成为|是|成了)[^，。；]{{0,12}}(?:最[快大多高]|黑马))").match(
        text, move.end
    ):
        return next((x for x in listed if x.start == behind.end()), None)
    lead = lead_of(text, start, move.start)
    at = move.start - len(lead)
    own = [x for x in listed if at <= x.start and x.end <= move.start and not _compared(text, start, x)]
    if own:
        return own[-1]
    if described := re.compile(rf"的(?:{SCOPE_NOUN})?(?={PLACE})").match(text, move.end):
        return next((x for x in listed if x.start == described.end()), None)
    if re.search(r"[\u4e00-\u9fff][区县市州](?:的|总|综合)?(?:排名|位次|名次)?$", lead):
        return None  # 西区前进9个位次: a name that means no one place
    if (move.holds and lead) or re.search(r"其余|其他|其它|另有|另外|各|平均|总数|数量", lead):
        return None
    for _ in range(2):
        if at <= start:
            return None
        lead = lead_of(text, start, at - 1)
        end, at = at - 1, at - 1 - len(lead)
        earlier = [x for x in listed if at <= x.start and x.end <= end and not _compared(text, start, x)]
        if earlier:
            return earlier[-1] if len(earlier) == 1 or _of_its_province(text, earlier) else None
        if move.holds:
            return None
    return None


def pointed_back(reading: Reading, index: int, told: Prose, start: int, move: Move) -> Place | None:
    """The place that 该市 or 全市 stands for: the only one named before it in its passage, else the one told about there."""
    text = told.masked
    if not pattern("subjects", "same_place").match(lead_of(text, start, move.start)):
        return None
    at, end = told.back(move.start, move.end)
    folded = fold(reading.texts[index].text)
    before = {n.place.code: n.place for n in named_places(reading.docs[index], folded, None) if n.end <= at}
    if before:
        return next(iter(before.values())) if len(before) == 1 else None
    return place_of(reading, index, at, end)


def card_title(reading: Reading, index: int) -> Place | None:
    """The place that heads a card: alone in its line, with lines about it between it and `texts[index]`."""
    own = reading.texts[index]
    for at in range(index - 1, max(index - 1 - CARD, -1), -1):
        text = reading.texts[at]
        folded = fold(text.text)
        if text.box_id != own.box_id or text.page != own.page:
            return None
        named = named_places(reading.docs[at], folded, None)
        if place := place_alone(folded, named):
            return place
        if named or len(folded) > LONGEST_LINE:
            return None
    return None


def _of_its_province(text: str, listed: Sequence[Enumeration]) -> bool:
    """四川小城德阳: one city, with its province before it."""
    if len(listed) != 2 or any(len(x.members) > 1 for x in listed):
        return False
    known = gazetteer()
    province = known.resolve(listed[0].members[0].name.printed, scope="province")
    city = known.resolve(listed[1].members[0].name.printed, scope="city")
    beside = re.fullmatch(r"的?[\u4e00-\u9fff]{0,4}", text[listed[0].end : listed[1].start])
    return bool(beside and province and city and known.within(city, province))


def _compared(text: str, start: int, listed: Enumeration) -> bool:
    return bool(re.search(rf"(?:{words('set_apart')}|与|和|同)$", text[start : listed.start]))
