"""Ranks, changes and scores as they are printed."""

import pytest

from extract.find.rankings.values import change_of, rank_of, score_of


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("1", 1), ("03", 3), ("第3", 3), ("第三名", 3), ("No.5", 5), ("NO. 12", 12), ("TOP1", 1), ("T3", 3), ("=7", 7), ("7=", 7),
        ("并列3", 3), ("3（并列）", 3), ("并列第三", 3), ("③", 3), ("Ⅲ", 3), ("十二", 12), ("1.", 1), ("（4）", 4), ("10 ↑2", 10),
        ("10（↑2）", 10), ("5 NEW", 5), ("1st", 1), ("100", 100), ("１２", 12), ("*3", 3),
        ("", None), ("—", None), ("北京", None), ("92.3", None), ("1-10", None), ("11—20", None), ("第一梯队", None), ("98%", None),
        ("2021年", None), ("一线城市", None), ("0", None),
    ],
)  # fmt: skip
def test_rank(text: str, rank: int | None) -> None:
    found = rank_of(text)
    assert (found.number if found else None) == rank


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("↑3", 3), ("↓2", -2), ("▲ 3", 3), ("▼1", -1), ("+3", 3), ("-2", -2), ("－2", -2), ("−2", -2), ("＋1", 1), ("上升3位", 3),
        ("下降2", -2), ("下滑4位", -4), ("升1", 1), ("降1", -1), ("3↑", 3), ("2↓", -2), ("—", 0), ("–", 0), ("-", 0), ("→", 0),
        ("0", 0), ("持平", 0), ("不变", 0), ("（+3）", 3), ("提升5个位次", 5), ("前进2位", 2), ("后退1位", -1), ("↑ 12", 12), ("3", 3),
        ("unchanged", 0), ("+15", 15), ("=", 0),
    ],
)  # fmt: skip
def test_change(text: str, value: int) -> None:
    found = change_of(text)
    assert found is not None and not found.entered and found.value == value


@pytest.mark.parametrize("text", ["新上榜", "新", "新进", "NEW", "New entry", "首次上榜", "（新）", "新入围"])
def test_new_in_the_list(text: str) -> None:
    found = change_of(text)
    assert found is not None and found.entered and found.value is None


@pytest.mark.parametrize("text", ["", "北京", "8.5%", "0.3", "第一", "较大", "1-10", "2021年"])
def test_no_change(text: str) -> None:
    assert change_of(text) is None


def test_a_direction_without_a_number() -> None:
    found = change_of("↑")
    assert found is not None and found.value is None and not found.entered


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("86.32", 86.32), ("92", 92), ("92.1分", 92.1), ("1,234.5", 1234.5), ("12，345", 12345), ("98.7%", 0.987), ("8.5‰", 0.0085),
        ("0.8731", 0.8731), ("８６.５", 86.5), ("-0.12", -0.12), ("88.5*", 88.5),
        ("21 402.5", 21402.5), ("1\u2009234\u2009567", 1234567), ("95.37（+1.25）", 95.37), ("95.37 (−0.8)", 95.37), ("95.37（↑1.2）", 95.37),
        ("21 40", None), ("95.37（2）", None), ("", None), ("A+", None), ("—", None), ("1-10", None), ("北京", None), ("2021年", None), ("↑3", None),
    ],
)  # fmt: skip
def test_score(text: str, score: float | None) -> None:
    assert score_of(text) == score
