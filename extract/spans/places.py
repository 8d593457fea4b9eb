"""Names of places: `doc.spans["places"]`, label = level, `kb_id_` = GB/T 2260 code where only one place is meant."""

from functools import lru_cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.places import gazetteer

__all__ = ["NAME"]

NAME = "places"


@lru_cache(maxsize=1)
def _matcher(nlp: Language) -> PhraseMatcher:
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("PLACE", [nlp.make_doc(form) for form in gazetteer().forms if len(form) > 1])
    return matcher


@Language.factory(NAME)
def _component(nlp: Language, name: str):  # type: ignore[no-untyped-def]
    matcher = _matcher(nlp)

    def places(doc: Doc) -> Doc:
        found = filter_spans([Span(doc, s, e, label="PLACE") for _, s, e in matcher(doc)])
        doc.spans[NAME] = [_resolved(span) for span in found]
        return doc

    return places


def _resolved(span: Span) -> Span:
    place = gazetteer().resolve(span.text, scope="city") or gazetteer().resolve(span.text)
    if place is None:
        return span
    return Span(span.doc, span.start, span.end, label=place.level, kb_id=place.code)
