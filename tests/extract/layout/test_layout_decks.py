"""Slides as decks have them: bars and pills over text, arrows, panels, tabs, columns of few lines, timelines."""

from collections.abc import Callable

import pytest

from extract.layout import Composed
from extract.model import Laid

PAGE = "#set page(width: 720pt, height: 405pt, margin: 30pt)\n#set par(first-line-indent: 0em, justify: false)\n"
DARK, ORANGE = "rgb(18, 58, 107)", "rgb(224, 123, 0)"
TEXTS = [
    ("政策持续加码", "国务院印发指导意见，明确到2025年的目标，各地出台配套方案。"),
    ("需求快速增长", "网上办事用户突破九亿人，群众期待跨省通办，高频事项仍有堵点。"),
    ("技术日趋成熟", "大模型进入政务热线，回复时间明显缩短，部门共享意愿上升。"),
]
BODY = "市里统一采购诊断服务，企业不出一分钱就能拿到改造方案，多数企业认为方案贴近实际，愿意继续投入。"


def kinds(composed: Composed) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in composed.passages]


def bar(words: str, size: str = "11pt", **more: str) -> str:
    shape = ", ".join(f"{k.replace('_', '-')}: {v}" for k, v in {"inset": "5pt", "fill": DARK, **more}.items())
    return f"#box({shape})[#text({size}, white)[{words}]]"


@pytest.mark.parametrize("more", [{"width": "100%"}, {"radius": "8pt"}], ids=["bar", "pill"])
@pytest.mark.parametrize("fill", ["rgb(240, 244, 250)", "white"])
def test_light_words_on_a_dark_shape_head_the_text_under_it(make: Callable, more: dict[str, str], fill: str) -> None:
    cards = ",".join(
        f"block(width: 100%, height: 110pt, inset: 10pt, fill: {fill}, stroke: gray)[{bar(head, **more)}\n\n{text}]"
        for head, text in TEXTS
    )
    found = kinds(make(f"{PAGE}#text(20pt)[三大趋势]\n#grid(columns: 3, gutter: 14pt, {cards})\n\n{BODY}"))
    told = [(kind, text) for pair in TEXTS for kind, text in zip(("heading", "paragraph"), pair, strict=True)]
    assert found == [("heading", "三大趋势"), *told, ("paragraph", BODY)]


def test_a_bar_stands_over_the_title_of_its_card(make: Callable) -> None:
    cards = ",".join(
        f"block(width: 100%, stroke: gray)[{bar(city, '12pt', width='100%')}\n#pad(x: 8pt)[#text(12pt, fill: blue, weight: 700)[{title}]\n\n{BODY}]]"
        for city, title in (("武汉市", "开放与授权运营并重"), ("长沙市", "打通供需两端"))
    )
    found = make(f"{PAGE}#text(20pt)[城市案例]\n#grid(columns: 2, gutter: 14pt, {cards})").sections
    assert [(s.level, s.title) for s in found] == [
        (1, "武汉市"), (2, "开放与授权运营并重"), (1, "长沙市"), (2, "打通供需两端"),
    ]  # fmt: skip


@pytest.mark.parametrize("under", ["#text(9pt)[图1 总体架构]", "#v(-6pt)" + bar("城市数字底座", width="180pt")])
def test_boxes_of_a_diagram_are_no_headings(make: Callable, under: str) -> None:
    found = kinds(make(f"{PAGE}{BODY}\n\n{bar('城市运行中枢', width='180pt')}\n\n{under}\n\n#v(60pt)\n{BODY}"))
    assert ("heading", "城市运行中枢") not in found


def test_a_rubric_over_a_larger_title_is_no_heading(make: Callable) -> None:
    found = kinds(make(f"{PAGE}{BODY}\n\n{bar('城市故事·沈阳')}\n\n#text(18pt)[机床亮着灯]\n\n{BODY}"))
    assert [kind for kind, text in found if "故事" in text or "机床" in text] == ["paragraph", "heading"]


STEPS = [
    ("梳理事项", "按照群众视角梳理清单，明确牵头部门和配合部门。"),
    ("再造流程", "合并表单、减少材料，把串联审批改为并联审批。"),
    ("共享数据", "打通部门系统，能共享的材料一律不再提交。"),
    ("评价改进", "引入好差评，问题按月通报，限期整改到位。"),
]


