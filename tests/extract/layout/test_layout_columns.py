"""Reading order: columns, full-width parts between them, blocks side by side."""

from collections.abc import Callable

import pytest

from extract.layout.columns import Item, columns_of
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
