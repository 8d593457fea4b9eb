"""Runs of items that follow one another."""

import pytest

from extract.chains import chains


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], []), ([1], [[1]]), ([1, 2, 4, 5, 9], [[1, 2], [4, 5], [9]]), ([3, 2, 1], [[3], [2], [1]])],
)
def test_each_item_of_a_run_follows_the_one_before(items: list[int], expected: list[list[int]]) -> None:
    assert list(chains(items, lambda a, b: b == a + 1)) == expected
