"""`kb audit`: the report, as text, Markdown and JSON."""

import json
from typing import Any

import pytest
from click.testing import CliRunner
from papers import full_paper, where

from kb.cli import main
from schema.finding import Finding


@pytest.fixture
def run(base, put) -> Any:
    paper = full_paper("a", 2021)
    paper.findings.append(Finding(kind="confirmed", about="*山东*", statement="山东13个", expected=13, actual=13, rule="count",
                                  evidence=where(2)))  # fmt: skip
    put(base, paper)
    put(base, full_paper("b", 2020).model_copy(update={"findings": [], "rankings": []}))
    return lambda *args: CliRunner().invoke(main, ["audit", *args, "--db", str(base)])


def test_the_report_tells_both_sides_and_where(run):
    result = run("a")
    assert result.exit_code == 0
    for words in (
        "矛盾 contradiction 1",
        "相符 confirmed *山东*：山东13个（13）",
        "相符 confirmed 1",
        "华东39个",
        "所说 expected: 39，核得 actual: 38",
        "请看 look at: 表1",
        "a 第2页",
    ):
        assert words in result.stdout
    assert "（b）" not in result.stdout
    assert "（b）" in run().stdout


def test_markdown_is_one_list_and_takes_text_as_it_is(run):
    text = run("a", "--markdown").stdout
    assert text.startswith("# 2021样例城市报告（a）\n")
    assert "- **华东** 华东39个" in text
    assert "**\\*山东\\***" in text


def test_json_has_counts_and_places(run):
    (told,) = json.loads(run("a", "--json").stdout)
    assert told["counts"] == {"contradiction": 1, "incomplete": 0, "confirmed": 1}
    first = told["findings"][0]
    assert (first["kind"], first["expected"], first["actual"]) == ("contradiction", 39, 38)
    assert first["where"] == [{"document": "a", "page": 2, "words": "原文"}]


def test_only_strict_fails_on_contradictions(run):
    assert run("--strict").exit_code == 1
    assert run("b", "--strict").exit_code == 0


def test_an_unknown_paper_is_a_sentence(run):
    result = run("nope")
    assert result.exit_code == 1
    assert result.stderr.startswith("nope：库里没有这份文献")
