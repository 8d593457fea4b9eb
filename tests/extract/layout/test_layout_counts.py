"""Numbers set large in a row, each with what it counts; near them titles over text, years and tables, which are no such rows."""

from collections.abc import Callable

import pytest

PAGE = "#set page(width: 720pt, height: 405pt, margin: 30pt)\n#set par(first-line-indent: 0em, justify: false)\n"
TEXTS = [
    "国务院印发指导意见，明确到2025年的目标，各地出台配套方案，逐级分解任务。",
    "网上办事用户突破九亿人，群众期待跨省通办，高频事项仍有堵点需要打通。",
    "大模型进入政务热线，回复时间明显缩短，部门之间共享数据的意愿上升。",
]
NUMBERS = [
    ("92.6%", "事项网上可办率"),
    ("8.7亿", "实名用户数量"),
    ("337个", "参评城市数量"),
    ("15分钟", "平均办理时长"),
]


def strip(pairs: list[tuple[str, str]], down: bool = True, **more: str) -> str:
    cells = ", ".join(
        "align(center)[" + "\n\n".join([f"#text(24pt)[{n}]", f"#text(10pt)[{name}]"][:: 1 if down else -1]) + "]"
        for n, name in pairs
    )
    shape = ", ".join(f"{k}: {v}" for k, v in more.items())
    return f"#block(width: 100%, inset: 8pt, {shape})[#grid(columns: (1fr,) * {len(pairs)}, {cells})]\n"


def columns(heads: tuple[str, ...]) -> str:
    cells = ", ".join(f"[#text(13pt, weight: 700)[{h}]\n\n{t * 2}]" for h, t in zip(heads, TEXTS, strict=True))
    return f"#grid(columns: (1fr,) * 3, gutter: 20pt, {cells})\n"


@pytest.mark.parametrize(
    ("down", "more"),
    [(True, {"fill": "rgb(220, 230, 240)"}), (True, {}), (False, {})],
    ids=["names under, band", "names under", "names over"],
)
def test_numbers_over_columns_of_another_count(
    read: Callable[[str], list[tuple[str, str]]], down: bool, more: dict[str, str]
) -> None:
    heads = ("供给", "需求", "环境")
    found = [t for _, t in read(f"{PAGE}= 数说成效\n{strip(NUMBERS, down, **more)}#v(14pt)\n{columns(heads)}")]
    told = [x for pair in NUMBERS for x in (pair if down else pair[::-1])]
    assert found == ["数说成效", *told, *(x for h, t in zip(heads, TEXTS, strict=True) for x in (h, t * 2))]


def test_numbers_over_titles_of_text_are_columns(read: Callable[[str], list[tuple[str, str]]]) -> None:
    heads = ("事项上网", "用户增长", "时间缩短")
    cells = ", ".join(
        f"[#text(24pt)[{n}]\n\n#text(13pt, weight: 700)[{h}]\n\n{t}]"
        for (n, _), h, t in zip(NUMBERS, heads, TEXTS, strict=False)
    )
    found = [t for _, t in read(f"{PAGE}= 数说成效\n#grid(columns: (1fr,) * 3, gutter: 20pt, {cells})")]
    told = [x for (n, _), h, t in zip(NUMBERS, heads, TEXTS, strict=False) for x in (n, h, t)]
    assert found == ["数说成效", *told]
