"""Editions of one invented list, for tests of years."""

from typing import Any

from papers import where

from schema import Paper
from schema.dimension import Dimension
from schema.document import Document, Page
from schema.ranking import Ranking, RankingEntry
from schema.tier import RankChange

CITIES = ("济南市", "青岛市", "深圳市", "北京市", "上海市", "广州市", "杭州市", "成都市", "武汉市", "南京市")


def edition(
    year: int, cities: tuple[str, ...] = CITIES, changes: dict[str, int | None] | None = None, *, dimensions: str = "",
    entered: str = "", scores: float | None = None, moves: tuple[RankChange, ...] = (), text: str = "", **more: Any,
) -> Paper:  # fmt: skip
    """A paper with one list; `changes` are printed moves, `dimensions` and `entered` names with blanks between."""
    claimed = more.pop("claimed", None)
    title = more.pop("list", f"{year}样例榜")
    document = {"id": f"p-{year}", "title": f"{year}样例报告", "publisher": "样例研究院", "year": year} | more
    return Paper(
        extractor="test",
        document=Document(**document, page_count=2, sha256=f"{year:064}", text_layer="sound"),
        pages=[Page(number=n, width=595.0, height=842.0, text_layer="sound", text=text) for n in (1, 2)],
        rankings=[
            Ranking(
                label="表1", title=title, year=year, ordered=True, claimed_size=claimed, evidence=where(2, text=title),
                entries=[
                    RankingEntry(
                        rank=n, city=city, as_printed=city.removesuffix("市"), change=(changes or {}).get(city),
                        entered=True if city in entered.split() else None, score=scores and scores - n,
                        evidence=where(2, y=100.0 + 14 * n, text=city),
                    )
                    for n, city in enumerate(cities, 1)
                ],
            )
        ],
        dimensions=[
            Dimension(name=name, level=1, evidence=where(1, y=300.0 + 14 * n)) for n, name in enumerate(dimensions.split())
        ],
        rank_changes=list(moves),
    )  # fmt: skip


def move(city: str, change: int, rank: int | None = None, text: str = "") -> RankChange:
    """A move told in words."""
    return RankChange(
        city=city, change=change, rank=rank, evidence=where(1, y=500.0, text=text or f"{city}{change:+d}")
    )
