"""Names of platforms, systems, centres, brains and apps: `doc.spans["platforms"]`, label = kind.

The words stand in `lexicon/platforms.yml`. A name ends in its head (平台, 系统, 大脑, ...) and begins after the last word that is no
part of it (建成, 的, 一个); what is left must hold more than words that tell no platform from another. Names in quotation
marks need a head after them, or words that say that people use it.
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.places import gazetteer
from extract.prose import Prose, prose
from extract.spans import frameworks
from extract.spans.platforms_coined import coined, headline, made
from extract.words import lexicon, pattern

__all__ = ["NAME", "heads", "is_part_of_app"]

NAME = "platforms"

Found = tuple[int, int, str]
"""Start, end, kind."""

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
QUOTED = re.compile(r"[“「『‘\"]([^“”「」『』‘’\"\n]{2,18})[”」』’\"]")
HARD = '，。；：、！？,;:!?（）()《》【】[]“”‘’"「」『』\n|/→●○•■□▪►▶➤➢◆◇★☆▲※'
LONGEST = 28
SHORTEST_APP = 4
"""“区块链”应用 is no app by name, “浙里兴村共富”应用 is."""
LONGEST_APP = 8
GLOSS = re.compile(r"[（(][A-Za-z][A-Za-z0-9.+-]{0,11}[）)]$")
AND = re.compile(r"以及|和|与|及|暨")
APPOSED = re.compile("(?:——|[-:：])?" + QUOTED.pattern)
BECOMES = re.compile(r"[向由从][“「『‘\"]$")
"""由“经验判断”向“智能推演”升级 tells a change, no app that was renamed."""
OPENING = tuple('“「『‘"')
TWO = re.compile(r"(?:平台|系统|中心|大脑)(?:以及|和|与|及)")


@Language.component(NAME)
def platforms(doc: Doc) -> Doc:
    """Writes the names it finds; run it after `places` and `frameworks`."""
    text = prose(doc)
    taken = [m.span() for m in TITLE.finditer(text.text)]
    taken += _frameworks(doc, text)
    spans = []
    own = [(s.start_char, s.text) for s in doc.spans.get("places", [])]
    found = [
        *_entrances_of(text),
        *_quoted(text),
        *_known(text.text),
        *_listed(text.text),
        *coined(text, own),
        *made(text),
        *headline(text),
        *_headed(text),
    ]
    for start, end, kind in found:
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        span = doc.char_span(*text.back(start, end), label=kind)
        if span is not None:
            spans.append(span)
    doc.spans[NAME] = sorted(spans, key=lambda s: s.start)
    return doc


def _frameworks(doc: Doc, text: Prose) -> Iterator[tuple[int, int]]:
    """Where names of frameworks stand; 三 of 三亚 counts nothing."""
    places = {n.start for n in text.names}
    for span in doc.spans.get(frameworks.NAME, []):
        start, end = text.offsets.index(span.start_char), text.offsets.index(span.end_char - 1) + 1
        if span.label_ not in ("big", "layers", "joined") and start not in places:
            yield start, end


def _kinds() -> dict[str, dict[str, str]]:
    return {kind: entry for kind, entry in lexicon("platforms")["heads"].items() if isinstance(entry, dict)}


@cache
def _short_for() -> str:
    """What cities and provinces are called for short."""
    return str(lexicon("platforms")["short_for"]["characters"])


@cache
def heads() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Kind, the head that ends such a name, and what must not follow the head."""
    return tuple(
        (kind, re.compile(entry["pattern"], re.VERBOSE), re.compile(entry["misses"]))
        for kind, entry in _kinds().items()
    )


def _entrances_of(told: Prose) -> Iterator[Found]:
    """A place's own entrance to an app that many places share: “赣服通”赣州分厅."""
    for app in _apps().finditer(told.text):
        start = app.start() - (told.text[app.start() - 1 : app.start()] in OPENING)
        for place in told.names:
            lead = told.text[app.end() : place.start]
            part = pattern("platforms", "part").match(told.text, place.end)
            if part and app.end() <= place.start and pattern("platforms", "before_part").fullmatch(lead):
                yield start, part.end(), "应用"


