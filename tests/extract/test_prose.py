"""A text as a rule reads it."""

import pytest

from extract.fold import fold
from extract.nlp import pipeline
from extract.prose import PLACE, prose, squeezed


@pytest.mark.parametrize(
    ("text", "without_spaces"),
    [
        ("2020 年 算力 达到 135 EFlops", "2020年算力达到135 EFlops"),
        ("William D. Nordhaus 提出", "William D.Nordhaus提出"),
        ("广 州 市 琶 洲", "广州市琶洲"),
        ("  北京  ", "北京"),
        ("", ""),
    ],
)
def test_spaces_stay_only_between_latin_words_and_numbers(text: str, without_spaces: str) -> None:
    found, offsets = squeezed(text)
    assert found == without_spaces
    assert [text[i] for i in offsets if not text[i].isspace()] == [c for c in found if c != " "]


def test_names_are_masked_in_place_and_lead_back_to_the_text() -> None:
    text = fold("从 增速 看，北京、呼和浩特市 位列前二。")
    told = prose(pipeline()(text))
    assert len(told.masked) == len(told.text)
    assert [n.printed for n in told.names] == ["北京", "呼和浩特市"]
    assert [text[slice(*told.back(n.start, n.end))] for n in told.names] == ["北京", "呼和浩特市"]
    assert told.unmasked(told.masked[told.names[1].start : told.names[1].end]) == "呼和浩特市"
    assert [told.text[a:b] for a, b in told.sentences()] == ["从增速看，北京、呼和浩特市位列前二。"]
    assert PLACE.endswith("+")  # possessive: half a name is none
