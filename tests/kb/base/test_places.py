"""Official names to codes."""

import sqlite3
from pathlib import Path

import pytest

from kb.base.places import division_rows, names_place, place_key


@pytest.mark.parametrize(
    ("name", "province", "scope", "code"),
    [
        ("济南市", None, None, "370100"),
        ("北京市", None, "city", "110000"),
        ("广西壮族自治区", None, "province", "450000"),
        ("海南省", None, None, "460000"),
        ("海南藏族自治州", None, None, "632500"),
        ("东莞市", None, None, "441900"),
        ("莱芜市", None, None, "371200"),
        ("嘉峪关市", None, "city", "620200"),
        ("朝阳区", "北京市", None, "110105"),
        ("朝阳区", "吉林省", "county", "220104"),
        ("昆山市", None, "county", "320583"),
        ("深圳市南山区", None, None, "440305"),
        ("北京市朝阳区", None, None, "110105"),
        ("湖州市德清县", None, None, "330521"),
        ("杭州市德清县", None, None, None),
        ("朝阳区", None, None, None),
        ("雄安", None, None, None),
        ("济南", None, None, None),
    ],
)
def test_an_official_name_has_one_code_or_none(name, province, scope, code):
    assert place_key(name, province, scope) == code


def test_every_division_is_a_row_once_and_knows_its_province(base: Path):
    rows = division_rows()
    assert len({row["code"] for row in rows}) == len(rows) == 3343  # three cities without districts stand twice
    with sqlite3.connect(base) as db:
        assert db.execute("SELECT count(*) FROM places").fetchone() == (3343,)
        told = db.execute(
            "SELECT p.name, s.name, p.region FROM places p JOIN places s ON s.code = p.province WHERE p.code = '370102'"
        ).fetchone()
        assert told == ("历下区", "山东省", "华东")


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("无锡市新型智慧城市顶层设计方案", True),
        ("广东数字政府改革建设方案", True),
        ("数字经济发展规划", False),
        ("东方财富报告", False),
    ],
)
def test_titles_that_start_with_a_place(title, names):
    assert names_place(title) is names
