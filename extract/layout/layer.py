"""Whether the text layer of each page can be trusted."""

from collections.abc import Sequence

from extract.model import Page

__all__ = ["judge"]


def judge(pages: Sequence[Page]) -> None:
    """Sets each page's `text_layer`."""
    for page in pages:
        broken = sum(c.text == "\ufffd" for c in page.chars)
        if page.chars and broken > 0.2 * len(page.chars):
            page.text_layer = "garbled"
