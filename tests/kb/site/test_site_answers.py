"""What an analyst asks first: where a city stands, what moved, who issued what, what could not be read."""

import asyncio
import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from papers import where
from ranked_lists import CITIES, edition, move
from small_papers import case, policy, small

from kb.site.pages.place import history
from kb.site.pages.ranking import first
from kb.site.serve import datasette_for
from schema import Paper
from schema.ranking import Ranking, RankingEntry
from schema.table import Table

Look = Callable[..., str]


@pytest.fixture
def look(base: Path, put: Any) -> Look:
    """The words of a page, markup off, of a site that holds some papers."""

    def look(path: str, *papers: Paper) -> str:
        for paper in papers:
            put(base, paper)
        page = asyncio.run(datasette_for(base).client.get(path))
        assert page.status_code == 200, page.text
        main = page.text[page.text.index("<main") :]
        return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", main)))

    return look


def of_provinces() -> Paper:
    names = ("北京市", "广东省", "上海市")
    entries = [RankingEntry(rank=n, province=p, as_printed=p[:2], evidence=where()) for n, p in enumerate(names, 1)]
    return small(
        "省",
        2022,
        rankings=[Ranking(title="省级算力榜", scope="province", ordered=True, entries=entries, evidence=where())],
    )


def test_a_municipality_is_found_in_lists_of_cities_and_of_provinces(look: Look) -> None:
    found = look("/whitepapers/where_a_city_is_ranked?city=北京市", of_provinces(), edition(2021))
    assert "2 行" in found
    assert "省级算力榜" in found
    assert "2021样例榜" in found
    assert "广东省" not in found


def test_a_city_searched_for_comes_first_with_its_ranks(look: Look) -> None:
    found = look("/-/search?q=济南", edition(2021), edition(2022, ("青岛市", "济南市")))
    own = found[found.index("hits") : found.index("榜单条目")]
    assert re.search("济南市 .*第 2 名 · 表1 2022样例榜 .*第 1 名 · 表1 2021样例榜", own)
    assert "济南 市 · 第 2 名 · 表1 2022样例榜" in found


@pytest.mark.parametrize(("q", "own"), [("济南市 样例", True), ("济", False), ("2021样例榜", False)])
def test_only_a_places_name_brings_its_card(look: Look, q: str, own: bool) -> None:
    assert ("它的案例、框架" in look(f"/-/search?q={q}", edition(2021))) == own


def test_a_table_is_found_with_its_cells_not_as_json(look: Look) -> None:
    grid = [["名次", "城市"], ["14", "东莞市"], ["15", "沈阳市"]]
    found = look(
        "/-/search?q=东莞",
        small("表", tables=[Table(label="表1", pages=[1], header_rows=1, grid=grid, evidence=where())]),
    )
    assert '"' not in found[found.index("表 ") :]
    assert re.search("14 东莞 ?市 ／ 15 沈阳市", found)


def test_policies_are_found_by_who_issued_them(look: Look) -> None:
    paper = small(
        "策", policies=[policy("2021年政府工作报告", "national"), policy("国务院国资委通知", "municipal", of="济南市")]
    )
    found = look("/whitepapers/policies_of_an_issuer?issuer=国务院", paper)
    assert "1 行" in found
    assert "2021年政府工作报告" in found


def test_an_empty_answer_to_a_question_without_conditions_says_what_it_means(look: Look) -> None:
    found = look(
        "/whitepapers/policies_of_several_cities", small("策", policies=[policy("规划", "national", "济南市")])
    )
    assert "没有哪份政策与两个以上城市相连" in found
    assert "换一个条件" not in found


def moved() -> tuple[Paper, Paper]:
    """Two editions of 10 cities: the last rises to the top, so nine fall by one; 郑州市 enters and 南京市 leaves."""
    return edition(2021), edition(2022, (CITIES[8], *CITIES[:8], "郑州市"))


def test_a_list_against_its_last_edition_counts_all_and_cuts_no_ties(look: Look) -> None:
    found = look("/-/ranking/p-2022/表1", *moved())
    assert "升 1 降 8 不变 0 新上榜 1 落榜 1" in found
    assert all(f"{city} ↓1" in found for city in CITIES[:8])


def test_two_editions_are_compared_in_a_query_a_row_each(look: Look) -> None:
    found = look("/whitepapers/two_editions_of_a_list", *moved())
    assert "11 行" in found
    for row in ("武汉市 上升 8 9 1", "济南市 下降 -1 1 2", "郑州市 新上榜 — — 10", "南京市 落榜 — 10 —"):
        assert row in found
    assert look("/whitepapers/two_editions_of_a_list?ranking=p-2021/表1").count("没有同一榜单的两版") == 1


@pytest.mark.parametrize(("moves", "shown"), [([3, 2], 2), ([9, 8, 7, 6, 5, 4, 3, 2, 1], 8), ([5, *[2] * 9, 1], 10)])
def test_moves_as_large_as_the_last_shown_are_shown(moves: list[int], shown: int) -> None:
    assert first([{"change_computed": -move} for move in moves]) == shown


def test_a_derived_rank_is_never_drawn_over_a_printed_one() -> None:
    row = {"series": "s", "list": "榜", "criterion": None, "rank": 1, "edition": 2021}
    printed, derived = history([row], [{"list": "榜", "rank": 3, "year": 2020}])
    assert printed == {"name": "榜", "points": [[2021, 1]]}
    assert (derived["points"], derived["printed"]) == ([[2020, 3], [2021, 1]], [2021])


