"""Whose a framework is, where its name stands before the one who acts."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    ("围绕“12345”总体思路，庆阳市全面推进数字化。", "庆阳市"),
    ("按照“一核两翼”布局，天水市建成园区6个。", "天水市"),
    ("围绕数字化，推进“12345”工程，庆阳市居首。", None),
    ("围绕庆阳市“12345”思路，天水市派员学习。", "庆阳市"),
]


@pytest.mark.parametrize(("text", "city"), SENTENCES)
def test_whose_it_is(make_reading, text, city):
    (found,) = find(make_reading([text]))
    assert found.city == city
