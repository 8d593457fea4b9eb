"""Ranked places that stand in no rows: cards, podiums, lines with dots or bars; and numbers beside places that rank nothing."""

import pytest
from set_tables import PROSE, grids_in, paper, texts

CITIES = ["北京", "上海", "深圳", "杭州", "广州", "南京", "苏州", "成都", "武汉", "重庆"]
PROVINCES = ["北京", "上海", "广东", "浙江", "广东", "江苏", "江苏", "四川", "湖北", "重庆"]
ROWS = [[str(i + 1), city, f"{95.5 - i:.1f}"] for i, city in enumerate(CITIES)]
TITLE = "2023年数字城市指数TOP10"


def cards(bodies: list[str], columns: int, *, gutter: str = "8pt") -> str:
    boxes = ", ".join(f"rect(width: 100%, fill: rgb(238, 244, 253), inset: 8pt)[{body}]" for body in bodies)
    return f"#grid(columns: (1fr,) * {columns}, gutter: {gutter}, {boxes})"


def lines(bodies: list[str]) -> str:
    return "\n\n".join(f"#box(width: 320pt)[{body}]" for body in bodies)


LAYOUTS = {
    "rank over name over score": cards([f"#align(center)[*{r}* \\ {c} \\ {s}分]" for r, c, s in ROWS], 5),
    "rank in a circle, score at the right": cards(
        [f"#box(circle(radius: 9pt, fill: orange)[#align(center + horizon, [{r}])]) #h(10pt) *{c}市* #h(1fr) {s}" for r, c, s in ROWS], 2
    ),
    "large rank beside city and province": "#set par(leading: 3pt)\n" + "\n".join(
        f"#grid(columns: (50pt, 120pt, 60pt), align: horizon, row-gutter: 0pt, text(24pt)[{r}], [#text(12pt)[{c}市] \\ #text(8pt)[{p}]], [{s}])"
        for (r, c, s), p in zip(ROWS, PROVINCES, strict=True)
    ),
    "dots to the score": lines([f"{r} {c}市#box(width: 1fr, repeat[…]){s}" for r, c, s in ROWS]),
    "bars before the score": lines(
        [f"{r} #h(6pt) {c} #h(8pt) #box(rect(width: {float(s) * 1.8}pt, height: 8pt, fill: blue)) {s}" for r, c, s in ROWS]
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_rank_has_its_place_and_score(layout: str) -> None:
    [grid] = grids_in(paper(PROSE, TITLE, LAYOUTS[layout], PROSE))
    found = [[row[0], row[1][:2], row[-1].removesuffix("分")] for row in texts(grid)]
    assert found == ROWS


def test_the_second_stands_left_of_the_first_on_a_podium() -> None:
    steps = ", ".join(
        f"[#align(center)[{c}市 \\ {s} \\ #rect(width: 80pt, height: {h}pt, fill: gray)[#text(20pt)[{r}]]]]"
        for (r, c, s), h in zip((ROWS[1], ROWS[0], ROWS[2]), (60, 90, 40), strict=True)
    )
    podium = f"#grid(columns: 3, gutter: 6pt, align: bottom, {steps})"
    first = grids_in(paper(PROSE, TITLE, podium, PROSE))[0]
    assert [row[:3] for row in texts(first)] == [[r, f"{c}市", s] for r, c, s in ROWS[:3]]


def test_lists_side_by_side_have_titles_of_their_own() -> None:
    """Bars of each its own length part them, and a head that its columns do not keep to."""
    panels = []
    for k, name in enumerate(("服务力", "治理力")):
        rows = [f"*{i + 1}* #h(5pt) {c} #h(8pt) #box(rect(width: {60 - 5 * i}pt, height: 8pt, fill: blue)) {95.5 - i - k:.1f}" for i, c in enumerate(CITIES[k : k + 8])]  # fmt: skip
        panels.append("[" + " \\ ".join([f"*{name}TOP8*", *rows]) + "]")
    found = grids_in(paper(PROSE, f"#grid(columns: (1fr, 1fr), {', '.join(panels)})", PROSE))
    assert [g.title for g in found] == ["服务力TOP8", "治理力TOP8"]
    assert [texts(g)[0] for g in found] == [["1", "北京", "95.5"], ["1", "上海", "94.5"]]
    assert [len(g.rows) for g in found] == [8, 8]


NONE = {
    "numbers on cards of cases": cards([f"*{r}* \\ {c}市 \\ 一网统管" for r, c, _ in ROWS[:6]], 3),
    "contents": lines([f"{r} {c}市#box(width: 1fr, repeat[…]){12 + 3 * k}" for k, (r, c, _) in enumerate(ROWS)]),
    "values that rise with the numbers": cards([f"{r} \\ {c} \\ {80 + k}.5" for k, (r, c, _) in enumerate(ROWS[:6])], 3),
    "two places": cards([f"{r} \\ {c} \\ {s}分" for r, c, s in ROWS[:2]], 2),
}  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_numbers_that_rank_nothing(name: str) -> None:
    assert grids_in(paper(PROSE, "各地做法", NONE[name], PROSE)) == []
