"""A piece of the 2021 paper set again in other ways and with other names: the facts must be the same, whatever the design.

What is lost in one design shows a rule that knows the layout of one paper; what is lost with other names shows a rule
that knows its words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import typst

from extract.paper import extract_paper
from schema import Paper

RANKED = re.split(
    "、",
    "北京、上海、深圳、广州、杭州、青岛、重庆、天津、成都、苏州、武汉、南京、西安、东莞、沈阳、济南、福州、无锡、宁波、贵阳、郑州、佛山、大连、厦门",
)
PROVINCES = re.split(
    "、",
    "北京、上海、广东、广东、浙江、山东、重庆、天津、四川、江苏、湖北、江苏、陕西、广东、辽宁、山东、福建、江苏、浙江、贵州、河南、广东、辽宁、福建",
)

PIECE = """
# 城市数字化竞争力
| 表1 2021城市数字化转型榜
## 数字梯队
城市数字化转型第一梯队包含北京、上海、深圳、广州、杭州5个城市，得分均在70分以上，城市整体数字能力全国领先，处于生态构建、创新发展阶段。与2020年相比，北京上升2个位次，跃升榜首，深圳下降2个位次至第3名，其余城市名次保持不变。
# 城市数字能力解码
## 六个维度
本报告从信息基础、城市治理、社会服务、产业经济、创新保障、低碳发展六个维度解码城市数字化转型趋势。
* 信息基础：建设卓有成效，转型支撑体系基本完善
* 城市治理：数字能力相对较强，治理效能不断提高
* 社会服务：数字能力比较薄弱，特色应用有待加强
* 产业经济：与数字技术融合初见成效，发展潜力足
* 创新保障：创新发展能力不足，创新保障有待强化
* 低碳发展：绿色低碳任重道远，数字发展刚刚起步
# 地方实践
## 成都：以应用为导向唤醒城市新活力
2020年，成都市人民政府印发《成都市智慧城市建设行动方案（2020—2022）》，为加快智慧城市建设、充分运用大数据、云计算、人工智能等前沿技术推动城市治理模式创新提供行动指南。
## 合肥：统筹推进城市全面数字化转型
合肥市近年来加快推进城市数字化转型工作，稳步推进5G、光纤宽带、物联网等数字基础设施建设。建成“互联网+政务服务”平台。数字经济核心产业增加值占GDP比重近9%。
## 青岛：六大主攻方向绘制新型智慧城市发展蓝图
青岛按照“1+3+N”整体框架（即1个城市云脑统筹，数字社会、数字政府、数字经济等3个支撑，智慧医疗、智慧教育等N个场景），统筹推进智慧城市建设，推动城市治理体系和治理能力现代化。
## 株洲：以数据赋能构建“三个一”数智化发展模式
“智慧株洲”以数据赋能为核心，构建了“一网通办、一网统管、一键赋能”的“三个一”数智化发展模式，真正让群众和企业办事足不出户，城市运行更有韧性。
"""

FACTS = {
    *(f"第{i}名 {city}市 {province}" for i, (city, province) in enumerate(zip(RANKED, PROVINCES, strict=True), 1)),
    *(f"第一梯队 {city}市" for city in RANKED[:5]),
    "变化 北京市 2",
    "变化 深圳市 -2",
    "维度 信息基础 建设卓有成效，转型支撑体系基本完善",
    "维度 城市治理 数字能力相对较强，治理效能不断提高",
    "维度 社会服务 数字能力比较薄弱，特色应用有待加强",
    "维度 产业经济 与数字技术融合初见成效，发展潜力足",
    "维度 创新保障 创新发展能力不足，创新保障有待强化",
    "维度 低碳发展 绿色低碳任重道远，数字发展刚刚起步",
    "政策 成都市智慧城市建设行动方案（2020—2022） 成都市人民政府 成都市",
    "案例 成都市 以应用为导向唤醒城市新活力",
    "案例 合肥市 统筹推进城市全面数字化转型",
    "案例 青岛市 六大主攻方向绘制新型智慧城市发展蓝图",
    "案例 株洲市 以数据赋能构建“三个一”数智化发展模式",
    "数值 合肥市 0.09",
    "框架 青岛市 1+3+N 城市云脑 数字社会 数字政府 数字经济 智慧医疗 智慧教育",
    "框架 株洲市 三个一 一网通办 一网统管 一键赋能",
}

OTHER_WORDS = {
    "济南": "长沙", "长沙": "济南", "青岛": "宁波", "宁波": "青岛", "成都": "西安", "西安": "成都", "合肥": "太原",
    "株洲": "绵阳", "深圳": "厦门", "厦门": "深圳", "杭州": "沈阳", "沈阳": "杭州", "北京": "上海", "上海": "北京",
    "2020": "2022", "2021": "2023", "2022": "2024", "城市云脑": "城市中枢", "信息基础": "数字底座", "社会服务": "民生服务",
    "低碳发展": "绿色生态", "智慧城市建设": "数据要素改革", "以应用为导向唤醒城市新活力": "问需于民的场景之城",
    "位居": "处于", "地方实践": "典型经验", "数字梯队": "梯队格局", "一键赋能": "一码通行",
}  # fmt: skip
OTHER_PROVINCES = {"宁波": "浙江", "青岛": "山东", "西安": "陕西", "成都": "四川", "长沙": "湖南", "济南": "山东", "厦门": "福建",
                   "深圳": "广东", "沈阳": "辽宁", "杭州": "浙江", "上海": "上海", "北京": "北京"}  # fmt: skip


def same(text: str) -> str:
    return text


def others(text: str) -> str:
    """The text with every word exchanged at once, so that a swap stays a swap."""
    done, at = "", 0
    while at < len(text):
        word = next((w for w in sorted(OTHER_WORDS, key=len, reverse=True) if text.startswith(w, at)), text[at])
        done += OTHER_WORDS.get(word, word)
        at += len(word)
    return done


def expected(words: Callable[[str], str]) -> set[str]:
    facts = set()
    for fact in FACTS:
        told = words(fact)
        if told.startswith("第") and told[1].isdigit():
            rank, city, province = told.split(" ")
            told = f"{rank} {city} {OTHER_PROVINCES.get(city[:-1], province) if words is others else province}"
        facts.add(told)
    return facts


@dataclass(frozen=True)
class Design:
    """`setup` is typst for the whole paper; `numbers` number the headings; `bullet` opens items; `table` draws one."""

    setup: str
    numbers: tuple[str, str]
    bullet: str
    table: str
    panels: int = 1


HAN = "一二三四五六七八九十"
DESIGNS = {
    "one column, a three-line table in two panels, 一、（一）": Design(
        '#set page(width: 595pt, height: 842pt, margin: 64pt, header: [#text(8pt)[数字化转型报告]], footer: context [#align(center)[— #counter(page).display() —]])\n#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh", region: "cn")\n#show heading: set text(font: "Noto Sans CJK SC")\n#set par(first-line-indent: (amount: 2em, all: true), justify: true)',
        ("{han}、", "（{han}）"),
        "◆",
        "stroke: none",
        panels=2,
    ),
    "two columns, a ruled table, 1 and 1.1": Design(
        '#set page(width: 595pt, height: 842pt, margin: 50pt, columns: 2, footer: context [#align(right)[#counter(page).display()]])\n#set text(font: "Noto Sans CJK SC", size: 9.5pt, lang: "zh", region: "cn")\n#set par(justify: true, spacing: 1.1em)',
        ("{n} ", "{m}.{n} "),
        "•",
        "stroke: 0.5pt",
    ),
    "slides, a striped table in four panels, coloured headings": Design(
        '#set page(width: 960pt, height: 540pt, margin: 48pt, background: rotate(-30deg, text(60pt, fill: luma(235))[内部资料]))\n#set text(font: "Noto Sans CJK SC", size: 14pt, lang: "zh", region: "cn")\n#show heading: set text(fill: rgb("#1f4e9c"))',
        ("", ""),
        "➢",
        "stroke: none, fill: (_, y) => if calc.odd(y) { luma(238) }",
        panels=4,
    ),
}  # fmt: skip


def string(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def table(design: Design, rows: list[tuple[str, ...]]) -> str:
    size = -(-len(rows) // design.panels)
    panels = [rows[i : i + size] for i in range(0, len(rows), size)]
    cells = [c for i in range(size) for panel in panels for c in panel[i]]
    head = ["名次", "城市", "省份"] * design.panels
    rule, half = (
        ("table.hline(stroke: 1pt),", "table.hline(stroke: 0.5pt),") if "fill" not in design.table else ("", "")
    )
    body = ",".join(f"[{string(c)}]" for c in cells)
    top = ",".join(f"[*{string(c)}*]" for c in head)
    return f"#align(center)[#set text(9pt)\n#table(columns: {len(head)}, inset: (x: 8pt, y: 3.5pt), {design.table}, {rule} table.header({top}), {half} {body}, {rule})]"


def source(design: Design, words: Callable[[str], str]) -> str:
    cover = words("2021中国城市数字化转型白皮书")
    out = [design.setup, f"#page(columns: 1)[#v(100pt)#align(center)[#text(28pt)[*{string(cover)}*]]]"]
    count = [0, 0]
    for line in words(PIECE).strip().splitlines():
        mark, text = line.split(" ", 1) if line[0] in "#|*" else ("", line)
        if mark.startswith("#"):
            depth = len(mark)
            count = [count[0] + 1, 0] if depth == 1 else [count[0], count[1] + 1]
            n = count[depth - 1]
            number = design.numbers[depth - 1].format(n=n, m=count[0], han=HAN[n - 1])
            out.append(f"#heading(level: {depth})[{string(number + text)}]")
        elif mark == "|":
            pairs = [words(c) for c in RANKED]
            rows = [
                (str(i), c, province_of(c, p, words)) for i, (c, p) in enumerate(zip(pairs, PROVINCES, strict=True), 1)
            ]
            out += [f"#align(center)[#text(9pt)[*{string(text)}*]]", table(design, rows)]
        elif mark == "*":
            out.append(f"#block[#set par(first-line-indent: 0em)\n{string(f'{design.bullet} {text}')}]")
        else:
            out.append(string(text))
    return "\n\n".join(out)


def province_of(city: str, province: str, words: Callable[[str], str]) -> str:
    return OTHER_PROVINCES.get(city, province) if words is others else province


def told(paper: Paper) -> set[str]:
    """What the paper tells, a line for each fact that the piece is asked for."""
    ranked = [r for r in paper.rankings if r.told == "table"]
    found = {f"第{e.rank}名 {e.city} {(e.province or '').rstrip('市省')}" for r in ranked for e in r.entries}
    found |= {f"{t.name} {m}" for t in paper.tiers for m in t.members}
    found |= {f"变化 {c.city} {c.change}" for c in paper.rank_changes}
    found |= {f"维度 {d.name} {d.statement}" for d in paper.dimensions if d.statement}
    found |= {f"政策 {p.title} {'、'.join(p.issuers)} {'、'.join(p.cities)}" for p in paper.policies}
    found |= {f"案例 {c.city} {c.title}" for c in paper.case_studies}
    found |= {f"数值 {m.city} {m.value:g}" for m in paper.measurements if m.city}
    found |= {f"框架 {f.city} {f.name} {' '.join(c.name for c in f.components)}" for f in paper.frameworks}
    return found


@pytest.mark.parametrize("words", [same, others], ids=["its own words", "other words"])
@pytest.mark.parametrize("design", DESIGNS)
def test_the_same_facts_in_another_design(design: str, words: Callable[[str], str]) -> None:
    paper = extract_paper(typst.compile(source(DESIGNS[design], words).encode()))
    facts, wanted = told(paper), expected(words)
    assert (sorted(wanted - facts), sorted(facts - wanted)) == ([], [])
