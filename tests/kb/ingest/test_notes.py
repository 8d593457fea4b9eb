"""What is said when papers have come in."""

import sqlite3
from pathlib import Path

import pytest
from papers import full_paper
from ranked_lists import CITIES, edition

from kb.base.file import for_writing
from kb.ingest.notes import notes
from kb.resolve import Decision
from kb.store import resettle

LATER = ("青岛市", "济南市", *CITIES[2:9], "沈阳市")


def chinese(base: Path, *papers: str) -> list[str]:
    """The Chinese half of each."""
    return [line.split(" (")[0] for line in notes(base, papers)]


def test_nothing_is_said_where_nothing_is_to_be_done(base, put):
    put(base, edition(2021))
    assert notes(base, ["p-2021"]) == []


def test_the_next_edition_is_compared_and_the_command_named(base, put):
    put(base, edition(2021))
    put(base, edition(2022, LATER, {"青岛市": 5, "济南市": -1, **dict.fromkeys(CITIES[2:9], 0)}))
    wanted = [
        "p-2022：核对出矛盾 1 处；运行 kb audit p-2022",
        "p-2022：《样例榜》与 p-2021 相比，新上榜 1、落榜 1、名次有变 2；运行 kb diff 2021 2022",
    ]
    assert chinese(base, "p-2022") == wanted
    assert chinese(base, "p-2021") == wanted[1:]


def test_what_can_not_be_compared_is_said(base, put):
    put(base, edition(2021, list="2021数字经济榜", dimensions="治理 服务"))
    put(base, edition(2022, list="2022数字经济排名", dimensions="治理 产业"))
    (line,) = [x for x in notes(base, ["p-2022"]) if "相比" in x]
    assert "（那时叫《数字经济榜》）" in line
    assert "不可比 not comparable：维度不同 other dimensions: −服务 +产业；运行 kb diff" in line


def test_a_last_edition_none_of_whose_lists_is_surely_the_same_is_said(base, put):
    put(base, edition(2021, list="2021数字经济榜"))
    put(base, edition(2022, list="2022营商环境榜"))
    assert chinese(base, "p-2022") == [
        "p-2022：上一版是 p-2021，但没有哪个榜单能断定是同一个；若榜名改了，请在 source.yml 写 previous: p-2021"
    ]
    put(base, edition(2022, list="2022营商环境榜", previous="p-2021"))
    assert "《营商环境榜》与 p-2021（那时叫《数字经济榜》）" in chinese(base, "p-2022")[0]


def test_two_papers_of_one_year_and_a_last_edition_that_is_not_there(base, put):
    put(base, edition(2021))
    put(base, edition(2021, id="revised", previous="gone"))
    found = chinese(base, "revised")
    assert found[0].startswith("revised：source.yml 说上一版是 gone，库里没有")
    assert found[1].startswith(
        "revised：与 p-2021 同属《样例报告（样例研究院）》2021 年版；若是同一份请 kb remove 其一"
    )


@pytest.mark.parametrize(
    ("title", "publisher", "said"),
    [
        ("2022样例城市数字化报告——智引未来", "样例研究院", True),
        ("2022样例市数字化报告", "样例研究院", True),
        ("2022样例城市数字化报告——智引未来", "别家研究院", False),
        ("2022营商环境报告", "样例研究院", False),
        ("2022样例城市数字化报告", "样例研究院", False),
    ],
)
def test_what_looks_like_another_edition_but_is_not_known_to_be_one(title, publisher, said, base, put):
    put(base, edition(2021, title="2021样例城市数字化报告"))
    put(base, edition(2022, title=title, publisher=publisher))
    assert any("像是 p-2021《2021样例城市数字化报告》的另一版" in line for line in notes(base, ["p-2022"])) is said


def test_doubtful_pairs_and_decisions_that_do_nothing(base, put):
    put(base, full_paper("a", 2021))
    decisions = [
        Decision(kind="policies", decision="same", one="国发〔2021〕29号", other="没有的"),
        Decision(kind="issuers", decision="different", one="国务院", other="郑州市人民政府"),
        Decision(kind="policies", decision="different", one="a/实施意见", other="国发〔2021〕29号"),
        Decision(kind="platforms", decision="different", one="济南市/城市大脑", other="a/济南市/城市大脑"),
    ]
    with for_writing(base) as db, db.atomic():
        resettle(db, decisions)
    (line,) = [x for x in chinese(base) if "decisions.yml" in x]
    assert line.startswith("decisions.yml 所说的 没有的 不在库里")
    with sqlite3.connect(base) as connection:
        connection.execute(
            "INSERT INTO merge_candidates (id, thing_table, one, other, one_name, other_name, reasons) "
            "VALUES ('x', 'policies', 'a', 'b', 'A', 'B', '[]')"
        )
    assert "有 1 对名称疑似同一事物，待你判断；运行 kb review" in chinese(base)
