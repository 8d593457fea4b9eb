"""Ranked places that stand in no rows: on cards, on the steps of a podium, in lines with dots or bars to the score.

Each place stands to its rank as the others stand to theirs, and each score to its place. Numbers beside places prove
nothing: the scores must fall with them, or a title must say that places are ranked.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Box, union
from extract.places import gazetteer
from extract.tables.tokens import Token

__all__ = ["Entry", "falls", "lists_of", "shared"]

FEWEST = 3
"""Places of a list, at least: those of a podium."""
NEAR = 5.0
"""Ems between a rank and its place, at most; a score under or over a place is as near."""
STACKED = 0.8
"""Ems between a city and the province under or over it."""
GAP = 3
"""Ranks that ties may leave out."""


@dataclass(slots=True)
class Entry:
    """A rank with the names at its place, the city and perhaps its province, and the score."""

    rank: Token
    places: list[Token]
    score: Token | None = None

    @property
    def tokens(self) -> list[Token]:
        """All its words."""
        return [self.rank, *self.places, *([self.score] if self.score else [])]

    @property
    def number(self) -> int:
        """The rank."""
        return self.rank.rank or 0

    @property
    def value(self) -> float | None:
        """The score."""
        return self.score.score if self.score else None

    @property
    def box(self) -> Box:
        """Around its rank and its names."""
        return union([self.rank.box, *(p.box for p in self.places)])


def lists_of(tokens: Sequence[Token]) -> list[list[Entry]]:
    """Lists of entries from top to bottom; the longest first have their words, and no word stands in two."""
    found = [chain for way in (_beside, _under, _over) for chain in _counted(_matched(tokens, way))]
    used: set[Token] = set()
    kept = []
    for chain in sorted(found, key=lambda c: -len(c)):
        if len(chain) >= FEWEST and not any(t in used for e in chain for t in e.tokens):
            _put_scores(chain, tokens)
            used |= {t for e in chain for t in e.tokens}
            kept.append(chain)
    return sorted(kept, key=lambda c: (c[0].box[1], c[0].box[0]))


def falls(entries: Sequence[Entry]) -> bool:
    """Whether the scores fall with the ranks."""
    values = [e.value for e in entries]
    return values[0] != values[-1] and all(a is not None and b is not None and a >= b for a, b in pairwise(values))


Way = Callable[[Token, Token], float | None]
"""How far a place stands from a rank, if it stands to it in a certain way."""


def _beside(rank: Token, place: Token) -> float | None:
    gap = place.box[0] - rank.box[2]
    level = shared(rank.box, place.box, 1) > 0.5 * (place.box[3] - place.box[1])
    return gap + _off(rank, place, 1) if level and -1 < gap < NEAR * _size(rank, place) else None


def _under(rank: Token, place: Token) -> float | None:
    gap = place.box[1] - rank.box[3]
    stacked = shared(rank.box, place.box, 0) > 0 and place.box[1] > rank.piece.middle
    return gap + _off(rank, place, 0) if stacked and gap < NEAR * _size(rank, place) else None


def _over(rank: Token, place: Token) -> float | None:
    gap = rank.box[1] - place.box[3]
    stacked = shared(rank.box, place.box, 0) > 0 and place.box[3] < rank.piece.middle
    return gap + _off(rank, place, 0) if stacked and gap < NEAR * _size(rank, place) else None


def _off(a: Token, b: Token, axis: int) -> float:
    """By how far their middles miss each other."""
    return abs(a.box[axis] + a.box[axis + 2] - b.box[axis] - b.box[axis + 2]) / 2


def _size(a: Token, b: Token) -> float:
    return max(a.piece.size, b.piece.size)


def shared(a: Box, b: Box, axis: int) -> float:
    """How far two boxes share their x (axis 0) or their y (axis 1); below 0 how far they are apart."""
    return min(a[axis + 2], b[axis + 2]) - max(a[axis], b[axis])


def _matched(tokens: Sequence[Token], way: Way) -> list[Entry]:
    """Each rank with the nearest place that stands to it in one way; a place nearer to another rank is not its own."""
    provinces = _provinces(tokens)
    ranks = [t for t in tokens if t.rank]
    places = [t for t in tokens if t.place and t not in provinces.values()]
    pairs = ((way(r, p), i, k) for i, r in enumerate(ranks) for k, p in enumerate(places))
    entries: dict[int, Entry] = {}
    taken: set[int] = set()
    for _, i, k in sorted((far, i, k) for far, i, k in pairs if far is not None):
        if i not in entries and k not in taken:
            province = provinces.get(places[k])
            entries[i] = Entry(ranks[i], [places[k], *([province] if province else [])])
            taken.add(k)
    return list(entries.values())


def _provinces(tokens: Sequence[Token]) -> dict[Token, Token]:
    """The provinces that stand under, over or behind their cities, by city; the nearest pairs first."""
    gaz = gazetteer()
    cities = [(t, gaz.province_of(city)) for t in tokens if t.place and (city := gaz.resolve(t.place, scope="city"))]
    provinces = [(t, p) for t in tokens if t.place and (p := gaz.resolve(t.place, scope="province"))]
    pairs = [(c, p) for c, own in cities for p, province in provinces if c is not p and own == province]
    near = sorted((far, k) for k, (c, p) in enumerate(pairs) if (far := _between(c, p, tokens)) is not None)
    found: dict[Token, Token] = {}
    for _, k in near:
        if not {*pairs[k]} & {*found, *found.values()}:
            found[pairs[k][0]] = pairs[k][1]
    return found


def _between(city: Token, province: Token, tokens: Sequence[Token]) -> float | None:
    """How far a province is behind a city with nothing between, or over or under it; None where it is not near."""
    gap = province.box[0] - city.box[2]
    if shared(city.box, province.box, 1) > 0 and 0 < gap < NEAR * city.piece.size:
        row = (t for t in tokens if shared(t.box, city.box, 1) > 0)
        return None if any(city.box[2] < t.box[0] < province.box[0] for t in row) else gap
    gap = -shared(city.box, province.box, 1)
    return gap if shared(city.box, province.box, 0) > 0 and gap < STACKED * city.piece.size else None


def _counted(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries in lists that count from 1 on: one with its ties, or several, each going on with the nearest number."""
    firsts = [e for e in entries if e.number == 1]
    if len(firsts) == 1:
        ordered = sorted(entries, key=lambda e: (e.number, e.box[1], e.box[0]))
        end = next((i for i, (a, b) in enumerate(pairwise(ordered), 1) if b.number - a.number > GAP), len(ordered))
        yield ordered[:end]
        return
    left = [e for e in entries if e.number != 1]
    for first in firsts:
        chain = [first]
        while more := [e for e in left if e.number == chain[-1].number + 1]:
            chain.append(min(more, key=lambda e: _apart(chain[-1].box, e.box)))
            left.remove(chain[-1])
        yield chain


