"""`kb review`, and decisions that hold whatever is read again."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from papers import full_paper, mention, where

from kb.base.file import for_writing
from kb.base.tables import TABLES
from kb.cli import main
from kb.errors import KbError
from kb.ingest.run import Options, ingest
from kb.resolve.decisions import Decision, find_file, read
from kb.store import remove
from schema import Paper
from schema.platform import Platform
from schema.policy import Policy

SHORT, DATED = "无锡市数字经济行动方案", "无锡市数字经济行动方案（2020—2022年）"


def paper(id: str, year: int, title: str, platform: str) -> Paper:
    found = full_paper(id, year)
    policy = Policy(
        title=title, cities=["无锡市"], evidence=where(3), mentions=[mention(3, f"《{title}》", city="无锡市")]
    )
    brain = Platform(city="无锡市", name=platform, evidence=where(2, y=400.0))
    return found.model_copy(update={"policies": [*found.policies, policy], "platforms": [*found.platforms, brain]})


@pytest.fixture
def filled(base, put) -> Path:
    put(base, paper("a", 2021, SHORT, "城市大脑"))
    put(base, paper("b", 2022, DATED, "无锡城市大脑"))
    return base


def rows(base: Path, sql: str) -> list[Any]:
    with sqlite3.connect(base) as db:
        return db.execute(sql).fetchall()


def dump(base: Path) -> list[list[Any]]:
    return [rows(base, f"SELECT * FROM {t.name} ORDER BY {', '.join(t.key)}") for t in TABLES if t.name != "ingests"]


def review(base: Path, file: Path, *answers: str, **more: Any) -> Result:
    args = ["review", "--db", str(base), "--decisions", str(file)]
    return CliRunner().invoke(main, args, input="".join(f"{a}\n" for a in answers), **more)


def test_doubtful_pairs_land_in_a_table_with_reasons(filled):
    found = rows(filled, "SELECT thing_table, one, other, reasons FROM merge_candidates ORDER BY 1")
    assert [row[:3] for row in found] == [
        ("platforms", "无锡市/城市大脑", "无锡市/无锡城市大脑"), ("policies", SHORT, DATED),
    ]  # fmt: skip
    assert "括号" in found[1][3]
    listed = CliRunner().invoke(main, ["review", "--list", "--db", str(filled)])
    assert listed.exit_code == 0
    assert DATED in listed.output


def test_same_makes_one_row_and_all_that_hangs_on_it_follows(filled, tmp_path):
    result = review(filled, tmp_path / "decisions.yml", "d", "s")
    assert result.exit_code == 0, result.output
    assert rows(filled, f"SELECT id, title, papers FROM policies WHERE id IN ('{SHORT}', '{DATED}')") == [
        (SHORT, DATED, 2)
    ]
    assert rows(filled, f"SELECT document FROM policy_citations WHERE policy = '{SHORT}' ORDER BY 1") == [
        ("a",),
        ("b",),
    ]
    assert rows(filled, f"SELECT document FROM policy_cities WHERE policy = '{SHORT}' ORDER BY 1") == [("a",), ("b",)]
    assert rows(filled, f"SELECT document FROM evidence WHERE fact_table = 'policies' AND fact = '{SHORT}' ORDER BY 1") == [
        ("a",), ("b",),
    ]  # fmt: skip
    assert rows(filled, "SELECT count(*) FROM platforms WHERE city = '320200'") == [(2,)]
    assert rows(filled, "SELECT count(*) FROM merge_candidates") == [(0,)]
    assert rows(filled, "PRAGMA foreign_key_check") == []
    assert "没有疑似同一的" in review(filled, tmp_path / "decisions.yml").output


def test_later_asks_again_and_stop_keeps_what_is_decided(filled, tmp_path):
    file = tmp_path / "decisions.yml"
    assert review(filled, file, "l", "l").exit_code == 0
    assert not file.exists()
    assert len(rows(filled, "SELECT * FROM merge_candidates")) == 2
    review(filled, file, "d", "q")
    assert [(d.kind, d.decision) for d in read(file)] == [("platforms", "different")]
    assert len(rows(filled, "SELECT * FROM merge_candidates")) == 1


def test_where_nobody_answers_any_more_what_is_decided_counts(filled, tmp_path):
    result = review(filled, tmp_path / "decisions.yml", "s")
    assert result.exit_code == 0
    assert "1 条判断写入" in result.output
    assert rows(filled, "SELECT thing_table FROM merge_candidates") == [("policies",)]


def test_what_was_written_by_hand_is_not_asked_again(filled, tmp_path):
    file = tmp_path / "decisions.yml"
    file.write_text(f"- {{kind: policies, decision: same, one: {SHORT}, other: {DATED}}}\n", encoding="utf-8")
    result = review(filled, file, "d")
    assert "[1/1] 平台" in result.output
    assert [d.decision for d in read(file)] == ["same", "different"]
    assert rows(filled, "SELECT count(*) FROM merge_candidates") == [(0,)]


def test_the_file_can_be_read_and_edited(filled, tmp_path):
    file = tmp_path / "decisions.yml"
    review(filled, file, "s", "q")
    text = file.read_text(encoding="utf-8")
    assert "# 哪些名称说的是同一事物" in text
    file.write_text(text + "# 我的话 my own words\n", encoding="utf-8")
    review(filled, file, "d")
    text = file.read_text(encoding="utf-8")
    assert "# 我的话 my own words" in text
    assert [one["decision"] for one in yaml.safe_load(text)] == ["same", "different"]


def test_decisions_hold_when_papers_are_read_again_and_in_any_order(filled, put, tmp_path, empty_base):
    file = tmp_path / "decisions.yml"
    review(filled, file, "s", "s")
    decided = dump(filled)
    assert put(filled, paper("b", 2022, DATED, "无锡城市大脑")) == {}
    with for_writing(filled) as db, db.atomic():
        remove(db, "a")
    assert rows(filled, "SELECT id FROM policies WHERE id LIKE '无锡%'") == [(DATED,)]
    put(filled, paper("a", 2021, SHORT, "城市大脑"))
    assert dump(filled) == decided
    other = tmp_path / "other.db"
    other.write_bytes(empty_base.read_bytes())
    ingest([], other, Options("1", decisions=read(file)), Deaf())
    put(other, paper("b", 2022, DATED, "无锡城市大脑"))
    put(other, paper("a", 2021, SHORT, "城市大脑"))
    assert dump(other) == decided


class Deaf:
    """A listener that does not care."""

    def start(self, files: int) -> None: ...
    def done(self, result: object) -> None: ...


def test_a_decision_taken_back_parts_them_again(filled, tmp_path):
    before = dump(filled)
    review(filled, tmp_path / "decisions.yml", "s", "s")
    assert dump(filled) != before
    ingest([], filled, Options("1", decisions=[]), Deaf())
    assert dump(filled) == before


def test_decisions_the_base_knows_are_not_lost_with_their_file(filled, tmp_path):
    review(filled, tmp_path / "one.yml", "s", "q")
    review(filled, tmp_path / "two.yml", "s")
    assert [d.kind for d in read(tmp_path / "two.yml")] == ["platforms", "policies"]


def test_two_names_in_one_paper_decided_to_be_one_are_one_row(base, put, tmp_path):
    found = paper("a", 2021, SHORT, "城市大脑")
    other = paper("a", 2021, DATED, "无锡城市大脑")
    found.policies.append(other.policies[-1])
    found.platforms.append(other.platforms[-1])
    put(base, found)
    before = dump(base)
    assert rows(base, "SELECT thing_table FROM merge_candidates ORDER BY 1") == [("platforms",), ("policies",)]
    assert review(base, tmp_path / "d.yml", "s", "s").exit_code == 0
    assert rows(base, "SELECT papers FROM platforms WHERE city = '320200'") == [(1,)]
    assert rows(base, "SELECT count(*) FROM policies WHERE title LIKE '无锡市数字经济%'") == [(1,)]
    assert rows(base, f"SELECT count(*) FROM policy_citations WHERE policy = '{SHORT}'") == [(2,)]
    assert rows(base, "PRAGMA foreign_key_check") == []
    assert put(base, found) == {}
    ingest([], base, Options("1", decisions=[]), Deaf())
    assert dump(base) == before


def test_issuers_decided_to_be_one_are_one(base, put, tmp_path):
    for id, year, name in (("a", 2021, "浙江省发展改革委员会"), ("b", 2022, "浙江省发展和改革委员会")):
        found = full_paper(id, year)
        own = Policy(title=f"浙江省第{year}号项目清单", issuers=[name], evidence=where(3), mentions=[mention(3, "x")])
        put(base, found.model_copy(update={"policies": [own]}))
    review(base, tmp_path / "d.yml", "s")
    assert rows(base, "SELECT name, policies FROM issuers") == [("浙江省发展和改革委员会", 2)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {kind: policies, decision: same, one: a}", "不对"),
        ("- {kind: cities, decision: same, one: a, other: b}", "不对"),
        ("kind: policies", "列表"),
        ("- {kind: [", "YAML"),
        (
            "- {kind: policies, decision: same, one: a, other: b}\n- {kind: policies, decision: different, one: b, other: a}",
            "既同又异",
        ),
        (
            "- {kind: policies, decision: same, one: a, other: b}\n- {kind: policy, decision: same, one: a, other: b}",
            "第 2 条",
        ),
        ("- {kind: policies, decision: 同, one: a, other: b}", "只能是 same, different"),
        ("- {kind: policies, decision: same, one: a, other: a}", "是同一个"),
        ("- {kind: policies, decision: same, one: a, one: b, other: c}", "第 1 行 one 写了两次"),
        (
            "- {kind: policies, decision: same, one: a, other: b}\n- {kind: policies, decision: same, one: b, other: c}\n"
            "- {kind: policies, decision: different, one: a, other: c}",
            "a 与 c 判为不同",
        ),
    ],
)
def test_a_file_that_is_wrong_is_a_sentence(text, says, tmp_path):
    (tmp_path / "decisions.yml").write_text(text, encoding="utf-8")
    with pytest.raises(KbError, match=says):
        read(tmp_path / "decisions.yml")


def test_keys_are_text_whatever_they_look_like(tmp_path):
    (tmp_path / "d.yml").write_text("- {kind: platforms, decision: same, one: 007, other: 2021-10-15}")
    (one,) = read(tmp_path / "d.yml")
    assert (one.one, one.other) == ("007", "2021-10-15")


def test_the_file_is_found_by_the_papers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus" / "a"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"")
    assert find_file([str(folder / "a.pdf")]) is None
    file = tmp_path / "corpus" / "decisions.yml"
    file.write_text("[]")
    for given in (folder / "a.pdf", folder, tmp_path / "corpus"):
        assert find_file([str(given)]) == file
    assert find_file() == Path("corpus/decisions.yml")
    assert read(file) == []


def test_a_decision_has_a_pair():
    one = Decision(kind="policies", decision="same", one="a", other="b")
    assert one.pair == frozenset("ab")
