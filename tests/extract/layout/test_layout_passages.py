"""Lines to paragraphs, list items, captions, notes: what belongs together, and what does not."""

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]

A = "数字经济已成为推动城市高质量发展的重要引擎，2021年全市数字经济核心产业增加值达到1.2万亿元，同比增长16.2%。"
B = "根据《中共中央 国务院关于构建数据基础制度更好发挥数据要素作用的意见》的部署，各地加快建设IDC数据中心。"
C = "以Apache Flink为代表的流计算引擎（Stream Processing）被广泛采用，平台累计注册用户超过1200万人。"

STYLES = {
    "indented": "",
    "block": "#set par(first-line-indent: 0em, justify: false, leading: 7pt, spacing: 16pt)\n",
    "loose": "#set par(leading: 16pt, spacing: 16pt)\n",
    "sans": '#set text(font: "Noto Sans CJK SC", size: 12pt)\n',
}


@pytest.mark.parametrize("style", STYLES)
def test_paragraphs(read: Read, style: str) -> None:
    assert read(STYLES[style] + "\n\n".join((A, B, C))) == [("paragraph", t) for t in (A, B, C)]


LISTS = [
    ("● {}", "●"), ("• {}", "•"), ("➤ {}", "➤"), ("✓ {}", "✓"), ("■ {}", "■"), ("◆ {}", "◆"), ("– {}", "–"),
    ("（{n}）{}", "（{n}）"), ("{n}）{}", "{n}）"), ("{c}{}", "{c}"), ("{h}是{}", "{h}是"), ("{n}. {}", "{n}."),
]  # fmt: skip


@pytest.mark.parametrize(("form", "marker"), LISTS)
def test_list_items(make: Callable, form: str, marker: str) -> None:
    names = [{"n": i + 1, "h": "一二三"[i], "c": "①②③"[i]} for i in range(3)]
    texts = [form.format(t, **k) for t, k in zip((A, B, C), names, strict=True)]
    source = "\n\n".join(t.replace(". ", "\\. ") for t in ("下面是三项：", *texts, A))
    found = make(source).passages
    assert [(p.kind, p.text) for p in found][1:4] == [("list_item", t) for t in texts]
    assert [p.marker for p in found[1:4]] == [marker.format(**k) for k in names]
    assert (found[4].kind, found[4].text) == ("paragraph", A)


def test_items_in_a_sentence_stay_in_it(read: Read) -> None:
    text = "本市做了三件事：一是建设平台，汇聚数据三千余项；二是打通系统，共享部门八十六个；三是培育企业，新增产值三百亿元；"
    assert read(text * 3) == [("paragraph", text * 3)]


def test_hanging_list(read: Read) -> None:
    source = f"#set par(first-line-indent: 0em)\n#enum([{A}], [{B}])"
    assert [t for _, t in read(source)] == [f"1. {A}", f"2. {B}"]


def test_quoted_title_is_not_cut_by_a_line(read: Read) -> None:
    assert [t for _, t in read(f"各地{B}{B}{B}")] == [f"各地{B}{B}{B}"]


def test_wrapped_address_has_no_space(read: Read) -> None:
    address = "https://www.example.gov.cn/2023-07/13/c_1690898363806525_1690898363806525_index.htm"
    (found,) = read(
        f"#set text(hyphenate: false)\n#show link: it => it.body\n参见该网站所载的全文，地址为{address}，可下载。"
    )
    assert address in found[1]


CAPTIONS = [
    ("图1 中国城市数字化转型主要政策", "图1"),
    ("图 3-1 总体架构", "图3-1"),
    ("表2：各省数字经济规模", "表2"),
    ("图表3 2020年各省得分", "图表3"),
    ("Figure 2 Smart city", "图2"),
    ("附图1 测算框架", "附图1"),
    ("（续）表1 百强榜", "表1"),
    ("续表4 百强榜", "表4"),
]


@pytest.mark.parametrize(("caption", "label"), CAPTIONS)
def test_captions(make: Callable, caption: str, label: str) -> None:
    source = f"{A}\n\n#align(center)[#rect(width: 150pt, height: 60pt, fill: blue)\n#text(9pt)[{caption}]]\n\n#text(9pt)[数据来源：样例研究院]\n\n{B}"
    found = make(source).passages
    assert [p.kind for p in found] == ["paragraph", "caption", "source", "paragraph"]
    assert [p.label for p in found] == [None, label, label, None]


@pytest.mark.parametrize(
    "text",
    [
        "图1显示，各地的差距在缩小，其中东部地区的得分最高。",
        "表2中的数据来自各省统计局，按当年价格计算。",
        "如图3所示，得分逐年上升。",
    ],
)
def test_sentences_on_figures_are_no_captions(read: Read, text: str) -> None:
    assert read(text) == [("paragraph", text)]


