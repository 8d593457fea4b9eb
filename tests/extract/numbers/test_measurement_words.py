"""Every example of the words around numbers, both ways."""

from collections.abc import Callable

import pytest

from extract.find import measurements
from extract.find.measurements.subjects import falls
from extract.reading import Reading
from extract.words import lexicon

GROUPS = lexicon("measurements")


def told(make_reading: Callable[..., Reading], sentence: str) -> list[tuple[str | None, float, str | None]]:
    return [(m.unit, m.value, m.subject) for m in measurements.find(make_reading([sentence]))]


def test_growth_and_decline(make_reading: Callable[..., Reading]) -> None:
    for name in ("growth", "decline"):
        for sentence in GROUPS[name]["reads"]:
            found = told(make_reading, sentence)
            assert [u for u, _, _ in found] == ["增长率"], sentence
            assert [falls(s or "") or v < 0 for _, v, s in found] == [name == "decline"], sentence
        for sentence in GROUPS[name]["refuses"]:
            found = told(make_reading, sentence)
            assert not [v for u, v, s in found if u == "增长率" and (falls(s or "") or v < 0) == (name == "decline")]


@pytest.mark.parametrize("name", ["doing", "serving", "ending"])
def test_words_that_lead_to_the_subject(make_reading: Callable[..., Reading], name: str) -> None:
    for sentence, subject in GROUPS[name]["reads"].items():
        assert [s for _, _, s in told(make_reading, sentence)] == [subject], sentence


def test_what_is_counted_to_build_an_index_is_not_measured(make_reading: Callable[..., Reading]) -> None:
    for sentence in GROUPS["structure"]["reads"]:
        assert told(make_reading, sentence) == [], sentence
    for sentence in GROUPS["structure"]["refuses"]:
        assert told(make_reading, sentence), sentence
