"""Tiers in rows of boxes: a name, its bounds, and places whose list may go on in a line that is a text of its own."""

from collections.abc import Callable

from extract.find.tiers.beside import tiers_in_figures
from extract.model import Char, Passage
from extract.reading import Reading
from schema.document import PassageKind


def placed(reading: Reading, text: str, x: float, y: float, kind: PassageKind = "chart") -> None:
    chars = [Char(c, x + 9 * i, y, x + 9 * i + 9, y + 9, 1, 9, "Song", False, 0, y + 9) for i, c in enumerate(text)]
    reading.texts.append(Passage(text, list(chars), kind=kind))


def rows(reading: Reading, first: str) -> list[tuple[str, float | None, list[str], bool]]:
    for name, bounds, y in (("优化级", "70—80分", 100), ("集成级", "60—70分", 170)):
        placed(reading, name, 50, y)
        placed(reading, bounds, 150, y)
    placed(reading, "南通、福州", 300, 177)
    placed(reading, "苏州、广州、成都", 300, 99, "paragraph")
    placed(reading, first, 300, 163, "paragraph")
    found = tiers_in_figures(reading, frozenset({"优化级", "集成级"}))
    return [(t.name, t.score_min, t.members, t.complete) for t in found]


def test_a_list_that_breaks_off_goes_on_in_the_line_below(make_reading: Callable[..., Reading]) -> None:
    assert rows(make_reading([]), "厦门、长沙、") == [
        ("优化级", 70, ["苏州市", "广州市", "成都市"], True),
        ("集成级", 60, ["厦门市", "长沙市", "南通市", "福州市"], True),
    ]


def test_a_list_that_ends_does_not(make_reading: Callable[..., Reading]) -> None:
    assert rows(make_reading([]), "厦门、长沙")[1] == ("集成级", 60, ["厦门市", "长沙市"], True)
