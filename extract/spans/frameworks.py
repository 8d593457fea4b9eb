"""Names of frameworks: `doc.spans["frameworks"]`, label = the shape of the name.

What such names look like stands in `lexicon/frameworks.yml`. A span is a name that may count: whether it does (a word such
as 体系 after it, its parts told beside it) is for the finder to say.
"""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.prose import squeezed
from extract.words import lexicon

__all__ = ["NAME", "framework_pattern", "shape_patterns"]

NAME = "frameworks"

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
CLASSES = {
    "⟨n⟩": r"(?:[一二三四五六七八九两]|十[一二三四五六七八九]?|\d{1,2}|[NMX](?![A-Za-z]))",
    "⟨h⟩": r"(?:(?![一二三四五六七八九十两])[一-鿿])",
    "⟨made⟩": r"(?:大脑|工厂|平台|中心|园区|基地|基金|集群|社区|网格|中台|底座|系统)",
    "⟨w⟩": r"(?:[统唯]一|一体|(?![一二三四五六七八九十两])[一-鿿])",
}


def worded(text: str) -> str:
    """A pattern of the lexicon with its classes put in."""
    for sign, characters in CLASSES.items():
        text = text.replace(sign, characters)
    nouns = sorted(lexicon("frameworks")["nouns"]["words"], key=len, reverse=True)
    return text.replace("⟨noun⟩", "|".join(nouns))


@cache
def shape_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Shape and pattern, the first that fits wins."""
    return tuple((s["name"], re.compile(worded(s["pattern"]), re.VERBOSE)) for s in lexicon("frameworks")["shapes"])


@cache
def framework_pattern(key: str) -> re.Pattern[str]:
    """A pattern of the lexicon other than a shape."""
    return re.compile(worded(lexicon("frameworks")[key]["pattern"]), re.VERBOSE)


@Language.component(NAME)
def frameworks(doc: Doc) -> Doc:
    """Writes the names it finds."""
    text, offsets = squeezed(doc.text)
    titles = [m.span() for m in TITLE.finditer(text)]
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Span]] = []
    for shape, pattern in shape_patterns():
        for m in pattern.finditer(text):
            start, end = _name(m)
            if any(a < end and start < b for a, b in [*taken, *titles]):
                continue
            span = doc.char_span(offsets[start], offsets[end - 1] + 1, label=shape)
            if span is not None:
                taken.append((start, end))
                found.append((start, span))
    spans = [span for start, span in found if span.label_ != "drawn" or not _says_how(text, start, taken)]
    doc.spans[NAME] = sorted(spans, key=lambda s: s.start)
    return doc


def _name(m: re.Match[str]) -> tuple[int, int]:
    """Where the name stands in what its shape matches: the group whose name begins so, else the whole."""
    named = [key for key in m.re.groupindex if key.startswith("name") and m[key]]
    return m.span(named[0]) if named else m.span()


def _says_how(text: str, start: int, taken: list[tuple[int, int]]) -> bool:
    """Whether what is drawn only says how a structure that was just named looks: “三级平台、五级应用”的“王”字形架构."""
    at = len(re.sub(r"[”\"」』]的?$", "", text[:start]))
    return at < start and any(end == at for _, end in taken)
