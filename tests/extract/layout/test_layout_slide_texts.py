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