def test_labels_of_a_chart_do_not_break_a_paragraph(make: Callable) -> None:
    bars = "".join(
        f"#place(dx: {30 + 40 * i}pt, dy: {70 - h}pt, rect(width: 16pt, height: {h}pt, fill: blue))"
        f"#place(dx: {26 + 40 * i}pt, dy: 74pt, text(7pt)[{n}])#place(dx: {32 + 40 * i}pt, dy: {60 - h}pt, text(7pt)[{h}])"
        for i, (n, h) in enumerate([("华东", 40), ("华南", 52), ("华北", 31), ("西部", 18)])
    )
    chart = f"#place(top + center, float: true)[#box(width: 220pt, height: 90pt)[#align(left)[{bars}]] #linebreak() #text(9pt)[图1 各地得分]]"
    found = make(f"{A * 5}\n\n{chart}{B * 6}").passages
    assert [p.text for p in found if p.kind == "paragraph"] == [A * 5, B * 6]
    assert {p.text for p in found if p.kind == "chart"} == {"华东", "华南", "华北", "西部", "40", "52", "31", "18"}
    assert {p.label for p in found if p.kind == "chart"} == {"图1"}


def test_framed_passages(make: Callable) -> None:
    found = make(f"{A}\n\n#rect(width: 100%, inset: 10pt)[*专栏1 城市大脑*\n\n{B}\n\n{C}]\n\n{A}").passages
    boxed = [p.box_id is not None for p in found]
    assert boxed == [False, True, True, True, False]
    assert len({p.box_id for p in found if p.box_id}) == 1


def test_contents_page(make: Callable) -> None:
    source = """#align(center)[#text(16pt)[目 录]]
#outline(title: none)
#pagebreak()
= 一、总体情况
这里是正文，说明总体情况如何，共有三个方面。
== （一）建设背景
这里是正文，说明建设背景如何，共有三个方面。
= 二、评价体系
这里是正文，说明评价体系如何，共有三个方面。"""
    found = make(source)
    assert [p.kind for p in found.passages[:4]] == ["contents"] * 4
    assert [s.title for s in found.sections] == ["一、总体情况", "（一）建设背景", "二、评价体系"]


def test_paragraph_on_a_picture_keeps_its_last_line(read: Read) -> None:
    picture = (
        'image(bytes((220, 230, 250)), format: (encoding: "rgb8", width: 1, height: 1), width: 340pt, height: 150pt)'
    )
    assert read(f"#place(dx: -10pt, dy: -10pt, {picture})\n{A}\n\n{C}") == [("paragraph", A), ("paragraph", C)]


def test_short_labels_below_each_other_are_apart(read: Read) -> None:
    labels = ["数据采集", "数据治理", "数据共享", "数据开放"]
    source = "#set par(first-line-indent: 0em, spacing: 12pt)\n" + "\n\n".join(labels)
    assert [t for _, t in read(source)] == labels


def test_number_in_large_type_is_no_heading(make: Callable) -> None:
    found = make(f"{A}\n\n#text(24pt)[1.2万亿元]\n\n{C}")
    assert found.sections == []


BOLD = '#text(font: "Noto Sans CJK SC", weight: "bold", fill: blue)'
BODY = "全市建成统一的数据底座，接入部门系统六十余个，日均交换数据上亿条，支撑起跨层级跨部门的业务协同。"


@pytest.mark.parametrize("label", ["案例乙", "（二）政策建议"])
def test_a_label_in_bold_under_a_full_last_line_is_no_part_of_it(read: Read, label: str) -> None:
    first = ("数据治理工作持续推进" * 7)[:62] + "。"
    source = f"#set par(first-line-indent: 0em, spacing: 8pt)\n{first}\n\n{BOLD}[{label}]\n\n{BODY}"
    assert label in [text for _, text in read(source)]


def test_a_full_line_of_a_title_is_no_part_of_the_text_under_it(read: Read) -> None:
    title = "2.2.1 感知能力：布点规模可观，但是统筹复用仍然不足问题多"
    source = f"#set par(first-line-indent: 0em, spacing: 8pt)\n{BODY}{BODY}\n\n{BOLD}[{title}]\n\n{BODY}{BODY}"
    found = read(source)
    assert title in [text for _, text in found]
    assert BODY + BODY in [text for _, text in found]


def test_a_last_word_of_a_title_leaded_wide_belongs_to_it(read: Read) -> None:
    title = "4.6 苏州：制造业智改数转网联的全场景试验与各地的大规模的推广"
    source = f"{BODY}{BODY}\n\n#block[#set par(leading: 12pt, first-line-indent: 0em)\n{BOLD}[{title}]]\n\n{BODY}{BODY}"
    assert ("heading", title) in read(source)


