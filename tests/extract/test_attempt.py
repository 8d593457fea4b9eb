"""A fault in one step of reading costs its own kind of fact and no other, and is said."""

import pytest

from extract import find
from extract.attempt import StepFailed
from extract.find import find_all


def broken(reading: object) -> list[object]:
    return [max([])]


@pytest.mark.filterwarnings("ignore::extract.attempt.StepFailed")
def test_the_other_kinds_are_read(make_reading, monkeypatch):
    monkeypatch.setitem(find.FINDERS, "frameworks", broken)
    reading = make_reading(["# 一、概述", "国务院印发《“十四五”数字经济发展规划》。"])
    facts = find_all(reading)
    assert facts["frameworks"] == []
    assert [p.title for p in facts["policies"]] == ["“十四五”数字经济发展规划"]
    assert [w for w in reading.warnings if "frameworks" in w and "ValueError, test_attempt.py" in w]


def test_no_test_passes_over_it(make_reading, monkeypatch):
    monkeypatch.setitem(find.FINDERS, "frameworks", broken)
    with pytest.raises(StepFailed, match="frameworks"):
        find_all(make_reading(["一句话。"]))
