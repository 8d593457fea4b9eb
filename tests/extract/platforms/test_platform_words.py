"""Every example in the lexicon of platforms, both ways."""

import re

import pytest

from extract.spans.platforms_words import heads
from extract.words import lexicon, pattern

WORDS = lexicon("platforms")
EXAMPLES = [
    (key, text, wanted)
    for key, entry in WORDS.items()
    if isinstance(entry, dict) and "pattern" in entry
    for wanted in ("yes", "no")
    for text in entry[wanted]
]
HEADS = [(text, wanted) for wanted in ("yes", "no") for text in WORDS["heads"][wanted]]


@pytest.mark.parametrize(("key", "text", "wanted"), EXAMPLES)
def test_each_example_says_what_its_pattern_finds(key, text, wanted):
    assert bool(pattern("platforms", key).search(text)) == (wanted == "yes")


@pytest.mark.parametrize(("text", "wanted"), HEADS)
def test_each_example_has_a_head(text, wanted):
    found = [m for _, head, misses in heads() for m in head.finditer(text) if not misses.match(text[m.end() :])]
    assert bool(found) == (wanted == "yes")


def test_every_known_app_has_a_place_that_exists():
    from extract.places import gazetteer

    assert all(gazetteer().named(place).name == place for place in WORDS["apps"]["names"].values())
    assert all(re.search(r"\S{2,}", name) for name in WORDS["apps"]["names"])
