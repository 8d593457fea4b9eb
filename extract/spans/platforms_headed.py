"""Names of platforms without quotation marks: they end in a head and begin after the last word that is no part of them."""

import re
from collections.abc import Iterator

from extract.prose import Prose
from extract.spans.platforms_quoted import tells_what
from extract.spans.platforms_words import LONGEST, Found, heads, left, short_for
from extract.words import pattern

__all__ = ["headed"]

HARD = '，。；：、—！？,;:!?（）()《》【】[]“”‘’"「」『』\n|/→–―●○•■□▪►▶➤➢◆◇★☆▲※'
GLOSS = re.compile(r"[（(][A-Za-z][A-Za-z0-9.+-]{0,11}[）)]$")
HAN = re.compile(r"[一-鿿]*")
AND = re.compile(r"以及|和|与|及|暨")
TOLD = re.compile(r"[”\"」』’](?:——|[:：])$")
"""What stands before words that only say what the name in quotation marks before them is."""
TWO = re.compile(r"(?:平台|系统|中心|大脑)(?:以及|和|与|及)")


def headed(text: Prose) -> Iterator[Found]:
    """城市运行管理服务平台, 交通大脑: a head with what tells it apart before it."""
    for kind, head, misses in heads():
        for m in head.finditer(text.text):
            after = text.text[m.end() :]
            if misses.match(after) or pattern("platforms", "ought").match(after) or tells_what(text.text, m.end()):
                continue
            start = _start(text, m, kind)
            if start is not None and _is_planned(text, start, m.end()):
                continue
            if start is not None and not TOLD.search(text.text[max(0, start - 3) : start]):
                version = pattern("platforms", "version").match(text.text[m.end() :])
                yield start, m.end() + (version.end() if version else 0), kind


def _is_planned(text: Prose, start: int, end: int) -> bool:
    """Whether the sentence says that it is still to be built; a name with its place in it is one already."""
    sentence = re.split(r"[。！？\n]", text.text[:start])[-1]
    return pattern("platforms", "planned").search(sentence) is not None and not text.names_in(start, end)


def _start(text: Prose, head: re.Match[str], kind: str) -> int | None:
    """Where the name begins that ends in `head`; None where nothing tells it apart."""
    words = text.text
    lo = head.start()
    while lo > 0 and head.start() - lo < LONGEST:
        gloss = GLOSS.search(words[:lo])
        if gloss:
            lo = gloss.start()
        elif words[lo - 1] in HARD:
            break
        else:
            lo -= 1
    starts = {lo}
    names = text.names_in(lo, head.start())
    if (cloud := text.text[max(lo, head.start() - 2) : head.start()]) and pattern("platforms", "cloud").match(cloud):
        before = text.text[lo : head.start() - 2]
        if not before or pattern("platforms", "cut").search(before[-2:]) or before.endswith("其"):
            return head.start() - 2
    words_between = [m.span() for m in pattern("platforms", "cut").finditer(words, lo, head.start())]
    words_between += [m.span() for m in AND.finditer(words, lo, head.start()) if head.start() - m.end() > 2]
    starts |= {b for a, b in words_between if not any(n.start < b and a < n.end for n in names)}
    for start in sorted(starts, reverse=True):
        if not _is_generic(text, start, head, kind):
            begins_with_verb = pattern("platforms", "cut").match(words, start, head.start())
            own = next((n for n in names if n.start == start), None)
            if begins_with_verb or pattern("platforms", "loose").match(words[own.end if own else start : head.end()]):
                return None
            return None if _is_any(words, start, head.start(), own=own is not None) else start
        if start == head.start() or not pattern("platforms", "noun").search(words[lo:start]):
            return None
    return None


def _is_any(words: str, start: int, head: int, *, own: bool) -> bool:
    """Whether the words up to the name's head say that it is any of a kind; `own`: its name begins with its place."""
    clause = re.split(r"[，。；：！？,;\n]", words[:head])[-1]
    before = words[max(0, start - LONGEST) : start]
    return any(
        pattern("platforms", key).search(said)
        for key, said in (("masses", clause), ("many", before), ("called_so", "" if own else before))
    )


def _is_generic(text: Prose, start: int, head: re.Match[str], kind: str) -> bool:
    """Whether the name from `start` to the end of `head` is made of words that tell no platform from another."""
    words = text.text
    name = words[start : head.end()]
    before = words[start : head.start()]
    if pattern("platforms", "common").search(name) or pattern("platforms", "many").search(before) or TWO.search(before):
        return True
    if kind == "大脑":
        return len(before) < 2 or pattern("platforms", "everywhere").match(before) is not None
    if kind == "中心" and re.match("智慧|数字|市域|城市|基层|综合", head.group()) and "治理" in head.group():
        return False
    if text.names_in(head.start(), head.end()):
        return False
    place = next((n for n in text.names_in(start, head.start()) if n.start == start), None)
    if place and pattern("platforms", "cut").match(words, place.end, head.start()):
        return True
    if place and (place.end < head.start() or kind == "中心" or head.group()[-1] in "网云"):
        return False
    if pattern("platforms", "national").match(name) and len(before) >= 4:
        return bool(pattern("platforms", "everywhere").match(before)) and len(left(before)) < 2
    if head.group() in ("平台", "系统") and _is_trade(before):
        return True
    return len(left(before)) < 2 and not pattern("platforms", "unified").match(before)


def _is_trade(before: str) -> bool:
    """Whether two characters only say of which trade or device it is (铁路系统); coined ones do not: 根云, 蓉数."""
    return len(before) == 2 and HAN.fullmatch(before) is not None and not any(c in short_for() for c in before)
