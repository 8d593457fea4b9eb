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
