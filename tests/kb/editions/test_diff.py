"""`kb diff`: two years of a list, as a table, CSV and JSON."""

import csv
import io
import json
from typing import Any

import pytest
from click.testing import CliRunner
from ranked_lists import CITIES, edition, move

from kb.cli import main

LATER = ("深圳市", "济南市", "青岛市", "沈阳市", *CITIES[3:9])


@pytest.fixture
def run(base, put) -> Any:
    put(base, edition(2021, moves=(move("北京市", 2, 4),)))
    put(base, edition(2022, LATER, {"深圳市": 1}))
    return lambda *args: CliRunner().invoke(main, ["diff", *map(str, args), "--db", str(base)])


def test_json_tells_all_of_it(run):
    (told,) = json.loads(run(2021, 2022, "--format", "json", "--most", 1).stdout)
    assert (told["comparable"], told["reasons"], told["derived"]) == (True, [], False)
    assert (told["entered"], told["left"]) == (["沈阳市"], ["南京市"])
    assert (told["largest_rises"], told["largest_falls"]) == (["深圳市"], ["济南市"])
    first = told["moves"][0]
    assert (first["city"], first["before"], first["after"], first["change"], first["change_printed"]) == (
        "深圳市",
        3,
        1,
        2,
        1,
    )


def test_csv_has_a_row_a_place(run):
    text = run(2021, 2022, "--format", "csv").stdout
    rows = {r["city"]: r for r in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}
    assert len(rows) == 11
    assert (rows["深圳市"]["kind"], rows["深圳市"]["change"], rows["深圳市"]["comparable"]) == ("up", "2", "1")
    assert (rows["沈阳市"]["kind"], rows["沈阳市"]["rank_before"], rows["沈阳市"]["rank_after"]) == ("entered", "", "4")
    assert (rows["南京市"]["kind"], rows["南京市"]["rank_before"], rows["南京市"]["rank_after"]) == ("left", "10", "")


def test_the_table_shows_moves_and_what_is_printed_wrong(run):
    text = run(2022, 2021).stdout
    assert "新上榜 entered 1：沈阳市（4）" in text
    assert "落榜 left 1：南京市（10）" in text
    assert "+1 ≠" in text
    assert "不可比" not in text


def test_places_left_out_of_the_table_are_said(run):
    assert "各 1 个；全部 --all" in run(2021, 2022, "--most", 1).stdout
    assert "--all" not in run(2021, 2022).stdout + run(2021, 2022, "--all").stdout


def test_what_can_not_be_compared_is_said_first(base, put):
    put(base, edition(2021, dimensions="治理 服务"))
    put(base, edition(2022, dimensions="治理 产业"))
    text = CliRunner().invoke(main, ["diff", "2021", "2022", "--db", str(base)]).stdout
    assert "不可比 not comparable: 维度不同 other dimensions: −服务 +产业" in text.splitlines()[1]


def test_derived_ranks_are_called_so(run):
    text = run(2020, 2021).stdout
    assert "2020年的名次是推算的" in text
    (told,) = json.loads(run(2020, 2021, "--format", "json").stdout)
    assert (told["derived"], told["entered"], [m["city"] for m in told["moves"]]) == (True, [], ["北京市"])


def test_lists_are_chosen_by_series_and_name(run, base, put):
    for year in (2021, 2022):
        put(base, edition(year, id=f"q-{year}", title=f"{year}另一报告", list=f"{year}另一榜"))
    assert len(json.loads(run(2021, 2022, "--format", "json").stdout)) == 2
    assert len(json.loads(run(2021, 2022, "--format", "json", "--series", "另一").stdout)) == 1
    assert len(json.loads(run(2021, 2022, "--format", "json", "--ranking", "样例榜").stdout)) == 1


def test_years_that_are_not_there_are_a_sentence_that_says_which_are(run):
    result = run(2018, 2022)
    assert result.exit_code == 1
    assert "2021、2022" in result.stderr


def test_one_year_twice_is_wrong_usage(run):
    result = run(2021, 2021)
    assert result.exit_code == 2
    assert "两年相同" in result.stderr


def test_a_renamed_list_is_followed_over_several_editions(base, put):
    for year, name in ((2020, "数字经济百强榜"), (2021, "数字经济排名"), (2022, "数字经济排名")):
        put(base, edition(year, list=f"{year}{name}"))
    result = CliRunner().invoke(main, ["diff", "2020", "2022", "--db", str(base)])
    assert "2020年叫 called then: 数字经济百强榜" in result.stdout
    assert "不变 same 10" in result.stdout


def test_two_papers_of_one_year_are_each_compared_and_named(base, put):
    put(base, edition(2021))
    put(base, edition(2021, LATER, id="revised"))
    put(base, edition(2022))
    text = CliRunner().invoke(main, ["diff", "2021", "2022", "--db", str(base)]).stdout
    assert "（p-2021 → p-2022）" in text
    assert "（revised → p-2022）" in text


def test_the_first_places_of_a_list_printed_as_a_table_count_as_one(base, put):
    paper = edition(2023, changes={"济南市": 2, "青岛市": -1, "深圳市": 0}, list="2023样例指数前10名城市")
    paper.rankings[0].criterion = "前10名"
    put(base, paper)
    done = CliRunner().invoke(main, ["diff", "2022", "2023", "--format", "json", "--db", str(base)])
    (told,) = json.loads(done.stdout)
    assert told["derived"]
    assert {m["city"]: m["before"] for m in told["moves"]} == {"济南市": 3, "青岛市": 1, "深圳市": 3}
