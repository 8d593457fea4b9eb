"""Names of places: `doc.spans["places"]`, label = level, `kb_id_` = GB/T 2260 code where only one place is meant.

Labels of regions (华东, 长三角) go to `doc.spans["regions"]`, with the region's usual name as `kb_id_`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.numerals import ordinal
from extract.places import Place, gazetteer, lexicon
from extract.spans import place_words as words
from extract.spans.place_context import settled

__all__ = ["NAME", "REGIONS", "enumerations", "place_of"]

NAME = "places"
REGIONS = "regions"
FIRST_TIER = {"北": "北京市", "上": "上海市", "广": "广州市", "深": "深圳市"}
FOUR = re.compile("北上广深|北上深广|上北深广|(?<![东西南河江湖台])北上广(?![东西州大泛阔场告])")
"""The cities of the first tier told by one character each, nothing between them."""
COUNTED = re.compile(
    r"(?P<count>[两二三四五六2-6])(?:个?省市|省份|[省市地城](?![级区值场]))"
    r"|(?:分别|依次)?(?:位居|位列|分列|稳居|包揽|占据|居)(?:全国|全球|榜单)?前(?P<first>[两二三四五六2-6])"
)
"""粤苏鲁浙四省, 京沪深居前三: as many places told by one character each as the words count."""
JOINERS = frozenset("、，,和与及/·")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` to `end` that may name one of `places`.

    `weak` ones count only beside other places, `cut` ones (where two words meet) only behind their province or city.
    """

    start: int
    end: int
    places: tuple[Place, ...]
    weak: bool = False
    cut: bool = False


@Language.factory(NAME)
def _component(nlp: Language, name: str):  # type: ignore[no-untyped-def]
    matcher = _matcher(nlp)

    def places(doc: Doc) -> Doc:
        found = [(nlp.vocab.strings[key], s, e) for key, s, e in matcher(doc)]
        spans, regions = _read(doc, found)
        doc.spans[NAME] = spans
        doc.spans[REGIONS] = regions
        return doc

    return places


def _matcher(nlp: Language) -> PhraseMatcher:
    known = lexicon()
    matcher = PhraseMatcher(nlp.vocab)
    places = [form for form in gazetteer().forms if len(form) > 1]
    for key, forms in (("PLACE", places), ("REGION", known.regions), ("OTHER", known.friends)):
        matcher.add(key, [nlp.make_doc(form) for form in forms])
    return matcher


def place_of(span: Span) -> Place | None:
    """The place that a span of `doc.spans["places"]` means; None where several may be meant."""
    return gazetteer().by_code.get(span.kb_id_)


def enumerations(doc: Doc) -> list[list[Span]]:
    """Runs of places told one after the other (北京、上海和广东), each as its spans; a place alone is a run of one."""
    runs: list[list[Span]] = []
    for span in doc.spans[NAME]:
        if runs and _joins(doc, runs[-1][-1].end, span.start):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _joins(doc: Doc, start: int, end: int) -> bool:
    between = [t.text for t in doc[start:end] if not t.text.isspace()]
    return 0 < len(between) <= 2 and ("".join(between) == "以及" or all(t in JOINERS for t in between))


def _read(doc: Doc, found: Sequence[tuple[str, int, int]]) -> tuple[list[Span], list[Span]]:
    text = words.Text(doc)
    blocked = [Span(doc, s, e, label=key) for key, s, e in found if key != "PLACE" and text.one_name(s, e)]
    matches = _with_composites(text, [m for key, s, e in found if key == "PLACE" if (m := _match(text, s, e))])
    matches += _abbreviated(text)
    blocked = [s for s in blocked if not (s.text == "东三省" and text.before(s.start, 1) in ("山", "广"))]
    by_span = {(m.start, m.end): m for m in matches}
    chosen = filter_spans([*blocked, *(Span(doc, m.start, m.end, label="PLACE") for m in matches)])
    regions = [s for s in chosen if s.label_ == "REGION"]
    kept = [by_span[s.start, s.end] for s in chosen if s.label_ == "PLACE"]
    kept = [m for m in _beside_others(text, kept) if not text.in_another_name(m.start, m.end)]
    spans = [_span(doc, m, place) for m, place in zip(kept, settled(text, kept), strict=True)]
    usual = lexicon().regions
    return spans, [Span(doc, s.start, s.end, label="REGION", kb_id=usual[text.cut(s.start, s.end)]) for s in regions]


