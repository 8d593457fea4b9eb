"""Numbers alone on their lines, named by the words over, under or beside them."""

from collections.abc import Callable

import pytest
import typst

from extract.find import measurements
from extract.paper import read_paper
from extract.reading import Reading
from extract.words import lexicon, pattern

# (lines of cards, "value unit subject" of each number)
CARDS = [
    (["[2.4万家次", "[累计服务企业"], ["24000 家 累计服务企业"]),
    (["[累计服务企业", "[2.4万家"], ["24000 家 累计服务企业"]),
    (["[治理成效", "[98.5%", "[事件按期办结率"], ["0.985 比重 事件按期办结率"]),
    (
        ["[2023年产业规模", "[1.2万亿元", "|间", "[37%", "[同比增长"],
        ["1200000000000 元 2023年产业规模", "0.37 增长率 同比增长"],
    ),
    (["[智能制造示范车间", "[268家", "[全省第一"], ["268 家 智能制造示范车间"]),
    # what the label goes on to compare with is another number
    (
        ["[68.5分", "[50城综合指数均值较上年提高2.3分"],
        ["68.5 分 50城综合指数均值", "2.3 分 50城综合指数均值较上年提高"],
    ),
    (["[78%", "[专项方案出台率（同比上升6个百分点）"], ["0.78 比重 专项方案出台率", "6 百分点 同比上升"]),
    # the label of another card is not its own
    (["[120个", "|间", "[示范项目", "[35家"], ["120 个 None", "35 家 示范项目"]),
]


REMARKS = lexicon("measurements")["remark"]


@pytest.mark.parametrize(("text", "wanted"), [(t, True) for t in REMARKS["yes"]] + [(t, False) for t in REMARKS["no"]])
def test_remarks(text: str, *, wanted: bool) -> None:
    assert bool(pattern("measurements", "remark").search(text)) is wanted


def shown(reading: Reading) -> list[str]:
    return [f"{m.value:.15g} {m.unit} {m.subject}" for m in measurements.find(reading)]


@pytest.mark.parametrize(("lines", "wanted"), CARDS)
def test_a_number_in_a_box_is_named_in_its_box(
    make_reading: Callable[..., Reading], lines: list[str], wanted: list[str]
) -> None:
    assert shown(make_reading(lines)) == wanted


def test_a_period_in_the_label_is_the_numbers(make_reading: Callable[..., Reading]) -> None:
    (found,) = measurements.find(make_reading(["[43.8万亿元", "[2023年我国产业数字化规模"]))
    assert (found.period, [e.text for e in found.evidence]) == ("2023年", ["43.8万亿元", "2023年我国产业数字化规模"])


NUMBERS = [
    ("1.06", "万家", "累计完成免费诊断的企业"),
    ("83.5", "%", "规上企业改造率"),
    ("268", "家", "智能制造示范车间"),
]
WANTED = ["10600 家 累计完成免费诊断的企业", "0.835 比重 规上企业改造率", "268 家 智能制造示范车间"]
BODY = "市里统一采购诊断服务，企业不出一分钱就能拿到改造方案，多数企业认为方案贴近实际，愿意继续投入。" * 3


@pytest.mark.parametrize("align", ["left", "center"])
@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize("down", [False, True])
def test_numbers_without_boxes_are_named_by_what_stands_in_line(align: str, above: bool, down: bool) -> None:
    cells = []
    for value, unit, name in NUMBERS:
        large, small = f"#text(26pt, weight: 700)[{value}#text(13pt)[{unit}]]", f"#text(10pt)[{name}]"
        first, second = (small, large) if above else (large, small)
        cells.append(f"block[#set align({align})\n{first}\\\n{second}]")
    columns = "(190pt,)" if down else "(190pt,) * 3"
    source = f"""#set page(width: 720pt, height: 405pt, margin: 30pt)
#set text(font: "Noto Sans CJK SC", size: 12pt, lang: "zh")
= 核心数据
#grid(columns: {columns}, gutter: 24pt, {",".join(cells)})
{BODY}
"""
    assert shown(read_paper(typst.compile(source.encode()))) == WANTED


def test_a_number_at_the_end_of_its_row_is_named_at_the_start() -> None:
    rows = "\n".join(
        f"#block(width: 420pt)[#text(11pt)[{name}] #h(1fr) #text(22pt, weight: 700)[{value}{unit}]]"
        for value, unit, name in NUMBERS
    )
    source = f"""#set page(width: 720pt, height: 405pt, margin: 30pt)
#set text(font: "Noto Sans CJK SC", size: 12pt, lang: "zh")
= 核心数据
{rows}
{BODY}
"""
    assert shown(read_paper(typst.compile(source.encode()))) == WANTED
