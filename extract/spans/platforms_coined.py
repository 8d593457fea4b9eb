"""Names of apps and products without quotation marks that begin with the name of their place, or a character of it: 昆如意, 杭州健康码.

Also what is made by a name of its own: 建成数字乡村一张图, 以卡奥斯为代表的平台.
"""

import re
from collections.abc import Iterator, Sequence

from extract.prose import Prose
from extract.spans.platforms_words import Found, short_for
from extract.words import pattern

__all__ = ["coined", "headline", "made"]

QUOTED = re.compile(r"[“「『](?P<name>[一-鿿A-Za-z]{3,5})[”」』](?![的卡、“]|大桥|高速|铁路|服务品牌|改革)")
CLAUSE = re.compile(r"[，。；\n]")


def coined(text: Prose, places: Sequence[tuple[int, str]]) -> Iterator[Found]:
    """Apps whose name begins like a place named in the text, or with what a city is called for short."""
    first = {name[0] for _, name in places} | set(short_for())
    names = sorted({name for _, name in places}, key=len, reverse=True)
    for m in [*QUOTED.finditer(text.text), *pattern("platforms", "put_into_use").finditer(text.text), *_in_use(text)]:
        name = m["name"]
        own = next((n for n in names if name.startswith(n)), "")
        if m.re is QUOTED and not _is_app(name):
            continue
        if name[0] in first and name != own and not pattern("platforms", "mode").search(name.removeprefix(own)):
            yield *m.span("name"), "应用"


def _is_app(name: str) -> bool:
    """Whether a name in quotation marks ends like an app's: 宁企通, 穗智管."""
    ends = pattern("platforms", "app_word").search(name)
    return bool(ends or (name[0] in short_for() and pattern("platforms", "own_three").match(name)))


def headline(text: Prose) -> Iterator[Found]:
    """The pass or key that a bullet or heading consists of: ● 公共服务一码通."""
    only = re.fullmatch(r"[^一-鿿A-Za-z]{0,3}(?P<name>[一-鿿]+)", text.text)
    if only and pattern("platforms", "coined").search(only["name"]):
        yield *only.span("name"), "应用"


def _in_use(text: Prose) -> Iterator[re.Match[str]]:
    """Names that begin a clause, or stand after their place or what they are, and are told to be in use."""
    use = pattern("platforms", "by_its_use")
    clauses = [0, *(m.end() for m in CLAUSE.finditer(text.text))]
    for start in sorted({*clauses, *(n.end for n in text.names if n.start in clauses)}):
        found = use.match(text.text, start)
        if found and pattern("platforms", "app_word").search(found["name"]):
            yield found
    for word in pattern("platforms", "entrance").finditer(text.text):
        if found := use.match(text.text, word.end()):
            yield found


def made(text: Prose) -> Iterator[Found]:
    """Products that a sentence says were made, and those that stand for a kind of platforms."""
    for m in pattern("platforms", "one_map").finditer(text.text):
        yield *m.span("name"), "应用" if m["name"].endswith("应用") else "平台"
    for m in pattern("platforms", "stands_for").finditer(text.text):
        for item in re.finditer(r"[^、和]+", m["list"]):
            yield m.start("list") + item.start(), m.start("list") + item.end(), "平台"
