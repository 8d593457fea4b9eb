"""Names of platforms in quotation marks: a head stands after or before them, or the words around say that people use them."""

import re
from collections.abc import Iterator

from extract.prose import Prose
from extract.spans.platforms_words import LONGEST, OPENING, QUOTED, Found, apps, heads, is_slogan, left, short_for
from extract.words import lexicon, pattern

__all__ = ["entrances_of", "is_part_of_app", "quoted", "tells_what"]

SHORTEST_APP = 4
"""“区块链”应用 is no app by name, “浙里兴村共富”应用 is."""
LONGEST_APP = 8
OWN_LENGTH = 3
APPOSED = re.compile("(?:——|[-:：])?" + QUOTED.pattern)
BECOMES = re.compile(r"[向由从][“「『‘\"]$")
"""由“经验判断”向“智能推演”升级 tells a change, no app that was renamed."""


def entrances_of(told: Prose) -> Iterator[Found]:
    """A place's own entrance to an app that many places share: “赣服通”赣州分厅."""
    for app in apps().finditer(told.text):
        start = app.start() - (told.text[app.start() - 1 : app.start()] in OPENING)
        for place in told.names:
            lead = told.text[app.end() : place.start]
            part = pattern("platforms", "part").match(told.text, place.end)
            if part and app.end() <= place.start and pattern("platforms", "before_part").fullmatch(lead):
                yield start, part.end(), "应用"


def quoted(told: Prose) -> Iterator[Found]:
    """“智慧株洲·诸事达”APP | “互联网+政务服务”平台 | “数字金融一贷通”累计…"""
    text = told.text
    for m in QUOTED.finditer(text):
        name, after = m[1], text[m.end() :]
        inside = pattern("platforms", "inside").match(after)
        slogan = is_slogan(name)
        if (
            inside
            and inside.group() == "应用"
            and (slogan or (len(name) < SHORTEST_APP and name[0] not in short_for()))
        ):
            continue
        if (
            inside
            and ("、" not in name or _is_couplet(name, inside.group()))
            and _is_one_phrase(inside.group())
            and not _missed(after, inside.group())
        ):
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
            or _is_coined(name, text[m.end(1) :])
            or (not slogan and _is_at_work(told, m))
        ):
            yield m.start(1), m.end(1), _kind_of_product(name)


def _is_coined(name: str, after: str) -> bool:
    """Whether only an app is called so, and no noun after it says that it is another thing: “宿e贷”信贷产品."""
    return bool(pattern("platforms", "coined").search(name)) and not pattern("platforms", "not_it").match(after)


def _is_couplet(name: str, inside: str) -> bool:
    """Whether two ways of serving that read alike name a platform together: “一窗受理、四端协同”平台."""
    parts = name.split("、")
    return inside in ("平台", "系统") and len(parts) == 2 and len(parts[0]) == len(parts[1]) >= SHORTEST_APP


def tells_what(text: str, end: int) -> bool:
    """Whether words only say what the name in quotation marks after them is: 智慧文旅平台“云游遵义”."""
    quoted = APPOSED.match(text, end)
    return quoted is not None and not is_slogan(quoted[1]) and _is_called(text, quoted)


def is_part_of_app(name: str) -> bool:
    """Whether it is a place's own part of a known app: 浙里办·衢州."""
    app = apps().match(name)
    return app is not None and pattern("platforms", "district").match(name[app.end() :]) is not None


def _stands_apart(name: str, inside: str) -> bool:
    """Whether the word after the quotation marks is no part of the name: “灵锡”APP, “渝快办”平台, but “互联网+政务服务”平台."""
    if inside not in lexicon("platforms")["apart"]["words"] or pattern("platforms", "plain").match(left(name)):
        return False
    coined = name in lexicon("platforms")["apps"]["names"] or is_part_of_app(name)
    return inside not in ("平台", "系统") or coined or (len(name) <= LONGEST_APP and _is_app(name))


def _is_app(name: str) -> bool:
    return bool(pattern("platforms", "app_name").search(name)) and not is_slogan(name)


def _is_named(name: str) -> bool:
    """Whether a name in quotation marks ends in what it is, and is no word for any such thing: “超算互联网平台”."""
    ends = [m for _, head, _ in heads() for m in head.finditer(name) if m.end() == len(name)]
    if (
        not ends
        or "、" in name
        or pattern("platforms", "common").search(name)
        or pattern("platforms", "cut").match(name)
    ):
        return False
    return all(m.start() >= SHORTEST_APP for m in ends)


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
    own = pattern("platforms", "into_use").search(before) and _holds_own_character(told, m[1])
    return bool(((made and app) or own) and pattern("platforms", "ends_there").match(after))


def _holds_own_character(told: Prose, name: str) -> bool:
    """Whether three characters hold the one that a place named in the text is called by: 企莞家 of 东莞."""
    own = {c for n in told.names for c in n.printed if c in short_for()}
    return len(name) == OWN_LENGTH and any(c in own for c in name)


def _in_use(text: str, m: re.Match[str]) -> bool:
    if BECOMES.search(text[: m.start() + 1]):
        return False
    after = text[m.end(1) :]
    if any(pattern("platforms", key).match(after) for key in ("after_name", "says_what")):
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
    if product and len(left(m[1][: product.start()])) >= 2:
        before = text[max(0, m.start() - 6) : m.start() + 1]
        return bool(pattern("platforms", "made").search(before) or pattern("platforms", "runs").match(text[m.end(1) :]))
    return bool(app and len(m[1]) <= LONGEST_APP and pattern("platforms", "runs").match(text[m.end(1) :]))


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
