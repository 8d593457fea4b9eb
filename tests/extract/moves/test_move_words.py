"""Every example of the words of moves, both ways."""

from collections.abc import Callable

import pytest

from extract.find import rank_changes
from extract.reading import Reading
from extract.words import lexicon

GROUPS = {name: group for name, group in lexicon("ranks").items() if group.get("of") == "moves"}


@pytest.mark.parametrize("name", GROUPS)
def test_examples(make_reading: Callable[..., Reading], name: str) -> None:
    assert GROUPS[name]["reads"] and GROUPS[name]["refuses"]
    for sentence in GROUPS[name]["reads"]:
        assert rank_changes.find(make_reading([sentence])), sentence
    for sentence in GROUPS[name]["refuses"]:
        assert not rank_changes.find(make_reading([sentence])), sentence
