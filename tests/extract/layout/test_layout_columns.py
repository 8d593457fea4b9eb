"""Reading order: columns, full-width parts between them, blocks side by side."""

from collections.abc import Callable

import pytest

from extract.layout.columns import columns_of
from extract.layout.items import Item
from extract.model import Box, Line

Read = Callable[[str], list[tuple[str, str]]]


def items(boxes: dict[str, Box]) -> list[Item]:
    return [Item(box, Line(name * 20, [], box, 1, 10.0)) for name, box in boxes.items()]


def down(names: str, x0: float, x1: float, top: float) -> dict[str, Box]:
    """Lines, one below the other, as wide as the column."""
    return {n: (x0, top + 15 * i, x1, top + 15 * i + 10) for i, n in enumerate(names)}


LEFT, RIGHT = (50, 290), (310, 550)
PAGES = {
    "one column": ("abcd", down("abcd", 50, 550, 50)),
    "two columns": ("abcdef", down("abc", *LEFT, 50) | down("def", *RIGHT, 50)),
    "two columns off by half a line": ("abcdef", down("abc", *LEFT, 50) | down("def", *RIGHT, 57)),
    "title, columns": ("tabcdef", down("t", 50, 550, 20) | down("abc", *LEFT, 50) | down("def", *RIGHT, 50)),
    "columns, full width, columns": (
        "abcdefghijx",
        down("ab", *LEFT, 50)
        | down("cd", *RIGHT, 50)
        | down("ef", 50, 550, 90)
        | down("gh", *LEFT, 130)
        | down("ijx", *RIGHT, 130),
    ),
    "the left column longer": ("abcdefgh", down("abcde", *LEFT, 50) | down("fgh", *RIGHT, 50)),
    "the right column longer": ("abcdefgh", down("abc", *LEFT, 50) | down("defgh", *RIGHT, 50)),
    "three columns": (
        "abcdefghi",
        down("abc", 50, 200, 50) | down("def", 220, 370, 50) | down("ghi", 390, 540, 50),
    ),
    "heading below columns": (
        "abcdefhxy",
        down("abc", *LEFT, 50) | down("def", *RIGHT, 50) | {"h": (50, 120, 150, 134)} | down("xy", 50, 550, 140),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_order(name: str) -> None:
    expected, boxes = PAGES[name]
    for order in (1, -1):
        found = columns_of(items(dict(list(boxes.items())[::order])))
        assert "".join(i.line.text[0] for c in found for i in c.items if i.line) == expected


LONG = "这一段说明各地数据开放的进展，其中长三角地区的平台数量增长最快，共有28个城市建成了统一的平台。"


def test_columns_with_a_figure_across(read: Read) -> None:
    text = "\n\n".join(f"第{n}段。{LONG}" for n in "一二三四五六七八九十")
    source = f"""#set page(columns: 2)
#place(top + center, scope: "parent", float: true)[#rect(width: 100%, height: 60pt, fill: blue) 图1 总体架构]
{text}"""
    found = [t[:4] for k, t in read(source) if k == "paragraph"]
    assert found == [f"第{n}段。" for n in "一二三四五六七八九十"]


def test_cards_side_by_side(read: Read) -> None:
    cards = "".join(f"[#text(12pt)[{n}市] #parbreak() {n}市的做法。{LONG}]," for n in "甲乙丙")
    source = f"#set page(width: 700pt, height: 400pt)\n#grid(columns: (1fr, 1fr, 1fr), gutter: 20pt, {cards})"
    found = [t[:2] for _, t in read(source)]
    assert found == ["甲市", "甲市", "乙市", "乙市", "丙市", "丙市"]


def magazine(rule: str, lead: str = "") -> str:
    """Two articles in two columns, one under the other on one page."""
    return "\n".join(
        f"#block(above: 18pt, below: 12pt)[{rule}\n#text(20pt)[{name}篇开篇]]\n{lead}\n"
        f"#columns(2, gutter: 20pt)[{name}左。{LONG}\n\n{name}中。{LONG}#colbreak(){name}右。{LONG}]"
        for name in "甲乙"
    )


@pytest.mark.parametrize("rule", ["#line(length: 100%, stroke: 2pt + green)", ""])
def test_a_title_or_rule_over_the_page_ends_the_columns_above(read: Read, rule: str) -> None:
    found = [t[:2] for _, t in read(magazine(rule))]
    assert found == ["甲篇", "甲左", "甲中", "甲右", "乙篇", "乙左", "乙中", "乙右"]


def test_the_last_line_of_a_lead_over_columns_stays_with_it(read: Read) -> None:
    lead = "十年前一纸文件让公共数据开放走进政府工作日程，今年中央再发文件，把开放与授权运营一并提出。"
    texts = [t for _, t in read(magazine("", lead))]
    assert texts.count(lead) == 2


def test_what_goes_on_in_a_column_under_the_other_is_no_heading(read: Read) -> None:
    source = f"""#columns(2, gutter: 20pt)[甲。{LONG}{LONG}#colbreak()乙。{LONG}]
#line(length: 100%, stroke: 2pt + green)
#columns(2, gutter: 20pt)[丙。{LONG}#colbreak()丁。{LONG}]"""
    assert [t for _, t in read(source)] == [f"甲。{LONG}{LONG}", f"乙。{LONG}", f"丙。{LONG}", f"丁。{LONG}"]


@pytest.mark.parametrize("justify", ["true", "false"])
@pytest.mark.parametrize("gutter", ["0.6em", "0.9em"])
def test_columns_close_to_each_other(read: Read, gutter: str, justify: str) -> None:
    text = "\n\n".join(f"第{n}段。{LONG[k:]}{LONG}" for k, n in enumerate("一二三四五六七八九十"))
    setting = f"#set page(columns: 2)\n#set columns(gutter: {gutter})\n#set par(justify: {justify})"
    found = [t for k, t in read(f"{setting}\n{text}") if k == "paragraph"]
    assert found == [f"第{n}段。{LONG[k:]}{LONG}" for k, n in enumerate("一二三四五六七八九十")]


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_sidebar_close_to_the_text(read: Read, side: str) -> None:
    text = f"甲。{LONG}{LONG}\n\n乙。{LONG}{LONG}{LONG}"
    note = f"#text(8pt)[#set par(first-line-indent: 0em, justify: false)\n注。{LONG}]"
    parts, widths = ((note, text), "80pt, 1fr") if side == "left" else ((text, note), "1fr, 80pt")
    found = read(f"#grid(columns: ({widths}), column-gutter: 10pt)[{parts[0]}][{parts[1]}]\n\n丙。{LONG}")
    order = "注甲乙丙" if side == "left" else "甲乙注丙"
    assert [t for _, t in found] == [
        {"注": f"注。{LONG}", "甲": f"甲。{LONG}{LONG}", "乙": f"乙。{LONG * 3}", "丙": f"丙。{LONG}"}[n] for n in order
    ]


@pytest.mark.parametrize(("right", "expected"), [(290, "tabchxydef"), (550, "tabcdefhxy")])
def test_a_title_at_the_foot_of_a_column_stands_under_what_it_heads(right: int, expected: str) -> None:
    """The column beside it ends higher; where the text under it goes over both columns, so does the title."""
    boxes = (
        down("t", 50, 550, 20)
        | down("abc", *LEFT, 50)
        | down("def", *RIGHT, 50)
        | {"h": (50, 140, 150, 156)}
        | down("xy", 50, right, 160)
    )
    lines = items(boxes)
    for item in lines:
        if item.line and item.line.text[0] == "h":
            item.line.size = 16.0
    assert "".join(i.line.text[0] for c in columns_of(lines) for i in c.items if i.line) == expected


def test_two_columns_under_three_are_columns_of_their_own() -> None:
    boxes = down("ab", 50, 200, 50) | down("cd", 220, 370, 50) | down("ef", 390, 540, 50)
    boxes |= {"h": (50, 120, 130, 130), "u": (62, 140, 290, 150), "x": (310, 140, 382, 150)}
    lines = items(boxes | down("vw", *LEFT, 155) | down("yz", *RIGHT, 155))
    if lines[0].line:
        lines[0].line.size = 8.0
    assert "".join(i.line.text[0] for c in columns_of(lines) for i in c.items if i.line) == "abcdefhuvwxyz"
