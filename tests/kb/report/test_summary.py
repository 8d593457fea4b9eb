"""What stands under the table of an ingest."""

from pathlib import Path

import pytest

from kb.ingest.log import Result
from kb.report.summary import show_summary

GOOD, BAD = Result("a", "a.pdf", "added"), Result("b", "b.pdf", "failed", error="corpus/b.pdf：没有密码打不开")


def test_what_failed_is_said_last_and_that_the_others_can_be_browsed(capsys: pytest.CaptureFixture[str]) -> None:
    show_summary([GOOD, BAD], Path("w.db"), ["运行 kb review"])
    out, err = capsys.readouterr()
    last = out.splitlines()[-1]
    assert "没有读入：b.pdf" in last
    assert "照样可以浏览" in last
    assert "没有密码打不开" in err


@pytest.mark.parametrize("results", [[GOOD], [BAD]])
def test_nothing_is_added_where_all_or_none_failed(results: list[Result], capsys: pytest.CaptureFixture[str]) -> None:
    show_summary(results, Path("w.db"))
    assert "没有读入" not in capsys.readouterr().out