def _quoted(told: Prose) -> Iterator[Found]:
    """“智慧株洲·诸事达”APP | “互联网+政务服务”平台 | “数字金融一贷通”累计…"""
    text = told.text
    for m in QUOTED.finditer(text):
        name, after = m[1], text[m.end() :]
        inside = pattern("platforms", "inside").match(after)
        slogan = is_slogan(name)
        if (
            inside
            and inside.group() == "应用"
            and (slogan or (len(name) < SHORTEST_APP and name[0] not in _short_for()))
        ):
            continue
        if inside and "、" not in name and _is_one_phrase(inside.group()) and not _missed(after, inside.group()):
            if pattern("platforms", "class_of").match(name):
                continue
            apart = _stands_apart(name, inside.group())
            yield (*(m.span(1) if apart else (m.start(), m.end() + inside.end())), _kind(inside.group()))
        elif _is_named(name):
            yield m.start(1), m.end(1), _kind(name)
        elif (
            name in lexicon("platforms")["apps"]["names"]
            or is_part_of_app(name)
            or _is_among_entrances(text, m)
            or pattern("platforms", "lettered").search(name)
            or pattern("platforms", "own_pass").search(name)
            or pattern("platforms", "own_trip").search(name)
            or (not slogan and _is_at_work(told, m))
        ):
            yield m.start(1), m.end(1), _kind_of_product(name)


def _stands_apart(name: str, inside: str) -> bool:
    """Whether the word after the quotation marks is no part of the name: “灵锡”APP, “渝快办”平台, but “互联网+政务服务”平台."""
    if inside not in lexicon("platforms")["apart"]["words"] or pattern("platforms", "plain").match(_left(name)):
        return False
    coined = name in lexicon("platforms")["apps"]["names"] or is_part_of_app(name)
    return inside not in ("平台", "系统") or coined or (len(name) <= LONGEST_APP and _is_app(name))


def _is_app(name: str) -> bool:
    return bool(pattern("platforms", "app_name").search(name)) and not is_slogan(name)


def is_slogan(name: str) -> bool:
    """Whether it names a way of serving or of working; 三 of 三亚 counts nothing."""
    own = next((n for n in (3, 2) if gazetteer().candidates(name[:n])), 0)
    return pattern("platforms", "mode").search(name[own:] if own < len(name) else name) is not None


def _is_named(name: str) -> bool:
    """Whether a name in quotation marks ends in what it is, and is no word for any such thing: “超算互联网平台”."""
    ends = [m for _, head, _ in heads() for m in head.finditer(name) if m.end() == len(name)]
    if not ends or pattern("platforms", "common").search(name) or pattern("platforms", "cut").match(name):
        return False
    return all(m.start() >= SHORTEST_APP for m in ends) and not pattern("platforms", "service").match(name)


def is_part_of_app(name: str) -> bool:
    """Whether it is a place's own part of a known app: 浙里办·衢州."""
    app = _apps().match(name)
    return app is not None and pattern("platforms", "district").match(name[app.end() :]) is not None


def _is_at_work(told: Prose, m: re.Match[str]) -> bool:
    """Whether the words around a name in quotation marks tell of a product that people use."""
    return (
        _in_use(told.text, m) or _is_product_in_use(told.text, m) or _is_launched(told, m) or _is_called(told.text, m)
    )


def _is_called(text: str, m: re.Match[str]) -> bool:
    """Whether the words before it say what was made by that name: 打造智慧文旅平台“云游遵义”."""
    before, after = text[max(0, m.start(1) - LONGEST) : m.start(1)], text[m.end(1) :]
    return bool(pattern("platforms", "called").search(before) and not pattern("platforms", "not_it").match(after))


def _is_launched(told: Prose, m: re.Match[str]) -> bool:
    """Whether it went online under the name of its place, or was made under a name that only apps have: 打造“连易通”、…"""
    before, after = told.text[max(0, m.start() - 8) : m.start() + 1], told.text[m.end(1) :]
    places = told.names_in(*m.span(1))
    if places and pattern("platforms", "went_online").search(before):
        return not pattern("platforms", "not_it").match(after)
    if places and places[-1].end == m.end(1) and pattern("platforms", "before_name").search(before):
        return not pattern("platforms", "not_it").match(after)
    made, app = pattern("platforms", "made").search(before), pattern("platforms", "app_word").search(m[1])
    return bool(made and app and pattern("platforms", "ends_there").match(after))


def _in_use(text: str, m: re.Match[str]) -> bool:
    if BECOMES.search(text[: m.start() + 1]):
        return False
    after = text[m.end(1) :]
    if pattern("platforms", "after_name").match(after) or pattern("platforms", "is_one").match(after):
        return True
    before = text[max(0, m.start() - 8) : m.start() + 1]
    made = pattern("platforms", "before_name").search(before) and pattern("platforms", "app_name").search(m[1])
    return bool(made and not pattern("platforms", "not_it").match(after))


def _is_among_entrances(text: str, m: re.Match[str]) -> bool:
    """Whether it stands in a list of names in quotation marks that are said to be entrances or apps: “苏周到”“苏商通”等服务入口."""
    rest = pattern("platforms", "entrances").match(text[m.end() :])
    field = pattern("platforms", "field").match(m[1])
    return rest is not None and not field and not is_slogan(m[1])


