"""Each page is there, says what the base holds, and shows text from a PDF as text."""

import html
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from kb.base.file import for_writing

Get = Callable[..., Any]

SAID = [
    ("/", ["中国城市白皮书知识库", "2022样例城市报告", "样例百强榜", "华东39个"]),
    ("/-/papers", ["2021样例城市报告", "样例研究院"]),
    ("/-/paper/paper-2021", ["总论", "济南案例", "表1", "华东39个", "实施意见"]),
    ("/-/cities", ["济南市", "山东省"]),
    ("/-/place/370100", ["山东省", "样例百强榜", "一网通办", "城市大脑", "18万多家", "济南创新提出"]),
    ("/-/place/410100", ["“十四五”数字经济发展规划"]),
    ("/-/policies", ["“十四五”数字经济发展规划", "国发〔2021〕29号", "未归全称"]),
    ("/-/policy/国发〔2021〕29号", ["国务院", "郑州市", "数字经济是主要经济形态", "《规划》", "2021–2025"]),
    ("/-/rankings", ["样例百强榜", "县域榜", "超过1万亿元"]),
    ("/-/ranking/paper-2022/表1", ["青岛市", "成都市", "新上榜", "落榜", "深圳市"]),
    ("/-/audit", ["华东39个", "矛盾"]),
    ("/-/about", ["怎样读出来的"]),
    (
        "/-/help",
        ["看原文", "GB/T 7714", "不分先后", "榜单条目", "历年名次", "现成的查询", "lookups:", "济男市: 济南市"],
    ),
    ("/-/search?q=城市大脑", ["<mark>城市大脑</mark>", "平台"]),
    ("/-/evidence/platforms:济南市/城市大脑", ["第 2 页", "城市大脑", ".png"]),
    ("/whitepapers", ["榜单条目", "某年的榜单", "历年名次"]),
    ("/whitepapers/ranking_entries", ["名次", "Rank", "济南市"]),
    ("/whitepapers/documents/paper-2021", ["2021样例城市报告", "样例研究院"]),
]


@pytest.mark.parametrize(("path", "words"), SAID, ids=[path for path, _ in SAID])
def test_a_page_says_what_it_should(get: Get, path: str, words: list[str]) -> None:
    page = get(path)
    assert page.status_code == 200, page.text
    assert [word for word in words if word not in page.text] == []


@pytest.mark.parametrize("path", [path for path, _ in SAID])
def test_text_of_a_paper_is_never_markup(get: Get, path: str) -> None:
    text = get(path.replace("paper-2021", "paper-odd").replace("paper-2022", "paper-odd")).text
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_hostile_text_is_shown_as_it_stands(get: Get) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in get("/-/paper/paper-odd").text


