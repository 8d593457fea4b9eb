"""Every example of the words of ranking, both ways."""

from collections.abc import Callable
from typing import Any

import pytest

from extract.find.told import told_rankings
from extract.reading import Reading
from extract.words import lexicon

GROUPS = lexicon("ranks")


@pytest.mark.parametrize("name", [n for n in GROUPS if "words" in GROUPS[n] and GROUPS[n].get("of", "told") == "told"])
def test_examples(make_reading: Callable[..., Reading], name: str) -> None:
    group: dict[str, Any] = GROUPS[name]
    assert group["words"] and group["reads"] and group["refuses"]
    assert len(set(group["words"])) == len(group["words"])
    for sentence in group["reads"]:
        assert told_rankings(make_reading([sentence])), sentence
    for sentence in group["refuses"]:
        assert not told_rankings(make_reading([sentence])), sentence
