"""The base as a file."""

import sqlite3
from pathlib import Path

import pytest
from papers import full_paper

from kb.base.file import APPLICATION_ID, for_reading, for_writing
from kb.errors import KbError


def test_a_base_is_marked_as_ours(base):
    assert int.from_bytes(base.read_bytes()[68:72], "big") == APPLICATION_ID


def test_after_writing_all_is_in_the_one_file(base, put):
    put(base, full_paper("a"))
    assert [p.name for p in base.parent.iterdir()] == [base.name]
    assert base.read_bytes()[18:20] == b"\2\2"  # the format's versions for writing and reading: with a write-ahead log
    with sqlite3.connect(f"{base.as_uri()}?immutable=1", uri=True) as db:
        assert db.execute("SELECT id FROM documents").fetchall() == [("a",)]


def test_reading_leaves_nothing_behind(base, put):
    put(base, full_paper("a"))
    before = base.read_bytes()
    with for_reading(base) as db:
        assert db.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    assert base.read_bytes() == before
    assert [p.name for p in base.parent.iterdir()] == [base.name]


def test_a_reader_sees_what_another_is_still_keeping_in_the_log(base, put):
    with sqlite3.connect(base) as db:
        db.execute("UPDATE places SET note = 'x' WHERE code = '370100'")
        db.commit()
        with for_reading(base) as reader:
            assert reader.execute("SELECT note FROM places WHERE code = '370100'").fetchone() == ("x",)
    db.close()


def foreign(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE mine (x)")
    db.commit()
    db.close()


NOT_OURS = {
    "another program's base": foreign,
    "no database at all": lambda path: path.write_text("hello, world " * 100),
    "a damaged head": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000),
    "an older version's": lambda path: _older(path),
}


def _older(path: Path) -> None:
    with for_writing(path) as db:
        db.execute("PRAGMA user_version = 7")


@pytest.mark.parametrize("make", NOT_OURS.values(), ids=NOT_OURS)
@pytest.mark.parametrize("open_", [for_reading, for_writing])
def test_what_is_not_ours_is_left_as_it_is(make, open_, tmp_path):
    path = tmp_path / "other.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(KbError) as error, open_(path):
        pass
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_base(tmp_path):
    path = tmp_path / "new.db"
    path.touch()
    with for_writing(path) as db:
        assert db.execute("SELECT count(*) FROM documents").fetchone() == (0,)


def test_there_is_nothing_to_read_where_there_is_no_base(tmp_path):
    with pytest.raises(KbError, match="没有这个库"), for_reading(tmp_path / "none.db"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_base(tmp_path):
    with pytest.raises(KbError), for_reading(tmp_path):
        pass
    with pytest.raises(KbError), for_writing(tmp_path):
        pass


def test_a_base_whose_making_was_cut_off_is_made_anew(tmp_path):
    path = tmp_path / "new.db"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = WAL")
    db.close()
    assert path.stat().st_size
    with pytest.raises(KbError, match="没有这个库"), for_reading(path):
        pass
    with for_writing(path) as made:
        assert made.execute("SELECT count(*) FROM documents").fetchone() == (0,)


def test_where_the_log_can_not_be_put_into_the_file_nothing_is_lost(base, put):
    """A reader that keeps an old state: the log stays, as it does on a full disk."""
    with sqlite3.connect(base) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        put(base, full_paper("a"))
    reader.close()
    with for_reading(base) as db:
        assert db.execute("SELECT id FROM documents").fetchall() == [("a",)]


def test_views_of_an_earlier_version_are_made_anew(base):
    with for_reading(base) as db:
        wanted = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name").fetchall()
    with sqlite3.connect(base) as db:
        db.execute("DROP VIEW policy_city")
        db.execute("CREATE VIEW city_list AS SELECT 1")
        db.execute("DROP VIEW rank_history")
        db.execute("CREATE VIEW rank_history AS SELECT 1 AS city")
    with for_writing(base):
        pass
    with for_reading(base) as db:
        assert db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name").fetchall() == wanted
