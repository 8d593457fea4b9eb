"""Which policies of several papers are one: by number; else by title, where nothing they tell is different."""

from collections.abc import Callable, Iterable, Sequence

from kb.resolve.clusters import components, sure_groups
from kb.resolve.model import Told
from kb.resolve.titles import is_law, names_issuer, number_key, policy_title

__all__ = ["contradict", "number_of", "policy_groups"]

COMPARED = ("year", "jurisdiction", "level", "period_from", "period_to")
Apart = Callable[[Told, Told], bool]


def policy_groups(told: Sequence[Told], apart: Apart | None) -> tuple[list[list[Told]], list[Told]]:
    """Groups of one policy each, the earliest paper first; and those known only within their papers.

    `apart` are pairs that people have told apart.
    """
    ordered = sorted(told, key=lambda t: (t.paper.age, t.key))
    found: list[list[Told]] = []
    unsure = [t for t in ordered if t.local]
    for bucket in _buckets([t for t in ordered if not t.local]):
        alike = _alike(bucket, apart)
        sure, torn = sure_groups(list(alike), lambda a, b: not (apart and apart(a, b)) and _same(a, b))
        found += [[t for one in group for t in alike[one]] for group in sure]
        unsure += [t for one in torn for t in alike[one]]
    return found, unsure


def _alike(told: Sequence[Told], apart: Apart | None) -> dict[Told, list[Told]]:
    """Those that tell the very same, under the first of them: of a policy that many papers cite there are few kinds.

    Where people have told some apart, each stands alone.
    """
    found: dict[object, list[Told]] = {}
    for one in told:
        issuers = frozenset(one.fields.get("issuers") or ())
        kind = (policy_title(one.fields["title"]), number_of(one), *(one.fields.get(n) for n in COMPARED), issuers)
        found.setdefault(one.id if apart else kind, []).append(one)
    return {group[0]: group for group in found.values()}


def number_of(told: Told) -> str | None:
    """Its document number as a key."""
    number = told.fields.get("document_number")
    return number_key(number) if number else None


def _buckets(told: Sequence[Told]) -> Iterable[list[Told]]:
    """Those that a number or a title joins, directly or over others: only they need to be compared."""
    first: dict[str, int] = {}
    pairs = []
    for n, one in enumerate(told):
        for sign in (number_of(one), f"《{policy_title(one.fields['title'])}》", f"={one.key}"):
            if sign:
                pairs.append((first.setdefault(sign, n), n))
    return [[told[n] for n in group] for group in components(range(len(told)), pairs)]


def _same(one: Told, other: Told) -> bool:
    number = number_of(one)
    if number and number == number_of(other):
        return True
    if policy_title(one.fields["title"]) != policy_title(other.fields["title"]) or contradict(one, other):
        return False
    if all(t.fields.get("level") == "national" and is_law(t.fields["title"]) for t in (one, other)):
        return True
    return names_issuer(one.fields["title"]) or _who(one) == _who(other)


def _who(told: Told) -> tuple[object, ...]:
    return tuple(told.fields.get(name) for name in ("year", "jurisdiction", "level"))


def contradict(one: Told, other: Told) -> bool:
    """Whether something that both tell is different."""
    pairs = [(number_of(one), number_of(other))]
    pairs += [(one.fields.get(n), other.fields.get(n)) for n in COMPARED]
    if any(a is not None and b is not None and a != b for a, b in pairs):
        return True
    issuers = set(one.fields.get("issuers") or ()), set(other.fields.get("issuers") or ())
    return all(issuers) and issuers[0].isdisjoint(issuers[1])
