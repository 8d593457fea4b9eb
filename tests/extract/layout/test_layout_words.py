"""Every pattern of the layout's lexicons against its examples, both ways."""

import pytest

from extract.fold import fold
from extract.words import lexicon, pattern

CASES = [
    (name, key, text, expected)
    for name in ("layout", "cover")
    for key, entry in lexicon(name).items()
    for expected in (True, False)
    for text in entry["yes" if expected else "no"]
]


@pytest.mark.parametrize(("name", "key", "text", "expected"), CASES)
def test_example(name: str, key: str, text: str, expected: bool) -> None:
    assert bool(pattern(name, key).search(fold(text))) is expected


def test_common_characters() -> None:
    common = "".join(lexicon("common_han")["common"].split())
    assert len(common) == len(set(common)) == 500
