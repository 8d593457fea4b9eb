"""Where frameworks are named, and whether the name counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.context import is_imprint
from extract.find.frameworks.cards import by_cards, by_labels, by_sum, cards_under, labels_under, shown_sum
from extract.find.frameworks.drawn import shown_in_drawing
from extract.find.frameworks.names import ANY, Group, groups_of
from extract.find.frameworks.parts import Spelled
from extract.find.frameworks.rows import RowName, row_names
from extract.find.frameworks.spelling import spelled
from extract.find.frameworks.told import Told, told
from extract.model import Passage
from extract.reading import Reading
from extract.spans.frameworks import NAME, framework_pattern
from extract.words import lexicon

__all__ = ["Mention", "mentions"]

FEWEST = 3
"""Parts that a set phrase must be told with to be a framework here."""
WINDOW = 30
"""Passages over which the parts of a framework may be told."""
READ = ("heading", "paragraph", "list_item", "note", "caption", "cell")
OPEN_QUOTES, CLOSE_QUOTES = ("“", "「", "『", '"'), ("”", "」", "』", '"')


@dataclass(frozen=True, slots=True)
class Mention:
    """A framework named in `texts[index]`: where (offsets in the passage), its counts, and its parts if told here.

    `name` is where the name stands in `told`, `sentence` where what is said of it begins and ends there.
    """

    index: int
    at: tuple[int, int]
    shape: str
    groups: tuple[Group, ...]
    told: Told
    name: tuple[int, int]
    sentence: tuple[int, int]
    spelled: Spelled | None


def mentions(reading: Reading) -> Iterator[Mention]:
    """Each place where a framework is named, in order."""
    rows = row_names(reading)
    for index, passage in enumerate(reading.texts):
        if passage.kind not in READ or is_imprint(reading, passage):
            continue
        if index in rows:
            yield from _in_row(index, rows[index])
            continue
        for span in reading.docs[index].spans.get(NAME, []):
            found = _mention(reading, index, (span.start_char, span.end_char), span.label_)
            if found:
                yield found
        if summed := _drawn_sum(reading, index):
            yield summed


def _drawn_sum(reading: Reading, index: int) -> Mention | None:
    """A sum in a title whose parts are drawn under it, where the words alone don't tell that it is a framework."""
    found = shown_sum(reading.texts, index)
    spans = reading.docs[index].spans.get(NAME, [])
    if found is None or any(s.start_char < found[0][1] and found[0][0] < s.end_char for s in spans):
        return None
    (lo, hi), parts = found
    around = told([reading.texts[index], *parts])
    offsets = [o for which, o in around.origin if which == 0]
    name = offsets.index(lo), offsets.index(hi - 1) + 1
    return Mention(index, (lo, hi), "joined", (), around, name, (0, around.text.index("\n")), by_sum(around))


def _mention(reading: Reading, index: int, at: tuple[int, int], shape: str) -> Mention | None:
    around = told(_window(reading, index))
    offsets = [o for which, o in around.origin if which == 0]
    start, end = offsets.index(at[0]), offsets.index(at[1] - 1) + 1
    text = around.text
    groups = groups_of(text[start:end], shape)
    parts = spelled(around, start, end, shape, groups)
    if parts and reading.texts[index].kind == "heading" and _is_told_among(text, start, end, parts):
        parts = None
    for shown in _laid_out(reading, index, groups, parts) if groups else ():
        (around, parts), text = shown, shown[0].text
    if _is_set_phrase(text, start, end, parts) or not _counts(text, start, end, shape, parts):
        return None
    if parts and shape in ("dashed", "chained", "short_list", "layers", "big", "great") and _only_levels(text, parts):
        return None
    if shape in ("dashed", "chained") and (_is_route(reading, index, *at) or _is_of_index(text, start, end)):
        return None
    if parts and shape == "joined" and parts.parts[0].start < end:
        start = parts.parts[0].start
    lo = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1
    return Mention(
        index, at, shape, tuple(groups), around, (start, end), (lo, max(end, parts.end if parts else end)), parts
    )


def _is_told_among(text: str, start: int, end: int, parts: Spelled) -> bool:
    """Whether what was taken for the parts are items of a list one of which names the framework itself, and tells it."""
    again = text.find(text[start:end], end)
    return again >= 0 and parts.parts[0].start < again < parts.parts[-1].start


