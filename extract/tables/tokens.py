"""Words of a page as the parts of ranked places: ranks, names and scores, also where they are set as one word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.fold import fold
from extract.model import Box, Line
from extract.places import gazetteer
from extract.tables.pieces import Piece, pieces_in, split_wide, sub_piece

__all__ = ["Token", "is_rank", "tokens_of"]

APART = 0.6
"""Ems between two words."""
SIGNS = {chr(first + i): i + 1 for first, last in ((0x2460, 20), (0x2776, 10)) for i in range(last)}
SIGNS |= {"🥇": 1, "🥈": 2, "🥉": 3}
RANK = rf"(?:(?:第|NO\.?\s?|TOP\s?|#)?(?P<number>\d{{1,3}})\s?(?:名|位)?|(?P<sign>[{''.join(SIGNS)}]))"
SCORE = r"(?P<score>\d{1,3}(?:\.\d+|(?:\.\d+)?\s?分))"
ONLY_SCORE = re.compile(rf"^{SCORE}$")
ONLY_RANK = re.compile(rf"^{RANK}\s*[.、．)）]?$", re.IGNORECASE)
ENTRY = re.compile(
    rf"^(?:(?P<rank>{RANK})\s*[.、．:：)）·]?\s*)?(?P<name>[^\W\d_]{{2,12}}\s*(?:[（(][^()（）\d]{{2,10}}[)）])?)"
    rf"[\s.…·_]*{SCORE}?$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*[（(].*")


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A rank, the name of a place, a score, or (none of them) any other word."""

    piece: Piece
    rank: int | None = None
    place: str | None = None
    score: float | None = None

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.piece.box


def tokens_of(lines: Iterable[Line], taken: Iterable[Box]) -> list[Token]:
    """The words of lines outside the boxes `taken`, from top to bottom."""
    boxes = list(taken)
    free = [x for x in lines if not any(_in(x.box, b) for b in boxes)]
    everywhere = (float("-inf"), float("-inf"), float("inf"), float("inf"))
    words = (w for p in pieces_in(free, everywhere) for w in split_wide(p, APART))
    return sorted((t for w in words for t in _read(w)), key=lambda t: (t.box[1], t.box[0]))


def is_rank(text: str) -> bool:
    """Whether a text is nothing but a rank."""
    return ONLY_RANK.match(fold(text).strip()) is not None


def _in(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _read(word: Piece) -> Iterator[Token]:
    text = fold(word.text)
    if m := ONLY_SCORE.match(text.strip()):
        yield Token(word, score=_score(m))
    elif m := ONLY_RANK.match(text.strip()):
        yield Token(word, rank=_rank(m))
    elif (m := ENTRY.match(text)) and gazetteer().candidates(name := ASIDE.sub("", m["name"])):
        for part in sub_piece(word, *m.span("rank")) if m["rank"] else ():
            yield Token(part, rank=_rank(m))
        for part in sub_piece(word, *m.span("name")):
            yield Token(part, place=name)
        for part in sub_piece(word, *m.span("score")) if m["score"] else ():
            yield Token(part, score=_score(m))
    elif any(c.isalnum() for c in text):
        yield Token(word)


def _rank(m: re.Match[str]) -> int:
    return SIGNS[m["sign"]] if m["sign"] else int(m["number"])


def _score(m: re.Match[str]) -> float:
    return float(m["score"].rstrip("分 "))
