"""What the checks work on: rankings with the places they list, and which of them a sentence speaks of."""

import re
from dataclasses import dataclass
from typing import Any

from extract.model import Passage, Section
from extract.numerals import ordinal
from extract.reading import Reading
from schema.base import Evidence
from schema.ranking import Ranking, RankingEntry
from schema.tier import Tier

__all__ = ["Bench", "some"]

LABEL = re.compile(r"表\s*(\d+(?:[-.—–]\d+)?)")

SIZE = re.compile(r"([一二三四五六七八九十]?[十百千]|\d{2,4}|[二三四五六七八九]十[一二三四五六七八九]?)(?:强|佳|城榜)")
"""A list called by its size: 百强, 六十强, 45强."""
PART = re.compile(r"副省级|省会|计划单列|直辖市|一线|特大|超大|中小|地级|县级|单项|分项|细分|维度|领域")
"""Words of a sentence that speaks of a part of a list, or of another list than the main one."""


def some(entries: list[RankingEntry], most: int = 60) -> list[Evidence]:
    """The evidence of `entries`, a box each, `most` at the most: enough to look at, not a copy of the table."""
    return [e.evidence[0] for e in entries[:most]]


@dataclass
class Bench:
    """A reading with its facts, and the ties between them."""

    reading: Reading
    facts: dict[str, list[Any]]

    @property
    def tables(self) -> list[Ranking]:
        """The rankings that stand in tables and list whole fields, not the few that a sentence names."""
        return [r for r in self.facts.get("rankings", []) if r.told == "table"]

    @property
    def tiers(self) -> list[Tier]:
        """The tiers told."""
        return self.facts.get("tiers", [])

    def chapter_of(self, text: Passage) -> Section | None:
        """The outermost section that `text` stands in."""
        section = self.reading.section_of(text)
        while section and section.parent and section.parent in self.reading.section_by_id:
            section = self.reading.section_by_id[section.parent]
        return section

    def tables_near(self, text: Passage) -> list[Ranking]:
        """The rankings in tables of the chapter that a text stands in."""
        return [r for r in self.tables if self._in_chapter(r, text)]

    def ranking_for(self, text: Passage, sentence: str, scope: str = "city") -> Ranking | None:
        """The one ranking of cities (or of what `scope` says) that a sentence about who is listed speaks of, else None.

        A label in the sentence (表1) decides; then the one ranking of the same chapter; then the only one of the paper. A
        table that lists some of another's places is a part of that one, unless the sentence speaks of such a part.
        """
        named = {m.group(1) for m in LABEL.finditer(sentence)}
        if named:
            return _only([r for r in self.tables if (m := LABEL.search(r.label or "")) and m.group(1) in named])
        listed = [r for r in self.tables if r.scope == scope and len(r.entries) > 2]
        near = [r for r in listed if self._in_chapter(r, text)]
        found = _only(near) or _whole(near, sentence) or (None if near else _only(listed) or _whole(listed, sentence))
        return found or _sized(listed, sentence) or _main(listed, text, sentence)

    def _in_chapter(self, ranking: Ranking, text: Passage) -> bool:
        chapter = self.chapter_of(text)
        if chapter is None:
            return False
        pages = [e.page for e in ranking.evidence]
        return chapter.heading.page <= min(pages) and max(pages) <= max(chapter.page_to, chapter.heading.page)


def _whole(rankings: list[Ranking], sentence: str) -> Ranking | None:
    """The one that lists all places that the others list; of those that list the same ones (by rank, by tier) the ranked one."""
    if len(rankings) < 2 or PART.search(sentence):
        return None
    places = [frozenset(e.city or e.province for e in r.entries) for r in rankings]
    most = max(places, key=len)
    if not all(p <= most for p in places):
        return None
    whole = [r for r, p in zip(rankings, places, strict=True) if p == most]
    return next((r for r in whole if r.ordered), whole[0])


def _sized(rankings: list[Ranking], sentence: str) -> Ranking | None:
    """The only one that lists as many places as the sentence says the list has: 浙江10城入围45强."""
    sizes = {ordinal(m[1]) for m in SIZE.finditer(sentence)} - {None}
    return _only([r for r in rankings if len(sizes) == 1 and {r.claimed_size, len(r.entries)} & sizes])


def _main(rankings: list[Ranking], text: Passage, sentence: str) -> Ranking | None:
    """The first and far the longest one, for a sentence that stands before all the others and names none of them."""
    if len(rankings) < 2 or PART.search(sentence):
        return None
    first, *rest = sorted(rankings, key=lambda r: r.evidence[0].page)
    longest = all(2 * len(first.entries) >= 3 * len(r.entries) for r in rest)
    before = all(text.last_page < r.evidence[0].page for r in rest)
    named = any(r.metric and r.metric in sentence for r in rest)
    return first if longest and before and not named else None


def _only(rankings: list[Ranking]) -> Ranking | None:
    return rankings[0] if len(rankings) == 1 else None
