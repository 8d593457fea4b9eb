"""`kb serve`: what can be wrong is said before it starts; an ingest beside it is safe and seen at once."""

import asyncio
import socket
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from papers import full_paper

from kb.base.file import for_writing
from kb.errors import KbError
from kb.site.base import Base, state
from kb.site.metadata import metadata_for_datasette
from kb.site.serve import check_plugin, datasette_for, listen, read_metadata, serve
from kb.store import store
from kb.store.rows import rows_of


def test_without_a_base_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KbError, match="kb ingest"):
        serve(tmp_path / "none.db")


def test_another_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as db:
        db.execute("create table t (x)")
    with pytest.raises(KbError, match="not a base of ours"):
        serve(tmp_path / "other.db")


def test_a_port_in_use_is_named(base: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(KbError, match=f"127.0.0.1:{port}.*--port {port + 1}"):
            serve(base, port=port)


def test_port_zero_takes_any_free_one() -> None:
    with listen("127.0.0.1", 0) as listening:
        assert listening.getsockname()[1] > 0


def test_the_plugin_is_at_work(datasette: Any) -> None:
    asyncio.run(check_plugin(datasette))


def test_without_the_plugin_it_does_not_start(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datasette.plugins import pm

    import kb.site

    name = pm.get_name(kb.site)
    pm.unregister(kb.site)
    try:
        with pytest.raises(KbError, match="plugin is not loaded"):
            asyncio.run(check_plugin(datasette_for(base)))
    finally:
        pm.register(kb.site, name)


@pytest.mark.parametrize(
    ("text", "said"),
    [("- [", "not YAML"), ("just words", "no metadata"), (None, "can't be read")],
    ids=["broken", "words", "none"],
)
def test_metadata_that_is_none_is_named(base: Path, tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "m.yml").write_text(text)
    with pytest.raises(KbError, match=f"m.yml.*{said}"):
        read_metadata(base, tmp_path / "m.yml")


def test_metadata_is_taken_from_beside_the_base_else_from_the_package(base: Path) -> None:
    assert read_metadata(base) == metadata_for_datasette()
    (base.parent / "metadata.yml").write_text("title: 自己的 My own\n")
    assert read_metadata(base) == {"title": "自己的 My own"}


def ingest(base: Path, name: str) -> None:
    with for_writing(base) as db:
        rows = rows_of(full_paper(name), file="x.pdf", stored_as="test")
        with db.atomic():
            store(db, name, rows)


async def papers(datasette: Any) -> int:
    return int((await datasette.get_database("whitepapers").execute("select count(*) from documents")).single_value())


def test_an_ingest_beside_an_open_site_is_seen_at_once(base: Path) -> None:
    async def run() -> None:
        datasette = datasette_for(base)
        assert not datasette.get_database("whitepapers").is_mutable
        assert await papers(datasette) == 0
        ingest(base, "one")
        assert await papers(datasette) == 1
        assert not datasette.get_database("whitepapers").is_mutable
        assert (await datasette.client.get("/whitepapers/documents.json")).json()["filtered_table_rows_count"] == 1

    asyncio.run(run())


def test_while_somebody_writes_the_base_is_read_only_not_immutable(base: Path) -> None:
    async def run() -> None:
        datasette = datasette_for(base)
        site: Base = datasette.get_database("whitepapers")
        assert await papers(datasette) == 0
        with for_writing(base) as db:
            with db.atomic():
                store(db, "one", rows_of(full_paper("one"), file="x.pdf", stored_as="t"))
            assert state(base) is None
            assert await papers(datasette) == 1
            assert site.is_mutable
        assert await papers(datasette) == 1
        assert not site.is_mutable

    asyncio.run(run())


@pytest.mark.parametrize(
    "sql", ["delete from documents", "update documents set id = 'x'", "drop table documents", "create table x (y)"]
)
def test_nothing_can_be_written(datasette: Any, sql: str) -> None:
    async def run() -> None:
        with pytest.raises(sqlite3.OperationalError, match=r"readonly|read-only"):
            await datasette.get_database("whitepapers").execute(sql, log_sql_errors=False)

    asyncio.run(run())


def test_the_base_has_one_name_whatever_the_file_is_called(base: Path) -> None:
    renamed = base.rename(base.with_name("城市 2021.db"))
    response = asyncio.run(datasette_for(renamed).client.get("/whitepapers.json"))
    assert response.json()["database"] == "whitepapers"