def test_short_lines_in_the_middle_of_a_column_are_items(read: Read) -> None:
    items = (
        "基础支撑：县区集约化水平明显提高和县级算力",
        "数据赋能：市级汇聚规模领先全省和治理的质量",
        "政务服务：全省网办深度持续拓展和适老的改造",
        "社会治理：各地场景建设百花齐放跨域协同有短板",
        "保障机制：各地统筹力度不断加大专业人才缺口大",
    )
    inset = "\n\n".join(items)
    source = f"{BODY[:40]}\n\n{BODY[:40]}\n\n#pad(left: 30pt)[#set par(first-line-indent: 0em)\n{inset}]"
    assert set(items) <= {text for _, text in read(source)}


def test_a_line_broken_before_a_quotation_mark_goes_on(read: Read) -> None:
    text = ("取消证明事项上云率提升" * 3)[:27] + "98.9%。“渝快办”平台注册用户突破一千六百万户，办理事项超过九成。"
    broken = text.replace("98.9", "\\ 98.9")
    source = f"#set par(justify: false, first-line-indent: 0em)\n{BODY}{BODY}\n\n{broken}"
    assert text in [t for _, t in read(source)]


def test_words_that_stand_for_a_picture_and_its_credit_are_no_text(make: Callable) -> None:
    source = "= 实践\n各地建成统一的数据底座，接入部门系统六十余个。\n\n[图：样例大脑驾驶舱]\n\n[摄影：张三]"
    assert [p.kind for p in make(source.replace("[", "\\[").replace("]", "\\]")).passages][2:] == ["chart", "source"]


def test_contents_in_two_columns(make: Callable) -> None:
    names = ["前言", "一、总体情况", "（一）建设背景", "（二）主要做法", "二、评价体系", "三、评价结果"]
    for leader in ("h(1fr)", "box(width: 1fr, repeat[.])"):
        entries = "\n\n".join(f"{name} #{leader} {2 * i + 1}" for i, name in enumerate(names))
        page = f"#set par(first-line-indent: 0em)\n#align(center)[#text(16pt)[目录]]\n#v(8pt)\n#columns(2, gutter: 30pt)[{entries}"
        page = page.replace("（二）", "#colbreak()\n（二）") + "]\n#pagebreak()\n= 前言\n正文从这里说起，共有三个方面。"
        found = [p.text for p in make(page).passages if p.kind == "contents"]
        assert [text.split()[0].rstrip(".0123456789") for text in found] == ["目录", *names]


def test_a_drop_cap_opens_its_paragraph(read: Read) -> None:
    text = "近年来各地把数字化转型作为城市高质量发展的重要抓手统筹推进基础设施数据资源和应用场景建设治理效能不断得到提升群众满意"
    cap = "#place(dy: -3pt, text(28pt)[近])"
    rows = f"#h(32pt){text[1:29]}\\\n#h(32pt){text[29:56]}\\\n{text[56:]}和企业都说好。"
    found = read(f"#set par(first-line-indent: 0em, justify: false)\n= 序言\n{cap}{rows}")
    assert [t for _, t in found] == ["序言", text + "和企业都说好。"]


def test_footnotes_of_two_columns_are_notes(make: Callable) -> None:
    text = "全市建成统一的数据底座，接入部门系统六十余个，日均交换数据上亿条。" * 6
    foot = "#v(1fr)#line(length: 100%, stroke: 0.5pt)#text(7pt)[{} 参见样例研究院的城市数字化调查。]"
    columns = "#colbreak()".join(f"{text}\n\n{text}{foot.format(mark)}" for mark in "①②")
    found = make(f"#set par(first-line-indent: 0em)\n#columns(2, gutter: 20pt)[{columns}]").passages
    assert [p.text[0] for p in found if p.kind == "note"] == ["①", "②"]


def test_a_title_set_downwards_comes_before_the_text_beside_it(read: Read) -> None:
    body = "全市建成统一的数据底座，接入部门系统六十余个，日均交换数据上亿条，支撑跨部门的业务协同。"
    title = "\\\n".join("城市篇")
    source = f"#set par(first-line-indent: 0em, leading: 6pt)\n#grid(columns: (30pt, 1fr), column-gutter: 12pt, text(18pt)[{title}], [{body}\n\n{body}])"
    assert [t for _, t in read(source)] == ["城市篇", body, body]


def test_a_numbered_list_begins_after_the_colon_that_leads_to_it(read: Callable[[str], list[tuple[str, str]]]) -> None:
    lead = "宜宾借助动力电池龙头企业落户的契机加快产业升级步伐推出四个一系列举措："
    items = ["1. 一张产业链图谱，摸清上下游家底", "2. 一份改造清单，逐企明确任务"]
    source = "\\\n".join([lead, *(item.replace(". ", "\\. ") for item in items)])
    found = read(f"#set par(first-line-indent: 0em)\n{source}")
    assert [text for _, text in found] == [lead, *items]
