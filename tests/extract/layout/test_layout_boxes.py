"""Boxes of text are no pictures: cards side by side, boxes one under the other, headings with a rule or a bar."""

from collections.abc import Callable

import pytest

from extract.layout import Composed

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
