"""The key of every thing that every paper tells of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from extract.words import lexicon, pattern
from kb.base.keys import bare, path
from kb.resolve.clusters import components
from kb.resolve.decisions import Decision
from kb.resolve.model import Told
from kb.resolve.policies import number_of, policy_groups

__all__ = ["Keys", "decided", "identified", "issuer_names"]

Keys = dict[tuple[str, str, str], str]
"""(paper, table, the paper's own key) -> the key of the thing."""


def identified(told: Sequence[Told], series: Mapping[str, str], decisions: Sequence[Decision]) -> Keys:
    """The key of each thing told. `series` gives the name of each paper's series.

    The same papers and decisions give the same keys, whatever order they come in.
    """
    by_table: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_table[one.table].append(one)
    found: Keys = {}
    for table, those in sorted(by_table.items()):
        own = [d for d in decisions if d.kind == table]
        found.update(_decided(those, _keys(table, those, series, own), own))
    return found


def _keys(table: str, told: Sequence[Told], series: Mapping[str, str], decisions: Sequence[Decision]) -> Keys:
    if table == "policies":
        different = {d.pair for d in decisions if d.decision == "different"}

        def apart(one: Told, other: Told) -> bool:
            return any(frozenset((x, y)) in different for x in _names(one) for y in _names(other))

        return _named(*policy_groups(told, apart if different else None))
    if table == "dimensions":
        return _dimension_keys(told, series, {d.pair for d in decisions if d.decision == "different"})
    return {t.id: t.key for t in told}


def _names(told: Told) -> tuple[str, str]:
    return told.key, path(told.paper.id, told.key)


def _named(groups: list[list[Told]], unsure: list[Told]) -> Keys:
    """Each group's key: a number, else that of its earliest paper. Of groups with one key the earliest bears it.

    What is known only within its paper has a key that says so.
    """
    taken: set[str] = set()
    found: Keys = {}
    for group in sorted(groups, key=lambda g: (_first(g).paper.age, _first(g).key)):
        first = _first(group)
        key = first.key if first.key not in taken else path(first.paper.id, first.key)
        taken.add(key)
        found.update((told.id, key) for told in group)
    found.update((t.id, t.key if t.local else path(t.paper.id, t.key)) for t in unsure)
    return found


def _first(group: Sequence[Told]) -> Told:
    return min(group, key=lambda t: (number_of(t) is None, t.paper.age, t.key))


def _dimension_keys(told: Sequence[Told], series: Mapping[str, str], different: set[frozenset[str]]) -> Keys:
    """Dimensions by name within a series; 治理指数 and 治理维度 are one, as is what was renamed. The earliest name stays."""
    groups: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        name = bare(one.fields["name"])
        groups[series[one.paper.id]][pattern("dimensions", "tail").sub("", name) or name].append(one)
    found: Keys = {}
    for name, by_stem in groups.items():
        for group in _renamed(by_stem, name, different):
            first = min(group, key=lambda t: (t.paper.age, t.key))
            found.update((t.id, path(name, bare(first.fields["name"]))) for t in group)
    return found


def _renamed(by_stem: Mapping[str, list[Told]], series: str, different: set[frozenset[str]]) -> Iterable[list[Told]]:
    """The groups, those joined whose name is known to have changed: no paper tells two of them, nobody tells them apart."""
    joined = dict(by_stem)
    for names in lexicon("dimensions")["renamed"]["same"]:
        groups = [joined[n] for n in names if n in joined]
        papers = [{t.paper.id for t in group} for group in groups]
        keys = [{path(series, bare(t.fields["name"])) for t in group} for group in groups]
        if len(groups) < 2 or len(set().union(*papers)) < sum(map(len, papers)):
            continue
        if any(frozenset(pair) in different for a, b in combinations(keys, 2) for pair in product(a, b)):
            continue
        first = next(n for n in names if n in joined)
        joined = {n: g for n, g in joined.items() if n not in names or n == first}
        joined[first] = [t for group in groups for t in group]
    return joined.values()


def _decided(told: Sequence[Told], keys: Keys, decisions: Sequence[Decision]) -> Keys:
    """The keys after what people have decided to be the same: a number stays, else the key of the earliest paper."""
    same = [d for d in decisions if d.decision == "same"]
    if not same:
        return keys
    meant: dict[str, set[str]] = defaultdict(set)
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        key = keys[one.id]
        groups[key].append(one)
        for name in _names(one):
            meant[name].add(key)
    pairs = [(a, b) for d in same if (a := _meant(d.one, groups, meant)) and (b := _meant(d.other, groups, meant))]
    found = dict(keys)
    for joined in components(sorted(groups), pairs):
        if len(joined) > 1:
            members = [t for key in joined for t in groups[key]]
            key = keys[_first(members).id]
            found.update((t.id, key) for t in members)
    return found


def _meant(name: str, groups: Mapping[str, object], meant: Mapping[str, set[str]]) -> str | None:
    """The key that a decision means: that key, or the one that some paper knows by that name; None where not in the base."""
    if name in groups:
        return name
    found = meant.get(name, set())
    return next(iter(found)) if len(found) == 1 else None


def decided(decisions: Iterable[Decision], kind: str) -> set[frozenset[str]]:
    """The pairs of a kind that people have decided on, either way."""
    return {d.pair for d in decisions if d.kind == kind}


def issuer_names(decisions: Sequence[Decision]) -> dict[str, str]:
    """Names of issuers that people have decided to be the same as another: name -> the fullest of them."""
    pairs = [(d.one, d.other) for d in decisions if d.kind == "issuers" and d.decision == "same"]
    names = sorted({name for pair in pairs for name in pair})
    found: dict[str, str] = {}
    for group in components(names, pairs):
        stays = max(group, key=lambda n: (len(n), n))
        found.update((name, stays) for name in group if name != stays)
    return found
