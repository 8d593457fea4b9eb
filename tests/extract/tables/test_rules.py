"""Painted rules are seen where they cross fills of another colour, all along or stripe by stripe."""

import pytest

from extract.model import Page, Shape
from extract.tables.rules import rules_of

WHITE, TINT, DARK = (255, 255, 255, 255), (236, 242, 248, 255), (11, 42, 74, 255)


def upright(stripes: list[tuple[int, int, int, int]], ink: tuple[int, int, int, int] = WHITE) -> list[float]:
    """The upright rules seen inside a header and stripes of 30 points each, with a painted rule from top to bottom."""
    fills = [Shape("rect", 50, 100 + 30 * i, 550, 130 + 30 * i, c) for i, c in enumerate([DARK, *stripes])]
    rule = Shape("line", 300, 100, 300, 130 + 30 * len(stripes), None, ink, 0.85)
    return [r.at for r in rules_of(Page(1, 600, 800, [], [*fills, rule])).v if 60 < r.at < 540]


@pytest.mark.parametrize("rows", range(1, 13))
@pytest.mark.parametrize("first", [0, 1])
def test_a_white_rule_shows_on_every_other_stripe(rows: int, first: int) -> None:
    assert upright([(TINT, WHITE)[(i + first) % 2] for i in range(rows)]) == [300]


def test_a_white_rule_on_white_is_not_seen() -> None:
    assert upright([WHITE] * 8) == []


def test_a_dark_rule_on_white_is_seen() -> None:
    assert upright([WHITE] * 8, DARK) == [300]