@pytest.mark.parametrize(("layer", "why"), [("missing", "扫描件"), ("garbled", "乱码")])
def test_a_paper_of_which_nothing_could_be_read_is_marked_and_not_counted(look: Look, layer: Any, why: str) -> None:
    unread = small("扫", 2023)
    unread.document.text_layer = layer
    home = look("/", unread, small("读", 2022))
    assert re.search(r" 1 白皮书", home)
    assert "另有 1 份读不出" in home
    listed = look("/-/papers")
    assert listed.index("2022读报告") < listed.index("读不出 nothing read")
    assert why in listed


def test_a_name_that_means_no_place_is_marked_in_its_list(look: Look) -> None:
    paper = edition(2021)
    paper.rankings[0].entries[1] = (
        paper.rankings[0].entries[1].model_copy(update={"city": None, "as_printed": "青倒市"})
    )
    found = look("/-/ranking/p-2021/表1", paper)
    assert "青倒市 未认定" in found
    assert found.count("未认定") == 1


def test_a_province_is_no_neighbour_of_its_cities(look: Look) -> None:
    found = look("/-/place/370100", small("例", case_studies=[case("济南市"), case("青岛市", 2), case("山东省", 3)]))
    assert "青岛市" in found[found.index("同省的地方") :]
    assert "山东省" not in found[found.index("同省的地方") :]


def test_what_a_list_met_is_said_once(look: Look) -> None:
    told = Ranking(
        metric="算力规模", criterion="前3名", told="prose", entries=edition(2021).rankings[0].entries, evidence=where()
    )
    assert look("/-/rankings", small("句", rankings=[told])).count("前3名") == 1


def of_county() -> Paper:
    own = policy("德清县数字乡村建设三年行动计划", None, of="德清县")
    cited = policy("浙江省数字乡村建设实施方案", "provincial", of="浙江省")
    aside = policy("浙江省公共数据条例", "provincial", of="浙江省")
    for one in (own, cited):
        one.mentions[0].place = "德清县"
    told = case("德清县", 1, own.title, cited.title).model_copy(update={"city": None, "place": "德清县"})
    return small("县", 2024, policies=[own, cited, aside], case_studies=[told])


def test_a_county_has_what_it_issued_and_what_its_case_cites(look: Look) -> None:
    page = look("/-/place/330521", of_county())
    listed, _, others = page[page.index("政策 Policies") :].partition("本省的其他政策")
    others = others.partition("案例 Case studies")[0]
    assert "《德清县数字乡村建设三年行动计划》 本地发布 issued here" in listed
    assert "《浙江省数字乡村建设实施方案》 其案例引用 cited in its case" in listed
    assert "公共数据条例" not in listed and "公共数据条例" in others and "实施方案" not in others
    asked = look("/whitepapers/policies_of_a_city?city=德清县")
    assert "本地发布" in asked and "其案例引用" in asked and "公共数据条例" not in asked
    assert "湖州市" not in look("/whitepapers/policy_city"), "its policies bind no city"


def test_a_rank_derived_from_a_table_and_from_words_stands_once(look: Look) -> None:
    paper = edition(2022, changes={"济南市": 2}, moves=(move("济南市", 2, 1),))
    page = look("/-/place/370100", paper)
    assert page.count("derived, not printed") == 1 and "2021 年第 3 名" in page


def test_the_most_cited_policies_say_in_how_many_papers(look: Look) -> None:
    both, often = (
        policy("关于构建数据基础制度的意见", "national"),
        policy("全国一体化算力网实施方案", "national", "济南市", "青岛市", "成都市"),
    )
    home = look("/", small("甲", 2021, policies=[both, often]), small("乙", 2022, policies=[both]))
    assert home.index("《关于构建数据基础制度的意见》 2 份文献，2 次") < home.index(
        "《全国一体化算力网实施方案》 1 份文献，3 次"
    )


def test_a_list_of_one_edition_is_held_against_the_ranks_derived_from_its_moves(look: Look, base: Path) -> None:
    page = look("/whitepapers/two_editions_of_a_list", edition(2022, changes={"济南市": 2, "青岛市": -1}))
    assert "2021（推算 derived） → 2022" in page
    assert re.search(r"济南市 上升 \+?2 3 1 \+?2 上一版为推算", page) and "青岛市 下降" in page
    assert "新上榜" not in page.partition("原文")[2] and "深圳市" not in page


def test_a_query_with_nothing_to_choose_from_asks_for_no_words(look: Look, base: Path) -> None:
    assert "还没有同一榜单的两版" in look("/whitepapers/two_editions_of_a_list", small("甲"))
    page = asyncio.run(datasette_for(base).client.get("/whitepapers/two_editions_of_a_list")).text
    assert '<select name="ranking">' in page and '<input type="text" name="ranking"' not in page


def test_the_home_page_leads_to_the_papers_it_does_not_list(look: Look, base: Path, put: Any) -> None:
    assert "全部 6 份" not in look("/", *(small(f"第{n}", 2010 + n) for n in range(6)))
    assert "全部 7 份" in look("/", small("第七", 2020))
