"""The layout lexicon over folded text."""

import re

from extract.fold import fold
from extract.words import pattern

__all__ = ["match"]


def match(name: str, text: str) -> re.Match[str] | None:
    """The match of that pattern at the start of `text`, folded; its offsets are offsets into `text`."""
    return pattern("layout", name).match(fold(text))
