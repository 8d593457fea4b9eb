"""Texts of slides that stand apart: small pills over larger text, sentences under the shorter panel, lists in rows."""

from collections.abc import Callable

import pytest

from extract.layout import Composed
from extract.layout.blocks import Block
from extract.layout.joining import rejoined_over_breaks
from extract.model import Laid

PAGE = "#set page(width: 720pt, height: 405pt, margin: 30pt)\n#set par(first-line-indent: 0em, justify: false)\n"
BODY = "市政府办公室印发三年行动计划，按照统一规划归并系统，各部门不再单独立项建设展示大屏，新增需求由专班集中评审。"


def pill(words: str) -> str:
    return f"#box(fill: rgb(23, 70, 107), radius: 3pt, inset: 4pt)[#text(8pt, white)[{words}]]"


@pytest.mark.parametrize("size", [9, 13])
def test_a_pill_heads_the_text_under_it_also_where_that_is_larger(make: Callable[[str], Composed], size: int) -> None:
    card = f"{pill('主要做法')}\n\n#text({size}pt)[{BODY}]\n\n{pill('工作成效')}\n\n#text({size}pt)[{BODY}]"
    cards = ", ".join(f"rect(width: 310pt, height: 250pt, fill: rgb(246, 248, 250))[{card}]" for _ in "12")
    found = make(f"{PAGE}= 地方实践\n#grid(columns: 2, gutter: 20pt, {cards})").passages
    wanted = [("heading", "主要做法"), ("paragraph", BODY), ("heading", "工作成效"), ("paragraph", BODY)]
    assert [(p.kind, p.text) for p in found[1:]] == wanted * 2


def test_a_pill_over_a_title_is_its_rubric(make: Callable[[str], Composed]) -> None:
    found = make(f"{PAGE}{pill('城市故事')}\n\n#text(18pt, weight: 700)[机床亮着灯]\n\n{BODY * 3}").passages
    assert [(p.kind, p.text) for p in found[:2]] == [("paragraph", "城市故事"), ("heading", "机床亮着灯")]


def panel(rows: int, first: int) -> str:
    cells = "".join(f"[{first + n}], [第{first + n}市], [{90 - first - n}.5]," for n in range(rows))
    rule = "stroke: (x, y) => (top: 0.5pt + gray, bottom: 0.5pt + gray)"
    return f"#table(columns: (1fr, 2fr, 1fr), align: center, {rule}, [位次], [城市], [得分], {cells})"


def test_sentences_under_the_shorter_panel_of_a_table_are_read(make: Callable[[str], Composed]) -> None:
    left = f"{panel(6, 1)}\n#text(11pt)[{BODY}]"
    found = make(f"{PAGE}#grid(columns: 2, column-gutter: 20pt, [{left}], [{panel(12, 7)}])").passages
    assert [p.text for p in found if p.kind == "paragraph"] == [BODY]


LISTS = ["襄阳、株洲、湘潭、常德、九江、黄石、岳阳、荆州", "上饶、衡阳、荆门、鹰潭、孝感、宜春、益阳、咸宁"]


def test_lists_in_the_rows_of_a_figure_stay_apart(lay: Callable[[str], list[Laid]]) -> None:
    first, label, second = lay(f"{PAGE}{LISTS[0]}\n\n第二梯队\n\n#v(20pt)\n{LISTS[1]}")[0].lines
    blocks = [
        Block([line], line.box[0], line.box[2], kind=kind)
        for line, kind in ((first, "paragraph"), (label, "chart"), (second, "paragraph"))
    ]
    assert [b.text for b in rejoined_over_breaks(blocks)] == [LISTS[0], "第二梯队", LISTS[1]]


ICON = "#box(width: 30pt, height: 30pt)[#place(polygon(fill: blue, (0pt, 30pt), (15pt, 0pt), (30pt, 30pt)))#place(dx: 10pt, dy: 15pt, circle(radius: 5pt, fill: white))]"


def test_a_card_with_an_icon_is_no_figure(make: Callable[[str], Composed]) -> None:
    names = ("通信网络", "算力设施", "数据平台")
    card = "rect(width: 200pt, height: 170pt, radius: 6pt, stroke: gray)[{}\n\n#text(13pt, weight: 700)[{}]\n\n{}]"
    cards = ", ".join(card.format(ICON, name, BODY) for name in names)
    found = make(f"{PAGE}= 三大设施\n#grid(columns: 3, gutter: 14pt, {cards})\n\n{BODY}").passages
    wanted = [x for name in names for x in (("heading", name), ("paragraph", BODY))]
    assert [(p.kind, p.text) for p in found[1:]] == [*wanted, ("paragraph", BODY)]


def test_a_panel_with_drawn_bullets_is_a_list(make: Callable[[str], Composed]) -> None:
    listed = ["完善制度规范，明确权责", "培育多元主体，繁荣应用", "强化安全保障，守住底线"]
    items = "\n\n".join(f"#box(circle(radius: 2pt, fill: black)) #h(4pt) {x}" for x in listed)
    side = f"rect(width: 200pt, height: 150pt, fill: rgb(232, 241, 250))[#text(13pt, weight: 700)[延伸阅读]\n\n{items}]"
    found = make(f"{PAGE}= 对策\n#grid(columns: (1fr, 200pt), gutter: 20pt, [{BODY * 3}], {side})").passages
    told = [(p.kind, p.text) for p in found[2:]]
    assert told == [("heading", "延伸阅读"), *(("list_item", x) for x in listed)]


@pytest.mark.parametrize("asked", ["城市数据从哪里来？", "成效如何评价？"])
def test_the_letter_of_a_question_is_put_before_it(read: Callable[[str], list[tuple[str, str]]], asked: str) -> None:
    def row(letter: str, text: str) -> str:
        return f"#grid(columns: (24pt, 1fr), gutter: 12pt, rect(width: 24pt, fill: blue)[#text(white)[{letter}]], pad(top: 5pt)[{text}])\n"

    found = read(f"{PAGE}= 问答\n{row('Q', asked)}{row('A', BODY)}#v(20pt)\n{row('Q', asked)}{row('A', BODY)}")
    assert [t for _, t in found[1:]] == [f"Q {asked}", f"A {BODY}"] * 2


PULLED = "各部门不再单独立项建设展示大屏，新增需求由专班集中评审"


@pytest.mark.parametrize("words", [PULLED, "“企业不出一分钱就能拿到改造方案”"])
def test_a_sentence_set_large_is_no_title(read: Callable[[str], list[tuple[str, str]]], words: str) -> None:
    found = read(f"{PAGE}= 改革\n#grid(columns: (400pt, 1fr), gutter: 30pt, [{BODY * 3}], text(18pt, blue)[{words}])")
    assert [k for k, t in found if t == words] == ["paragraph"]


def test_a_title_whose_words_the_text_repeats_is_one(read: Callable[[str], list[tuple[str, str]]]) -> None:
    words = "三年行动计划按照统一规划归并系统"
    found = read(f"{PAGE}= 改革\n#text(18pt, blue)[{words}]\n\n{words}，{BODY}")
    assert ("heading", words) in found
