"""One text in many designs: whatever the columns, indents, heads and watermarks, its passages are the same."""

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]

SENTENCES = [
    "数字经济已成为推动城市高质量发展的重要引擎",
    "2021年全市数字经济核心产业增加值达到1.2万亿元，同比增长16.2%",
    "根据《“十四五”数字经济发展规划》和《中共中央 国务院关于构建数据基础制度更好发挥数据要素作用的意见》的部署",
    "杭州、深圳、成都等城市率先建设“城市大脑”，接入86个部门的3000余项数据",
    "IDC预测到2025年全球数据总量将达到175 ZB",
    "以Apache Flink为代表的流计算引擎被广泛采用",
    "《国务院办公厅关于印发“互联网+政务服务”技术体系建设指南的通知》（国办函〔2016〕108号）明确了总体要求",
    "评价结果显示，得分在80分以上的城市共有12个",
    "浙江省以“1612”体系构架统领数字化改革",
    "其中，长三角地区占全国的比重为28.5%，较上年提高6.4个百分点",
]
LENGTHS = (3, 1, 5, 2, 7, 4, 1, 6, 2, 3, 5, 2, 4, 8, 1, 3)


def paragraph(at: int) -> str:
    return "，".join(SENTENCES[(3 * at + 7 * k) % 10] for k in range(LENGTHS[at % 16])) + "。"


def paper() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for i, chapter in enumerate(("总体情况", "评价体系", "对策建议")):
        found.append(("heading", f"{'一二三'[i]}、{chapter}"))
        for j, part in enumerate(("建设背景", "主要做法")):
            found.append(("heading", f"（{'一二'[j]}）{part}"))
            found += [("paragraph", paragraph(9 * i + 4 * j + k)) for k in range(3)]
        found += [("list_item", f"（{k + 1}）{paragraph(5 * i + k + 2)}") for k in range(3)]
    return found


def source(passages: list[tuple[str, str]]) -> str:
    marks = {"一": "= ", "二": "= ", "三": "= ", "（": "== "}
    return "\n\n".join(marks[t[0]] + t if kind == "heading" else t for kind, t in passages)


INDENTED = "#set par(first-line-indent: (amount: 2em, all: true), justify: {j}, leading: {l}em, spacing: {l}em)\n"
BLOCKS = "#set par(first-line-indent: 0em, justify: {j}, leading: {l}em, spacing: {s}em)\n"
HEADS = "header: context { if calc.odd(counter(page).get().first()) [#h(1fr) 样例白皮书（2021）] else [样例研究院] }"
DESIGNS = {
    "A4": INDENTED.format(j="true", l=0.9) + '#set page(paper: "a4", footer: context align(center)[#counter(page).display()])',
    "loose": INDENTED.format(j="true", l=1.6) + '#set page(paper: "a4", margin: 90pt)\n#set text(14pt)',
    "ragged": INDENTED.format(j="false", l=0.8) + f'#set page(paper: "a4", {HEADS})',
    "blocks": BLOCKS.format(j="false", l=0.8, s=1.4) + '#set page(paper: "a4")\n#set text(font: "Noto Sans CJK SC")',
    "two columns": INDENTED.format(j="true", l=0.8) + f'#set page(paper: "a4", columns: 2, {HEADS})',
    "two ragged columns": BLOCKS.format(j="false", l=0.7, s=1.2) + '#set page(width: 700pt, height: 500pt, columns: 2)',
    "three columns": INDENTED.format(j="true", l=0.7) + '#set page(width: 842pt, height: 595pt, columns: 3)\n#set text(9pt)',
    "slides": BLOCKS.format(j="false", l=0.7, s=1.3) + '#set page(width: 720pt, height: 405pt, margin: 40pt)\n#set text(13pt)',
    "slanted watermark": INDENTED.format(j="true", l=0.8)
    + '#set page(paper: "a4", foreground: rotate(-45deg, text(60pt, fill: rgb(180, 180, 180, 90))[仅供参考]))',
    "pale watermark": INDENTED.format(j="true", l=0.8)
    + '#set page(paper: "a5", background: text(60pt, fill: rgb(230, 230, 230))[内部资料])',
    "coloured headings": BLOCKS.format(j="true", l=0.8, s=1.5)
    + '#set page(paper: "a4")\n#show heading: set text(font: "Noto Serif CJK SC", weight: "regular", fill: rgb("#1f4e9c"))',
}  # fmt: skip


@pytest.mark.parametrize("name", DESIGNS)
def test_design(read: Read, name: str) -> None:
    wanted = paper()
    found = read(f"{DESIGNS[name]}\n{source(wanted)}")
    assert ["".join(t.split()) for _, t in found] == ["".join(t.split()) for _, t in wanted]
    assert [k for k, _ in found] == [k for k, _ in wanted]
    assert any("中共中央 国务院" in t for _, t in found)
