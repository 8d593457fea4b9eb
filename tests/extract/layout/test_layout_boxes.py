"""Boxes of text are no pictures: cards side by side, boxes one under the other, headings with a rule or a bar."""

from collections.abc import Callable

import pytest

from extract.layout import Composed
from extract.layout.blocks import Block
from extract.layout.joining import reframed_over_breaks
from extract.model import Box, Char, Line

BODY = "全市建成统一的数据底座，接入部门系统六十余个，日均交换数据上亿条，支撑起跨层级跨部门的业务协同。"
LOOKS = {
    "square": "fill: luma(240), stroke: 0.5pt",
    "round": "fill: luma(240), stroke: 0.5pt, radius: 4pt",
    "dashed": 'stroke: (paint: green, dash: "dashed")',
}


@pytest.mark.parametrize("look", LOOKS)
def test_cards_side_by_side_are_read_one_after_the_other(read: Callable[..., list[tuple[str, str]]], look: str) -> None:
    cards = "".join(
        f"block(width: 100%, inset: 8pt, {LOOKS[look]})[#set par(first-line-indent: 0em)\n*#text(13pt)[{name}]*\\\n{BODY}],"
        for name in ("贵阳", "庆阳")
    )
    found = read(f"= 枢纽城市\n#grid(columns: 2, gutter: 12pt, {cards})")
    assert found == [
        ("heading", "枢纽城市"),
        ("heading", "贵阳"),
        ("paragraph", BODY),
        ("heading", "庆阳"),
        ("paragraph", BODY),
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_boxes_under_each_other_are_no_picture(make: Callable[[str], Composed], look: str) -> None:
    boxes = "\n".join(
        f"#block(width: 100%, inset: 8pt, {LOOKS[look]})[专栏{i}　{name}：一体化推进\n\n{BODY}{BODY}]"
        for i, name in enumerate(("合肥", "福州", "无锡"), 1)
    )
    passages = make(f"= 实践\n#set block(spacing: 6pt)\n{boxes}").passages
    assert [p.text for p in passages if p.text == BODY + BODY] == [BODY + BODY] * 3
    assert {p.kind for p in passages} <= {"heading", "caption", "paragraph"}
    if look != "dashed":
        assert len({p.box_id for p in passages if p.text == BODY + BODY}) == 3


def test_the_title_on_a_frames_bar_is_read_before_what_is_under_it(make: Callable[[str], Composed]) -> None:
    bar = "#block(width: 100%, inset: 6pt)[#text(white)[专栏1　长春：寒地城市的管网]]"
    body = f"#block(width: 100%, inset: 8pt, fill: luma(245), radius: 3pt)[#text(8.5pt)[{BODY}{BODY}]]"
    found = make(
        f"= 实践\n{BODY * 4}\n#block(width: 100%, inset: 1pt, fill: luma(110), radius: 3pt)[#set block(spacing: 0pt)\n{bar}{body}]"
    ).passages
    assert [p.text for p in found] == ["实践", BODY * 4, "专栏1 长春：寒地城市的管网", BODY + BODY]
    assert len({p.box_id for p in found[2:]} - {None}) == 1


def test_a_cards_ground_and_its_border_are_one_card(read: Callable[..., list[tuple[str, str]]]) -> None:
    names = ("贵阳", "庆阳", "和林格尔", "中卫")
    card = "block(width: 100%, fill: luma(240), inset: 0.4pt)[#rect(width: 100%, height: 75pt, stroke: 0.5pt, inset: 8pt)[{}\n\n{}]]"
    cards = ", ".join(card.format(name, BODY) for name in names)
    found = read(f"= 枢纽城市\n#set par(first-line-indent: 0em)\n#grid(columns: 2, gutter: 12pt, {cards})")
    assert [t for _, t in found[1:]] == [x for name in names for x in (name, BODY)]


LEFT, RIGHT = (50.0, 300.0, 200.0, 500.0), (216.0, 60.0, 366.0, 200.0)


@pytest.mark.parametrize(
    ("text", "after", "one"),
    [
        ("搭建泉城数字运营指挥中", "心、公共数据平台和感知平台。", True),
        ("搭建泉城数字运营指挥中心。", "心、公共数据平台和感知平台。", False),
        ("搭建泉城数字运营指挥中", "1. 公共数据平台和感知平台。", False),
        ("搭建中心", "心、公共数据平台和感知平台。", False),
    ],
)
def test_a_frame_goes_on_in_the_next_column_with_an_open_sentence(text: str, after: str, one: bool) -> None:
    above, on = block(text, LEFT, 480.0), block(after, RIGHT, 62.0)
    above.box_id, above.frame, on.box_id, on.frame = 101, LEFT, 102, RIGHT
    assert (len({b.box_id for b in reframed_over_breaks([above, on])}) == 1) is one


def test_cards_side_by_side_are_no_one_frame() -> None:
    right = (216.0, 300.0, 366.0, 500.0)
    above, on = block("搭建泉城数字运营指挥中", LEFT, 480.0), block("心、公共数据平台和感知平台。", right, 302.0)
    above.box_id, above.frame, on.box_id, on.frame = 101, LEFT, 102, right
    assert len({b.box_id for b in reframed_over_breaks([above, on])}) == 2


def block(text: str, frame: Box, top: float) -> Block:
    """One line of text at the left of a frame, in type of which 11 characters fill it."""
    chars = [Char(c, frame[0] + 13 * i, top, frame[0] + 13 * (i + 1), top + 13, 1, 13.0, "", False, 0.0, top + 12) for i, c in enumerate(text)]  # fmt: skip
    line = Line(text, list(chars), (frame[0], top, chars[-1].x1, top + 13), 1, 13.0, False)
    return Block([line], frame[0], frame[2])


def test_a_heading_under_a_bar_is_a_heading(make: Callable[[str], Composed]) -> None:
    source = f"""
#show heading.where(level: 1): it => block(width: 100%, fill: green, inset: 6pt, text(white, it.body))
#show heading.where(level: 2): it => block(width: 100%, stroke: (bottom: 0.6pt), inset: (bottom: 3pt), it.body)
= 1 发展背景
== 1.1 政策环境持续优化
{BODY}
== 1.2 技术加速演进
{BODY}
"""
    assert [s.title for s in make(source).sections] == ["1 发展背景", "1.1 政策环境持续优化", "1.2 技术加速演进"]


def card(name: str, width: str = "100%", height: str = "auto") -> str:
    body = f"{name}建成统一的数据底座，日均交换数据上亿条。"
    look = f"width: {width}, height: {height}, inset: 7pt, fill: luma(240)"
    return f"block({look})[#set par(first-line-indent: 0em)\n#text(12pt, blue)[{name}｜一网统管]\\\n{body}]"


def titles(found: list[tuple[str, str]]) -> list[str]:
    return [text.partition("｜")[0] for kind, text in found if kind == "heading"]


def test_three_cards_over_two_are_read_row_by_row_each_whole(read: Callable[..., list[tuple[str, str]]]) -> None:
    upper = ",".join(card(name) for name in ("广州", "义乌", "海口"))
    lower = ",".join(card(name) for name in ("成都", "厦门"))
    found = read(
        f"#grid(columns: 3, gutter: 10pt, {upper})\n#v(2pt)\n#grid(columns: 2, gutter: 10pt, {lower})\n#v(1fr)\n{BODY}"
    )
    assert titles(found) == ["广州", "义乌", "海口", "成都", "厦门"]
    assert [text[:2] for kind, text in found if kind == "paragraph"][:5] == ["广州", "义乌", "海口", "成都", "厦门"]


def test_cards_in_a_grid_are_read_row_by_row(read: Callable[..., list[tuple[str, str]]]) -> None:
    names = ("合肥", "福州", "无锡", "南京")
    cards = ",".join(card(name, height="80pt") for name in names)
    assert titles(read(f"#grid(columns: 2, gutter: 14pt, {cards})\n\n{BODY}")) == list(names)


def test_a_line_in_a_card_ends_where_the_card_ends_it(read: Callable[..., list[tuple[str, str]]]) -> None:
    body = "示范基地分区域高校和科研院所企业三类每类各有侧重并且各自采用“空间+基金+服务”的模式长期运营。"
    box = f"#block(width: 80%, inset: 8pt, fill: luma(240))[#set par(justify: false)\n延伸阅读\n\n{body}]"
    found = read(f"{BODY}{BODY}{BODY}\n\n{box}")
    assert ("paragraph", body) in found


def test_narrow_cards_in_a_row_are_read_each_whole(make: Callable[[str], Composed]) -> None:
    told = {
        "中枢": "汇聚模型和组件，对城市运行进行全局感知",
        "底座": "统一归集治理数据",
        "一网": "面向企业和群众的入口",
        "应用": "覆盖交通、医疗等行业",
    }
    look = "width: 100%, height: 60pt, inset: 6pt, fill: luma(240), stroke: (top: 2pt + teal)"
    cards = ",".join(f"block({look})[*{name}*\\\n{text}]" for name, text in told.items())
    page = "#set page(width: 480pt, height: 270pt)\n#set par(first-line-indent: 0em)\n"
    passages = make(f"{page}= 总体架构\n{BODY}\n#grid(columns: 4, gutter: 10pt, {cards})").passages
    assert [p.text for p in passages][2:] == [part for card in told.items() for part in card]
    assert len({p.box_id for p in passages[2:]}) == 4


def test_figures_over_their_names_in_cards(read: Callable[..., list[tuple[str, str]]]) -> None:
    cards = ",".join(
        f"block(width: 100%, inset: 6pt, radius: 4pt, fill: luma(240))[#text(18pt)[{n}]\\\n{name}]"
        for n, name in (("1.32万亿元", "市场规模"), ("15.7%", "同比增速"), ("286个", "建成平台的城市"))
    )
    page = "#set page(width: 480pt, height: 270pt)\n#set par(first-line-indent: 0em)\n"
    found = [text for _, text in read(f"{page}= 产业现状\n#grid(columns: 3, gutter: 10pt, {cards})\n\n{BODY}")]
    assert found[1:7] == ["1.32万亿元", "市场规模", "15.7%", "同比增速", "286个", "建成平台的城市"]


ROWS = {"基础设施": "双千兆与智算并进", "数据治理": "归集基本完成", "惠民服务": "一件事集成扩面"}
SIDE = {
    "boxes": lambda name: f"block(width: 100%, height: 40pt, fill: teal, align(center + horizon, text(white)[{name}]))",
    "bold": lambda name: f"[*{name}*]",
    "on two lines": lambda name: f"[{name[:2]}\\\n{name[2:]}]",
}


@pytest.mark.parametrize("look", SIDE)
def test_labels_beside_their_texts_are_read_row_by_row(read: Callable[..., list[tuple[str, str]]], look: str) -> None:
    cells = ",".join(f"{SIDE[look](name)}, [*{told}*\\\n{BODY}]" for name, told in ROWS.items())
    grid = f"#grid(columns: (70pt, 1fr), column-gutter: 14pt, row-gutter: 14pt, {cells})"
    found = [text for _, text in read(f"#set par(first-line-indent: 0em)\n= 五个维度\n{grid}\n\n{BODY}")]
    assert found == ["五个维度", *(part for name, told in ROWS.items() for part in (name, told, BODY)), BODY]


def test_two_columns_of_text_are_no_labels(read: Callable[..., list[tuple[str, str]]]) -> None:
    left = "\n\n".join(f"{name}\n\n{BODY}" for name in ROWS)
    found = [text for _, text in read(f"#set par(first-line-indent: 0em)\n#columns(2)[{left}#colbreak()\n{left}]")]
    assert found == [part for name in ROWS for part in (name, BODY)] * 2


def test_a_box_that_a_page_break_cuts_is_one(make: Callable[[str], Composed]) -> None:
    look = "width: 100%, inset: 8pt, fill: rgb(255, 246, 236), stroke: orange, breakable: true"
    texts = "\n\n".join([BODY * 2] * 4)
    found = make(
        f"{texts}\n\n#v(100pt)\n#block({look})[#align(center)[专栏1　样例市“一网统管”的探索]\n\n{texts}]\n\n{BODY}"
    ).passages
    boxed = [p for p in found if p.box_id]
    assert {p.page for p in boxed} == {1, 2}
    assert len({p.box_id for p in boxed}) == 1
    assert sum(p.text.count(BODY) for p in boxed) == 8


def test_boxes_that_start_their_pages_are_apart(make: Callable[[str], Composed]) -> None:
    look = "width: 100%, height: 60%, inset: 8pt, fill: rgb(255, 246, 236)"
    boxes = "#pagebreak()".join(f"#block({look})[*{name}*\n\n{BODY}\n\n{BODY}]" for name in ("合肥", "福州"))
    found = make(boxes).passages
    assert len({p.box_id for p in found if p.text == BODY}) == 2


def test_a_figure_in_a_frame_of_text_is_read_where_it_stands(make: Callable[[str], Composed]) -> None:
    """The bar with the title and what is said come before the boxes of the figure, what is said after them, after."""
    names = ("乡村产业", "乡村治理", "乡村服务")
    figure = ", ".join(f"rect(width: 90pt, height: 30pt, fill: white, stroke: blue, radius: 4pt)[{n}]" for n in names)
    bar = "#block(width: 100%, fill: blue, inset: 6pt)[#text(white)[专栏1　安吉：竹海的底座]]"
    inner = f"{BODY}\n\n#grid(columns: 3, gutter: 8pt, {figure})\n\n{BODY}"
    frame = f"#block(width: 100%, stroke: blue, fill: luma(248))[#set block(spacing: 0pt)\n{bar}#pad(8pt)[{inner}]]"
    found = make(f"= 实践\n{BODY * 4}\n{frame}").passages[2:]
    assert [p.text for p in found] == ["专栏1 安吉：竹海的底座", BODY, *names, BODY]


def test_a_card_with_one_line_under_others_is_a_card(make: Callable[[str], Composed]) -> None:
    tiers = [
        ("五星", "义乌、昆山、江阴、晋江"),
        (
            "四星",
            "诸暨、太仓、德清、乐清、宜兴、安吉、余姚、海宁、平湖、温岭、瑞安、永康、桐乡、张家港、嘉善、长兴、启东、海安、如皋、邳州、丹阳、扬中、句容",
        ),
    ]
    pill = "#box(fill: orange, radius: 4pt, inset: 4pt)[#text(white)[{}]] 得分靠前\n\n"
    cards = "\n".join(
        f"#block(width: 100%, fill: luma(240), radius: 6pt, inset: 8pt, above: 14pt)[{pill.format(name)}{cities}]"
        for name, cities in tiers
    )
    found = make(f"= 星级\n#set par(first-line-indent: 0em)\n{cards}\n\n{BODY * 3}").passages
    assert [p.text for p in found if p.text in {c for _, c in tiers}] == [c for _, c in tiers]
    assert "chart" not in {p.kind for p in found}
