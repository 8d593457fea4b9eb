"""What is printed on page after page stays out; what recurs because it is content stays in."""

from collections.abc import Callable

import pytest

from extract.model import Laid

Lay = Callable[[str], list[Laid]]

PAGES = "\n#pagebreak()\n".join(
    f"第{n}部分的正文从这里开始，讲的是某市第{n}年的做法，与别处不同。" * 4 for n in "一二三四五六"
)
SHORT = "\n#pagebreak()\n".join(f"只有{n}页的短文，也有页码，正文互不相同。" * 3 for n in "一二三")


def texts(laid: list[Laid]) -> list[str]:
    return [line.text for page in laid for line in page.lines]


NUMBERS = [
    "#counter(page).display()",
    "— #counter(page).display() —",
    "- #counter(page).display() -",
    "第 #counter(page).display() 页 共 #counter(page).final().first() 页",
    "#counter(page).display() / #counter(page).final().first()",
    "Page #counter(page).display() of #counter(page).final().first()",
    '#counter(page).display("i")',
    "· #counter(page).display() ·",
    "样例研究院 | #counter(page).display()",
]


def test_a_date_in_the_foot_counts_no_pages(lay: Lay) -> None:
    """The 2 of 2日 is in 2024 too."""
    found = texts(lay(f"#set page(footer: [样商周刊 #h(20pt) 2024年12月2日 #h(1fr) 年度特刊])\n{PAGES}"))
    assert found and not any("2024" in text or "周刊" in text for text in found)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("body", [PAGES, SHORT])
def test_page_numbers(lay: Lay, number: str, body: str) -> None:
    for line in texts(lay(f"#set page(footer: context align(center)[{number}])\n{body}")):
        assert "，" in line or "。" in line or len(line) > 8, line


def test_page_numbers_at_the_outer_edge(lay: Lay) -> None:
    foot = "#set page(footer: context { let p = counter(page).get().first(); align(if calc.odd(p) {right} else {left})[#p] })\n"
    assert not [t for t in texts(lay(foot + PAGES)) if t.isdigit()]


def test_heads_of_odd_and_even_pages(lay: Lay) -> None:
    head = """#set page(header: context { if calc.odd(counter(page).get().first()) [#h(1fr) 2021样例城市数字化报告] else [样例研究院 #h(1fr)]
      v(-6pt); line(length: 100%) })\n"""
    found = texts(lay(head + PAGES))
    assert found
    assert not [t for t in found if "样例" in t]


def test_heads_that_change_with_the_chapter(lay: Lay) -> None:
    head = """#set page(header: context { let p = counter(page).get().first(); text(8pt)[#if p < 4 [第一章 总体情况] else [第二章 城市案例]] })\n"""
    assert not [t for t in texts(lay(head + PAGES)) if "章" in t]


def test_slanted_watermark(lay: Lay) -> None:
    mark = "#set page(foreground: rotate(-45deg, text(50pt, fill: rgb(200, 200, 200, 128))[内部资料]))\n"
    assert not [t for t in texts(lay(mark + PAGES)) if "内部" in t or "资料" in t]


@pytest.mark.parametrize("fill", ["rgb(215, 215, 215)", "rgb(0, 0, 0, 40)"])
def test_upright_watermark(lay: Lay, fill: str) -> None:
    mark = f"#set page(background: text(44pt, fill: {fill})[内部资料])\n"
    assert not [t for t in texts(lay(mark + PAGES)) if "内部" in t]


def test_watermark_over_a_table(lay: Lay) -> None:
    mark = "#set page(foreground: text(44pt, fill: rgb(0, 0, 0, 40))[内部资料])\n"
    table = "#table(columns: 3, [名次], [城市], [得分], ..range(60).map(i => ([#(i + 1)], [城市#i], [#(90 - i)])).flatten())\n"
    found = texts(lay(mark + table + "#pagebreak()\n" + table))
    assert any("名次" in t for t in found)
    assert not [t for t in found if "内部" in t or "资料" in t]


def test_head_of_a_table_that_goes_on_stays(lay: Lay) -> None:
    table = """#set page(footer: context align(center)[#counter(page).display()])
    #table(columns: (1fr, 2fr, 1fr), table.header([序号], [政策名称], [发布时间]),
      ..range(70).map(i => ([#(i + 1)], [第#(i)号政策], [2021.#i])).flatten())\n"""
    laid = lay(table)
    assert len(laid) > 2
    for page in laid:
        assert [x.text for x in page.lines][:3] == ["序号", "政策名称", "发布时间"]


def test_headings_of_parts_stay(lay: Lay) -> None:
    parts = "\n#pagebreak()\n".join(
        f"#v(-30pt)#par(first-line-indent: 0em, text(24pt)[PART 0{n}])\n\n{t}"
        for n, t in enumerate(PAGES.split("\n#pagebreak()\n"), 1)
    )
    assert [t for t in texts(lay(parts)) if t.startswith("PART")] == [f"PART 0{n}" for n in range(1, 7)]


def test_last_line_of_notes_stays(lay: Lay) -> None:
    note = (
        "参见《专家解读》，载https://www.example.gov.cn/2023-07/13/c_1690898363806525.htm，最后访问日期：2022年1月2日。"
    )
    body = "\n#pagebreak()\n".join(f"第{n}页的正文#footnote[{note}]，讲的是{n}。" for n in "一二三四")
    assert sum("2022年1月2日" in t for t in texts(lay(body))) == 4