def _laid_out(
    reading: Reading, index: int, groups: list[Group], parts: Spelled | None
) -> Iterator[tuple[Told, Spelled]]:
    """What cards, rings and boxes beside the passage tell of it, each better than what was told before."""
    passage, texts = reading.texts[index], reading.texts
    if not (parts and parts.complete) or any(g.count == ANY for g in groups):
        cards = cards_under(texts, index)
        boxed = told([passage, *cards])
        shown = by_cards(boxed, len(cards), groups) if cards else None
        if shown and not (parts and parts.complete and len(parts.parts) >= len(shown.parts)):
            parts = shown
            yield boxed, shown
    if not (parts and parts.complete) and (labels := labels_under(texts, index)):
        drawn = told([passage, *labels])
        if shown := by_labels(drawn, len(labels), groups):
            parts = shown
            yield drawn, shown
    seen = shown_in_drawing(reading, index, groups) if not (parts and parts.complete) else None
    if seen and (parts is None or seen[1].complete or len(seen[1].parts) > len(parts.parts)):
        yield seen


def _in_row(index: int, row: RowName) -> Iterator[Mention]:
    """A framework named in a cell, if it counts: its column holds names of structures, or its row tells the parts."""
    text, (start, end) = row.told.text, row.name
    if _is_set_phrase(text, start, end, row.spelled) or (row.spelled and _only_levels(text, row.spelled)):
        return
    stop = row.spelled.end if row.spelled else end
    yield Mention(index, row.at, row.shape, row.groups, row.told, row.name, (start, max(end, stop)), row.spelled)


def _window(reading: Reading, index: int) -> list[Passage]:
    """The passage and those under it that may tell the parts: up to the next heading that is not below it.

    A cell tells what it tells alone.
    """
    own = reading.texts[index]
    if own.kind == "cell":
        return [own]
    section = reading.section_of(own)
    level = (own.level or 9) if own.kind == "heading" else section.level if section else 0
    found = [own]
    for passage in reading.texts[index + 1 : index + 1 + WINDOW]:
        if passage.kind == "heading" and (passage.level or 9) <= level:
            break
        if passage.kind in ("heading", "paragraph", "list_item"):
            found.append(passage)
    return found


def _is_set_phrase(text: str, start: int, end: int, parts: Spelled | None) -> bool:
    words = lexicon("frameworks")["stop"]
    name = text[start:end]
    if name in words["unless_told"] and parts and len(parts.parts) >= FEWEST:
        return False
    if name in words["unless_told"] and framework_pattern("set_but_built").match(text[end:]):
        return False
    if name in words["words"] or framework_pattern("alike").match(name) or framework_pattern("idiom").match(name):
        return True
    follows = words["followed"].get(name)
    return bool(follows and follows in text[end : end + len(follows) + 3])


def _counts(text: str, start: int, end: int, shape: str, parts: Spelled | None) -> bool:
    """Whether a name counts, by what its shape asks for."""
    asks = next(s["head"] for s in lexicon("frameworks")["shapes"] if s["name"] == shape)
    if shape == "big" and text[start - 1 : start] in OPEN_QUOTES and text[end : end + 1] in CLOSE_QUOTES:
        asks = "any"
    if asks == "own" or (parts and shape not in ("joined", "chained", "ones_told")):
        return True
    if asks == "parts":
        return False
    after = _past_the_next(text[end : end + 60])
    if shape in ("joined", "chained") and framework_pattern("coins").search(text[max(0, start - 12) : start]):
        return True
    if asks in ("any", "coined") and framework_pattern("coined").search(text[start : end + 6]):
        return True
    if framework_pattern("strong").match(after):
        return True
    before = text[max(0, start - 24) : start]
    return asks == "any" and bool(framework_pattern("weak").match(after) or framework_pattern("makes").search(before))


def _past_the_next(after: str) -> str:
    """What stands behind a name and the names that go with it: “甲”、“乙”格局, “甲”与2030年“乙”目标."""
    beside = re.match(r"(?:[”\"」』’](?:[、和与及]|以及)?(?:\d{4}年[底前]?)?[“\"「『‘][^“”\"「」『』‘’]{1,16})+", after)
    return after[beside.end() :] if beside else after


def _is_route(reading: Reading, index: int, start: int, end: int) -> bool:
    """上海—南京—合肥 names places, one after the other."""
    places = reading.docs[index].spans.get("places", [])
    return bool(sum(start <= p.start_char and p.end_char <= end for p in places) > 1)


def _is_of_index(text: str, start: int, end: int) -> bool:
    """“准备度—平台层—数据层”评价体系 and 评估体系延续“准备度—平台层—数据层”的框架 tell the dimensions of a ranking."""
    clause = re.split("[，。；：\n]", text[:start])[-1].rstrip('“「『"')
    index = framework_pattern("of_an_index")
    return any(index.search(clause[:at]) for at in range(2, len(clause) + 1)) or bool(index.search(text[start:end]))


def _only_levels(text: str, parts: Spelled) -> bool:
    """省、市、县 are levels of government, 东部、中部、西部 regions of the country: no parts of a structure."""
    words = lexicon("frameworks")
    names = {text[p.start : p.end] for p in parts.parts}
    levels = {re.sub(r"级$", "", name) for name in names}
    return levels <= {*words["levels"]["words"]} or names <= {*words["regions"]["words"]}
