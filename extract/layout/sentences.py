"""Sentences that a line breaks off: what tells that a text goes on where the column's edge does not."""

from collections.abc import Sequence

from extract.layout.glyphs import OPENERS, TERMINAL
from extract.layout.rows import baseline
from extract.model import Line

__all__ = ["is_open", "is_unfinished"]

LONG = 16.0
"""Ems of a line that breaks off a sentence, at least."""
LEVEL = 0.4
"""Ems by which the starts of the lines of a paragraph may differ."""
ENDS = frozenset("。！？；…!?;：:")
AFTER = "”’」』）)"
PAUSES = frozenset("，、,（）()")


def is_unfinished(lines: Sequence[Line], line: Line, indent: float) -> bool:
    """Whether a sentence of the `lines` of a paragraph goes on in `line`, though there was room in the last of them.

    The text is one of sentences, its last line is long and ends none, and `line` starts where lines of the paragraph do
    and ends one, or the paragraph's first line is set in by at least `indent` ems and `line` is not.
    """
    last = lines[-1]
    text = "".join(x.text for x in lines)
    em = line.size
    if last.text.rstrip(AFTER)[-1:] in ENDS or not last.text.rstrip(AFTER) or line.text[0] in OPENERS - {"“", "《"}:
        return False
    if text[0] == "“" and text[-1] == "”":
        # A quotation: what follows says where it is from.
        return False
    if not set(text) & PAUSES | TERMINAL & set(text) or last.box[2] - last.box[0] < LONG * em:
        return False
    if last.box[2] < line.box[2] - em or baseline(line) <= baseline(last):
        return False
    rest = min(x.box[0] for x in lines)
    flush = abs(line.box[0] - rest) < LEVEL * em
    inset = lines[0].box[0] - line.box[0] >= indent * em and len(lines) == 1
    ends = line.text.rstrip(AFTER)[-1:] in ENDS
    indented = inset or (len(lines) > 1 and lines[0].box[0] - rest >= indent * em)
    return (flush and ends) or (indented and (inset or flush))


def is_open(text: str) -> bool:
    """Whether a title or a bracket that was opened is still open: 《全国一体化."""
    for opener, closer in ("《》", "（）", "()", "【】"):
        at = text.rfind(opener)
        if at >= 0 and text.count(opener) > text.count(closer) and len(text) - at < 60:
            return True
    return False
