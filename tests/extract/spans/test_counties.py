"""Counties by their bare names: what the texts of one paper say -> the places in the last of them."""

import pytest

from extract.nlp import pipeline
from extract.spans.counties import with_bare_counties
from extract.spans.places import place_of

TABLE = "沭阳县 安溪县 湄潭县 大方县 义县"
TEXTS = [
    (["沭阳县、砀山县入榜。", "湄潭之外，沭阳上升3位，砀山紧随其后。"], ["沭阳县", "砀山县"]),
    ([TABLE, "超过50亿元的县包括沭阳、安溪。"], ["沭阳县", "安溪县"]),
    ([TABLE, "湄潭上升3位。"], ["湄潭县"]),
    # everyday words, a single character, and a county that no text names in full
    ([TABLE, "落落大方的讲义，砀山没有入榜。"], []),
    (["沭阳大学位于沭阳县。"], ["沭阳县"]),
    # a county named like a city
    (["吉安县入榜。", "吉安上升2位。"], ["吉安市"]),
]


@pytest.mark.parametrize(("texts", "expected"), TEXTS)
def test_bare_names_of_counties_named_in_full(texts: list[str], expected: list[str]) -> None:
    docs = with_bare_counties(list(pipeline().pipe(texts)))
    assert [place.name for span in docs[-1].spans["places"] if (place := place_of(span))] == expected
