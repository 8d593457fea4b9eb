"""Back references, in one forward pass: short forms, bare names, numbers alone, 该办法.

Each is given to exactly one policy named before it, or stays unresolved.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.context import sentence_of
from extract.find.policies.genres import genre_words, without_version
from extract.find.policies.model import Citation, Draft, Stretch
from extract.find.policies.parsing import Title, key_of, parse
from extract.find.policies.sentence import groups
from extract.spans.document_numbers import numbers_in
from extract.spans.titles import brackets
from extract.words import lexicon

__all__ = ["anaphors", "refer"]

BY_SERIAL = re.compile(r"(?<![〔〕\[\]（）()\d第A-Za-z])(?P<serial>\d{1,4})号文(?:件)?(?![库化])")
STOPS = re.compile(r"[。！？；]")
SPEAKING = r"(?:中)?(?:提出|明确|指出|要求|规定|强调|第[一二三四五六七八九十\d]+[条章])"


@dataclass
class Known:
    """What has been named so far. `here` are the citations of the stretch under way."""

    drafts: list[Draft] = field(default_factory=list)
    aliases: dict[str, Draft] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    by_number: dict[str, list[Draft]] = field(default_factory=dict)
    here: list[tuple[int, Draft]] = field(default_factory=list)
    before: list[tuple[int, Draft]] = field(default_factory=list)

    def name(self, draft: Draft, c: Citation) -> None:
        """Takes note of a citation of a policy."""
        if draft not in self.drafts:
            self.drafts.append(draft)
        for alias in c.aliases:
            self.aliases[key_of(alias)] = draft
            self.names[alias] = None
        self.here.append((c.end, draft))


def refer(stretches: list[Stretch], full: list[Draft], short: list[Citation]) -> list[Draft]:
    """All drafts: `full` with their short forms, and one of its own for each short form that stays unresolved."""
    known = Known()
    for d in full:
        for number in d.numbers:
            known.by_number.setdefault(number, []).append(d)
    known.aliases |= _nicknamed(full)
    known.names |= dict.fromkeys(n for n in lexicon("citations")["nicknames"] if key_of(n) in known.aliases)
    owner = {id(c): d for d in full for c in d.citations}
    at: dict[int, list[Citation]] = {}
    for c in [*(c for d in full for c in d.citations), *short]:
        at.setdefault(id(c.stretch), []).append(c)
    rows = {id(c.stretch): c.stretch for c in [c for cs in at.values() for c in cs]}
    order = sorted({id(s): s for s in [*stretches, *rows.values()]}.values(), key=lambda s: s.parts[0][1])
    footnotes = {
        id(c.number_in) for d in full for c in d.citations if c.number_in and c.number_in.passage.kind == "note"
    }
    unresolved: list[Draft] = []
    prose: list[tuple[int, Draft]] = []
    for stretch in order:
        in_cell = stretch.passage.kind == "cell"
        known.before, known.here = ([] if in_cell else prose), []
        prose = prose if in_cell else known.here
        named = sorted(at.get(id(stretch), []), key=lambda c: c.start)
        spoken = () if id(stretch) in footnotes else _spoken(stretch, named, known)
        for c in sorted([*named, *spoken], key=lambda c: c.start):
            fitting = [owner[id(c)]] if id(c) in owner else _candidates(c, known)
            draft = fitting[0] if len(fitting) == 1 else None
            # 该方案 after no plan at all is no citation; after two it is one, of either
            if draft is None and (fitting or c.form != "anaphor"):
                draft = Draft([c], resolved=False, numbers=[c.number] if c.number else [])
                unresolved.append(draft)
                known.here.append((c.end, draft))
            elif draft is not None:
                if c not in draft.citations:
                    draft.citations.append(c)
                known.name(draft, c)
    drafts = [*full, *unresolved]
    for d in drafts:
        d.citations.sort(key=lambda c: (c.index, c.start))
    return sorted(drafts, key=lambda d: (d.citations[0].index, d.citations[0].start))


def _nicknamed(full: list[Draft]) -> dict[str, Draft]:
    """What everybody calls one of the paper's policies: 数据二十条, 个保法. Keys as those of titles."""
    found = {}
    for nickname, title in lexicon("citations")["nicknames"].items():
        meant = [d for d in full if d.title.key.endswith(key_of(title))]
        if len(meant) == 1:
            found[key_of(nickname)] = meant[0]
    return found


def _candidates(c: Citation, known: Known) -> list[Draft]:
    """The policies that a reference may mean."""
    if c.form == "number":
        return known.by_number.get(c.number or "", [])
    if c.form == "anaphor":
        return _nearest(c, known)
    if draft := known.aliases.get(c.title.key):
        c.form = "alias"
        here = [d for _, d in known.here]
        rivals = [d for d in here if d is not draft and d.resolved and _ends_so(d.title, c.title.text)]
        return [draft] if draft in here or not rivals else [draft, *rivals]
    c.form = "suffix"
    found = [d for d in known.drafts if _ends_so(d.title, c.title.text) and not _speaks_against(d, c)]
    return found if len(found) < 2 else _just_before(c, found, known) or _in_scope(c, found) or found


def _just_before(c: Citation, found: list[Draft], known: Known) -> list[Draft]:
    """Of several the one that the same text named last, where that sentence named no other of them."""
    text = c.stretch.tight
    named = [(end, d) for end, d in known.here if d in found and end <= c.start]
    if not named:
        return []
    low, high = sentence_of(text, max(end for end, _ in named) - 1)
    near = {id(d): d for end, d in named if low < end <= high}
    return list(near.values()) if len(near) == 1 else []


