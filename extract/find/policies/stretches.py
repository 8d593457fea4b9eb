"""The texts that titles are looked for in: a sentence that breaks off in or before a title is joined with its rest."""

from extract.find.policies.model import Stretch
from extract.fold import fold
from extract.model import Passage, Run, joined
from extract.prose import squeezed
from extract.reading import Reading
from extract.spans.titles import brackets
from extract.words import lexicon

__all__ = ["stretches"]

REACH = 4
SHORTEST_CUT = 20
"""Characters: a shorter text is no sentence that a page break cuts."""


def stretches(reading: Reading) -> list[Stretch]:
    """The texts, a title that breaks off in one and goes on in a later one joined; contents pages left out."""
    found: list[Stretch] = []
    taken: set[int] = set()
    for i, text in enumerate(reading.texts):
        if i in taken or text.kind == "contents" or not text.text.strip():
            continue
        other = _rest_of(reading, i)
        if other is None:
            found.append(_stretch(text, text, ((0, i),)))
        else:
            taken.add(other)
            rest = reading.texts[other]
            found.append(_stretch(text, joined([text, rest]), ((0, i), (len(text.text), other))))
    return found


def _stretch(passage: Passage, run: Run, parts: tuple[tuple[int, int], ...]) -> Stretch:
    tight, offsets = squeezed(fold(run.text).replace("≪", "《").replace("≫", "》"))
    return Stretch(run, tight, offsets, parts, passage)


def _rest_of(reading: Reading, index: int) -> int | None:
    """Which text goes on with the title that is left open at the end of `texts[index]`."""
    text = reading.texts[index]
    lone = brackets(text.text).unclosed
    if lone is None and _breaks_off(text):
        return _next_of_kind(reading, index)
    if lone is None or text.kind == "cell" or len(text.text) - lone > 80:
        return None
    for j in range(index + 1, min(index + 1 + REACH, len(reading.texts))):
        other = reading.texts[j]
        if other.kind != text.kind and other.kind in ("cell", "caption", "note", "source", "chart", "contents"):
            continue
        at = brackets(other.text).unopened
        return j if at is not None and at <= 80 else None
    return None


def _breaks_off(text: Passage) -> bool:
    """Whether a sentence breaks off right before the title that it speaks of: …，杭州市人民政府公布 / 《…》."""
    if text.kind not in ("paragraph", "list_item") or len(text.text) < SHORTEST_CUT:
        return False
    words = lexicon("citations")["issue"]
    ends = fold(text.text).rstrip()
    return ends.endswith((*words["strong"], *words["weak"], "》、", "》和", "》与", "》及"))


def _next_of_kind(reading: Reading, index: int) -> int | None:
    """The next text of the same kind, if it begins with a title; captions and charts may stand between."""
    for j in range(index + 1, min(index + 1 + REACH, len(reading.texts))):
        other = reading.texts[j]
        if other.kind == reading.texts[index].kind:
            return j if other.text.startswith("《") else None
        if other.kind == "heading":
            return None
    return None
