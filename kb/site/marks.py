"""Words marked in a text: facts by what they are, hits of a search by what was typed. All else is escaped."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from kb.base.fts import normal, terms
from kb.site.addresses import address

__all__ = ["Fact", "highlight", "marked", "snippet"]


class Fact(NamedTuple):
    """Words that tell a fact, what kind it is, and where its row stands."""

    words: str
    kind: str
    table: str
    key: str


def marked(text: str, facts: Iterable[Fact]) -> Markup:
    """The text with each fact's words as a link to where they stand on the page; the longest words first."""
    by_words = {fact.words: fact for fact in facts if fact.words}
    if not by_words:
        return Markup(escape(text))
    pattern = "|".join(map(re.escape, sorted(by_words, key=len, reverse=True)))
    html = Markup()
    last = 0
    for found in re.finditer(pattern, text):
        fact = by_words[found[0]]
        href = address("evidence", f"{fact.table}:{fact.key}")
        html += escape(text[last : found.start()])
        html += Markup('<a class="fact" href="{}" title="{}">{}</a>').format(href, fact.kind, found[0])
        last = found.end()
    return html + escape(text[last:])


def highlight(text: str, query: str) -> Markup:
    """The text with what was searched for marked, as the search compares: whatever the case or width."""
    html = Markup()
    last = 0
    for start, end in hits(text, query):
        html += escape(text[last:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        last = end
    return html + escape(text[last:])


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Where the query's terms stand in the text, apart from each other, from the first on."""
    wanted = terms(query)
    if not wanted:
        return []
    folded, places = fold(text)
    found = re.finditer("|".join(map(re.escape, sorted(wanted, key=len, reverse=True))), folded)
    return [(places[m.start()], places[m.end() - 1] + 1) for m in found]


def fold(text: str) -> tuple[str, list[int]]:
    """The text as the search compares it, and for each of its characters the place in the text it comes from."""
    folded, places = "", list[int]()
    for at, char in enumerate(text):
        part = normal(char)
        folded += part
        places += [at] * len(part)
    return folded, places


def snippet(text: str, query: str, around: int = 60) -> Markup:
    """The part of the text around the first hit, with hits marked."""
    found = hits(text, query)
    start = max(found[0][0] - around, 0) if found else 0
    end = min((found[0][1] if found else 0) + 2 * around, len(text))
    cut = highlight(text[start:end], query)
    return Markup("{}{}{}").format("…" if start else "", cut, "…" if end < len(text) else "")
