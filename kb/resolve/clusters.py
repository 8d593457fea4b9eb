"""Groups of what is the same, where each pair either surely is, or surely is not, or may be."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

__all__ = ["components", "sure_groups"]

T = TypeVar("T", bound=Hashable)


def components(items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Items that pairs join, directly or over others; in the order of the items."""
    order = list(items)
    leader = {item: item for item in order}

    def top(item: T) -> T:
        while leader[item] != item:
            leader[item] = item = leader[leader[item]]
        return item

    for one, other in pairs:
        leader[top(one)] = top(other)
    groups: dict[T, list[T]] = {}
    for item in order:
        groups.setdefault(top(item), []).append(item)
    return list(groups.values())


def sure_groups(items: Sequence[T], same: Callable[[T, T], bool]) -> tuple[list[list[T]], list[T]]:
    """Groups all of whose members are the same by `same`, which need not carry over; and items that may be of several.

    An item that is the same as two which are not the same as each other may be either, so it stays alone.
    """
    near: dict[T, list[T]] = {item: [] for item in items}
    for one, other in combinations(items, 2):
        if same(one, other):
            near[one].append(other)
            near[other].append(one)
    torn = {item for item in items if any(not same(a, b) for a, b in combinations(near[item], 2))}
    sure = [item for item in items if item not in torn]
    pairs = [(one, other) for one in sure for other in near[one] if other not in torn]
    return components(sure, pairs), [item for item in items if item in torn]
