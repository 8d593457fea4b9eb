"""Judgements that are set as headings: under the dimension's name, beside it, or over a text that opens with it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

import pytest

from extract.find import dimensions
from extract.model import Cell, Char, Grid, Passage, Section
from extract.reading import Reading
from schema.document import Document
from schema.source import Source
from tests.extract.dimensions.test_dimensions import shown

COUNTED = "指标体系由准入环境、服务效能、要素保障3个一级指标构成。"

PAPERS = {
    "a bold heading under the dimension's heading": (
        [COUNTED, "##（一）准入环境", "###开办时限大幅缩短，注销环节仍显繁琐", "各地推进登记改革。准入环境维度，深圳、广州位列前二。",
         "##（二）服务效能", "###网上办理基本普及，线下体验参差不齐", "服务效能是权重最高的维度。",
         "##（三）要素保障", "###融资渠道不断拓宽，用工难题有待破解", "企业普遍反映招工难。"],
        ["1 | 准入环境 | 开办时限大幅缩短，注销环节仍显繁琐 | ", "1 | 服务效能 | 网上办理基本普及，线下体验参差不齐 | ",
         "1 | 要素保障 | 融资渠道不断拓宽，用工难题有待破解 | "],
    ),
    "a heading of the same level right behind": (
        [COUNTED, "##准入环境", "##开办时限大幅缩短", "各地推进登记改革。", "##服务效能", "##网上办理基本普及", "平台建成。",
         "##要素保障", "##融资渠道不断拓宽", "贷款增长。"],
        ["1 | 准入环境 | 开办时限大幅缩短 | ", "1 | 服务效能 | 网上办理基本普及 | ", "1 | 要素保障 | 融资渠道不断拓宽 | "],
    ),
    "a line of its own": (
        [COUNTED, "##3.1 准入环境维度", "开办时限大幅缩短，注销环节仍显繁琐", "各地推进登记改革。", "##3.2 服务效能维度",
         "网上办理基本普及，线下体验参差不齐", "平台建成。", "##3.3 要素保障维度", "融资渠道不断拓宽，用工难题有待破解", "贷款增长。"],
        ["1 | 准入环境 | 开办时限大幅缩短，注销环节仍显繁琐 | ", "1 | 服务效能 | 网上办理基本普及，线下体验参差不齐 | ",
         "1 | 要素保障 | 融资渠道不断拓宽，用工难题有待破解 | "],
    ),
    "as many names of one kind as the title counts, a score under each": (
        ["#评估框架：“三力”模型", "[#供给力", "[登记、开放与治理的规模和质量", "|间", "[#流通力", "[交易、跨境与授权的活跃程度", "|间",
         "[#应用力", "[赋能产业与民生的深度", "|间", "#“三力”体检", "[#供给力", "[均值74.8", "[底数基本摸清，数据集仍然稀缺", "|间",
         "[#流通力", "[均值56.3", "[交易稳步起势，流通尚未破题", "|间", "[#应用力", "[均值61.9分", "[金融领域率先突破，门槛偏高"],
        ["1 | 供给力 | 底数基本摸清，数据集仍然稀缺 | ", "1 | 流通力 | 交易稳步起势，流通尚未破题 | ",
         "1 | 应用力 | 金融领域率先突破，门槛偏高 | "],
    ),
    "behind the name with a space": (
        [COUNTED, "##（一）准入环境 开办时限大幅缩短，注销环节仍显繁琐", "各地推进登记改革。", "##（二）服务效能 网上办理基本普及，线下体验参差不齐",
         "平台建成。", "##（三）要素保障 融资渠道不断拓宽，用工难题有待破解", "贷款增长。"],
        ["1 | 准入环境 | 开办时限大幅缩短，注销环节仍显繁琐 | ", "1 | 服务效能 | 网上办理基本普及，线下体验参差不齐 | ",
         "1 | 要素保障 | 融资渠道不断拓宽，用工难题有待破解 | "],
    ),
    "the name behind it": (
        [COUNTED, "##开办时限大幅缩短，注销环节仍显繁琐（准入环境）", "各地推进登记改革。", "##网上办理基本普及，线下体验参差不齐——服务效能维度",
         "平台建成。", "##融资渠道不断拓宽，用工难题有待破解（要素保障）", "贷款增长。"],
        ["1 | 准入环境 | 开办时限大幅缩短，注销环节仍显繁琐 | ", "1 | 服务效能 | 网上办理基本普及，线下体验参差不齐 | ",
         "1 | 要素保障 | 融资渠道不断拓宽，用工难题有待破解 | "],
    ),
    "over a text that opens with the dimension": (
        ["#三个维度：短板由“建”转向“用”", "##千兆与算力并进，区域布局仍不均衡", "网络设施维度，深圳、上海、北京位列前三。每万人基站数达42个。",
         "##归集基本完成，质量成为短板", "数据资源维度，杭州、济南排名前二。", "##一件事扩面提质，助老服务滞后", "惠民应用维度，上海居首。"],
        ["1 | 网络设施 | 千兆与算力并进，区域布局仍不均衡 | ", "1 | 数据资源 | 归集基本完成，质量成为短板 | ",
         "1 | 惠民应用 | 一件事扩面提质，助老服务滞后 | "],
    ),
    "over a text that opens with a counted dimension": (
        [COUNTED, "##1.开办时限大幅缩短，注销环节仍显繁琐", "在准入环境方面，各地推进登记改革。", "##2.网上办理基本普及，线下体验参差不齐",
         "服务效能指标反映平台建设情况。服务效能得分最高。", "##3.融资渠道不断拓宽，用工难题有待破解", "从要素保障维度看，贷款增长。"],
        ["1 | 准入环境 | 开办时限大幅缩短，注销环节仍显繁琐 | ", "1 | 服务效能 | - | ",
         "1 | 要素保障 | 融资渠道不断拓宽，用工难题有待破解 | "],
    ),
    # what says nothing of the dimension
    "the same headings under each": (
        [COUNTED, "##准入环境", "###总体情况", "各地推进登记改革，成效明显。", "###存在问题", "注销难。", "##服务效能", "###总体情况", "平台建成。",
         "##要素保障", "###总体情况", "贷款增长。"],
        ["1 | 准入环境 | - | ", "1 | 服务效能 | - | ", "1 | 要素保障 | - | "],
    ),
    "numbered sub-headings": (
        [COUNTED, "##准入环境", "###1.企业开办便利程度", "时限缩短。", "###2.注销便利程度", "环节减少。", "##服务效能", "###1.网上办理深度",
         "平台建成。", "##要素保障", "###1.获得信贷容易程度", "贷款增长。"],
        ["1 | 准入环境 | - | ", "1 | 服务效能 | - | ", "1 | 要素保障 | - | "],
    ),
    "judgements that are of no dimension": (
        ["##主要做法", "##统一标准，规范流程", "标准方面，各地制定规范。", "##集约建设，避免重复", "平台方面，全市一个平台。", "##公司运作，长效管理",
         "运营方面，成立公司。"],
        [],
    ),
    # a side index of the paper
    "aspects of another index": (
        ["从信息基础、城市治理、社会服务三个维度评价城市数字能力。", "*信息基础：千兆加速普及，算力成为焦点",
         "*城市治理：统管走向实战，减负仍需发力", "*社会服务：服务广泛覆盖，适老有待提升",
         "课题组从开放数量、数据质量、更新频率和利用成效四个方面测算公共数据开放指数，前30名见表3。"],
        ["1 | 信息基础 | 千兆加速普及，算力成为焦点 | ", "1 | 城市治理 | 统管走向实战，减负仍需发力 | ",
         "1 | 社会服务 | 服务广泛覆盖，适老有待提升 | "],
    ),
    "another index without words on either": (
        ["从信息基础、城市治理两个维度评价城市数字能力。", "从开放数量、数据质量两个方面测算公共数据开放指数。"],
        ["1 | 信息基础 | - | ", "1 | 城市治理 | - | ", "1 | 开放数量 | - | ", "1 | 数据质量 | - | "],
    ),
    "one of the dimensions without words": (
        ["从信息基础、城市治理、社会服务三个维度评价城市数字能力。", "*信息基础：千兆加速普及，算力成为焦点",
         "*城市治理：统管走向实战，减负仍需发力"],
        ["1 | 信息基础 | 千兆加速普及，算力成为焦点 | ", "1 | 城市治理 | 统管走向实战，减负仍需发力 | ", "1 | 社会服务 | - | "],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_judgements_in_headings(make_reading: Callable[..., Reading], name: str) -> None:
    lines, expected = PAPERS[name]
    assert [s.rpartition("|")[0] for s in shown(make_reading(lines))] == [s.rpartition("|")[0] for s in expected]


def placed(texts: Sequence[tuple[str, str, float, float]]) -> Reading:
    """A page of texts: kind, words, left, top. Each is one line in size 10; names of dimensions in size 12."""
    passages, sections = [], []
    number = count()
    for kind, words, x, y in texts:
        size = 12.0 if len(words) < 7 else 10.0
        chars = [
            Char(c, x + size * i, y, x + size * (i + 1), y + size, 1, size, "Song", False, 0, y)
            for i, c in enumerate(words)
        ]
        p = Passage(words, list(chars), kind=kind, id=f"p{next(number)}", size=size)  # type: ignore[arg-type]
        if kind == "heading":
            sections.append(Section(f"s{len(sections)}", None, 1, words, p, 0, 0, 1))
        p.section = sections[-1].id if sections else None
        passages.append(p)
    document = Document(id="x", page_count=1, sha256="0" * 64, text_layer="sound")
    return Reading(document, Source(), [], passages, sections, [], passages)


LABELS = ("网络设施", "数据资源", "惠民应用")
SAID = ("千兆与算力并进，区域布局仍不均衡", "归集基本完成，质量成为短板", "一件事扩面提质，助老服务滞后")
BODY = "六十强城市的平均水平较上年有所提高，差距仍然明显。"
EXPECTED = [f"1 | {n} | {s} | " for n, s in zip(LABELS, SAID, strict=True)]
TITLE = ("heading", "三个维度看能力", 50, 20)


def test_label_boxes_left_of_the_judgements() -> None:
    boxes = [("paragraph", n, 60, 120 + 100 * i) for i, n in enumerate(LABELS)]
    said = [
        (kind, words, 180, 105 + 100 * i + dy)
        for i, s in enumerate(SAID)
        for kind, words, dy in (("heading", s, 0), ("paragraph", BODY, 20))
    ]
    assert shown(placed([TITLE, *boxes, *said])) == EXPECTED


def test_label_boxes_among_the_judgements() -> None:
    rows = [
        t
        for i, (n, s) in enumerate(zip(LABELS, SAID, strict=True))
        for t in (("heading", n, 60, 120 + 60 * i), ("paragraph", s, 180, 121 + 60 * i))
    ]
    assert shown(placed([TITLE, *rows])) == EXPECTED


def test_boxes_of_a_figure() -> None:
    """The table lays out the dimensions; names and judgements stand in drawn boxes, no running text."""
    labels = [("chart", n, 60, 120 + 60 * i) for i, n in enumerate(LABELS)]
    said = [("chart", s, 180, 121 + 60 * i) for i, s in enumerate(SAID)]
    assert shown(placed([TITLE, *labels, *said])) == EXPECTED
    assert shown(placed([TITLE, *labels, *said[:2], ("chart", "2024年", 180, 241)])) == []


def test_cards_side_by_side() -> None:
    labels = [("heading", n, 50 + 250 * i, 100) for i, n in enumerate(LABELS)]
    said = [("paragraph", s, 50 + 250 * i, 130) for i, s in enumerate(SAID)]
    assert shown(placed([TITLE, *labels, *said])) == EXPECTED


def test_labels_of_anything_else() -> None:
    """No heading that speaks of dimensions, or of another number of them."""
    labels = [("heading", n, 50 + 250 * i, 100) for i, n in enumerate(LABELS)]
    said = [("paragraph", s, 50 + 250 * i, 130) for i, s in enumerate(SAID)]
    assert shown(placed([("heading", "三项主要做法", 50, 20), *labels, *said])) == []
    assert shown(placed([("heading", "五个维度看能力", 50, 20), *labels, *said])) == []


def labelled_cards(title: str, *, outside: str = "") -> Reading:
    """Cards with a labelled judgement in size 12 over a text in size 10, under a title; `outside` is joined to the last."""
    texts = [("heading", title, 50.0, 20.0)]
    for i, (n, s) in enumerate(zip(LABELS, SAID, strict=True)):
        texts += [("paragraph", BODY, 200, 130 + 90 * i), ("paragraph", f"{n}：{s}", 200, 100 + 90 * i)]
    reading = placed([*texts, ("heading", "苏州：以场景牵引破解治理难题", 50, 500)])
    for text in reading.texts[2:7:2]:
        text.chars = [replace(c, size=12.0) for c in text.chars if c]
    last = reading.texts[6]
    last.chars += [
        Char(c, 50 + 10 * i, 400, 60 + 10 * i, 410, 1, 10.0, "Song", False, 0, 400) for i, c in enumerate(outside)
    ]
    last.text += outside
    return reading


def test_labelled_judgements_on_cards() -> None:
    """They are set alike and otherwise than what explains them, as many as the title counts; no other label joins them."""
    assert shown(labelled_cards("三个维度看能力")) == EXPECTED
    assert shown(labelled_cards("三个维度看能力", outside="各维度中，数据资源的差异最大。")) == EXPECTED
    assert shown(labelled_cards("分维度观察")) == EXPECTED
    assert shown(labelled_cards("四个维度看能力")) == []
    assert shown(labelled_cards("三项主要做法")) == []


def test_a_label_with_two_judgements_is_unclear() -> None:
    labels = [("heading", n, 50 + 250 * i, 100) for i, n in enumerate(LABELS)]
    said = [("paragraph", s, 50 + 250 * min(i, 1), 130 + 20 * (i == 2)) for i, s in enumerate(SAID)]
    assert shown(placed([TITLE, *labels, *said])) == []


def table(cells: Sequence[Sequence[str]], width: float = 100) -> Grid:
    """A ruled table whose cells are `width` wide; lines of a cell are cut at /. Size 10."""

    def cell(row: int, column: int, words: str) -> Cell:
        chars: list[Char | None] = []
        for n, line in enumerate(words.split("/")):
            x, y = column * width + 4, row * 60 + 12 * n
            chars += [
                Char(c, x + 10 * i, y, x + 10 * i + 10, y + 10, 1, 10, "Song", False, 0, y) for i, c in enumerate(line)
            ]
        box = (column * width, row * 60, (column + 1) * width, row * 60 + 60)
        return Cell(words.replace("/", ""), chars, box)

    rows = [[cell(r, c, words) for c, words in enumerate(row)] for r, row in enumerate(cells)]
    return Grid(rows, [(1, (0, 0, 400, 400))], header_rows=1)


def names(grid: Grid, level: int) -> list[str]:
    document = Document(id="x", page_count=1, sha256="0" * 64, text_layer="sound")
    reading = Reading(document, Source(), [], [], [], [grid], [])
    return [d.name for d in dimensions.find(reading) if d.level == level]


def test_cells_that_list_several_indicators() -> None:
    grid = table(
        [
            ["一级指标", "二级指标"],
            ["准入环境", "企业开办/证照联办/注销便利"],
            ["要素保障", "获得信贷、用地用工、惠企政策直达"],
        ]
    )
    assert names(grid, 2) == ["企业开办", "证照联办", "注销便利", "获得信贷", "用地用工", "惠企政策直达"]


def test_cells_whose_names_wrap() -> None:
    grid = table([["一级指标", "二级指标"], ["准入环境", "企业全程网办/便利度"], ["服务效能", "线下窗口"]], 68)
    assert names(grid, 2) == ["企业全程网办便利度", "线下窗口"]
