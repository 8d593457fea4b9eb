"""Which full titles are one policy. Two are never merged for a common name alone."""

from collections.abc import Iterable

from extract.find.policies.model import Citation, Draft
from extract.issuers import Issuer, issuers_in
from extract.places import Place, gazetteer
from extract.spans.document_numbers import Number
from extract.words import lexicon

__all__ = ["add_rows", "akin", "country_of", "issuers_told", "merge_full", "place_of_policy", "with_organ"]

STATE = "中华人民共和国"


def issuers_told(c: Citation) -> tuple[Issuer, ...]:
    """The issuers by title, else by the table's row, else by the sentence."""
    return c.title.issuers or c.row_issuers or c.told.issuers


def place_of_policy(c: Citation) -> Place | None:
    """Whose policy a citation says it is: by title, issuer or row; not by the case that cites it."""
    return c.title.place or next((i.place for i in issuers_told(c) if i.place), None) or c.row_place or c.told.place


def akin(one: Place, other: Place) -> bool:
    """Whether two places are one, or one lies in the other."""
    known = gazetteer()

    def around(place: Place) -> set[str]:
        return {p.code for p in (place, known.city_of(place), known.province_of(place)) if p}

    return one.code in around(other) or other.code in around(one)


def country_of(c: Citation) -> str | None:
    """The foreign country whose policy it is said to be."""
    told = c.row_country or c.told.country
    told = told or next((i.country or i.name for i in issuers_told(c) if i.level == "foreign"), None)
    if told is None and any(i.level == "international" for i in issuers_told(c)):
        return None
    named = told or c.title.country or c.under
    return None if named in lexicon("issuers")["international"] else named


def merge_full(found: Iterable[Citation]) -> list[Draft]:
    """Drafts of all full titles of a paper, in the order of their first citation."""
    drafts: list[Draft] = []
    for c in found:
        fitting = _meant(c, [d for d in drafts if d.title.key == c.title.key and not _conflict(d, c)])
        if len(fitting) == 1:
            _add(fitting[0], c)
        else:
            drafts.append(Draft([c], resolved=not fitting, numbers=[c.number] if c.number else []))
    return _joined(drafts)


def _meant(c: Citation, fitting: list[Draft]) -> list[Draft]:
    """Of several policies of one title: the one cited in the same text, else, without a word of a country, our own."""
    if len(fitting) < 2:
        return fitting
    near = [d for d in fitting if any(o.stretch is c.stretch for o in d.citations)]
    if near or country_of(c):
        return near or fitting
    return [d for d in fitting if not any(country_of(o) for o in d.citations)] or fitting


def add_rows(drafts: list[Draft], rows: Iterable[Citation]) -> list[Citation]:
    """Gives each row of a table to the only draft of its name; returns the rows that none takes."""
    left: list[Citation] = []
    for c in rows:
        fitting = [d for d in drafts if c.title.key in (d.title.key, *(o.title.key for o in d.citations))]
        fitting = [d for d in fitting if d.resolved and not _conflict(d, c)]
        if len(fitting) == 1:
            fitting[0].rows.append(c)
        else:
            left.append(c)
    return left


def _add(draft: Draft, c: Citation) -> None:
    draft.citations.append(c)
    if c.number and c.number not in draft.numbers:
        draft.numbers.append(c.number)


def _conflict(draft: Draft, c: Citation) -> bool:
    """Whether number, place or country of a citation speak against its being the draft's policy."""
    if c.number and draft.numbers and c.number not in draft.numbers:
        return True
    here, country = place_of_policy(c), country_of(c)
    for other in draft.citations:
        there = place_of_policy(other)
        if here and there and not _same_government(here, there):
            return True
        if country and (other_country := country_of(other)) and country != other_country:
            return True
        if bool(country) != bool(country_of(other)) and _explicit_home(c) and _explicit_home(other):
            return True
    return False


def _explicit_home(c: Citation) -> bool:
    """Whether a citation says whose policy it is."""
    return bool(country_of(c) or place_of_policy(c) or c.row_issuers or c.title.text.startswith(STATE) or c.of_nation)


def _same_government(a: Place, b: Place) -> bool:
    return gazetteer().within(a, b) or gazetteer().within(b, a)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Drafts whose titles are one title printed more or less fully, each with the only one that it can be."""
    gone: set[int] = set()
    for i, d in enumerate(drafts):
        if not d.resolved:
            continue
        fuller = [e for j, e in enumerate(drafts) if j not in gone and e is not d and e.resolved and _is_fuller(e, d)]
        fuller = [e for e in fuller if not any(_conflict(e, c) for c in d.citations)]
        if len(fuller) == 1:
            for c in d.citations:
                _add(fuller[0], c)
            gone.add(i)
    kept = [d for i, d in enumerate(drafts) if i not in gone]
    for d in kept:
        d.citations.sort(key=lambda c: (c.index, c.start))
    return sorted(kept, key=lambda d: (d.citations[0].index, d.citations[0].start))


def _is_fuller(e: Draft, d: Draft) -> bool:
    """Whether `e`'s title is `d`'s with the State, the issuers or the version told too."""
    long, short = e.title, d.title
    if long.key == short.key:
        return False
    if long.key == STATE + short.key or long.base == STATE + short.base:
        return True
    if short.text.startswith("关于") and long.key.endswith(short.key):
        head = long.text[: len(long.text) - len(short.text)]
        return issuers_in(head) is not None
    if long.master and long.master == short.master and not long.place and not short.place:
        return len(long.key) > len(short.key)
    if long.base == short.key and short.key == short.base:
        return not any(w in long.text for w in ("征求意见", "草案", "修订", "送审", "讨论稿"))
    return bool(set(e.numbers) & set(d.numbers)) and (long.carries == short.text or long.key.endswith(short.key))


def with_organ(number: Number, home: Place | None) -> str | None:
    """The number of an order, its organ by name (省政府令第430号 of a 湖北省 title); None where the place isn't known."""
    whose = number.code.removesuffix("人民政府").removesuffix("政府")
    if number.family != "ORDER" or whose not in ("省", "市", "自治区"):
        return number.text
    known = gazetteer()
    around = (home, known.city_of(home), known.province_of(home)) if home else ()
    place = next((p for p in around if p and p.level != "county" and p.name.endswith(whose)), None)
    return number.text.replace(number.code, f"{place.name}人民政府", 1) if place else None
