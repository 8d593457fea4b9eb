"""Paragraphs and titles that a page or a column cuts."""

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]

FILL = "各地加快推进政务服务事项的标准化，压减材料和时限，群众的满意度持续提升。"
CUT = "这一句在页末被切断，其后还有《全国一体化大数据中心协同创新体系算力枢纽实施方案》以及1656亿GB的流量，一直说到下一页。"


def at_the_end(text: str, before: int, rest: str = "") -> str:
    """Paragraphs that fill a page but for some lines, and a text that starts in what is left."""
    return "\n\n".join([FILL] * before + [text]) + rest


@pytest.mark.parametrize("before", range(9, 15))
def test_page_break(read: Read, before: int) -> None:
    page = "#set page(height: 400pt, footer: context align(center)[- #counter(page).display() -], header: [样例报告])\n"
    found = read(page + at_the_end(CUT * 3, before, f"\n\n{FILL}"))
    assert [t for k, t in found] == [FILL] * before + [CUT * 3, FILL]


@pytest.mark.parametrize("before", range(7, 13))
def test_page_break_over_a_footnote(read: Read, before: int) -> None:
    page = "#set page(height: 400pt, footer: context align(center)[第 #counter(page).display() 页])\n"
    noted = CUT.replace(
        "，其后",
        "#footnote[参见《专家解读｜推动精细化治理》，载https:\\/\\/example.gov.cn，最后访问日期：2022年1月2日。]，其后",
        1,
    )
    found = read(page + at_the_end(noted + CUT * 2, before, f"\n\n{FILL}"))
    assert [t for k, t in found if k != "note"] == [FILL] * before + [CUT * 3, FILL]
    assert [t[:9] for k, t in found if k == "note"] == ["参见《专家解读｜推"]


@pytest.mark.parametrize("before", range(5, 9))
def test_column_break(read: Read, before: int) -> None:
    found = read("#set page(columns: 2, height: 400pt)\n" + at_the_end(CUT * 2, before, f"\n\n{FILL * 2}"))
    assert [t for k, t in found] == [FILL] * before + [CUT * 2, FILL * 2]


@pytest.mark.parametrize("before", range(9, 13))
def test_break_in_a_list_item(read: Read, before: int) -> None:
    found = read("#set page(height: 400pt)\n" + at_the_end(f"➤ 济南——{CUT * 3}", before, f"\n\n➤ 无锡——{FILL}"))
    assert [t for k, t in found] == [FILL] * before + [f"➤ 济南——{CUT * 3}", f"➤ 无锡——{FILL}"]


def test_no_join_where_both_are_whole(read: Read) -> None:
    found = read(f"{FILL}\n\n#pagebreak()\n{FILL}")
    assert [t for _, t in found] == [FILL, FILL]


def test_table_in_between(read: Read) -> None:
    table = "#place(top, float: true)[#table(columns: (1fr, 1fr), [城市], [得分], [甲市], [90], [乙市], [80], [丙市], [70])]"
    found = read(f"#set page(height: 330pt)\n{CUT * 6}\n\n{table}\n\n{FILL}")
    assert [t for k, t in found] == [CUT * 6, FILL]