@pytest.mark.parametrize(
    "path",
    [
        "/-/paper/none", "/-/policy/none", "/-/ranking/none", "/-/place/none", "/-/evidence/none", "/-/evidence/a:b.png",
        "/-/paper/paper-2021/page/99.png", "/-/nothing", "/-/policy/%00", "/-/policy/' or 1=1 --",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_quietly(get: Get, capfd: pytest.CaptureFixture[str], path: str) -> None:
    page = get(path)
    assert page.status_code == 404
    assert "回到首页" in page.text
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_name_leads_to_the_code(get: Get) -> None:
    page = get("/-/place/济南", follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (302, "/-/place/370100")


def test_every_row_label_reads_as_a_name(get: Get) -> None:
    cells = re.findall(
        r'<td class="col-(?:city|province|ranking|document)[^>]*>(.*?)</td>', get("/whitepapers/ranking_entries").text
    )
    shown = {re.sub("<[^>]+>", "", cell) for cell in cells}
    assert cells
    assert not [words for words in shown if re.fullmatch(r"\d{6}|[\w-]+/\S+|paper-\d+", words)]


def test_change_and_who_left_are_computed_from_the_last_edition(get: Get) -> None:
    text = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", get("/-/ranking/paper-2022/表1").text))
    assert "青岛市 ↑1 2 → 1" in text
    assert "济南市 ↓1 1 → 2" in text
    assert "落榜 Left 1 深圳市" in text


def test_every_page_of_an_empty_base_stands(tmp_path: Path) -> None:
    import asyncio

    from kb.site.serve import datasette_for

    with for_writing(tmp_path / "whitepapers.db"):
        pass
    empty = datasette_for(tmp_path / "whitepapers.db")
    for path in (
        "/",
        "/-/papers",
        "/-/cities",
        "/-/policies",
        "/-/rankings",
        "/-/audit",
        "/-/about",
        "/-/search?q=a",
        "/-/place/370100",
    ):
        page = asyncio.run(empty.client.get(path))
        assert page.status_code == 200, path


def test_headers_forbid_other_hosts(get: Get) -> None:
    headers = get("/").headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


SEARCHES = [
    "济南",
    "脑",
    "城市大脑",
    "5G",
    "5g",
    "５Ｇ",
    "济南 城市大脑",
    "1+5+N",
    "R&D",
    "百强榜",
    "〔2021〕",
    "𠮷野家",
    "not here",
]


@pytest.mark.parametrize("q", SEARCHES)
def test_the_table_search_finds_what_like_finds(get: Get, folder: Path, q: str) -> None:
    import unicodedata

    def norm(text: str) -> str:
        return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).lower())

    with sqlite3.connect(folder / "whitepapers.db") as db:
        rows = db.execute("select id, text from passages").fetchall()
    wanted = {key for key, text in rows if all(norm(word) in norm(text) for word in q.split())}
    found = get("/whitepapers/passages.json", params={"_search": q, "_shape": "array", "_size": "max"}).json()
    assert {row["id"] for row in found} == wanted


ODD = ["", " ", '"', "'", "*", "济南 OR 青岛", "NEAR(", "a" * 5000, "%", "\\", "<b>", "^x", "-", "济南\x00", "😀"]


@pytest.mark.parametrize("q", ODD)
def test_odd_searches_are_answered(get: Get, q: str) -> None:
    page = get("/-/search", params={"q": q})
    assert page.status_code == 200
    assert "<b>" not in page.text


@pytest.mark.parametrize("q", ['"', "\x00", " ", '""'])
def test_a_search_for_nothing_finds_nothing(get: Get, q: str) -> None:
    assert 'class="hits"' not in get("/-/search", params={"q": q}).text


WRONG = [
    ("/whitepapers?sql=selec", 400, ["SQL 有误", "只能查询", "selec</textarea>"]),
    ("/whitepapers?sql=select+x+from+places", 400, ["没有这一列", "select x from places</textarea>"]),
    ("/whitepapers?sql=select+1+from+nosuch", 400, ["没有这张表"]),
    ("/whitepapers?sql=select+1+from+places；", 400, ["中文分号"]),
    ("/whitepapers?sql=select+(", 400, ["没有写完"]),
    ("/whitepapers?sql=select+”1“", 400, ["没有这一列"]),
    ("/whitepapers/nothing", 404, ["没有这一页", "没有这张表"]),
    ("/whitepapers/documents/nothing", 404, ["没有这一页", "表里没有这一行"]),
    ("/nothing/x", 404, ["没有这一页", "地址也许打错了"]),
    ("/-/nothing", 404, ["没有这一页", "地址也许打错了"]),
    ("/-/place/nothing", 404, ["没有这一页", "库里没有这个地方"]),
    ("/whitepapers/places?_sort=nothing", 400, ["不能按它排序"]),
]


@pytest.mark.parametrize(("path", "status", "words"), WRONG, ids=[path for path, _, _ in WRONG])
def test_what_is_wrong_is_said_in_chinese(
    get: Get, capfd: pytest.CaptureFixture[str], path: str, status: int, words: list[str]
) -> None:
    page = get(path)
    assert page.status_code == status
    assert [word for word in words if word not in page.text] == []
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_fault_of_the_site_tells_strangers_nothing_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio
    import importlib

    from kb.site.serve import datasette_for

    def fail(*_: object) -> None:
        raise RuntimeError("/secret/path")

    monkeypatch.setattr(importlib.import_module("kb.site.pages.place"), "facts_of", fail)
    page = asyncio.run(datasette_for(folder / "whitepapers.db").client.get("/-/place/370100"))
    assert page.status_code == 500
    assert "网站出错了" in page.text
    assert "secret" not in page.text


TITLES = [
    ("/", "中国城市白皮书知识库"),
    ("/-/place/370100", "济南市 · 白皮书知识库"),
    ("/whitepapers", "数据表与查询 · 白皮书知识库"),
    ("/whitepapers/documents/paper-2021", "2021样例城市报告（文献） · 白皮书知识库"),
    ("/whitepapers?sql=select+1", "SQL 查询 · 白皮书知识库"),
    ("/whitepapers/cases_of_a_city?city=济南市", "一市的案例 · 白皮书知识库"),
    ("/-/graph?node=place:370100", "济南市的图谱 · 白皮书知识库"),
]


@pytest.mark.parametrize(("path", "title"), TITLES, ids=[path for path, _ in TITLES])
def test_a_tab_says_which_page_it_is(get: Get, path: str, title: str) -> None:
    found = re.search("<title>(.*?)</title>", get(path).text)
    assert found
    assert html.unescape(found[1]) == title


def test_a_filter_is_told_in_words_with_names_for_keys(get: Get) -> None:
    text = get("/whitepapers/ranking_entries?city=370100&rank__lte=10&_search=济南").text
    assert "含“济南”" in text
    assert "城市为“济南市”" in text
    assert "名次不大于“10”" in text
    assert "search matches" not in text


def test_numbers_of_a_query_stand_at_the_right(get: Get) -> None:
    text = get("/whitepapers?sql=select+name,+level,+longitude+from+places+limit+5").text
    assert re.findall(r'<th class="col-(\w+) number"', text) == ["longitude"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/whitepapers/ranks_over_the_years", "还没有选"),
        ("/whitepapers/ranks_over_the_years?city=天津市", "没有结果"),
        # What may be left open is not asked for.
        ("/whitepapers/platforms_of_a_kind?kind=无此类", "没有结果"),
    ],
)
def test_a_query_that_waits_for_a_choice_says_so(get: Get, path: str, said: str) -> None:
    assert re.findall("还没有选|没有结果", get(path).text) == [said]


