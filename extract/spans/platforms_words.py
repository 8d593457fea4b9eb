"""What the words of names of platforms mean: their heads, known apps, slogans, and words that tell no platform from another."""

import re
from functools import cache

from extract.places import gazetteer
from extract.words import lexicon, pattern

__all__ = ["LONGEST", "OPENING", "QUOTED", "Found", "apps", "heads", "is_slogan", "left", "short_for"]

Found = tuple[int, int, str]
"""Start, end, kind."""

QUOTED = re.compile(r"[“「『‘\"]([^“”「」『』‘’\"\n]{2,18})[”」』’\"]")
OPENING = tuple('“「『‘"')
LONGEST = 28


def _kinds() -> dict[str, dict[str, str]]:
    return {kind: entry for kind, entry in lexicon("platforms")["heads"].items() if isinstance(entry, dict)}


@cache
def heads() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Kind, the head that ends such a name, and what must not follow the head."""
    return tuple(
        (kind, re.compile(entry["pattern"], re.VERBOSE), re.compile(entry["misses"]))
        for kind, entry in _kinds().items()
    )


@cache
def apps() -> re.Pattern[str]:
    """The known apps that need no quotation marks."""
    known = lexicon("platforms")["apps"]
    names = sorted((n for n in known["names"] if n not in known["quoted_only"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


@cache
def short_for() -> str:
    """What cities and provinces are called for short."""
    return str(lexicon("platforms")["short_for"]["characters"])


def is_slogan(name: str) -> bool:
    """Whether it names a way of serving or of working; 三 of 三亚 counts nothing."""
    own = next((n for n in (3, 2) if gazetteer().candidates(name[:n])), 0)
    return pattern("platforms", "mode").search(name[own:] if own < len(name) else name) is not None


def left(before: str) -> str:
    """What is left of a name's modifiers without the words of `generic`."""
    return _generic().sub("", before)


@cache
def _generic() -> re.Pattern[str]:
    words = sorted(lexicon("platforms")["generic"]["words"], key=len, reverse=True)
    # 子 of 子系统 tells nothing, that of 量子 is a part of a word.
    return re.compile("|".join(re.escape(w) if w != "子" else "(?<![量电原粒分])子" for w in words))
