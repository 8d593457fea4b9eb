"""Counties by their bare names, in a paper that names them in full: 沭阳, where a table lists 沭阳县."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from extract.places import Place, gazetteer, lexicon
from extract.spans import places
from extract.spans.place_words import Text

__all__ = ["with_bare_counties"]


def with_bare_counties(docs: Sequence[Doc]) -> list[Doc]:
    """The docs of a paper, with each county and county-level city that one of them names in full also where its bare
    name stands. A bare name that is a word, or a city's, or that two such counties share, is left.
    """
    known = _known(docs)
    if known:
        pattern = re.compile("|".join(sorted(known, key=len, reverse=True)))
        for doc in docs:
            _name(doc, pattern, known)
    return list(docs)


def _known(docs: Sequence[Doc]) -> dict[str, Place]:
    found: dict[str, set[Place]] = {}
    for span in (s for doc in docs for s in doc.spans[places.NAME] if s.label_ == "county"):
        place = places.place_of(span)
        if place and span.text == place.name and place.name[-1] in "县市旗" and _may_stand_bare(place.short_name):
            found.setdefault(place.short_name, set()).add(place)
    return {form: next(iter(meant)) for form, meant in found.items() if len(meant) == 1}


def _may_stand_bare(form: str) -> bool:
    words = lexicon()
    word = form in words.county_words | words.everyday | words.generic | words.contested
    return len(form) > 1 and not word and all(p.level == "county" for p in gazetteer().candidates(form))


def _name(doc: Doc, pattern: re.Pattern[str], known: dict[str, Place]) -> None:
    text = Text(doc)
    taken = {t for group in (places.NAME, places.REGIONS) for s in doc.spans[group] for t in range(s.start, s.end)}
    found = []
    for m in pattern.finditer(doc.text):
        place = known[m.group()]
        span = doc.char_span(*m.span(), label=place.level, kb_id=place.code)
        if span is None or taken & set(range(span.start, span.end)):
            continue
        if not text.is_cut_from_words(span.start, span.end) and not text.in_another_name(span.start, span.end):
            found.append(span)
    spans: list[Span] = sorted([*doc.spans[places.NAME], *found], key=lambda s: s.start)
    doc.spans[places.NAME] = spans
