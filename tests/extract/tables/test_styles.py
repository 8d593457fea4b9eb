"""One table, many ways to set it: the grid stays the same."""

from itertools import product

import pytest
from sample_tables import CITIES, SAMPLES, TIGHT, ranking
from set_tables import PROSE, STYLES, Table, captioned, grids_in, paper, table, texts

ALIGNED = {
    "center": {"align": "center", "inset": "(x: 5pt, y: 3.5pt)"},
    "left, airy": {"align": "left", "inset": "(x: 8pt, y: 7pt)"},
}
# Stripes that follow the first row of a merged cell are no stripes.
UNLIKELY = {("zebra", "regions"), ("zebra", "indicators")}


def document(style: str, look: str) -> str:
    """All samples in one style, each on a page of its own."""
    pages = [
        captioned(i + 1, f"{name} 示例", table(t, style, columns, **ALIGNED[look]))
        for i, (name, (t, columns)) in enumerate(SAMPLES.items())
        if (style, name) not in UNLIKELY
    ]
    return paper("\n#pagebreak()\n".join(pages))


@pytest.mark.parametrize("look", ALIGNED)
@pytest.mark.parametrize("style", STYLES)
def test_grid(style: str, look: str) -> None:
    found = grids_in(document(style, look))
    names = [n for n in SAMPLES if (style, n) not in UNLIKELY]
    assert [g.label for g in found] == [f"表{i + 1}" for i, n in enumerate(SAMPLES) if n in names]
    wrong = {n: texts(g) for n, g in zip(names, found, strict=True) if texts(g) != SAMPLES[n][0].grid()}
    assert not wrong


@pytest.mark.parametrize("style", ["full", "horizontal", "three-line", "zebra", "none"])
def test_header_and_panels(style: str) -> None:
    found = dict(
        zip([n for n in SAMPLES if (style, n) not in UNLIKELY], grids_in(document(style, "center")), strict=True)
    )
    assert {n: g.header_rows for n, g in found.items() if g.header_rows != len(SAMPLES[n][0].header)} == {}
    assert found["two panels"].bands == [(0, 3), (3, 6)]
    assert found["three panels"].bands == [(0, 3), (3, 6), (6, 9)]
    assert found["four panels"].bands == [(0, 2), (2, 4), (4, 6), (6, 8)]
    assert found["ranking"].bands == [(0, 4)]


@pytest.mark.parametrize("style", ["full", "three-line", "none"])
def test_a_merged_cell_is_one_object(style: str) -> None:
    found = next(g for g in grids_in(document(style, "center")) if g.rows[0][0].text == "区域")
    assert len({id(row[0]) for row in found.rows[1:6]}) == 1
    assert found.rows[5][0] is not found.rows[6][0]


def test_evidence_of_a_wrapped_cell() -> None:
    found = next(g for g in grids_in(document("three-line", "center")) if g.rows[0][1].text == "政策名称")
    cell = found.rows[3][3]
    lines = cell.evidence("table")
    assert len(lines) > 1
    assert "".join(e.text for e in lines) == cell.text
    assert all(e.bbox[0] >= cell.box[0] - 1 and e.bbox[2] <= cell.box[2] + 1 for e in lines)


def test_latin_words_part_where_a_line_ends() -> None:
    found = next(g for g in grids_in(document("full", "center")) if g.rows[0][0].text == "Rank")
    assert found.rows[1][3].text == "stable growth in all of the dimensions"
    assert found.rows[4][1].text == "Hong Kong, China"


@pytest.mark.parametrize("align", ["center", "left"])
@pytest.mark.parametrize("style", ["three-line", "none", "frame", "header rule", "header fill"])
def test_rows_as_close_as_lines(style: str, align: str) -> None:
    pages = [
        captioned(i + 1, name, table(t, style, columns, align=align, inset=f"(x: 5pt, y: {inset}pt)"))
        for i, (inset, (name, (t, columns))) in enumerate(product((2, 3), TIGHT.items()))
    ]
    found = grids_in(paper("\n#pagebreak()\n".join(pages)))
    assert [texts(g) for g in found] == [t.grid() for t, _ in TIGHT.values()] * 2


@pytest.mark.parametrize("inset", ["2pt", "2.5pt"])
@pytest.mark.parametrize("align", ["center", "left"])
@pytest.mark.parametrize("style", ["three-line", "none", "frame"])
def test_counted_rows_closer_than_the_lines_of_a_cell(style: str, align: str, inset: str) -> None:
    t = ranking(12, 3, 3)
    columns = ", ".join(["30pt, 46pt, 46pt"] * 3)
    ranks = table(t, style, columns, align=align, inset=f"(x: 4pt, y: {inset})")
    found = grids_in(paper("#set par(leading: 0.75em)", captioned(1, "百强榜", ranks)))
    assert [texts(g) for g in found] == [t.grid()]


@pytest.mark.parametrize("style", ["three-line", "none", "horizontal", "zebra"])
def test_names_with_smaller_lines_under_them(style: str) -> None:
    """The city over its English, or its province; rank and score stand halfway between."""
    english = ["Beijing", "Shanghai", "Shenzhen", "Hangzhou", "Guangzhou", "Nanjing", "Suzhou", "Chengdu"]
    cities = ["北京", "上海", "深圳", "杭州", "广州", "南京", "苏州", "成都"]
    body = [[str(i + 1), f"{c}{e}", f"{95.5 - i}"] for i, (c, e) in enumerate(zip(cities, english, strict=True))]
    source = table(Table([["排名", "城市", "得分"]], body), style, inset="(x: 8pt, y: 2pt)")
    for c, e in zip(cities, english, strict=True):
        source = source.replace(f"[{c}{e}]", f"[#text(10pt)[{c}] \\ #text(7pt)[{e}]]")
    found = grids_in(paper(PROSE, captioned(1, "城市得分", source), PROSE))
    assert [texts(g) for g in found] == [[["排名", "城市", "得分"], *body]]


@pytest.mark.parametrize("style", ["three-line", "none", "full"])
def test_names_of_columns_that_touch(style: str) -> None:
    """Set wider than the columns, side by side without a gap."""
    head = ["Rank", "City", "Score", "Change"]
    t = ranking(8, 2, 4)
    body = [[c if i % 4 < 2 else f"{90 - k}.5" if i % 4 == 2 else "—" for i, c in enumerate(row)] for k, row in enumerate(t.body)]  # fmt: skip
    source = table(Table([head * 2], body), style, ", ".join(["27pt, 60pt, 27.5pt, 36.5pt"] * 2), inset="(x: 0pt, y: 3pt)")  # fmt: skip
    found = grids_in(paper(PROSE, captioned(1, "Top 16", source), PROSE, size=10.5))
    assert [texts(g) for g in found] == [[head * 2, *body]]


def test_a_name_over_two_levels_is_not_cut() -> None:
    body = [[c, "90.1", "1", "88.2", "2"] for c in CITIES[:6]]
    t = Table([[("城市", 2, 1), ("综合排名", 1, 2), ("城市排名", 1, 2)], ["得分", "名次", "得分", "名次"]], body, 5)
    found = grids_in(paper(PROSE, captioned(1, "排名", table(t, "full")), PROSE))
    assert [texts(g) for g in found] == [t.grid()]
