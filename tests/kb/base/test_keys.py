"""Keys: readable, and following from content."""

import pytest

from kb.base.keys import at, clipped, in_shell, path
from schema import Evidence


def test_a_path_leaves_out_what_is_not_there():
    assert path("ccid-2021", "表1", 37) == "ccid-2021/表1/37"
    assert path("ccid-2021", None, "", "x") == "ccid-2021/x"


@pytest.mark.parametrize(("text", "key"), [("一网 通办\n", "一网通办"), ("短", "短")])
def test_short_text_is_its_own_key(text, key):
    assert clipped(text) == key


def test_long_texts_with_the_same_beginning_have_other_keys():
    one, two = clipped("数" * 30 + "甲"), clipped("数" * 30 + "乙")
    assert one != two
    assert one.startswith("数" * 20 + "…")


def test_a_place_on_the_page_tells_apart_what_is_printed_twice():
    box = Evidence(page=1, bbox=(72.4, 100.6, 90.0, 112.0), text="3.5%", how="test")
    assert at([box]) == "@72,101"
    assert at([]) == ""


@pytest.mark.parametrize(
    ("key", "typed"),
    [("ccid-2021", "ccid-2021"), ("2021-报告（终稿）", "2021-报告（终稿）"), ("a-(1)", '"a-(1)"'), ("a&b", '"a&b"')],
)
def test_a_key_can_be_typed(key, typed):
    assert in_shell(key) == typed
