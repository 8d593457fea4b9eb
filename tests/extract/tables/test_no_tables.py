"""What looks like a table and is none: charts, boxes, diagrams, contents, lists, columns of text, covers."""

from itertools import pairwise

import pytest
from set_tables import PROSE, grids_in, paper

PROVINCES = ["江苏省", "山东省", "广东省", "浙江省", "福建省", "湖南省"]
COUNTS = [13, 13, 10, 8, 6, 6]
TOPICS = ["智慧交通", "智慧医疗", "智慧教育", "智慧社区", "智慧警务", "智慧环保", "智慧园区", "智慧文旅"]


def drawing(height: int, *things: str) -> str:
    return f"#block(width: 100%, height: {height}pt)[" + "\n".join(things) + "]"


def at(x: float, y: float, thing: str) -> str:
    return f"#place(dx: {x}pt, dy: {y}pt)[{thing}]"


def bars(grid: bool, frame: bool) -> str:
    things = [at(0, 0, "#rect(width: 420pt, height: 210pt, stroke: 0.5pt)")] if frame else []
    for k in range(6):
        things.append(at(8, 175 - k * 32, str(k * 3)))
        if grid:
            things.append(at(30, 180 - k * 32, "#line(length: 380pt, stroke: 0.4pt + gray)"))
    for i, (name, n) in enumerate(zip(PROVINCES, COUNTS, strict=True)):
        things.append(at(40 + i * 62, 180 - n * 12, f"#rect(width: 30pt, height: {n * 12}pt, fill: blue)"))
        things.append(at(48 + i * 62, 166 - n * 12, str(n)))
        things.append(at(38 + i * 62, 186, name))
    return drawing(215, *things)


def stacked() -> str:
    things = []
    for i, name in enumerate(PROVINCES):
        y = 180.0
        for height, color in ((40 - 3 * i, "navy"), (50 + 4 * i, "blue"), (60, "teal")):
            y -= height
            things.append(at(40 + i * 62, y, f"#rect(width: 36pt, height: {height}pt, fill: {color}, stroke: white)"))
            things.append(at(46 + i * 62, y + height / 2 - 5, f"#text(fill: white)[{height}%]"))
        things.append(at(40 + i * 62, 186, name))
    return drawing(210, *things)


def flat_bars() -> str:
    things = []
    for i, (name, n) in enumerate(zip(PROVINCES, COUNTS, strict=True)):
        things.append(at(0, i * 20, name))
        things.append(at(60, i * 20, f"#rect(width: {n * 20}pt, height: 12pt, fill: blue)"))
        things.append(at(66 + n * 20, i * 20, str(n)))
    return drawing(130, *things)


def lines() -> str:
    things = [at(30, 20 + k * 30, "#line(length: 380pt, stroke: 0.4pt + gray)") for k in range(6)]
    things += [at(0, 15 + k * 30, f"{100 - k * 20}%") for k in range(6)]
    points = [(50 + 55 * i, 150 - (i * 37) % 90) for i in range(7)]
    for (x, y), (x1, y1) in pairwise(points):
        things.append(f"#place(line(start: ({x}pt, {y}pt), end: ({x1}pt, {y1}pt), stroke: red))")
    things += [at(x - 8, y - 14, f"{170 - y}.5") for x, y in points]
    things += [at(x - 10, 178, f"{2015 + i}年") for i, (x, _) in enumerate(points)]
    return drawing(195, *things)


def tiles(gap: int) -> str:
    cells = [f"[#rect(fill: blue, width: 100%, inset: 8pt)[#text(fill: white)[{t}]]]" for t in TOPICS]
    return f"#grid(columns: (1fr, 1fr, 1fr, 1fr), gutter: {gap}pt, {', '.join(cells)})"


def cards() -> str:
    cells = [f"[#rect(stroke: 0.5pt, width: 100%, inset: 8pt)[*{t}* {PROSE[:60]}]]" for t in TOPICS[:6]]
    return f"#grid(columns: (1fr, 1fr, 1fr), gutter: 12pt, {', '.join(cells)})"


def flow() -> str:
    things = [at(i * 110, 10, f"#rect(stroke: 0.5pt, inset: 6pt)[{t}]") for i, t in enumerate(TOPICS[:4])]
    things += [at(66 + i * 110, 20, "#line(length: 40pt)") for i in range(3)]
    return drawing(50, *things)


