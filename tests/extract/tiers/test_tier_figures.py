"""Tiers in the shapes of a figure, their places beside each shape: read back from typeset slides."""

import pytest
import typst

from extract.paper import extract_paper

HEAD = """#set page(width: 720pt, height: 405pt, margin: 30pt)
#set text(font: "Noto Sans CJK SC", size: 11pt, lang: "zh", region: "cn")
= 城市数字化指数报告
#pagebreak()
= 城市榜单：梯队分布
"""
BODY = (
    "评价从基础设施、数据资源、应用成效三个方面展开，对样本城市的数字化水平作了综合测度，结果如下所示，供各地参考借鉴。"
)
FIRST, SECOND = (
    ["上海", "北京", "深圳", "杭州", "广州", "苏州"],
    ["成都", "重庆", "南京", "宁波", "武汉", "天津", "青岛", "合肥"],
)
THIRD = [
    "西安",
    "东莞",
    "福州",
    "贵阳",
    "常州",
    "温州",
    "烟台",
    "南通",
    "嘉兴",
    "绍兴",
    "沈阳",
    "大连",
    "珠海",
    "金华",
    "泉州",
]
TIERS = [("第一梯队", "80分及以上", FIRST), ("第二梯队", "70—80分", SECOND), ("第三梯队", "70分以下", THIRD)]
CAPTION = "#align(left, text(8pt)[图2 城市梯队分布])"
Tiers = list[tuple[str, str, list[str]]]


def pyramid(tiers: Tiers, *, right: bool = True) -> str:
    """Trapezia under each other, names, bounds and counts in them; the places at the right, or the left."""
    out = []
    for k, (name, bounds, places) in enumerate(tiers):
        wide, inset = 110 + 50 * k, 25.0
        points = f"({inset}pt, 0pt), ({wide - inset}pt, 0pt), ({wide}pt, 78pt), (0pt, 78pt)"
        words = f"#text(13pt, white, weight: 700)[{name}] \\ #text(9pt, white)[{bounds} \\ {len(places)}城]"
        shape = f"#polygon(fill: rgb(11, 37, {60 + 40 * k}), {points})"
        x = (0 if right else 420) + (240 - wide) / 2
        y = 85 * k + 40
        out.append(f"#place(top + left, dx: {x}pt, dy: {y}pt)[{shape}]")
        out.append(
            f"#place(top + left, dx: {x}pt, dy: {y + 12}pt, box(width: {wide}pt)[#align(center)[#par(leading: 4pt)[{words}]]])"
        )
        at = 270 if right else 0
        out.append(f"#place(top + left, dx: {at}pt, dy: {y + 24}pt, box(width: 380pt)[{'、'.join(places)}])")
    return "\n".join(out) + f"\n#place(top + left, dx: {60 if right else 480}pt, dy: 300pt)[{CAPTION}]"


def boxes(tiers: Tiers) -> str:
    """A box with name, bounds and count; the places beside it."""
    rows = [
        f"rect(width: 100%, height: 56pt, fill: rgb(19, 128, 140))[#align(center)[#text(13pt, white, weight: 700)[{name}] \\ "
        f"#text(9pt, white)[{bounds} \\ {len(places)}座]]], align(horizon)[{'、'.join(places)}]"
        for name, bounds, places in tiers
    ]
    return f"#grid(columns: (120pt, 1fr), gutter: 14pt, {', '.join(rows)})"


def bars(tiers: Tiers) -> str:
    """A bar for each tier, ever wider, with name, bounds and places in it in white; a sentence under all in black."""
    out = []
    for k, (name, bounds, places) in enumerate(tiers):
        x, wide = 100 - 50 * k, 460 + 100 * k
        words = (
            f"#text(16pt, weight: 700)[{name}] #h(14pt) #text(9pt)[{bounds}] #h(24pt) #text(11pt)[{'、'.join(places)}]"
        )
        points = f"(0pt, 0pt), ({wide}pt, 0pt), ({wide}pt, 40pt), (0pt, 40pt)"
        out.append(f"#place(top + left, dx: {x}pt, dy: {50 * k + 40}pt)[#polygon(fill: rgb(160, 20, 50), {points})]")
        out.append(f"#place(top + left, dx: {x + 14}pt, dy: {50 * k + 52}pt, text(fill: white)[{words}])")
    return "\n".join(out) + "\n#place(top + left, dy: 260pt)[#text(11pt)[头部城市领先优势稳定，中部省会加速靠近。]]"


def found(slide: str) -> list[tuple[str, int | None, float | None, float | None, list[str]]]:
    paper = extract_paper(typst.compile(f"{HEAD}{slide}\n#pagebreak()\n= 编制说明\n{BODY * 3}".encode()))
    return [
        (t.name, t.claimed, t.score_min, t.score_max, [m.removesuffix("市") for m in t.members]) for t in paper.tiers
    ]


def chips(tiers: Tiers) -> str:
    """A bar with name and count, its bounds under it; each place in a chip of its own, in several rows."""
    out = []
    for k, (name, bounds, places) in enumerate(tiers):
        bar = f"rect(width: {120 + 40 * k}pt, height: 22pt, fill: rgb(17, 54, 90))[#text(white)[*{name}* {len(places)}座]]"
        each = " ".join(f"#box(rect(radius: 6pt, inset: 3pt, stroke: 0.4pt)[{p}])" for p in places)
        out.append(f"#place(top + left, dy: {85 * k + 40}pt, {bar})")
        out.append(f"#place(top + left, dy: {85 * k + 70}pt, text(8pt)[得分{bounds}])")
        out.append(f"#place(top + left, dx: 270pt, dy: {85 * k + 40}pt, box(width: 340pt)[{each}])")
    return "\n".join(out)


SLIDES = {
    "chips": chips(TIERS),
    "pyramid": pyramid(TIERS),
    "places at the left": pyramid(TIERS, right=False),
    "boxes": boxes(TIERS),
}


@pytest.mark.parametrize("slide", SLIDES)
def test_each_shape_has_the_places_beside_it(slide: str) -> None:
    assert found(SLIDES[slide]) == [
        ("第一梯队", 6, 80, None, FIRST),
        ("第二梯队", 8, 70, 80, SECOND),
        ("第三梯队", 15, None, 70, THIRD),
    ]


def test_bars_that_hold_all_of_a_tier() -> None:
    short = [
        ("第一梯队", "90分以上", FIRST[:3]),
        ("第二梯队", "80—90分", SECOND[:7]),
        ("第三梯队", "70—80分", THIRD[:9]),
    ]
    assert found(bars(short)) == [
        ("第一梯队", None, 90, None, FIRST[:3]),
        ("第二梯队", None, 80, 90, SECOND[:7]),
        ("第三梯队", None, 70, 80, THIRD[:9]),
    ]


def test_names_of_its_own_need_scores() -> None:
    typed: Tiers = [("领跑型", "80分及以上", FIRST), ("追赶型", "80分以下", SECOND)]
    assert [name for name, *_ in found(pyramid(typed))] == ["领跑型", "追赶型"]
    types: Tiers = [("资源型", "以能源为主", FIRST), ("旅游型", "以服务为主", SECOND)]
    assert found(pyramid(types)) == []


def test_a_list_at_no_shapes_height_is_none_of_them() -> None:
    lists = "、".join(FIRST)
    slide = f"#v(270pt)\n{lists}\n" + "\n".join(x for x in pyramid(TIERS).splitlines() if "dx: 270pt" not in x)
    assert all(not members for *_, members in found(slide))
