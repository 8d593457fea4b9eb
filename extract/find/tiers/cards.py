"""Tiers set on cards: a name in a line of its own, then a line with count and bounds, then the places.

领跑型 / 10个城市｜80分以上 / 杭州、深圳、上海…; A级 / 得分：80-90分 / 广州、杭州. One card proves nothing; a row of them does.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise

from extract.chains import chains
from extract.find.enumerations import SCOPE_NOUN, Enumeration, Member, enumerations, resolved
from extract.find.tiers.grades import GRADE
from extract.find.tiers.names import group, own_word, tier_name
from extract.find.tiers.scores import BOUNDS, Scores, scores_in
from extract.find.told.marks import N
from extract.model import Passage, printed_lines, union
from extract.numerals import ordinal
from extract.places import gazetteer
from extract.prose import PLACE, Name, Prose, prose
from extract.reading import Reading
from schema.base import Evidence
from schema.tier import Tier

__all__ = ["Card", "are_tiers", "card_of", "only_places", "put_places", "take_any", "tiers_on_cards", "with_cards"]

HOW = "tier card"
READ = ("heading", "paragraph", "list_item", "note")
LOOK = 3
"""Texts after a name that may belong to its card."""
APART = 4
"""Texts from one card of a row to the next, at the most."""

_COUNT = rf"(?P<count>{N})(?:[个座家](?:{SCOPE_NOUN})?|城)"
_TOKEN = (
    rf"(?:{_COUNT.replace('?P<count>', '?:')}|{BOUNDS}分?|综合|得分|总分|指数|分值|分数|区间|共计?|合计|(?:城市)?数量?|占比|"
    r"\d+(?:\.\d+)?%|[\s|/·•()（）,，、：:;；~～—-])"
)
_SOME = re.compile(r"(?:以|如|代表性?城市|典型城市|主要(?:有|包括|为)|包括|包含|成员|城市)[:：]?")
"""What may stand before the places of a card: 以呼和浩特、西宁等为代表; 代表城市：呼和浩特、西宁."""
_SORT = r"[\u4e00-\u9fff]{0,3}(?:类型|等级|层级|分级|分类|分档|种类)(?![\u4e00-\u9fff])"
"""What names all of them, not one: 城市类型."""
_META = re.compile(rf"{_TOKEN}+")


@cache
def _label() -> re.Pattern[str]:
    named = rf"第\s?{N}{group('nouns')}|{GRADE}|(?:[A-Z]\d)?(?!{_SORT})[\u4e00-\u9fff]{{2,4}}[型级类档]|{own_word()}"
    return re.compile(
        rf"[\W\d]*?[“]?(?P<name>{named})[”]?(?:城市|省份|地区)?(?P<rest>(?![\u4e00-\u9fff]).*|{_TOKEN}.*)?$"
    )


@dataclass
class Card:
    """What stands on one card, from its first text to its last; `cut` where its list breaks off after a 、."""

    name: str
    first: int
    last: int
    claimed: int | None = None
    scores: Scores = field(default_factory=lambda: Scores(None, None))
    members: list[str] = field(default_factory=list)
    more: bool = False
    cut: bool = False
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def is_scored(self) -> bool:
        """Whether it says which scores its places have."""
        return self.scores != Scores(None, None)

    def record(self) -> Tier:
        """As a record."""
        whole = (
            len(self.members) == self.claimed if self.claimed else bool(self.members) and not (self.more or self.cut)
        )
        low, high = self.scores.low, self.scores.high
        return Tier(
            name=self.name,
            claimed=self.claimed,
            score_min=low,
            score_max=high,
            members=self.members,
            complete=whole,
            evidence=self.evidence,
        )


def tiers_on_cards(reading: Reading, declared: Collection[str]) -> list[Tier]:
    """The tiers of each row of cards. Names that may be types of anything (资源型) need scores, save `declared` ones."""
    return [c.record() for row in chains(_cards(reading), _is_near) if are_tiers(row, declared) for c in row]


def are_tiers(row: Sequence[Card], declared: Collection[str]) -> bool:
    """Whether cards that stand together are the tiers of one thing: each another name, most of them with scores."""
    sure = all(tier_name(c.name) or re.fullmatch(GRADE, c.name) or c.name in declared for c in row)
    scored = sum(c.is_scored for c in row) > 1
    return len({c.name for c in row}) == len(row) > 1 and (scored or (sure and any(c.members for c in row)))


def with_cards(told: Sequence[Tier], cards: Sequence[Tier]) -> list[Tier]:
    """The tiers of the sentences, with what only the cards say of them; then those that only cards have."""
    rest = list(cards)
    found = []
    for tier in told:
        same = next((c for c in rest if c.name == tier.name and _agree(tier, c)), None)
        if same:
            rest.remove(same)
        found.append(_filled(tier, same) if same else tier)
    return found + rest


def _agree(told: Tier, card: Tier) -> bool:
    return not told.members or not card.members or bool(set(told.members) & set(card.members))


def _filled(told: Tier, card: Tier) -> Tier:
    claimed = told.claimed or card.claimed
    members = told.members if len(told.members) >= len(card.members) else card.members
    bounded = told.score_min is not None or told.score_max is not None
    return told.model_copy(
        update={
            "claimed": claimed,
            "members": members,
            "complete": len(members) == claimed if claimed else told.complete or card.complete,
            "score_min": told.score_min if bounded else card.score_min,
            "score_max": told.score_max if bounded else card.score_max,
            "evidence": [*told.evidence, *(e for e in card.evidence if e not in told.evidence)],
        }
    )


def _is_near(card: Card, after: Card) -> bool:
    return after.first - card.last <= APART


def card_of(reading: Reading, at: int) -> Card | None:
    """The card that `texts[at]` opens with its name, and with what else it says there."""
    text = reading.texts[at]
    told = prose(reading.docs[at])
    m = _label().fullmatch(told.masked)
    if m is None:
        return None
    card = Card(tier_name(m["name"]) or m["name"], at, at, evidence=text.evidence(HOW, 0, len(text.text)))
    rest = told.masked[m.start("rest") :] if m["rest"] else ""
    return card if not rest or _take(reading, text, told, card, m.start("rest")) else None


def _cards(reading: Reading) -> Iterator[Card]:
    for at, text in enumerate(reading.texts):
        card = card_of(reading, at) if text.kind in READ else None
        if card and not _is_epithet(reading, at):
            if not _is_stacked(reading, at):
                _gather(reading, card)
            if card.claimed or card.is_scored or card.members:
                yield card


def _is_stacked(reading: Reading, at: int) -> bool:
    """Whether a name stands right under another tier's: what follows the last may stand beside any of them."""
    above = _label().fullmatch(prose(reading.docs[at - 1]).masked) if at else None
    return above is not None and _is_graded(above["name"])


