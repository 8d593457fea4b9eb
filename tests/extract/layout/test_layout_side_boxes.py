"""Slides of cards with a box at their left, icons over columns of text, numbers with what they count, diagrams of boxes."""

from collections.abc import Callable

import pytest

from extract.layout import Composed

PAGE = "#set page(width: 720pt, height: 405pt, margin: 30pt)\n#set par(first-line-indent: 0em, justify: false)\n"
BODY = "市里统一采购诊断服务，企业不出一分钱就能拿到改造方案，多数企业认为方案贴近实际，愿意继续投入。" * 2
CARDS = [
    ("底座", "统一算力调度", "打通市区两级算力平台，闲时资源统一出租给中小企业使用。"),
    ("数据", "开放共享提速", "公共数据目录按季度更新，企业可在线申请并查看审批进度。"),
    ("场景", "揭榜挂帅成常态", "每年发布两批场景清单，由企业揭榜、专家评审、财政后补。"),
    ("生态", "人才持续集聚", "校企共建实训基地，每年培养数字化转型服务人员两千名。"),
]


def side(label: str, title: str, text: str, *, gap: str, nested: bool) -> str:
    said = f"#text(11pt, weight: 700)[{title}]\n\n#text(9pt)[{text}]"
    name = f"#align(center + horizon, text(14pt, white, weight: 700)[{label}])"
    dark, pale = "rgb(11, 37, 69)", "rgb(238, 244, 246)"
    if nested:
        left = f"#place(left + top, rect(width: 60pt, height: 80pt, fill: {dark})[{name}])"
        return f"rect(width: 310pt, height: 80pt, fill: {pale}, inset: 0pt)[{left}#pad(left: 70pt, right: 10pt, y: 10pt)[{said}]]"
    boxes = (
        f"rect(width: 60pt, height: 80pt, fill: {dark})[{name}], rect(width: 250pt, height: 80pt, fill: {pale})[{said}]"
    )
    return f"grid(columns: 2, column-gutter: {gap}, {boxes})"


@pytest.mark.parametrize(("gap", "nested"), [("0pt", False), ("6pt", False), ("0pt", True)])
def test_a_box_at_the_left_of_a_card_is_read_before_it(make: Callable[[str], Composed], gap: str, nested: bool) -> None:
    cards = ", ".join(side(*c, gap=gap, nested=nested) for c in CARDS)
    found = make(f"{PAGE}= 四大抓手\n#grid(columns: 2, gutter: 14pt, {cards})\n\n{BODY}").passages
    assert [p.text for p in found[1:-1]] == [text for card in CARDS for text in card]


def test_boxes_at_the_left_of_untitled_cards_are_no_figure(make: Callable[[str], Composed]) -> None:
    rows = ", ".join(
        f"rect(width: 60pt, height: 70pt, fill: rgb(11, 37, 69))[#text(14pt, white)[{name}]], rect(width: 570pt, height: 70pt, fill: rgb(246, 248, 250))[{BODY}]"
        for name in ("挑战", "方案", "成效")
    )
    found = make(f"{PAGE}= 地方实践\n#grid(columns: 2, gutter: 4pt, {rows})").passages
    wanted = [
        ("heading", "挑战"),
        ("paragraph", BODY),
        ("heading", "方案"),
        ("paragraph", BODY),
        ("heading", "成效"),
        ("paragraph", BODY),
    ]
    assert [(p.kind, p.text) for p in found[1:]] == wanted


def test_a_numbered_card_is_headed_by_its_title(make: Callable[[str], Composed]) -> None:
    numbered = [(f"0{k}", *card[1:]) for k, card in enumerate(CARDS, 1)]
    cards = ", ".join(side(*c, gap="0pt", nested=True) for c in numbered)
    found = make(f"{PAGE}= 四大抓手\n#grid(columns: 2, gutter: 14pt, {cards})\n\n{BODY}").passages
    titles = [p for p in found if p.kind == "heading"]
    assert [p.text for p in titles] == ["四大抓手", *(f"{n} {title}" for n, title, _ in numbered)]
    assert {p.level for p in titles[1:]} == {(titles[0].level or 0) + 1}


def test_cards_as_wide_as_each_other_are_no_boxes_of_one(make: Callable[[str], Composed]) -> None:
    cards = ", ".join(
        f"rect(width: 160pt, height: 90pt, fill: rgb(238, 244, 246))[#text(12pt, weight: 700)[{title}]\n\n{text}]"
        for _, title, text in CARDS
    )
    found = make(f"{PAGE}= 四大抓手\n#grid(columns: 4, {cards})\n\n{BODY}").passages
    assert [p.text for p in found[1:-1]] == [text for _, *card in CARDS for text in card]


