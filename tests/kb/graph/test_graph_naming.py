"""Which words name a dimension: every example of the lexicon, both ways."""

import pytest

from extract.words import lexicon
from kb.graph.naming import names, told_together

GROUPS = {group: lexicon("dimensions")[group] for group in ("before_name", "after_name")}


@pytest.mark.parametrize(("text", "name"), [pair for group in GROUPS.values() for pair in group["reads"]])
def test_a_name_that_stands_for_itself(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(("text", "name"), [pair for group in GROUPS.values() for pair in group["refuses"]])
def test_a_name_that_is_part_of_a_longer_word(text: str, name: str) -> None:
    assert not names(text, name)


@pytest.mark.parametrize("word", GROUPS["before_name"]["words"])
def test_each_word_before_opens_a_short_name(word: str) -> None:
    assert names(f"本市{word}治理", "治理") and not names("本市治理", "治理")


@pytest.mark.parametrize("word", GROUPS["after_name"]["words"])
def test_each_word_behind_ends_a_name(word: str) -> None:
    assert names(f"本市城市治理{word}", "城市治理") and not names("本市城市治理学", "城市治理")


@pytest.mark.parametrize(("text", "name"), [("", "治理"), (None, "治理"), ("治理", ""), ("治理", None)])
def test_nothing_names_nothing(text: str | None, name: str | None) -> None:
    assert not names(text, name)


def test_no_word_stands_twice() -> None:
    assert all(len(set(group["words"])) == len(group["words"]) for group in GROUPS.values())


def test_thing_and_dimension_stand_in_one_sentence() -> None:
    text = "建设城市大脑。城市治理能力提升，城市大脑二期投用！"
    assert told_together(text, "城市大脑", "城市治理")
    assert not told_together("建设城市大脑。城市治理能力提升。", "城市大脑", "城市治理")
    assert not told_together(text, "数据中台", "城市治理")
