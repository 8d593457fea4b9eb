"""What a paper's `source.yml` says that a misprinted place means, put among the places of a text."""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.fold import fold
from extract.places import gazetteer
from extract.spans import places

__all__ = ["with_lookups"]


def with_lookups(doc: Doc, lookups: Mapping[str, str]) -> Doc:
    """The doc with each printed form of `lookups` (printed -> meant) as the place it means, wherever it stands.

    A form that means no known place changes nothing.
    """
    found: list[Span] = []
    for printed, meant in lookups.items():
        place = gazetteer().resolve(meant)
        if place is None or not (form := fold(printed).strip()):
            continue
        for m in re.finditer(re.escape(form), doc.text):
            span = doc.char_span(*m.span(), label=place.level, kb_id=place.code)
            found += [span] if span is not None else []
    if found:
        told = {t for span in found for t in range(span.start, span.end)}
        kept = [s for s in doc.spans[places.NAME] if not told & set(range(s.start, s.end))]
        doc.spans[places.NAME] = sorted([*kept, *filter_spans(found)], key=lambda s: s.start)
    return doc