def _is_graded(name: str) -> bool:
    """Whether a name says where in an order it stands: 第一梯队, A级."""
    return bool(tier_name(name) or re.fullmatch(GRADE, name))


def _is_epithet(reading: Reading, at: int) -> bool:
    """Whether a text is but another name of the tier right over it: 领跑型 under 第一梯队."""
    own = _label().fullmatch(prose(reading.docs[at]).masked)
    return own is not None and not own["rest"] and not _is_graded(own["name"]) and _is_stacked(reading, at)


def _gather(reading: Reading, card: Card) -> None:
    """Take in the texts after a name: lines of counts, then the first list; prose may stand between them."""
    for at in range(card.first + 1, min(card.first + 1 + LOOK, len(reading.texts))):
        text = reading.texts[at]
        if card.members or text.kind not in READ:
            return
        told = prose(reading.docs[at])
        if at == card.first + 1 and _is_epithet(reading, at):
            continue
        if _label().fullmatch(told.masked) or (card.is_scored and _is_scored(told)):
            return
        if only_places(reading, at):
            _gather_lines(reading, card, at)
            return
        if take_any(reading, text, told, card):
            card.last = at
        elif text.kind == "heading" or not (card.claimed or card.is_scored):
            return


def take_any(reading: Reading, text: Passage, told: Prose, card: Card) -> bool:
    """Read all of a text, else the lines of it that list as many places as the card counts, else a list that opens it."""
    for span in ((0, len(told.masked)), _counted_lines(text, told, card), _opening_list(told)):
        if span and _take(reading, text, told, card, *span):
            card.evidence += text.evidence(HOW, *told.back(*span))
            return True
    return False


def _opening_list(told: Prose) -> tuple[int, int] | None:
    """The first sentence of several, where places open it: 上海、深圳、杭州。这些城市…"""
    start, end = next(told.sentences(), (0, 0))
    lead = _SOME.match(told.masked, start, end)
    opens = re.compile(PLACE).match(told.masked, lead.end() if lead else start, end)
    return (start, end) if opens and end < len(told.masked) else None


def only_places(reading: Reading, at: int) -> tuple[Name, ...]:
    """The places of a text that is nothing else: one, or some parted by blanks; else none."""
    told = prose(reading.docs[at])
    words = told.masked.strip()
    if len(told.names) == 1 and re.fullmatch(rf"{PLACE}[市州]?", words):
        return told.names
    parted = None if "、" in words else _parted(told, 0, len(told.masked))
    return tuple(m.name for m in parted.members) if parted else ()


