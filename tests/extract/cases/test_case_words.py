"""Every example in the lexicons of subjects and cases, both ways."""

import pytest

from extract.words import lexicon, pattern

EXAMPLES = [
    (name, key, text, wanted)
    for name in ("subjects", "cases")
    for key, entry in lexicon(name).items()
    for wanted in ("yes", "no")
    for text in entry[wanted]
]


@pytest.mark.parametrize(("name", "key", "text", "wanted"), EXAMPLES)
def test_each_example_says_what_its_pattern_finds(name, key, text, wanted):
    found = pattern(name, key).search(text)
    assert bool(found and found.group()) == (wanted == "yes")