def test_a_page_of_a_paper_is_quoted_by_the_standard(get: Get) -> None:
    assert "样例研究院. 2021样例城市报告[R]. 2021: 2." in get("/-/evidence/platforms:济南市/城市大脑:paper-2021:1").text


def test_a_hit_in_a_case_is_named_by_its_title(get: Get) -> None:
    text = get("/-/search?q=创新提出&kind=case_studies").text
    assert re.search(r"<li><a [^>]*>[^<…]*济南", text)


def test_a_search_can_be_followed_in_one_kind(get: Get) -> None:
    page = get("/-/search?q=济南&kind=ranking_entries&page=1")
    assert "全部类别" in page.text
    assert 'id="kind-ranking_entries"' in page.text
    assert 'id="kind-passages"' not in page.text


def test_platforms_of_one_name_are_told_apart_by_city(get: Get) -> None:
    assert re.search(r"城市大脑</mark></a>.*?济南市", get("/-/search?q=城市大脑&kind=platforms").text, re.S)


def test_papers_that_share_a_thing_are_counted(get: Get) -> None:
    text = get("/-/policy/国发〔2021〕29号").text
    assert "2021样例城市报告" in text
    assert "2022样例城市报告" in text


NOT_FOLLOWED = re.compile(r"_fts|_facet|_sort|_next|[?&]sql=|/places/|\.png|whitepapers/evidence|/static")
"""Each sorting and facet of a table, inner tables, three thousand places, files."""


def test_every_link_of_every_page_leads_somewhere(get: Get) -> None:
    paths, seen, dead = ["/"], {"/"}, []
    while paths and len(seen) < 250:
        path = paths.pop()
        page = get(path)
        if page.status_code >= 400:
            dead.append(path)
        links = (urljoin(path, html.unescape(link)) for link in re.findall(r'(?:href|src)="([^"#]+)', page.text))
        fresh = {link for link in links if link.startswith("/") and not NOT_FOLLOWED.search(link)} - seen
        seen |= fresh
        paths += sorted(fresh)
    assert len(seen) >= 250
    assert dead == []


def test_facts_in_a_table_lead_to_the_page(get: Get) -> None:
    text = get("/whitepapers/ranking_entries?ranking=paper-2022/表1").text
    links = re.findall(r'<td class="col-see"><a class="see" href="([^"]+)"', text)
    assert len(links) == 3
    assert all(get(link).status_code == 200 for link in links)


@pytest.mark.parametrize("path", ["/-/cities", "/-/graph/data.json?view=all&year=2022"])
def test_what_takes_too_long_is_said_quietly(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], path: str
) -> None:
    import asyncio
    import contextlib
    import importlib

    from kb.site.serve import datasette_for

    def interrupt(*_: object) -> contextlib.AbstractContextManager[None]:
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr(importlib.import_module("kb.site.pages.common"), "sqlite_timelimit", interrupt)
    response = asyncio.run(datasette_for(folder / "whitepapers.db").client.get(path))
    assert response.status_code == 503
    assert "Traceback" not in "".join(capfd.readouterr())