def _kind_of_product(name: str) -> str:
    """A brain or a centre says what it is; any other name is an app."""
    is_app = pattern("platforms", "app_name").search(name) or not pattern("platforms", "product").search(name)
    return "应用" if is_app else _kind(name)


def _is_product_in_use(text: str, m: re.Match[str]) -> bool:
    """Whether a name in quotation marks ends like a product and is told to be made or at work: “德阳数据超市”上架产品386款."""
    product, app = (pattern("platforms", key).search(m[1]) for key in ("product", "app_name"))
    if product and len(_left(m[1][: product.start()])) >= 2:
        before = text[max(0, m.start() - 6) : m.start() + 1]
        return bool(pattern("platforms", "made").search(before) or pattern("platforms", "runs").match(text[m.end(1) :]))
    return bool(app and len(m[1]) <= LONGEST_APP and pattern("platforms", "runs").match(text[m.end(1) :]))


def _listed(text: str) -> Iterator[Found]:
    """多专是橡链云、檬豆云、酷特智能等专业平台: all of a list of platforms in which one ends like a product."""
    for m in pattern("platforms", "listed").finditer(text):
        items = list(re.finditer("[^、]+", m["list"]))
        products = any(pattern("platforms", "product").search(item.group()) for item in items)
        for item in items:
            if products or pattern("platforms", "app_word").search(item.group()):
                yield m.start("list") + item.start(), m.start("list") + item.end(), "平台"


def _is_one_phrase(inside: str) -> bool:
    """Whether no verb stands between the quotation marks and the head: not “渝快政”打造一体化平台."""
    return inside in ("应用", "应用程序") or not pattern("platforms", "cut").search(inside)


def _missed(after: str, inside: str) -> bool:
    return any(re.match(misses, after[len(inside) :]) for _, head, misses in heads() if head.search(inside))


def _kind(inside: str) -> str:
    found = [(m.end(), kind) for kind, head, _ in heads() for m in head.finditer(inside)]
    if found:
        return max(found)[1]
    return "应用" if inside in ("应用", "应用程序") else "平台"


def _known(text: str) -> Iterator[Found]:
    for m in _apps().finditer(text):
        yield m.start(), m.end(), "应用"


@cache
def _apps() -> re.Pattern[str]:
    apps = lexicon("platforms")["apps"]
    names = sorted((n for n in apps["names"] if n not in apps["quoted_only"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def _headed(text: Prose) -> Iterator[Found]:
    for kind, head, misses in heads():
        for m in head.finditer(text.text):
            if misses.match(text.text[m.end() :]) or _tells_what(text.text, m.end()):
                continue
            start = _start(text, m, kind)
            if start is not None:
                version = pattern("platforms", "version").match(text.text[m.end() :])
                yield start, m.end() + (version.end() if version else 0), kind


def _tells_what(text: str, end: int) -> bool:
    """Whether words only say what the name in quotation marks after them is: 智慧文旅平台“云游遵义”."""
    quoted = APPOSED.match(text, end)
    return quoted is not None and not is_slogan(quoted[1]) and _is_called(text, quoted)


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
    for m in pattern("platforms", "cut").finditer(words, lo, head.start()):
        if not any(n.start < m.end() and m.start() < n.end for n in names):
            starts.add(m.end())
    for m in AND.finditer(words, lo, head.start()):
        if head.start() - m.end() > 2:
            starts.add(m.end())
    for start in sorted(starts, reverse=True):
        if not _is_generic(text, start, head, kind):
            begins_with_verb = pattern("platforms", "cut").match(words, start, head.start())
            return None if begins_with_verb or _is_any(words, start, head.start()) else start
        if start == head.start() or not pattern("platforms", "noun").search(words[lo:start]):
            return None
    return None


def _is_any(words: str, start: int, head: int) -> bool:
    """Whether the words up to the name's head say that it is any of a kind."""
    clause = re.split(r"[，。；：！？,;\n]", words[:head])[-1]
    before = words[max(0, start - LONGEST) : start]
    return any(
        pattern("platforms", key).search(said)
        for key, said in (("masses", clause), ("many", before), ("called_so", before))
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
        return bool(pattern("platforms", "everywhere").match(before)) and len(_left(before)) < 2
    return len(_left(before)) < 2 and not pattern("platforms", "unified").match(before)


def _left(before: str) -> str:
    """What is left of a name's modifiers without the words of `generic`."""
    return _generic().sub("", before)


@cache
def _generic() -> re.Pattern[str]:
    words = sorted(lexicon("platforms")["generic"]["words"], key=len, reverse=True)
    # 子 of 子系统 tells nothing, that of 量子 is a part of a word.
    return re.compile("|".join(re.escape(w) if w != "子" else "(?<![量电原粒分])子" for w in words))