def _in_scope(c: Citation, found: list[Draft]) -> list[Draft]:
    """Of several the only one that the same case cites; outside of cases the only one that is cited outside of them.

    What one city's case names is not what the next chapter speaks of.
    """
    named = [d for d in found if any(_same_scope(c, other) for other in d.citations if other.index <= c.index)]
    return named if len(named) == 1 else []


def _same_scope(one: Citation, other: Citation) -> bool:
    return one.in_case == other.in_case and (not one.in_case or one.place == other.place)


def _ends_so(title: Title, bare: str) -> bool:
    """Whether a title, or what it carries, ends in a bare name."""
    whole = without_version(title.text)
    inside = without_version(title.carries or "")
    return (whole != bare and whole.endswith(bare)) or inside.endswith(bare)


def _speaks_against(draft: Draft, c: Citation) -> bool:
    """Whether number or issuers of a bare name differ from those of a policy."""
    if c.number:
        return c.number not in draft.numbers
    told = {i.name for i in c.told.issuers or c.row_issuers}
    theirs = {
        i.name for other in draft.citations for i in (*other.title.issuers, *other.told.issuers, *other.row_issuers)
    }
    return bool(told and theirs and not told & theirs)


def _nearest(c: Citation, known: Known) -> list[Draft]:
    """The policies of that genre in the nearest sentence before that names any."""
    word = c.genre
    text = c.stretch.tight
    stops = [m.end() for m in STOPS.finditer(text[: c.start])]
    edges = [*reversed([0, *stops])]
    high = c.start
    for low in edges:
        if found := {id(d): d for end, d in known.here if low <= end <= high and _agrees(d, word)}:
            return list(found.values())
        if word == "法" and any(low <= end <= high for end, _ in known.here):
            return []  # any kind of law is taken up as 该法: what is named nearest may be meant
        high = low
    return list({id(d): d for _, d in known.before if _agrees(d, word)}.values())


def _agrees(draft: Draft, word: str) -> bool:
    return _ends_so(draft.title, word) or draft.title.text == word


def _spoken(stretch: Stretch, named: list[Citation], known: Known) -> Iterable[Citation]:
    """Numbers alone, 该办法 and short forms without 《》 in a stretch."""
    text = stretch.tight
    taken = [*brackets(text).titles, *((c.start, c.end) for c in named)]
    taken += [(b, b + groups(text[b:])[1]) for _, b in taken]
    taken += [c.number_span for c in named if c.number_span]
    free = _Free(taken)
    if stretch.passage.kind != "cell":
        for n in numbers_in(text):
            if free(n.start, n.end) and (n.family != "STANDARD" or n.text in known.by_number):
                yield Citation(stretch, n.start, n.end, parse(n.text), form="number", number=n.text, how="number")
        for start, end, number in _by_serial(text, known):
            if free(start, end):
                yield Citation(stretch, start, end, parse(number), form="number", number=number, how="number")
    for start, end, word in anaphors(text):
        if free(start, end):
            yield Citation(stretch, start, end, parse(text[start:end]), form="anaphor", genre=word, how="anaphor")
    defined_at = dict.fromkeys(known.names, 0) | {alias: c.end for c in named for alias in c.aliases}
    for alias, since in defined_at.items():
        for start, end in _alias_spots(text, alias):
            if start >= since and free(start, end):
                yield Citation(stretch, start, end, parse(alias), form="alias", how="alias")


def _by_serial(text: str, known: Known) -> Iterator[tuple[int, int, str]]:
    """Where a text says 660号文, and the one number of the paper's that ends so."""
    for m in BY_SERIAL.finditer(text):
        meant = [n for n in known.by_number if n.endswith(f"〕{m['serial']}号")]
        if len(meant) == 1:
            yield *m.span(), meant[0]


def anaphors(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text says 该办法, 上述意见, 本法: start, end and the genre."""
    other_words = lexicon("citations")["anaphors"]["not_after"]
    for m in _anaphor().finditer(text):
        word = m.group("that") or m.group("this")
        if not text[m.end() :].startswith(tuple(other_words.get(word, ()))):
            yield m.start(), m.end(), word


class _Free:
    """Whether a span touches none of the taken ones."""

    def __init__(self, taken: list[tuple[int, int]]):
        self.taken = taken

    def __call__(self, start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in self.taken)


def _alias_spots(text: str, alias: str) -> Iterable[tuple[int, int]]:
    """Where a short form stands in quotation marks, or opens a clause and speaks: “规划”, ，规划提出."""
    for m in re.finditer(rf"“{re.escape(alias)}”|(?:^|(?<=[。；，]))(?P<bare>{re.escape(alias)})(?={SPEAKING})", text):
        yield m.span("bare") if m.group("bare") else m.span()


@lru_cache(maxsize=1)
def _anaphor() -> re.Pattern[str]:
    words = lexicon("citations")["anaphors"]
    that = "|".join(w for w in genre_words() if w not in words["generic"] and len(w) <= 4)
    this = "|".join(sorted(words["this_genres"], key=len, reverse=True))
    return re.compile(
        rf"(?<![{words['not_before']}])(?:(?:{'|'.join(words['that'])})(?P<that>{that})|(?:{'|'.join(words['this'])})(?P<this>{this}))"
    )
