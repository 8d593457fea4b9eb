"""Items that follow one another closely, taken together."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["chains"]

T = TypeVar("T")


def chains(items: Iterable[T], follows: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """The items in runs, in order: each item in a run follows the one before it."""
    run: list[T] = []
    for item in items:
        if run and not follows(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run
