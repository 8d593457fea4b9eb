"""Cards with little text, as on consultancies' slides: each is read whole, in its place, and is no picture."""

from collections.abc import Callable

import pytest

from extract.layout import Composed

PAGE = "#set page(width: 720pt, height: 405pt, margin: 30pt)\n#set par(first-line-indent: 0em, justify: false)\n"
BODY = "市里统一采购诊断服务，企业不出一分钱就能拿到改造方案，多数企业认为方案贴近实际，愿意继续投入。" * 2
LOOKS = {
    "filled": "fill: rgb(18, 58, 107), radius: 6pt",
    "ruled": "stroke: 0.7pt + gray",
    "pale": "fill: rgb(232, 240, 249)",
}
NUMBERS = [
    ("1.06", "万家", "累计完成免费诊断的企业"),
    ("83.5", "%", "规上工业企业数字化改造率"),
    ("73.8", "万台", "接入工业互联网的工程机械设备"),
]


def number(value: str, unit: str, name: str, look: str, *, above: bool = False, align: str = "center") -> str:
    color = "white" if look == "filled" else "black"
    large = f"#text(24pt, {color}, weight: 700)[{value}#text(12pt)[ {unit}]]"
    small = f"#text(9pt, {color})[{name}]"
    first, second = (small, large) if above else (large, small)
    return f"block(width: 100%, inset: 10pt, {LOOKS[look]})[#set align({align})\n{first}\n\n{second}]"


def passages(composed: Composed) -> list[tuple[str, str, int | None]]:
    return [(p.kind, p.text.replace(" %", "%"), p.box_id) for p in composed.passages]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("above", [False, True])
def test_numbers_in_a_row_stand_with_their_names(make: Callable[[str], Composed], look: str, above: bool) -> None:
    cards = ",".join(number(*n, look, above=above) for n in NUMBERS)
    found = passages(make(f"{PAGE}= 核心数据\n#grid(columns: (110pt,) * 3, gutter: 14pt, {cards})\n\n{BODY}"))
    pairs = [(v + u, n)[:: -1 if above else 1] for v, u, n in NUMBERS]
    assert [text for kind, text, box in found if box] == [text for pair in pairs for text in pair]
    assert [kind for kind, _, box in found if box] == ["paragraph"] * 6
    assert found[-1][1] == BODY


@pytest.mark.parametrize("look", LOOKS)
def test_numbers_down_a_side_stand_with_their_names(make: Callable[[str], Composed], look: str) -> None:
    cards = "#v(4pt)\n".join(f"#{number(*n, look)}\n" for n in NUMBERS)
    found = passages(make(f"{PAGE}= 城市画像\n#grid(columns: (128pt, 1fr), gutter: 20pt)[{cards}][{BODY}]"))
    assert [text for _, text, box in found if box] == [text for v, u, n in NUMBERS for text in (v + u, n)]
    assert [kind for kind, text, box in found if box or text == BODY] == ["paragraph"] * 7


def titled(title: str, text: str, fill: str) -> str:
    head = f"#text(13pt, weight: 700)[{title}]"
    return f"block(width: 100%, height: 110pt, inset: 8pt, fill: {fill})[{head}\n\n#text(10pt)[{text}]]"


TITLED = [
    ("标杆示范一批", "支持龙头企业建设智能工厂，最高资助2000万元"),
    ("链式带动一批", "由链主牵头，上下游企业使用同一套系统"),
    ("普惠上云一批", "面向小微企业发放服务券，先用后付"),
]


@pytest.mark.parametrize("gutter", ["4pt", "16pt"])
def test_titled_cards_near_each_other_are_no_picture(make: Callable[[str], Composed], gutter: str) -> None:
    fills = ("rgb(233, 240, 249)", "rgb(232, 245, 238)", "rgb(253, 241, 228)")
    cards = ",".join(titled(a, b, fill) for (a, b), fill in zip(TITLED, fills, strict=True))
    found = passages(make(f"{PAGE}= 三个一批\n#grid(columns: (96pt,) * 3, gutter: {gutter}, {cards})\n\n{BODY}"))
    assert [text for _, text, box in found if box] == [text for pair in TITLED for text in pair]
    assert {kind for kind, _, _ in found} == {"heading", "paragraph"}


def test_what_stands_between_two_cards_is_no_part_of_their_lines(make: Callable[[str], Composed]) -> None:
    cards = "[+]".join(f"{titled(*t, 'rgb(233, 240, 249)')}," for t in TITLED[:2]).replace("[+]", "[#text(20pt)[\\+]],")
    found = passages(
        make(f"{PAGE}= 双轮\n#grid(columns: (104pt, 12pt, 104pt), gutter: 4pt, align: horizon, {cards})\n\n{BODY}")
    )
    assert [text for _, text, box in found if box] == [text for pair in TITLED[:2] for text in pair]
    assert "+" in [text for _, text, _ in found]


def test_bars_with_their_values_stay_a_picture(make: Callable[[str], Composed]) -> None:
    bars = ",".join(
        f"align(bottom, rect(width: 60pt, height: {h}pt, fill: blue)[#text(9pt, white)[{h}]\n\n#text(7pt, white)[万台]])"
        for h in (60, 90, 120, 150)
    )
    found = make(f"{PAGE}= 设备规模\n{BODY}\n#grid(columns: (60pt,) * 4, gutter: 8pt, {bars})").passages
    assert all(p.box_id is None for p in found)
    assert {p.kind for p in found if p.text == "万台"} <= {"chart"}


def test_text_does_not_go_on_from_a_card_into_the_column_beside_it(make: Callable[[str], Composed]) -> None:
    bar = "船舶海工、高端纺织、新材料、电子信息、高端装备"
    boxes = "#v(3pt)\n".join(
        f"#block(width: 100%, inset: 8pt, fill: rgb(31, 95, 174))[#text(12pt, white, weight: 700)[{t}]\n\n#text(10pt, white)[{s}]]\n"
        for t, s in (("1个数据底座", "汇聚全市重点企业的生产与订单数据"), ("5大重点行业", bar))
    )
    found = passages(make(f"{PAGE}= 推进体系\n#grid(columns: (250pt, 1fr), gutter: 20pt)[{boxes}][{BODY}]"))
    assert [text for _, text, _ in found if text in (bar, BODY)] == [bar, BODY]