def test_arrows_over_columns_are_read_with_their_columns(make: Callable) -> None:
    arrow = "polygon(fill: {fill}, (0pt, 0pt), (130pt, 0pt), (150pt, 20pt), (130pt, 40pt), (0pt, 40pt), (20pt, 20pt))"
    columns = ",".join(
        f"[#box(width: 150pt, height: 40pt)[#place({arrow.format(fill=DARK)})#place(center + horizon, text(12pt, white)[{head}])]\n\n#pad(x: 8pt)[{text}]]"
        for head, text in STEPS
    )
    body = f"#box(width: 420pt)[{BODY * 2}]"
    found = kinds(
        make(f"{PAGE}#text(20pt)[实施路径]\n#grid(columns: (150pt,) * 4, gutter: 6pt, {columns})\n#v(20pt)\n{body}")
    )
    told = [(kind, text) for pair in STEPS for kind, text in zip(("heading", "paragraph"), pair, strict=True)]
    assert found == [("heading", "实施路径"), *told, ("paragraph", BODY * 2)]


def test_the_part_named_beside_a_title_is_no_part_of_a_column(make: Callable) -> None:
    row = "#text(20pt, weight: 700)[专家观点]#place(top + right, dy: 4pt)[趋势建议]\n#v(24pt)\n"
    columns = f"#grid(columns: 2, gutter: 30pt)[{BODY * 2}][{BODY[:-1]}，规模由此扩大。]"
    texts = [text for _, text in kinds(make(f"{PAGE}{row}{columns}"))]
    assert texts == ["专家观点", "趋势建议", BODY * 2, f"{BODY[:-1]}，规模由此扩大。"]


@pytest.mark.parametrize("gap", ["10pt", "13pt"])
def test_columns_of_two_lines_close_to_each_other(make: Callable, gap: str) -> None:
    texts = [
        "整合各部门应用，推动服务事项向一个移动端集中，避免群众在多个应用之间来回切换。",
        "保留线下窗口，推出大字版和语音版，让老年人也能享受数字化带来的便利。",
    ]
    head = "[#text(13pt)[统一入口]]", "[#text(13pt)[适老改造]]"
    grid = f"#grid(columns: (300pt, 300pt), column-gutter: {gap}, row-gutter: 8pt, {head[0]}, {head[1]}, [{texts[0]}], [{texts[1]}])"
    found = [text for _, text in kinds(make(f"{PAGE}{BODY * 3}\n\n#v(20pt)\n{grid}"))]
    assert found[1:] == ["统一入口", texts[0], "适老改造", texts[1]]


TIMELINE = [
    ("2019.08", "国务院办公厅", "《关于进一步激发文化和旅游消费潜力的意见》"),
    ("2020.11", "文化和旅游部等", "《关于深化“互联网+旅游”推动旅游业发展的意见》"),
    ("2021.12", "国务院", "《“十四五”旅游业发展规划》"),
    ("2024.05", "文化和旅游部办公厅", "《智慧旅游创新发展行动计划》"),
]


def test_a_timeline_is_read_date_by_date(make: Callable) -> None:
    columns = ",".join(f"[#text(12pt)[{d}]\n\n{who}\n\n{title}]" for d, who, title in TIMELINE)
    found = kinds(
        make(
            f"{PAGE}#text(20pt)[政策脉络]\n#grid(columns: (110pt,) * 4, gutter: 12pt, {columns})\n#v(30pt)\n{BODY * 2}"
        )
    )
    assert [text for _, text in found[1:-1]] == [text for column in TIMELINE for text in column]


