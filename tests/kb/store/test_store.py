"""A paper comes, changes and goes whole, and touches no other."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from papers import TEXTS, full_paper, where

from kb.base.file import for_writing
from kb.base.index import SEARCHED, mend, out_of_step
from kb.base.tables import TABLES
from kb.store import remove
from schema.platform import Platform


def dump(base: Path) -> list[str]:
    with sqlite3.connect(base) as db:
        return list(db.iterdump())


def owned(base: Path, document: str) -> dict[str, list[Any]]:
    """All rows of a paper, with their row numbers. Where a later paper's moves are held against it is no row of its own."""
    own = {"documents": "id = ?", "evidence": "document = ? AND how <> 'edition_change'"}
    with sqlite3.connect(base) as db:
        return {
            t.name: db.execute(
                f"SELECT rowid, * FROM {t.name} WHERE {own.get(t.name, 'document = ?')} ORDER BY rowid",
                (document,),
            ).fetchall()
            for t in TABLES
            if t.owner == "document"
        }  # fmt: skip


def sound(base: Path) -> bool:
    with sqlite3.connect(base) as db:
        checks = db.execute("PRAGMA integrity_check").fetchall(), db.execute("PRAGMA foreign_key_check").fetchall()
        for table in SEARCHED:
            db.execute(f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('integrity-check')")
        return checks == ([("ok",)], []) and out_of_step(db) == []


def take_out(base: Path, document: str) -> None:
    with for_writing(base) as db, db.atomic():
        remove(db, document)


def one(base: Path, sql: str, *values: Any) -> Any:
    with sqlite3.connect(base) as db:
        return db.execute(sql, values).fetchone()


def test_a_base_with_papers_is_sound(base, put):
    put(base, full_paper("a", 2021))
    put(base, full_paper("b", 2022))
    assert sound(base)


def test_storing_again_changes_nothing(base, put):
    put(base, full_paper("a", 2021))
    put(base, full_paper("b", 2022))
    before = dump(base)
    assert put(base, full_paper("a", 2021)) == {}
    assert dump(base) == before


def test_another_papers_rows_stay_as_they_are(base, put):
    put(base, full_paper("a", 2021))
    put(base, full_paper("b", 2022))
    before = owned(base, "a")
    changed = full_paper("b", 2023, ("深圳市", "北京市"))
    put(base, changed.model_copy(update={"passages": changed.passages[3:], "platforms": [], "policies": []}))
    assert owned(base, "a") == before
    assert sound(base)


def test_what_changed_is_known(base, put):
    paper = full_paper("a")
    put(base, paper)
    entries = paper.rankings[0].entries
    entries[1].score = 12.5
    more = Platform(city="青岛市", name="城市云脑", evidence=where(3))
    changes = put(
        base, paper.model_copy(update={"platforms": [*paper.platforms, more], "measurements": paper.measurements[1:]})
    )
    assert changes["ranking_entries"].changed == [("a/表1/2",)]
    assert changes["platforms"].gained == [("青岛市/城市云脑",)]
    assert changes["measurements"].lost == [("a/p2/18万多家@72,210",)]
    assert changes["measurements"].changed == []  # the others only moved up
    assert set(changes) == {"ranking_entries", "platforms", "measurements", "evidence", "attestations"}


def test_a_base_is_as_before_when_a_paper_has_come_and_gone(base, put):
    put(base, full_paper("a", 2021))
    before = dump(base)
    put(base, full_paper("b", 2022))
    assert dump(base) != before
    take_out(base, "b")
    without_index = [line for line in dump(base) if "_fts_" not in line]
    assert without_index == [line for line in before if "_fts_" not in line]
    assert sound(base)


def test_a_base_without_papers_has_only_the_divisions_of_china(base, put):
    put(base, full_paper("a"))
    take_out(base, "a")
    with sqlite3.connect(base) as db:
        left = [t.name for t in TABLES if db.execute(f"SELECT count(*) FROM {t.name}").fetchone()[0]]
    assert left == ["places"]
    assert one(base, "SELECT count(*) FROM places WHERE level = 'other'") == (0,)
    assert sound(base)


def test_the_order_in_which_papers_come_does_not_matter(base, put, tmp_path, empty_base):
    other = tmp_path / "other.db"
    other.write_bytes(empty_base.read_bytes())
    for path, years in ((base, (2021, 2022, 2023)), (other, (2023, 2021, 2022))):
        for year in years:
            put(path, full_paper(f"p-{year}", year))
    for table in TABLES:
        with sqlite3.connect(base) as one_, sqlite3.connect(other) as two:
            names = ", ".join(f'"{n}"' for n in table.names)
            query = f"SELECT {names} FROM {table.name} ORDER BY {', '.join(table.key)}"
            assert one_.execute(query).fetchall() == two.execute(query).fetchall(), table.name


def test_shared_things_count_their_papers_and_take_the_latest_word(base, put):
    old, new = full_paper("old", 2020), full_paper("new", 2022)
    old.platforms[0].kind, new.platforms[0].kind = "系统", None
    old.policies[0].year, new.policies[0].year = 2020, 2021
    put(base, new)
    put(base, old)
    assert one(base, "SELECT kind, papers, document FROM platforms WHERE id = '济南市/城市大脑'") == ("系统", 2, "new")
    assert one(base, "SELECT year, papers FROM policies WHERE id = '国发〔2021〕29号'") == (2021, 2)
    take_out(base, "new")
    assert one(base, "SELECT year, papers FROM policies WHERE id = '国发〔2021〕29号'") == (2020, 1)


def test_issuers_go_with_their_last_policy(base, put):
    paper = full_paper("a")
    put(base, paper)
    assert one(base, "SELECT place, policies FROM issuers WHERE name = '郑州市人民政府'") == ("410100", 1)
    put(base, paper.model_copy(update={"policies": paper.policies[:1]}))
    assert one(base, "SELECT count(*) FROM issuers WHERE name = '郑州市人民政府'") == (0,)
    assert one(base, "SELECT policies FROM issuers WHERE name = '国务院'") == (1,)


@pytest.mark.parametrize(
    ("one_name", "other_name", "stored"),
    [
        ("国家发展改革委", "中华人民共和国国家发展和改革委员会", ["国家发展改革委"]),
        ("国家网信办", "国家互联网信息办公室", ["国家网信办"]),
        ("济南市大数据局", "青岛市大数据局", ["济南市大数据局", "青岛市大数据局"]),
    ],
)
def test_an_organ_has_one_row_whatever_papers_call_it(base, put, one_name, other_name, stored):
    for id, name in (("a", one_name), ("b", other_name)):
        paper = full_paper(id)
        own = paper.policies[0].model_copy(
            update={"issuers": [name], "document_number": None, "title": f"关于{id}项目清单的通知"}
        )
        put(base, paper.model_copy(update={"policies": [own]}))
    with sqlite3.connect(base) as db:
        assert [name for (name,) in db.execute("SELECT name FROM issuers ORDER BY name")] == stored


def test_ranks_are_followed_over_the_editions(base, put):
    put(base, full_paper("a", 2021, ("济南市", "青岛市", "深圳市")))
    put(base, full_paper("b", 2022, ("青岛市", "北京市", "济南市")))
    with sqlite3.connect(base) as db:
        found = db.execute(
            "SELECT city, rank, change_printed, change_computed, entered_computed FROM rank_history "
            "WHERE year = 2022 AND list = '样例百强榜' ORDER BY rank"
        ).fetchall()
    assert found == [("青岛市", 1, 1, 1, 0), ("北京市", 2, 1, None, 1), ("济南市", 3, 1, -2, 0)]


def test_policies_reach_cities_for_a_reason_with_evidence(base, put):
    put(base, full_paper("a"))
    with sqlite3.connect(base) as db:
        found = dict(db.execute("SELECT why, evidence FROM policy_city WHERE city = '郑州市'").fetchall())
    assert {why.split(" ")[0] for why in found} == {"说它的文句里引用", "本市发布"}
    assert "国发〔2021〕29号" in found.values()


def test_a_city_is_seen_at_a_glance(base, put):
    put(base, full_paper("a"))
    sql = "SELECT province, rankings, best_rank, case_studies, frameworks, platforms, measurements FROM city_overview"
    assert one(base, f"{sql} WHERE city = '济南市'") == ("山东省", 1, 1, 1, 1, 1, 1)


def test_search_is_put_right_when_row_numbers_have_moved(base, put):
    put(base, full_paper("a"))
    put(base, full_paper("b"))
    take_out(base, "a")
    with sqlite3.connect(base) as db:
        db.execute("UPDATE passages SET rowid = rowid + 1000")  # as VACUUM may
        db.commit()
        assert [t.name for t in out_of_step(db)] == ["passages"]
    with for_writing(base) as mended:
        mend(mended)
    put(base, full_paper("b", 2022))
    assert sound(base)


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from papers import full_paper
import kb.store.paper
from kb.base.file import for_writing
from kb.store.rows import rows_of
at = sys.argv[3]
def die(*args, **more):
    os.kill(os.getpid(), signal.SIGKILL)
with for_writing(Path(sys.argv[1])) as db:
    rows = rows_of(full_paper("a", 2022), file="x.pdf", stored_as="test")
    with db.atomic():
        if at == "end":
            kb.store.paper.store(db, "a", rows)
            os.kill(os.getpid(), signal.SIGKILL)
        setattr(kb.store.paper, at, die)
        kb.store.paper.store(db, "a", rows)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("at", ["merged_rows", "_index", "end"])
def test_a_kill_in_the_transaction_leaves_the_base_as_it_was(at, base, put):
    put(base, full_paper("a", 2021))
    before = dump(base)
    here = str(Path(__file__).parents[1])
    died = subprocess.run([sys.executable, "-c", KILLED, str(base), here, at], check=False)
    assert died.returncode == -signal.SIGKILL
    assert dump(base) == before
    assert sound(base)
    put(base, full_paper("a", 2022))
    assert one(base, "SELECT year FROM documents") == (2022,)


def test_texts_are_stored_as_they_are(base, put):
    put(base, full_paper("a"))
    with sqlite3.connect(base) as db:
        found = [t for (t,) in db.execute("SELECT text FROM passages ORDER BY position")]
    assert found == TEXTS