def put_places(reading: Reading, card: Card, texts: Sequence[int]) -> bool:
    """Puts all places of texts that are nothing else on a card, if it is sure which are meant."""
    names = {n.printed: n for at in texts for n in only_places(reading, at)}
    listed = Enumeration(0, 0, tuple(map(Member, names.values())), more=False, example=False)
    places = resolved(listed, reading.document.year) if len(names) > 1 else None
    if places:
        card.members = [p.name for p in places[1]]
        card.evidence += [e for at in texts for e in reading.texts[at].evidence(HOW, 0, len(reading.texts[at].text))]
    return bool(places)


def _gather_lines(reading: Reading, card: Card, start: int) -> None:
    """Take in the places that stand one a line, in the frame of the first of them, under the name or beside it."""
    box = reading.texts[start].box_id
    if _stands_higher(reading.texts[start], reading.texts[card.first]):
        return
    seen: set[str] = set()
    end = start
    while end < len(reading.texts) and reading.texts[end].box_id == box and reading.texts[end].kind in READ:
        names = {n.printed for n in only_places(reading, end)}
        if not names or names & seen:
            break
        seen |= names
        end += 1
    if put_places(reading, card, range(start, end)):
        card.last = end - 1


def _stands_higher(text: Passage, other: Passage) -> bool:
    """Whether a text ends above another on its page: in reading order it may come after it all the same."""
    boxes = [[c.box for c in t.chars if c] for t in (text, other)]
    return text.page == other.page and all(boxes) and union(boxes[0])[3] < union(boxes[1])[1]


def _is_scored(told: Prose) -> bool:
    """Whether a text opens with bounds of scores: those of another card, after a card that has its own."""
    meta = _META.match(told.masked)
    return meta is not None and scores_in(meta[0]) != Scores(None, None)


def _counted_lines(text: Passage, told: Prose, card: Card) -> tuple[int, int] | None:
    """The whole printed lines in which a text lists as many places as its card counts, or opens with some and 等.

    Other lines may be joined to them.
    """
    starts = [bisect_left(told.offsets, start) for start, _ in printed_lines(text.chars)]
    starts = [s for s in starts if not any(n.start < s < n.end for n in told.names)]
    if not card.claimed or len(starts) < 2:
        return None
    for start, end in combinations([*starts, len(told.text)], 2):
        words = told.masked[start:end].rstrip("。；")
        listed = next(enumerations(told, start, start + len(words)), None) if re.match(PLACE, words) else None
        if not listed or listed.end != start + len(words):
            continue
        if len(listed.members) == card.claimed or (start == 0 and words.endswith("等") and len(listed.members) > 1):
            return start, end
    return None


def _parted(told: Prose, start: int, end: int) -> Enumeration | None:
    """Places parted by blanks or bars, of which none lies in another: 沈阳 大连 长春."""
    if not re.fullmatch(rf"(?:{PLACE}市?[\s|/·,，]*){{2,}}", told.masked[start:end]):
        return None
    names = told.names_in(start, end)
    known = [gazetteer().by_code.get(n.code or "") for n in names]
    if any(a and b and gazetteer().within(b, a) for a, b in pairwise(known)):
        return None
    return Enumeration(start, end, tuple(Member(n) for n in names), more=False, example=False)


def _take(reading: Reading, text: Passage, told: Prose, card: Card, start: int, stop: int | None = None) -> bool:
    """Read a text from `start` to `stop`, if it is counts and bounds, a list, or both; prose may follow counts."""
    stop = len(told.masked) if stop is None else stop
    meta = _META.match(told.masked, start, stop)
    end = meta.end() if meta else start
    words = told.masked[start:end]
    count = re.search(_COUNT, words)
    scores = scores_in(words)
    if meta and not count and scores == Scores(None, None):
        return False
    rest = told.masked[end:stop].rstrip("。；、").removesuffix("为代表")
    lead = _SOME.match(rest)
    first = end + (lead.end() if lead else 0)
    opens = re.match(PLACE, told.masked[first:stop])
    listed = next(enumerations(told, first, end + len(rest)), None) if opens else None
    is_list = listed is not None and listed.end == end + len(rest) and len(listed.members) > 1
    if not is_list and (listed := _parted(told, first, end + len(rest))):
        is_list = True
    if not meta and not is_list:
        return False
    if is_list and listed:
        places = resolved(listed, reading.document.year)
        if places is None:
            reading.warnings.append(f"第{text.page}页{card.name}成员不能确定 (page {text.page}: unclear members)")
        else:
            card.members = [*(card.members if card.cut else ()), *(p.name for p in places[1])]
            card.more = listed.more or listed.example
            card.cut = told.masked[:stop].endswith("、")
    card.claimed = card.claimed or (ordinal(count["count"]) if count else None)
    card.scores = card.scores if card.is_scored else scores
    return True