@pytest.mark.parametrize(("ground", "card"), [("rgb(245, 246, 252)", "white"), ("white", "rgb(240, 244, 250)")])
def test_a_timeline_of_cards_is_read_card_by_card(make: Callable, ground: str, card: str) -> None:
    """A line with circles over white cards on a tinted page, each with its shadow: date, title, who and number, a pill."""
    dot = "place(top, dx: 10pt, dy: -22pt, circle(radius: 6pt, fill: white, stroke: blue))"
    shadow = "place(top, dx: -6pt, dy: -5pt, rect(width: 162pt, height: 172pt, fill: rgb(42, 47, 106, 28)))"
    pill = "box(fill: rgb(233, 233, 255), radius: 6pt, inset: 4pt)[#text(8pt)[{}方向]]"
    cards = ",".join(
        f"[#{dot}#{shadow}#place(top, rect(width: 150pt, height: 160pt, radius: 6pt, fill: {card}))#pad(12pt)[#text(16pt, weight: 700)[{d}]\n\n#text(11pt)[{title}]\n\n#text(9pt)[{who}]\n\n#{pill.format(d[:4])}]]"
        for d, who, title in TIMELINE
    )
    line = "#v(10pt)#line(length: 100%, stroke: 2pt + blue)#v(10pt)"
    body = "#v(50pt)\n" + BODY
    found = kinds(
        make(
            f"{PAGE}#set page(fill: {ground})\n#text(20pt)[政策脉络]\n{line}#grid(columns: (150pt,) * 4, gutter: 18pt, {cards})\n{body}"
        )
    )
    told = [x for d, who, title in TIMELINE for x in (d, title, who, f"{d[:4]}方向")]
    assert [text for _, text in found] == ["政策脉络", *told, BODY]
    assert "chart" not in {kind for kind, _ in found}


def test_a_sentence_goes_on_though_something_stands_further_right(make: Callable) -> None:
    text = (
        "与2021年相比，城市平均得分提高3.1分，东部地区平均得分74.2分，中部地区66.8分，西部地区62.5分，差距进一步缩小。"
    )
    found = [t for _, t in kinds(make(f"{PAGE}#place(top + right)[数字看变化]\n#v(40pt)\n#box(width: 560pt)[{text}]"))]
    assert text in found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“充分发挥海量数据和丰富应用场景优势，促进数字技术与实体经济深度融合，催生新产业”", "《“十四五”数字经济发展规划》。"),
        ("加快建设算力网络、千兆光网和数据中心，到2025年实现重点场所全覆盖和全时可用。", "设立数字经济基金，支持企业上云。"),
    ],
)  # fmt: skip
def test_what_follows_a_whole_sentence_is_no_part_of_it(make: Callable, first: str, second: str) -> None:
    found = [t for _, t in kinds(make(f"{PAGE}#box(width: 640pt)[{first}\\ {second}]\n\n#v(30pt)\n{BODY * 3}"))]
    assert first in found and second in found


def page(part: int, tabs: list[str]) -> str:
    boxes = "".join(
        f"#place(dx: -30pt, dy: {60 * k}pt, box(width: 50pt, height: 40pt, fill: {DARK if k == part else 'luma(230)'})[#text(8pt, {'white' if k == part else 'black'})[{tab}]])\n"
        for k, tab in enumerate(tabs)
    )
    return f"{boxes}#pad(left: 60pt)[#text(18pt)[第{'一二三四五六'[part]}讲]\n\n{BODY * (part + 2)}]\n#pagebreak()\n"


def test_tabs_down_the_side_are_no_text(lay: Callable[[str], list[Laid]]) -> None:
    tabs = ["评估背景", "总体结果", "分项表现", "城市案例", "对策建议"]
    texts = [line.text for p in lay(PAGE + "".join(page(k, tabs) for k in range(5))) for line in p.lines]
    assert not set(tabs) & set(texts)
    assert sum("讲" in text for text in texts) == 5


def test_words_at_the_side_of_two_pages_stay(lay: Callable[[str], list[Laid]]) -> None:
    tabs = ["评估背景", "总体结果", "分项表现"]
    texts = [line.text for p in lay(PAGE + "".join(page(k, tabs) for k in range(2))) for line in p.lines]
    assert texts.count("总体结果") == 2


def test_sources_at_the_foot_come_last(make: Callable) -> None:
    columns = f"#grid(columns: 2, gutter: 30pt)[#text(14pt)[厦门]\n\n一码通办\n\n惠及民生][{BODY * 4}]"
    foot = "#place(bottom + left, text(8pt)[资料来源：调研整理])"
    found = kinds(make(f"{PAGE}#text(20pt)[城市案例]\n\n{columns}\n{foot}"))
    assert found[-1] == ("source", "资料来源：调研整理")
