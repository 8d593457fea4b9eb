"""Pairs of things that may be one, of two papers or of one: not merged, but put to a person, with the reasons."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from kb.base.keys import bare
from kb.base.places import divisions
from kb.resolve.model import Told
from kb.resolve.policies import contradict, number_of
from kb.resolve.titles import is_bare, normal, policy_title

__all__ = ["Candidate", "Thing", "candidates"]

NUMERALS = re.compile(r"\d+|十[一二三四五六]五")
BRACKETED = re.compile(r"〔[^〕]*〕$")
GRAM = 2
SHORTEST = 6
NEAR = 0.88
NEAR_NAMES = 0.75
NEAR_DIMENSIONS = 0.5


@dataclass(frozen=True)
class Thing:
    """One thing of the base, and what each paper tells of it. `group` is what both of a pair must share."""

    table: str
    key: str
    name: str
    told: tuple[Told, ...]
    group: str = ""

    @property
    def papers(self) -> frozenset[str]:
        """Who tells of it."""
        return frozenset(t.paper.id for t in self.told)

    @property
    def names(self) -> frozenset[str]:
        """Every key by which a decision may mean it."""
        return frozenset(
            {self.key, *(t.key for t in self.told), *(f"{t.paper.id}/{t.key}" for t in self.told if not t.local)}
        )


@dataclass(frozen=True)
class Candidate:
    """A pair, in the order of their keys."""

    one: Thing
    other: Thing
    reasons: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the pair."""
        return f"{self.one.table}:{self.one.key}={self.other.key}"


Reasons = Callable[[Thing, Thing], Iterator[str]]


def candidates(
    things: Sequence[Thing], decided: set[frozenset[str]], touched: set[str] | None = None
) -> list[Candidate]:
    """The doubtful pairs among things of one table; only those with one that is `touched`, where that is given.

    Two dimensions of one paper are told apart by that paper; pairs that people have `decided` never come again.
    """
    if not things:
        return []
    reasons = RULES[things[0].table]
    by_gram: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, thing in enumerate(things):
        for gram in _grams(thing):
            by_gram[thing.group, gram].append(n)
    found: list[Candidate] = []
    for one, thing in enumerate(things):
        if touched is not None and thing.key not in touched:
            continue
        near = {n for gram in _grams(thing) for n in by_gram[thing.group, gram]}
        for other in near - {one}:
            if other < one and (touched is None or things[other].key in touched):
                continue  # the pair came when the other was looked at
            found += _candidate(thing, things[other], decided, reasons)
    return sorted(found, key=lambda c: c.key)


def _grams(thing: Thing) -> set[str]:
    name = normal(thing.name)
    return {name[n : n + GRAM] for n in range(max(1, len(name) - GRAM + 1))}


def _candidate(one: Thing, other: Thing, decided: set[frozenset[str]], reasons: Reasons) -> Iterator[Candidate]:
    one, other = sorted((one, other), key=lambda t: t.key)
    if one.table == "dimensions" and one.papers & other.papers:
        return
    found = tuple(reasons(one, other))
    if found and not any(frozenset(pair) in decided for pair in product(one.names, other.names)):
        yield Candidate(one, other, found)


def _policies(one: Thing, other: Thing) -> Iterator[str]:
    if is_bare(one.name) or is_bare(other.name) or any(contradict(a, b) for a, b in product(one.told, other.told)):
        return
    short, long = sorted((policy_title(one.name), policy_title(other.name)), key=len)
    cores = {BRACKETED.sub("", t) for t in (short, long)}
    if short == long:
        yield "题名相同，由谁、何时发布却未都说明 same title; who issued it and when is not told by both"
    elif len(cores) == 1:
        yield "题名只差末尾括号里的 same title but for what is in brackets at the end"
    elif len(short) >= SHORTEST and BRACKETED.sub("", short) in long:
        yield "一个题名含另一个 one title holds the other"
    elif _near(short, long, NEAR):
        yield "题名相近 titles are near"
    else:
        return
    numbers = {number for t in (*one.told, *other.told) if (number := number_of(t))}
    if numbers:
        yield f"只有一份说了文号 only one is told with its number: {'、'.join(sorted(numbers))}"


def _near(one: str, other: str, least: float) -> bool:
    """Whether two texts are near, with the same numbers and plan periods."""
    if sorted(NUMERALS.findall(one)) != sorted(NUMERALS.findall(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least


def _owned(one: Thing, other: Thing) -> Iterator[str]:
    names = sorted((_without_place(one), _without_place(other)), key=len)
    short, long = names
    if short == long:
        yield "同一地方，名称只差地名 same place; names differ by the place's name only"
    elif sorted(NUMERALS.findall(short)) != sorted(NUMERALS.findall(long)):
        return
    elif len(short) >= 3 and short in long:
        yield "同一地方，一个名称含另一个 same place; one name holds the other"
    elif _near(short, long, NEAR_NAMES):
        yield "同一地方，名称相近 same place; names are near"


def _without_place(thing: Thing) -> str:
    name = normal(bare(thing.name))
    division = divisions().get(thing.group)
    for place in (division.name, division.short_name) if division else ():
        if place and name.startswith(place) and len(name) > len(place) + 1:
            return name.removeprefix(place)
    return name


def _issuers(one: Thing, other: Thing) -> Iterator[str]:
    short, long = sorted((normal(one.name), normal(other.name)), key=len)
    if len(short) >= 5 and long.endswith(short):
        yield "一个名称是另一个的后半 one name is the end of the other"
    elif len(short) >= 5 and short[:2] == long[:2] and short[-1] == long[-1] and _near(short, long, NEAR):
        places = _places(one.name), _places(other.name)
        if not all(places) or places[0] & places[1]:
            yield "名称相近 names are near"


def _places(name: str) -> set[str]:
    """The provinces and cities that an issuer's name holds, by short name."""
    return {d.short_name for d in divisions().values() if d.level != "county" and d.short_name in name}


def _dimensions(one: Thing, other: Thing) -> Iterator[str]:
    if _near(normal(one.name), normal(other.name), NEAR_DIMENSIONS):
        yield "同一系列，名称相近，一版有此、一版有彼 same series; names are near; one edition has one, one the other"


RULES: dict[str, Reasons] = {
    "policies": _policies, "platforms": _owned, "frameworks": _owned, "issuers": _issuers, "dimensions": _dimensions,
}  # fmt: skip
