"""Headings, their numbers and their nesting."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.layout import compose
from extract.model import Line
from extract.tables import find_grids

TEXT = "这里是正文，说明各地的做法如何，共有三个方面，其中第一个方面最为重要，第二个方面次之。"

OUTLINES = {
    "chapters": ["1第一章 总则", "2第一节 目的", "3一、指南目的", "4（一）基本原则", "1第二章 现状", "2第一节 政策"],
    "han": ["1一、总体情况", "2（一）建设背景", "3\\1. 目标", "2（二）现状", "1二、结论"],
    "decimal": ["1\\1 总体情况", "2\\1.1 建设背景", "3\\1.1.1 目标", "2\\1.2 现状", "1\\2 结论"],
    "plain": ["1总体情况", "2建设背景", "2现状", "1结论"],
    "parts": ["1PART ONE 总体情况", "2建设背景", "1PART TWO 结论", "2对策"],
    "with front matter": ["1前言", "1一、总体情况", "2（一）建设背景", "1附录一 数据来源"],
}


@pytest.mark.parametrize("name", OUTLINES)
@pytest.mark.parametrize("style", ["size", "bold", "colour"])
def test_outline(make: Callable, name: str, style: str) -> None:
    look = {
        "size": "#show heading.where(level: 1): set text(18pt)\n#show heading.where(level: 2): set text(14pt)\n#show heading.where(level: 3): set text(12pt)\n#show heading.where(level: 4): set text(11.5pt)\n",
        "bold": "#show heading: set text(10pt)\n#show heading.where(level: 1): set text(13pt)\n#show heading.where(level: 2): set text(11.5pt)\n",
        "colour": '#show heading: set text(fill: rgb("#1f4e9c"), weight: "regular")\n#show heading.where(level: 1): set text(16pt)\n#show heading.where(level: 2): set text(13pt)\n',
    }[style]
    lines = OUTLINES[name]
    source = look + "\n".join(f"{'=' * int(t[0])} {t[1:]}\n{TEXT}\n" for t in lines)
    sections = make(source).sections
    assert [(s.level, s.title) for s in sections] == [(int(t[0]), t[1:].replace("\\", "")) for t in lines]


def test_parents_and_passages(make: Callable) -> None:
    found = make(f"= 一、甲\n{TEXT}\n== （一）乙\n{TEXT}\n= 二、丙\n{TEXT}")
    a, b, c = found.sections
    assert (a.parent, b.parent, c.parent) == (None, a.id, None)
    assert [p.section for p in found.passages] == [a.id, a.id, b.id, b.id, c.id, c.id]
    assert (a.first, a.last) == (0, 3)


def test_number_that_stands_apart(make: Callable) -> None:
    found = make(
        f"{TEXT}\n\n#pagebreak()\n#par(first-line-indent: 0em)[#text(40pt)[01]]\n\n#par(first-line-indent: 0em)[#text(24pt)[PART ONE]]\n\n#par(first-line-indent: 0em)[#text(14pt)[城市数字化转型提速]]\n\n#pagebreak()\n{TEXT}"
    )
    (section,) = found.sections
    assert section.title == "01 PART ONE 城市数字化转型提速"
    assert section.page_to == 3


def test_heading_over_two_lines(make: Callable) -> None:
    title = "关于加快构建全国一体化大数据中心协同创新体系的指导意见和推进各地城市数字化转型的若干措施与对策建议"
    (section,) = make(f"#show heading: set text(16pt)\n{TEXT}\n= {title}\n{TEXT}").sections
    assert section.title == title


def test_bold_start_of_a_paragraph_is_no_heading(make: Callable) -> None:
    found = make("\n\n".join(f"*算力规模{n}。*{TEXT * 2}" for n in "一二三"))
    assert found.sections == []
    assert [p.kind for p in found.passages] == ["paragraph"] * 3


def test_items_of_a_list_are_no_headings(make: Callable) -> None:
    found = make(f"{TEXT}\n\n1\\. 建设平台\n\n2\\. 完善制度\n\n3\\. 培育人才\n\n{TEXT}")
    assert [p.kind for p in found.passages] == ["paragraph", "list_item", "list_item", "list_item", "paragraph"]


def test_plain_numbered_lines_over_paragraphs_are_headings(make: Callable) -> None:
    found = make("\n\n".join(f"{n}\\. 建设{t}平台\n\n{TEXT * 2}" for n, t in enumerate("甲乙丙", 1)))
    assert [p.kind for p in found.passages] == ["heading", "paragraph"] * 3


def test_title_repeated_on_each_slide_is_one_section(make: Callable) -> None:
    slide = "#par(first-line-indent: 0em)[#text(20pt)[典型应用]]\n\n"
    found = make("#pagebreak()\n".join(f"{slide}第{n}页。{TEXT * 3}\n" for n in "一二三"))
    assert [(s.title, s.page_to) for s in found.sections] == [("典型应用", 3)]


def test_headings_told_by_their_font_alone(make: Callable) -> None:
    plain = '#show heading: set text(10pt, weight: "regular", font: "Noto Sans CJK SC")\n'
    found = make(f"{plain}{TEXT * 3}\n= 一、总体要求\n== （一）指导思想\n{TEXT * 3}\n== （二）GDP目标：\n{TEXT * 3}")
    assert [(s.level, s.title) for s in found.sections] == [
        (1, "一、总体要求"),
        (2, "（一）指导思想"),
        (2, "（二）GDP目标："),
    ]


def test_numbers_of_another_form_in_larger_type_stand_higher(make: Callable) -> None:
    look = "#show heading.where(level: 1): set text(20pt)\n#show heading.where(level: 2): set text(15pt)\n"
    found = make(
        f"{look}= 01 \\/ 转型环境\n{TEXT}\n== 1\\. 战略深化\n{TEXT}\n== 2\\. 布局下沉\n{TEXT}\n= 02 \\/ 转型体系\n{TEXT}"
    )
    assert [s.level for s in found.sections] == [1, 2, 2, 1]


@pytest.mark.parametrize(("size", "headed"), [("10.8pt", True), ("10.2pt", False)])
def test_fonts_without_a_name_leave_only_the_size_to_tell_a_heading(lay: Callable, size: str, headed: bool) -> None:
    pages = lay(f"#set heading(outlined: false)\n{TEXT * 3}\n\n#text({size})[城市治理新平台]\n\n{TEXT * 3}")
    for page in pages:
        page.lines[:] = [_without_fonts(line) for line in page.lines]
    found = compose(pages, find_grids(pages))
    assert bool(found.sections) == headed


def _without_fonts(line: Line) -> Line:
    return replace(line, chars=[c and replace(c, font="", bold=False) for c in line.chars])


def test_a_slightly_larger_line_in_a_font_of_its_own(make: Callable) -> None:
    look = '#show heading: set text(font: "Noto Sans CJK SC", size: 10.8pt, weight: "regular")\n'
    (section,) = make(f"{look}{TEXT}\n= 城市治理现代化\n{TEXT}").sections
    assert section.title == "城市治理现代化"


SLIDES = "#set page(width: 720pt, height: 405pt, margin: 30pt)\n#set par(first-line-indent: 0em)\n"


def slide(title: str, body: str) -> str:
    return f"#place(top + left, text(20pt, weight: 700)[{title}])\n#v(60pt)\n{body}\n#pagebreak()\n"


def large(text: str) -> str:
    return f"#text(32pt, weight: 700)[{text}]\n\n{TEXT * 2}\n\n"


def test_what_stands_on_a_slide_is_under_its_title_however_large(make: Callable) -> None:
    pages = [
        slide("政策环境", TEXT),
        slide("案例：厦门", large("厦门")),
        slide("案例：合肥", large("合肥")),
        slide("建议", TEXT),
    ]
    found = [(s.level, s.title) for s in make(SLIDES + "".join(pages)).sections]
    assert found == [(1, "政策环境"), (1, "案例：厦门"), (2, "厦门"), (1, "案例：合肥"), (2, "合肥"), (1, "建议")]


def test_a_large_label_ends_with_its_page_where_the_next_has_a_title(make: Callable) -> None:
    pages = [slide("政策环境", TEXT), slide("趋势", TEXT), large("厦门") + "#pagebreak()\n", slide("建议", TEXT)]
    found = [(s.level, s.title) for s in make(SLIDES + "".join(pages)).sections]
    assert found == [(1, "政策环境"), (1, "趋势"), (1, "厦门"), (1, "建议")]


def test_a_page_that_opens_a_part_is_over_the_slides_after_it(make: Callable) -> None:
    part = "#align(center + horizon, text(36pt, weight: 700)[城市实践])\n#pagebreak()\n"
    pages = [slide("政策环境", TEXT), slide("趋势", TEXT), part, slide("厦门", TEXT), slide("合肥", TEXT)]
    found = [(s.level, s.title) for s in make(SLIDES + "".join(pages)).sections]
    assert found == [(1, "政策环境"), (1, "趋势"), (1, "城市实践"), (2, "厦门"), (2, "合肥")]


def test_headings_that_happen_to_open_pages_are_no_slides(make: Callable) -> None:
    look = "#show heading.where(level: 1): set text(18pt)\n#show heading.where(level: 2): set text(14pt)\n"
    inner = "".join(f"== 第{n}种\n{TEXT}\n#pagebreak()\n== 另{n}种\n{TEXT}\n" for n in "甲乙丙")
    found = [(s.level, s.title) for s in make(f"{look}= 现状\n{TEXT}\n{inner}= 结论\n{TEXT}").sections]
    assert [level for level, _ in found] == [1, 2, 2, 2, 2, 2, 2, 1]


@pytest.mark.parametrize(
    ("numbered", "levels"),
    [
        (["1 形势", "1.1 战略", "1.2 布局", "2 结论"], [1, 1, 2, 2, 1]),
        # Points of the summary itself: nothing else is numbered.
        (["1 势头好", "2 底子厚"], [1, 2, 2]),
    ],
)
def test_preface_in_large_type_holds_no_chapters(make: Callable, numbered: list[str], levels: list[int]) -> None:
    size = {0: 16, 1: 13}
    parts = "".join(f"#heading(text({size[t.count('.')]}pt)[{t}])\n{TEXT}\n" for t in numbered)
    found = make(f"#heading(text(20pt)[核心观点])\n{TEXT}\n{parts}")
    assert [s.level for s in found.sections] == levels


def test_title_that_fills_its_line_ends_before_the_next_number(make: Callable) -> None:
    found = make(
        f"#set page(width: 335pt)\n#show heading: set text(15pt)\n#show heading: set block(spacing: 10pt)\n= 1.2 布局下沉转型主战场逐渐下移\n= 1.3 创新驱动科技创新驱动城市转型\n{TEXT}"
    )
    assert [s.title for s in found.sections] == ["1.2 布局下沉转型主战场逐渐下移", "1.3 创新驱动科技创新驱动城市转型"]
