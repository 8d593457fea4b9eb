"""Lines put together to one text."""

from collections.abc import Sequence

from extract.layout.glyphs import is_latin
from extract.model import Char, Run

__all__ = ["run_of"]


def run_of(lines: Sequence[Run]) -> Run:
    """The lines' text joined: a space only between Latin words, none after a hyphen or in an address."""
    text, chars = "", list[Char | None]()
    for line in lines:
        if text and line.text:
            a, b = text[-1], line.text[0]
            if is_latin(a) and is_latin(b) and _is_space(text, line.text):
                text += " "
                chars.append(None)
        text += line.text
        chars += line.chars
    return Run(text, chars)


def _is_space(before: str, after: str) -> bool:
    a, b = before[-1], after[0]
    if a in "-/\u00ad_@=&" or b in "/_,.;:)%]}" or a in "([{":
        return False
    address = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return not ("://" in address or "www." in address)
