"""Drafts to records."""

import re
from collections.abc import Iterable, Sequence

from extract.context import city_and_place
from extract.find.policies.genres import genre_of, without_version
from extract.find.policies.identity import akin, country_of, place_of_policy
from extract.find.policies.model import Citation, Draft
from extract.issuers import Issuer, agency_of, full_name, issuers_in, official, place_of_standard
from extract.issuers.model import level_of
from extract.places import Place, gazetteer
from extract.spans.document_numbers import Number, numbers_in
from extract.words import lexicon
from schema.base import Evidence
from schema.policy import Level, Mention, Policy, Publication

__all__ = ["legislature_of", "policy", "publication"]

STATE_LAW = re.compile(r"^中华人民共和国(.{1,40}(?:法|法典))$")
NAMED_BY_PLACE = ("条例", "办法", "规定")
OF_HOME = re.compile(
    r"^(?:近期|近年来|同时|此外|其中|随后)?(?:该|我|本|全)?[省市区县州盟旗](?!场)[\u4e00-\u9fff、]{0,24}$"
)
"""该市出台《…》, 市大数据局制定的《…》: a place's own, whichever it is."""
LOCAL = ("provincial", "municipal", None)
SHORT = 5
"""Characters: a title as short may be a short form."""


def policy(draft: Draft) -> Policy:
    """The record of a draft."""
    title, cited = draft.title, draft.citations
    number = _number(draft)
    issuers = _issuers(draft, number)
    place = _place(draft, number)
    level = _level(draft, issuers, place, number)
    return Policy(
        title=title.text,
        document_number=number.text if number else None,
        kind="标准" if number and number.family == "STANDARD" else (title.genre.kind if title.genre else None),
        carries=title.carries,
        level=level,
        issuers=[i.name for i in issuers],
        jurisdiction=full_name(place) if place and level in LOCAL else None,
        year=_year(draft, number),
        period=title.period,
        cities=_cities(cited, place, level),
        mentions=[_mention(c) for c in cited],
        resolved=draft.resolved,
        evidence=_evidence(cited),
    )


def publication(cited: Sequence[Citation]) -> Publication:
    """The record of a publication named at each of `cited`."""
    return Publication(title=cited[0].title.text, mentions=[_mention(c) for c in cited], evidence=_evidence(cited))


def _evidence(cited: Sequence[Citation]) -> list[Evidence]:
    """Where it is first named, and what stands there of its number."""
    first = cited[0]
    found = first.stretch.run.evidence(first.how, *first.stretch.back(first.start, first.end))
    numbered = next((c for c in cited if c.number_span), None)
    if numbered and numbered.number_span and numbered.form != "number":
        stretch = numbered.number_in or numbered.stretch
        found += stretch.run.evidence("document number", *stretch.back(*numbered.number_span))
    return found


def _mention(c: Citation) -> Mention:
    lo, hi = c.stretch.back(c.start, c.end)
    city, place = city_and_place(c.place)
    return Mention(
        page=c.stretch.run.page_at(lo),
        as_printed=c.stretch.run.text[lo:hi],
        form=c.form,
        section=c.stretch.passage.section,
        city=city,
        place=place,
        quoted=c.quoted,
        evidence=c.stretch.run.evidence(c.how, lo, hi),
    )


def _number(draft: Draft) -> Number | None:
    found = [n for text in draft.numbers for n in numbers_in(text)[:1]]
    return found[0] if found else None


def _issuers(draft: Draft, number: Number | None) -> tuple[Issuer, ...]:
    """By title, table, sentence, number, in this order; a source that names all of another's and more goes before it."""
    telling = draft.telling
    sources = [draft.title.issuers, *(c.row_issuers for c in telling)]
    sources += [c.told.issuers for c in sorted(telling, key=lambda c: not c.told.complete)]
    sources = [s for s in sources if s]
    if not sources:
        return _issuers_of(number, draft) or legislature_of(draft.title.text)
    best = sources[0]
    for other in sources[1:]:
        if {official(i.name) for i in other} > {official(i.name) for i in best}:
            best = other
    return best


def legislature_of(title: str) -> tuple[Issuer, ...]:
    """Who adopted a law of the State, by its full name; nothing for a draft, since nobody has."""
    if any(word in title for word in ("草案", "征求意见", "送审", "审议稿", "讨论稿")):
        return ()
    m = STATE_LAW.match(without_version(title))
    if not m or genre_of(title) is None:
        return ()
    whole = m.group(1) in lexicon("issuers")["laws"]["congress"]
    return (Issuer("全国人民代表大会" if whole else "全国人民代表大会常务委员会", "national"),)


