"""The base as a file: made, opened, checked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlite_utils

from kb.base.index import create_index, rebuild
from kb.base.places import division_rows
from kb.base.tables import BY_NAME, VIEWS
from kb.base.tables.ddl import create_statements, fingerprint, quoted, view_statements
from kb.errors import KbError

__all__ = ["APPLICATION_ID", "check_ours", "for_reading", "for_writing", "in_words", "version"]

APPLICATION_ID = 0x57504B42
"""`WPKB`, at byte 68 of the file: tells the base from any other SQLite file."""

MISSING = "{path}：没有这个库；请先运行 kb ingest (no such base; run kb ingest first)"
NOT_OURS = "{path}：不是本工具的库，未作改动；请用 --db 另给文件名 (not a base of ours, left as it is; give another file with --db)"
OTHER = (
    "{path}：库的表结构属于本工具的另一版本，未作改动；请用 --db 另给文件名，把白皮书再读入一次（kb review 的判断在 decisions.yml 里，不会丢） "
    "(made by another version, left as it is; read the papers in again, into a new file with --db; your decisions are kept in decisions.yml)"
)
WORDS = {
    "disk is full": "磁盘已满，未作改动；请腾出空间再运行 (the disk is full, nothing was changed; free some space and run it again)",
    "disk i/o error": "写不进去，可能磁盘已满，未作改动；请检查磁盘 (can't write, the disk may be full; nothing was changed)",
    "readonly": "文件或文件夹不可写；请检查权限或用 --db 另给位置 (can't be written to; check permissions or give another place with --db)",
    "unable to open": "打不开；请检查文件夹是否存在、可写 (can't be opened; check that the folder is there and can be written to)",
    "locked": "正被别的程序占用；请关掉它再运行 (in use by another program; close that and run it again)",
    "no such": "库里缺了表或列，可能被别的程序改过；请从备份恢复或删去后重新读入 (a table or column is missing, another program may have changed the base; restore it, or delete it and read the papers in again)",
    "malformed": "库已损坏；请从备份恢复或删去后重新读入 (the base is damaged; restore it, or delete it and read the papers in again)",
}


def version() -> int:
    """What `user_version` holds: which tables the base has."""
    return int(fingerprint()[:7], 16)


def in_words(path: Path, error: sqlite3.Error) -> str:
    """An SQLite error as a sentence that says what to do."""
    text = str(error).lower()
    for sign, words in WORDS.items():
        if sign in text:
            return f"{path}：{words}"
    return f"{path}：数据库出错：{error} (database error)"


def check_ours(db: sqlite3.Connection, path: Path) -> None:
    """Raise KbError unless the open file is a base with the tables of this version."""
    try:
        (ours,) = db.execute("PRAGMA application_id").fetchone()
        (tables,) = db.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise KbError(NOT_OURS.format(path=path)) from error
        raise
    if ours != APPLICATION_ID:
        raise KbError(NOT_OURS.format(path=path))
    if tables != version():
        raise KbError(OTHER.format(path=path))


def _is_empty(db: sqlite3.Connection) -> bool:
    """Whether nothing is in it yet: a first ingest may have been killed before the tables were made."""
    try:
        (things,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (marked,) = db.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            return False
        raise
    return not things and not marked


@contextmanager
def for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The base, read-only. Raises KbError where there is none."""
    if not path.is_file() or not path.stat().st_size:
        raise KbError(MISSING.format(path=path))
    # Reading through a write-ahead log needs a folder that can be written to; at rest there is none to read.
    log = path.with_name(f"{path.name}-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True)) as db:
            if _is_empty(db):
                raise KbError(MISSING.format(path=path))
            check_ours(db, path)
            yield db
    except sqlite3.Error as error:
        raise KbError(in_words(path, error)) from error


@contextmanager
def for_writing(path: Path) -> Iterator[sqlite_utils.Database]:
    """The base, made if it is not there. At the end the write-ahead log is put into the file.

    Raises KbError for a file that is not a base of ours, and where the place can't be written to.
    """
    try:
        fresh = not path.exists() or path.stat().st_size == 0
        with closing(sqlite3.connect(path, timeout=10)) as connection:
            fresh = fresh or _is_empty(connection)
            if not fresh:
                check_ours(connection, path)
            db = sqlite_utils.Database(connection)
            db.execute("PRAGMA foreign_keys = ON")
            db.enable_wal()
            if fresh:
                create(db)
            else:
                _renew_views(db)
            yield db
            # All is safe in the log already: where the disk is full, it stays there until the next time.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA optimize")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise KbError(in_words(path, error)) from error
    except OSError as error:
        raise KbError(f"{path}：{error.strerror}；请检查位置与权限 (check the place and permissions)") from error


def _renew_views(db: sqlite_utils.Database) -> None:
    """Makes the views of a base anew where an earlier version of ours made them: they hold nothing."""
    made = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall())
    wanted = dict(zip((v.name for v in VIEWS), view_statements(), strict=True))
    if made != wanted:
        with db.atomic():
            for name in made:
                db.execute(f"DROP VIEW {quoted(name)}")
            for statement in wanted.values():
                db.execute(statement)


def create(db: sqlite_utils.Database) -> None:
    """All tables, search tables and views, and the divisions of China, in one transaction."""
    with db.atomic():
        db.execute("PRAGMA defer_foreign_keys = ON")
        for statement in (*create_statements(), *view_statements()):
            db.execute(statement)
        create_index(db.conn)
        db.table("places").insert_all(division_rows())
        rebuild(db.conn, BY_NAME["places"])
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version()}")
