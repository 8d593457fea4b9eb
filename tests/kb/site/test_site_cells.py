"""Cells as a reader wants them, and never as markup."""

from typing import Any

import pytest

from kb.site.cells import render_cell
from kb.site.marks import Fact, highlight, marked, snippet
from kb.site.words import bilingual, column_label, split


class Site:
    class urls:
        @staticmethod
        def path(path: str) -> str:
            return path


CELLS: list[tuple[str, str, Any, str]] = [
    ("ranking_entries", "score", None, '<span class="nothing" title="无 none">—</span>'),
    ("ranking_entries", "entered", 1, '<span class="yes">是</span>'),
    ("frameworks", "complete", 0, '<span class="no">否</span>'),
    ("ranking_entries", "city", {"value": "370100", "label": "济南市"}, '<a class="short" href="/-/place/370100" title="370100">济南市</a>'),
    ("ranking_entries", "city", {"value": "370100", "label": None}, '<a class="short" href="/-/place/370100" title="370100">370100</a>'),
    ("passages", "section", {"value": "a/b", "label": "总<b>论"},
     '<a class="short" href="/whitepapers/sections/a~2Fb" title="a/b">总&lt;b&gt;论</a>'),
    ("tables", "pages", "[12, 13]", '<span class="chip">12</span> <span class="chip">13</span>'),
    ("tables", "pages", "[]", '<span class="nothing" title="无 none">—</span>'),
    ("findings", "kind", "contradiction", '<span class="word word-contradiction" title="contradiction">矛盾</span>'),
    ("platforms", "name", "<script>", '<span class="short">&lt;script&gt;</span>'),
    ("passages", "text", "<b>" + "长" * 100, f'<div class="fold" tabindex="0">&lt;b&gt;{"长" * 100}</div>'),
    ("measurements", "value", 3e10, '<span title="30000000000.0">30,000,000,000</span>'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "column", "value", "html"), CELLS, ids=[f"{t}.{c}={v!s:.12}" for t, c, v, _ in CELLS]
)
def test_cell(table: str, column: str, value: Any, html: str) -> None:
    assert str(render_cell(value=value, column=column, table=table, database="whitepapers", datasette=Site)) == html


@pytest.mark.parametrize(("table", "column", "value"), [("ranking_entries", "rank", 3), ("documents", "year", 2021)])
def test_ranks_and_years_stand_as_they_are(table: str, column: str, value: int) -> None:
    assert render_cell(value=value, column=column, table=table, database="whitepapers", datasette=Site) is None


def test_other_databases_are_left_alone() -> None:
    assert render_cell(value=None, column="x", table="t", database="other", datasette=Site) is None


LABELS = [
    ("名次 Rank", ("名次", "Rank")),
    ("GB/T 2260 代码 Code", ("GB/T 2260 代码", "Code")),
    ("散列 SHA-256", ("散列", "SHA-256")),
    ("只有中文", ("只有中文", "")),
    ("English only", ("English only", "")),
    ("中国城市白皮书知识库 White papers on China's cities", ("中国城市白皮书知识库", "White papers on China's cities")),
]


@pytest.mark.parametrize(("label", "parts"), LABELS)
def test_labels_are_taken_apart(label: str, parts: tuple[str, str]) -> None:
    assert split(label) == parts


def test_labels_are_escaped() -> None:
    assert str(bilingual("<b>甲 <i>B")) == "&lt;b&gt;甲 &lt;i&gt;B"
    assert str(bilingual("甲 B<i>")) == '甲 <span class="en" lang="en">B&lt;i&gt;</span>'


def test_a_column_without_a_label_keeps_its_name() -> None:
    assert column_label("名次 Rank：所印名次。As printed.", "rank") == ("名次", "Rank")
    assert column_label("no label here", "rank") == ("rank", "")
    assert column_label(None, "rank") == ("rank", "")


HITS = [
    ("济南建成城市大脑", "城市大脑", "济南建成<mark>城市大脑</mark>"),
    ("部署５Ｇ与5g", "5G", "部署<mark>５Ｇ</mark>与<mark>5g</mark>"),
    ("城市大脑，大脑", "大脑 城市大脑", "<mark>城市大脑</mark>，<mark>大脑</mark>"),
    ("a<b>c", "b", "a&lt;<mark>b</mark>&gt;c"),
    ("①甲", "1", "<mark>①</mark>甲"),
    ("无", "有", "无"),
    ("无", "", "无"),
]


@pytest.mark.parametrize(("text", "query", "html"), HITS)
def test_hits_are_marked(text: str, query: str, html: str) -> None:
    assert str(highlight(text, query)) == html


def test_a_snippet_is_cut_around_the_first_hit() -> None:
    found = str(snippet("前" * 200 + "济南" + "后" * 300, "济南"))
    assert found.startswith("…前")
    assert "<mark>济南</mark>" in found
    assert found.endswith("后…")
    assert len(found) < 250


def test_facts_are_marked_in_a_text_the_longest_first() -> None:
    facts = [Fact("大脑", "平台", "platforms", "a/大脑"), Fact("城市大脑", "平台", "platforms", "a/城市大脑")]
    assert str(marked("建成城市大脑<&大脑", facts)) == (
        '建成<a class="fact" href="/-/evidence/platforms:a/%E5%9F%8E%E5%B8%82%E5%A4%A7%E8%84%91" title="平台">城市大脑</a>'
        '&lt;&amp;<a class="fact" href="/-/evidence/platforms:a/%E5%A4%A7%E8%84%91" title="平台">大脑</a>'
    )