ICONS = [
    ("一码通行", "打通交通、文旅、医疗等领域的身份凭证，市民亮码即可通行，全程不用再带实体卡。"),
    ("一屏统览", "汇聚城市运行指标，对内涝、燃气、桥隧等风险实行分级预警。"),
    ("一网协同", "重构跨部门事件流转规则，一般事件处置时长压缩近半，群众满意度稳步提升。"),
]


@pytest.mark.parametrize("gutter", ["40pt", "110pt"])
def test_text_under_icons_is_read_column_by_column(make: Callable[[str], Composed], gutter: str) -> None:
    columns = ", ".join(
        f"align(center)[#text(30pt)[{sign}]\n\n#text(16pt, weight: 700)[{name}]\n\n{text}]"
        for sign, (name, text) in zip("▣◉▲", ICONS, strict=True)
    )
    found = make(f"{PAGE}= 三个一\n#grid(columns: (130pt,) * 3, gutter: {gutter}, {columns})\n\n{BODY}").passages
    told = [p.text for p in found if p.text not in "▣◉▲"]
    assert told[1:-1] == [text for pair in ICONS for text in pair]


def test_words_under_a_number_are_no_heading_though_as_large_as_text(make: Callable[[str], Composed]) -> None:
    numbers = [
        ("78%", "已出台专项方案的城市占比"),
        ("1.26万个", "累计登记的公共数据产品"),
        ("4.7倍", "授权运营收入增长"),
    ]
    cards = ", ".join(
        "rect(width: 150pt, height: 90pt, fill: rgb(238, 244, 246))"
        f"[#align(center)[#text(26pt, weight: 700)[{n}]\n\n#text(10pt, rgb(51, 65, 85))[{name}]]]"
        for n, name in numbers
    )
    found = make(f"{PAGE}= 核心发现\n#grid(columns: 3, gutter: 14pt, {cards})\n\n{BODY}").passages
    assert [(p.kind, p.text) for p in found[1:-1]] == [("paragraph", t) for pair in numbers for t in pair]


def test_a_centred_line_that_ends_in_a_particle_goes_on(read: Callable[[str], list[tuple[str, str]]]) -> None:
    words = r"样本城市登记的 \ 公共数据产品数量"
    card = f"#rect(width: 150pt, height: 90pt, fill: rgb(238, 244, 246))[#align(center)[#text(26pt)[120个]\n\n{words}]]"
    found = read(f"{PAGE}= 核心发现\n{card}\n\n{BODY}")
    assert "样本城市登记的公共数据产品数量" in [text for _, text in found]


def test_a_document_number_on_a_line_of_its_own_stands_by_itself(read: Callable[[str], list[tuple[str, str]]]) -> None:
    lines = r"国家发展改革委等4部门 \ 发改数据〔2024〕660号 \ 以城市为载体全域推进"
    found = read(f"{PAGE}= 政策\n#align(center)[{lines}]\n\n{BODY}")
    assert ("paragraph", "发改数据〔2024〕660号") in found


LAYERS = [
    ["五场景", "智能制造", "产业招商", "政务服务"],
    ["两中枢", "数据中枢", "运行中枢"],
    ["一底座", "城市数字底座"],
]


def diagram(caption: str) -> str:
    def box(text: str, width: float) -> str:
        return f"rect(width: {width}pt, height: 44pt, fill: rgb(11, 37, 69), text(12pt, white, weight: 700)[{text}])"

    rows = "\n\n".join(
        "#grid(columns: {}, gutter: 14pt, {})".format(
            len(layer), ", ".join(box(t, 70 if i == 0 else 240 / len(layer)) for i, t in enumerate(layer))
        )
        for layer in LAYERS
    )
    return f"#grid(columns: (370pt, 1fr), gutter: 20pt)[{rows}\n\n#align(center)[#text(8pt)[{caption}]]][{BODY}]"


def test_boxes_over_a_figures_caption_are_that_figure(make: Callable[[str], Composed]) -> None:
    found = make(f"{PAGE}= 总体架构\n{diagram('图3 某市总体架构')}").passages
    charts = [p for p in found if p.kind == "chart"]
    assert [p.text for p in charts] == [text for layer in LAYERS for text in layer]
    assert {p.label for p in charts} == {"图3"}
    assert [p.text for p in found if p.kind == "paragraph"] == [BODY]


def test_boxes_over_other_words_are_no_figure(make: Callable[[str], Composed]) -> None:
    found = make(f"{PAGE}= 总体架构\n{diagram('某市总体架构')}").passages
    assert not any(p.label for p in found)
