"""Names of platforms, systems, centres, brains and apps: `doc.spans["platforms"]`, label = kind.

The words stand in `lexicon/platforms.yml`. A name ends in its head (平台, 系统, 大脑, ...) and begins after the last word that is no
part of it (建成, 的, 一个); what is left must hold more than words that tell no platform from another. Names in quotation
marks need a head after them, or words that say that people use it.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.prose import Prose, prose
from extract.spans import frameworks
from extract.spans.platforms_coined import coined, headline, made
from extract.spans.platforms_headed import headed
from extract.spans.platforms_quoted import entrances_of, quoted
from extract.spans.platforms_words import Found, apps, is_slogan
from extract.words import pattern

__all__ = ["NAME"]

NAME = "platforms"

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


@Language.component(NAME)
def platforms(doc: Doc) -> Doc:
    """Writes the names it finds; run it after `places` and `frameworks`."""
    text = prose(doc)
    taken = [m.span() for m in TITLE.finditer(text.text)]
    taken += _frameworks(doc, text)
    spans = []
    own = [(s.start_char, s.text) for s in doc.spans.get("places", [])]
    found = [
        *entrances_of(text),
        *quoted(text),
        *_known(text.text),
        *_listed(text.text),
        *coined(text, own),
        *made(text),
        *headline(text),
        *headed(text),
    ]
    for start, end, kind in found:
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        span = doc.char_span(*text.back(start, end), label=kind)
        if span is not None:
            spans.append(span)
    doc.spans[NAME] = sorted(spans, key=lambda s: s.start)
    return doc


def _frameworks(doc: Doc, text: Prose) -> Iterator[tuple[int, int]]:
    """Where names of frameworks stand; 三 of 三亚 counts nothing."""
    places = {n.start for n in text.names}
    for span in doc.spans.get(frameworks.NAME, []):
        start, end = text.offsets.index(span.start_char), text.offsets.index(span.end_char - 1) + 1
        if span.label_ not in ("big", "layers", "joined") and start not in places:
            yield start, end


def _known(text: str) -> Iterator[Found]:
    for m in apps().finditer(text):
        yield m.start(), m.end(), "应用"


def _listed(text: str) -> Iterator[Found]:
    """多专是橡链云、檬豆云、酷特智能等专业平台: all of a list of platforms in which one ends like a product."""
    for m in pattern("platforms", "listed").finditer(text):
        items = list(re.finditer("[^、]+", m["list"]))
        products = any(pattern("platforms", "product").search(item.group()) for item in items)
        for item in items:
            app = pattern("platforms", "app_word").search(item.group()) and not is_slogan(item.group())
            if products or app:
                yield m.start("list") + item.start(), m.start("list") + item.end(), "平台"