def organisation() -> str:
    things = [
        at(180, 0, "#rect(stroke: 0.5pt, inset: 6pt)[领导小组]"),
        at(210, 26, "#line(angle: 90deg, length: 20pt)"),
    ]
    things.append(at(40, 46, "#line(length: 340pt)"))
    for i, t in enumerate(TOPICS[:4]):
        things.append(at(40 + i * 113, 46, "#line(angle: 90deg, length: 16pt)"))
        things.append(at(10 + i * 113, 62, f"#rect(stroke: 0.5pt, inset: 6pt)[{t}]"))
    return drawing(95, *things)


NO_TABLES = {
    "bars on a grid": bars(True, False),
    "bars in a frame": bars(False, True),
    "stacked bars": stacked(),
    "flat bars": flat_bars(),
    "lines on a grid": lines(),
    "tiles": tiles(10),
    "cards": cards(),
    "flow": flow(),
    "organisation": organisation(),
    "framed text": f"#rect(stroke: 0.5pt, inset: 8pt)[*专栏1 城市大脑* \\ {PROSE}\n\n{PROSE}]",
    "headed box": f"#block(fill: navy, width: 100%, inset: 5pt)[#text(fill: white)[专栏2 一网统管]]\n"
    f"#block(stroke: 0.5pt, width: 100%, inset: 8pt)[{PROSE}]",
    "two columns": f"#columns(2)[#set par(justify: true)\n{PROSE * 5}]",
    "three columns": f"#columns(3)[#set par(justify: true)\n{PROSE * 5}]",
    "two columns between rules": f"#line(length: 100%)\n#columns(2)[#set par(justify: true)\n{PROSE * 4}]\n#line(length: 100%)",
    "contents": "= 目录\n"
    + "\n\n".join(
        f"{t} #box(width: 1fr, repeat[.]) {3 + 4 * i}"
        for i, t in enumerate(["一、总论", "二、指标", "三、结果", "四、案例"])
    ),
    "contents without dots": "= 目录\n"
    + "\n\n".join(
        f"第{n}章 {t} #h(1fr) 0{i}"
        for i, (n, t) in enumerate(
            zip("一二三四五", ["总体情况", "评价指标", "评价结果", "典型案例", "对策建议"], strict=True)
        )
    ),
    "list": "\n".join(f"- *{t}：*{PROSE[:70]}" for t in TOPICS[:5]),
    "numbered list": "\n".join(f"+ {t}：{PROSE[:40]}" for t in TOPICS[:5]),
    "names": "= 编写组\n#grid(columns: (60pt,) * 5, row-gutter: 8pt, "
    + ", ".join(
        f"[{n}]"
        for n in [
            "张三丰",
            "李四光",
            "王五",
            "赵六",
            "钱七",
            "孙八",
            "周九",
            "吴十一",
            "郑和",
            "王安石",
            "冯道",
            "陈平",
            "褚遂良",
            "卫青",
            "蒋琬",
        ]
    )
    + ")",
    "imprint": "编写单位：中国城市研究院\n\n指导单位：国家信息中心\n\n发布日期：2021年10月\n\n联系电话：010-12345678",
    "formula": "#align(center)[指数 = 0.3 × 治理 + 0.4 × 经济 + 0.3 × 社会]\n\n其中：\n\nX —— 指标的标准值\n\nW —— 指标的权重\n\nn —— 指标个数",
    "references": "\n\n".join(
        f"\\[{i}\\] 作者. 城市数字化转型研究[J]. 城市发展, 2020({i}): {i * 10}-{i * 10 + 8}." for i in range(1, 8)
    ),
    "texts of two lines side by side": "#grid(columns: (1fr, 1fr, 1fr), column-gutter: 20pt, "
    + ", ".join(
        f"[*{name}* \\ {text}]"
        for name, text in {
            "供给": "国务院印发指导意见并明确目标，各地出台配套方案分解任务。",
            "需求": "网上办事用户突破九亿人且期待通办，高频事项仍有堵点打通。",
            "环境": "大模型进入政务热线后回复明显缩短，部门共享数据意愿上升。",
        }.items()
    )
    + ")",
    "legend": "#grid(columns: 4, column-gutter: 20pt, [■ 2018年], [■ 2019年], [■ 2020年], [■ 2021年])",
}


@pytest.mark.parametrize("caption", ["", "#align(center)[*图 3 城市上榜数量*]"], ids=["bare", "captioned"])
@pytest.mark.parametrize("name", NO_TABLES)
def test_is_no_table(name: str, caption: str) -> None:
    found = grids_in(paper(PROSE, NO_TABLES[name], caption, PROSE))
    assert [[[c.text for c in row] for row in g.rows[:2]] for g in found] == []