def _apart(a: Box, b: Box) -> float:
    return abs(a[0] + a[2] - b[0] - b[2]) + abs(a[1] + a[3] - b[1] - b[3])


def _put_scores(entries: Sequence[Entry], tokens: Sequence[Token]) -> None:
    """Puts in the score of each entry: inside its box, right of it, under or over it, for all of them alike."""
    own = {t for e in entries for t in e.tokens}
    others = [t for t in tokens if t not in own]
    for find in (_score_inside, _score_beside, _score_under, _score_over):
        found = [find(e, others) for e in entries]
        if all(found) and len(set(found)) == len(found):
            for entry, score in zip(entries, found, strict=True):
                entry.score = score
            return


def _score_inside(entry: Entry, tokens: Sequence[Token]) -> Token | None:
    x0, top, x1, bottom = entry.box
    inside = [t for t in tokens if top < t.piece.middle < bottom and x0 - 1 < (t.box[0] + t.box[2]) / 2 < x1 + 1]
    return next((t for t in inside if t.score is not None), None)


def _score_beside(entry: Entry, tokens: Sequence[Token]) -> Token | None:
    box = entry.box
    level = [t for t in tokens if t.box[0] >= box[2] - 1 and shared(t.box, box, 1) > 0.5 * (t.box[3] - t.box[1])]
    first = min(level, key=lambda t: t.box[0], default=None)
    return first if first and first.score is not None else None


def _score_under(entry: Entry, tokens: Sequence[Token]) -> Token | None:
    return _nearest(entry, tokens, lambda t: t.box[1] - entry.box[3])


def _score_over(entry: Entry, tokens: Sequence[Token]) -> Token | None:
    return _nearest(entry, tokens, lambda t: entry.box[1] - t.box[3])


def _nearest(entry: Entry, tokens: Sequence[Token], gap: Callable[[Token], float]) -> Token | None:
    over = [t for t in tokens if t.score is not None and shared(t.box, entry.box, 0) > 0]
    near = [t for t in over if -0.5 * t.piece.size < gap(t) < NEAR * t.piece.size]
    return min(near, key=gap, default=None)
