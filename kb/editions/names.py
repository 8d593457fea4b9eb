"""What a list is called, without the words that any list may bear: by it a renamed list is known over the years."""

import re

from extract.fold import fold
from extract.words import pattern

__all__ = ["core"]

SHORTEST = 2


def core(name: str) -> str | None:
    """数字化转型 of 城市数字化转型百强榜 and of 数字化转型指数排名; None where nothing is left that tells."""
    found = pattern("editions", "list_noun").sub("", re.sub(r"\s+", "", fold(name)))
    return found if len(found) >= SHORTEST else None
