"""The genre of a title, from `lexicon/genres.yml`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extract.fold import fold
from extract.words import lexicon

__all__ = ["Genre", "genre_of", "genre_words", "is_bare", "without_version"]

Strength = Literal["strong", "weak", "told"]
VERSION_IN_BRACKETS = re.compile(r"\s*[（(\[【]([^（()）\[\]【】]*)[）)\]】]$")
TRAILING_YEARS = re.compile(r"\s*(?:(?:19|20)\d\d年?[-—–－~～−至到]+)?(?:19|20)\d\d年?(?:版|本)?$|\s*[Vv]?\d\.\d版?$")
PERIOD = re.compile(r"^(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre: its name, how sure its ending makes a policy, the ending, and whether only other countries have it, or many together."""

    kind: str
    strength: Strength
    ending: str
    abroad: bool = False
    treaty: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One ending of a genre: what it is not (`false_ends`), and what makes it strong (`strong`)."""

    ending: str
    kind: str
    strength: str
    false_ends: tuple[str, ...]
    strong: str | None
    abroad: bool
    treaty: bool


@lru_cache(maxsize=1)
def _endings() -> list[Row]:
    rows = [
        Row(
            ending,
            g.get("kind", g["genre"]),
            g["strength"],
            tuple(g.get("not") or ()),
            g.get("strong"),
            bool(g.get("abroad")),
            bool(g.get("treaty")),
        )
        for g in lexicon("genres")["genres"]
        for ending in g["endings"]
    ]
    return sorted(rows, key=lambda r: (-len(r.ending), r.ending))


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], str, str]]:
    return [
        (re.compile(g["pattern"]), g.get("kind", g["genre"]), g["strength"])
        for g in lexicon("genres")["genres"]
        if g.get("pattern")
    ]


def without_version(title: str) -> str:
    """A title without the version, years or number behind its genre."""
    words = lexicon("genres")["versions"]
    text = title.strip()
    while True:
        m = VERSION_IN_BRACKETS.search(text)
        content = m.group(1).strip() if m else ""
        known = content in words["words"] or re.match(words["pattern"], content) or PERIOD.match(content)
        if m and m.start() > 0 and (known or any(content.startswith(w) or content.endswith(w) for w in words["words"])):
            text = text[: m.start()]
            continue
        shorter = TRAILING_YEARS.sub("", text)
        if shorter == text or not shorter or text.endswith("2035年"):
            return text
        text = shorter


@lru_cache(maxsize=8192)
def genre_of(title: str) -> Genre | None:
    """The genre by the longest ending; by the part before —— where the whole has none."""
    text = without_version(fold(title)).rstrip('”"’》〉')
    found = _by_ending(text) or _by_pattern(text)
    if found is None and "——" in text:
        found = _by_ending(text.split("——")[0])
    return found


def _by_ending(text: str) -> Genre | None:
    row = next((r for r in _endings() if text.endswith(r.ending)), None)
    if row is None or text.endswith(row.false_ends) or row.strength == "never":
        return None
    strong = row.strong is not None and re.search(row.strong, text)
    return Genre(row.kind, "strong" if strong else row.strength, row.ending, row.abroad, row.treaty)  # type: ignore[arg-type]


def _by_pattern(text: str) -> Genre | None:
    for pattern, kind, strength in _patterns():
        if m := pattern.search(text):
            return Genre(kind, strength, m.group())  # type: ignore[arg-type]
    return None


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    words = sorted(lexicon("genres")["bare"]["words"], key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(words) + ")*")


def is_bare(title: str) -> bool:
    """Whether a title is made of words that alone name no policy: 规划, 实施意见, 三年行动计划."""
    text = without_version(fold(title).replace(" ", ""))
    genre = _by_ending(text)
    if genre is None or genre.kind in ("法", "政府工作报告", "法案"):
        return False
    return bool(_bare().fullmatch(text.removesuffix(genre.ending)))


@lru_cache(maxsize=1)
def genre_words() -> tuple[str, ...]:
    """The endings of all genres, longest first: what 该… may be followed by."""
    return tuple(dict.fromkeys(r.ending for r in _endings()))
