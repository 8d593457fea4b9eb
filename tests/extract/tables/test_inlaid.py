"""Bars beside scores and badges under ranks are drawn in cells; the same bars beside names are a chart."""

import pytest
from set_tables import PROSE, captioned, grids_in, paper, texts

CITIES = ["北京", "上海", "深圳", "杭州", "广州", "南京", "苏州", "成都", "武汉", "重庆"]
ROWS = [(str(i + 1), city, f"{95.3 - 1.7 * i:.1f}") for i, city in enumerate(CITIES)]
GRID = [["排名", "城市", "得分"], *map(list, ROWS)]

BADGE = '#box(baseline: 3pt, {}(fill: rgb("c33"), {})[#align(center + horizon)[#text(white)[{}]]])'
RANKS = {
    "plain": "{}",
    "on a disc": BADGE.format("circle", "radius: 6pt", "{}"),
    "on a square": BADGE.format("rect", "width: 13pt, height: 13pt, inset: 0pt", "{}"),
}
BAR = '#box(rect(fill: rgb("48e"), width: {}pt, height: 7pt{}))'
SCORES = {
    "plain": "{}",
    "behind a bar": BAR + " {}",
    "behind a round bar": BAR + " {}",
    "behind a bar on a track": "#box(width: 100pt, place(rect(fill: luma(230), width: 100pt, height: 7pt)) + BAR) {}",
}
RULES = {"none": "none", "horizontal": "(x, y) => (bottom: 0.5pt)", "full": "0.5pt"}


def score(design: str, text: str) -> str:
    width = float(text) - 40
    shape = ", radius: 3pt" if "round" in design else ""
    bar = f'rect(fill: rgb("48e"), width: {width}pt, height: 7pt)'
    template = SCORES[design].replace("BAR", bar)
    return template.format(*([width, shape, text][-template.count("{}") :]))


def table(rank: str, design: str, rules: str) -> str:
    body = "".join(f"[{RANKS[rank].format(r)}],[{c}],[{score(design, s)}]," for r, c, s in ROWS)
    head = "[排名],[城市],[得分],"
    return f"#table(columns: (40pt, 60pt, 150pt), align: (center, center, left), stroke: {RULES[rules]}, {head}{body})"


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize(
    ("rank", "design"), [*(("plain", d) for d in SCORES), *((r, "plain") for r in RANKS), ("on a disc", "behind a bar")]
)
def test_drawn_in_cells(rank: str, design: str, rules: str) -> None:
    found = grids_in(paper(PROSE, captioned(1, "城市得分", table(rank, design, rules)), PROSE))
    assert [texts(g) for g in found] == [GRID]


@pytest.mark.parametrize("numbered", [False, True])
def test_a_bar_chart_is_no_table(numbered: bool) -> None:
    rows = "".join(f"[{r}],[{c}],[{score('behind a bar', s)}]," for r, c, s in ROWS)
    rows = rows if numbered else "".join(f"[{c}],[{score('behind a bar', s)}]," for _, c, s in ROWS)
    columns = "(20pt, 60pt, 150pt)" if numbered else "(60pt, 150pt)"
    chart = f"#table(columns: {columns}, align: left, stroke: none, {rows})\n\n0 #h(40pt) 50 #h(40pt) 100"
    assert grids_in(paper(PROSE, chart, "图 1 城市得分", PROSE)) == []