def _match(text: words.Text, start: int, end: int) -> Match | None:
    if not text.one_name(start, end):
        return None
    form = text.cut(start, end)
    if words.reaches_into_word(form, text.after(end)):
        return None
    places = tuple(gazetteer().forms[form])
    return Match(start, end, places, words.is_weak(form, places), text.is_cut_from_words(start, end))


def _with_composites(text: words.Text, matches: list[Match]) -> list[Match]:
    """The matches and, for each place right behind its province or city, both as one match (广东深圳)."""
    at: dict[int, list[Match]] = {}
    for m in matches:
        at.setdefault(m.start, []).append(m)
    whole = [m for m in matches if not m.cut]
    for head in whole:  # grows while it runs: a composite may be the head of a longer one
        for tail in at.get(head.end, ()):
            form = text.cut(tail.start, tail.end)
            inner = tuple(
                p for p in tail.places if p not in head.places and any(gazetteer().within(p, h) for h in head.places)
            )
            if inner and not (form in lexicon().county_words and all(p.level == "county" for p in inner)):
                whole.append(Match(head.start, tail.end, inner))
    return whole


def _abbreviated(text: words.Text) -> list[Match]:
    """Three and more provinces told by one character each (京、沪、粤)."""
    found: list[Match] = []
    for start, end in text.runs_of_one(lexicon().abbreviations.keys() | lexicon().city_abbreviations.keys()):
        for i in range(start, end, 2):
            found.append(Match(i, i + 1, tuple(gazetteer().candidates(text.tokens[i]))))
    whole = "".join(text.tokens) if all(len(t) == 1 for t in text.tokens) else ""
    for m in FOUR.finditer(whole):
        for i in range(*m.span()):
            found.append(Match(i, i + 1, (gazetteer().named(FIRST_TIER[text.tokens[i]]),)))
    for m in COUNTED.finditer(whole):
        found += _counted(text, m.start(), ordinal((m["count"] or m["first"]).replace("两", "二")) or 0)
    return found


def _counted(text: words.Text, end: int, count: int) -> list[Match]:
    """The `count` characters up to `end`, if each is another place's and no word goes on before them."""
    known = lexicon().abbreviations.keys() | lexicon().city_abbreviations.keys()
    chars = text.tokens[max(0, end - count) : end]
    before = text.before(end - count, 2)
    apart = (
        not before or not ("\u4e00" <= before[-1] <= "\u9fff") or before in ("其中", "尤其") or before[-1] in "而和与"
    )
    if count < 2 or len(set(chars)) != count or not set(chars) <= known or not apart:
        return []
    return [Match(i, i + 1, tuple(gazetteer().candidates(text.tokens[i]))) for i in range(end - count, end)]


def _beside_others(text: words.Text, matches: Sequence[Match]) -> list[Match]:
    """Weak matches out, unless they stand in an enumeration next to a place that counts, or fill the whole text."""
    counts = [not m.weak or _fills(text, m) for m in matches]
    order = list(range(len(matches)))
    for indices in (order, order[::-1]):
        for i in indices:
            near = [j for j in (i - 1, i + 1) if 0 <= j < len(matches) and counts[j]]
            if not counts[i] and text.stands_alone(matches[i].start, matches[i].end):
                counts[i] = any(_beside(text, matches, i, j) for j in near)
    return [m for m, yes in zip(matches, counts, strict=True) if yes]


def _fills(text: words.Text, match: Match) -> bool:
    """Whether a city's name, or a county's in full, is all that the text says."""
    named = {text.cut(match.start, match.end)} & {p.name for p in match.places}
    return text.fills(match.start, match.end) and (bool(named) or any(p.is_city for p in match.places))


def _beside(text: words.Text, matches: Sequence[Match], i: int, j: int) -> bool:
    """Whether match `i` stands next to match `j` in an enumeration; a bare county (南部) not next to a province."""
    first, second = matches[min(i, j)], matches[max(i, j)]
    county = all(p.level == "county" for p in matches[i].places)
    if county and all(p.level == "province" for p in matches[j].places):
        return False
    return text.cut(first.end, second.start) in words.BETWEEN_WEAK


def _span(doc: Doc, match: Match, place: Place | None) -> Span:
    if place is None:
        return Span(doc, match.start, match.end, label="PLACE")
    return Span(doc, match.start, match.end, label=place.level, kb_id=place.code)
