"""What follows from several editions: whether they can be compared, which printed moves are wrong, derived ranks."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from ranked_lists import CITIES, edition, move

from extract.words import lexicon
from kb.base.file import for_writing
from kb.editions.names import core
from kb.store import remove
from schema.document import Passage

SWAPPED = ("青岛市", "济南市", *CITIES[2:])
RIGHT = {"青岛市": 1, "济南市": -1, **dict.fromkeys(CITIES[2:], 0)}


def rows(base: Path, sql: str, *values: Any) -> list[Any]:
    with sqlite3.connect(base) as db:
        return db.execute(sql, values).fetchall()


def wrong(base: Path) -> list[tuple[str, ...]]:
    return rows(
        base, "SELECT document, about, expected, actual FROM findings WHERE rule = 'edition_change' "
        "AND kind = 'contradiction' ORDER BY position"
    )  # fmt: skip


def take_out(base: Path, document: str) -> None:
    with for_writing(base) as db, db.atomic():
        remove(db, document)


@pytest.mark.parametrize(
    ("old", "new", "comparable", "reason"),
    [
        ({}, {}, 1, None),
        ({"claimed": 100}, {"claimed": 100}, 1, None),
        ({"claimed": 100}, {"claimed": 200}, 0, "数量不同 other size: 100 → 200"),
        ({}, {"cities": CITIES[:9]}, 1, None),
        ({}, {"cities": CITIES[:6]}, 0, "数量不同 other size: 10 → 6"),
        ({"dimensions": "治理 服务 设施"}, {"dimensions": "服务 治理 设施"}, 1, None),
        (
            {"dimensions": "治理 服务 设施"},
            {"dimensions": "治理 服务 产业"},
            0,
            "维度不同 other dimensions: −设施 +产业",
        ),
        ({"dimensions": "治理 服务"}, {"dimensions": "治理 服务 产业"}, 0, "维度不同 other dimensions: +产业"),
        ({"dimensions": "治理 服务"}, {"dimensions": "产业"}, 1, None),
        ({"dimensions": "治理 服务"}, {}, 1, None),
        ({"scores": 100.0}, {"scores": 95.0}, 1, None),
        ({"scores": 100.0}, {"scores": 1000.0}, 0, "分值尺度不同 other scale of scores: 99 → 999"),
    ],
)
def test_editions_made_otherwise_are_flagged(old, new, comparable, reason, base, put):
    put(base, edition(2021, **old))
    put(base, edition(2022, **new))
    ((found, reasons),) = rows(base, "SELECT comparable, reasons FROM editions WHERE year = 2022")
    assert (found, reasons) == (comparable, None if reason is None else f'["{reason}"]')
    assert rows(base, "SELECT DISTINCT comparable FROM rank_history WHERE year = 2022") == [(comparable,)]
    assert rows(base, "SELECT previous, comparable FROM editions WHERE year = 2021") == [(None, None)]


def test_printed_moves_that_are_wrong_are_found_with_both_sides(base, put):
    put(base, edition(2021))
    put(base, edition(2022, SWAPPED, RIGHT | {"青岛市": 2}))
    assert wrong(base) == [("p-2022", "青岛", "2", "1")]
    sides = rows(
        base, "SELECT e.document, e.text FROM evidence e JOIN findings f ON f.id = e.fact "
        "WHERE f.rule = 'edition_change' AND f.kind = 'contradiction' ORDER BY e.box"
    )  # fmt: skip
    assert sides == [("p-2022", "青岛市"), ("p-2021", "青岛市")]
    assert rows(base, "SELECT expected, actual FROM findings WHERE kind = 'confirmed'") == [("10", "9")]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # nothing is said where nothing is wrong, or where nobody can know
        ({}, {"changes": dict.fromkeys(CITIES, 0)}, []),
        ({}, {}, []),
        ({}, {"cities": (*CITIES[:9], "沈阳市"), "changes": {"沈阳市": 3}}, []),
        ({"cities": (*CITIES[:9], "沈阳市"), "year": 2020}, {"changes": {"济南市": 4}}, []),
        ({"claimed": 10}, {"claimed": 50, "changes": {"济南市": 4}}, []),
        ({"dimensions": "治理 服务"}, {"dimensions": "治理 产业", "changes": {"济南市": 4}}, []),
        # listed before, printed as new; not listed before where it should have been
        ({}, {"entered": "济南市"}, [("济南", "新上榜 new", "1")]),
        ({}, {"cities": ("沈阳市", *CITIES[:9]), "changes": {"沈阳市": 2}}, [("沈阳", "3", None)]),
        ({}, {"cities": ("沈阳市", *CITIES[:9]), "entered": "沈阳市"}, []),
        # a move told in words
        ({}, {"moves": (move("北京市", 2, 4),)}, [("北京", "2", "0")]),
        ({}, {"moves": (move("北京市", 0, 4),)}, []),
        ({}, {"moves": (move("北京市", 2, 3),)}, []),
        ({}, {"moves": (move("沈阳市", 2),)}, []),
        # the table is right and the sentence wrong
        ({}, {"changes": {"北京市": 0}, "moves": (move("北京市", 2, 4),)}, [("北京", "2", "0")]),
    ],
)  # fmt: skip
def test_false_alarms_are_worse_than_misses(old, new, found, base, put):
    year = old.get("year", 2021)
    put(base, edition(year, **{k: v for k, v in old.items() if k != "year"}))
    put(base, edition(2022, **new))
    assert [row[1:] for row in wrong(base)] == found


def test_where_most_moves_disagree_that_is_said_once(base, put):
    put(base, edition(2021))
    put(base, edition(2022, changes=dict.fromkeys(CITIES, 3)))
    assert wrong(base) == []
    assert rows(base, "SELECT kind, about, expected, actual FROM findings") == [("incomplete", "表1", "10", "0")]


def test_findings_come_and_go_with_either_edition(base, put):
    put(base, edition(2022, SWAPPED, RIGHT | {"青岛市": 2}))
    assert wrong(base) == []
    put(base, edition(2021))
    assert wrong(base) == [("p-2022", "青岛", "2", "1")]
    put(base, edition(2021, ("济南市", "深圳市", "青岛市", *CITIES[3:])))
    assert ("p-2022", "青岛", "2", "1") not in wrong(base)
    put(base, edition(2021))
    take_out(base, "p-2021")
    assert wrong(base) == []
    put(base, edition(2021))
    take_out(base, "p-2022")
    assert rows(base, "SELECT count(*) FROM findings") == [(0,)]
    assert rows(base, "SELECT count(*) FROM evidence WHERE fact_table = 'findings'") == [(0,)]
    assert rows(base, "PRAGMA foreign_key_check") == []


def test_the_previous_edition_may_be_told(base, put):
    put(base, edition(2019, series="旧名", list="2019旧榜"))
    put(base, edition(2022, series="新名", previous="p-2019", changes={"济南市": 4}))
    assert rows(base, "SELECT previous, previous_year FROM editions WHERE year = 2022") == [("p-2019/表1", 2019)]
    assert wrong(base) == [("p-2022", "济南", "4", "0")]
    assert ("p-2022", "p-2019") in rows(base, "SELECT document, previous FROM series_editions")


def test_the_previous_edition_follows_from_title_and_publisher(base, put):
    for year in (2019, 2021, 2022):
        put(base, edition(year))
    put(base, edition(2020, id="other", publisher="别家研究院"))
    assert rows(base, "SELECT document, previous FROM series_editions ORDER BY year") == [
        ("p-2019", None), ("other", None), ("p-2021", "p-2019"), ("p-2022", "p-2021"),
    ]  # fmt: skip


RENAMED = [
    # earlier list, later list, other lists of the later paper, whether it is surely the same
    ("2021城市数字化转型百强榜", "2022中国城市数字化转型指数排名", (), True),
    ("2021数字经济百强城市", "2022数字经济百强榜", (), True),
    ("2021数字经济百强榜", "2022数字经济竞争力百强榜", (), False),
    ("2021城市数字化转型百强榜", "2022城市数字化治理百强榜", (), False),
    ("2021数字经济百强榜", "2022数字经济排名", ("2022数字经济50强",), False),
    ("2021综合排名", "2022百强榜", (), False),
]


@pytest.mark.parametrize(("old", "new", "others", "same"), RENAMED)
def test_a_renamed_list_is_followed_where_only_words_that_any_list_bears_changed(old, new, others, same, base, put):
    put(base, edition(2021, list=old))
    later = edition(2022, list=new, changes={"济南市": 4})
    twins = [later.rankings[0].model_copy(update={"title": t, "label": f"表{n}"}) for n, t in enumerate(others, 2)]
    put(base, later.model_copy(update={"rankings": [*later.rankings, *twins]}))
    found = rows(base, "SELECT previous FROM editions WHERE ranking = 'p-2022/表1'")
    assert found == [("p-2021/表1" if same else None,)]
    assert bool(wrong(base)) is same


@pytest.mark.parametrize("kind", ["yes", "no"])
def test_words_that_any_list_bears(kind):
    for name in lexicon("editions")["list_noun"][kind]:
        assert (core(name) != name) is (kind == "yes"), name


def test_of_two_papers_of_one_year_that_rank_otherwise_neither_is_the_last_edition(base, put):
    put(base, edition(2021))
    put(base, edition(2021, id="revised"))
    put(base, edition(2022, SWAPPED, RIGHT))
    assert rows(base, "SELECT previous FROM editions WHERE year = 2022") == [("p-2021/表1",)]
    put(base, edition(2021, SWAPPED, id="revised"))
    assert rows(base, "SELECT previous, comparable FROM editions WHERE year = 2022") == [(None, None)]
    put(base, edition(2022, SWAPPED, RIGHT, previous="p-2021"))
    assert rows(base, "SELECT previous FROM editions WHERE year = 2022") == [("p-2021/表1",)]


def test_a_division_that_was_abolished_keeps_its_code_and_its_years(base, put):
    put(base, edition(2018, (*CITIES[:9], "莱芜市")))
    put(base, edition(2019))
    assert rows(base, "SELECT code, year, rank FROM rank_history WHERE city = '莱芜市'") == [("371200", 2018, 10)]
    assert rows(base, "SELECT entered, left_out FROM editions WHERE year = 2019") == [(1, 1)]


def sentence(text: str) -> Passage:
    from papers import where

    return Passage(id="p1", kind="paragraph", page_from=1, page_to=1, text=text, evidence=where(1, text=text))


@pytest.mark.parametrize(
    ("text", "words", "change", "rank", "derived"),
    [
        ("北京上升2个位次，居第四。", "北京上升2个位次", 2, 4, [("北京市", 2020, 6)]),
        ("与2020年相比，北京上升2个位次。", "北京上升2个位次", 2, 4, [("北京市", 2020, 6)]),
        ("与2018年相比，北京上升2个位次。", "北京上升2个位次", 2, 4, [("北京市", 2018, 6)]),
        ("五年来，北京上升2个位次。", "北京上升2个位次", 2, 4, []),
        ("2018年情况不同。北京上升2个位次。", "北京上升2个位次", 2, 4, [("北京市", 2020, 6)]),
        (
            "北京上升2个位次，居第三。",
            "北京上升2个位次",
            2,
            3,
            [],
        ),  # it is fourth in the list: some other list is meant
        ("北京下降5个位次。", "北京下降5个位次", -5, 4, []),  # it would have been before the first
    ],
)
def test_a_move_told_in_words_derives_the_rank_before(text, words, change, rank, derived, base, put):
    paper = edition(2021, moves=(move("北京市", change, rank, words),))
    put(base, paper.model_copy(update={"passages": [sentence(text)]}))
    found = rows(base, "SELECT city, year, rank FROM rank_history WHERE derived = 1")
    assert found == derived
    assert rows(base, "SELECT count(*) FROM ranking_entries") == [(10,)]


def test_a_derived_rank_gives_way_to_a_printed_one(base, put):
    put(base, edition(2022, changes={"济南市": 2}))
    sql = "SELECT rank, derived FROM rank_history WHERE city = '济南市' AND year = 2021"
    assert rows(base, sql) == [(3, 1)]
    put(base, edition(2021))
    assert rows(base, sql) == [(1, 0)]
    assert rows(base, "SELECT count(*) FROM rank_history WHERE derived = 1") == [(0,)]
    boxes = rows(base, "SELECT DISTINCT how FROM evidence WHERE fact_table = 'derived_ranks'")
    assert boxes == [("derived rank",)]
