"""Who publishes a paper, from its cover and imprint."""

from collections.abc import Sequence

from extract.fold import fold
from extract.layout.text import run_of
from extract.model import Laid, Line, Run
from extract.words import pattern

__all__ = ["publisher_of"]

SHORT = 40
"""Characters of a line on a cover that can be an organisation's name."""


def publisher_of(cover: Sequence[Line], front: Sequence[Laid]) -> Run | None:
    """The publisher: labelled on the cover, named on it, or told by the imprint or the notice of copyright."""
    named = _labelled(cover) or _named(cover)
    if named:
        return named
    for page in front:
        # On a page of text a longer line may be but the start of a list of names.
        found = _labelled([x for x in page.lines if len(x.text) <= SHORT]) or _owner(page.lines)
        if found:
            return found
    return None


def _labelled(lines: Sequence[Line]) -> Run | None:
    for name in ("publisher", "published_by"):
        for line in lines:
            text = fold(line.text)
            m = pattern("cover", name).search(text)
            if m and len(text) <= 70 and not pattern("cover", "helper").search(text):
                return line.cut(*m.span("who"))
    return None


def _named(lines: Sequence[Line]) -> Run | None:
    """Lines that are organisations' names, all of the first group of them."""
    found: list[Line] = []
    for line in lines:
        is_name = len(line.text) <= SHORT and pattern("cover", "org").search(fold(line.text))
        if is_name and not pattern("cover", "helper").search(fold(line.text)):
            if found and line.box[1] - found[-1].box[3] > 2 * line.size:
                break
            found.append(line)
        elif found:
            break
    if not found:
        return None
    run = Run(found[0].text, list(found[0].chars))
    for line in found[1:]:
        run = Run(f"{run.text}、{line.text}", [*run.chars, None, *line.chars])
    return run


def _owner(lines: Sequence[Line]) -> Run | None:
    """Whom the notice of copyright names."""
    run = run_of(lines)
    m = pattern("cover", "copyright").search(fold(run.text))
    if not m:
        return None
    return run.cut(*m.span("who" if m["who"] else "who2"))
