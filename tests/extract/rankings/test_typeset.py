"""Invented rankings of every city of China, set in widely different designs, read back from the PDF row by row."""

import random
from functools import lru_cache

import pytest
import typst

from extract.paper import extract_paper
from extract.places import Place, gazetteer
from extract.places.forms import bare
from schema.ranking import Ranking

HEAD = """#set page(paper: "a4", margin: 50pt, numbering: "1")
#set text(font: "Noto Sans CJK SC", size: 9pt, lang: "zh")
= 2024中国城市测试指数报告
#set table(inset: (x: 4pt, y: 3pt), align: center)
"""


def _cities() -> list[Place]:
    found = [p for p in gazetteer().by_code.values() if p.level in ("municipality", "prefecture") and p.until is None]
    random.Random(7).shuffle(found)
    return found


def _province(place: Place) -> str:
    return gazetteer().province_of(place).name


def _table(title: str, columns: int, cells: list[str], stroke: str = "0.5pt") -> str:
    set_ = [c if c.startswith("table.") else f"[{c}]" for c in cells]
    head, body = ", ".join(set_[:columns]), ", ".join(set_[columns:])
    return f"\n#pagebreak(weak: true)\n#align(center)[{title}]\n#align(center, table(columns: {columns}, stroke: {stroke}, table.header({head}), {body}))\n"


@lru_cache(maxsize=1)
def _rankings() -> dict[str, Ranking]:
    cities = _cities()
    full: list[str] = ["名次", "城市", "省/自治区/直辖市", "指数", "较上年变化"]
    for i, p in enumerate(cities, 1):
        full += [str(i), p.name, _province(p), f"{95 - i / 10:.2f}", ["—", "↑3", "↓2", "新上榜"][i % 4]]
    short = ["排名", "地区", "排名", "地区", "排名", "地区"]
    rows = (len(cities) + 2) // 3
    for i in range(rows):
        for k in (i, i + rows, i + 2 * rows):
            short += (
                [str(k + 1), f"{bare(_province(cities[k]))}{bare(cities[k].name)}"] if k < len(cities) else ["", ""]
            )
    lists = ["省（区、市）", "城市"]
    by_province: dict[str, list[str]] = {}
    for p in cities:
        by_province.setdefault(_province(p), []).append(p.name)
    for name, members in by_province.items():
        lists += [name, "、".join(members)]
    merged = ["区域", "省份", "城市"]
    regions: dict[str, dict[str, list[str]]] = {}
    for p in cities[:60]:
        province = gazetteer().province_of(p)
        regions.setdefault(province.region or "", {}).setdefault(bare(province.name), []).append(bare(p.name))
    for region, provinces in regions.items():
        count = sum(map(len, provinces.values()))
        merged.append(f"table.cell(rowspan: {count})[{region}（{count}个）]")
        for name, members in provinces.items():
            merged += [f"table.cell(rowspan: {len(members)})[{name}]", *members]
    source = HEAD
    source += _table("表1　2024城市测试指数排名", 5, full)
    source += _table("表2　2024城市活力指数排名", 6, short, "(x, y) => (top: 0.5pt, bottom: 0.5pt)")
    source += _table("表3　2024城市治理百强榜", 2, lists)
    source += _table("表4　2024城市服务六十强榜", 3, merged)
    paper = extract_paper(typst.compile(source.encode()))
    return {r.label or "": r for r in paper.rankings if r.told == "table"}


def _rows(label: str) -> list[tuple[int | None, str | None, str | None]]:
    return [(e.rank, e.city, e.province) for e in _rankings()[label].entries]


def test_all_are_found() -> None:
    assert list(_rankings()) == ["表1", "表2", "表3", "表4"]


@pytest.mark.parametrize("label", ["表1", "表2"])
def test_ranks_of_every_city(label: str) -> None:
    assert _rows(label) == [(i, p.name, _province(p)) for i, p in enumerate(_cities(), 1)]


def test_scores_and_changes() -> None:
    first = _rankings()["表1"].entries[:4]
    assert [(e.score, e.change, e.entered) for e in first] == [
        (94.9, 3, None), (94.8, -2, None), (94.7, None, True), (94.6, 0, None),
    ]  # fmt: skip


def test_lists_by_province() -> None:
    assert sorted(_rows("表3"), key=str) == sorted(((None, p.name, _province(p)) for p in _cities()), key=str)
    assert _rankings()["表3"].ordered is False


def test_lists_by_region() -> None:
    entries = _rankings()["表4"].entries
    want = {(p.name, _province(p), gazetteer().province_of(p).region) for p in _cities()[:60]}
    assert {(e.city, e.province, e.region) for e in entries} == want
    assert len(entries) == 60 and _rankings()["表4"].claimed_size == 60