def _issuers_of(number: Number | None, draft: Draft) -> tuple[Issuer, ...]:
    if number and number.family == "ORDER" and (named := issuers_in(number.code) if number.code else None):
        return tuple(named)
    found = _issuer_of(number, draft)
    return (found,) if found else ()


def _issuer_of(number: Number | None, draft: Draft) -> Issuer | None:
    if number is None or not number.code:
        return None
    agency = agency_of(number.code) if number.family != "STANDARD" else None
    if agency and agency.issuer is None and len(agency.places) > 1 and (here := _told_place(draft, agency.places)):
        return agency.at(here).issuer
    return agency.issuer if agency else None


def _told_place(draft: Draft, candidates: Iterable[Place]) -> Place | None:
    """The one of several places that the paper speaks of."""
    near = {p.code for c in draft.citations for p in (place_of_policy(c), c.place) if p}
    found = [p for p in candidates if p.code in near]
    return found[0] if len(found) == 1 else None


def _place(draft: Draft, number: Number | None) -> Place | None:
    found = next((p for c in draft.telling if (p := place_of_policy(c))), None)
    if found or number is None:
        return found
    if number.family == "STANDARD":
        return place_of_standard(number.text)
    agency = agency_of(number.code) if number.family != "STANDARD" else None
    if agency is None or not agency.places:
        return None
    return agency.places[0] if len(agency.places) == 1 else _told_place(draft, agency.places)


def _level(draft: Draft, issuers: Sequence[Issuer], place: Place | None, number: Number | None) -> Level | None:
    """By issuers, place and number; a title that names no place is the nation's, unless it is cited as some place's."""
    if any(country_of(c) for c in draft.citations):
        return "foreign"
    levels = {i.level for i in issuers if i.level}
    if "international" in levels or (number and number.text.startswith(("ISO", "IEC", "ITU", "IEEE"))):
        return "international"
    if not levels and not place and _of_the_world(draft):
        return "international"
    if "national" in levels:
        return "national"
    if place:
        return level_of(place)
    if levels:
        return min(levels)
    if number and number.family != "STANDARD" and (agency := agency_of(number.code)) and agency.places:
        return None
    if number and number.family == "STANDARD":
        return None if number.code.startswith("T/") else "national"
    if draft.title.names_place:
        return None
    return _unmarked_level(draft, number)


def _of_the_world(draft: Draft) -> bool:
    """Whether it is a treaty by its genre, or of an international body by its title or what stands over it."""
    bodies = lexicon("issuers")["international"]
    named = {name for c in draft.citations for name in (c.title.country, c.under)}
    return bool(draft.title.genre and draft.title.genre.treaty) or any(name in bodies for name in named)


def _unmarked_level(draft: Draft, number: Number | None) -> Level | None:
    """A policy without a word of whose it is: the nation's, unless it is cited beside foreign ones or as some place's."""
    genre = draft.title.genre
    if genre is None or not (draft.resolved or number):
        return None
    if genre.abroad:
        return "foreign"
    if all(c.beside_foreign for c in draft.citations) or any(OF_HOME.search(_clause(c)) for c in draft.citations):
        return None
    # a local 条例, 办法 or 规定 bears its place's name; a short form of one (《数据条例》) is cited where that place is spoken of
    named = genre.kind in NAMED_BY_PLACE
    of_law = genre.kind == "法" or (genre.kind == "条例" and len(draft.title.key) > SHORT)
    local = all(c.place is not None and not c.of_nation and not (named and c.by_paper) for c in draft.citations)
    return "national" if of_law or not local else None


def _clause(c: Citation) -> str:
    """The clause up to the title."""
    return re.split(r"[，；。]", c.around.before)[-1] if c.around else ""


def _year(draft: Draft, number: Number | None) -> int | None:
    if draft.title.year:
        return draft.title.year
    if number and number.family != "STANDARD" and number.year:
        return number.year
    told = [y for c in draft.telling for y in (c.row_year, c.told.year) if y]
    return told[0] if told else (number.year if number else None)


def _cities(cited: Sequence[Citation], place: Place | None, level: Level | None) -> list[str]:
    """The city that issued it, and those whose case cites it; a local policy's also by the sentence that cites it.

    A county is no city, nor does its policy bind the city over it: 昆山市's stands under its jurisdiction alone.
    """
    known = gazetteer()
    local = level not in ("national", "foreign", "international")
    places = [place] if place and level in LOCAL else []
    of_zone = cited[0].title.names_place and cited[0].title.place is None
    local = local and not of_zone
    # a sentence about one place may name another's policy
    own = cited[0].title.place
    places += [
        c.place
        for c in cited
        if c.place and (c.in_case or (local and not c.by_paper and (own is None or akin(c.place, own))))
    ]
    cities = [city.name for p in places if (level_of(p) or p.is_city) and (city := known.city_of(p))]
    return list(dict.fromkeys(cities))
